"""The big table, as it shows in Prepare."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.sights.see import Sight, in_words
from ui.prepare.table_tab import TableTab


class BigTableSights(Sight):
    @property
    def places_at_table(self) -> list[str]:
        """Return what the picture says of each group."""
        return self._table.picture.words

    @property
    def at_table(self) -> str:
        """Return what is said of the group the keys are on."""
        return self._table.picture.accessibleName()

    @property
    def table_told(self) -> str:
        """Return what stands in the middle of the table."""
        return self._table.picture.accessibleDescription()

    @property
    def table_choices(self) -> list[str]:
        """Return what may be looked at, the one that is looked at first."""
        buttons = (self._table.head.planned, self._table.head.came)
        return [b.accessibleName() for b in sorted(buttons, key=lambda b: not b.isChecked())]

    @property
    def missing_voices(self) -> list[str]:
        side = self._table.side
        shown = in_words(side.missing) if side.missing.isVisibleTo(side) else []
        return shown or [side.nobody.text]

    @property
    def beside_table(self) -> list[str]:
        """Return what else is told beside the table, in order."""
        side = self._table.side
        said = [side.reach.text, *in_words(side.list), side.rest.text, side.aside.text]
        return [words for words in said if words]

    @property
    def seats_wanted(self) -> str:
        return self._table.bar.number.text()

    @property
    def seats_trouble(self) -> str:
        return self._table.bar.number.hint.words

    @property
    def table_figures(self) -> list[list[str]]:
        """Return the heads and rows of the real table, while it shows."""
        grid = self._table.grid
        if not grid.isVisibleTo(self._table):
            return []
        return [list(grid.model_.heads), *grid.model_.rows]

    def click_at_table(self, code: str) -> None:
        picture = self._table.picture
        picture.current = code
        at = picture.block.center()
        picture.current = ""
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)

    def click_invite(self, row: int) -> None:
        """Click on the button of a missing voice."""
        missing = self._table.side.missing
        rect = missing.visualRect(missing.model().index(row, 0))
        port: QWidget = missing.viewport()
        at = QPoint(port.width() - 40, rect.center().y())
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)

    @property
    def _table(self) -> TableTab:
        assert self.house.sitting is not None
        tab = self.house.sitting.prepare.tab
        assert isinstance(tab, TableTab)
        return tab
