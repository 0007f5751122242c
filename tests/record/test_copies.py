"""Copies of a file: what their names say, which are kept, and how one takes the file's place."""

import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.faults import Fault
from facilitator.file_copies import bring_back, held, save_copy
from facilitator.record.backup import made_at, reason_of, thin_out
from facilitator.record.copies import copies_of, copy, folder_of, place_for, swap
from facilitator.record.second_place import carry
from facilitator.session_file import SessionFile

NOW = datetime(2027, 1, 15, 12)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("20270115T080000-idle.db", "idle"),
        ("20270115T080000-ended-1.db", "ended"),
        ("20270115T080000-before-12.db", "before"),
        ("20270115T080000-version-1.db", "version-1"),
        ("20270115T080000-version-1-2.db", "version-1"),
        ("20270115T080000-.db", ""),
        ("letter.db", ""),
    ],
)
def test_a_name_says_why_a_copy_was_made(name: str, reason: str) -> None:
    assert reason_of(Path(name)) == reason


def make(folder: Path, moment: datetime, reason: str) -> Path:
    path = folder / f"{moment:%Y%m%dT%H%M%S}-{reason}.db"
    path.write_text("")
    return path


@pytest.mark.parametrize("reason", ["before", "left"])
def test_what_may_be_in_no_other_copy_is_kept_for_a_month_whatever_else_is_made_that_day(
    tmp_path: Path, reason: str
) -> None:
    long_ago = NOW - timedelta(days=31)
    backs = [make(tmp_path, NOW - timedelta(minutes=n), reason) for n in range(60, 63)]
    old = [make(tmp_path, long_ago - timedelta(minutes=n), reason) for n in range(3)]
    idle = [make(tmp_path, NOW - timedelta(minutes=n), "idle") for n in range(20)]
    thin_out(tmp_path.glob("*.db"), NOW)
    left = set(tmp_path.glob("*.db"))
    assert left == {*backs, old[0], *idle[:5]}


def test_copies_of_one_second_stand_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    path = tmp_path / "session.db"
    names = ["before", "opened", "closed", "closed-1", "before-1"]
    places = [folder_of(path) / f"20270115T080000-{name}.db" for name in names]
    for n, place in enumerate(places):
        place.write_text("")
        os.utime(place, ns=(n, n))
    assert copies_of(path) == places


def test_what_lay_beside_a_file_goes_along_and_is_not_folded_into_the_copy(tmp_path: Path) -> None:
    path, chosen = tmp_path / "session.db", tmp_path / "chosen.db"
    path.write_text("what was here")
    beside = path.with_name("session.db-wal")
    beside.write_text("acts that were not folded in")
    chosen.write_text("another evening")
    before = swap(path, chosen)
    assert (path.read_text(), beside.exists()) == ("another evening", False)
    assert before.read_text() == "what was here"
    kept = before.with_name(f"{before.name}-wal")
    assert kept.read_text() == "acts that were not folded in"


def test_where_no_copy_can_be_made_first_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "session.db"
    path.write_text("what was here")
    with pytest.raises(OSError, match="gone"):
        swap(path, tmp_path / "gone.db")
    assert path.read_text() == "what was here"
    assert not list(tmp_path.glob("**/*.half"))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, chosen, link = tmp_path / "session.db", tmp_path / "chosen.db", tmp_path / "link.db"
    path.write_text("what was here")
    chosen.write_text("another evening")
    link.symlink_to(path)
    swap(link, chosen)
    assert link.is_symlink()
    assert path.read_text() == "another evening"


def test_a_second_place_is_never_made_up_and_thins_out_by_the_same_rule(tmp_path: Path) -> None:
    path, stick = tmp_path / "session.db", tmp_path / "stick"
    path.write_text("")
    made = place_for(path, "closed")
    copy(path, made)
    carry(made, path, stick)
    assert not stick.exists()
    stick.mkdir()
    carry(made, path, stick)
    (there,) = stick.glob("*/*.db")
    assert there.name == made.name
    moment = made_at(made)
    assert moment is not None
    day = moment.replace(hour=0, minute=0, second=0) - timedelta(days=3)
    for n in range(9):
        make(there.parent, day + timedelta(minutes=n), "idle")
    carry(made, path, stick)
    assert len(list(stick.glob("*/*.db"))) == 5


def test_a_copy_that_cannot_be_saved_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    with closing(SessionFile(tmp_path / "session.db")) as file:
        with pytest.raises(Fault):
            save_copy(file, tmp_path / "no folder" / "copy.db")
        with pytest.raises(Fault):
            save_copy(file, tmp_path / "no" / "copy.db")
    assert not list(tmp_path.glob("**/*.half"))


def test_of_a_file_that_is_whole_nothing_is_brought_back(tmp_path: Path) -> None:
    with closing(SessionFile(tmp_path / "session.db")) as file:
        file.plan({"title": "Circle"})
        assert bring_back(file) == (0, 0)
        assert held(file.shelf.path) == []
