"""Somebody who presses anything at all: what shows is what is on disk, and there is a way back.

`python -m tests.long.random_user SECONDS [SEED]` does the same for longer, and shrinks what falls.
"""

from pathlib import Path

import pytest

from tests.anybody import harmless, some_steps, walk
from tests.desk import Desk


@pytest.fixture
def desk(
    evening: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Desk:
    harmless(monkeypatch, tmp_path)  # before there is a window
    found: Desk = request.getfixturevalue("new_desk")
    return found


@pytest.mark.parametrize("seed", [14, 16, 53, 74])
def test_whatever_somebody_presses(desk: Desk, seed: int) -> None:
    steps, done = some_steps(seed, 120), 0
    try:
        for number in walk(desk, steps):
            done = number
    except Exception as error:
        error.add_note(f"Seed {seed} fell after:\n    " + "\n    ".join(steps[:done]))
        raise
