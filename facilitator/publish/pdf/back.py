"""The pages after page one: the course of the session, the voices, every note, every promise."""

from collections.abc import Iterator

from facilitator.publish.pdf import words
from facilitator.publish.pdf.bars import ShareBar, TimeBar
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.front import owner_spans
from facilitator.publish.pdf.press import NOTE, Column, Press, Words, typed, typed_list
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, Part, Promise, Summary

TIME_BAR, SHARE_BAR = 110.0, 96.0


def back(summary: Summary, press: Press) -> Iterator[Block]:
    yield press.section("How the session ran", fresh=True)
    yield from _course(summary, press)
    yield press.section("Who spoke")
    yield from _voices(summary, press)
    yield press.section("What we heard, part by part")
    yield from _notes(summary, press)
    yield press.section("The promises in full")
    yield from _promises(summary, press)


def _course(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.parts:
        yield press.paragraph("No agenda was set for this session.")
        return
    columns = [
        Column("", 16, right=True),
        Column("Part", 148, row_header=True),
        Column("Planned", 40, right=True),
        Column("Took", 40, right=True),
        Column("Difference", 78, right=True),
        Column("Bar: took. Line: planned.", TIME_BAR),
    ]
    yield press.paragraph(_course_line(summary), after=6)
    longest = max(max(part.planned_s, part.actual_s) for part in summary.parts) or 1.0
    rows = [_part_row(part, longest, summary.finished) for part in summary.parts]
    yield press.table(columns, rows)


def _course_line(summary: Summary) -> str:
    planned = sum(part.planned_s for part in summary.parts)
    took = sum(part.actual_s for part in summary.parts)
    parts = words.sentence(words.counted(len(summary.parts), "part", "parts"))
    return (
        f"{parts}: {words.clock(planned)} planned, {words.clock(took)} taken, in minutes and seconds."
    )


def _part_row(part: Part, longest: float, finished: bool) -> list[Words | Cell]:
    title: list[Span] = [typed(part.title or "Untitled part")]
    if part.kind:
        title += [Span("  "), typed(part.kind, soft=True)]
    took, difference = words.clock(part.actual_s), words.against(part.planned_s, part.actual_s)
    if not part.actual_s:
        took, difference = "–", "not held" if finished else "not yet"
    bar = TimeBar(part.actual_s / longest, part.planned_s / longest, TIME_BAR)
    return [str(part.number), title, words.clock(part.planned_s), took, difference, bar]


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
        Column("Group", 122, row_header=True),
        Column("People", 36, right=True),
        Column("Turns", 32, right=True),
        Column("Talk", 40, right=True),
        Column("Share of the talk", 50, right=True),
        Column("Share of the room", 56, right=True),
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
        source = [Span("  "), typed(note.source, soft=True)] if note.source else []
        yield press.labelled(note.kind, [Span(note.text), *source], soft=True)


def _promises(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.promises and not summary.requests:
        yield press.paragraph("No promises were made in this session.")
    for promise in summary.promises:
        yield from _promise(press, promise)
    if summary.requests:
        yield press.heading("Asked, with no owner in the room", Role.PART, 16, 5)
    for request in summary.requests:
        yield from _promise(press, request)


def _promise(press: Press, promise: Promise) -> Iterator[Block]:
    yield press.labelled(promise.id, [Span(promise.text, bold=True)], bold=True)
