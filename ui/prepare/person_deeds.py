"""What is said of an invitation: that it went out, was answered, and that somebody came."""

from PySide6.QtCore import QCoreApplication

from facilitator.room.people import Person
from ui.live import Live


def toggle(live: Live, person: Person, what: str) -> str:
    """Turn `invited`, `confirmed` or `came` round; return a sentence if it cannot be."""
    session = live.session
    if what == "came":
        return _come_or_not(live, person)
    if what == "confirmed":
        now = not person.confirmed
        changes = {"confirmed": now, "invited": person.invited or now}
    else:
        now = not person.invited
        changes = {"invited": now, "confirmed": person.confirmed and now}
    live.attempt(session.change_person, person.id, **changes)
    return ""


def _come_or_not(live: Live, person: Person) -> str:
    if not person.signed_in:  # also where they are known to be there because they spoke
        live.attempt(live.session.arrive, person.id)
        return ""
    floor = live.state.floor
    heard = any(turn.person == person.id for turn in floor.turns)
    if heard or any(one.person == person.id for one in floor.queue):
        told = QCoreApplication.translate("Person", "{0} spoke or waits to, and so has come.")
        return told.format(person.called)
    live.attempt(live.session.change_person, person.id, came=None, left=None)
    return ""
