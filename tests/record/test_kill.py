"""A writer that is killed: every act it said was saved is in the file. The long run is by hand."""

import random
from pathlib import Path

import pytest

from tests.long.kill import ACTS, Reference, after_acts, kill, play_in_peace, starting


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    return play_in_peace(tmp_path_factory.mktemp("peace"), seed=7)


@pytest.mark.parametrize("part", range(6))
def test_a_kill_loses_nothing_that_was_said(tmp_path: Path, peace: Reference, part: int):
    number = random.randrange(part * ACTS // 6 + 1, (part + 1) * ACTS // 6)
    outcome = kill(peace, tmp_path / "evening.db", after_acts(number))
    assert outcome.fault == ""
    assert outcome.said >= number


@pytest.mark.parametrize("moment", range(7))
def test_a_kill_during_the_first_start_leaves_a_file_that_opens(
    tmp_path: Path, peace: Reference, moment: int
):
    path = tmp_path / "evening.db"
    assert kill(peace, path, starting(path)[moment]).fault == ""


def test_a_writer_that_was_not_killed_says_everything(tmp_path: Path, peace: Reference):
    outcome = kill(peace, tmp_path / "evening.db", after_acts(ACTS))
    assert (outcome.said, outcome.kept, outcome.fault) == (ACTS, len(peace.entries), "")
