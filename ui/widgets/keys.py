"""Taking the keys from what is about to go, and giving them back to what is still there."""

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def give_keys(*those: QWidget | None) -> bool:
    """Give the keys to the first of those that is still there and shows; say whether one is.

    A line over a row goes when its row does, and Python still holds what is left of it.
    """
    for one in those:
        if one is not None and isValid(one) and one.isVisible():
            one.setFocus()
            return True
    return False


def let_go(place: QWidget) -> None:
    """Let a line in a place that is about to hide end what is typed in it while it still shows."""
    keys = QApplication.focusWidget()
    if keys is not None and place.isAncestorOf(keys):
        keys.clearFocus()
