"""`python -m tests.onlooker FILE`: look at a file in the real window, and try to record something.

A process of its own, so that it can be one that may not write. Prints what it saw, as JSON.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from ui.app import Shell


def main(path: Path, to: Path) -> None:
    app = QApplication([])
    shell = Shell()
    shell.show()
    seen: dict[str, object] = {"opened": shell.open(path)}
    house = shell.house
    assert house
    seen["banner"] = house.banner.text.text()
    seen["place"] = house.place
    live = house.live
    if live is not None:
        seen["notes"] = [note.text for note in live.state.notes.values()]
        seen["recorded"] = live.attempt(live.session.note, "Said in vain")
        seen["banner then"] = house.banner.text.text()
        seen["notes then"] = len(live.state.notes)
        house.show_wrap_up()
        app.processEvents()
        seen["place then"] = house.place
        from facilitator.figures.account import measured_at
        from facilitator.publish.export import export
        from facilitator.publish.summarise import summarise

        export(summarise(live.state, measured_at(live.session.history), "public"), to)
        seen["exported"] = to.stat().st_size > 0
    shell.close()
    print(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
