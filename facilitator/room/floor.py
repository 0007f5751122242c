"""Who waits, who speaks, and for how long each has spoken."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from facilitator.room.clock import SECOND, Stopwatch, later
from facilitator.room.roll import Roll

ASKING = ("speak", "direct_response", "clarifying_question", "point_of_process")
BRIEF = ASKING[1:]  # said inside the turn of whoever speaks, who then goes on
SPEAKING = (*ASKING, "round", "presentation", "report", "answer", "commit")

AT_ONCE = 10 * SECOND  # whoever passes within it only said that they pass
INTERPRETED = 2  # consecutive interpreting takes about twice as long (practice guide, section 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    person: str
    kind: str
    since: int
    reason: str = ""  # why a facilitator moved the row

    def without(self, since: int, until: int) -> "Waiting":
        """Have waited as if a stretch of time had not been."""
        lost = until - max(self.since, since)
        return self if lost <= 0 else replace(self, since=self.since + lost)


@dataclass(frozen=True, slots=True)
class Turn:
    """One speech. Its watch stands still while it is held, or interrupted by a direct response."""

    person: str
    kind: str
    limit: int | None = None
    segment: str = ""
    watch: Stopwatch = field(default_factory=Stopwatch)
    passed: bool = False  # when called, without a word
    held: bool = False  # for grief or an interruption, until somebody lets it go on

    def over(self, now: int) -> int:
        """Return how far it is past its limit, 0 if it is not."""
        return 0 if self.limit is None else max(0, self.watch.elapsed(now) - self.limit)


@dataclass(frozen=True, slots=True)
class Floor:
    queue: tuple[Waiting, ...] = ()
    turns: Roll[Turn] = field(default_factory=Roll)
    on: tuple[int, ...] = ()  # the turns that have the floor, innermost last
    passes: tuple[tuple[str, str], ...] = ()  # (segment, person) who passed for good

    @property
    def speaker(self) -> Turn | None:
        return self.turns[self.on[-1]] if self.on else None

    @property
    def interrupted(self) -> Turn | None:
        return self.turns[self.on[-2]] if len(self.on) > 1 else None

    @property
    def held(self) -> bool:
        return self.speaker is not None and self.speaker.held

    def waits(self, person: str) -> Waiting | None:
        return next((row for row in self.queue if row.person == person), None)

    def join(self, person: str, kind: str, at: int) -> "Floor":
        """Put a person at the end of the queue; who waits already keeps the place."""
        row = self.waits(person)
        if row is None:
            return replace(self, queue=(*self.queue, Waiting(person, kind, at)))
        if row.kind == kind:
            return self
        changed = tuple(replace(r, kind=kind) if r is row else r for r in self.queue)
        return replace(self, queue=changed)

    def leave(self, person: str) -> "Floor":
        queue = tuple(row for row in self.queue if row.person != person)
        return self if len(queue) == len(self.queue) else replace(self, queue=queue)

    def move(self, person: str, before: str | None, reason: str) -> "Floor":
        """Put a waiting person before another, or at the end of the queue."""
        row = self.waits(person)
        if row is None or before == person:
            return self
        rest = [r for r in self.queue if r is not row]
        place = next((n for n, r in enumerate(rest) if r.person == before), len(rest))
        rest.insert(place, replace(row, reason=reason or row.reason))
        if tuple(rest) == self.queue:
            return self
        return replace(self, queue=tuple(rest))

    def give(
        self,
        person: str,
        kind: str,
        limit: int | None,
        segment: str,
        at: int,
        inside: bool = False,
    ) -> "Floor":
        """Begin a turn: inside the running one, as direct responses always are, or in its place.

        Who waits to speak and gives a direct response meanwhile keeps the place in the queue.
        """
        row = self.waits(person)
        asked = row is not None and (row.kind == kind or kind != "direct_response")
        floor = self._stop(at).leave(person) if asked else self._stop(at)
        turn = Turn(person, kind, limit, segment, Stopwatch().start(at))
        under = floor.on if inside or kind == "direct_response" else ()
        return replace(floor, turns=floor.turns.add(turn), on=(*under, len(floor.turns)))

    def release(self, at: int) -> "Floor":
        """End the running turn; a turn that it had interrupted goes on."""
        if not self.on:
            return self
        floor = replace(self._stop(at), on=self.on[:-1])
        return floor._start(at)

    def hold(self, at: int) -> "Floor":
        turn = self.speaker
        return self if turn is None or turn.held else self._stop(at)._put(held=True)

    def unhold(self, at: int) -> "Floor":
        return self._put(held=False)._start(at) if self.held else self

    def skip(self, person: str, segment: str, at: int) -> "Floor":
        """Let a person pass: they leave the queue, or the floor if they have it."""
        floor = self._give_up(person, at).leave(person)
        passed = (segment, person)
        return floor if passed in self.passes else replace(floor, passes=(*floor.passes, passed))

    def skip_for_now(self, person: str, at: int) -> "Floor":
        """Let a person pass and come back at the end of the queue."""
        floor = self._give_up(person, at)
        row = floor.waits(person)
        if row is None:
            return floor.join(person, "round", at)
        rest = tuple(other for other in floor.queue if other is not row)
        return floor if row is floor.queue[-1] else replace(floor, queue=(*rest, row))

    def begin_round(self, order: Sequence[str], at: int) -> "Floor":
        """Ask everyone in turn; who waits and is not in the round comes after it."""
        asked = tuple(Waiting(person, "round", at) for person in dict.fromkeys(order))
        after = tuple(row for row in self.queue if row.kind != "round" and row.person not in order)
        known = {row.person: row for row in self.queue if row.kind == "round"}
        queue = (*(known.get(row.person, row) for row in asked), *after)
        return self if queue == self.queue or not asked else replace(self, queue=queue)

    def correct(self, turn: int, person: str, spent: int | None) -> "Floor":
        """Put a turn right, counted from 1: whose it was, or how long it lasted."""
        if not 1 <= turn <= len(self.turns):
            return self
        was = self.turns[turn - 1]
        watch = was.watch if spent is None else was.watch.lasting(spent)
        right = replace(was, person=person or was.person, watch=watch)
        return self if right == was else replace(self, turns=self.turns.put(turn - 1, right))

    def without(self, since: int, until: int) -> "Floor":
        """Take a stretch of time out of the clocks of who had the floor then, or waited for it."""
        turns = self.turns
        for n, turn in enumerate(turns):
            watch = turn.watch.without(since, until)
            if watch is not turn.watch:
                turns = turns.put(n, replace(turn, watch=watch))
        queue = tuple(row.without(since, until) for row in self.queue)
        same = turns is self.turns and queue == self.queue
        return self if same else replace(self, turns=turns, queue=queue)

    def set_by(self, by: int) -> "Floor":
        """Have spoken and waited for as long, by a clock that was set by so much."""
        queue = tuple(replace(row, since=later(row.since, by)) for row in self.queue)
        turns: Roll[Turn] = Roll()
        for turn in self.turns:
            turns = turns.add(replace(turn, watch=turn.watch.set_by(by)))
        return replace(self, turns=turns, queue=queue)

    def merge(self, person: str, into: str) -> "Floor":
        """Hand all that one person has here over to another."""
        turns = self.turns
        for n, turn in enumerate(turns):
            if turn.person == person:
                turns = turns.put(n, replace(turn, person=into))
        queue: dict[str, Waiting] = {}
        for row in self.queue:
            who = into if row.person == person else row.person
            queue.setdefault(who, replace(row, person=who))
        passes = dict.fromkeys(
            (segment, into if who == person else who) for segment, who in self.passes
        )
        return replace(self, turns=turns, queue=tuple(queue.values()), passes=tuple(passes))

    def _give_up(self, person: str, at: int) -> "Floor":
        """End the turn of a person who has the floor; who passed at once was not heard."""
        turn = self.speaker
        if turn is None or turn.person != person:
            return self
        floor = self._put(passed=True) if turn.watch.elapsed(at) < AT_ONCE else self
        return floor.release(at)

    def _start(self, at: int) -> "Floor":
        turn = self.speaker
        return self if turn is None or turn.held else self._put(watch=turn.watch.start(at))

    def _stop(self, at: int) -> "Floor":
        return self._put(watch=self.speaker.watch.stop(at)) if self.speaker else self

    def _put(self, **changes: Any) -> "Floor":
        """Change the turn that has the floor."""
        n = self.on[-1]
        turn = replace(self.turns[n], **changes)
        return self if turn == self.turns[n] else replace(self, turns=self.turns.put(n, turn))
