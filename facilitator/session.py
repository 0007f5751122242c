"""A session in progress: the things people do in it, each on disk before it shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.log import events as e
from facilitator.planning import Planning, new_id, tidy
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.floor import INTERPRETED

# A direct response is short (practice guide, section 5).
DIRECT_RESPONSE = 45 * SECOND


class Session(Planning):
    """Each verb returns whether it changed anything, or raises NotSaved and changes nothing."""

    # The meeting and its people

    def end_session(self) -> bool:
        return self.do(e.SessionEnded())

    def arrive(self, person: str) -> bool:
        return self.do(e.PersonArrived(person))

    def leave(self, person: str) -> bool:
        return self.do(e.PersonLeft(person))

    def tally(self, count: int, method: str = "counted") -> bool:
        """Say how many heads there are, and how they were counted: METHODS of `head_count`."""
        return self.do(e.PeopleTallied(count, method))

    def no_tally(self) -> bool:
        """Say that no head count was made; one that is made later counts all the same."""
        return self.change_meeting(uncounted=True)

    def merge(self, person: str, into: str) -> bool:
        """Say that a walk-in is somebody on the list; all talk time goes over."""
        walk_in = self.state.people.get(person)
        return bool(walk_in and walk_in.walk_in) and self.do(e.PeopleMerged(person, into))

    # The agenda and its clock

    def start_segment(self, segment: str, since: int | None = None) -> bool:
        """Start a segment, or say that it began at an earlier moment."""
        return self.do(e.SegmentStarted(segment, since))

    def next_segment(self) -> bool:
        coming = self.state.agenda.coming()
        return bool(coming) and self.start_segment(coming[0].id)

    def previous_segment(self) -> bool:
        """Go back to the segment before this one; its clock goes on where it stood."""
        place = self.state.agenda.current or 0
        before = [s.id for s in self.state.agenda.segments[:place] if s.begun or not s.dropped]
        return bool(before) and self.start_segment(before[-1])

    def begin_earlier(self, minutes: float = 1) -> bool:
        """Say that the running segment began so much earlier: somebody forgot to start it."""
        running = self.state.agenda.running
        if running is None or not running.watch.running:
            return False
        begun = running.watch.spans[-1][0]
        return self.do(e.SegmentStarted(running.id, begun - round(minutes * MINUTE)))

    def resize_segment(self, segment: str, minutes: float) -> bool:
        return self.do(e.SegmentResized(segment, round(minutes * MINUTE)))

    def replan(
        self, lengths: Mapping[str, int], dropped: Sequence[str] = (), ends: int | None = None
    ) -> bool:
        """Plan the parts to come again: lengths in ms; `ends` is another end (UTC ms) agreed on."""
        return self.do(e.AgendaReplanned(dict(lengths), tuple(dropped), ends))

    def cut_gap(self, since: int, until: int) -> bool:
        """Take the time between two moments out of every clock that ran."""
        return self.do(e.GapCut(since, until))

    def set_clock(self, by: int) -> bool:
        """Say that the session's clock was wrong until now, by so many ms; no length changes."""
        return self.do(e.ClockSet(by))

    def grant_time(self, seconds: float) -> bool:
        return self.do(e.TimeGranted(round(seconds * SECOND)))

    def pause(self) -> bool:
        return self.do(e.SegmentPaused())

    def resume(self) -> bool:
        return self.do(e.SegmentResumed())

    # The floor

    def queue(self, person: str, kind: str = "speak") -> bool:
        return self.do(e.SpeakerQueued(person, kind))

    def queue_newcomer(self, name: str, kind: str = "speak") -> bool:
        """Queue somebody who is on no list: a walk-in, to be told apart later."""
        name = tidy(name)
        return bool(name) and self.do(e.SpeakerQueued(new_id(), kind, name))

    def withdraw(self, person: str) -> bool:
        return self.do(e.SpeakerWithdrew(person))

    def move(self, person: str, before: str | None, reason: str = "") -> bool:
        return self.do(e.SpeakerMoved(person, before, reason))

    def begin_round(self, order: Sequence[str]) -> bool:
        """Ask these persons in turn; who waits for something else comes after them."""
        return self.do(e.RoundBegun(tuple(order)))

    def correct_turn(self, turn: int, person: str = "", seconds: float | None = None) -> bool:
        """Say whose turn it really was (counted from 1), or how long it lasted."""
        spent = None if seconds is None else round(seconds * SECOND)
        return self.do(e.TurnCorrected(turn, person, spent))

    def give_floor(
        self,
        person: str | None = None,
        kind: str | None = None,
        limit_s: float | None = None,
        name: str = "",
        inside: bool = False,
    ) -> bool:
        """Give the floor to a person, or to the next in the queue; the kind is what they asked for.

        Without a limit the segment's own holds, doubled for interpreted speech. Inside the
        running turn, it is for a moment only, and whoever speaks goes on afterwards.
        """
        floor = self.state.floor
        waiting = floor.waits(person) if person else next(iter(floor.queue), None)
        person = person or (waiting.person if waiting else None)
        if person is None:
            return False
        kind = kind or (waiting.kind if waiting else "speak")
        limit = self._limit(person, kind) if limit_s is None else round(limit_s * SECOND)
        return self.do(e.FloorGiven(person, kind, limit, tidy(name), inside))

    def release_floor(self) -> bool:
        return self.do(e.FloorReleased())

    def hold(self) -> bool:
        return self.do(e.FloorHeld())

    def unhold(self) -> bool:
        return self.do(e.FloorResumed())

    def skip(self, person: str, for_now: bool = False) -> bool:
        """Let a person pass, for good or until everybody else had a turn."""
        return self.do(e.SpeakerPassed(person, for_now))

    # Notes and promises

    def note(self, text: str, kind: str = "idea", ident: str = "", **fields: Any) -> bool:
        person = self.state.people.get(fields.get("person", ""))
        fields.setdefault("group", person.group if person and person.groups else "")
        ident = ident or self._next_id("N", e.NoteTaken)
        return self.do(e.NoteTaken(ident, kind, text, **fields))

    def change_note(self, ident: str, **changes: Any) -> bool:
        return self.do(e.NoteChanged(ident, changes))

    def commit(self, text: str, kind: str = "pledge", ident: str = "", **fields: Any) -> bool:
        ident = ident or self._next_id("C", e.CommitmentMade)
        return self.do(e.CommitmentMade(ident, kind, text, **fields))

    def amend(self, ident: str, **changes: Any) -> bool:
        return self.do(e.CommitmentAmended(ident, changes))

    def drop(self, ident: str) -> bool:
        """Take a note or a commitment out; the log keeps it."""
        note = ident in self.state.notes
        return self.do(e.NoteDropped(ident) if note else e.CommitmentDropped(ident))

    def read_back(self, ident: str) -> bool:
        return self.do(e.CommitmentReadBack(ident))

    def status(self, ref: str, status: str, evidence: str = "", community_view: str = "") -> bool:
        ref = ref.removeprefix(f"{self.id}/")
        return self.do(e.StatusReported(ref, status, evidence, community_view, self.of(ref)))

    # Before the summary goes out

    def judge(self, words: str, reason: str, item: str = "") -> bool:
        """Say of words in a text why they are not printed, or that they may be: KEEP, REASONS.

        The item is a note or promise; without one it holds for every text of the session.
        """
        return self.do(e.WordsJudged(item, words, reason, self.of(item)))

    def approve(self, edition: str, digest: str) -> bool:
        """Say that a person has read an edition, as it stands, and that it may go out."""
        return self.do(e.SummaryApproved(edition, digest))

    def _next_id(self, letter: str, kind: type[e.NoteTaken | e.CommitmentMade]) -> str:
        """Return a short id that people can say aloud, after the newest: C1, C2 …

        What was dropped keeps its id, so that no two things of an evening ever share one.
        """
        newest, n = 0, 0
        for entry in reversed(self.history.done):
            if isinstance(entry.event, kind):
                event = entry.event
                ident = event.note if isinstance(event, e.NoteTaken) else event.commitment
                if ident[:1] == letter and ident[1:].isdecimal():
                    newest, n = int(ident[1:]), entry.n
                    break
        # Acts that cannot be read may have made one each, and come back from a copy:
        # N3, two acts missing behind it, so N6.
        number = newest + 1 + self.history.missing(n)
        while (
            f"{letter}{number}" in self.state.notes or f"{letter}{number}" in self.state.commitments
        ):
            number += 1
        return f"{letter}{number}"

    def _limit(self, person: str, kind: str) -> int | None:
        running, known = self.state.agenda.running, self.state.people.get(person)
        limit = running.turn_limit if running else None
        if kind == "direct_response":
            limit = DIRECT_RESPONSE
        return limit and limit * (INTERPRETED if known and known.interpreted else 1)
