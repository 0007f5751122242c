"""Who was in the room and how the talk was shared: counts that give nobody away."""

from typing import Any

import pytest

from facilitator.log import events as e
from facilitator.publish.summary import Language
from tests.evening import PEOPLE
from tests.publish.telling import came, crowd, note, pledge, told


def test_small_groups_are_told_together_and_the_record_has_each():
    people = crowd(RESIDENT=9, STUDENT=6, CLERGY=3, FAMILY_AFFECTED=2, POLICE=1)
    public = told(*came(people), people=people)
    names = {one.name: one.came for one in public.room}
    assert (names["Resident"], names["Student"], sum(names.values())) == (9, 6, 21)
    assert not any("Family" in name or "Police" in name for name in names)
    record = {
        one.name: one.came for one in told(*came(people), people=people, edition="record").room
    }
    assert record["Police"] == 1
    assert record["Family affected by police violence"] == 2
    assert told(*came(people), people=people, disclosure="chatham_house").room == ()


def test_invited_came_and_spoke_are_counted_apart():
    people = crowd(RESIDENT=8)
    for one in people:
        one["invited"] = True
    spoke = [turn for n in range(5) for turn in (e.FloorGiven(f"RESIDENT{n}"), e.FloorReleased())]
    (group,) = told(*came(people[:7]), *spoke, people=people, edition="record").room
    assert (group.name, group.invited, group.came, group.spoke) == ("Resident", 8, 7, 5)


def speaking(*many: tuple[int, str], interpreted: str = "") -> list[dict[str, Any]]:
    """Return so many people of these languages each, blanks between them."""
    tags = [of.split() for number, of in many for _ in range(number)]
    return [
        {"id": f"p{n}", "languages": of, "interpreted": of[0] == interpreted}
        for n, of in enumerate(tags)
    ]


def test_languages_have_a_number_from_five_people_on():
    people = speaking((20, "en"), (6, "es-MX en"), (1, "so"), (4, "hmn en"), interpreted="so")
    found = told(*came(people), people=people).languages
    assert found == (
        Language("English", 30, False),
        Language("Spanish", 6, False),
        Language("Hmong", None, False),
        Language("Somali", None, True),
    )
    record = told(*came(people), people=people, edition="record").languages
    assert [one.people for one in record] == [30, 6, 4, 1]
    assert told(*came(people), people=people, disclosure="chatham_house").languages == ()


def test_a_number_of_a_language_is_not_found_by_taking_away():
    people = speaking((9, "en"), (6, "es"), (1, "so"))
    found = told(*came(people), people=people).languages
    assert [(one.name, one.people) for one in found] == [
        ("English", 9),
        ("Spanish", None),
        ("Somali", None),
    ]


OFFICIALS = (
    {"id": "a", "groups": ["POLICE"], "consent": "official", "role": "chief", "name": "Ada Quill"},
    {"id": "b", "groups": ["ELECTED"], "consent": "named", "organisation": "City council"},
    {"id": "c", "groups": ["CITY_STAFF"], "consent": "group", "role": "clerk"},
    {"id": "d", "groups": ["POLICE"], "consent": "official"},
    {"id": "e", "groups": ["RESIDENT"], "consent": "named", "role": "host"},
)


@pytest.mark.parametrize(
    ("rule", "edition", "offices"),
    [
        ("consent", "public", ("chief", "City council", "Police")),
        ("open", "participants", ("chief", "City council", "Police")),
        ("no_names", "public", ("Police", "Elected official")),
        ("chatham_house", "public", ()),
        ("chatham_house", "record", ("chief", "City council", "clerk", "Police")),
    ],
)
def test_officials_are_told_by_their_office(rule: str, edition: str, offices: tuple[str, ...]):
    found = told(*came([*OFFICIALS]), people=OFFICIALS, disclosure=rule, edition=edition)
    assert found.officials == offices


def turns(people: list[dict[str, Any]]) -> list[e.Event]:
    return [event for one in people for event in (e.FloorGiven(one["id"]), e.FloorReleased())]


def test_the_talk_is_told_by_groups_as_merged_as_the_room():
    people = crowd(RESIDENT=9, STUDENT=6, CLERGY=3, ACTIVIST=4)
    found = told(*came(people), *turns(people), people=people)
    assert {one.group for one in found.voices} == {one.name for one in found.room}
    assert [one.people for one in found.voices] == [9, 7, 6]
    assert sum(one.talk_s for one in found.voices) == found.talk_s


def test_who_states_no_group_is_no_heap_of_their_own_in_a_small_room():
    people = [*crowd(RESIDENT=4, POLICE=1), {"id": "x"}]
    found = told(*came(people), *turns(people), people=people)
    assert {one.group: one.people for one in found.voices} == {"Community": 5, "Officials": 1}


def test_a_few_neighbours_among_officials_are_no_side_of_their_own():
    people = crowd(RESIDENT=1, POLICE=6)
    found = told(*came(people), *turns(people), people=people)
    assert found.voices == ()


def test_a_group_of_the_citys_own_tells_nobodys_name_beside_a_note_or_promise():
    people = [
        {"id": f"k{n}", "groups": ["FRIENDS_OF_KWEZIMBO"], "name": f"Kwezimbo {n}"}
        for n in range(6)
    ]
    said = note("N1", person="k1", attribution="group")
    made = pledge("C1", owner="Kwezimbo 1", person="k1")
    found = told(*came(people), said, made, people=people)
    assert "kwezimbo" not in repr(found).casefold()
    assert found.promises[0].who.startswith("Friends of")


def test_under_the_chatham_house_rule_no_shares_are_told():
    people = crowd(RESIDENT=9, STUDENT=6)
    found = told(*turns(people), people=people, disclosure="chatham_house")
    assert found.voices == ()
    assert found.talk_s == 15


def test_the_record_has_everybody_and_no_address():
    people = [{**PEOPLE[1], "email": "bo@fable.example", "role": "sergeant"}, PEOPLE[3]]
    found = told(e.PersonArrived("bo"), e.FloorGiven("bo"), people=people, edition="record")
    bo, dara = found.people
    assert (bo.name, bo.groups, bo.role, bo.consent) == ("Bo", ("Police",), "sergeant", "By office")
    assert (bo.came, bo.turns, bo.talk_s) == (True, 1, 97)
    assert (dara.minor, dara.came) == (True, False)
    assert "bo@fable.example" not in repr(found)
    assert told(people=people, edition="participants").people == ()


def test_a_list_of_ours_is_told_as_it_is_whoever_is_called_like_that():
    people = [
        {"id": f"y{n}", "groups": ["YOUNG_ADULT"], "name": f"Will{n} Young"} for n in range(6)
    ]
    found = told(*came(people), note("N1", themes=("health",)), people=people)
    assert [one.name for one in found.room] == ["Young adult"]
    assert [one.name for one in found.themes] == ["Health"]
