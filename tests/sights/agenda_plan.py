"""The agenda as it is planned: its rows, its sums, the fields of a part, the templates."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.sights.see import Sight, in_words
from ui.prepare.agenda_rows import minutes_at
from ui.prepare.agenda_tab import AgendaTab
from ui.prepare.agenda_templates import AgendaPreview, AgendaTemplates
from ui.prepare.part_fields import PartBox, PartChoice
from ui.widgets.hint import Hint


class AgendaSights(Sight):
    @property
    def _agenda_tab(self) -> AgendaTab:
        assert self.house.sitting is not None
        tab = self.house.sitting.prepare.tab
        assert isinstance(tab, AgendaTab)
        return tab

    @property
    def plan_rows(self) -> list[str]:
        """Return the parts of the plan, as they are read out."""
        return in_words(self._agenda_tab.list)

    @property
    def plan_starts(self) -> list[str]:
        """Return when each part begins, with the first word of its title."""
        rows = self._agenda_tab.list.rows
        return [f"{r.content.starts} {r.content.segment.title.split()[0]}" for r in rows]

    @property
    def plan_at(self) -> str:
        """Return the title of the part that the keys are on."""
        rows = self._agenda_tab.list
        found = (row.content.segment.title for row in rows.rows if row.key == rows.current)
        return next(found, "")

    @property
    def plan_sum(self) -> str:
        return self._agenda_tab.head.sums.accessibleName()

    @property
    def plan_strip(self) -> str:
        return self._agenda_tab.strip.accessibleName()

    @property
    def plan_hint(self) -> str:
        """Return what the line says that would be added."""
        return self._agenda_tab.add.hint.words

    @property
    def plan_line_says(self) -> str:
        """Return where the line says that it would add a part, if not at the end."""
        return self._agenda_tab.add.line.asked

    @property
    def part(self) -> dict[str, str]:
        """Return the fields of the part that the keys are on, as far as they show."""
        shown = [f for f in self._agenda_tab.form.fields.values() if f.isVisible()]
        return {
            field.accessibleName().split(": ")[0]: field.value
            if isinstance(field, PartChoice)
            else (field.toPlainText() if isinstance(field, PartBox) else field.text())
            for field in shown
        }

    @property
    def part_says(self) -> str:
        """Return what is said of the part besides its fields: what it takes, and what is locked."""
        form = self._agenda_tab.form
        need = form.need.accessibleName() if form.need.isVisible() else ""
        return " ".join(word for word in (need, form.locked.text) if word)

    @property
    def part_offers(self) -> list[str]:
        need = self._agenda_tab.form.need
        return [b.accessibleName() for b in (need.longer, need.turns) if b.isVisible()]

    @property
    def part_hints(self) -> list[str]:
        hints = self._agenda_tab.form.findChildren(Hint)
        return [hint.words for hint in hints if hint.isVisible()]

    @property
    def templates(self) -> list[str]:
        """Return the agendas one may begin with, while they show."""
        page = self._agenda_tab.findChild(AgendaTemplates)
        return in_words(page.list) if page is not None and page.isVisible() else []

    @property
    def template_parts(self) -> list[str]:
        preview = self._agenda_tab.findChild(AgendaPreview)
        return in_words(preview.list) if preview is not None else []

    def drag_part(self, n: int, to: int) -> None:
        """Take the row of that number by hand and let it fall before another."""
        rows = self._agenda_tab.list
        start, end = (rows.visualRect(rows.model().index(k - 1, 0)) for k in (n, to))
        port, left = rows.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, pos=start.center())
        QTest.mouseMove(port, start.center() + QPoint(0, 12))
        QTest.mouseMove(port, QPoint(end.center().x(), end.top() + 4))
        QTest.mouseRelease(port, left, pos=QPoint(end.center().x(), end.top() + 4))

    def click_minutes(self, n: int) -> None:
        """Click into the minutes of the row of that number."""
        rows = self._agenda_tab.list
        rect = rows.visualRect(rows.model().index(n - 1, 0))
        place = minutes_at(rect, rows.rows[n - 1]).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click_strip(self, across: float) -> None:
        strip = self._agenda_tab.strip
        place = QPoint(round(across * strip.width()), strip.height() // 2)
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
