"""What became of the promises of earlier sessions, as far as somebody reported it."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator.publish import words
from facilitator.publish.counts import earlier
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.promises import head_span
from facilitator.publish.pdf.pages.spans import joined
from facilitator.publish.pdf.press import BODY, Column, Press, Words, typed
from facilitator.publish.pdf.sheet import THIN, Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Progress, Summary

TOGETHER = 200.0  # a promise lower than this is not parted


def progress(summary: Summary, press: Press) -> Iterator[Block]:
    """Each report in full; what nobody reported on is a table, since there is no more to tell."""
    if not summary.progress:
        return
    yield press.section("What became of earlier promises", name="progress")
    said = " ".join(f"{sentence}." for sentence in earlier(summary).sentences)
    yield press.paragraph(said, after=6)
    known = [one for one in summary.progress if one.reported_on]
    for place, one in enumerate(known):
        yield from _one(press, one, THIN if place else 0.0)
    if rest := unreported(summary):
        if known:
            yield press.heading("Not reported on yet", Role.PART, 14, 4)
        yield press.table(_COLUMNS, [_row(one) for one in rest])


def unreported(summary: Summary) -> list[Progress]:
    return [one for one in summary.progress if not one.reported_on]


_COLUMNS = (
    Column("No.", 78),
    Column("Who", 112, row_header=True),
    Column("What", 228),
    Column("By", 66),
)


def _row(one: Progress) -> list[Words]:
    measure = [Span("\nHow we will know: ", soft=True), typed(one.measure, soft=True)]
    due = Span(words.short_day(one.due)) if one.due else Span("No date", soft=True)
    return [
        [typed(words.sentence(one.ref))],
        who(one),
        [*what(one), *(measure if one.measure else [])],
        [due],
    ]


def what(one: Progress) -> list[Span]:
    """Request: interpreters at school meetings."""
    plain = one.kind.lower() in ("", "pledge")
    return [*([] if plain else [Span(f"{one.kind}: ", bold=True)]), typed(one.text)]


def who(one: Progress) -> list[Span]:
    named = [typed(name) for name in (one.who, one.organisation) if name]
    return joined(named) or [Span("No owner" if one.asked else "Not named", soft=True)]


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
    if one.asked:
        yield "Kind", [Span(one.kind)]
    yield "Who", who(one)
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
    """In progress, told in this session."""
    when = ""
    if one.told_here:
        when = ", told in this session"
    elif one.reported:
        when = f", told on {words.long_day(one.reported)}"
    return [Span(one.status, bold=one.reported_on), Span(when)]
