"""A full hall to measure the window with: a thousand people, forty waiting, five hundred notes."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import MEETING

PEOPLE, WAITING, NOTES, TURNS = 1_000, 40, 500, 300
GIVEN = ("Ana", "Nguyễn", "Søren", "ليلى", "Maiv", "Иван", "O'Neal", "Zoë", "ដារ៉ា", "Jean-Luc")
GROUPS = ("RESIDENT", "STUDENT", "POLICE", "CLERGY", "BUSINESS", "ELECTED", "YOUTH")
AGENDA = (
    {"id": "welcome", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "open", "title": "Where are we?", "kind": "open", "minutes": 600, "turn_limit_s": 120},
    {"id": "close", "title": "Close", "kind": "closing", "minutes": 5},
)


def families() -> Iterator[str]:
    """Yield family names that no two people share: Babado, Babafi …"""
    heads, tails = ("Ba", "Ke", "Lo", "Mi", "Nu", "Pa", "Re", "So", "Ti", "Wu"), ("do", "fi", "gu")
    middles = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro")
    return ("".join(parts) for parts in product(heads, middles, middles, tails))


def people() -> list[dict[str, object]]:
    names = zip(range(PEOPLE), families(), strict=False)
    return [
        {
            "id": f"p{n}",
            "name": f"{GIVEN[n % len(GIVEN)]} {family}",
            "groups": [GROUPS[n % len(GROUPS)]],
            "interpreted": n % 9 == 0,
        }
        for n, family in names
    ]


def fill(path: Path, clock: Clock) -> None:
    """Leave a file in which the open floor has gone on for a while, until the moment it is now."""
    store = store_at(path)
    store.db.execute("pragma synchronous = off").fetchall()
    session = Session(store, "full", clock)
    session.plan({**MEETING, "hard_stop": ""}, people(), AGENDA)
    session.start_segment("open")
    for n in range(PEOPLE):
        session.arrive(f"p{n}")
    for n in range(TURNS):
        clock.advance(20)
        session.give_floor(f"p{n * 3}")
    for n in range(NOTES):
        clock.advance(1)
        session.note(f"The light on street {n} is out, and nobody has come to mend it", "concern")
    for n in range(WAITING):
        session.queue(f"p{n * 7 + 1}")
    store.close()
