"""A page in an area that rolls up and down, and shows nothing of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def hold(area: QScrollArea, page: QWidget) -> None:
    """Let an area hold a page on whatever is behind it; the keys belong to what is on the page."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    for part in (page, area.viewport()):
        part.setAutoFillBackground(False)
