"""How much of a proof runs: all of it in the long run, a twentieth in the short one."""

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SHARE = 0.05
Rounds = Callable[[int], range]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what needs another program to the long run, whose set-up brings it."""
    if not config.getoption("--long"):
        items[:] = [item for item in items if item.get_closest_marker("long_only") is None]


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Rounds:
    """Return what counts the rounds of a proof: so many in the long run."""
    is_long = request.config.getoption("--long")
    return lambda number: range(number if is_long else max(1, round(number * SHARE)))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Return random numbers of this test alone, which the printed seed makes again."""
    return random.Random(f"{request.config.getoption('--seed')} {request.node.name}")


@pytest.fixture
def new_folder() -> Iterator[Callable[[], Path]]:
    """Return what makes folders in memory, where the system has such: nothing is cut off there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield lambda: Path(tempfile.mkdtemp(dir=name))
