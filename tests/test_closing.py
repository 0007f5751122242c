"""The real window in a process of its own: at a logout it closes its file, and remembers."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
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
