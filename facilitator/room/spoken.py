"""What each has spoken so far, summed up by chapter: a chapter that stays is not read twice."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from facilitator.room.floor import Floor, Turn

Thing = TypeVar("Thing")


def talk_time(floor: Floor, now: int) -> dict[str, int]:
    """Return how long each has spoken, in ms; the same as the floor's own, which adds up turns."""
    total: dict[str, int] = {}
    for chapter in _chapters(floor):
        for person, talk in chapter.talk.items():
            total[person] = total.get(person, 0) + talk
    turn = floor.speaker
    if turn is not None and turn.watch.running:
        total[turn.person] += turn.watch.elapsed(now) - turn.watch.elapsed(0)
    return total


def turns(floor: Floor) -> dict[str, int]:
    """Return how often each has had the floor, and did not pass at once."""
    total: dict[str, int] = {}
    for chapter in _chapters(floor):
        for person, count in chapter.turns.items():
            total[person] = total.get(person, 0) + count
    return total


def heard(floor: Floor, segment: str | None = None) -> set[str]:
    """Return who had the floor in this session, or in one part of it."""
    found: set[str] = set()
    for chapter in _chapters(floor):
        found.update(chapter.turns if segment is None else chapter.heard.get(segment, ()))
    return found


class _Chapter(NamedTuple):
    talk: Mapping[str, int]  # of watches that stand still
    turns: Mapping[str, int]
    heard: Mapping[str, set[str]]  # by segment


class Same(Generic[Thing]):
    """A frozen thing as a key, by identity: to compare it would take as long as to read it."""

    __slots__ = ("of",)

    def __init__(self, of: Thing) -> None:
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.of is self.of


def _chapters(floor: Floor) -> Iterator[_Chapter]:
    return (_summed(Same(chapter)) for chapter in floor.turns.chapters)


@lru_cache(512)
def _summed(chapter: Same[tuple[Turn, ...]]) -> _Chapter:
    talk: dict[str, int] = {}
    turns: dict[str, int] = {}
    heard: dict[str, set[str]] = {}
    for turn in chapter.of:
        talk[turn.person] = talk.get(turn.person, 0) + turn.watch.elapsed(0)
        if turn.passed:
            continue
        turns[turn.person] = turns.get(turn.person, 0) + 1
        heard.setdefault(turn.segment, set()).add(turn.person)
    return _Chapter(talk, turns, heard)
