"""How much of a proof runs: all of it in the long run, a twentieth in the short one."""

import random
from collections.abc import Callable

import pytest

SHARE = 0.05


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int], range]:
    """Return what counts the rounds of a proof: so many in the long run."""
    is_long = request.config.getoption("--long")
    return lambda number: range(number if is_long else max(1, round(number * SHARE)))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Return random numbers of this test alone, which the printed seed makes again."""
    return random.Random(f"{request.config.getoption('--seed')} {request.node.name}")
