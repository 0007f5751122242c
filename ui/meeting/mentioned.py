"""What the note line knows of its session: who and what may follow an @ or a #."""

from typing import NamedTuple

from facilitator.figures.mentions import begins, bodies, body_named, names, person_named, themes
from facilitator.log.state import State
from facilitator.room.finding import find
from facilitator.room.folding import fold_name
from facilitator.room.groups import label
from facilitator.room.people import Person
from facilitator.room.themes import themes as listed
from ui.live import Live
from ui.meeting.completing import MOST
from ui.widgets.rows import Row


class _Names(NamedTuple):
    """Who and what may follow an @ in a state, and what names were found to mean."""

    state: State
    bodies: list[str]
    names: dict[str, str]
    persons: dict[str, str]
    owners: dict[str, str]


class Mentioned:
    """Worked out when a line needs it, and again only when the session changed in that."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._known: _Names | None = None
        self._themes: tuple[object, dict[str, str]] | None = None

    @property
    def names(self) -> dict[str, str]:
        """Return the names that may follow an @, by how they fold."""
        return self._of.names

    @property
    def themes(self) -> dict[str, str]:
        state = self._live.state
        if self._themes is None or self._themes[0] is not state.notes:
            self._themes = state.notes, themes(state, listed())
        return self._themes[1]

    def person(self, typed: str) -> str:
        """Return the id of the one person who is meant for sure, or nothing."""
        known = self._of
        if typed not in known.persons:
            known.persons[typed] = person_named(known.state, typed)
        return known.persons[typed]

    def owner(self, typed: str) -> str:
        """Return the person or body that is meant for sure, else what was typed."""
        known = self._of
        if typed not in known.owners:
            person = known.state.people.get(self.person(typed))
            name = person.name if person else ""
            known.owners[typed] = name or body_named(known.bodies, typed)
        return known.owners[typed]

    def rows(self, sign: str, letters: str) -> list[Row]:
        """Return what letters after a sign may mean; nothing when it stands there already."""
        found = (self._people(letters) if sign == "@" else self._tags(letters))[:MOST]
        done = letters.endswith(" ") and fold_name(letters.strip()) in self.names
        only = len(found) == 1 and fold_name(found[0].key) == fold_name(letters.strip())
        return [] if done or only else found

    @property
    def _of(self) -> _Names:
        state, known = self._live.state, self._known
        if (
            known is None
            or known.state.people is not state.people
            or known.state.commitments is not state.commitments
        ):
            found = bodies(state)
            known = self._known = _Names(state, found, names(state, found), {}, {})
        return known

    def _people(self, letters: str) -> list[Row]:
        state = self._live.state
        if not letters:
            return self._likely(state)
        people = find(state.people, letters, MOST, sure=True)
        rows = {row.key: row for row in map(_row_of, people) if row.key}
        rows |= {body: _row(body) for body in self._of.bodies if begins(body, letters)}
        if not rows and " " not in letters:  # a slip; but what follows a name is none in it
            rows = {row.key: row for row in map(_row_of, find(state.people, letters, MOST))}
        return [row for row in rows.values() if row.key]

    def _likely(self, state: State) -> list[Row]:
        """Return who is meant before a letter is typed: who speaks, who promised before."""
        turn = state.floor.speaker
        owners = [promise.owner for promise in list(state.commitments.values())[::-1]]
        likely = [state.people[turn.person].name] if turn else []
        people = {person.name: person for person in state.people.values()}
        rows = (_row_of(people[name]) if name in people else _row(name) for name in likely + owners)
        return list({row.key: row for row in rows if row.key}.values())

    def _tags(self, letters: str) -> list[Row]:
        return [
            Row(theme, f"#{theme}, {words}".rstrip(", "), ("", f"#{theme}", words))
            for theme, words in self.themes.items()
            if begins(f"{theme} {words}", letters.replace("_", " "))
        ]


def _row_of(person: Person) -> Row:
    groups = ", ".join(label(code) for code in person.shown_groups)
    return _row(person.name, person.organisation or groups)


def _row(name: str, remark: str = "") -> Row:
    return Row(name, f"{name}, {remark}" if remark else name, ("", name, remark))
