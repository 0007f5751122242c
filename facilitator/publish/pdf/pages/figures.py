"""The four figures of page one: people, groups, promises, and what was reported of earlier ones."""

import re

from facilitator.publish import words
from facilitator.publish.counts import earlier, heads, made
from facilitator.publish.pdf.flow import Block, Columns, Place, Stack, Within
from facilitator.publish.pdf.press import NOTE, Press, Words, typed_list
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.tags import Element
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Summary

SIZE, GAP = 24.0, 12.0
MISSING = 60  # letters of the names of missing groups; all of them follow later
_FIGURE = re.compile(r"[\d,]+( of [\d,]+)? ")  # at the beginning of a sentence


def figures(summary: Summary, press: Press) -> Block:
    told = [_people(summary), _groups(summary), _promises(summary)]
    told.append(_reported(summary) if summary.progress else _requests(summary))
    width = (press.width - 3 * GAP) / 4
    places = []
    for index, (figure, label) in enumerate(told):
        number = press.text(figure, SIZE, width, Role.LABEL, bold=True)
        item = Stack((number, press.text(label, NOTE, width, Role.ITEM)))
        cell = Within(item, Element("LI"))
        places.append(Place(index * (width + GAP), width, cell))
    return Block(Columns(tuple(places), 3), before=14, after=16)


def _people(summary: Summary) -> tuple[str, Words]:
    """Heads that somebody counted; who signed in is no head count, who spoke even less."""
    there = heads(summary)
    if there.tally is None:
        return _apart(". ".join(there.sentences[::-1]))
    return _apart("; ".join(there.sentences))


def _groups(summary: Summary) -> tuple[str, Words]:
    came, missing = len(summary.groups_present), len(summary.groups_missing)
    if not missing:
        here = "groups signed in or spoke; none is missing"
        return (f"{came}", here) if came else ("–", "no groups noted")
    figure = f"{came} of {came + missing}"
    if len("".join(summary.groups_missing)) > MISSING:
        return figure, "groups signed in or spoke; the others are under “Who was in the room”"
    return figure, [
        Span("groups signed in or spoke; nobody from "),
        *typed_list(summary.groups_missing),
    ]


def _promises(summary: Summary) -> tuple[str, Words]:
    """What was promised; an answer owed stands in the table below, and is no promise."""
    now = made(summary)
    owed = f"; {words.counted(now.owed, 'answer', 'answers')} owed" if now.owed else ""
    if now.promises == 1:
        return "1", f"promise made, {'with' if now.dated else 'without'} a date{owed}"
    some = {0: "none with a date", now.promises: "each with a date"}
    dated = f", {some.get(now.dated, f'{words.number(now.dated)} with a date')}"
    return f"{now.promises:,}", f"promises made{dated if now.promises else ''}{owed}"


def _reported(summary: Summary) -> tuple[str, Words]:
    """What somebody reported of earlier promises; where there were none, of what was asked."""
    return _apart(earlier(summary).sentences[0])


def _apart(sentence: str) -> tuple[str, str]:
    """Return the figure that a sentence begins with, and what it is."""
    figure = _FIGURE.match(sentence)
    return (figure[0].strip(), sentence[figure.end() :]) if figure else ("–", sentence)


def _requests(summary: Summary) -> tuple[str, Words]:
    asked = len(summary.requests)
    noun = "request" if asked == 1 else "requests"
    return f"{asked:,}", f"{noun} nobody in the room could answer"
