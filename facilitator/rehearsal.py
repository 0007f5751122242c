"""Playing a session script: a session told as data, through the verbs that the window calls."""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator import script_rules as rules
from facilitator.faults import Fault
from facilitator.planning import new_id
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.record.union import Outcome, merge
from facilitator.room.clock import SECOND
from facilitator.room.meeting import Meeting
from facilitator.session import Session
from facilitator.temporary import Temporary

VERSION = 1
LARGEST = 64 * 1024 * 1024  # bytes; a script is text that somebody wrote


class BadScript(Fault):
    """The script cannot be played."""


@dataclass(frozen=True)
class Script:
    """A script that has been checked: nothing in it can fail while it is played."""

    session: dict[str, Any]
    people: list[dict[str, Any]]
    agenda: list[dict[str, Any]]
    acts: list[dict[str, Any]]
    opens: int  # UTC ms of t = 0


def read(path: Path) -> Script:
    """Read and check a script, or raise BadScript."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise BadScript(f"{path} is too large for a session script.")
        data = json.loads(text)
    except OSError as error:
        raise BadScript(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadScript(f"{path} is not a session script: it is not JSON.") from error
    try:
        return check(data)
    except rules.Wrong as wrong:
        raise BadScript(f"{path}: {wrong}") from wrong
    except RecursionError as error:
        raise BadScript(f"{path} is not a session script: it is nested too deeply.") from error


def check(data: Any) -> Script:
    """Check a script that was read, or raise Wrong with what is wrong and where."""
    if not isinstance(data, dict) or data.get("script") != VERSION or data["script"] is True:
        raise rules.Wrong('it is not a session script of version 1 ("script": 1).')
    rules.fields("the script", data, rules.SCRIPT)
    known = rules.Known()
    rules.fields("session", data["session"], rules.SESSION, known)
    people, agenda = data.get("people", []), data.get("agenda", [])
    for place, row in enumerate(people, 1):
        rules.fields(f"person {place}", row, rules.PERSON, known)
        known.take(f"person {place}", "person", row["id"])
    for place, row in enumerate(agenda, 1):
        rules.fields(f"agenda item {place}", row, rules.SEGMENT, known)
        known.take(f"agenda item {place}", "segment", row["id"])
    rules.acts(data["acts"], known)
    meeting = Meeting(**_meeting(data["session"]))
    if meeting.opens is None:
        raise rules.Wrong("session: date and start do not make a moment.")
    return Script(data["session"], people, agenda, data["acts"], meeting.opens)


def play(
    script: Script, store: Store, done: Callable[[int], None] = lambda number: None
) -> Session:
    """Play a script into the file; `done` hears the number of each act once it is on disk."""
    refuse_known(script, store)
    ident = script.session.get("id") or f"session-{new_id()}"
    session = Session(store, ident, lambda: moment)
    moment = _moment(script.opens, min([0, *(act["t"] for act in script.acts)]))
    session.plan(_meeting(script.session), script.people, script.agenda)
    for number, act in enumerate(script.acts, 1):
        moment = _moment(script.opens, act["t"])
        perform(session, act, script.opens)
        done(number)
    return session


def play_whole(
    script: Script,
    store: Store,
    name: str = "played.db",
    done: Callable[[int], None] = lambda number: None,
) -> list[Outcome]:
    """Play a script into a file of its own first, so that all of it comes in or nothing.

    `name` is what the file is called where something is told of it.
    """
    try:
        with Temporary() as folder, closing(store_at(folder / name)) as played:
            play(script, played, done)
            return merge(store, played)
    except OSError as error:
        raise BadScript(f"There is no room to play a script: {error.strerror}.") from error


def refuse_known(script: Script, store: Store) -> None:
    """Raise BadScript if the file holds the session of this script already."""
    ident = script.session.get("id")
    if ident in store.shelf.sessions():
        raise BadScript(f"{store.path} holds the session {ident} already; nothing was played.")


def perform(session: Session, act: Mapping[str, Any], opens: int) -> bool:
    """Do one act of a script; `opens` is the moment of t = 0."""
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in act.items()
        if key not in ("t", "do")
    }
    match act["do"]:
        case "start_segment":
            since = fields.pop("since_t", None)
            return session.start_segment(
                fields["segment"], None if since is None else _moment(opens, since)
            )
        case "pass" | "pass_for_now" as do:
            return session.skip(fields["person"], for_now=do == "pass_for_now")
        case "note" | "commit" | "change_note" | "amend" | "drop" | "read_back" as do:
            ident = fields.pop("id")
            if do in ("note", "commit"):
                fields["ident"] = ident
                return bool(getattr(session, do)(fields.pop("text"), **fields))
            return bool(getattr(session, do)(ident, **fields))
        case do:
            return bool(getattr(session, do)(**fields))


def _moment(opens: int, t: float) -> int:
    return opens + round(t * SECOND)


def _meeting(session: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in session.items() if key != "id"}
