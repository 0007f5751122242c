"""The big table in words: what is said of a place, of the whole, and of whom it lacks."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from facilitator.figures.big_table import (
    FEW,
    LESS,
    MORE,
    BigTable,
    Missing,
    Place,
    reach,
    share,
    voice,
)
from facilitator.room.groups import label


class View(NamedTuple):
    """What is looked at: who will be at the table of a day, or who came to it."""

    table: BigTable
    came: bool = False
    day: str = ""  # 19 Nov
    last: BigTable | None = None  # of the session before
    last_day: str = ""
    counted: int | None = None  # heads in the room, by name or not


class Circles(NamedTuple):
    full: int
    ring: int
    dashed: int


def circles(place: Place, came: bool) -> Circles:
    """Return how many people or seats of a place are there, are expected, and are not filled."""
    if came:
        empty = max(0, place.seats - place.asked - place.unasked)
        return Circles(place.came, place.absent, empty)
    return Circles(place.confirmed, place.waiting, place.open)


def nobody_signed_in(view: View) -> bool:
    """Say whether it is not known who came, since nobody has to give a name."""
    return view.came and not view.table.total("came")


def is_missing(place: Place, view: View) -> bool:
    if view.came:
        return place.nobody_came and not nobody_signed_in(view)
    return place.nobody_confirmed


def caption(place: Place, view: View) -> list[str]:
    """Return what stands under the name of a place."""
    if is_missing(place, view):
        return [_tr("nobody came") if view.came else _tr("nobody yet")]
    told = _came(place) if view.came else _planned(place)
    if view.last is None or view.came:
        return [told]
    return [told, _tr("last time {0}").format(view.last.place(place.code).came)]


def _planned(place: Place) -> str:
    if not place.asked and place.elsewhere:
        return _tr("{0} at another place").format(place.elsewhere)
    if place.wanted == 0 and not place.asked:
        return _tr("no seat wanted")
    if place.confirmed > place.seats:
        return _tr("{0}, {1} wanted").format(place.confirmed, place.seats)
    return _tr("{0} of {1}").format(place.taken, place.seats)


def _came(place: Place) -> str:
    if not place.came and not place.asked:
        return _tr("{0} at another place").format(place.elsewhere) if place.elsewhere else ""
    if not place.asked:
        return _tr("{0} unasked").format(place.came)
    told = _tr("{0} of {1} asked").format(place.came - place.unasked, place.asked)
    return _tr("{0}, {1} more").format(told, place.unasked) if place.unasked else told


def sentence(place: Place, view: View) -> str:
    """Return a place as a screen reader says it."""
    parts = [label(place.code), *caption(place, view)]
    of = circles(place, view.came)
    if of.ring:
        said = _tr("{0} did not come") if view.came else _tr("{0} invited, no answer")
        parts.append(said.format(of.ring))
    if of.dashed:
        parts.append(_tr("for {0} nobody was asked").format(seats(of.dashed)))
    return ", ".join(part for part in parts if part)


def legend(came: bool) -> tuple[str, str, str]:
    """Return what a full circle, a ring and a dashed one mean."""
    if came:
        return _tr("came"), _tr("invited, did not come"), _tr("empty seat, nobody asked")
    return _tr("confirmed"), _tr("invited, no answer"), _tr("empty seat, nobody asked")


def scale(each: int) -> str:
    told = _tr("one circle is up to {0} people")
    return told.format(each) if each > 1 else _tr("one circle is one person")


def headline(view: View) -> str:
    table = view.table
    if view.came:
        if not nobody_signed_in(view):
            return _tr("{0} came").format(f"{table.total('came'):,}")
        counted = f"{view.counted or 0:,}"
        return _tr("{0} were counted").format(counted) if view.counted else _tr("Nobody yet")
    taken = f"{table.total('taken'):,}"
    return _tr("{0} of {1} confirmed").format(taken, seats(table.total("seats")))


def remarks(view: View) -> list[str]:
    """Return what the headline leaves out, a sentence each."""
    table = view.table
    if nobody_signed_in(view):
        return [_tr("None of them by name.")] if view.counted else []
    if view.came:
        return [told for told in (reached(table), _counted(view)) if told]
    waiting, open_seats = table.total("waiting"), table.total("open")
    beyond = table.total("confirmed") - table.total("taken")
    told = []
    if waiting:
        told.append(_tr("{0} invited, no answer yet.").format(f"{waiting:,}"))
    if open_seats:
        told.append(_tr("For {0} nobody has been asked.").format(seats(open_seats)))
    if beyond:
        told.append(_tr("{0} more confirmed than there are seats.").format(beyond))
    if not table.total("asked"):
        told.append(_tr("Give each group its seats with + and −, then invite."))
    return told


def _counted(view: View) -> str:
    return "" if view.counted is None else _tr("{0} were counted.").format(view.counted)


def reached(table: BigTable) -> str:
    """Return who of those asked came; the share too where there are enough of them."""
    asked, unasked = table.total("asked"), table.total("unasked")
    came = table.total("came") - unasked
    told = _tr("Of {0} invited {1} came.").format(asked, came)
    of = share(came, asked)
    if of is not None:
        told = _tr("Of {0} invited {1} came ({2} %).").format(asked, came, round(100 * of))
    more = _tr("{0} came unasked.").format(unasked) if unasked else ""
    return f"{told} {more}".strip() if asked else more


def reach_of(place: Place) -> str:
    of = reach(place)
    return "" if of is None else _tr("{0} %").format(round(100 * of))


def voice_of(table: BigTable, place: Place) -> str:
    """Return how much a place spoke for how many it was."""
    of = voice(table, place)
    if of is None:
        return ""
    if of < LESS:
        return _tr("spoke less than its share")
    return _tr("spoke more than its share") if of > MORE else _tr("about its share")


def why_missing(of: Missing, view: View) -> str:
    if view.came:
        told = _tr("{0} invited, nobody came.").format(of.asked)
        return told if of.asked else _tr("Nobody invited, nobody came.")
    told = _tr("{0} invited, no answer.").format(of.asked) if of.asked else _tr("Nobody invited.")
    if view.last is None or of.code not in dict(view.last.missing(came=True)):
        return told
    return f"{told} {_tr('Nobody came on {0}.').format(_whole(view.last_day))}"


def nobody_missing(view: View) -> str:
    """Return what is said where no voice is missing."""
    if nobody_signed_in(view):
        return _tr("Who came is not known by name, nor who was missing.")
    if view.came:
        return _tr("Somebody of every group came.")
    return _tr("Somebody of every group has confirmed.")


def waiting(table: BigTable) -> str:
    """Return who has not answered, without saying who."""
    count = table.total("waiting")
    if not count:
        return _tr("Everybody who was invited has answered.") if table.total("asked") else ""
    groups = sum(bool(place.waiting) for place in table.places)
    people = _tr("{0} person") if count == 1 else _tr("{0} people")
    within = _tr("{0} in one group.") if groups == 1 else _tr("{0} in {1} groups.")
    return within.format(people.format(f"{count:,}"), groups)


def aside(view: View) -> str:
    """Return who is not told apart: whoever states no group, and whoever facilitates."""
    none, led = view.table.not_stated, view.table.facilitating
    told = _tr("Group not stated: {0}.").format(none.came if view.came else none.asked)
    return f"{told} {_tr('Facilitating, not counted: {0}.').format(led)}" if led else told


def too_few(table: BigTable) -> str:
    """Return why there are counts and no shares, if there are none."""
    few = table.total("came") < FEW
    return _tr("How much a group spoke is told from {0} people on.").format(FEW) if few else ""


def seats(count: int) -> str:
    return _tr("1 seat") if count == 1 else _tr("{0} seats").format(f"{count:,}")


def _whole(day: str) -> str:
    """Return a day that no line breaks in two."""
    return day.replace(" ", "\N{NO-BREAK SPACE}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("TheTable", text)
