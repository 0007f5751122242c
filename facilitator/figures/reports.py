"""What was reported of commitments: on how many, of which status; of the rest nothing is known."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Reports(NamedTuple):
    whole: int
    by_status: tuple[tuple[str, int], ...] = ()  # of those somebody reported on, most first

    @property
    def known(self) -> int:
        return sum(count for _, count in self.by_status)

    @property
    def unknown(self) -> int:
        """Return on how many nobody reported: not late, not broken, simply not known."""
        return self.whole - self.known

    def in_words(self, noun: str = "") -> str:
        """Return "2 of 9 reported on: 1 done, 1 in progress; 7 not reported on yet"."""
        noun = f" {noun}" if noun else ""
        if not self.known:
            return f"{self.whole:,}{noun}, not reported on yet"
        each = ", ".join(f"{count:,} {status}" for status, count in self.by_status)
        rest = f"; {self.unknown:,} not reported on yet" if self.unknown else ""
        return f"{self.known:,} of {self.whole:,}{noun} reported on: {each}{rest}"


def reports(statuses: Iterable[str]) -> Reports:
    """Count statuses that somebody reported; an empty one is of what nobody reported on."""
    every = list(statuses)
    counts = Counter(filter(None, every)).items()
    return Reports(len(every), tuple(sorted(counts, key=lambda item: (-item[1], item[0]))))
