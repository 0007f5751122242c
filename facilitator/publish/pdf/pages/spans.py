"""Pieces of sentences that several sections share."""

import re
from collections.abc import Iterable, Iterator

from facilitator.publish import words
from facilitator.publish.pdf.press import typed, typed_list
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, LeftOut, Promise

UNTITLED = "Untitled session"
_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<web>(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]])"
)


def note_spans(note: Heard, kind: bool = False) -> list[Span]:
    """The words in their language, and who said them if that may be told."""
    lead = [Span(f"{note.kind}. ", bold=True)] if kind and note.kind else []
    source = [Span(" – ", soft=True), typed(note.source, soft=True)] if note.source else []
    return [*lead, typed(note.text, language=note.language), *source]


def owner_spans(promise: Promise) -> list[Span]:
    named = [typed(name) for name in (promise.who, promise.organisation) if name]
    return joined(named) or [Span("Not named", soft=True)]


def joined(spans: Iterable[Span], by: str = ", ") -> list[Span]:
    """The spans with a sign between each two."""
    found: list[Span] = []
    for span in spans:
        found += [Span(by), span] if found else [span]
    return found


def first_step(promise: Promise) -> list[Span]:
    step = [typed(promise.first_step)] if promise.first_step else []
    if not promise.first_step_due:
        return step
    by = typed(words.long_day(promise.first_step_due))
    return [*step, Span(", by "), by] if step else [Span("By "), by]


def listed(counts: Iterable[LeftOut]) -> str:
    """Two not checked yet, one withheld."""
    return ", ".join(f"{words.number(one.count)} {one.reason}" for one in counts)


def sentence(lead: str, names: tuple[str, ...], bold: bool = False) -> list[Span]:
    return [Span(lead, bold=bold), *typed_list(names), Span(".")]


def ended(text: str) -> list[Span]:
    """Somebody's words as a sentence of their own."""
    return [typed(text)] if text.endswith((".", "!", "?", "…")) else [typed(text), Span(".")]


def linked(text: str) -> list[Span]:
    """Somebody's words with the mail and web addresses in them as links."""
    return list(_linked(text))


def _linked(text: str) -> Iterator[Span]:
    start = 0
    for match in _ADDRESS.finditer(text):
        found = match.group()
        target = f"mailto:{found}" if match.lastgroup == "mail" else found
        target = f"https://{found}" if found.startswith("www.") else target
        if start < match.start():
            yield typed(text[start : match.start()])
        yield typed(found)._replace(link=target)
        start = match.end()
    if text[start:]:
        yield typed(text[start:])
