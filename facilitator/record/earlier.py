"""Who was at the earlier sessions of a series, as the read tables have it."""

from typing import NamedTuple

from facilitator.record.shelf import Shelf, reading


class Earlier(NamedTuple):
    """Somebody at another session; that they are somebody here, a person says."""

    ref: str  # "<session id>/<person id>", what `Person.same_as` holds
    name: str
    organisation: str
    session: str  # its title
    date: str  # 2026-10-15


@reading()
def earlier(shelf: Shelf, session: str) -> list[Earlier]:
    """Return who was on the lists of the other sessions of this one's series, the newest first.

    Somebody who is known to be the same at several of them is there once, as the newest.
    """
    plans = {plan["session"]: plan for plan in shelf.plans()}
    series = plans.get(session, {}).get("series_id")
    if not series:
        return []
    rows = shelf.connection.execute(
        "select person.session, id, name, person.organisation, same_as, title, date"
        " from person join session using (session)"
        " where series_id = ? and session <> ? and name <> '' order by date desc, session, id",
        [series, session],
    ).fetchall()
    older = {same_as for *_, same_as, _, _ in rows}
    found = [
        Earlier(f"{of}/{ident}", name, body, title, date)
        for of, ident, name, body, _, title, date in rows
    ]
    return [person for person in found if person.ref not in older]
