"""The action plan in the form that racial equity teams use: action, lead, timeline, indicator,
progress."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.front import circumstances, eyebrow, title_block
from facilitator.publish.pdf.pages.how_to_read import status_line
from facilitator.publish.pdf.pages.progress import status, unreported, what, who
from facilitator.publish.pdf.pages.promises import kind_and_status, line_of_time
from facilitator.publish.pdf.pages.spans import joined, owner_spans
from facilitator.publish.pdf.pages.steps import ways
from facilitator.publish.pdf.press import Column, Press, Words, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Progress, Promise, Summary

NOT_SETTLED = Span("Not settled yet", soft=True)


def action_plan(summary: Summary, press: Press) -> Iterator[Block]:
    yield eyebrow(summary, press)
    yield title_block(summary.title, press, "Action plan: ")
    for line in circumstances(summary):
        yield press.paragraph(line, soft=True, after=0)
    yield press.section("Actions promised", name="actions")
    if summary.promises:
        yield press.table(columns(), [_row(promise) for promise in summary.promises])
    else:
        yield press.paragraph("No promises were made in this session.")
    for title, name, those in (
        ("Earlier actions still open", "open", [one for one in summary.progress if one.open]),
        ("Earlier actions not reported on yet", "unreported", unreported(summary)),
    ):
        if those:
            yield press.section(title, name=name)
            yield press.table(columns(), [_earlier(one) for one in those])
    if summary.requests:
        yield press.section("Asked, with no lead yet", name="requests")
        yield press.table(columns(), [_row(request) for request in summary.requests])
    if summary.promises:
        yield press.section("Actions over time", name="time")
        yield from line_of_time(summary, press)
    yield press.section("About this plan", name="about")
    yield press.labelled("Status", status_line(summary), soft=True)
    for label, text in ways(summary):
        yield press.labelled(label, text, soft=True)


def columns() -> list[Column]:
    return [
        Column("No.", 42),
        Column("Action", 190, row_header=True),
        Column("Lead", 106),
        Column("Timeline", 104),
        Column("Indicator", 92),
        Column("Progress", 100),
    ]


def _row(promise: Promise) -> list[Words]:
    lead = owner_spans(promise)
    if promise.kind == "Request":
        asked = [Span("Asked of "), typed(promise.organisation)]
        lead = asked if promise.organisation else [NOT_SETTLED]
    said = [Span(kind_and_status(promise))]
    for label, text in (("Evidence", promise.evidence), ("Community", promise.community_view)):
        said += [Span(f"\n{label}: ", soft=True), typed(text)] if text else []
    return [
        [typed(promise.id)],
        _action(promise),
        lead,
        _timeline(promise),
        _measure(promise.measure),
        said,
    ]


def _action(promise: Promise) -> list[Span]:
    """What will be done, who benefits from it, and who may carry a burden."""
    spans = [typed(promise.text)]
    for label, text in (
        ("Benefits", promise.benefits),
        ("Burden", promise.burden),
        ("Support needed", promise.support),
    ):
        spans += [Span(f"\n{label}: ", soft=True), typed(text, soft=True)] if text else []
    return spans


def _timeline(promise: Promise) -> list[Span]:
    spans: list[Span] = []
    if promise.first_step or promise.first_step_due:
        by = words.short_day(promise.first_step_due)
        spans += [
            Span("First: ", soft=True),
            *joined(typed(one) for one in (promise.first_step, by) if one),
        ]
        spans.append(Span("\n"))
    due = typed(f"By {words.short_day(promise.due)}", bold=True) if promise.due else NOT_SETTLED
    return [*spans, due]


def _measure(text: str) -> list[Span]:
    return [typed(text)] if text else [NOT_SETTLED]


def _earlier(one: Progress) -> list[Words]:
    due = typed(f"By {words.short_day(one.due)}", bold=True) if one.due else NOT_SETTLED
    said = status(one)
    for label, text in (("Evidence", one.evidence), ("Community", one.community_view)):
        said += [Span(f"\n{label}: ", soft=True), typed(text)] if text else []
    ref = [typed(words.sentence(one.ref))]
    return [
        ref,
        what(one),
        who(one),
        [due],
        _measure(one.measure),
        said,
    ]
