"""The head of a page in the place of the notes: what it is, how far it has come, the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.style import font, icon
from ui.widgets.button import Button


class PageHead(QWidget):
    def __init__(self, parent: QWidget, *parts: QWidget) -> None:
        """Set some parts between the title and the button that leads back."""
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(18, bold=True))
        self.close_button = flat_button("x", self.tr("Back to the notes"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.title, 1)
        for part in (*parts, self.close_button):
            layout.addWidget(part)


def flat_button(sign: str, name: str, parent: QWidget) -> Button:
    """Return a button that is an icon alone; its name is its tool tip too."""
    button = Button("", parent, icon(sign, "ink", 18), height=32)
    button.setObjectName("flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedWidth(32)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
