"""What a running clock costs while nobody touches it: `python -m tests.bench idle [--hour]`."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import crowd
from tests.bench.result import Result
from tests.clock import Clock

SECONDS = 3_600 if "--hour" in sys.argv else 60
MOST = 2.0  # per cent of a core


def an_idle_clock(folder: Path) -> Iterator[Result]:
    """Let a part run, somebody speak and forty people wait; then a label that tells the time."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui import style
    from ui.app import Shell, warm_up

    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    style.dress(app)
    three_hours_ago = time.time_ns() // 1_000_000 - 3 * 3_600_000
    crowd.fill(folder / "idle.db", Clock(three_hours_ago))
    shell = Shell()
    shell.show()
    shell.furnish()
    assert shell.open(folder / "idle.db")
    warm_up()
    session = shell.house.live.session
    session.start_segment("welcome")
    session.start_segment("open")
    session.give_floor()
    _share(5)
    ours = _share(SECONDS)
    shell.close()
    bare = _share_of_a_label(min(SECONDS, 60))
    detail = f"over {SECONDS} s; a label that tells the time {bare:.2f} %"
    yield Result("an idle clock, of a core", ours, MOST, "%", detail)


def _share(seconds: float) -> float:
    """Return the per cent of a core that the process takes while the window only runs."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    cpu, begun = time.process_time(), time.perf_counter()
    loop.exec()
    return 100 * (time.process_time() - cpu) / (time.perf_counter() - begun)


def _share_of_a_label(seconds: float) -> float:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    label.resize(1366, 768)
    label.show()
    timer = QTimer(label)
    timer.timeout.connect(lambda: label.setText(time.strftime("%H:%M:%S")))
    timer.start(1000)
    _share(2)
    share = _share(seconds)
    label.close()
    return share
