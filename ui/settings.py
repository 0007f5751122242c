"""What the window remembers from one evening to the next; a value it cannot use is ignored."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from facilitator.private import keep_private, make_file, make_folder
from ui.palette import THEMES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

SYSTEM = "system"  # in the place of a theme: the one that the system has
NAME = "Facilitator"
PAPERS = ("letter", "A4")  # those of `publish.papers.printing`, which is slower to load


class Settings:
    """A small file in the platform's place; what cannot be written there is only forgotten."""

    def __init__(self) -> None:
        kind, whose = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        self._file = QSettings(kind, whose, NAME, NAME)
        path = Path(self._file.fileName())
        with suppress(OSError):  # Qt keeps the mode of a file that is there
            make_folder(path.parent)
            make_file(path)
            keep_private(path)

    @property
    def theme(self) -> str:
        """The name of a theme, or SYSTEM."""
        name = self._text("theme")
        return name if name in THEMES else SYSTEM

    @theme.setter
    def theme(self, name: str) -> None:
        self._file.setValue("theme", name)

    @property
    def chime(self) -> bool:
        """Whether a quiet sound tells that time is nearly over."""
        return self._text("chime") == "on"

    @chime.setter
    def chime(self, on: bool) -> None:
        self._file.setValue("chime", "on" if on else "off")

    @property
    def paper(self) -> str:
        """The paper that is printed on: the one chosen last, or the usual one of the system."""
        from PySide6.QtCore import QLocale  # slow: Home does without

        metric = QLocale.MeasurementSystem.MetricSystem
        usual = "A4" if QLocale.system().measurementSystem() == metric else "letter"
        return self._text("paper") if self._text("paper") in PAPERS else usual

    @paper.setter
    def paper(self, size: str) -> None:
        self._file.setValue("paper", size)

    @property
    def edition(self) -> str:
        """The edition of the summary that was chosen last; nothing if none was."""
        return self._text("edition")

    @edition.setter
    def edition(self, code: str) -> None:
        self._file.setValue("edition", code)

    @property
    def folder(self) -> str:
        """The folder that a summary was written to last; nothing if none was."""
        return self._text("folder")

    @folder.setter
    def folder(self, path: str) -> None:
        self._file.setValue("folder", path)

    @property
    def second_place(self) -> str:
        """The folder in which copies of the file are kept too; nothing if none was chosen."""
        return self._text("second_place")

    @second_place.setter
    def second_place(self, path: str) -> None:
        self._file.setValue("second_place", path)

    @property
    def ending(self) -> str:
        """The ending of the file that a summary was written to last; nothing if none was."""
        return self._text("ending")

    @ending.setter
    def ending(self, ending: str) -> None:
        self._file.setValue("ending", ending)

    def recall_window(self, window: "QWidget") -> None:
        """Let a window be as large as it was left, and where it was if that screen is there."""
        value = self._file.value("window")
        if isinstance(value, QByteArray):
            window.restoreGeometry(value)

    def remember_window(self, window: "QWidget") -> None:
        self._file.setValue("window", window.saveGeometry())

    def recall(self, place: "QWidget") -> None:
        """Give the panes of a place the sizes they were left with, and watch for new ones."""
        for splitter in _named(place):
            sizes = [int(px) for px in self._text(_key(splitter)).split() if px.isdecimal()]
            if len(sizes) == splitter.count() and all(0 < px < 10_000 for px in sizes):
                splitter.setSizes(sizes)
                splitter.setProperty("moved", True)
            _watch(splitter)

    def remember(self, place: "QWidget") -> None:
        """Keep the sizes of the panes of a place, where somebody moved them."""
        for splitter in _named(place):
            if sizes := splitter.property("left at"):
                self._file.setValue(_key(splitter), sizes)

    def _text(self, name: str) -> str:
        value = self._file.value(name)
        return value if isinstance(value, str) else ""


def _named(place: "QWidget") -> "list[QSplitter]":
    from PySide6.QtWidgets import QSplitter  # slow: Home does without

    inside = [place, *place.findChildren(QSplitter)]
    return [one for one in inside if isinstance(one, QSplitter) and one.objectName()]


def _key(splitter: "QSplitter") -> str:
    return f"panes/{splitter.objectName()}"


def _watch(splitter: "QSplitter") -> None:
    def on_moved() -> None:
        """Keep what a hand did, not what a smaller window makes of it."""
        splitter.setProperty("moved", True)
        splitter.setProperty("left at", " ".join(map(str, splitter.sizes())))

    splitter.splitterMoved.connect(on_moved)
