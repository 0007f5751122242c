"""Finding people by the letters one would type."""

import pytest

from facilitator.room.people import Person, attended, find, fold_name

NAMES = ("Nguyễn Ngọc Ảo", "Đỗ Văn Lý", "Orla O'Fictive", "Zoë Exempla-Ngô", "Søren", "ដារ៉ា", "")
PEOPLE = {str(n): Person(str(n), name) for n, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("nguyen", ["Nguyễn Ngọc Ảo"]),
        ("ng", ["Nguyễn Ngọc Ảo", "Zoë Exempla-Ngô"]),  # a first name goes first
        ("do", ["Đỗ Văn Lý"]),
        ("ofic", ["Orla O'Fictive"]),
        ("o'f orla", ["Orla O'Fictive"]),
        ("zoe ngo", ["Zoë Exempla-Ngô"]),
        ("SOREN", ["Søren"]),
        ("ដារ៉ា", ["ដារ៉ា"]),
        ("guyen", []),
        (" ", []),
    ],
)
def test_a_name_is_found_by_its_beginnings(letters: str, found: list[str]):
    assert [person.name for person in find(PEOPLE, letters)] == found


def test_only_so_many_are_shown():
    crowd = {str(n): Person(str(n), "Ana") for n in range(300)}
    assert len(find(crowd, "ana")) == 100


def test_marks_case_and_apostrophes_do_not_count():
    assert fold_name("Ảo") == fold_name("AO")
    assert fold_name("O’Brien") == fold_name("obrien")


def test_who_left_again_attended_all_the_same():
    came, invited = Person("a", came=1, left=2), Person("b", invited=True)
    assert attended({"a": came, "b": invited}) == [came]


def test_the_first_group_is_the_primary_one():
    assert Person("a", groups=("POLICE", "RESIDENT")).group == "POLICE"
    assert Person("a", groups=("POLICE",)).official
    assert Person("a").group == "NOT_STATED"
