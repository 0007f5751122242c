"""Labels of plain text, and the names by which the style sheet colours what shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.style import font


def label(parent: QWidget, size: int, bold: bool = False, name: str = "") -> QLabel:
    """Return a label on which markup is only text; the size is in px."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, bold))
    made.setObjectName(name)
    return made


def rename(widget: QWidget, name: str) -> None:
    """Give something the name that the style sheet colours it by."""
    if widget.objectName() != name:
        widget.setObjectName(name)
        widget.style().polish(widget)
