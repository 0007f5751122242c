"""What was kept for later, what happens when, how to join, where to find help."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import ended, linked
from facilitator.publish.pdf.press import Column, Press, Words, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import NextSession, Step, Summary


def parked(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.parked:
        return
    yield press.section("Kept for later", name="parked")
    columns = [Column("What", 312, row_header=True), Column("Where it goes", 170)]
    nowhere = [Span("Not settled yet", soft=True)]
    rows = [
        [[typed(one.text)], [typed(one.destination)] if one.destination else nowhere]
        for one in summary.parked
    ]
    yield press.table(columns, rows)


def steps(summary: Summary, press: Press) -> Iterator[Block]:
    lines = list(ways(summary))
    if not (summary.steps or lines):
        return
    yield press.section("What happens next", name="next")
    if summary.steps:
        columns = [
            Column("When", 72, row_header=True),
            Column("What", 240),
            Column("Who", 110),
            Column("No.", 40),
        ]
        yield press.table(columns, [_row(step) for step in summary.steps])
    for label, text in lines:
        yield press.labelled(label, text, soft=True)


def _row(step: Step) -> list[Words]:
    when = [typed(words.short_day(step.date), bold=True)]
    return [when, [typed(step.what)], [typed(step.who)], [typed(step.ref)]]


def ways(summary: Summary) -> Iterator[tuple[str, Words]]:
    """The next session, how to join, who helps and whom to ask."""
    if summary.next:
        yield "Next session", next_session(summary.next)
    elif summary.series:
        yield "Next session", "No date is settled yet."
    for label, text in (
        ("How to join", summary.joining),
        ("Support", summary.support),
        ("Contact", summary.contact),
    ):
        if text:
            yield label, linked(text)


def next_session(coming: NextSession) -> list[Span]:
    """When, what and where, as far as it is settled."""
    when = words.long_day(coming.date) if coming.date else "The date is not settled yet"
    if coming.start:
        when += f", {coming.start} to {coming.end}" if coming.end else f", {coming.start}"
    spans = [typed(when, bold=True), Span(".", bold=True)]
    for text in (coming.title, coming.place):
        if text:
            spans += [Span(" "), *ended(text)]
    return spans
