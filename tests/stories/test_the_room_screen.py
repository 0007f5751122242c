"""The room screen: on the projector by itself, never over the controls, nothing private."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.desk import Desk
from tests.sights.room import Screens, grey, plugged_in, shades
from ui.room.displays import is_apart


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged_in(monkeypatch)


@pytest.fixture
def desk(screens: object, desk: Desk) -> Desk:
    """The window with a session that runs, and a projector."""
    return desk


@pytest.fixture
def projector(desk: Desk) -> Screens:
    displays = desk.house.room.displays
    assert isinstance(displays, Screens)
    return displays


# The projector


def test_it_finds_the_projector_and_takes_no_keys(desk: Desk) -> None:
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")
    desk.type("half a ")
    desk.press("F9")
    assert (desk.room.state, desk.room.place) == ("Room on", "projector")
    assert desk.room.words == ["ends 08:35", "25:00", "left", "Where are we?"]
    desk.type("note")
    assert desk.line == "half a note"
    desk.press("F9")
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")


def test_it_goes_with_the_projector_and_comes_back_with_it(desk: Desk, projector: Screens) -> None:
    desk.press("F9")
    projector.pull_out()
    assert (desk.room.state, desk.room.place) == ("No projector", "nowhere")
    desk.later(1)
    assert desk.room.place == "nowhere"
    projector.plug_in()
    assert (desk.room.state, desk.room.place) == ("Room on", "projector")
    assert desk.room.words[1] == "24:59"


def test_it_goes_within_a_second_when_nobody_tells_that_the_screen_went(
    desk: Desk, projector: Screens
) -> None:
    desk.press("F9")
    projector.there = False  # or the controls were moved onto it
    desk.later(1)
    assert desk.room.place == "nowhere"
    projector.there = True
    desk.later(1)
    assert desk.room.place == "projector"


def test_what_was_turned_off_meanwhile_stays_off(desk: Desk, projector: Screens) -> None:
    desk.press("F9")
    projector.pull_out()
    desk.press("F9")
    projector.plug_in()
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")


LAPTOP, RIGHT = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("screen", "window", "apart"),
    [
        (RIGHT, QRect(100, 100, 1024, 640), True),
        (RIGHT, QRect(-8, -8, 1382, 784), True),  # maximised, with its frame
        (RIGHT, QRect(1000, 100, 1024, 640), False),  # half of it is on the projector
        (LAPTOP, QRect(100, 100, 1024, 640), False),  # a mirror
        (QRect(0, 0, 1024, 768), QRect(100, 100, 1024, 640), False),  # a smaller mirror
        (QRect(0, -1080, 1920, 1080), QRect(100, 0, 1024, 640), True),  # above
    ],
)
def test_a_projector_shows_nothing_of_the_controls(
    screen: QRect, window: QRect, apart: bool
) -> None:
    assert is_apart(screen, [LAPTOP, window]) is apart


def test_it_is_off_when_the_window_opens_again(desk: Desk) -> None:
    desk.press("F9")
    desk.leave()
    assert desk.room.place == "nowhere"
    desk.sit()
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")


def test_without_a_session_there_is_nothing_to_show(desk: Desk) -> None:
    desk.press("F9")
    desk.house.filing.put_away()
    assert desk.room.place == "nowhere"
    desk.house.open_example()
    assert desk.room.words[-1] == "Thank you for coming"
    desk.house.filing.put_away()
    desk.press("F9", "F9", "F12")
    assert desk.room.place == "nowhere"


TWO_SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
}
CARRIED_ABOUT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.clock import Clock
from ui import style
from ui.app import Shell

app = QApplication([])
style.dress(app)
clock = Clock(1_800_000_600_000)
shell = Shell()
shell.show()
house = shell.furnish(clock)
shell.open(Path(sys.argv[1]))
house.room.toggle()
for x in (0, 1000, 1500, 0):  # on the laptop, on both, on the projector, and back
    shell.move(x, 60)
    app.processEvents()
    house.live.ticked.emit(clock())
    face = house.room.face
    print(house.room.state, *(face.geometry().getRect() if face else ()), sep=",")
"""


def test_it_makes_way_for_the_controls_wherever_they_go(evening: Path, tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(TWO_SCREENS), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CARRIED_ABOUT, str(evening)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:4] == [
        "Room on,1366,0,1920,1080",
        "No projector",
        "Room on,0,0,1366,768",
        "Room on,1366,0,1920,1080",
    ]


@pytest.mark.parametrize("there", [True, False])
def test_dark_shows_no_light_at_all(desk: Desk, projector: Screens, there: bool) -> None:
    projector.there = there
    desk.press("F12")  # there is nothing to darken yet
    assert desk.room.state == "Room off"
    desk.press("F9", "F12")
    assert (desk.room.state, desk.room.words) == ("Room dark", [])
    assert max(map(max, shades(grey(desk.room.picture)))) == 0
    desk.later(5)
    desk.press("F12")
    assert (desk.room.state, desk.room.words[1]) == ("Room on", "24:55")
    desk.press("F12", "F9", "F9")
    assert desk.room.state == "Room on"


def test_a_second_that_passes_paints_the_clocks_and_no_more(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("F9", "Ctrl+Return")
    seen = desk.room.repainted
    desk.later(1)
    assert [seen.at(share) for share in (0.3, 0.49, 0.79)] == [True, True, True]
    assert not any(seen.at(share) for share in (0.6, 0.7, 0.9))
    desk.press("F12")
    dark = desk.room.repainted
    desk.later(1)
    assert not dark.at(0.3)
