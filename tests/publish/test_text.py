"""Text before it becomes paper: cleaned, ordered, shaped and broken to lines."""

import bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.publish import words
from facilitator.publish.pdf.breaking import lay
from facilitator.publish.pdf.direction import levels, visual_order
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.text import Lines, Span
from facilitator.publish.typed import clusters, one_line, plain

ARABIC = "ليلى"
TYPED = "abאבليת 12٣٤,.-+$%:!؟\u0301\u064b"


def lines(made: Lines) -> list[str]:
    """The lines as read, without the spaces at their ends."""
    return [line.text.rstrip() for line in made.lines]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00\x07b", "ab"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("x\u202ey\u202c\u2067z\u2069", "xyz"),
        ("lone \ud83d", "lone \ufffd"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),  # a joiner that Persian needs
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_plain_text_keeps_words_and_drops_controls(typed: str, kept: str) -> None:
    assert plain(typed) == kept


def test_a_title_is_one_line() -> None:
    assert one_line(" Who\nare  we ") == "Who are we"


def test_letters_are_never_cut_apart() -> None:
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert clusters("👍🏽👨\u200d👩\u200d👧") == ["👍🏽", "👨\u200d👩\u200d👧"]
    assert clusters("ក្រុម") == ["ក្រុ", "ម"]


@given(st.text(TYPED, max_size=20))
def test_order_is_that_of_the_bidi_library(text: str) -> None:
    base, found = levels([(text, False)])
    display = bidi.get_display(text, base_dir="LR"[base])
    if not text[-1:].isspace():  # where spaces at the end go is settled per line
        assert "".join(text[index] for index in visual_order(found)) == display


def test_a_name_does_not_turn_its_neighbours_round() -> None:
    base, found = levels([("Seen by ", False), (ARABIC, True), (", 2026", False)])
    assert base == 0
    assert found == [0] * 8 + [1] * 4 + [0] * 6
    assert levels([(ARABIC, False), (", 2026", False)])[0] == 1


def test_a_line_breaks_at_spaces_and_hyphens() -> None:
    made = lay(Shaper(), [Span("a well-known long-lasting question")], 10, 72)
    assert lines(made) == ["a well-known", "long-lasting", "question"]


def test_bold_and_regular_parts_of_a_word_stay_together() -> None:
    made = lay(Shaper(), [Span("aaaa bbbb"), Span("cccc", bold=True), Span(", d")], 10, 52)
    assert lines(made) == ["aaaa", "bbbbcccc,", "d"]


@pytest.mark.parametrize("word", ["x" * 500, ARABIC * 125, "ចាន់" * 125, "W" * 500, "e\u0301" * 250])
def test_a_long_word_is_cut_to_the_width(word: str) -> None:
    made = lay(Shaper(), [Span("before " + word + " after")], 10, 100)
    assert "".join(lines(made)).replace(" ", "") == f"before{word}after"
    for line in made.lines:
        assert line.visible <= 100.01


def test_chinese_breaks_anywhere_but_before_a_stop() -> None:
    made = lay(Shaper(), [Span("我们希望有翻译，谢谢。")], 10, 71)
    assert lines(made) == ["我们希望有翻", "译，谢谢。"]


def test_each_new_line_is_kept() -> None:
    assert lines(lay(Shaper(), [Span("one\n\ntwo")], 10, 100)) == ["one", "", "two"]


def test_khmer_says_its_text_where_glyphs_cannot() -> None:
    (piece,) = lay(Shaper(), [Span("ក្រុម")], 10, 100).pieces(0, 0)
    assert piece.actual == "ក្រុម"
    (piece,) = lay(Shaper(), [Span("office")], 10, 100).pieces(0, 0)
    assert piece.actual == ""


def test_right_to_left_text_starts_on_the_right() -> None:
    (piece,) = lay(Shaper(), [Span(ARABIC)], 10, 100).pieces(0, 0)
    start = float(piece.operators.split(" Td")[0].split()[-2])
    assert 70 < start < 100


def test_unknown_signs_take_the_room_of_a_mark() -> None:
    word = Shaper().word("\U00012000")
    assert word.width > 0
    assert word.exact


def test_words_for_dates_times_and_counts() -> None:
    assert words.long_day("2026-10-15") == "Thursday 15 October 2026"
    assert words.long_day("next spring") == "next spring"
    assert words.short_day("2026-10-29") == "29\u00a0Oct\u00a02026"
    assert words.short_day("by and by") == "by and by"
    assert words.clock(4503.4) == "75:03"
    assert words.clock(-5) == "0:00"
    assert words.against(600, 640) == "0:40 longer"
    assert words.against(600, 410) == "3:10 shorter"
    assert words.against(600, 600.2) == "as planned"
    assert words.counted(1, "note", "notes") == "one note"
    assert words.counted(1200, "note", "notes") == "1,200 notes"
