"""The thread of a series: what was before a session, what was told of it, what comes next."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from facilitator.desk import Desk
from facilitator.log.events import SittingBegun
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.record.union import merge
from facilitator.room.refs import Ref
from facilitator.series import thread
from facilitator.session import Session
from tests.clock import Clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(store_at(tmp_path / "city.db")) as store:
        store.db.execute("pragma synchronous = off").fetchall()
        yield store


def meet(store: Store, ident: str, day: str, series: str = "Evenings", **plan: str) -> Session:
    """Return a session that is at hand on its day at noon, UTC."""
    noon = (date.fromisoformat(day or "2027-01-01").toordinal() - 719_163) * 86_400_000
    session = Session(store, ident, Clock(noon + 43_200_000))
    session.plan({"title": ident.title(), "series": series, "date": day, **plan})
    return session


def test_a_session_stands_in_its_series_by_date(store: Store):
    for ident, day in (("third", "2027-03-15"), ("first", "2027-01-15"), ("second", "2027-02-15")):
        meet(store, ident, day)
    meet(store, "other", "2027-02-01", "Mornings")
    found = thread(store, "second")
    assert (found.ident, found.number, [*found.before]) == ("second", 2, ["first"])
    assert found.next
    assert (found.next.title, found.next.date) == ("Third", "2027-03-15")
    assert found.before["first"].meeting.title == "First"
    last = thread(store, "third")
    assert (last.number, [*last.before], last.next) == (3, ["first", "second"], None)


def test_two_on_one_day_stand_by_their_hour(store: Store):
    meet(store, "a", "2027-01-15", start="18:00")
    meet(store, "b", "2027-01-15", start="09:00")
    assert [*thread(store, "a").before] == ["b"]
    assert thread(store, "b").number == 1


def test_a_table_of_a_meeting_and_a_session_without_a_day_are_not_counted(store: Store):
    meet(store, "first", "2027-01-15")
    meet(store, "table", "2027-01-15", part_of="first")
    meet(store, "some day", "")
    meet(store, "second", "2027-02-15")
    assert [*thread(store, "second").before] == ["first"]
    assert thread(store, "second").next is None
    assert thread(store, "table").number == 0
    assert [*thread(store, "some day").before] == ["first", "second"]


def test_a_session_of_no_series_is_alone(store: Store):
    meet(store, "one", "2027-01-15", "")
    meet(store, "two", "2027-02-15", "")
    for ident in ("two", "nowhere"):
        found = thread(store, ident)
        assert (found.ident, found.number, found.before, found.next) == (ident, 0, {}, None)


def test_what_was_last_told_of_a_promise_counts(store: Store):
    first = meet(store, "first", "2027-01-15")
    for ident in ("C1", "C2", "C3"):
        first.commit("Call", ident=ident)
    first.status("C1", "in_progress", "Called once")
    first.status("C2", "done")
    meet(store, "second", "2027-02-15").status("first/C1", "partly_done", "A letter", "not yet")
    meet(store, "third", "2027-03-15").status("first/C1", "done", "The paper")
    meet(store, "fourth", "2027-04-15").status("first/C1", "withdrawn")

    def told(ident: str) -> dict[str, tuple[str, str, str]]:
        found = thread(store, ident).told
        return {ref: (of.status, of.evidence, day) for ref, (of, day) in found.items()}

    own = {"first/C2": ("done", "", "2027-01-15")}
    assert told("second") == {"first/C1": ("in_progress", "Called once", "2027-01-15"), **own}
    assert told("third") == {"first/C1": ("partly_done", "A letter", "2027-02-15"), **own}
    assert told("fourth") == {"first/C1": ("done", "The paper", "2027-03-15"), **own}
    assert told("first") == {}


def test_looking_changes_not_one_byte(store: Store, tmp_path: Path):
    for ident, day in (("first", "2027-01-15"), ("second", "2027-02-15")):
        meet(store, ident, day).note("A bell")
    copy = tmp_path / "copy.db"
    store.shelf.file.copy_to(copy)
    with closing(store_at(copy)):
        pass  # left whole, as a closed file is
    was = copy.read_bytes()
    with closing(store_at(copy, read_only=True)) as closed:
        assert len(thread(closed, "second").before["first"].notes) == 1
    assert copy.read_bytes() == was


def test_a_session_that_is_renamed_stays_in_its_series(store: Store):
    meet(store, "first", "2027-01-15")
    second = meet(store, "second", "2027-02-15")
    second.change_meeting(series="Evenings for all", city="Elsewhere")
    assert [*thread(store, "second").before] == ["first"]
    meet(store, "third", "2027-03-15", "Evenings for all", city="Elsewhere")
    assert [*thread(store, "third").before] == ["first", "second"]


def test_series_of_one_name_in_two_cities_are_two(store: Store):
    meet(store, "here", "2027-01-15", "Circle", city="Parable Falls")
    meet(store, "there", "2027-02-15", "Circle", city="Saint Exempla")
    same = meet(store, "again", "2027-03-15", "  CIRCLE", city="Parable\u00a0Falls")
    assert [*thread(store, "there").before] == []
    assert [*thread(store, "again").before] == ["here"]
    same.change_meeting(series="Circle", city="Saint Exempla")  # there is one of that name
    assert [*thread(store, "again").before] == ["there"]


def test_a_session_goes_from_one_series_to_a_new_one_by_way_of_none(store: Store):
    meet(store, "first", "2027-01-15")
    second = meet(store, "second", "2027-02-15")
    second.change_meeting(series="")
    assert thread(store, "second").number == 0
    second.change_meeting(series="Walks")
    assert thread(store, "second").number == 1


def test_what_was_heard_at_the_desk_between_two_sessions_counts(store: Store):
    first = meet(store, "first", "2027-01-15")
    for ident in ("C1", "C2"):
        first.commit("Mend the lamp", ident=ident)
    meet(store, "second", "2027-03-15")
    series = SittingBegun(first.state.meeting.series_id)
    march = Clock(first.now() + 40 * 86_400_000)
    sitting = Desk(store, series, march)
    assert not store.shelf.sittings(series.series)
    assert sitting.status(Ref("first", "C1"), "done", "It burns")
    assert sitting.status(Ref("first", "C2"), "done")
    assert sitting.undo()
    told = thread(store, "second").told
    assert {ref: (report.status, day) for ref, (report, day) in told.items()} == {
        "first/C1": ("done", "2027-02-24")
    }
    assert faults(store) == []


def test_each_sitting_has_a_log_of_its_own(store: Store):
    first = meet(store, "first", "2027-01-15")
    first.commit("Mend the lamp", ident="C1")
    series = SittingBegun(first.state.meeting.series_id)
    for status in ("in_progress", "done"):
        clock = Clock(first.now() + 1)
        Desk(store, series, clock).status(Ref("first", "C1"), status)
    logs = store.shelf.sittings(series.series)
    assert [store.state(log).reports["first/C1"].status for log in logs] == ["in_progress", "done"]
    assert store.shelf.sessions() == ["first"]


def test_a_report_on_the_item_of_another_branch_waits(store: Store, tmp_path: Path):
    """Two laptops went on from one copy, and each made a C1: a report means the one it knows."""
    first = meet(store, "first", "2027-01-15")
    series = SittingBegun(first.state.meeting.series_id)
    with closing(store_at(tmp_path / "other.db")) as other:
        merge(other, store)
        there = Session(other, "first", Clock(first.now() + 2000))
        there.commit("Buy a bell", ident="C1")
        Desk(other, series, Clock(first.now() + 3000)).status(Ref("first", "C1"), "done")
        Session(store, "first", Clock(first.now() + 1000)).commit("Mend the lamp", ident="C1")
        store.release("first")
        merge(store, other)
    meet(store, "second", "2027-03-15")
    found = thread(store, "second")
    assert found.before["first"].commitments["C1"].text == "Mend the lamp"
    assert not found.told
    assert [report.ref for report in found.waiting] == ["first/C1"]
