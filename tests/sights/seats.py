"""The seats as they show: who sits at which table, why, and what breaks the rule."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.room.people import Person
from tests.sights.see import Sight
from ui.prepare.seating_hall import SeatingHall
from ui.prepare.seating_plan import Block
from ui.prepare.seating_tab import SeatingTab


class SeatsSights(Sight):
    @property
    def seating(self) -> SeatingTab:
        assert self.house.sitting is not None
        tab = self.house.sitting.prepare.tab
        assert isinstance(tab, SeatingTab)
        return tab

    @property
    def tables(self) -> dict[int, list[str]]:
        """Return who is drawn at each table, 0 for who has none."""
        return {b.table: [p.called for p in b.people] for b in self._hall.plan.blocks}

    @property
    def seat(self) -> str:
        """Return what a screen reader says of the seat that the keys are on."""
        return self._hall.accessibleName().removeprefix("Seats: ").translate(_NO_MARKS)

    @property
    def why_there(self) -> str:
        return self.seating.side.why.text

    @property
    def seating_told(self) -> str:
        """Return what the head says: how many sit where."""
        head = self.seating.head
        return ", ".join(filter(None, (head.title.text(), head.remark.text())))

    @property
    def rule_told(self) -> list[str]:
        """Return whether the rule holds, and what of it does not."""
        side = self.seating.side
        lines = [side.head.text(), *(gap.text for gap in side.gaps if gap.isVisibleTo(side))]
        return [line for line in lines if line]

    @property
    def wrong_tables(self) -> dict[int, str]:
        return self._hall.marks

    def drag_to_table(self, name: str, table: int) -> None:
        """Take somebody by hand and let go over a table."""
        hall, left = self._hall, Qt.MouseButton.LeftButton
        start = self._spot(*self._drawn(name))
        block = next(b for b in hall.plan.blocks if b.table == table)
        above = QPoint(0, hall.verticalScrollBar().value())
        end = block.rect.topLeft() - above + QPoint(20, 10)
        QTest.mousePress(hall.viewport(), left, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(hall.viewport(), start + (end - start) * step / 3)
        QTest.mouseRelease(hall.viewport(), left, pos=end)

    def point_at(self, name: str) -> None:
        """Click on somebody."""
        spot = self._spot(*self._drawn(name))
        QTest.mouseClick(self._hall.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    @property
    def _hall(self) -> SeatingHall:
        return self.seating.hall

    def _drawn(self, name: str) -> tuple[Block, Person]:
        blocks = self._hall.plan.blocks
        return next((b, p) for b in blocks for p in b.people if p.called == name)

    def _spot(self, block: Block, person: Person) -> QPoint:
        above = QPoint(0, self._hall.verticalScrollBar().value())
        return block.cell(block.people.index(person)).center() - above


_NO_MARKS = {0x2068: None, 0x2069: None}
