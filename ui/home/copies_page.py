"""The copies of the file on this computer: when each was made, why, and how much is in it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import colour, font
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, stamp, write
from ui.widgets.rows import Row, Rows
from ui.words import day

if TYPE_CHECKING:
    from facilitator.file_copies import Held

HEIGHT = 44  # px of a row
WHY = {
    "opened": "when the file was opened",
    "idle": "while nobody was typing",
    "closed": "when the file was closed",
    "ended": "when a session ended",
    "struck": "after words were struck",
    "before": "before another copy was opened",
    "version-1": "before the file was brought up to date",
    "crash": "after a crash",
    "left": "with the last acts of another copy beside it",
}


class CopiesPage(QWidget):
    chosen = Signal(object)  # the path of a copy
    save_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = QLabel(
            self.tr("Enter goes on in a copy. What is in the file now is kept as a copy first."),
            self,
        )
        about.setObjectName("second")
        about.setFont(font(14))
        about.setWordWrap(True)
        self.save = Button(self.tr("Save a copy…"), self, key="Ctrl+B")
        self.list = Rows(self.tr("Copies"), HEIGHT, _paint, self)
        self.list.empty = (
            self.tr("No copies yet"),
            self.tr("One is made soon after a file is opened, and when it is closed."),
            28,
        )
        above = QHBoxLayout()
        above.setContentsMargins(28, 12, 16, 12)
        above.addWidget(about, 1)
        above.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        self.save.clicked.connect(self.save_wanted)
        self.list.chosen.connect(lambda key: self.chosen.emit(Path(key)))
        self.list.left.connect(self.left)

    def show_copies(self, copies: "list[Held]") -> None:
        """Show the copies, the newest first, and give the keys to that one."""
        self.list.show_rows([_row(copy) for copy in copies])
        self.list.go_to(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def when(made: datetime) -> str:
    """Return the moment at which a copy was made, in words, as the clock on the wall shows it."""
    local = made.replace(tzinfo=UTC).astimezone()
    return f"{day(local.date().isoformat(), weekday=True, year=True)}, {local:%H:%M}"


def _row(copy: "Held") -> Row:
    moment, why = when(copy.made), _tr(WHY.get(copy.reason, copy.reason))
    return Row(str(copy.path), f"{moment}, {why}, {_holds(copy)}", (moment, why, _holds(copy)))


def _holds(copy: "Held") -> str:
    if copy.size is None:
        return _tr("cannot be read")
    sessions, acts = copy.size
    first = _tr("1 session") if sessions == 1 else _tr("{0} sessions").format(sessions)
    return f"{first}, {_tr('1 act') if acts == 1 else _tr('{0} acts').format(acts)}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("copies", words)


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    moment, why, holds = row.content
    if picked:
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    stamp(painter, rect.left() + 28, rect.center().y() + 1, "history", "ink2")
    inside = rect.adjusted(60, 0, -28, 0)
    taken = write(painter, inside, holds, 14, tint="ink2", align=RIGHT)
    inside.setRight(inside.right() - taken - 16)
    wide = write(painter, inside, moment, 14, bold=picked)
    write(painter, inside.adjusted(wide + 16, 0, 0, 0), why, 14, tint="ink2")
