"""Who may be named on the wall: each cell of the table, and nobody by a way round it."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.commitments import Commitment
from facilitator.room.meeting import DISCLOSURE, ROOM_NAMES, Meeting
from facilitator.room.naming import (
    NEIGHBOUR,
    first_name,
    may_tell_owner,
    on_the_wall,
    promised_by,
    promiser,
)
from facilitator.room.people import CONSENT, Person
from facilitator.room.promise_rules import PUBLISH

ORLA, FIRST = "Sgt. Orla O'Fictive", "Sgt. Orla"
NAMED = ("official", "named")
# What is read of somebody who agreed to be named, and of somebody who did not.
TABLE = {
    "none": (NEIGHBOUR, NEIGHBOUR),
    "consent": (ORLA, NEIGHBOUR),
    "first_names": (FIRST, FIRST),
    "all": (ORLA, ORLA),
    "a rule of a later version": (NEIGHBOUR, NEIGHBOUR),
}
CELLS = list(product((*ROOM_NAMES, "a rule of a later version"), (*DISCLOSURE, "later"), CONSENT))


def meeting(rule: str = "consent", disclosure: str = "consent") -> Meeting:
    return Meeting(room_names=rule, disclosure=disclosure)


def person(ident: str, name: str, consent: str = "anonymous", minor: bool = False) -> Person:
    return Person(ident, name, consent=consent, minor=minor)


@pytest.mark.parametrize(("rule", "disclosure", "consent"), CELLS)
def test_every_cell_of_the_table(rule: str, disclosure: str, consent: str):
    read = TABLE[rule][consent not in NAMED]
    if disclosure not in ("open", "consent"):
        read = NEIGHBOUR  # never looser than naming nobody
    where = meeting(rule, disclosure)
    assert on_the_wall(person("P", ORLA, consent), where) == read
    assert on_the_wall(person("P", ORLA, consent, minor=True), where) == NEIGHBOUR
    assert on_the_wall(person("P", "", consent), where) == NEIGHBOUR  # an id is no name


@pytest.mark.parametrize(("rule", "disclosure", "consent"), CELLS)
def test_a_group_changes_nothing_and_never_shows(rule: str, disclosure: str, consent: str):
    where = meeting(rule, disclosure)
    plain = person("P", ORLA, consent)
    grieving = Person("P", ORLA, ("FAMILY_AFFECTED",), consent=consent)
    assert on_the_wall(grieving, where) == on_the_wall(plain, where)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Bram Placeholder", "Bram"),
        ("Nguyễn Ngọc Ảo", "Nguyễn"),  # the first as typed; which is the given one is not guessed
        ("王小明", "王小明"),
        ("ليلى الخيالية", "ليلى"),
        ("ចាន់ និទាន", "ចាន់"),
        ("Bo", "Bo"),
        ("J.", "J."),
        ("J. R. Doe", "J."),
        ("Sgt. Orla O'Fictive", "Sgt. Orla"),
        ("Rev. Dr. Ana Ejemplo", "Rev. Dr. Ana"),
        ("Dr.", "Dr."),
        ("  Zoë   Exempla-Ngô ", "Zoë"),
        ("🎉 Party", "🎉"),
        ("", ""),
    ],
)
def test_first_names_are_not_guessed(name: str, first: str):
    assert first_name(name) == first


PEOPLE = {
    p.id: p
    for p in (
        person("P1", ORLA, "official"),
        person("P2", "Caasho Cabdi"),
        person("P3", "Zoë Exempla-Ngô", "named", minor=True),
        person("P4", "Benjamin Ejemplo", "group"),
        person("P5", "Ana Muster", "named"),
        person("P6", "Ana Muster"),
        Person("P7", "Theresa Vale", organisation="The Library"),
    )
}


def read(
    owner: str,
    rule: str = "consent",
    disclosure: str = "consent",
    publish: str = "group",
    whose: str = "",
):
    promise = Commitment("C1", 0, "pledge", "", owner=owner, person=whose, publish=publish)
    return promiser(promise, PEOPLE, meeting(rule, disclosure))


ON_NO_LIST = ["City council", "Chief of police", "The parish", "警察署", "we", "Okafor"]
STRICT = ["no_names", "chatham_house", "circle", "a rule of a later version"]


@pytest.mark.parametrize("rule", ["consent", "first_names", "all"])
@pytest.mark.parametrize("owner", ON_NO_LIST)
def test_bodies_and_roles_are_read_as_typed(owner: str, rule: str):
    for disclosure in ("open", "consent"):
        assert read(owner, rule, disclosure) == owner


@pytest.mark.parametrize("owner", ON_NO_LIST)
def test_where_no_names_are_told_an_owner_on_no_list_may_be_one(owner: str):
    for disclosure in STRICT:
        assert read(owner, "all", disclosure, "named") == NEIGHBOUR
    assert read(owner, "none") == NEIGHBOUR


@pytest.mark.parametrize("rule", ROOM_NAMES)
def test_a_body_that_somebody_here_belongs_to_is_no_name(rule: str):
    for disclosure in ("open", "consent", "no_names", "circle"):
        assert read("the library", rule, disclosure) == "the library"
    assert read("The Library", rule, "chatham_house") == NEIGHBOUR  # nor who was there


@pytest.mark.parametrize(("rule", "disclosure"), list(product(ROOM_NAMES, DISCLOSURE)))
def test_nobody_is_read_where_nobody_is_typed(rule: str, disclosure: str):
    assert read("", rule, disclosure) == ""


def test_whose_promise_it_is_stands_with_it_and_is_not_guessed():
    ana = {"publish": "named", "whose": "P6"}
    assert read("Ana Muster", **ana) == "Ana Muster"
    assert [one.id for one in promised_by(promised("Ana Muster", "P6"), PEOPLE)] == ["P6"]
    assert [one.id for one in promised_by(promised("ana muster"), PEOPLE)] == ["P5", "P6"]
    assert [one.id for one in promised_by(promised("caasho CABDI"), PEOPLE)] == ["P2"]
    assert promised_by(promised("Caasho"), PEOPLE) == []
    assert read("Somebody", whose="P3", publish="named") == NEIGHBOUR  # a minor


def promised(owner: str, whose: str = "", publish: str = "group") -> Commitment:
    return Commitment("C1", 0, "pledge", "", owner=owner, person=whose, publish=publish)


@pytest.mark.parametrize(
    ("owner", "by_consent", "first", "everybody"),
    [
        ("Sgt. Orla O'Fictive", NEIGHBOUR, FIRST, ORLA),
        ("sgt orla o’fictive", NEIGHBOUR, "sgt", "sgt orla o’fictive"),
        ("Orla", NEIGHBOUR, "Orla", "Orla"),
        ("Caasho Cabdi", NEIGHBOUR, "Caasho", "Caasho Cabdi"),
        ("CAASHO", NEIGHBOUR, "CAASHO", "CAASHO"),
        ("Ben", NEIGHBOUR, "Ben", "Ben"),  # Benjamin
        ("Caasho (from the parish)", NEIGHBOUR, "Caasho", "Caasho (from the parish)"),
        ("Zoë Exempla-Ngô", NEIGHBOUR, NEIGHBOUR, NEIGHBOUR),
        ("Zoë", NEIGHBOUR, NEIGHBOUR, NEIGHBOUR),
        ("Ana Muster", NEIGHBOUR, "Ana", "Ana Muster"),  # one of the two never agreed
    ],
)
def test_people_who_promise_are_read_by_the_rule(
    owner: str, by_consent: str, first: str, everybody: str
):
    told = [read(owner, rule) for rule in ("consent", "first_names", "all", "none")]
    assert told == [by_consent, first, everybody, NEIGHBOUR]
    for strict in ("no_names", "chatham_house", "circle"):
        assert read(owner, "all", strict) == NEIGHBOUR


@pytest.mark.parametrize("publish", PUBLISH)
def test_a_promise_may_carry_the_name_by_its_own_consent(publish: str):
    agreed = publish in NAMED
    for name in ("Caasho Cabdi", ORLA):  # who never agreed to be named, and who did
        assert read(name, publish=publish) == (name if agreed else NEIGHBOUR)
    assert read("Caasho Cabdi", "none", publish=publish) == NEIGHBOUR
    assert read("Zoë Exempla-Ngô", publish=publish) == NEIGHBOUR


@given(
    st.text(),
    st.sampled_from((*ROOM_NAMES, "")),
    st.sampled_from((*DISCLOSURE, "")),
    st.sampled_from(CONSENT),
    st.booleans(),
)
def test_any_name_is_read_whole_by_its_first_word_or_not_at_all(
    name: str, rule: str, disclosure: str, consent: str, minor: bool
):
    of = person("P", name, consent, minor)
    told = on_the_wall(of, meeting(rule, disclosure))
    assert told in (name, first_name(name), NEIGHBOUR)
    promise = Commitment("C1", 0, "pledge", "", owner=name)
    owner = promiser(replace(promise, publish=consent), {"P": of}, meeting(rule, disclosure))
    assert owner == (told if name.strip() else name)


OWNERS = st.sampled_from(("Ana", "Ana Muster", "the", "we", "Ben", "The Library", "Zoë", "Okafor"))


@given(
    OWNERS,
    st.sampled_from(("", *PEOPLE, "gone")),
    st.sampled_from((*DISCLOSURE, "")),
    st.sampled_from(PUBLISH),
)
def test_the_wall_by_consent_names_whom_the_paper_may_name(
    owner: str, whose: str, disclosure: str, publish: str
):
    promise, where = promised(owner, whose, publish), meeting("consent", disclosure)
    named = may_tell_owner(promise, PEOPLE, where)
    assert promiser(promise, PEOPLE, where) == (owner if named else NEIGHBOUR)
