"""A clock that does not jump: set once to UTC, carried on by a clock that counts sleep too.

The system's UTC jumps when it is corrected; the monotonic clock of Linux stands still in sleep.
"""

import sys
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

SECOND = 1000  # ms
ASKED = 2 * SECOND  # off by so much, a person says which clock is right; by less, it is followed
SLOWLY = 20  # what is owed comes in at a twentieth of the time that goes by: nobody sees it


class Anchor(NamedTuple):
    """A moment on both clocks: the boot they belong to, UTC and time since boot, in ms."""

    boot: str
    utc: int
    ticks: int


class Pace(NamedTuple):
    """A clock that was set at some ticks of a boot, and is still to catch up by what it owes."""

    boot: str
    at: int
    ticks: int
    owed: int = 0

    def moment(self, ticks: int) -> int:
        """Return the moment at some ticks; later ticks never give an earlier one.

        At 10 s gone and 2 s owed it is half a second nearer; after 40 s, there.
        """
        gone = max(0, ticks - self.ticks)
        most = gone // SLOWLY
        return self.at + gone + min(max(self.owed, -most), most)

    def following(self, ticks: int, off: int) -> "Pace":
        """Go on from these ticks without a jump, and catch up by what the clock is off."""
        return Pace(self.boot, self.moment(ticks), ticks, off)

    def not_before(self, at: int, ticks: int) -> "Pace":
        """Go on from these ticks, at least from that moment on: nothing is told before it."""
        behind = at - self.moment(ticks)
        return self._replace(at=self.at + behind) if behind > 0 else self

    def holds(self, here: Anchor) -> bool:
        """Say whether it was set on this boot, so that its ticks go on."""
        return self.boot == here.boot and self.ticks <= here.ticks


def anchor() -> Anchor:
    """Read the clocks of the machine."""
    return Anchor(_boot(), time.time_ns() // 1_000_000, _ticks())


def _ticks() -> int:
    """Return milliseconds since boot, sleep included."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    if sys.platform == "darwin":  # unlike time.monotonic(), this one goes on in sleep
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
    if sys.platform == "win32":
        import ctypes

        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_ulonglong
        return int(ticks())
    return time.monotonic_ns() // 1_000_000


@cache
def _boot() -> str:
    """Return what tells one boot from the next."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        # Elsewhere the moment of the boot tells it, to a minute; a clock that was corrected while
        # the program was closed then counts as a new boot, and UTC decides.
        return f"boot at {round((time.time_ns() // 1_000_000 - _ticks()) / 60_000)}"
