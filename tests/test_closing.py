"""The real window in a process of its own: how it closes, and what is left of what broke in it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ENDINGS = [signal.SIGINT, signal.SIGTERM, *([] if os.name == "nt" else [signal.SIGHUP])]
PATIENCE = 20  # seconds for a slow machine

# The window, which says when it has begun to listen.
WINDOW = """
import sys
from pathlib import Path
from ui import app
listen = app.close_on_signals
def listening(shell):
    listen(shell)
    print("ready", flush=True)
app.close_on_signals = listening
sys.exit(app.run(Path(sys.argv[1])))
"""


BREAKS = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app
def deep():
    raise ValueError("Zebquill Oxfathom is not there")
class Passing:
    def __del__(self):
        raise KeyError("Zebquill in passing")
warm_up = app.warm_up
def warm():
    warm_up()
    QTimer.singleShot(0, deep)
    QTimer.singleShot(0, lambda: threading.Thread(target=deep).start())
    QTimer.singleShot(0, lambda: Passing() and None)
    QTimer.singleShot(200, app.QApplication.closeAllWindows)
app.warm_up = warm
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_what_breaks_is_logged_by_its_kind_and_place_wherever_it_breaks(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BREAKS, str(tmp_path / "Zebquill.db")]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0
    assert done.stderr.count("Zebquill Oxfathom is not there") == 2  # on a terminal all of it
    text = (tmp_path / "log" / "facilitator.log").read_text()
    kinds = re.findall(r"^\S+ \S+ \d+ [A-Z]+ (\w+)", text, re.MULTILINE)
    assert kinds == ["begins", "file", "broken", "broken", "broken", "file"]
    assert text.count("broken: ValueError\n") == 2
    assert text.count("broken: KeyError\n") == 1
    assert "Passing.__del__" in text
    assert text.count(" deep\n") == 2
    assert "zebquill" not in text.casefold()
    assert str(tmp_path) not in text


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", ENDINGS)
def test_a_window_closes_properly_at_a_logout(tmp_path: Path, number: int) -> None:
    command = [sys.executable, "-c", WINDOW, str(tmp_path / "sessions.db")]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        window.send_signal(number)
        assert window.wait(PATIENCE) == 0
    assert [left.name for left in tmp_path.glob("sessions.db*")] == ["sessions.db"]
    if sys.platform == "linux":
        assert "window=" in (tmp_path / "settings/Facilitator/Facilitator.ini").read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
def test_a_window_that_should_not_mind_its_terminal_stays(tmp_path: Path) -> None:
    """As `nohup` starts it."""
    command = [sys.executable, "-c", WINDOW, str(tmp_path / "sessions.db")]
    root = Path(__file__).parent.parent
    deaf = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
    command = [sys.executable, "-c", f"{deaf} os.execv(sys.argv[1], sys.argv[1:])", *command]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        window.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(0.1)
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE) == 0
