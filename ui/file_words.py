"""What is said of a file once it is open: that nothing can be recorded, or acts cannot be read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from facilitator.session import Session
    from facilitator.session_file import SessionFile
    from ui.house import House


def _tr(text: str) -> str:
    return QCoreApplication.translate("file_words", text)


def say(house: "House", session: "Session | None") -> None:
    """Say in the banner what somebody must know, and offer what can be done about it."""
    if house.file is None or not (words := about(house.file, session)):
        return
    can = session is not None and session.history.missing() and house.file.unwritable is None
    house.banner.say(words, *(house.deeds.copying.bringing_back if can else ()))


def about(file: "SessionFile", session: "Session | None") -> str:
    """Return what somebody must know of a file and the session that goes on in it, or nothing."""
    sentences = []
    if file.unwritable is not None:
        sentences += [
            _tr("This file opened to read only."),
            _tr("You can look and export, not record."),
            _tr("The disk is full: make some room, then open the file again.")
            if file.unwritable.is_full
            else _tr("You may not write to it here: copy it to another folder and open that."),
        ]
    beside = file.shelf.file
    if beside.set_aside is not None:
        where = _tr("They are set aside in “{0}”: salvage that file, then import it.")
        sentences += [
            _tr("Beside this file lay the last acts of another copy of it."),
            where.format(beside.set_aside),
        ]
    if beside.lacks_log:
        sentences += [
            _tr("The program ended before it could close this file, and a part of it is gone."),
            _tr("The last acts may be missing. A copy that has them brings them back: import it."),
        ]
    lost = session.history.missing() if session is not None else 0
    if lost:
        single = _tr("1 act of this session cannot be read.")
        several = _tr("{0} acts of this session cannot be read.")
        sentences += [
            (single if lost == 1 else several).format(lost),
            _tr("Everything else is here. A copy that has them brings them back."),
        ]
    return " ".join(sentences)
