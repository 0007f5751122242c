"""Everybody on the list, which only the record tells."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import joined
from facilitator.publish.pdf.press import Column, Press, Words, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Attendee, Summary


def people(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.people:
        return
    yield press.section("The list of people", name="people")
    columns = [
        Column("Name", 112, row_header=True),
        Column("Groups", 116),
        Column("Organization and role", 80),
        Column("May be told", 66),
        Column("Here", 46),
        Column("Turns", 32, right=True),
        Column("Talk", 34, right=True),
    ]
    yield press.table(columns, [_row(one) for one in summary.people])


def _row(one: Attendee) -> list[Words]:
    consent = f"{one.consent}; minor" if one.minor else one.consent
    here = "Came" if one.came else "Invited" if one.invited else "Not noted"
    if one.came and not one.invited:
        here = "Walked in"
    place = joined(typed(text) for text in (one.organisation, words.sentence(one.role)) if text)
    return [
        [typed(one.name)],
        joined(typed(group) for group in one.groups),
        place,
        [Span(consent)],
        here,
        f"{one.turns:,}",
        words.clock(one.talk_s),
    ]
