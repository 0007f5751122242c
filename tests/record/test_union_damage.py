"""Damaged copies: whole acts come, holes are named and filled by any copy, nothing is renamed."""

from contextlib import closing
from pathlib import Path

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.session_file import SessionFile
from tests.clock import Clock
from tests.record.test_union import bring, carried, damage, here, more, notes

__all__ = ["here"]  # a fixture


def test_of_a_damaged_log_all_that_is_whole_comes_and_what_is_left_is_named(
    here: Path, clock: Clock
):
    there = here.with_name("there.db")
    for text in ("One", "Two", "Three"):
        more(there, clock, text, "other")
    damage(there, "update event set data = replace(data, 'One', 'Won') where n = 2")
    with closing(SessionFile(here)) as file:
        (outcome,) = file.take_in(there)
    assert (outcome.what, outcome.acts) == ("new", 3)
    assert outcome.left == ("Session other: act 2 is damaged.",)
    with closing(store_at(here)) as store:
        assert [note.text for note in store.state("other").notes.values()] == ["Two", "Three"]
        assert faults(store) == ["Session other: act 2 is missing."]


def test_a_hole_is_filled_by_any_copy(here: Path, clock: Clock):
    whole = carried(here)
    damage(here, "delete from event where n = 2")
    more(here, clock, "It went on with a hole")
    assert bring(here, whole) == [("evening", "longer", 1)]
    assert notes(here) == ["The light is out", "It went on with a hole"]


def test_acts_after_a_lost_end_leave_room_for_it(here: Path, clock: Clock):
    whole = carried(here)
    damage(here, "delete from event where n = 3")
    with closing(store_at(here)) as store:
        assert faults(store) == ["Session evening: act 3 is missing."]
        store.rebuild()
    more(here, clock, "The next one")
    bring(here, whole)
    assert notes(here) == ["The light is out", "The next one"]


def test_a_damaged_act_here_gives_way_to_a_whole_one(here: Path):
    whole = carried(here)
    damage(here, "update event set data = replace(data, 'light', 'sound') where n = 3")
    with closing(store_at(here)) as store:
        assert "Session evening: act 3 is damaged." in faults(store)
    bring(here, whole)
    assert notes(here) == ["The light is out"]


def test_one_bad_log_refuses_no_other(here: Path, clock: Clock):
    there = here.with_name("there.db")
    more(there, clock, "Elsewhere", "bad")
    more(there, clock, "Elsewhere", "good")
    damage(there, "update event set at = at + 1 where log = 'bad'")
    assert bring(here, there) == [("bad", "refused", 0), ("good", "new", 2)]
    assert notes(here, "good") == ["Elsewhere"]
