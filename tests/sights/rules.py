"""What a session is and what is agreed on in it, as the tabs of Prepare show it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.sights.see import Sight, in_words
from ui.prepare.rules_tab import RulesTab
from ui.prepare.session_fields import ChoiceField
from ui.prepare.session_form import SessionForm


class RulesSights(Sight):
    @property
    def session_form(self) -> dict[str, str]:
        """Return what stands in the fields of the session, by what each is called."""
        return dict(
            field.accessibleName().split(": ", 1)
            if isinstance(field, ChoiceField)
            else (field.accessibleName(), field.text())
            for field in self._form.lines.values()
        )

    @property
    def session_remarks(self) -> dict[str, str]:
        """Return what is said beside those fields, as far as anything is."""
        lines = self._form.lines.items()
        return {name: field.hint.words for name, field in lines if field.hint.words}

    @property
    def session_offers(self) -> list[str]:
        """Return what the field with the keys offers."""
        fields = self._form.lines.values()
        shown = [f.offers.list for f in fields if hasattr(f, "offers") and f.offers.isVisible()]
        return [row.words for rows in shown for row in rows.rows]

    @property
    def rule_means(self) -> str:
        """Return what the rule for what may leave the room is said to mean."""
        return self._form.means.text()

    @property
    def _form(self) -> SessionForm:
        forms = self.house.findChildren(SessionForm)
        return next(form for form in forms if form.isVisible())

    @property
    def _rules(self) -> RulesTab:
        return self.house.findChildren(RulesTab)[-1]

    @property
    def rules(self) -> list[str]:
        """Return the ground rules as they stand in their list."""
        return in_words(self._rules.rules.list)

    @property
    def rule_sets(self) -> list[str]:
        """Return the sets to begin from, while they show."""
        sets = self._rules.rules.sets
        return in_words(sets) if sets.isVisible() else []

    @property
    def rules_told(self) -> str:
        """Return how many rules the head says there are."""
        return self._rules.rules.remark.text()

    @property
    def notices(self) -> dict[str, str]:
        """Return the notices that are ticked, by their names, with their words."""
        parts = self._rules.notices.parts.values()
        return {
            part.tick.accessibleName(): part.box.toPlainText()
            for part in parts
            if part.tick.isChecked()
        }

    def drag_rule(self, rule: str, before: str | None) -> None:
        """Take a rule by hand and let it fall before another, or at the end."""
        rows = self._rules.rules.list
        start = rows.visualRect(rows.model().index(self.rules.index(rule), 0)).center()
        place = len(self.rules) - 1 if before is None else self.rules.index(before)
        row = rows.visualRect(rows.model().index(place, 0))
        end = QPoint(start.x(), row.bottom() - 2 if before is None else row.top() + 2)
        port, left = rows.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(port, start + (end - start) * step / 3)
        QTest.mouseRelease(port, left, pos=end)
