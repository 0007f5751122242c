"""What a session knows of the series that it is one of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.log.state import State
from facilitator.room.commitments import Report
from facilitator.room.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Thread:
    """The series of a session, as far as the file knows it."""

    ident: str = ""  # of the session itself
    number: int = 0  # which session of the series it is, by date, from 1; 0 without a series
    before: Mapping[str, State] = field(default_factory=dict)  # earlier ones by id, oldest first
    # What was last told of an earlier promise before this session, and on which day:
    # "<session id>/<promise id>".
    told: Mapping[str, tuple[Report, str]] = field(default_factory=dict)
    next: Meeting | None = None  # the next one that is planned
    made: Mapping[str, str] = field(default_factory=dict)  # earlier commitments by ref: Ref.of
    waiting: tuple[Report, ...] = ()  # reports on what no file that came in has yet

    def means(self, report: Report) -> bool:
        """Say whether a report is on the commitment of that name that this file knows."""
        return not report.of or self.made.get(report.ref) == report.of

    def reported(self, state: State, ref: str) -> Report | None:
        """Return what a session says of an earlier commitment, if it means the one known here."""
        report = state.reports.get(ref)
        return report if report is not None and self.means(report) else None
