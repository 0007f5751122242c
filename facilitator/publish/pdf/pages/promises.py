"""The promises in full, drawn on one line of time; the requests nobody could answer apart."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator.publish import words
from facilitator.publish.pdf.charts import timeline
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import first_step, owner_spans
from facilitator.publish.pdf.press import BODY, Press, typed
from facilitator.publish.pdf.sheet import THIN
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Promise, Summary

SHORT = 300  # letters
TOGETHER = 240.0  # a promise lower than this is not parted


def promises(summary: Summary, press: Press) -> Iterator[Block]:
    yield press.section("The promises in full", name="promises")
    if not summary.promises:
        yield press.paragraph("No promises were made in this session.")
    yield from line_of_time(summary, press)
    for place, promise in enumerate(summary.promises):
        yield from _promise(press, promise, THIN if place else 0.0)


def line_of_time(summary: Summary, press: Press) -> Iterator[Block]:
    lives = timeline.lives(summary)
    if lives:
        shown, rest = timeline.nearest(lives), len(lives) - timeline.MOST
        drawing = timeline.Timeline(press, shown, timeline.marks(summary), press.width)
        yield press.figure(drawing, timeline.alt(shown, summary))
        if rest > 0:
            more = words.counted(rest, "promise is", "promises are")
            yield press.paragraph(f"{words.sentence(more)} not drawn; the words follow.", soft=True)


def requests(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.requests:
        return
    yield press.section("Asked, with no owner in the room", name="requests")
    yield press.paragraph("Nobody who was there could promise these.", soft=True, after=6)
    for place, request in enumerate(summary.requests):
        yield from _promise(press, request, THIN if place else 0.0)


def _promise(press: Press, promise: Promise, rule: float) -> list[Block]:
    """Every field that was filled, each beside its name; on one page if it is short."""
    text = [head_span(promise.text)]
    before = 9 if rule else 0
    number = [typed(promise.id)]
    head = press.labelled(number, text, bold=True, size=BODY, before=before, after=2, rule=rule)
    blocks = [head]
    for label, value in _fields(promise):
        blocks.append(press.labelled(label, value, soft=True, after=0))
    if sum(block.cell.height for block in blocks) < TOGETHER:
        blocks = [replace(block, keep=True) for block in blocks[:-1]] + blocks[-1:]
    return blocks


def head_span(text: str) -> Span:
    """What was promised, as the head of its fields; many bold lines would be hard to read."""
    return typed(text, bold=len(text) < SHORT) if text else Span("Nothing was written down.")


def _fields(promise: Promise) -> Iterator[tuple[str, list[Span]]]:
    if promise.who or promise.kind != "Request":
        yield "Who", owner_spans(promise)
    elif promise.organisation:
        yield "Asked of", [typed(promise.organisation)]
    if promise.due:
        yield "By", [typed(words.long_day(promise.due))]
    elif promise.kind != "Request":
        yield "By", [Span("No date was settled")]
    if promise.first_step or promise.first_step_due:
        yield "First step", first_step(promise)
    for label, value in (
        ("How we will know", promise.measure),
        ("Support needed", promise.support),
        ("Who benefits", promise.benefits),
        ("Who may carry a burden", promise.burden),
    ):
        if value:
            yield label, [typed(value)]
    yield "Kind and status", [Span(kind_and_status(promise))]
    if promise.evidence:
        yield "Evidence", [typed(promise.evidence)]
    if promise.community_view:
        yield "The community says", [typed(promise.community_view)]


def kind_and_status(promise: Promise) -> str:
    """Pledge, confirmed aloud."""
    told = promise.read_back or promise.kind == "Request" or "aloud" in promise.status
    read = "" if told else "not read back to the room"
    return ", ".join(filter(None, (promise.kind, promise.status.lower(), read)))
