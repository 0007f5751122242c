"""Who was at the earlier sessions of a series: a suggestion, told by the read tables."""

from pathlib import Path

from facilitator.record.earlier import Earlier, earlier
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock


def meet(store: Store, clock: Clock, ident: str, series: str, date: str, *people: dict) -> None:
    plan = {"title": ident.title(), "series": series, "date": date}
    Session(store, ident, clock).plan(plan, people)


ANA, BO = {"id": "a", "name": "Ana Peña", "organisation": "Radio"}, {"id": "b", "name": "Bo Li"}


def test_people_of_the_series_are_told_newest_first_and_once(tmp_path: Path, clock: Clock):
    store = store_at(tmp_path / "city.db")
    meet(store, clock, "first", "Evenings", "2027-01-15", ANA, BO, {"id": "c"})
    meet(store, clock, "second", "Evenings", "2027-02-15", {**ANA, "id": "x"})
    Session(store, "second", clock).change_person("x", same_as="first/a")
    meet(store, clock, "other", "Mornings", "2027-02-20", {"id": "d", "name": "Di"})
    meet(store, clock, "third", "Evenings", "2027-03-15", BO)
    assert earlier(store.shelf, "third") == [
        Earlier("second/x", "Ana Peña", "Radio", "Second", "2027-02-15"),
        Earlier("first/b", "Bo Li", "", "First", "2027-01-15"),
    ]
    assert earlier(store.shelf, "other") == []
    store.close()


def test_a_session_of_no_series_has_no_earlier_people(tmp_path: Path, clock: Clock):
    store = store_at(tmp_path / "city.db")
    assert earlier(store.shelf, "none") == []
    meet(store, clock, "first", "", "2027-01-15", ANA)
    meet(store, clock, "second", "", "2027-02-15", BO)
    assert earlier(store.shelf, "second") == []
    store.close()
