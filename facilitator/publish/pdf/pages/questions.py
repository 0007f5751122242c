"""What officials acknowledged, in their confirmed words; what was asked, answered and is owed."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import joined, note_spans
from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, Promise, Summary


def acknowledgements(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.acknowledgements:
        return
    yield press.section("What was acknowledged", name="acknowledged")
    yield press.paragraph("In the words that their speakers confirmed.", soft=True, after=6)
    for note in summary.acknowledgements:
        said = typed(note.text, language=note.language)
        yield press.labelled([typed(note.source)] if note.source else "Said", [said], soft=True)


def questions(summary: Summary, press: Press) -> Iterator[Block]:
    if not (summary.questions or summary.answers or summary.owed):
        return
    yield press.section("Questions and answers", name="questions")
    yield from _column(press, "Asked", summary.questions)
    yield from _column(press, "Answered", summary.answers)
    for place, promise in enumerate(summary.owed):
        yield press.labelled("" if place else "Answers owed", _owed(promise), soft=True)


def _column(press: Press, label: str, notes: tuple[Heard, ...]) -> Iterator[Block]:
    for place, note in enumerate(notes):
        yield press.labelled("" if place else label, note_spans(note), soft=True)


def _owed(promise: Promise) -> list[Span]:
    """The question, who answers and by when."""
    who = [typed(name) for name in (promise.who or promise.organisation,) if name]
    due = [typed(f"by {words.long_day(promise.due)}")] if promise.due else [Span("no date yet")]
    ref = [Span(f" ({promise.id})", soft=True)] if promise.id else []
    return [typed(promise.text), Span(" – ", soft=True), *joined([*who, *due]), *ref]
