"""A writer at the command line that is killed, and a look at what it left."""

import io
import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from facilitator import rehearsal
from facilitator.cli import main as facilitator
from facilitator.log.history import History
from facilitator.log.state import Entry, State
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.session import Session
from tests.acts import WORDS
from tests.clock import Clock
from tests.evening import PEOPLE, script, write

ROOT = Path(__file__).parent.parent.parent
ACTS = 600
Act = dict[str, Any]


def an_act(rng: random.Random, n: int) -> Act:
    who = rng.choice(PEOPLE)["id"]
    return rng.choice(
        [
            {"do": "arrive", "person": who},
            {"do": "leave", "person": who},
            {"do": "queue", "person": who, "kind": rng.choice(["speak", "direct_response"])},
            {"do": "queue", "person": who, "kind": "speak"},
            {"do": "give_floor"},
            {"do": "give_floor", "person": who, "kind": "direct_response"},
            {"do": "release_floor"},
            {"do": "start_segment", "segment": rng.choice(["welcome", "round", "open"])},
            {"do": "pass_for_now", "person": who},
            {"do": "note", "id": f"n{n}", "kind": "idea", "text": rng.choice(WORDS)},
            {"do": "commit", "id": f"c{n}", "kind": "pledge", "owner": "Bo", "text": f"Call {n}"},
            {"do": "grant_time", "seconds": 30},
            {"do": "undo"},
            {"do": "undo"},
            {"do": "redo"},
        ]
    )


@dataclass(frozen=True)
class Reference:
    """The same script played in peace: the log, and how far it was after each act."""

    script: Path
    entries: list[Entry]
    after: list[int]  # how many entries, after so many acts


def play_in_peace(folder: Path, seed: int) -> Reference:
    rng = random.Random(seed)
    acts = [{"t": n * 0.75, **an_act(rng, n)} for n in range(ACTS)]
    path = write(folder / f"script{seed}.json", script(*acts))
    after = [1]
    with closing(store_at(folder / f"peace{seed}.db")) as store:
        store.db.execute("pragma synchronous = off").fetchall()
        rehearsal.play(
            rehearsal.read(path), store, lambda _: after.append(store.end("evening").length)
        )
        return Reference(path, store.entries("evening"), after)


@dataclass
class Outcome:
    """What was found after one kill."""

    said: int  # acts
    kept: int  # entries
    fault: str  # empty if all is well


def kill(peace: Reference, path: Path, ready: Callable[[subprocess.Popen[str]], object]) -> Outcome:
    """Start a writer, kill it once `ready` returns, and look at what it left."""
    command = [sys.executable, "-m", "facilitator", "rehearse", str(peace.script), "--acks"]
    writer = subprocess.Popen(
        [*command, "--file", str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    lines = ready(writer) or ""
    writer.kill()
    rest, _ = writer.communicate()
    said = [line for line in f"{lines}{rest}".splitlines(keepends=True) if line.endswith("\n")]
    number = int(said[-1].split()[1]) if said else 0
    if not path.exists() or not path.stat().st_size:
        return Outcome(number, 0, "the file is gone" if number else "")
    return look(peace, path, number)


def look(peace: Reference, path: Path, said: int) -> Outcome:
    if check_copy(path):
        return Outcome(said, 0, "the check failed")
    with closing(store_at(path)) as store:
        entries = store.entries("evening")
        session = Session(store, "evening", Clock())
        sound = faults(store) == []
    kept = len(entries)
    least = peace.after[said] if said else 0
    most = peace.after[min(said + 1, ACTS)]
    if not least <= kept <= most:
        return Outcome(said, kept, f"act {said} was said, and {kept} of {least} entries are there")
    if entries != peace.entries[:kept] or session.state != state_of(peace.entries[:kept]):
        return Outcome(said, kept, "what is there is not what was done")
    return Outcome(said, kept, "" if sound else "the tables do not agree")


def check_copy(path: Path) -> int:
    """Check a copy of all that was left, so that the file itself is opened as a window would."""
    copy = path.with_name(f"copy of {path.name}")
    for end in ("", "-wal", "-journal"):
        if path.with_name(path.name + end).exists():
            shutil.copyfile(f"{path}{end}", f"{copy}{end}")
    with redirect_stdout(io.StringIO()):
        return facilitator(["check", "--file", str(copy)])


def state_of(entries: list[Entry]) -> State:
    """Return the state act by act, not by the fold that opening a file uses."""
    history = History()
    for entry in entries:
        history.take(entry, history.after(entry))
    return history.state


def after_acts(number: int) -> Callable[[subprocess.Popen[str]], str]:
    def ready(writer: subprocess.Popen[str]) -> str:
        assert writer.stdout
        return "".join(writer.stdout.readline() for _ in range(number))

    return ready


def once_there(path: Path, size: int) -> Callable[[subprocess.Popen[str]], None]:
    """Return what waits for a file to be so large: in the middle of making it."""

    def ready(writer: subprocess.Popen[str]) -> None:
        while writer.poll() is None and not (path.exists() and path.stat().st_size >= size):
            pass

    return ready


def starting(path: Path) -> list[Callable[[subprocess.Popen[str]], None]]:
    """Return moments in the first start of a file."""
    journal, wal = (path.with_name(path.name + end) for end in ("-journal", "-wal"))
    places = [(path, 0), (path, 1), (journal, 0), (wal, 0), (wal, 1), (wal, 9_000), (wal, 60_000)]
    return [once_there(*place) for place in places]


class Shown(NamedTuple):
    """What a window shows after an act, and how many acts there are by then."""

    acts: int
    notes: int
    promises: int
    queue: list[str]


def kill_window(path: Path, seed: str, acts: int) -> tuple[float, Shown | None]:
    """Sit somebody at the real window, and kill it after so many acts or within the next one.

    Return how far its clock was from the machine's (s), and what it showed last.
    """
    command = [sys.executable, "-m", "tests.long.at_window", str(path), seed]
    window = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert window.stdout
    try:
        off = int(window.stdout.readline()) / 1000
        lines = [window.stdout.readline() for _ in range(acts)]
        time.sleep(random.Random(seed).random() / 20)
    finally:
        window.kill()
    lines += window.communicate()[0].splitlines(keepends=True)
    whole = [line for line in lines if line.endswith("\n")]
    return off, Shown(*json.loads(whole[-1])) if whole else None


def showing(state: State, acts: int) -> Shown:
    """Return what a window has to show of a state."""
    waiting = [state.people[waits.person].name for waits in state.floor.queue]
    return Shown(acts, len(state.notes), len(state.commitments), waiting)
