"""Whatever we make is for its owner alone, also where others make theirs for everybody."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator import agendas
from facilitator.log.thread import Thread
from facilitator.private import keep_private, make_file, make_folder
from facilitator.publish.export import ENDINGS, export, write_letters
from facilitator.publish.letters import owner_letters
from facilitator.publish.papers import printing
from facilitator.publish.summarise import summarise
from facilitator.session_file import SessionFile, rehearse
from tests.clock import Clock
from tests.evening import evening
from tests.publish.telling import evening as state_of
from tests.publish.telling import pledge
from ui.wrap_up.export_writer import Writer
from ui.wrap_up.summing import Asked

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
T = 1_800_000_000_000
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The mask that most systems have: everybody may read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(place: Path) -> list[str]:
    """Return what somebody else could look into."""
    return [str(path) for path in place.rglob("*") if path.stat().st_mode & 0o077]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir(0o700)
    return place


def test_a_session_file_and_what_sqlite_keeps_beside_it(place: Path, clock: Clock) -> None:
    with evening(clock, place / "evening.db") as session:
        session.note("a name")
        assert (place / "evening.db-wal").stat().st_size
        assert open_to_others(place) == []
    assert open_to_others(place) == []


def test_the_copy_in_which_a_session_is_rehearsed(place: Path, clock: Clock) -> None:
    with evening(clock, place / "evening.db"):
        pass
    file = SessionFile(place / "evening.db", clock)
    copy, _ = rehearse(file, "evening", place, clock)
    assert (place / "rehearsal.db").exists()
    assert open_to_others(place) == []
    copy.close()
    file.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_summary(place: Path, ending: str) -> None:
    path = place / f"summary{ending}"
    export(summarise(state_of(pledge("C1", due="2027-02-01")), T), path)
    assert path.stat().st_size
    assert open_to_others(place) == []


def test_a_summary_in_the_place_of_one_that_everybody_could_read(place: Path) -> None:
    (place / "summary.md").touch(0o644)
    export(summarise(state_of(), T), place / "summary.md")
    assert open_to_others(place) == []


def test_letters_papers_and_agendas(place: Path) -> None:
    state = state_of(pledge("C1", owner="Ana"))
    letters = owner_letters(state, summarise(state, T))
    assert letters
    write_letters(letters, place)
    printing.write(state, T, printing.Order("run_sheet"), place / "run sheet.pdf")
    agendas.save("Ours", agendas.templates()[0].segments, place / "own" / "agendas")
    assert len([*place.rglob("*.*")]) == len(letters) + 2
    assert open_to_others(place) == []


def test_a_folder_of_letters_that_the_window_makes(place: Path, qapp: QApplication) -> None:
    writer = Writer()
    state = state_of(pledge("C1", owner="Ana"))
    writer.write_letters(Asked(state, T, "public", "letter", Thread()), place)
    writer.wait()
    assert len([*place.rglob("*.eml")]) == 1
    assert open_to_others(place) == []


WINDOW = """
import sys
from pathlib import Path
from ui import app
warm_up = app.warm_up
def warm():
    warm_up()
    app.QTimer.singleShot(0, app.QApplication.closeAllWindows)
app.warm_up = warm
sys.exit(app.run(None))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folders cannot be moved")
def test_all_that_a_first_evening_leaves(place: Path) -> None:
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    own = {name: str(place / name) for name in names}
    environment = {**os.environ, **own, "FACILITATOR_LOGS": ""}
    subprocess.run([sys.executable, "-c", WINDOW], cwd=ROOT, env=environment, check=True)
    left = {path.name for path in place.rglob("*") if path.is_file()}
    assert left >= {"sessions.db", "Facilitator.ini", "facilitator.log"}
    ours = [path for path in open_to_others(place) if "/Facilitator" in path]
    assert ours == []


def test_what_is_there_keeps_its_words(place: Path) -> None:
    path = place / "words"
    path.write_text("words")
    make_file(path)
    keep_private(path)
    assert (path.read_text(), open_to_others(place)) == ("words", [])
    make_folder(place)
    make_folder(place / "a" / "b")
    assert open_to_others(place) == []
    keep_private(place / "nothing")
