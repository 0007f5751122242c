"""Finding people by the letters one would type."""

import string
import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.room.finding import find, the_one
from facilitator.room.folding import fold_name
from facilitator.room.people import CONSENT, Person, attended
from tests.happenings import TEXT

NAMES = (
    "Nguyễn Ngọc Ảo",
    "Đỗ Văn Lý",
    "Orla O'Fictive",
    "Zoë Exempla-Ngô",
    "Søren",
    "ដារ៉ា",
    "",
    "ليلى الخيالية",
    "محمد عبد الله",
    "ចាន់ និទាន",
    "Иван Примеров",
    "علي",
    "王小明",
    "김민수",
    "Caasho Cabdi Sheekoxariir",
    "Faʻataʻitaʻi",
    "Jordan Smith",
    "John",
)
PEOPLE = {str(n): Person(str(n), name) for n, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        # The beginning of a word, whatever the marks, the case and the signs
        ("nguyen", ["Nguyễn Ngọc Ảo"]),
        ("ng", ["Nguyễn Ngọc Ảo", "Zoë Exempla-Ngô"]),  # a first name goes first
        ("ngo", ["Zoë Exempla-Ngô", "Nguyễn Ngọc Ảo"]),  # unless the other is the very word
        ("do", ["Đỗ Văn Lý"]),
        ("ofic", ["Orla O'Fictive"]),
        ("o'f orla", ["Orla O'Fictive"]),
        ("zoe ngo", ["Zoë Exempla-Ngô"]),
        ("exemplango", ["Zoë Exempla-Ngô"]),
        ("Exempla–Ngô", ["Zoë Exempla-Ngô"]),
        ("SOREN", ["Søren"]),
        ("faataita", ["Faʻataʻitaʻi"]),
        ("vanly", ["Đỗ Văn Lý"]),
        # Inside a word
        ("guyen", ["Nguyễn Ngọc Ảo"]),
        ("xarii cab", ["Caasho Cabdi Sheekoxariir"]),
        # A slip of the fingers
        ("nguyne", ["Nguyễn Ngọc Ảo"]),
        ("smtih", ["Jordan Smith"]),
        ("smti", ["Jordan Smith"]),  # while it is being typed
        ("jonh", ["John"]),
        ("jordn smiht", ["Jordan Smith"]),
        ("shekoxarir", ["Caasho Cabdi Sheekoxariir"]),
        ("jordan smitthh", []),  # too far from it
        ("xqzvk", []),
        ("jxn", []),  # too short to be told from another name
        # Another script, and its Latin form
        ("ដារ៉ា", ["ដារ៉ា"]),
        ("dara", ["ដារ៉ា"]),
        ("chan", ["ចាន់ និទាន"]),
        ("layla", ["ليلى الخيالية"]),
        ("leila", ["ليلى الخيالية"]),
        ("mohammed", ["محمد عبد الله"]),
        ("abdullah", ["محمد عبد الله"]),
        ("ivan", ["Иван Примеров"]),
        ("иван", ["Иван Примеров"]),
        ("xiaoming", ["王小明"]),
        ("kim", ["김민수"]),
        ("ali", ["علي"]),
        ("ivna", ["Иван Примеров"]),
        # Nothing to go by
        (" ", []),
        ("-", []),
        ("nobody", []),
    ],
)
def test_a_name_is_found_by_what_one_would_type(letters: str, found: list[str]):
    assert [person.name for person in find(PEOPLE, letters)] == found


def test_the_best_goes_first():
    names = ("Anna Beck", "Joann Bohm", "Beth Annan", "Ann", "Ana Ruiz", "Анна")
    people = {name: Person(name, name) for name in names}
    assert list(found(people, "ann")) == ["Ann", "Anna Beck", "Beth Annan", "Joann Bohm", "Анна"]


def found(people: dict[str, Person], letters: str) -> list[str]:
    return [person.id for person in find(people, letters)]


def test_who_nobody_looks_at_is_not_guessed():
    """A promise by "the city" is no promise by Felicity."""
    people = {name: Person(name, name) for name in ("Felicity", "Иван", "Smith")}
    for guess in ("city", "ivan", "smiht"):
        assert find(people, guess)
        assert not find(people, guess, sure=True)
    assert found(people, "smith") == ["Smith"] == [p.id for p in find(people, "smi", sure=True)]


def test_somebody_without_a_name_is_found_by_the_id():
    assert found({"P7": Person("P7")}, "p7") == ["P7"]


def test_only_so_many_are_shown():
    crowd = {str(n): Person(str(n), "Ana") for n in range(300)}
    assert len(find(crowd, "ana")) == 100
    assert len(find(crowd, "ana", 20)) == 20


def test_marks_case_and_apostrophes_do_not_count():
    assert fold_name("Ảo") == fold_name("AO") == fold_name("𝐀𝐨")
    assert fold_name("O’Brien") == fold_name("obrien") == fold_name("O'Brien")


NAME = st.text(min_size=1, max_size=30)


@given(NAME, TEXT, st.data())
def test_a_name_is_found_by_any_beginning_of_any_word_of_it(
    name: str, other: str, data: st.DataObject
):
    people = {"a": Person("a", other), "b": Person("b", name)}
    words = fold_name(name).translate(str.maketrans(string.punctuation, " " * 32)).split()
    assume(words)
    word = data.draw(st.sampled_from(words))
    letters = word[: data.draw(st.integers(1, len(word)))]
    assume(fold_name(letters) == letters)
    assert people["b"] in find(people, letters) or not find({"a": Person("a", "x")}, letters)


@given(st.text(string.ascii_letters, min_size=5, max_size=12), st.data())
def test_two_letters_the_wrong_way_round_are_forgiven(word: str, data: st.DataObject):
    n = data.draw(st.integers(0, len(word) - 2))
    slipped = word[:n] + word[n + 1] + word[n] + word[n + 2 :]
    people = {"x": Person("x", "Quentin"), "b": Person("b", f"Bo {word}")}
    assert "b" in found(people, slipped)


@given(st.lists(st.text(max_size=40), max_size=5), st.text(max_size=40))
def test_whatever_is_typed_and_whatever_they_are_called(names: list[str], letters: str):
    people = {str(n): Person(str(n), name) for n, name in enumerate(names)}
    assert len(find(people, letters, 3)) <= 3


def test_what_few_need_is_loaded_when_it_is_needed():
    """The window starts faster without them."""
    program = """
import sys
from facilitator.room.finding import find
from facilitator.room.people import Person
def loaded():
    return [name for name in ("rapidfuzz", "anyascii") if name in sys.modules]
latin = {n: Person(n, "Nguyễn") for n in "abc"}
assert find(latin, "nguyen") and not loaded()
assert find(latin, "nguyne") and loaded() == ["rapidfuzz"]
assert find({"a": Person("a", "Иван")}, "i") and loaded() == ["rapidfuzz", "anyascii"]
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_who_left_again_attended_all_the_same():
    came, invited = Person("a", came=1, left=2), Person("b", invited=True)
    assert attended({"a": came, "b": invited}) == [came]


def test_the_first_group_is_the_primary_one():
    assert Person("a", groups=("POLICE", "RESIDENT")).group == "POLICE"
    assert Person("a", groups=("POLICE",)).official
    assert Person("a").group == "NOT_STATED"


def test_the_group_that_is_shown_is_the_first_that_may_be():
    assert Person("a", groups=("FAMILY_AFFECTED", "RESIDENT")).shown_group == "RESIDENT"
    assert Person("a", groups=("FAMILY_AFFECTED",)).shown_group == "NOT_STATED"


@pytest.mark.parametrize("consent", CONSENT)
def test_a_child_is_never_named(consent: str):
    assert Person("a", consent=consent).may_be_named == (consent in ("official", "named"))
    assert not Person("a", consent=consent, minor=True).may_be_named


MEANT = {
    n: Person(n, n)
    for n in (
        "Theresa Vale",
        "Wendy Ito",
        "Allison Ng",
        "Ida Iverson",
        "An Pham",
        "Andrea Park",
        "Bram Placeholder",
        "Maya Will",
        "王小明",
        "?",
    )
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # The words of a sentence begin many a name
        *((word, None) for word in "the we all I may there and th o".split()),
        ("the council", None),
        # A word of a name is sure, be it short or as common
        ("ng", "Allison Ng"),
        ("an", "An Pham"),
        ("will", "Maya Will"),
        ("王小明", "王小明"),
        ("?", "?"),
        # So is the beginning of one name alone
        ("there vale", "Theresa Vale"),
        ("bra", "Bram Placeholder"),
        ("Bram P.", "Bram Placeholder"),
        ("br", None),
        ("b p", None),
        ("id", None),
        ("Nobody", None),
        ("", None),
    ],
)
def test_somebody_is_meant_for_sure_or_nobody_is(typed: str, meant: str | None):
    found = the_one(MEANT, typed)
    assert (found and found.name) == meant


def test_of_two_with_a_name_neither_is_meant():
    twins = {n: Person(n, "Ana Muster") for n in "ab"}
    assert the_one(twins, "Ana Muster") is None
    assert the_one({**twins, "c": Person("c", "Ana")}, "ANA") == Person("c", "Ana")
