"""How the window looks: one palette, one typeface in two weights, sizes in pixels at 100 %."""

from functools import cache

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
from PySide6.QtWidgets import QApplication

from resources import ROOT
from ui.palette import LIGHT

FAMILY = "Noto Sans"
_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def dress(app: QApplication) -> None:
    """Set palette, typeface and style sheet of the whole application."""
    # WORKAROUND: Qt complains of scripts that one typeface lacks, then finds them in another.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for name in _FIRST_FONTS:
        _add_font(name)
    app.setFont(font(14))
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "ground"),
        (roles.WindowText, "ink"),
        (roles.Base, "paper"),
        (roles.Text, "ink"),
        (roles.Button, "paper"),
        (roles.ButtonText, "ink"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.PlaceholderText, "ink3"),
        (roles.ToolTipBase, "paper"),
        (roles.ToolTipText, "ink"),
    ):
        palette.setColor(role, colour(name))
    app.setPalette(palette)
    sheet = (ROOT / "style" / "window.qss").read_text("utf-8")
    for name in sorted(LIGHT, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", LIGHT[name])
    app.setStyleSheet(sheet)


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


@cache
def colour(name: str) -> QColor:
    return QColor(LIGHT[name])


@cache
def icon(name: str, tint: str = "ink2", size: int = 22) -> QIcon:
    return QIcon(picture(name, tint, size))


@cache
def picture(name: str, tint: str, size: int) -> QPixmap:
    """Return an icon of the set in a colour of the palette, at the screen's own resolution."""
    svg = (ROOT / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", LIGHT[tint]).encode()))
    ratio = QApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _add_font(name: str) -> None:
    QFontDatabase.addApplicationFont(str(ROOT / "fonts" / name))
