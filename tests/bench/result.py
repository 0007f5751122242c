"""What a benchmark found, next to what was promised."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    what: str
    measured: float
    limit: float
    unit: str  # "×" for a ratio of two medians of one run, or "ms"
    detail: str = ""

    @property
    def kept(self) -> bool:
        return self.measured <= self.limit

    def __str__(self) -> str:
        return (
            f"{'PASS' if self.kept else 'FAIL'}  {self.measured:8.2f} {self.unit:2}"
            f"  limit {self.limit:6.2f} {self.unit:2}  {self.what}  {self.detail}"
        )


def took(act: Callable[..., object], *words: object) -> float:
    """Return how many milliseconds an act took."""
    begun = time.perf_counter()
    act(*words)
    return (time.perf_counter() - begun) * 1000


def percentile(times: list[float], of: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * of // 100)]
