"""Giving the keys back to whoever had them, if that is still there."""

from PySide6.QtWidgets import QWidget
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
