"""The only timer: it wakes when the second that shows is over, and not a second later."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.clock import Clock
from tests.desk import Desk
from ui.ticker import Ticker

JUST_OVER = 2  # ms past the second, so that the second shows as over
T = 1_800_000_000_000


def wakes_in(ticker: Ticker) -> int:
    """Return the ms in which it was asked to wake."""
    timer = ticker.findChild(QTimer)
    assert timer.isActive()
    return int(timer.interval())


@pytest.mark.parametrize(
    ("second_over", "now", "wait"),
    [
        (0, T, 1000),
        (0, T + 1, 999),
        (0, T + 999, 1),
        (0, T + 1000, 1000),
        (T + 400, T, 400),
        (T + 400, T + 399, 1),
        (T + 400, T + 400, 1000),
        (T + 61_400, T + 900, 500),  # the end of a part, a minute from now
        (T - 600, T + 900, 500),  # a part in overtime
    ],
)
def test_it_wakes_when_the_second_that_shows_is_over(
    qtbot: QtBot, clock: Clock, second_over: int, now: int, wait: int
):
    clock.ms = now
    ticker = Ticker(clock)
    ticker.start(second_over)
    assert wakes_in(ticker) == wait + JUST_OVER


def test_it_wakes_by_itself_and_then_a_second_later(qtbot: QtBot, clock: Clock):
    clock.ms = T + 980
    ticker, beats = Ticker(clock), list[object]()
    ticker.beat.connect(beats.append)
    with qtbot.waitSignal(ticker.beat, timeout=900):  # it comes in 22 ms
        ticker.start()
        clock.ms = T + 1002
    assert beats == [T + 1002]
    assert wakes_in(ticker) == 1000


def test_the_window_wakes_by_the_part_that_runs(desk: Desk):
    ticker = desk.house.findChild(Ticker)
    desk.clock.advance(0.4)
    desk.press("Ctrl+PgDown")  # a part that began 400 ms past the second
    desk.clock.advance(0.1)
    desk.house.findChild(Ticker).strike()
    assert wakes_in(ticker) == 900 + JUST_OVER
