"""A field with its label over it, and what is said of it beside that."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import font

LINE = 20  # px: as high as what may be said beside it


def labelled(words: str, field: QWidget, hint: QWidget, parent: QWidget, gap: int) -> QVBoxLayout:
    """Lay a field out under its label; `gap` is the px between them."""
    label = QLabel(words, parent)
    label.setFont(font(13))
    label.setObjectName("second")
    label.setMinimumHeight(LINE)
    head, column = QHBoxLayout(), QVBoxLayout()
    head.addWidget(label)
    head.addStretch(1)
    head.addWidget(hint)
    column.setSpacing(gap)
    column.addLayout(head)
    column.addWidget(field)
    return column
