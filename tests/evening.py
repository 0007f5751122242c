"""An invented evening to test with: who is invited, what is planned, and a session of it."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock

EXAMPLE = Path(__file__).parent.parent / "resources" / "examples" / "parable_falls.json"

MEETING = {
    "title": "An evening at Saint Exempla",
    "series": "Evenings",
    "city": "Parable Falls",
    "date": "2027-01-15",
    "start": "18:00",
    "hard_stop": "20:00",
    "timezone": "America/Chicago",
}
PEOPLE = (
    {"id": "ana", "name": "Ana María", "groups": ["RESIDENT"]},
    {"id": "bo", "name": "Bo", "groups": ["POLICE"], "consent": "official"},
    {"id": "chau", "name": "Châu", "groups": ["STUDENT", "RESIDENT"], "interpreted": True},
    {"id": "dara", "name": "ដារ៉ា", "groups": ["CLERGY"], "consent": "named", "minor": True},
)
AGENDA = (
    {"id": "welcome", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "round", "title": "A round", "kind": "round", "minutes": 20, "turn_limit_s": 120},
    {"id": "open", "title": "Open floor", "kind": "open", "minutes": 30.5, "min_minutes": 15},
    {"id": "close", "title": "Close", "kind": "closing", "minutes": 5, "fixed_start": "19:30"},
)


def script(*acts: dict[str, Any], **session: Any) -> dict[str, Any]:
    """Return a session script of the evening."""
    return {
        "script": 1,
        "session": {"id": "evening", **MEETING, **session},
        "people": list(PEOPLE),
        "agenda": list(AGENDA),
        "acts": list(acts),
    }


def example() -> dict[str, Any]:
    """Return the example that ships with the product; a new one each time, to be spoilt."""
    found: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return found


def write(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def sit_down(store: Store, clock: Clock, ident: str = "evening") -> Session:
    """Return the session of the evening, planned if it is new."""
    session = Session(store, ident, clock)
    session.plan(MEETING, PEOPLE, AGENDA)
    return session


@contextmanager
def evening(clock: Clock, path: Path | None = None) -> Iterator[Session]:
    """Open the session; without a path in a folder of its own, for hypothesis, and unsynced."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(store_at(path or Path(folder) / "evening.db")) as store,
    ):
        if path is None:
            store.db.execute("pragma synchronous = off").fetchall()
        yield sit_down(store, clock)
