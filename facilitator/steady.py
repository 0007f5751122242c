"""A clock that cannot be set: anchored to UTC once, carried on by a clock that counts sleep too.

The system's UTC jumps when it is corrected; the monotonic clock of Linux stands still in sleep.
"""

import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Anchor(NamedTuple):
    """A moment on both clocks: the boot they belong to, UTC and time since boot, in ms."""

    boot: str
    utc: int
    ticks: int


def anchor() -> Anchor:
    return Anchor(_boot(), time.time_ns() // 1_000_000, _ticks())


def held(kept: Anchor | None, fresh: Anchor) -> Anchor:
    """Return the kept anchor while it is the same boot, else the fresh one."""
    same = kept is not None and kept.boot == fresh.boot and kept.ticks <= fresh.ticks
    return kept if kept is not None and same else fresh


def steady(base: Anchor, ticks: Callable[[], int] | None = None) -> Callable[[], int]:
    """Return a clock in UTC milliseconds that goes on from an anchor."""
    count = ticks or _ticks
    return lambda: base.utc + count() - base.ticks


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
        # Elsewhere the moment of the boot tells it, to a minute; a corrected clock then counts
        # as a new boot, and UTC decides.
        return f"boot at {round((time.time_ns() // 1_000_000 - _ticks()) / 60_000)}"
