"""A clock that was set right: all moments of a session move, so that no length changes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from facilitator.log.rows import MOST
from facilitator.room.clock import later

if TYPE_CHECKING:
    from facilitator.log.state import State

Row = TypeVar("Row")


def clock_set(state: "State", by: int) -> "State":
    """Return the state in which every recorded moment is told later by so much.

    What was planned or agreed on is an hour of the day, and stays where it is; but where no hour
    was planned, an end is agreed on by the moment at which the session began.
    """
    if not by or abs(state.set_by + by) > MOST:
        return state
    agenda = state.agenda.set_by(by)
    if state.meeting.opens is None:
        agenda = _moved(agenda, by, "agreed_end")
    return replace(
        state,
        set_by=state.set_by + by,
        meeting=_moved(state.meeting, by, "ended"),
        agenda=agenda,
        floor=state.floor.set_by(by),
        people=_rows(state.people, by, "came", "left"),
        notes=_rows(state.notes, by, "at"),
        commitments=_rows(state.commitments, by, "at", "read_back"),
        reports=_rows(state.reports, by, "at"),
        approved=_rows(state.approved, by, "at"),
    )


def _rows(rows: Mapping[str, Row], by: int, *names: str) -> Mapping[str, Row]:
    return {ident: _moved(row, by, *names) for ident, row in rows.items()}


def _moved(row: Any, by: int, *names: str) -> Any:
    """Return a row with these moments moved, as far as it has them yet."""
    moments = {name: getattr(row, name) for name in names}
    new = {name: later(at, by) for name, at in moments.items() if at is not None}
    return replace(row, **new) if new else row
