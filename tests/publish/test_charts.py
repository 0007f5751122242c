"""The drawings: what they say in words, and that they say it in any script without a legend."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.publish.pdf.charts import shares, strips, timeline
from facilitator.publish.pdf.press import Press
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.shorten import MARK, abridged, shortened
from facilitator.publish.summary import Part, Progress, Promise, Voice
from tests.publish.leafing import alternatives, outside, overlapping, said, tight, write
from tests.publish.sample import NAMES, PARTS, SAMPLE, promise
from tests.publish.sample_parts import VOICES

PLAN = replace(SAMPLE, edition="action-plan")


class Canvas:
    """Paper that remembers where marks were made: left, bottom, right, top."""

    def __init__(self) -> None:
        self.marks: dict[str, list[tuple[float, float, float, float]]] = {}

    def _note(self, kind: str, x: float, top: float, width: float, height: float) -> None:
        self.marks.setdefault(kind, []).append((x, top - height, x + width, top))

    def bar(self, x: float, top: float, width: float, height: float, soft: bool = False) -> None:
        self._note("bar", x, top, width, height)

    def tint(self, x: float, top: float, width: float, height: float) -> None:
        self._note("tint", x, top, width, height)

    def outline(self, x: float, top: float, width: float, height: float) -> None:
        self._note("outline", x, top, width, height)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        self._note("line", min(x1, x2), max(y1, y2), abs(x2 - x1), abs(y2 - y1))

    def polygon(self, points: list[tuple[float, float]], full: bool = True) -> None:
        xs, ys = zip(*points, strict=True)
        kind = "full" if full else "empty"
        self._note(kind, min(xs), max(ys), max(xs) - min(xs), max(ys) - min(ys))

    def write(self, lines: Any, owner: Any, x: float, top: float, *_: Any) -> None:
        for piece in lines.pieces(x, top, 0, 1):
            self._note("text", piece.x, top, piece.width, lines.leading)


def drawn(drawing: Any) -> Canvas:
    canvas = Canvas()
    drawing.paint(canvas, 0.0, drawing.height)
    return canvas


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(Shaper())


def test_each_picture_tells_its_numbers_in_words(tmp_path: Path) -> None:
    strip, line, bars = alternatives(write(SAMPLE, tmp_path))
    assert strip.startswith("Two strips of time")
    assert "3: 25:00 planned, 26:52 taken" in strip
    assert "This session on Thursday 15 October 2026" in line
    assert "Session 1, C2: In progress, due 30 Sep 2026" in line
    assert "Session 1, C3: No report yet, due 15 Dec 2026" in line
    assert "C1: Starts 19 Oct, due 29 Oct 2026" in line
    assert "C8: No date settled" in line
    assert "Residents and families: 27% of the talk, 25% of the people" in bars


def test_the_same_numbers_stand_in_the_text(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    assert "Phase 1 – Who are we? Round 25:00 26:52 1:52 longer" in text
    assert "Residents and families 3 14 18:41 27% 25%" in text
    assert "By Thursday 29 October 2026 First step Put the request in writing" in text


def test_bars_are_as_long_as_their_shares(press: Press) -> None:
    canvas = drawn(shares.Shares(press, VOICES, 1.0, 500.0))
    *talk, axis = canvas.marks["bar"]
    full = 500 - shares.NAMES - shares.SAID
    assert [right - left for left, _, right, _ in talk] == pytest.approx(
        [voice.talk_share * full for voice in VOICES]
    )
    assert [right - left for left, _, right, _ in canvas.marks["outline"]] == pytest.approx(
        [voice.room_share * full for voice in VOICES]
    )
    assert axis[3] - axis[1] < len(VOICES) * shares.GROUP


def test_the_second_strip_is_as_long_as_the_evening(press: Press) -> None:
    drawing = strips.Strips(press, PARTS, 500.0)
    canvas = drawn(drawing)
    planned, took = (
        sum(getattr(part, name) for part in PARTS) for name in ("planned_s", "actual_s")
    )
    ((left, _, right, _),) = canvas.marks["tint"]
    outlines = canvas.marks["outline"]
    plan_end = max(right for _, _, right, _ in outlines[: len(PARTS)])
    assert (right - left) / (plan_end - left) == pytest.approx(took / planned, abs=0.01)
    assert len(canvas.marks["line"]) == len(PARTS)


def test_what_was_not_held_takes_no_room(press: Press) -> None:
    parts = (PARTS[0], replace(PARTS[1], actual_s=0), PARTS[2])
    assert len(drawn(strips.Strips(press, parts, 500.0)).marks["outline"]) == 5
    nothing = tuple(replace(part, actual_s=0) for part in PARTS)
    assert len(drawn(strips.Strips(press, nothing, 500.0)).marks["outline"]) == len(PARTS)


def test_a_promise_ends_on_its_day_and_late_goes_on(press: Press) -> None:
    lives, marks = timeline.lives(SAMPLE), timeline.marks(SAMPLE)
    canvas = drawn(timeline.Timeline(press, lives, marks, 500.0))
    dated = [life for life in lives if life.due]
    assert len(canvas.marks["full"]) == len(dated)
    assert len(canvas.marks["empty"]) == sum(life.step is not None for life in lives)
    middle = {
        life.name: (box[0] + box[2]) / 2
        for life, box in zip(dated, canvas.marks["full"], strict=True)
    }
    assert middle["C5"] < middle["C7"] < middle["C4"] == pytest.approx(middle["C6"])
    assert max(middle, key=middle.__getitem__) == "C3"  # due last


def test_the_days_of_sessions_are_written_beside_their_lines(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    for words in ("Session 1, 11 Jun", "This session, 15 Oct", "Next session, 19 Nov"):
        assert words in text


def test_the_new_and_the_open_are_drawn_first() -> None:
    made = [promise(f"C{n}", "Bo", "", "x", "2026-11-19") for n in range(timeline.MOST - 2)]
    old = tuple(
        Progress(
            f"session 1, C{n}",
            "2026-06-11",
            *[""] * 3,
            "2026-08-01",
            "",
            status,
            *[""] * 3,
            reported_on=status[0] != "N",
            open=status[0] == "I",
        )
        for n, status in enumerate(["Done", "Not reported on yet", "In progress"])
    )
    found = timeline.nearest(timeline.lives(replace(SAMPLE, promises=tuple(made), progress=old)))
    assert [life.name for life in found[:3]] == ["Session 1, C1", "Session 1, C2", "C0"]
    assert len(found) == timeline.MOST


@pytest.mark.parametrize(
    "summary",
    [
        replace(SAMPLE, date="", next=None),
        replace(SAMPLE, promises=(), progress=()),
        replace(SAMPLE, promises=(promise("C1", "", "", "x", "soon"),), progress=()),
    ],
)
def test_without_days_there_is_no_line_of_time(summary: Any, tmp_path: Path) -> None:
    assert timeline.lives(summary) == []
    assert len(alternatives(write(summary, tmp_path))) == 2


days = st.dates().map(str) | st.just("")
names = st.sampled_from([*NAMES.values(), "W" * 500, "", "你好世界" * 40, "👩‍👩‍👧 x" * 30])


@given(st.lists(st.tuples(names, days, days), min_size=1, max_size=6), days)
def test_no_mark_of_the_line_of_time_leaves_the_drawing(
    press: Press, rows: list[tuple[str, str, str]], coming: str
) -> None:
    made: list[Promise] = [
        promise(f"C{n}", who, "", "x", due, first_step_due=step)
        for n, (who, due, step) in enumerate(rows)
    ]
    following = replace(SAMPLE.next, date=coming) if SAMPLE.next else None
    summary = replace(SAMPLE, promises=tuple(made), progress=(), next=following)
    lives = timeline.lives(summary)
    if lives:
        _inside(timeline.Timeline(press, lives, timeline.marks(summary), 480.0))


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), min_size=1, max_size=40))
def test_no_mark_of_the_strips_leaves_the_drawing(
    press: Press, lengths: list[tuple[float, float]]
) -> None:
    parts = tuple(Part(n, "x", "Round", "", *each, ()) for n, each in enumerate(lengths, 1))
    if any(map(sum, lengths)):
        _inside(strips.Strips(press, parts, 480.0))


@given(
    names,
    st.integers(0, 1000).map(lambda n: n / 1000),
    st.integers(0, 1000).map(lambda n: n / 1000),
)
def test_no_mark_of_the_shares_leaves_the_drawing(
    press: Press, name: str, talk: float, room: float
) -> None:
    voice = Voice(name, 5, 5, 60, talk, room)
    _inside(shares.Shares(press, (voice,), max(talk, room) or 1.0, 480.0))


def _inside(drawing: Any) -> None:
    for boxes in drawn(drawing).marks.values():
        for left, bottom, right, top in boxes:
            assert left > -5
            assert right < drawing.width + 5
            assert bottom > -5
            assert top < drawing.height + 5


def test_labels_are_typed_in_any_script_and_cut_short_in_one_line(tmp_path: Path) -> None:
    voices = tuple(Voice(f"{name} {'x' * 300}", 5, 5, 60, 0.1, 0.1) for name in NAMES.values())
    path = write(replace(SAMPLE, voices=voices), tmp_path)
    assert outside(path) == []
    assert overlapping(path) == []
    text = tight(said(replace(SAMPLE, voices=voices), tmp_path))
    assert tight("Maiv Dabneeg Xyooj …") in text


@given(st.text(max_size=200), st.integers(1, 60))
def test_what_is_cut_short_is_short_and_begins_as_it_was(text: str, most: int) -> None:
    short = abridged(text, most)
    if len(text) <= most:
        assert short == text
    elif short != text:
        assert short.endswith(MARK)
        assert text.startswith(short.removesuffix(MARK))


def test_a_cut_parts_no_letter_and_stands_between_words() -> None:
    assert abridged("one two three four", 12) == "one two …"
    assert abridged("ចាន់ និទាន" * 4, 5).removesuffix(MARK) in "ចាន់ និទាន" * 4
    assert abridged("👩‍👩‍👧" * 9, 2) == "👩‍👩‍👧" * 2 + MARK
    assert shortened(("a\n b",), 9) == ("a b",)
