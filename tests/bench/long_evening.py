"""An evening as long as you like: forty people, and the mix of acts that a record shows."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import AGENDA, MEETING

PEOPLE = [{"id": f"p{n}", "name": f"Person {n}", "groups": ["RESIDENT"]} for n in range(40)]
LIMIT_S = 90

Verb = Callable[[Session], bool]


def acts() -> Iterator[tuple[str, Verb]]:
    """Yield acts without end, each of which changes something; the queue does not grow."""
    for n in count():
        for k in range(3):
            person = f"p{(n * 7 + k) % 40}"
            yield "queue", lambda session, person=person: session.queue(person)
        for k in range(3):
            yield "give floor", lambda session: session.give_floor(limit_s=LIMIT_S)
            if k == 1:
                yield "note", lambda session, n=n: session.note(f"The light on street {n} is out")
        if n % 5:
            yield "note", lambda session, n=n: session.note(f"Who mends it, and when? ({n})")
        else:
            yield "promise", lambda session, n=n: session.commit(f"Call about {n}", owner="Bo")
        yield "release floor", lambda session: session.release_floor()


def begin(path: Path, behind: int) -> tuple[Session, Clock]:
    """Return a durable session that has so many events behind it."""
    clock = Clock()
    store = store_at(path)
    store.db.execute("pragma synchronous = off").fetchall()
    session = Session(store, "long", clock)
    session.plan(MEETING, PEOPLE, AGENDA)
    session.start_segment("open")
    run(session, clock, acts(), behind - session.history.length)
    store.db.execute("pragma synchronous = extra").fetchall()
    store.shelf.settle()
    return session, clock


def run(session: Session, clock: Clock, what: Iterator[tuple[str, Verb]], number: int) -> None:
    for _ in range(number):
        clock.advance(7)
        kind, verb = next(what)
        assert verb(session), kind
