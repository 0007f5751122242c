"""How the window looks: one palette in three themes, one typeface in two weights, sizes in px."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QLoggingCategory, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from resources import ROOT
from ui.palette import COLOURS, THEMES, WIDTHS

FAMILY = "Noto Sans"
_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_INSET = 13  # px from the outer edge of a control to what is in it, whatever its outline
_ROLES = {
    "Window": "ground",
    "WindowText": "ink",
    "Base": "paper",
    "AlternateBase": "ground",
    "Text": "ink",
    "Button": "paper",
    "ButtonText": "ink",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Accent": "accent",
    "Link": "accent",
    "PlaceholderText": "ink3",
    "ToolTipBase": "paper",
    "ToolTipText": "ink",
}

Make = TypeVar("Make", bound=Callable[..., object])
_theme = ""  # until the application is dressed
_coloured: list[Callable[[], None]] = []  # how to forget what was made in the colours of a theme
_pictures: dict[int, tuple[str, str, int]] = {}  # the key of a pixmap or icon: what it shows


def coloured(make: Make) -> Make:
    """Keep what a function makes, until the theme changes; for whatever colours go into."""
    kept = cache(make)
    _coloured.append(kept.cache_clear)
    return cast("Make", kept)


def theme() -> str:
    """Return the name of the theme in force; nothing before the application is dressed."""
    return _theme


def dress(app: QApplication, name: str = THEMES[0]) -> None:
    """Put the whole application into a theme; what shows already changes its clothes too."""
    global _theme
    _add_first_fonts()
    _theme = name
    for forget in _coloured:
        forget()
    app.setFont(font(14))
    palette = QPalette(colour("paper"), colour("ground"))
    for role, tint in _ROLES.items():
        palette.setColor(QPalette.ColorRole[role], colour(tint))
    for role in ("WindowText", "Text", "ButtonText"):
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], colour("ink3"))
    app.setPalette(palette)
    # WORKAROUND: under a new style sheet, widgets go back to the font they first showed with.
    fonts = [(widget, widget.font()) for widget in app.allWidgets()]
    app.setStyleSheet(_sheet())
    for widget, worn in fonts:
        if widget.font() != worn:
            widget.setFont(worn)
    _renew_pictures(app)


def add_other_scripts() -> None:
    """Take in the typefaces of the other scripts; after the first paint, for they take a while."""
    for file in sorted((ROOT / "fonts").glob("*.ttf")):
        if file.name not in _FIRST_FONTS:
            _add_font(file.name)


@cache
def font(size: int, bold: bool = False) -> QFont:
    """Return the typeface at a size in pixels, with digits of one width."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    if size >= 40:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return made


@coloured
def colour(name: str) -> QColor:
    return QColor(COLOURS[_theme][name])


def pixels(name: str) -> int:
    """Return one of the widths that differ between the themes."""
    return WIDTHS[_theme][name]


@coloured
def icon(name: str, tint: str = "ink2", size: int = 22) -> QIcon:
    made = QIcon(picture(name, tint, size))
    _pictures[made.cacheKey()] = name, tint, size
    return made


@coloured
def picture(name: str, tint: str, size: int) -> QPixmap:
    """Return an icon of the set in a colour of the palette, fine enough for the finest screen."""
    svg = (ROOT / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour(tint).name()).encode()))
    ratio = max(screen.devicePixelRatio() for screen in QApplication.screens())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    _pictures[pixmap.cacheKey()] = name, tint, size
    return pixmap


def _sheet() -> str:
    sheet = (ROOT / "style" / "window.qss").read_text("utf-8")
    tokens = dict(COLOURS[_theme])
    for name, width in WIDTHS[_theme].items():
        tokens[name], tokens[f"in_{name}"] = f"{width}px", f"{_INSET - width}px"
        tokens[f"line_{name}"] = f"{_INSET - 2 - width}px"  # Qt keeps 2 in a line for itself
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name])
    return sheet


def _renew_pictures(app: QApplication) -> None:
    """Give buttons and labels their pictures in the new colours: no pane need know of themes."""
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton):
            made = _pictures.get(widget.icon().cacheKey())
            if made is not None:
                widget.setIcon(icon(*made))
        elif isinstance(widget, QLabel):
            made = _pictures.get(widget.pixmap().cacheKey())
            if made is not None:
                widget.setPixmap(picture(*made))


@cache
def _add_first_fonts() -> None:
    # WORKAROUND: Qt complains of scripts that one typeface lacks, then finds them in another.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for name in _FIRST_FONTS:
        _add_font(name)


def _add_font(name: str) -> None:
    QFontDatabase.addApplicationFont(str(ROOT / "fonts" / name))
