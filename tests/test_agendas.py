"""Agendas as files: those of the product, one's own, and whatever else a file may hold."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agendas import NUMBERS, own, read, remove, save, take_in, templates, write
from facilitator.faults import Fault
from facilitator.room.agenda import KINDS

ROWS = [
    {"title": "Welcome", "kind": "opening", "minutes": 10, "leader": "Ana"},
    {"title": "Heard", "kind": "round", "minutes": 14.5, "min_minutes": 14, "think_s": 120},
    {"title": "Ende", "kind": "closing", "minutes": 5, "fixed_start": "19:30", "purpose": ""},
]
# Names of methods that somebody owns (practice guide, section 0, 12, and section 12).
MARKS = ("reflective structured", "town meeting®", "21st century", "welcome table", "rx racial")


def plain(rows: Any) -> list[dict[str, Any]]:
    """Return rows without their ids and what says nothing."""
    return [{k: v for k, v in row.items() if k != "id" and v not in ("", None)} for row in rows]


def test_the_thirteen_are_there_and_say_whose_they_are():
    codes = [template.code for template in templates()]
    assert codes == [f"T{n:02}" for n in range(1, 14)]
    assert all(template.style and template.people for template in templates())


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_no_name_belongs_to_somebody_else(template: Any):
    name = template.name.casefold()
    assert not any(mark in name for mark in (*MARKS, "world cafe", "conversation cafe"))


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_no_part_is_planned_shorter_than_it_can_be(template: Any):
    for row in template.segments:
        assert row.get("min_minutes", 0) <= row["minutes"]
        assert row["kind"] in KINDS


def test_silence_before_a_round_is_said_where_the_practice_has_it():
    rounds = templates()[2].segments
    assert [row["think_s"] for row in rounds if "think_s" in row] == [120, 120, 120]


def test_ones_own_is_kept_by_name_and_read_again(tmp_path: Path):
    folder = tmp_path / "not" / "there"
    assert own(folder) == ([], [])
    kept = save("  Our  evening / Ñandú ", ROWS, folder)
    assert kept.name == "Our evening / Ñandú"
    assert own(folder) == ([kept], [])
    assert plain(kept.segments) == plain(ROWS)
    assert kept.minutes == 29.5


def test_the_same_name_gives_way_another_does_not(tmp_path: Path):
    save("Evening", ROWS, tmp_path)
    save("evening", ROWS[:1], tmp_path)
    save("Evening!", ROWS[:2], tmp_path)
    found, _ = own(tmp_path)
    assert [(one.name, len(one.segments)) for one in found] == [("evening", 1), ("Evening!", 2)]
    for one in found:
        remove(one)
        remove(one)
    assert own(tmp_path) == ([], [])


@pytest.mark.parametrize("name", ["CON", "…", "a/b\\c:d", "م", "x" * 500, "🙂"])
def test_any_name_finds_a_file(tmp_path: Path, name: str):
    save(name, ROWS, tmp_path)
    assert own(tmp_path)[0][0].name == name


def test_one_without_a_name_is_not_kept(tmp_path: Path):
    with pytest.raises(Fault, match="needs a name"):
        save("  ", ROWS, tmp_path)


def test_what_is_handed_on_keeps_its_credits(tmp_path: Path):
    given_away = templates()[2]
    write(given_away, tmp_path / "rounds.toml")
    taken = take_in(tmp_path / "rounds.toml", tmp_path / "own")
    assert taken.style == given_away.style
    assert taken.segments == given_away.segments
    assert taken.code != given_away.code  # it is one's own now


def test_a_person_can_read_and_edit_the_file(tmp_path: Path):
    path = save("Evening", ROWS, tmp_path).path
    assert path is not None
    text = path.read_text("utf-8")
    assert text.startswith("# An agenda. Change what you like")
    assert '[[segment]]\ntitle = "Welcome"\nkind = "opening"\nminutes = 10\n' in text
    edited = text.replace("minutes = 10", "minutes = 12  # we need it").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + edited.replace('"19:30"', "19:30:00").encode())
    assert [row["minutes"] for row in read(path).segments] == [12, 14.5, 5]
    assert read(path).segments[2]["fixed_start"] == "19:30"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "holds no agenda"),
        ("segment = 3", "holds no agenda"),
        ("segment = [1]", "part 1: it is not a part"),
        ("[[segment]]\ntitle = 'x'", "part 1: its minutes are missing"),
        ("[[segment]]\nminutes = 'x'", "minutes is not a number"),
        ("[[segment]]\nminutes = true", "minutes is not a number"),
        ("[[segment]]\nminutes = nan", "minutes is not a number"),
        ("[[segment]]\nminutes = 5\nkind = 'dance'", "there is no kind “dance”"),
        ("[[segment]]\nminutes = 5\nfixed_start = 'six'", "is not a time like 19:30"),
        ("[[segment]\n", "cannot be read as an agenda"),
        ("a = " + "9" * 5000, "cannot be read as an agenda"),
        ("[[segment]]\nminutes = 5\n" * 300, "has 300 parts; an agenda has 200 at most"),
    ],
)
def test_a_file_that_is_none_says_why(tmp_path: Path, text: str, told: str):
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Fault, match=f"^a.toml.*{told}"):
        read(path)
    found, troubles = own(tmp_path)
    assert (found, len(troubles)) == ([], 1)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04\xff", b" " * 2_000_000])
def test_a_file_of_anything_is_one_sentence(tmp_path: Path, content: bytes):
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    with pytest.raises(Fault):
        read(path)


def test_a_disk_that_does_not_take_it_is_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Fault, match="cannot be made"):
        save("Evening", ROWS, tmp_path / "file")
    with pytest.raises(Fault, match="cannot be read"):
        read(tmp_path / "nowhere.toml")
    with pytest.raises(Fault, match="cannot be written"):
        write(templates()[0], tmp_path / "no" / "where.toml")


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
row = st.fixed_dictionaries(
    {"title": words, "kind": st.sampled_from(KINDS), "minutes": st.integers(1, 1440)},
    optional={
        **{name: st.integers(1, most) for name, most in NUMBERS.items() if name != "minutes"},
        **dict.fromkeys(("purpose", "prompt", "leader"), words),
    },
)


@given(name=words.filter(str.strip), rows=st.lists(row, min_size=1, max_size=5))
def test_whatever_is_planned_comes_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, rows: list[dict[str, Any]]
):
    kept = save(name, rows, tmp_path_factory.mktemp("own"))
    assert kept.path is not None
    assert tomllib.loads(kept.path.read_text("utf-8"))
    assert plain(kept.segments) == plain(read(kept.path).segments) == plain(rows)
