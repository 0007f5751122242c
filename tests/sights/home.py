"""What Home shows: what is next, the series, the promises that wait, and the ways to begin."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.sights.see import Sight, in_words
from ui.home.home_place import HomePlace
from ui.home.overview import Overview


class HomeSights(Sight):
    @property
    def home(self) -> HomePlace:
        assert self.house.home is not None
        return self.house.home

    @property
    def home_title(self) -> str:
        return self.home.bar.title.accessibleName()

    @property
    def next_up(self) -> str:
        """Return what is said of the session that comes next, or that runs."""
        return self._overview.coming.heading.accessibleName()

    @property
    def figures(self) -> list[str]:
        return [" ".join(figure[:2]) for figure in self._overview.coming.figures.figures]

    @property
    def home_buttons(self) -> list[str]:
        """Return what can be pressed on Home, the bar first."""
        coming = self._overview.coming
        bar = self.home.bar
        above = (bar.other, bar.back, bar.copies, bar.bring, bar.plan)
        buttons = (*above, coming.deed, coming.rehearse, coming.go_live)
        return [one.accessibleName() for one in buttons if one.isVisibleTo(self.home)]

    @property
    def series_line(self) -> list[str]:
        return self._overview.line.accessibleName().split("; ")

    @property
    def sessions(self) -> list[str]:
        """Return the sessions beside the one that is next; none at a first start."""
        shown = self.home.pages.currentWidget()
        return in_words(shown.sessions) if isinstance(shown, Overview) else []

    @property
    def waiting_promises(self) -> list[str]:
        return in_words(self._overview.side.list)

    @property
    def promises_told(self) -> str:
        """Return what stands beside the head of the promises."""
        return self._overview.side.head.aside.text()

    @property
    def copies(self) -> list[str]:
        """Return the copies of the file that Home shows, in words."""
        assert self.home.copies is not None
        return in_words(self.home.copies.list)

    def open_file(self, path: Path) -> None:
        """Type a path into the dialog that asks which file, and press Enter."""
        dialog = self.house.window().findChild(QFileDialog)
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    @property
    def _overview(self) -> Overview:
        assert self.home.overview is not None
        return self.home.overview
