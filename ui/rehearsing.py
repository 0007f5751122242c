"""Rehearsing a session in the window, and planning a real one from there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.widgets.keys import give_keys, let_go

if TYPE_CHECKING:
    from ui.house import House


def rehearse(house: "House", ident: str = "") -> None:
    """Go through a session, the one that shows if none is named, in a copy of which nothing stays.

    In a rehearsal this leads out of it.
    """
    if not ident and house.place == "Home" and house.home is not None:
        ident = house.home.coming
    elif not ident and house.live is not None:
        ident = house.live.session.id
    if not ident and not house.filing.trial:
        house.banner.say(_tr("There is no session here that could be rehearsed."))
        return
    if house.filing.trial != "rehearsal":
        hands = house.focusWidget()
        let_go(house.places)  # what is being typed goes along
        give_keys(hands, house.places.currentWidget())  # it may be that it cannot be
        house.show_session(house.filing.rehearse(ident), live=True)
    house.banner.say(
        _tr("This is a rehearsal. Nothing of it is kept."),
        _tr("End the rehearsal"),
        house.leave_example,
    )


def plan_session(house: "House") -> None:
    """Ask on Home what a new session is to be; not in a trial, with which it would go."""
    trial = house.filing.trial
    if trial:
        house.leave_example()
    house.show_home()
    if house.home is not None:
        house.home.plan()
    if trial:
        house.banner.say(_tr("From here on everything is kept again."))


def _tr(words: str) -> str:
    return QCoreApplication.translate("rehearsing", words)
