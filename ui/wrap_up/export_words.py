"""What is said of a file that has left: what it is, and that nothing was sent."""

from PySide6.QtCore import QCoreApplication

from ui.wrap_up.export_writer import Written

FOR_OFFICER = "It is the record: for the records officer, not for publication."


def saved(of: Written) -> str:
    what = _tr("The draft") if of.draft else _tr("The summary")
    told = _tr("{0} is saved as {1}").format(what, of.path.name)
    return f"{told}. {_tr(FOR_OFFICER)}" if of.edition == "record" else told


def opened(of: Written) -> str:
    """Return what is said of what is open now in another program."""
    return _mailed(of) if of.way == "mail" else _lettered(of)


def _mailed(of: Written) -> str:
    told = _tr("The e-mail is a draft, {0}. Nothing is sent: you say to whom, and send it.")
    return told.format(of.path.name)


def _lettered(of: Written) -> str:
    many = _tr("1 letter is a draft") if of.letters == 1 else _tr("{0} letters are drafts")
    told = _tr("{0} in the folder {1}. Nothing is sent: open each, read it, and send it yourself.")
    words = told.format(many.format(of.letters), of.path.name)
    if not of.unaddressed:
        return words
    lacking = _tr("1 of them has no address.") if of.unaddressed == 1 else ""
    return f"{words} {lacking or _tr('{0} of them have no address.').format(of.unaddressed)}"


def not_opened(of: Written) -> str:
    told = _tr("No program here opens {0}. It is in {1}.")
    return told.format(of.path.name, of.path.parent)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Exporting", words)
