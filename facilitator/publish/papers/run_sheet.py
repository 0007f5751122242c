"""The run sheet: what the facilitator holds in the hand, with times, prompts and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.publish import words
from facilitator.publish.papers.paper import Asked, Page, foot, marks, title
from facilitator.publish.pdf.flow import Block, Cell, Place, Row, Stack
from facilitator.publish.pdf.pouring import pour
from facilitator.publish.pdf.press import BODY, NOTE, SIZES, Press, typed, typed_list
from facilitator.publish.pdf.sheet import THICK, THIN, Role, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.typed import one_line, plain, tidy
from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE
from facilitator.room.kinds import kind_in_words
from facilitator.room.meeting import Meeting
from facilitator.room.timetable import Line, Timetable, timetable

NAME = "Run sheet"
TIMES, SAID = 92.0, 104.0  # the column of times; where the rest begins
CLOCK, TITLE, PROMPT = 16.0, 13.0, 12.0  # points, to be read while standing
TOGETHER = 320.0  # a part lower than this is not cut
LINE = 20.0  # from line to line, to write on
PER_LINE, MOST_LINES = 10 * MINUTE, 4  # in a longer part there is more to be written
NUMBER = 24.0  # the column of numbers before what is told


def pages(asked: Asked) -> list[Page]:
    press = asked.press
    page, width = press.page, press.width
    poured = pour(list(_story(asked)), page.room)
    return [
        [*marks(placed, page.margin, page.top, width), *foot(asked, NAME, number, len(poured))]
        for number, placed in enumerate(poured, 1)
    ]


@dataclass(slots=True)
class Whole(Row):
    """A row that is cut only if it is very high."""

    def split(self, room: float) -> tuple[Row | None, Row | None]:
        return (None, self) if room < self.height <= TOGETHER else Row.split(self, room)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on."""

    count: int
    width: float

    @property
    def height(self) -> float:
        return self.count * LINE

    def split(self, room: float) -> tuple[Cell | None, Cell | None]:
        """What has no room any more is not needed on another page."""
        fits = min(self.count, int(room / LINE))
        return (replace(self, count=fits), None) if fits else (None, self)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        for n in range(1, self.count + 1):
            sheet.rule(x + SAID, top - n * LINE, self.width, THIN)


def _story(asked: Asked) -> Iterator[Block]:
    meeting, press = tidy(asked.state.meeting), asked.press
    times = timetable(meeting, asked.state.agenda, asked.now)
    yield Block(press.text([typed(one_line(meeting.series))], NOTE, soft=True), after=2)
    head = press.text([typed(title(meeting))], SIZES[Role.TITLE], role=Role.TITLE, bold=True)
    yield Block(head, after=6)
    for spans in _circumstances(meeting, times):
        yield press.paragraph(spans, after=2)
    held = [line for line in times.lines if line.stretch.state != "dropped"]
    for n, line in enumerate(held):
        yield from _part(press, meeting, line, times, first=not n)
    yield from _end(press, meeting, times)
    yield from _left_out(press, times)
    yield from _to_tell(press, meeting)


def _circumstances(meeting: Meeting, times: Timetable) -> Iterator[list[Span]]:
    when = words.long_day(meeting.date) if meeting.date else "Date not noted"
    place = ", ".join(filter(None, map(one_line, (meeting.venue, meeting.city))))
    yield [typed(when), Span(". "), typed(place or "Place not noted"), Span(".")]
    count = sum(line.stretch.state != "dropped" for line in times.lines)
    if not count:
        yield [Span("No agenda is planned yet.")]
        return
    parts = words.sentence(words.counted(count, "part", "parts"))
    yield [Span(f"{parts}, {_minutes(times.planned)} planned. "), *_spare(meeting, times)]


def _spare(meeting: Meeting, times: Timetable) -> list[Span]:
    """Say how the plan meets the closing of the hall."""
    if times.spare is None:
        return []
    hall = f"the hall closes at {_clock(meeting, times.closes or 0)}"
    if times.spare < 0:
        over = f"It runs {_minutes(-times.spare)} too long: {hall}."
        return [Span(over, bold=True)]
    return [Span(f"It ends with {_minutes(times.spare)} to spare; {hall}.")]


def _part(
    press: Press, meeting: Meeting, line: Line, times: Timetable, first: bool
) -> Iterator[Block]:
    part: Segment = tidy(line.stretch.part)
    left, right = TIMES, press.width - SAID
    clock = press.text(_moment(meeting, times, line.stretch.begins), CLOCK, left, bold=True)
    told = press.text("\n".join(_lengths(part, line)), NOTE, left)
    head: list[Span] = [typed(one_line(part.title) or "Untitled part", bold=True)]
    drop = CLOCK - TITLE
    cells: list[Cell] = [press.text(head, TITLE, right, Role.SECTION, drop=drop)]
    cells.append(press.text(_manner(part), NOTE, right, soft=True, drop=1))
    if part.prompt:
        cells.append(press.text([typed(plain(part.prompt))], PROMPT, right, drop=5))
    if part.purpose:
        why = [Span("Why: "), typed(plain(part.purpose))]
        cells.append(press.text(why, NOTE, right, soft=True, drop=4))
    # Read aloud, the heading comes first.
    places = (Place(SAID, right, Stack(tuple(cells))), Place(0, left, Stack((clock, told))))
    yield Block(Whole(places, pad=7), before=12, rule=THICK if first else THIN, keep=True)
    yield Block(Ruled(min(MOST_LINES, 1 + part.length // PER_LINE), right), after=16)


def _lengths(part: Segment, line: Line) -> Iterator[str]:
    yield _minutes(part.length + part.granted)
    if 0 < part.least < part.length:
        yield f"at least {_minutes(part.least)}"
    if part.fixed_start is not None:
        yield "fixed start"
    if line.clash >= MINUTE:
        yield f"{_minutes(line.clash)} late by plan"
    elif line.gap >= MINUTE:
        yield f"{_minutes(line.gap)} free before"


def _manner(part: Segment) -> list[Span]:
    """Say what kind of part it is, who leads it, and how long one speaks."""
    spans = [Span(kind_in_words(part.kind))]
    if part.leader:
        spans += [Span(", led by "), typed(one_line(part.leader), bold=True)]
    if part.turn_limit:
        spans.append(Span(f", turns of {_minutes(part.turn_limit)}"))
    if part.think:
        spans.append(Span(f", {_minutes(part.think)} of silence first"))
    return spans


def _end(press: Press, meeting: Meeting, times: Timetable) -> Iterator[Block]:
    if times.lines:
        clock = press.text(_moment(meeting, times, times.ends), CLOCK, TIMES, bold=True)
        right = press.width - SAID
        end = press.text("End", TITLE, right, bold=True, drop=CLOCK - TITLE)
        yield Block(Whole((Place(0, TIMES, clock), Place(SAID, right, end)), 7), rule=THICK)


def _left_out(press: Press, times: Timetable) -> Iterator[Block]:
    out = [line.stretch.part.title for line in times.lines if line.stretch.state == "dropped"]
    if out:
        named = typed_list([one_line(name) or "an untitled part" for name in out])
        yield press.paragraph([Span("Left out: "), *named, Span(".")], NOTE, soft=True)


def _to_tell(press: Press, meeting: Meeting) -> Iterator[Block]:
    """What is said to the room at the beginning: the notices, and the rules proposed to it."""
    notices = [plain(text) for text in meeting.notices.values() if text.strip()]
    for label, texts in (("To tell the room", notices), ("Ground rules", meeting.ground_rules)):
        if texts:
            yield replace(press.section(label), before=26)
        for number, text in enumerate(texts, 1):
            yield press.labelled(str(number), [typed(text)], size=BODY, soft=True, indent=NUMBER)


def _moment(meeting: Meeting, times: Timetable, at: int) -> str:
    """Return a time of day, or how long after the beginning where that has no time yet."""
    if times.dated:
        return _clock(meeting, at)
    hours, minutes = divmod(at // MINUTE, 60)
    return f"+{hours}:{minutes:02}"


def _clock(meeting: Meeting, at: int) -> str:
    return f"{meeting.local(at):%H:%M}"


def _minutes(length: int) -> str:
    """Return 25 min, 1:30 min."""
    minutes, seconds = divmod(round(length / 1000), 60)
    return f"{minutes}:{seconds:02}\u00a0min" if seconds else f"{minutes}\u00a0min"
