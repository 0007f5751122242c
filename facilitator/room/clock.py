"""Elapsed time, worked out from recorded moments (UTC milliseconds), never counted."""

from dataclasses import dataclass, replace

SECOND = 1000
MINUTE = 60 * SECOND

EDGE = 2**63 - 1  # ms; the file holds no later moment, and none that is earlier than its opposite

Span = tuple[int, int | None]


def later(at: int, by: int) -> int:
    """Return a moment by a clock that was set by so much."""
    return min(max(at + by, -EDGE), EDGE)


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """The stretches of time something ran; the last one is open while it runs."""

    spans: tuple[Span, ...] = ()

    @property
    def running(self) -> bool:
        return bool(self.spans) and self.spans[-1][1] is None

    @property
    def begun(self) -> int | None:
        return self.spans[0][0] if self.spans else None

    @property
    def stopped(self) -> int | None:
        return self.spans[-1][1] if self.spans else None

    def start(self, at: int) -> "Stopwatch":
        """Run from that moment on, never from before it last stopped."""
        if self.running:
            return self
        return replace(self, spans=(*self.spans, (max(at, self.stopped or at), None)))

    def stop(self, at: int) -> "Stopwatch":
        """Close the open stretch, never before it began."""
        if not self.running:
            return self
        begun = self.spans[-1][0]
        return replace(self, spans=(*self.spans[:-1], (begun, max(begun, at))))

    def elapsed(self, now: int) -> int:
        return sum(max(0, (now if end is None else end) - begun) for begun, end in self.spans)

    def without(self, since: int, until: int) -> "Stopwatch":
        """Take a stretch of time out, as if it had stood still then."""
        kept: list[Span] = []
        for begun, end in self.spans:
            if (end is not None and end <= since) or begun >= until:
                kept.append((begun, end))
                continue
            goes_on = end is None or end > until
            if begun <= since or not goes_on:
                kept.append((begun, max(begun, since)))  # it did begin, if for no time at all
            if goes_on:
                kept.append((until, end))
        return self if tuple(kept) == self.spans else replace(self, spans=tuple(kept))

    def set_by(self, by: int) -> "Stopwatch":
        """Have run for as long, by a clock that was set by so much."""
        spans = tuple(
            (later(begun, by), None if end is None else later(end, by)) for begun, end in self.spans
        )
        return replace(self, spans=spans) if spans else self

    def lasting(self, length: int) -> "Stopwatch":
        """Have run for so long in all, until it stopped; what still runs stays as it is."""
        end = self.stopped
        if end is None or length < 0 or length == self.elapsed(0):
            return self
        return replace(self, spans=((end - length, end),))
