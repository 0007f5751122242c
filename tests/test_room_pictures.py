"""How the room screen is painted: large enough for 15 metres, in greys that are told apart."""

import pytest
from PySide6.QtGui import QImage

from tests.sights.room import painted, shades
from ui.room.wall import Clock, Field, Promise, Wall

SIZES = ((1920, 1080), (1280, 720), (1024, 768))
QUESTION = "What will you do, with whom, and what is the first step? "
WALL = Wall("5\u2002Where are we?", "ends 19:30", Clock("14:02", "left", 0.2), (QUESTION,))

pytestmark = pytest.mark.usefixtures("dressed")


def contrast(picture: QImage) -> float:
    """Return the contrast between the darkest and the lightest grey (WCAG 2.1, 1.4.3)."""
    values = [shade / 255 for row in shades(picture) for shade in (min(row), max(row))]
    light, dark = (((v + 0.055) / 1.055) ** 2.4 for v in (max(values), min(values)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.parametrize("digits", ["14:02", "1:42:10", "0:07"])
@pytest.mark.parametrize("word", ["left", "paused", "over"])
def test_digits_are_a_quarter_of_the_height(wide: int, high: int, digits: str, word: str) -> None:
    rows = shades(painted(Wall(clock=Clock(digits, word, 0.0)), wide, high), 0.12, 0.47)
    inked = [n for n, row in enumerate(rows) if min(row[: wide // 4]) < 100]
    assert inked[-1] - inked[0] + 1 >= 0.25 * high


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.parametrize(
    "page",
    [
        Wall(aside="ends 19:30"),
        Wall(title="Where are we?"),
        Wall(texts=(QUESTION,)),
        Wall(clock=Clock("1:12", "over", 1.1, over=True), title="Where are we?"),
        Wall(clock=Clock("1:12", "paused", 0.1, still=True)),
        Promise("", (1, 1), "", "", "Parable Falls Police", "", (), "", "", False),
        Promise("", (1, 1), "", "", "", "", (Field("", "By the end of June"),), "", "", False),
        Promise("", (1, 1), "", "", "", "", (), "", "Waiting for a spoken yes", True),
    ],
)
def test_greys_are_told_apart_by_seven_to_one(page: Wall | Promise, wide: int, high: int) -> None:
    assert contrast(painted(page, wide, high)) >= 7


def test_overtime_turns_the_field_dark() -> None:
    over = painted(WALL._replace(clock=Clock("1:12", "over", 1.1, over=True)), 1280, 720)
    usual = painted(WALL, 1280, 720)
    assert [max(over.pixel(2, y) & 255 for y in (2, 300)), over.pixel(2, 700) & 255] == [23, 255]
    assert usual.pixel(2, 2) & 255 == 255


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_a_long_question_takes_turns_and_never_scrolls(wide: int, high: int) -> None:
    long = WALL._replace(texts=(QUESTION * 6,), speaking="Speaking", speaker="Ana")
    first, second = painted(long, wide, high), painted(long, wide, high, now=20_000)
    assert first != second
    assert painted(long, wide, high, now=19_999) == first
    assert painted(long, wide, high, now=40_000) == first
    short = WALL._replace(texts=(QUESTION,))
    assert painted(short, wide, high) == painted(short, wide, high, now=20_000)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "w" * 3000, "ក" * 300, "🎉" * 40, "a\tb <b>"])
def test_any_text_is_painted_within_the_screen(text: str) -> None:
    promise = Promise(
        text, (9, 99), "9 of 99", text, text, text, (Field(text, text),), text, text, True
    )
    wall = Wall(
        text, text, Clock("0:01", text, 0.5), (text, text), True, text, text, text, (text, text)
    )
    for page in (promise, wall):
        picture = painted(page, 1024, 768)
        assert all(min(row[:40]) == 255 and min(row[-40:]) == 255 for row in shades(picture))
