"""What became of the promises of earlier sessions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.promises import head_span
from facilitator.publish.pdf.pages.spans import joined
from facilitator.publish.pdf.press import BODY, Press, typed
from facilitator.publish.pdf.sheet import THIN
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Progress, Summary

TOGETHER = 200.0  # a promise lower than this is not parted


def progress(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.progress:
        return
    yield press.section("What became of earlier promises", name="progress")
    yield press.paragraph(tally(summary.progress), after=6)
    for place, one in enumerate(summary.progress):
        yield from _one(press, one, THIN if place else 0.0)


def tally(progress: tuple[Progress, ...]) -> str:
    """Three earlier promises: one done, one late, one in progress."""
    counts = Counter(one.status.lower() for one in progress)
    each = ", ".join(f"{words.number(count)} {status}" for status, count in counts.items())
    promises = words.counted(len(progress), "earlier promise", "earlier promises")
    return f"{words.sentence(promises)}: {each}."


def _one(press: Press, one: Progress, rule: float) -> list[Block]:
    number, text = [typed(words.sentence(one.ref))], [head_span(one.text)]
    before = 9 if rule else 0
    blocks = [press.labelled(number, text, bold=True, before=before, after=2, rule=rule, size=BODY)]
    for label, value in _fields(one):
        blocks.append(press.labelled(label, value, soft=True, after=0))
    if sum(block.cell.height for block in blocks) < TOGETHER:
        blocks = [replace(block, keep=True) for block in blocks[:-1]] + blocks[-1:]
    return blocks


def _fields(one: Progress) -> Iterator[tuple[str, list[Span]]]:
    named = [typed(name) for name in (one.who, one.organisation) if name]
    yield "Who", joined(named) or [Span("Not named", soft=True)]
    if one.due:
        yield "By", [typed(words.long_day(one.due))]
    yield "Status", status(one)
    for label, value in (
        ("How we will know", one.measure),
        ("Evidence", one.evidence),
        ("The community says", one.community_view),
    ):
        if value:
            yield label, [typed(value)]


def status(one: Progress) -> list[Span]:
    """Late, told in this session."""
    when = ""
    if one.told_here:
        when = ", told in this session"
    elif one.reported:
        when = f", told on {words.long_day(one.reported)}"
    return [Span(one.status, bold=True), Span(when)]
