"""What hands do to the parts of the plan; each is one act, saved at once."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator.room import timetable
from facilitator.room.agenda import Segment
from facilitator.room.agenda_plan import open_from
from facilitator.room.clock import MINUTE
from facilitator.room.durations import duration
from facilitator.room.typed_part import USUAL, typed_part
from ui.prepare.agenda_words import row_of, up
from ui.words import minutes, time_of_day

if TYPE_CHECKING:
    from ui.live import Live


class AgendaActs(QObject):
    said = Signal(str)  # why something cannot be

    def __init__(self, live: "Live", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live

    @property
    def _parts(self) -> tuple[Segment, ...]:
        return self._live.state.agenda.segments

    def after(self, ident: str) -> str | None:
        """Return the part behind another, or None for the end."""
        place = self._live.state.agenda.place(ident)
        rest = () if place is None else self._parts[place + 1 :]
        return rest[0].id if rest else None

    def gap_behind(self, ident: str) -> tuple[str, str]:
        """Return the title of a part, or of the last that has begun, and the part behind it."""
        agenda = self._live.state.agenda
        part = self._parts[max(agenda.place(ident) or 0, open_from(agenda) - 1)]
        return part.title, self.after(part.id) or ""

    def rows(self) -> list[dict[str, Any]]:
        """Return the agenda in the words of a plan."""
        return [row_of(part) for part in self._parts if not part.dropped]

    def add(self, words: str, before: str | None) -> str:
        """Add a part as it was typed; return its id, or nothing if it was not taken."""
        typed = typed_part(words, self._live.state.meeting.start)
        length = USUAL if typed.length is None else typed.length
        row = {"title": typed.title, "kind": typed.kind, "minutes": length / MINUTE}
        if before is None and typed.fixed_start:
            before = self._coming_at(typed.fixed_start)
        return self._add({**row, "fixed_start": typed.fixed_start}, self._open(before))

    def copy(self, ident: str) -> str:
        """Put a copy of a part behind it, or behind what has begun; return its id."""
        of = self._part(ident)
        if of is None:
            return ""
        return self._add({**row_of(of), "fixed_start": ""}, self._open(self.after(ident)))

    def move(self, ident: str, before: str | None) -> None:
        if not self._live.attempt(self._live.session.move_segment, ident, before):
            self._say_begun(ident)

    def step(self, ident: str, by: int) -> None:
        """Move a part one up or down."""
        place = self._live.state.agenda.place(ident)
        if place is None or not 0 <= place + by < len(self._parts):
            return
        if by < 0:
            self.move(ident, self._parts[place - 1].id)
        else:
            self.move(ident, self.after(self._parts[place + 1].id))

    def remove(self, ident: str) -> None:
        if not self._live.attempt(self._live.session.remove_segment, ident):
            self._say_begun(ident)

    def set_minutes(self, ident: str, words: str) -> None:
        length = duration(words)
        if length is None:
            told = self.tr("“{0}” is no length that is understood: 15, 1:30 or half an hour are.")
            self.said.emit(told.format(words.strip()[:40]))
        elif words.strip():
            change = self._live.session.change_segment
            self._live.attempt(change, ident, minutes=length / MINUTE)

    def lay(self, rows: Iterable[Mapping[str, Any]]) -> bool:
        """Begin from a template: its parts in the place of all that have not begun."""
        return self._live.attempt(self._live.session.lay_agenda, rows)

    def fit(self, clock: str) -> None:
        """Let the parts to come share what is missing to end by a local time."""
        live, state = self._live, self._live.state
        end = state.meeting.moment(clock) if clock else None
        if end is None:
            self.said.emit(self.tr("Say when it is to end, for example 19:45."))
            return
        offer = timetable.fit(state.meeting, state.agenda, live.now(), end)
        if offer.short:
            self.said.emit(self._too_short(clock, offer.short))
        elif not offer.lengths:
            ends = time_of_day(state.meeting, offer.ends)
            self.said.emit(self.tr("It ends at {0} already.").format(ends))
        elif state.agenda.begun is None and not any(part.dropped for part in self._parts):
            new = offer.on(state.agenda).segments
            live.attempt(live.session.lay_agenda, [row_of(part) for part in new])
        else:
            live.attempt(live.session.replan, offer.lengths)

    def _too_short(self, clock: str, short: int) -> str:
        told = self.tr(
            "It cannot end by {0}: with every part at its least, {1} are missing."
            " Take a part out, or lower what a part must have at least."
        )
        return told.format(clock, minutes(up(short)))

    def _coming_at(self, clock: str) -> str | None:
        """Return the part to come that begins at a local time or after it."""
        state, live = self._live.state, self._live
        at = state.meeting.moment(clock)
        plan = timetable.timetable(state.meeting, state.agenda, live.now())
        coming = (line.stretch for line in plan.lines[open_from(state.agenda) :])
        later = (one.part.id for one in coming if at is not None and one.begins >= at)
        return next(later, None) if plan.dated else None

    def _open(self, before: str | None) -> str | None:
        """Return a part to come, the first of them for one that has begun."""
        to_come = [part.id for part in self._parts[open_from(self._live.state.agenda) :]]
        return before if before is None or before in to_come else next(iter(to_come), None)

    def _say_begun(self, ident: str) -> None:
        begun = open_from(self._live.state.agenda)
        if begun and self._part(ident) is not None:
            self.said.emit(self.tr("What has begun stays where it is."))

    def _part(self, ident: str) -> Segment | None:
        return next((part for part in self._parts if part.id == ident), None)

    def _add(self, row: dict[str, Any], before: str | None) -> str:
        made = ""

        def act() -> bool:
            nonlocal made
            made = self._live.session.add_segment(row, before)
            return bool(made)

        self._live.attempt(act)
        return made
