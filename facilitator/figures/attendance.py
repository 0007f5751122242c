"""Who was there: heads that somebody counted, and apart from them who signed in, and who spoke."""

from typing import NamedTuple

from facilitator.log.state import State
from facilitator.room.head_count import METHODS, method_in_words
from facilitator.room.people import attended

NOT_COUNTED = "No head count was made"


class Attendance(NamedTuple):
    """Only a head count is attendance; many come who neither sign in nor speak."""

    tally: int | None  # heads; None where nobody counted them
    method: str  # in words
    signed_in: int
    signed_in_or_spoke: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what may be told of it as attendance, without full stops."""
        told = [NOT_COUNTED] if self.tally is None else [f"{_people(self.tally)}, {self.method}"]
        counted_so = self.tally is not None and self.method == METHODS["signed_in"]
        if self.signed_in and not counted_so:  # one number of people who signed in is enough
            told.append(f"{_people(self.signed_in)} signed in")
        return tuple(told)


def attendance(state: State) -> Attendance:
    tally, known = state.meeting.tally, attended(state.people)
    return Attendance(
        None if tally is None else tally.count,
        "" if tally is None else method_in_words(tally.method),
        sum(person.signed_in for person in known),
        len(known),
    )


def _people(count: int) -> str:
    return f"{count:,} {'person' if count == 1 else 'people'}"
