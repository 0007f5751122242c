"""The clock, the agenda and how late it is, as they show."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sights.see import Sight, in_words
from ui.style import colour
from ui.widgets.button import Button


class ClockSights(Sight):
    @property
    def clock_says(self) -> str:
        return self.meeting.clock.clock.words

    @property
    def clock_aloud(self) -> str:
        """Return what a screen reader was told of the clock last."""
        return self.meeting.clock.clock.accessibleName()

    @property
    def lateness(self) -> str:
        return self.meeting.bar.lateness.text()

    @property
    def undo_says(self) -> str:
        return self.meeting.bar.undo.accessibleName()

    @property
    def closing(self) -> list[str]:
        """Return what the step before the end says and asks, while it shows."""
        page = self.meeting.closing
        if not page.isVisible():
            return []
        count, method = page.heads.fields
        fields = [f"{count.accessibleName()}: {count.text()}", method.accessibleName()]
        return [page.question.text, *fields, page.later.text, page.end.accessibleName()]

    @property
    def agenda(self) -> list[str]:
        return in_words(self.meeting.agenda.list)

    @property
    def time_of_day(self) -> str:
        return self.meeting.agenda.head.aside.text()

    @property
    def strip(self) -> str:
        """Return the evening strip in one sentence."""
        return self.meeting.strip.accessibleName().translate(dict.fromkeys((0x2068, 0x2069)))

    @property
    def strip_parts(self) -> list[str]:
        """Return the blocks of the strip, as their tool tips say them."""
        return self.meeting.strip.blocks

    @property
    def question(self) -> str:
        """Return the question beneath the clock; nothing while it does not show."""
        prompt = self.meeting.clock.prompt
        return prompt.text if prompt.isVisible() else ""

    @property
    def starts(self) -> list[str]:
        """Return what can be said about the start of a part."""
        buttons = self.meeting.clock.starts.findChildren(Button)
        return [button.text() for button in buttons if button.isVisible()]

    @property
    def clock_framed(self) -> bool:
        return self._of_clock(0.0) == colour("ink")

    @property
    def clock_solid(self) -> bool:
        return self._of_clock(0.5) == colour("late_fill")

    def start(self, words: str) -> None:
        """Walk to one of the starts with Tab, and press it."""
        buttons = self.meeting.clock.starts.findChildren(Button)
        wanted = next(button for button in buttons if button.text() == words)
        for _ in range(100):
            if wanted.hasFocus():
                QTest.keyClick(wanted, Qt.Key.Key_Return)
                return
            QTest.keyClick(QApplication.focusWidget() or self.meeting, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {words!r}")

    def listen(self) -> list[str]:
        """Return a list that takes down each ring of the chime from now on."""
        rings: list[str] = []
        self.meeting.clock.chime.play = lambda sound: rings.append(sound.name)
        return rings

    def _of_clock(self, height: float) -> QColor:
        """Return the colour at the left edge of the clock, at a share of its height."""
        image = self.meeting.clock.clock.grab().toImage()
        return image.pixelColor(2, round(height * (image.height() - 1)) or 2)

    # The re-plan panel

    @property
    def replan(self) -> list[str]:
        """Return what the panel says around its lists; nothing while it does not show."""
        panel = self.meeting.replan
        words = (panel.title, panel.remark, panel.reason, panel.kept)
        shown = [label.text() for label in words if label.isVisible()]
        return [*shown, panel.apply.accessibleName()] if panel.apply.isVisible() else shown

    @property
    def ways(self) -> list[str]:
        """Return the ways to end in time, as they are read out."""
        ways = self.meeting.replan.ways
        return in_words(ways) if ways.isVisible() else []

    @property
    def way(self) -> str:
        """Return the way that is chosen."""
        ways = self.meeting.replan.ways
        return next(row.words for row in ways.rows if row.key == ways.current)

    @property
    def new_plan(self) -> list[str]:
        """Return the parts as they are and as they would be."""
        table = self.meeting.replan.table
        return in_words(table) if table.isVisible() else []

    def click_way(self, n: int) -> None:
        """Click on the way of that number."""
        ways = self.meeting.replan.ways
        place = ways.visualRect(ways.model().index(n - 1, 0)).center()
        QTest.mouseClick(ways.viewport(), Qt.MouseButton.LeftButton, pos=place)
