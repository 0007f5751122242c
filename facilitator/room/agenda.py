"""The agenda: what was planned, what runs, how late it is, and when it will end at this pace."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from facilitator.room.clock import MINUTE, Stopwatch

KINDS = tuple(
    "arrival opening agreements presentation round story open listening response qa small_group"
    " reflection harvest prioritise poll commit review break meal transition evaluation buffer"
    " closing".split()
)


@dataclass(frozen=True, slots=True)
class Segment:
    id: str
    title: str
    kind: str
    planned: int  # as the evening began, in ms
    length: int  # as re-planned since, in ms
    least: int = 0
    turn_limit: int | None = None  # of one speech, in ms
    purpose: str = ""
    prompt: str = ""
    fixed_start: int | None = None  # the moment of `fixed`, while that is in force
    granted: int = 0
    leader: str = ""
    think: int = 0  # of silence before a round, in ms
    fixed: str = ""  # the local clock time (HH:MM) at which it must begin
    dropped: bool = False  # left out tonight, unless it is started after all
    watch: Stopwatch = field(default_factory=Stopwatch)

    @property
    def begun(self) -> bool:
        return bool(self.watch.spans)

    def left(self, now: int) -> int:
        """Return the time left, negative in overtime."""
        return self.length + self.granted - self.watch.elapsed(now)


@dataclass(frozen=True, slots=True)
class Agenda:
    segments: tuple[Segment, ...] = ()
    current: int | None = None  # the place of the segment that runs or is paused
    agreed_end: int | None = None  # the moment, if a later end than planned was agreed on

    @property
    def running(self) -> Segment | None:
        return None if self.current is None else self.segments[self.current]

    @property
    def begun(self) -> int | None:
        moments = [s.watch.begun for s in self.segments if s.watch.begun is not None]
        return min(moments, default=None)

    @property
    def paused(self) -> bool:
        return self.running is not None and not self.running.watch.running

    def place(self, ident: str) -> int | None:
        return next((n for n, s in enumerate(self.segments) if s.id == ident), None)

    def start(self, ident: str, at: int, since: int | None = None) -> "Agenda":
        """Start a segment, now or since an earlier moment; the one that ran ends there."""
        n = self.place(ident)
        if n is None:
            return self
        if n == self.current and not self.paused:
            return self if since is None else self._begin_earlier(n, since)
        began = at if since is None else min(at, since)
        stopped = self._stop(began)
        last = (s.watch.stopped for s in stopped.segments if s.watch.stopped is not None)
        began = max([began, *last])
        segment = stopped.segments[n]
        return replace(
            stopped._put(n, replace(segment, dropped=False, watch=segment.watch.start(began))),
            current=n,
        )

    def _begin_earlier(self, n: int, since: int) -> "Agenda":
        """Move the beginning of the running segment back, and with it the end of the one before."""
        *own, (begun, _) = self.segments[n].watch.spans
        others = (s.watch.spans[-1][0] for s in self.segments if s.begun and not s.watch.running)
        since = max([since, *others, *(start for start, _ in own)])
        if since >= begun:
            return self
        cleared = [replace(s, watch=s.watch.without(since, begun)) for s in self.segments]
        watch = cleared[n].watch
        cleared[n] = replace(
            cleared[n], watch=replace(watch, spans=(*watch.spans[:-1], (since, None)))
        )
        return replace(self, segments=tuple(cleared))

    def pause(self, at: int) -> "Agenda":
        if self.running is None or self.paused:
            return self
        return self._stop(at)

    def resume(self, at: int) -> "Agenda":
        segment = self.running
        if segment is None or not self.paused or self.current is None:
            return self
        return self._put(self.current, replace(segment, watch=segment.watch.start(at)))

    def resize(self, ident: str, length: int) -> "Agenda":
        n = self.place(ident)
        if n is None or self.segments[n].length == length or length < 0:
            return self
        planned = length if self.begun is None else self.segments[n].planned
        return self._put(n, replace(self.segments[n], length=length, planned=planned))

    def grant(self, length: int) -> "Agenda":
        if self.current is None or length == 0:
            return self
        segment = self.segments[self.current]
        if segment.length + segment.granted + length < 0:
            return self  # a part cannot have less than no time
        return self._put(self.current, replace(segment, granted=segment.granted + length))

    def replan(
        self, lengths: Mapping[str, int], dropped: Collection[str], ends: int | None
    ) -> "Agenda":
        """Give segments to come another length, leave some out, and agree on another end."""
        coming = {segment.id for segment in self.coming()}
        segments = list(self.segments)
        for n, segment in enumerate(segments):
            length = lengths.get(segment.id)
            if segment.id not in coming:
                continue
            if (
                isinstance(length, int)
                and length >= 0
                and length != segment.length + segment.granted
            ):
                segments[n] = replace(segment, length=length, granted=0)
            if segment.id in dropped:
                segments[n] = replace(segments[n], dropped=True)
        new = replace(self, segments=tuple(segments), agreed_end=ends or self.agreed_end)
        return self if new == self else new

    def without(self, since: int, until: int) -> "Agenda":
        """Take a stretch of time out of the clock that ran then."""
        new = tuple(
            replace(one, watch=watch) if watch is not one.watch else one
            for one, watch in ((s, s.watch.without(since, until)) for s in self.segments)
        )
        return self if new == self.segments else replace(self, segments=new)

    def set_by(self, by: int) -> "Agenda":
        """Have run the same by a clock that was set; the hours of the plan are those of the day."""
        new = (replace(one, watch=one.watch.set_by(by)) for one in self.segments)
        return replace(self, segments=tuple(new))

    def end(self, at: int) -> "Agenda":
        return self if self.current is None else replace(self._stop(at), current=None)

    def idle(self, now: int) -> int:
        """Return how long nothing has been running since the last segment stopped."""
        if self.running is not None:
            return 0
        stops = [s.watch.stopped for s in self.segments if s.watch.stopped is not None]
        return max(0, now - max(stops)) if stops else 0

    def coming(self) -> tuple[Segment, ...]:
        """Return the segments after this one: jumped over is dropped, gone back from is to come."""
        place = self.current
        if place is None:
            place = max((n for n, s in enumerate(self.segments) if s.begun), default=-1)
        return tuple(s for s in self.segments[place + 1 :] if not s.dropped)

    def scheduled_end(self, opens: int) -> int:
        """Return the moment the agenda was to end: as it was agreed on anew, or as planned."""
        if self.agreed_end is not None:
            return self.agreed_end
        at = opens
        for segment in self.segments:
            at = max(at, segment.fixed_start or at) + segment.planned
        return at

    def projected_end(self, now: int, opens: int | None) -> int:
        """Return the moment the agenda ends if everything to come takes its planned time."""
        at = now if self.begun is not None else max(now, opens or now)
        if self.running is not None:
            at += max(0, self.running.left(now))
        for segment in self.coming():
            at = max(at, segment.fixed_start or at) + max(0, segment.left(at))
        return at

    def _stop(self, at: int) -> "Agenda":
        if self.current is None:
            return self
        segment = self.segments[self.current]
        return self._put(self.current, replace(segment, watch=segment.watch.stop(at)))

    def _put(self, n: int, segment: Segment) -> "Agenda":
        if segment == self.segments[n]:
            return self
        return replace(self, segments=(*self.segments[:n], segment, *self.segments[n + 1 :]))


def minutes_late(projected: int, scheduled: int) -> int:
    """Return whole minutes late, negative when ahead; half a minute rounds away from nought."""
    late = projected - scheduled
    whole = (abs(late) + MINUTE // 2) // MINUTE
    return whole if late > 0 else -whole
