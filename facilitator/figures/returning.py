"""Who of a series comes again: different people over its sessions, and those who are new to it."""

from collections.abc import Mapping
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.room.people import attended


class Returning(NamedTuple):
    people: int  # different ones over the series so far
    newcomers: int  # who came now, and to no session before


def returning(before: Mapping[str, State], ident: str, state: State) -> Returning | None:
    """Count the people of a series up to a session; the earlier ones are given by their ids.

    That two of them are one a person said (`Person.same_as`). Where a session was held and nobody
    is down as having come, no list was kept, and nothing is known.
    """
    sessions = {**before, ident: state}
    came = {key: [f"{key}/{one.id}" for one in attended(of.people)] for key, of in sessions.items()}
    if not came[ident] or any(_held(of) and not came[key] for key, of in before.items()):
        return None
    same = _same(sessions)
    now = {same.get(key, key) for key in came[ident]}
    earlier = {same.get(key, key) for session in before for key in came[session]}
    return Returning(len(earlier | now), len(now - earlier))


def _held(state: State) -> bool:
    return state.agenda.begun is not None or state.meeting.ended is not None


def _same(sessions: Mapping[str, State]) -> dict[str, str]:
    """Return one key for all that is known to be the same person, by each of them."""
    upward: dict[str, str] = {}

    def top(key: str) -> str:
        while key in upward:
            key = upward[key]
        return key

    links = [
        (f"{session}/{one.id}", one.same_as)
        for session, state in sessions.items()
        for one in state.people.values()
        if one.same_as
    ]
    for key, earlier in links:
        if top(key) != top(earlier):
            upward[top(key)] = top(earlier)
    return {key: top(key) for link in links for key in link}
