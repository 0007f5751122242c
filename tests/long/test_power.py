"""A power cut at any moment: every act that was said is in the file, and the file is whole."""

import random
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from tests.acts import EVERYTHING, do, random_act
from tests.clock import Clock
from tests.evening import sit_down
from tests.long.conftest import Rounds
from tests.long.kill import ACTS, play_in_peace
from tests.long.power import Disk, stepwise, watched


def acts_left(disk: Disk, rng: random.Random, folder: Path) -> int:
    """Cut the power, open what is left, and return how many acts it holds."""
    disk.cut(rng, folder)
    path = folder / "evening.db"
    if not path.exists() or not path.stat().st_size:
        return 0
    with closing(store_at(path)) as store:
        assert [fault for fault in faults(store) if "-wal" not in fault] == []
        left = len(store.entries("evening"))
    shutil.rmtree(folder)
    return left


def test_a_cut_at_any_sync_of_any_act_loses_nothing(
    tmp_path: Path, rounds: Rounds, rng: random.Random, new_folder: Callable[[], Path]
):
    """The file and its log are looked at around each act, and torn in between."""
    clock, path = Clock(), tmp_path / "evening.db"
    parts = path, path.with_name("evening.db-wal")
    with closing(store_at(path)) as store:
        session = sit_down(store, clock)
        before, done = [part.read_bytes() for part in parts], session.history.length
        folded = 0
        for _ in rounds(2000):
            clock.advance(2)
            do(session, random_act(rng, EVERYTHING))
            after = [part.read_bytes() for part in parts]
            folded += after[0] != before[0]
            for disk in stepwise(before, after):
                assert acts_left(disk, rng, new_folder()) >= done, done
            before, done = after, session.history.length
    print(f"{done} acts, the log folded in {folded} times")


if sys.platform == "linux":  # elsewhere no strace tells what a process did

    @pytest.mark.long_only
    def test_a_cut_of_a_real_process_loses_nothing_that_it_said(
        tmp_path: Path, rng: random.Random, new_folder: Callable[[], Path]
    ):
        """Each write and sync is replayed; a journaling file system, or names synced by folder."""
        assert shutil.which("strace"), "Please install strace for the long run."
        for number in range(3):
            folder = tmp_path / str(number)
            folder.mkdir()
            peace = play_in_peace(folder, number)
            (folder / "at").mkdir()
            images, said = 0, 0
            for disk, said in watched(peace.script, folder / "at" / "evening.db"):
                if rng.random() < 0.4:
                    least = peace.after[said] if said else 0
                    assert acts_left(disk, rng, new_folder()) >= least, (number, said)
                    images += 1
            assert (said, images > 1000) == (ACTS, True)
            print(f"{images} images")
