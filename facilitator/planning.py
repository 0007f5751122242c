"""The things people do before a session, and around what runs: agenda, people, seats."""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.door import Door
from facilitator.log import events as e
from facilitator.room.refs import Ref
from facilitator.room.series import series_id


class Planning(Door):
    """Each verb returns whether it changed anything, or raises NotSaved and changes nothing."""

    # The meeting

    def plan(self, meeting: dict[str, Any], people: Any = (), agenda: Any = ()) -> bool:
        """Begin with a plan; people and agenda are rows as in a session script."""
        if self.history.length:
            return False
        meeting = {**self._series(meeting), **meeting}
        return self.do(e.SessionPlanned(**meeting, people=tuple(people), agenda=tuple(agenda)))

    def change_meeting(self, **changes: Any) -> bool:
        """Change what the session is or how it is run: its title, whose names the wall shows …"""
        joins = self._series({"city": self.state.meeting.city, **changes}, others=True)
        return self.do(e.MeetingChanged({**changes, **joins} if "series" in changes else changes))

    def _series(self, of: Mapping[str, Any], others: bool = False) -> dict[str, str]:
        """Return which series a title means: one that has it now, else one named so first.

        Where a session gets another title of its series, that is a new name, unless there is a
        series of that name: then it goes over.
        """
        title, city = str(of.get("series", "")), str(of.get("city", ""))
        known = self.store.shelf.series_named(title, city) if title else []
        if known:
            return {"series_id": known[-1]}
        return {} if others else {"series_id": series_id(title, city)}

    # The agenda, in the words of a plan: minutes, min_minutes, turn_limit_s, fixed_start "19:30" …

    def add_segment(self, row: Mapping[str, Any], before: str | None = None) -> str:
        """Add a part before another, or at the end; return its id, or nothing if it cannot be."""
        ident = new_id()
        return ident if self.do(e.SegmentAdded(ident, dict(row), before)) else ""

    def change_segment(self, segment: str, **changes: Any) -> bool:
        """Change a part; one that has begun keeps its minutes."""
        return self.do(e.SegmentChanged(segment, changes))

    def move_segment(self, segment: str, before: str | None) -> bool:
        """Move a part that has not begun, behind all that has."""
        return self.do(e.SegmentMoved(segment, before))

    def remove_segment(self, segment: str) -> bool:
        return self.do(e.SegmentRemoved(segment))

    def lay_agenda(self, rows: Iterable[Mapping[str, Any]]) -> bool:
        """Put these parts in the place of all that have not begun."""
        return self.do(e.AgendaLaid(tuple({**row, "id": new_id()} for row in rows)))

    # The people

    def add_person(self, name: str, **fields: Any) -> bool:
        return self.do(e.PersonAdded(new_id(), tidy(name), **fields))

    def change_person(self, person: str, **changes: Any) -> bool:
        if "same_as" in changes:
            changes["same_of"] = self.of(str(changes["same_as"]))
        return self.do(e.PersonChanged(person, changes))

    def import_people(self, rows: Iterable[Mapping[str, Any]]) -> bool:
        """Add many people at once; rows are fields of Person, with an id each."""
        made: dict[str, dict[str, str]] = {}  # by log, since a list may know many from one
        people = []
        for row in map(dict, rows):
            ref = Ref.read(str(row.get("same_as", "")))
            if ref.log and ref.log not in made:
                made[ref.log] = self.store.read(ref.log)[1]
            known = made.get(ref.log, {}).get(ref.id)
            people.append({**row, "same_of": known} if known else row)
        return self.do(e.PeopleImported(tuple(people)))

    def remove_people(self, idents: Iterable[str]) -> bool:
        """Take people off the list; who has come, spoken or promised stays."""
        return self.do(e.PeopleRemoved(tuple(idents)))

    def seat(self, tables: Mapping[str, int]) -> bool:
        """Seat people, by id, at tables counted from 1; 0 is no table."""
        return self.do(e.PeopleSeated(dict(tables)))


def new_id() -> str:
    """Return an id that no other laptop will choose."""
    return os.urandom(5).hex()


def tidy(name: str) -> str:
    return " ".join(name.split())
