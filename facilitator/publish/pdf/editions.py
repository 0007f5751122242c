"""Which sections each edition prints, in the order of the practice guide's section (d)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.actions import action_plan
from facilitator.publish.pdf.pages.appendix import glossary, method, notes
from facilitator.publish.pdf.pages.course import course
from facilitator.publish.pdf.pages.front import RECORD, page_one
from facilitator.publish.pdf.pages.heard import heard
from facilitator.publish.pdf.pages.how_to_read import how_to_read
from facilitator.publish.pdf.pages.people import people
from facilitator.publish.pdf.pages.progress import progress
from facilitator.publish.pdf.pages.promises import promises, requests
from facilitator.publish.pdf.pages.questions import acknowledgements, questions
from facilitator.publish.pdf.pages.room import room
from facilitator.publish.pdf.pages.shared import shared
from facilitator.publish.pdf.pages.spans import UNTITLED
from facilitator.publish.pdf.pages.steps import parked, steps
from facilitator.publish.pdf.pages.votes import votes
from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Summary
from facilitator.publish.typed import one_line

Section = Callable[[Summary, Press], Iterator[Block]]

# A section without content says nothing. The record has the list of people besides.
WHOLE: tuple[Section, ...] = (
    how_to_read,
    room,
    course,
    heard,
    votes,
    acknowledgements,
    questions,
    promises,
    requests,
    progress,
    parked,
    steps,
    shared,
    notes,
    method,
    glossary,
    people,
)
LANDSCAPE = ("action-plan",)


def story(summary: Summary, press: Press) -> list[Block]:
    """What the pages of an edition say, from top to bottom."""
    if summary.edition == "action-plan":
        return list(action_plan(summary, press))
    first = page_one(summary, press)
    if summary.edition == "one-page":
        return first
    rest = [block for section in WHOLE for block in section(summary, press)]
    return [*first, replace(rest[0], fresh=True), *rest[1:]]


def foot(summary: Summary) -> list[Span]:
    """The left side of the foot of every page: whether it is a draft, and of what."""
    mark = f"{words.standing(summary.draft, summary.version)}   "
    edition = f"{RECORD}   " if summary.edition == "record" else ""
    title = typed(one_line(summary.title) or UNTITLED)
    return [Span(mark, bold=summary.draft), Span(edition, bold=True), title]
