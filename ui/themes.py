"""Which theme is in force: the one that was chosen, else the one that the system has."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui import style
from ui.palette import THEMES
from ui.settings import SYSTEM, Settings

LIGHT, DARK, CONTRAST = THEMES
_SCHEMES = {SYSTEM: Qt.ColorScheme.Unknown, LIGHT: Qt.ColorScheme.Light}


class Themes(QObject):
    def __init__(self, settings: Settings, parent: QObject) -> None:
        """Dress the application, and follow the system where nothing else was chosen."""
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app, self._settings, self._hints = app, settings, app.styleHints()
        self._scheme = self._hints.colorScheme()
        accessibility = self._hints.accessibility()
        self._contrast = accessibility.contrastPreference()
        if settings.theme != SYSTEM:
            self._tell_system()
        self._wear()
        self._hints.colorSchemeChanged.connect(self._on_scheme)
        accessibility.contrastPreferenceChanged.connect(self._on_contrast)

    def next(self) -> None:
        """Change to the next theme; from the one that the system has on, follow the system."""
        name = THEMES[(THEMES.index(style.theme()) + 1) % len(THEMES)]
        self._settings.theme = SYSTEM if name == self._system else name
        self._tell_system()
        self._wear()

    @property
    def _system(self) -> str:
        if self._contrast == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._scheme == Qt.ColorScheme.Dark else LIGHT

    def _wear(self) -> None:
        chosen = self._settings.theme
        name = self._system if chosen == SYSTEM else chosen
        if name != style.theme():
            style.dress(self._app, name)

    def _tell_system(self) -> None:
        """Have the frame of the window and the system's own dialogs in light or dark too."""
        self._hints.setColorScheme(_SCHEMES.get(self._settings.theme, Qt.ColorScheme.Dark))

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self._settings.theme == SYSTEM:  # else it is our own choice that we hear of
            self._scheme = scheme
            self._wear()

    def _on_contrast(self, preference: Qt.ContrastPreference) -> None:
        self._contrast = preference
        self._wear()
