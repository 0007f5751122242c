"""The big table as a real table, for who would rather read figures, or have them read out."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.figures.big_table import Place
from facilitator.room.groups import label
from ui.prepare.table_words import View, circles, reach_of, voice_of
from ui.style import font

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
HIGH, ROOMY = 32, 800  # px: a row, and from which width on names take what figures leave
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PLANNED = (
    "Group",
    "Seats wanted",
    "Invited",
    "Confirmed",
    "No answer",
    "Nobody asked",
    "Last time",
)
CAME = ("Group", "Invited", "Came", "Unasked", "Did not come", "Reach", "Voice")


class GridModel(QAbstractTableModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.codes: list[str] = []
        self.rows: list[list[str]] = []

    def show_view(self, view: View) -> None:
        """Become the figures of a table, a row for each place, then all together."""
        self.beginResetModel()
        heads = CAME if view.came else PLANNED if view.last else PLANNED[:-1]
        self.heads = tuple(_tr(head) for head in heads)
        self.codes = [place.code for place in view.table.places]
        self.rows = [_row(place, view) for place in view.table.places] + [_sum(view)]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return NUMBER
        last = index.row() == len(self.rows) - 1
        return font(14, bold=True) if last and role == Qt.ItemDataRole.FontRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if section else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class TableGrid(QTableView):
    moved = Signal(str)  # to the row of a group
    pressed_on = Signal(str, object)  # a key on a row: its group and the event

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = GridModel(self)
        self.setModel(self.model_)
        self.selectionModel().currentRowChanged.connect(self._on_moved)
        self.setAccessibleName(self.tr("The big table in figures"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HIGH)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumHeight(36)
        head.setFont(font(13))

    def show_view(self, view: View) -> None:
        """Show the figures; the keys stay on the group they were on."""
        code = self.current
        self.model_.show_view(view)
        self._stretch()
        self.go_to(code if code in self.model_.codes else next(iter(self.model_.codes), ""))

    def fit(self, whole: bool) -> None:
        """Show all rows, where they may scroll with what is around them."""
        self.setMinimumHeight(HIGH * (len(self.model_.rows) + 2) if whole else 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """Let the names take what the figures leave, if that is enough for them."""
        mode = QHeaderView.ResizeMode
        if self.model_.heads:
            roomy = self.width() >= ROOMY
            head = self.horizontalHeader()
            head.setSectionResizeMode(0, mode.Stretch if roomy else mode.ResizeToContents)

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self.model_.codes[row] if 0 <= row < len(self.model_.codes) else ""

    def go_to(self, code: str) -> None:
        if code and code != self.current:
            self.setCurrentIndex(self.model_.index(self.model_.codes.index(code), 0))

    def _on_moved(self) -> None:
        if self.current:
            self.moved.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.current:
            self.pressed_on.emit(self.current, event)
        if not event.isAccepted() and event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


def _row(place: Place, view: View) -> list[str]:
    if view.came:
        unasked, absent = place.unasked, place.absent
        figures = [place.asked, place.came, unasked, absent]
        shares = [reach_of(place), voice_of(view.table, place)]
        return [label(place.code), *map(_figure, figures), *(told or "–" for told in shares)]
    wanted = "–" if place.wanted is None else _figure(place.wanted)
    figures = [place.asked, place.confirmed, place.waiting, circles(place, False).dashed]
    last = [view.last.place(place.code).came] if view.last else []
    return [label(place.code), wanted, *map(_figure, [*figures, *last])]


def _sum(view: View) -> list[str]:
    total = view.table.total
    if view.came:
        whole = Place("", asked=total("asked"), came=total("came"), unasked=total("unasked"))
        return [_tr("All together"), *_row(whole, view)[1:-1], "–"]
    counts = [total(name) for name in ("seats", "asked", "confirmed", "waiting", "open")]
    last = [view.last.total("came")] if view.last else []
    return [_tr("All together"), *map(_figure, [*counts, *last])]


def _figure(count: int) -> str:
    return f"{count:,}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TheTable", text)
