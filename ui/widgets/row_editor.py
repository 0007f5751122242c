"""A line over a row of a list, to change its words in their place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from ui.widgets.line import Line
    from ui.widgets.rows import Row, Rows


class RowEditor:
    def __init__(self, view: "Rows", rect: "Callable[[QRect, Row], QRect]") -> None:
        """Edit rows of a list, each in the rectangle that `rect` gives of it."""
        self._view, self._rect = view, rect
        self._line: Line | None = None
        self._key = ""
        view.verticalScrollBar().valueChanged.connect(lambda at: self.follow())

    def open(self, key: str, text: str) -> None:
        """Open the line on a row; what was typed on another one is told first."""
        from ui.widgets.line import Line  # Home types in no row

        if self._line is not None and self._key != key:
            self._finish()
        if self._line is None:
            self._line = Line(self._view.tr("Change it, then Enter"), "", self._view.viewport())
            self._view.setTabOrder(self._view, self._line)  # Tab goes on behind the list
            self._line.returnPressed.connect(self._finish)
            self._line.left.connect(self._close)
            self._line.editingFinished.connect(self._finish)  # also when the keys go elsewhere
        self._key = key
        self._line.setText(text)
        self.follow()
        if self._line is not None:
            self._line.show()
            self._line.setFocus()

    @property
    def has_keys(self) -> bool:
        return self._line is not None and self._line.hasFocus()

    def follow(self) -> None:
        """Keep the line on its row wherever that goes; a row that is gone takes it along."""
        if self._line is None:
            return
        rows = self._view.rows
        place = next((n for n, row in enumerate(rows) if row.key == self._key), None)
        if place is None:
            self._close()
        else:
            index = self._view.model().index(place, 0)
            self._line.setGeometry(self._rect(self._view.visualRect(index), rows[place]))

    def _finish(self) -> None:
        if self._line is not None:
            key, text = self._key, self._line.text()
            self._close()
            self._view.edited.emit(key, text)

    def _close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            had_keys = line.hasFocus()
            line.hide()
            line.deleteLater()
            if had_keys:
                self._view.setFocus()
