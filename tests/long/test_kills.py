"""A process that is killed at any moment: what it said was saved, and what it showed, is there."""

import random
import time
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from tests.clock import Clock
from tests.long.conftest import Rounds
from tests.long.kill import (
    ACTS,
    Reference,
    after_acts,
    check_copy,
    kill,
    kill_window,
    play_in_peace,
    showing,
    starting,
    state_of,
)
from tests.stories.conftest import under_way

MOST = 2.0  # s that the clock of a window may be off after a restart


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    return play_in_peace(tmp_path_factory.mktemp("peace"), seed=7)


def test_a_kill_loses_nothing_that_was_said(
    tmp_path: Path, peace: Reference, rounds: Rounds, rng: random.Random
):
    """Each tenth is killed as it makes the file, each tenth as it closes it."""
    said = 0
    for number in rounds(300):
        path = tmp_path / f"{number}.db"
        least = (0, ACTS)[number % 10] if number % 10 < 2 else rng.randrange(ACTS)
        moment = rng.choice(starting(path)) if number % 10 == 0 else after_acts(least)
        outcome = kill(peace, path, moment)
        assert outcome.fault == "", (number, outcome)
        assert outcome.said >= least
        said += outcome.said
    print(f"{said} acts said")


@pytest.mark.parametrize("moment", range(7))
def test_a_kill_during_the_first_start_leaves_a_file_that_opens(
    tmp_path: Path, peace: Reference, moment: int
):
    path = tmp_path / "evening.db"
    assert kill(peace, path, starting(path)[moment]).fault == ""


def test_a_writer_that_was_not_killed_says_everything(tmp_path: Path, peace: Reference):
    outcome = kill(peace, tmp_path / "evening.db", after_acts(ACTS))
    assert (outcome.said, outcome.kept, outcome.fault) == (ACTS, len(peace.entries), "")


def test_a_window_that_is_killed_has_saved_what_it_showed(
    tmp_path: Path, rounds: Rounds, rng: random.Random
):
    """One evening, killed and opened again, as if the laptop were bad; its clock stays right."""
    now = time.time_ns() // 1_000_000
    path = under_way(tmp_path / "session.db", Clock(now - 600_000))
    kept, acts, furthest = 0, 0, 0.0
    for number in rounds(40):
        off, last = kill_window(path, f"{rng.random()}", rng.randrange(1, 40))
        furthest = max(furthest, off, -off)
        assert check_copy(path) == 0, number
        with closing(store_at(path)) as store:
            entries = store.entries("circle")
            assert faults(store) == [], number
        if last is not None:
            assert showing(state_of(entries[: last.acts]), last.acts) == last, number
            assert last.acts <= len(entries) <= last.acts + 2, number
            acts += last.acts - kept
        kept = len(entries)
    print(f"{acts} acts shown; the clock was at most {furthest:.2f} s off")
    assert furthest <= MOST
