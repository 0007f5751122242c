"""The steady clock, on clocks that are corrected, sleep and start again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator import session_file
from facilitator.steady import Anchor, anchor, held, steady
from tests.clock import Clock
from tests.evening import evening

SECOND = 1000


class Machine:
    """A machine with a UTC that can be set and ticks since boot, sleep included."""

    def __init__(self) -> None:
        self.boot, self.utc, self.ticks = "first", 1_800_000_000_000, 5_000

    def __call__(self) -> Anchor:
        return Anchor(self.boot, self.utc, self.ticks)

    def run(self, seconds: float) -> None:
        self.utc += round(seconds * SECOND)
        self.ticks += round(seconds * SECOND)

    def set_utc(self, by: float) -> None:
        self.utc += round(by * SECOND)

    def restart(self, seconds: float) -> None:
        self.utc += round(seconds * SECOND)
        self.boot, self.ticks = self.boot + "+", 3_000


def start(machine: Machine, kept: Anchor | None = None) -> Callable[[], int]:
    """Return the clock of the app started on this machine."""
    return steady(held(kept, machine()), lambda: machine.ticks)


def test_a_corrected_utc_does_not_move_the_clock():
    machine = Machine()
    now = start(machine)
    before = now()
    for jump in (3_600, -7_200, 0.4):
        machine.set_utc(jump)
        assert now() == before


def test_a_sleeping_laptop_counts_the_time_it_slept():
    machine = Machine()
    now = start(machine)
    before = now()
    machine.run(20 * 60)
    assert now() == before + 20 * 60 * SECOND


def test_the_app_started_again_goes_on_from_the_kept_anchor():
    machine = Machine()
    kept = machine()
    now = start(machine)
    machine.set_utc(90)
    machine.run(60)
    again = start(machine, kept)
    assert again() == now() == kept.utc + 60 * SECOND


@pytest.mark.parametrize("later", [0, 3_600])
def test_after_a_reboot_utc_decides(later: float):
    """Also when the machine has been up for longer than it was when the anchor was kept."""
    machine = Machine()
    kept = machine()
    machine.run(60)
    machine.restart(120)
    machine.run(later)
    assert start(machine, kept)() == machine.utc == kept.utc + (180 + later) * SECOND


def test_an_anchor_from_the_future_of_this_boot_is_not_believed():
    machine = Machine()
    wrong = machine()._replace(utc=5, ticks=machine.ticks + 1)
    assert start(machine, wrong)() == machine.utc


def test_the_real_clock_is_utc_and_does_not_go_back():
    here = anchor()
    now = steady(here)
    first, second = now(), now()
    assert abs(first - here.utc) < 60 * SECOND
    assert first <= second


def test_time_does_not_go_back_when_the_machine_starts_again_with_its_clock_behind(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "session.db"
    with evening(clock, path) as session:
        session.start_segment("open")
        clock.advance(600)
        session.note("Ten minutes later")
    half_an_hour = 30 * 60_000
    for behind, found in ((half_an_hour, clock()), (100 * half_an_hour, None)):
        fresh = Anchor(f"a boot {behind} behind", clock() - behind, anchor().ticks)
        monkeypatch.setattr(session_file, "anchor", lambda fresh=fresh: fresh)
        file = session_file.SessionFile(path)
        now = file.now()
        file.close()
        assert abs(now - (found or clock() - behind)) < 60_000
