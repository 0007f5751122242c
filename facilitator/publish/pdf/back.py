"""The pages after page one: the course of the session, the voices, every note, every promise."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator.publish.pdf import words
from facilitator.publish.pdf.bars import ShareBar, TimeBar
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.front import owner_spans, source_spans
from facilitator.publish.pdf.press import BODY, NOTE, Column, Press, Words, typed, typed_list
from facilitator.publish.pdf.sheet import THIN, Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, Part, Promise, Summary

TIME_BAR, SHARE_BAR = 70.0, 102.0
TOGETHER = 240.0  # a promise lower than this is not parted


def back(summary: Summary, press: Press) -> Iterator[Block]:
    yield press.section("How the session ran", fresh=True)
    yield from _course(summary, press)
    yield press.section("Who spoke")
    yield from _voices(summary, press)
    yield press.section("What we heard, part by part")
    yield from _notes(summary, press)
    yield press.section("The promises in full")
    yield from _promises(summary, press)
    if summary.ground_rules or summary.notices:
        yield press.section("What we agreed on and were told")
        yield from _agreed(summary, press)


def _course(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.parts:
        yield press.paragraph("No agenda was set for this session.")
        return
    columns = [
        Column("No.", 18, right=True),
        Column("Part", 130, row_header=True),
        Column("Kind", 76),
        Column("Planned", 40, right=True),
        Column("Took", 34, right=True),
        Column("Difference", 64, right=True),
        Column("Bar: took.\nLine: planned.", TIME_BAR),
    ]
    yield press.paragraph(_course_line(summary), after=6)
    longest = max(max(part.planned_s, part.actual_s) for part in summary.parts) or 1.0
    rows = [_part_row(part, longest, summary.finished) for part in summary.parts]
    yield press.table(columns, rows)


def _course_line(summary: Summary) -> str:
    planned = sum(part.planned_s for part in summary.parts)
    took = sum(part.actual_s for part in summary.parts)
    parts = words.sentence(words.counted(len(summary.parts), "part", "parts"))
    times = f"{words.clock(planned)} planned, {words.clock(took)} taken"
    return f"{parts}: {times}, in minutes and seconds."


def _part_row(part: Part, longest: float, finished: bool) -> list[Words | Cell]:
    title = [typed(part.title or "Untitled part")]
    kind = [typed(part.kind)]
    took, difference = words.clock(part.actual_s), words.against(part.planned_s, part.actual_s)
    if not part.actual_s:
        took, difference = "–", "not held" if finished else "not yet"
    bar = TimeBar(part.actual_s / longest, part.planned_s / longest, TIME_BAR)
    return [str(part.number), title, kind, words.clock(part.planned_s), took, difference, bar]


def _voices(summary: Summary, press: Press) -> Iterator[Block]:
    if summary.groups_present:
        came: list[Span] = [Span("In the room: "), *typed_list(summary.groups_present), Span(".")]
        yield press.paragraph(came)
    if summary.groups_missing:
        spans = [Span("Missing: ", bold=True), *typed_list(summary.groups_missing), Span(".")]
        yield press.paragraph(spans)
    if not summary.voices:
        yield press.paragraph("No talk was timed in this session.")
        return
    turns = words.counted(summary.turns, "turn", "turns")
    text = f"{words.sentence(turns)}, {words.clock(summary.talk_s)} of talk in minutes and seconds."
    yield press.paragraph(text, after=6)
    columns = [
        Column("Group", 120, row_header=True),
        Column("People", 36, right=True),
        Column("Turns", 32, right=True),
        Column("Talk", 38, right=True),
        Column("Share of\nthe talk", 52, right=True),
        Column("Share of\nthe room", 52, right=True),
        Column("Full: talk.\nEmpty: room.", SHARE_BAR),
    ]
    most = max(max(voice.talk_share, voice.room_share) for voice in summary.voices) or 1.0
    rows: list[list[Words | Cell]] = [
        [
            [typed(voice.group)],
            f"{voice.people:,}",
            f"{voice.turns:,}",
            words.clock(voice.talk_s),
            words.share(voice.talk_share),
            words.share(voice.room_share),
            ShareBar(voice.talk_share / most, voice.room_share / most, SHARE_BAR),
        ]
        for voice in summary.voices
    ]
    yield press.table(columns, rows)


def _notes(summary: Summary, press: Press) -> Iterator[Block]:
    full = [part for part in summary.parts if part.heard]
    empty = [part.title or f"Part {part.number}" for part in summary.parts if not part.heard]
    if not full and not summary.elsewhere:
        yield press.paragraph("There are no notes in this edition.")
        return
    for part in full:
        title = [Span(f"{part.number}. "), typed(part.title or "Untitled part")]
        yield from _group(press, title, part.prompt, part.heard)
    if summary.elsewhere:
        yield from _group(press, [Span("Outside the agenda")], "", summary.elsewhere)
    if empty:
        spans = [Span("No notes in this edition from: "), *typed_list(empty), Span(".")]
        yield Block(press.text(spans, NOTE, soft=True), before=10)


def _group(
    press: Press, title: list[Span], prompt: str, heard: tuple[Heard, ...]
) -> Iterator[Block]:
    after = 1 if prompt else 5
    yield press.heading(title, Role.PART, 14, after)
    if prompt:
        asked = [Span("Asked: "), typed(prompt)]
        yield Block(press.text(asked, soft=True), after=6, keep=len(prompt) < 500)
    for note in heard:
        spans = [Span(note.text), *source_spans(note)]
        yield press.labelled(note.kind, spans, soft=True)


def _promises(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.promises and not summary.requests:
        yield press.paragraph("No promises were made in this session.")
    for place, promise in enumerate(summary.promises):
        yield from _promise(press, promise, THIN if place else 0.0)
    if summary.requests:
        yield press.heading("Asked, with no owner in the room", Role.PART, 20, 2)
    for place, request in enumerate(summary.requests):
        yield from _promise(press, request, THIN if place else 0.0)


def _promise(press: Press, promise: Promise, rule: float) -> list[Block]:
    """Every field that was filled, each beside its name; on one page if it is short."""
    number: list[Span] = [typed(promise.id)]
    text = [Span(promise.text or "Nothing was written down.", bold=True)]
    before = 9 if rule else 0
    head = press.labelled(number, text, bold=True, size=BODY, before=before, after=2, rule=rule)
    blocks = [head]
    for label, value in _fields(promise):
        blocks.append(press.labelled(label, value, soft=True, after=0))
    if sum(block.cell.height for block in blocks) < TOGETHER:
        blocks = [replace(block, keep=True) for block in blocks[:-1]] + blocks[-1:]
    return blocks


def _fields(promise: Promise) -> Iterator[tuple[str, list[Span]]]:
    owner = typed(promise.who or promise.organisation)
    if promise.who:
        yield "Who", owner_spans(promise)
    elif promise.organisation:
        yield "Asked of", [owner]
    if promise.due:
        yield "By", [typed(words.long_day(promise.due))]
    if promise.first_step or promise.first_step_due:
        yield "First step", _first_step(promise)
    for label, value in (
        ("How we will know", promise.measure),
        ("Support needed", promise.support),
        ("Who benefits", promise.benefits),
        ("Who may carry a burden", promise.burden),
        ("Kind and status", ", ".join(filter(None, (promise.kind, promise.status.lower())))),
    ):
        if value:
            yield label, [typed(value)]


def _first_step(promise: Promise) -> list[Span]:
    step = [typed(promise.first_step)] if promise.first_step else []
    if not promise.first_step_due:
        return step
    by = typed(words.long_day(promise.first_step_due))
    return [*step, Span(", by "), by] if step else [Span("By "), by]


def _agreed(summary: Summary, press: Press) -> Iterator[Block]:
    """The ground rules by number, and what everybody was told beforehand."""
    for number, rule in enumerate(summary.ground_rules, 1):
        label = "Ground rules" if number == 1 else ""
        yield press.labelled(label, [Span(f"{number}. "), typed(rule)])
    for place, notice in enumerate(summary.notices):
        yield press.labelled("" if place else "Told to all", [typed(notice)])
