"""The agendas one may begin with, those of the product and one's own, in the place of the rows."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator import agendas, logs
from facilitator.agendas import Template
from facilitator.faults import Fault
from facilitator.room.clock import MINUTE
from ui.file_dialogs import ask, documents
from ui.style import colour, font, icon
from ui.widgets.button import Button
from ui.widgets.foot import Foot
from ui.widgets.ink import RIGHT, stamp, write
from ui.widgets.line import Line
from ui.widgets.page_head import flat_button
from ui.widgets.rows import Row, Rows
from ui.words import minutes

if TYPE_CHECKING:
    from collections.abc import Callable

HIGH, LEFT, TIME = 52, 46, 84  # px


class AgendaTemplates(QWidget):
    chosen = Signal(object)  # one of them
    looked_at = Signal(object)  # the one that the keys are on, or None
    said = Signal(str)
    left = Signal()

    def __init__(self, now: "Callable[[], list[dict[str, Any]]]", parent: QWidget) -> None:
        """Show them; `now` gives the rows of the agenda as it is, to be kept."""
        super().__init__(parent)
        self._now, self._known, self._removed = now, dict[str, Template](), list[Template]()
        self.list = Rows(self.tr("Agendas to begin with"), HIGH, self._paint, self)
        self.name = Line(
            self.tr("Keep this agenda as your own"), self.tr("Keep this agenda: a name"), self
        )
        self.name.show_marks("plus")
        self.back = Button("", self, icon("undo-2", "ink", 18))
        self.back.hide()
        self.take_in = Button(self.tr("From a file"), self, icon("file-up", "ink", 18))
        self.hand_on = Button(self.tr("To a file"), self, icon("file-down", "ink", 18))
        self._lay_out()
        self.list.chosen.connect(lambda key: self.chosen.emit(self._known[key]))
        self.list.pressed_on.connect(self._press)
        self.list.left.connect(self.left)
        self.name.left.connect(self.list.setFocus)
        self.name.returnPressed.connect(self._keep)
        self.take_in.clicked.connect(self._ask_from)
        self.hand_on.clicked.connect(self._ask_to)
        self.back.clicked.connect(self._put_back)
        self.list.selectionModel().currentChanged.connect(lambda: self._look())

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Begin from a template"), self)
        title.setFont(font(18, bold=True))
        close = flat_button("x", self.tr("Back to the agenda"), self)
        close.clicked.connect(self.left)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 14)
        head.addWidget(title, 1)
        head.addWidget(close)
        foot.setContentsMargins(20, 8, 20, 8)
        foot.setSpacing(8)
        foot.addWidget(self.name, 1)
        for button in (self.back, self.take_in, self.hand_on):
            foot.addWidget(button)
        keys = (("Return", self.tr("use it")), ("Del", self.tr("remove your own")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        layout.addWidget(Foot((*keys, ("Esc", self.tr("back"))), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def come(self) -> None:
        """Read them anew, and take the keys."""
        self._show()
        self.list.go_to(max(0, self.list.currentIndex().row()))
        self.list.setFocus()
        self._look()

    def _show(self, at: str = "") -> None:
        own, troubles = agendas.own(folder())
        self._known = {f"own {one.code}": one for one in own}
        self._known |= {one.code: one for one in agendas.templates()}
        self.list.show_rows([self._row(key, one) for key, one in self._known.items()])
        self.list.go_to_key(at)
        if troubles:
            self.said.emit(" ".join(troubles))

    def _row(self, key: str, of: Template) -> Row:
        told = self.tr("your own") if of.path else of.people
        length = minutes(round(of.minutes * MINUTE))
        return Row(key, f"{of.name}, {length}, {told}", (of, told, length))

    def _look(self) -> None:
        self.looked_at.emit(self._known.get(self.list.current))

    # One's own

    def _keep(self) -> None:
        self._try(self._save, self.name.text())

    def _save(self, name: str) -> None:
        """Keep the agenda; one of the same name that gives way can be put back."""
        kept = agendas.save(name, self._now(), folder())
        self._give_way(self._at(kept))
        self.name.take()
        self._show(f"own {kept.code}")
        self.list.setFocus()

    def _press(self, key: str, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._known[key].path is not None:
            self._try(self._remove, key)
            event.accept()

    def _remove(self, key: str) -> None:
        """Remove one; until the page goes, it can be put back."""
        agendas.remove(self._known[key])
        self._give_way([self._known[key]])
        self._show()

    def _at(self, one: Template) -> list[Template]:
        """Return what was known in the file of one."""
        return [old for old in self._known.values() if old.path and old.path == one.path]

    def _give_way(self, old: list[Template]) -> None:
        """Offer to put back what went last."""
        self._removed += old
        self.back.setVisible(bool(self._removed))
        if self._removed:
            self.back.say(self.tr("Put “{0}” back").format(self._removed[-1].name[:20]))

    def _put_back(self) -> None:
        last = self._removed[-1]
        if last.path is not None and self._try(agendas.write, last, last.path):
            self._removed.pop()
            self._give_way(self._at(last))
            self._show(f"own {last.code}")
            self.list.setFocus()

    def _ask_from(self) -> None:
        dialog = _dialog(self, self.tr("An agenda from a file"))
        ask(dialog, lambda path: self._try(self._take, path))

    def _take(self, path: Path) -> None:
        taken = agendas.take_in(path, folder())
        self._show(f"own {taken.code}")
        self.list.setFocus()

    def _ask_to(self) -> None:
        """Ask where to put the one that the keys are on."""
        one = self._known.get(self.list.current)
        if one is not None:
            dialog = _dialog(self, self.tr("The agenda to a file"))
            dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
            dialog.setFileMode(dialog.FileMode.AnyFile)
            dialog.setDefaultSuffix("toml")
            dialog.selectFile(f"{one.code}.toml")
            ask(dialog, lambda path: self._try(self._put, one, path))

    def _put(self, one: Template, path: Path) -> None:
        agendas.write(one, path)
        self.said.emit(self.tr("The agenda is saved as {0}.").format(path.name))
        self.list.setFocus()

    def _try(self, act: "Callable[..., None]", *words: Any) -> bool:
        try:
            act(*words)
        except Fault as fault:
            logs.fault(fault)
            self.said.emit(str(fault))
            return False
        return True

    def _paint(self, painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
        of, told, length = row.content
        if picked:
            painter.fillRect(rect, colour("accent_tint"))
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), colour("accent"))
        sign = "user-round" if of.path else "calendar-range"
        stamp(painter, rect.left() + 20, rect.center().y() + 1, sign, "ink2")
        room = rect.adjusted(LEFT, 5, -20 - TIME, 0)
        write(painter, QRect(room.left(), room.top(), room.width(), 22), of.name, 15, picked)
        under = QRect(room.left(), room.top() + 22, room.width(), 20)
        write(painter, under, told, 13, tint="ink2")
        write(painter, rect.adjusted(0, 0, -20, 0), length, 14, tint="ink2", align=RIGHT)


class AgendaPreview(QWidget):
    """The parts of a template, beside the list of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ui.widgets.prose import Prose

        self.title, self.style_ = Prose(18, True, "ink", self), Prose(13, False, "ink2", self)
        self.list = Rows(self.tr("Parts of the template"), 32, self._paint, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 8)
        layout.setSpacing(8)
        for widget in (self.title, self.style_):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)

    def show_template(self, of: Template | None) -> None:
        """Show the parts of one."""
        self.title.say(of.name if of else "")
        told = [of.people, of.note] if of else []
        if of and of.style:
            told.append(self.tr("In the style of {0}").format(of.style))
        said = (f"{word[0].upper()}{word[1:].rstrip('.')}." for word in told if word)
        self.style_.say(" ".join(said))
        rows = of.segments if of else ()
        self.list.show_rows([_part(n, row) for n, row in enumerate(rows, 1)])
        self.list.setCurrentIndex(self.list.rootIndex())

    def _paint(self, painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
        title, length = row.content
        write(painter, rect.adjusted(0, 0, -64, 0), title, 14)
        write(painter, rect, length, 13, tint="ink2", align=RIGHT)


def _part(n: int, row: dict[str, Any]) -> Row:
    length = minutes(round(float(row["minutes"]) * MINUTE))
    title = row.get("title", "")
    return Row(str(n), f"{title}, {length}", (title, length))


def folder() -> Path:
    """Return where one's own agendas lie: beside the sessions, in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("Facilitator", appauthor=False) / "agendas"


def _dialog(parent: QWidget, title: str) -> Any:
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(documents()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([parent.tr("Agendas (*.toml)")])
    return dialog
