"""A laptop whose clock can be set, and which can be started again."""

from facilitator.steady import Anchor
from tests.clock import Clock


class Laptop(Clock):
    """Time goes by (`ms`); what its clock shows of it is ahead or behind."""

    def __init__(self, ahead: float = 0) -> None:
        super().__init__()
        self.boot, self.booted, self.ahead = "first", self.ms - 5_000, round(ahead * 1000)

    def machine(self) -> Anchor:
        """Read its clocks, as `steady.anchor` does."""
        return Anchor(self.boot, self.ms + self.ahead, self.ms - self.booted)

    @property
    def shows(self) -> int:
        return self.ms + self.ahead

    def set_clock(self, by: float) -> None:
        self.ahead += round(by * 1000)

    def restart(self, seconds: float = 0) -> None:
        """Start it again: its ticks begin anew."""
        self.advance(seconds)
        self.boot, self.booted = self.boot + "+", self.ms - 3_000
