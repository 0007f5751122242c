"""What a plan lacks is said in a sentence, with the tab where it is mended."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.figures.lacks import lacks
from facilitator.log import plan
from facilitator.log.state import State
from facilitator.room.agenda import Agenda
from facilitator.room.clock import MINUTE
from facilitator.room.groups import groups
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person

MEETING = Meeting(
    title="Circle",
    date="2027-01-15",
    start="08:20",
    hard_stop="09:30",
    timezone="UTC",
    ground_rules=("Passing is fine.",),
)
BEFORE = (MEETING.opens or 0) - 20 * MINUTE
ALL = {code: Person(code, code, (code,), confirmed=True, table=1) for code in groups()["big_table"]}


def state(*minutes: int, meeting: Meeting = MEETING, people: Any = ALL, **last: Any) -> State:
    rows = [
        {"id": f"S{n}", "title": f"Part {n}", "kind": "open", "minutes": length}
        for n, length in enumerate(minutes)
    ]
    rows[-1:] = [{**row, **last} for row in rows[-1:]]
    agenda = Agenda(tuple(plan.segment(row, meeting) for row in rows))
    return State(meeting=meeting, agenda=agenda, people=people)


def test_a_whole_plan_lacks_nothing():
    assert lacks(state(30, 40), BEFORE) == []
    night = replace(MEETING, start="18:00", hard_stop="02:00")
    assert lacks(state(30, 40, meeting=night), BEFORE) == []


@pytest.mark.parametrize(
    ("planned", "tab", "words"),
    [
        (
            state(30, meeting=replace(MEETING, title=" ", hard_stop="")),
            "Session",
            "The session has no title and no time at which the hall closes yet.",
        ),
        (
            state(30, meeting=replace(MEETING, start="18:00", hard_stop="17:00")),
            "Session",
            "It begins at 18:00, and the hall closes at 17:00, before that.",
        ),
        (state(), "Agenda", "There is no agenda yet. A template is a good beginning."),
        (
            state(30, 52),
            "Agenda",
            "It ends at 09:42, and the hall closes at 09:30: 12 min over.",
        ),
        (
            state(30, 10, fixed_start="08:40"),
            "Agenda",
            "A part begins later than the time that is fixed for it.",
        ),
        (
            state(30, people={}),
            "People",
            "Nobody is invited yet. Nobody has to sign in; a count will do.",
        ),
        (
            state(30, people={"a": Person("a", "Ana"), "b": Person("b")}),
            "People",
            "2 people are on the list; nobody has confirmed yet.",
        ),
        (
            state(30, people={code: one for code, one in ALL.items() if code != "POLICE"}),
            "The table",
            "Nobody of these has confirmed yet: Police.",
        ),
        (
            state(
                30,
                meeting=replace(MEETING, seats=8),
                people={**ALL, "POLICE": replace(ALL["POLICE"], table=0)},
            ),
            "Seating",
            "1 person does not have a table yet.",
        ),
        (
            state(
                30,
                meeting=replace(MEETING, seats=8),
                people={code: replace(one, table=0) for code, one in ALL.items()},
            ),
            "Seating",
            "Nobody has a table yet.",
        ),
        (
            state(30, meeting=replace(MEETING, ground_rules=())),
            "Ground rules",
            "No ground rules are proposed yet.",
        ),
    ],
)
def test_one_thing_is_lacking(planned: State, tab: str, words: str):
    assert lacks(planned, BEFORE) == [(tab, words)]


def test_many_missing_groups_are_not_all_named():
    few = {"RESIDENT": Person("RESIDENT", groups=("RESIDENT",), confirmed=True)}
    (lack,) = [one for one in lacks(state(30, people=few), BEFORE) if one.tab == "The table"]
    assert lack.words.count(",") == 2
    assert " more." in lack.words


def test_a_day_that_is_over_is_told_until_the_session_began():
    late = BEFORE + 24 * 3_600_000
    planned = state(30)
    told = ("Session", "The day of this session is over. Is there a new one?")
    assert lacks(planned, late) == [told]
    begun = replace(planned, agenda=planned.agenda.start("S0", BEFORE))
    assert told not in lacks(begun, late)


def test_nothing_at_all_lacks_much_and_breaks_nothing():
    tabs = [one.tab for one in lacks(State(), BEFORE)]
    assert tabs == ["Session", "Agenda", "People", "Ground rules"]
