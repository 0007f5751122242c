"""An evening of a few events, and its summary: to tell what stands in it and what does not."""

from typing import Any

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Summary
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000  # 2027-01-15, the day of the evening


def evening(*happened: e.Event, people: Any = PEOPLE, **meeting: Any) -> State:
    plan = e.SessionPlanned(**{**MEETING, **meeting}, people=tuple(people), agenda=AGENDA)
    state = apply(State(), plan, T)
    for n, event in enumerate(happened, 1):
        state = apply(state, event, T + n * 1000)
    return state


def told(*happened: e.Event, edition: str = "public", **more: Any) -> Summary:
    thread = more.pop("thread", None)
    return summarise(evening(*happened, **more), T + 99_000, edition, thread)


def note(ident: str, kind: str = "idea", text: str = "", **more: Any) -> e.NoteTaken:
    return e.NoteTaken(ident, kind, text or f"Words of {ident}", **more)


def pledge(ident: str, text: str = "Call", **more: Any) -> e.CommitmentMade:
    return e.CommitmentMade(ident, more.pop("kind", "pledge"), text, **more)


OPEN = e.SegmentStarted("open")


def crowd(**groups: int) -> list[dict[str, Any]]:
    return [{"id": f"{g}{n}", "groups": [g]} for g, many in groups.items() for n in range(many)]


def came(people: list[dict[str, Any]]) -> list[e.Event]:
    return [e.PersonArrived(one["id"]) for one in people]
