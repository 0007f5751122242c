"""The session before in a series: the newest that anybody came to, as the read tables tell it."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from facilitator.record.last_time import last_time
from facilitator.record.store import Store
from facilitator.room.meeting import Meeting
from facilitator.room.series import series_id
from facilitator.session import Session
from tests.clock import Clock

HERE = Meeting(series_id=series_id("Circles", ""), date="2026-11-19")


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = store_at(tmp_path / "series.db")
    yield store
    store.close()


def held(store: Store, date: str, came: str = "a", **meeting: Any) -> Session:
    """Hold a session with two people, to which one of them came."""
    session = Session(store, f"on {date}{meeting}", Clock())
    people = [
        {"id": "a", "name": "Ana", "groups": ["POLICE", "CLERGY"], "confirmed": True},
        {"id": "b", "walk_in": True, "role": "facilitator"},
    ]
    session.plan({"title": "T", "series": "Circles", "date": date, **meeting}, people)
    session.change_meeting(targets={"POLICE": 3})
    if came:
        session.arrive(came)
    return session


def test_it_tells_who_was_asked_and_came_and_no_names(store: Store) -> None:
    held(store, "2026-09-10")
    held(store, "2026-10-15")
    last = last_time(store.shelf, HERE)
    assert last is not None
    ana, bo = last.people
    assert (last.date, last.targets) == ("2026-10-15", {"POLICE": 3})
    assert (ana.groups, ana.invited, ana.confirmed) == (("POLICE", "CLERGY"), True, True)
    assert (ana.came is None, bo.came, bo.invited, bo.facilitates) == (False, None, False, True)
    assert (ana.name, bo.name) == ("", "")


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("2026-11-19", {}),  # the same day
        ("2026-12-01", {}),  # later
        ("2026-10-15", {"series": "Others"}),
        ("2026-10-15", {"came": ""}),  # nobody came, or nobody gave a name
        ("2026-10-15", {"part_of": "whole"}),  # a table of a meeting
    ],
)
def test_no_other_session_is_the_last(store: Store, date: str, more: dict[str, str]) -> None:
    held(store, date, **more)
    assert last_time(store.shelf, HERE) is None


def test_a_session_without_series_or_date_has_none_before_it(store: Store) -> None:
    held(store, "2026-10-15", series="")
    assert last_time(store.shelf, Meeting(date="2026-11-19")) is None
    assert last_time(store.shelf, Meeting(series_id=HERE.series_id)) is None


@pytest.mark.parametrize("damage", ["no json", "", "7", '{"POLICE": "many"}'])
def test_what_the_tables_hold_amiss_is_passed_over(store: Store, damage: str) -> None:
    held(store, "2026-10-15")
    store.connection.execute("update session set targets = ?", (damage,))
    store.connection.execute("update person set group_codes = ?", (damage,))
    last = last_time(store.shelf, HERE)
    assert last is not None
    assert (last.targets, [person.groups for person in last.people]) == ({}, [(), ()])
