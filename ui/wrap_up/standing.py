"""How far an edition is on its way out, in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Where(NamedTuple):
    """What is known of an edition."""

    ended: bool  # the session has
    approved: bool  # as it stands
    version: int  # that was approved last; 0 if none was
    open: int  # things to settle
    unseen: int | None  # pages nobody has looked at; none while they are being made


class Standing(NamedTuple):
    words: str
    sign: str
    tint: str
    until: str  # when it is a draft no longer
    ready: bool = False  # all that is lacking is that somebody approves it
    approved: bool = False


def standing(of: Where) -> Standing:
    """Return how far an edition is."""
    if of.approved and of.ended:
        told = _tr("Approved, version {0}").format(of.version)
        until = _tr("approved, version {0}").format(of.version)
        return Standing(told, "check", "ok", until, approved=True)
    step = _step(of)
    if of.version:
        again = _tr("changed since version {0}: a draft again").format(of.version)
        step = step._replace(until=again)
    return step


def _step(of: Where) -> Standing:
    if not of.ended:
        told = _tr("The session has not ended yet")
        return Standing(told, "hourglass", "ink2", _tr("a draft until the session has ended"))
    if of.open:
        one = of.open == 1
        things = _tr("1 thing") if one else _tr("{0} things").format(of.open)
        told = _tr("{0} to settle before it goes out").format(things)
        until = _tr("a draft until the thing is settled")
        if not one:
            until = _tr("a draft until the {0} are settled").format(things)
        return Standing(told, "circle-alert", "warn", until)
    if of.unseen is None:
        return Standing(_tr("Nothing left to settle"), "check", "ink2", _tr("a draft"))
    if of.unseen:
        pages = _tr("1 page") if of.unseen == 1 else _tr("{0} pages").format(of.unseen)
        told = _tr("Settled; {0} not looked at yet").format(pages)
        return Standing(told, "file-check-2", "ink2", _tr("a draft until somebody approves it"))
    told = _tr("Ready to approve")
    return Standing(told, "check", "ok", _tr("a draft until somebody approves it"), ready=True)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Standing", words)
