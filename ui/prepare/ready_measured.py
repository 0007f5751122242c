"""What this computer tells of itself before a session, asked for where nobody waits for it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from shutil import disk_usage
from threading import Thread
from time import localtime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from facilitator.preflight import MARKS, Measured, Power, on_network, synced_by
from ui import awake
from ui.words import day, time_of_day

if TYPE_CHECKING:
    from facilitator.room.meeting import Meeting

MINUTE = 60  # s
Told = TypeVar("Told")


class Asked(NamedTuple):
    """What is known without asking the system."""

    screens: int
    folder: Path
    meeting: "Meeting"
    now: int
    last: int  # the moment of the last change to the session
    names: tuple[str, ...] = ()
    before: Measured | None = None  # of which stays what does not change while one looks
    same_names: bool = False


class Look(Thread):
    """A look at the computer; what it found is there once it is over."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(name="a look at the computer", daemon=True)
        self._asked = asked
        self.found: Measured | None = None

    def run(self) -> None:
        self.found = measure(self._asked)


def measure(asked: Asked) -> Measured:
    before, folder = asked.before, asked.folder
    undrawn = before.undrawn if before and asked.same_names else _undrawn(asked.names)
    return Measured(
        screens=asked.screens,
        free=_told(lambda: disk_usage(folder).free, None),
        power=_told(_power, None),
        now=_now(asked),
        zone=asked.meeting.timezone.replace("_", " "),
        apart=_apart(asked),
        behind=asked.now < asked.last,
        folder=str(folder),
        synced=before.synced if before else _told(lambda: _synced(folder), ""),
        network=before.network if before else _told(lambda: _network(folder), False),
        awake=before.awake if before else _told(_keeps_awake, False),
        undrawn=undrawn,
    )


def _told(ask: Callable[[], Told], otherwise: Told) -> Told:
    """Return what the system tells; whatever it throws at a library, the evening goes on."""
    with suppress(Exception):
        return ask()
    return otherwise


def _power() -> Power | None:
    import psutil

    battery = psutil.sensors_battery()
    if battery is None:
        return None
    lasts = battery.secsleft if battery.secsleft >= 0 else None
    return Power(round(battery.percent), battery.power_plugged is not False, lasts)


def _now(asked: Asked) -> str:
    local = asked.meeting.local(asked.now)
    return f"{day(f'{local:%Y-%m-%d}', weekday=True)}, {time_of_day(asked.meeting, asked.now)}"


def _apart(asked: Asked) -> int:
    """Return how many minutes the clock of this computer is ahead of the one of the session."""
    there = asked.meeting.local(asked.now).utcoffset()
    here = localtime(asked.now / 1000).tm_gmtoff
    return round((here - (there.total_seconds() if there else 0)) / MINUTE)


def _synced(folder: Path) -> str:
    """Return which program copies the folder, by its name or by what that program left there."""
    marked = (
        program
        for above in (folder, *folder.parents)
        for mark, program in MARKS.items()
        if any(above.glob(mark))
    )
    return synced_by(folder) or next(marked, "")


def _network(folder: Path) -> bool:
    import psutil

    # Windows tells it of the drive, not of the file system.
    mounts = {
        one.mountpoint: "remote" if "remote" in one.opts.split(",") else one.fstype
        for one in psutil.disk_partitions(all=True)
    }
    return on_network(folder, mounts)


def _keeps_awake() -> bool:
    """Try it for a moment; it may take the system seconds to answer."""
    with awake.presenting() as mode:
        return mode.active


def _undrawn(names: Iterable[str]) -> tuple[str, ...]:
    from facilitator.publish.papers.letters import undrawn  # loads the typefaces

    return tuple(undrawn(names))
