"""The clock is never cut, whatever it says and however large it is."""

from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.style import colour, font
from ui.widgets import clock_face, ink
from ui.widgets.clock_face import ClockFace, Face

SIZES = [
    (420, 110),
    (420, 192),
    (560, 148),
    (662, 224),
    (300, 66),
    (300, 56),
    (1400, 456),
    (2964, 500),
]
ENDS = "due to end 19:13"
FACES = {
    "left": Face("Where are we?", 4, "12:40", "left", "of 25:00", "ends 19:13", running=True),
    "over": Face(
        "Now", 4, "2:15", "over", "the planned 25:00", ENDS, share=1.1, step=0.2, over=True
    ),
    "hours": Face("A long day", 1, "1:42:10", "left", "of 2:00:00", "ends 19:13", running=True),
    "hours over": Face("", 1, "1:42:10", "over", "the planned 2:00:00", ENDS, share=1.9, over=True),
    "paused": Face("x" * 3000, 12, "10:41", "paused", "for 1:42:10", "over, since 19:02"),
    "waiting": Face("ليلى", 1, "2:10", "not started", "10 min planned", "due 8:00", next="x " * 99),
    "soon": Face("Break", 9, "0:41", "left", "of 25:00", "ends 19:13", "wrap up soon", step=0.2),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", FACES)
def test_nothing_is_cut(
    dressed: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
) -> None:
    elided: list[str] = []

    def write(painter: QPainter, rect: QRect, text: str, *how: Any, **tint: Any) -> int:
        if ink.width(text, *how[:2]) > rect.width():
            elided.append(text)
        return ink.write(painter, rect, text, *how, **tint)

    widget, face = ClockFace(), FACES[name]
    qtbot.addWidget(widget)
    widget.resize(*size)
    monkeypatch.setattr(clock_face, "write", write)
    widget.show_face(face)
    image = widget.grab().toImage()
    assert not {face.word, face.of, face.ends, face.soon} & set(elided)

    ground = colour("late_fill" if face.over else "paper")
    edge = 4 if face.soon else 0
    for x in (6, image.width() - 6):
        rows = range(edge, image.height() - edge)
        assert {image.pixelColor(x, y).name() for y in rows} == {ground.name()}


def test_digits_have_one_width(dressed: QApplication) -> None:
    for size, bold in ((13, False), (14, True), (172, True), (320, True)):
        metrics = QFontMetricsF(font(size, bold))
        assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1
