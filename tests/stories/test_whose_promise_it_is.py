"""A promise belongs to a person, a body or a role: the one that was meant, through the evening."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.session.change_person("P3", organisation="Falls Police")
    for name in ("Theresa Vale", "Wendy Ito", "Allison Ng", "Ida Iverson"):
        desk.session.add_person(name)
    desk.press("Ctrl+L")
    return desk


def owners(desk: Desk) -> list[tuple[str, str, str]]:
    """Return whose each promise is: as it is told, by id, and where they belong."""
    made = desk.state.commitments.values()
    return [(one.owner, one.person, one.organisation) for one in made]


def test_a_promise_goes_with_its_person_through_a_new_name_and_a_merge(desk: Desk) -> None:
    desk.write("! @Orla: publish the figures by 29 Jan", "! @Parish: open the hall")
    desk.queue_up("lady in blue")
    desk.write("! @Lady in blue: bring a lamp")
    (lady,) = (one.id for one in desk.state.people.values() if one.name == "lady in blue")
    orla = ("Sgt. Orla O'Fictive", "P3", "Falls Police")
    assert owners(desk) == [orla, ("Parish", "", ""), ("lady in blue", lady, "")]

    desk.press("Ctrl+A", "Up", "F2")
    desk.type("Ina Sample")
    desk.press("Return")
    assert owners(desk)[2] == ("Ina Sample", lady, "")
    assert desk.promises[2].startswith("C3, Ina Sample, bring a lamp")
    desk.press("Ctrl+Z")
    assert desk.promises[2].startswith("C3, lady in blue, bring a lamp")

    desk.session.merge(lady, "P2")
    assert owners(desk)[2] == ("Caasho Cabdi", "P2", "")


def test_a_word_of_a_sentence_is_nobodys_name(desk: Desk) -> None:
    for word in ("the", "we", "all", "I"):
        desk.press("Ctrl+L")
        desk.type(f"! @{word} mends the lamp")
        assert desk.reading == f"Promise – {word} – by when?"
        desk.press("Return")
    assert [owner for owner, _, _ in owners(desk)] == ["the", "we", "all", "I"]


def test_in_the_form_too_only_somebody_who_is_meant_for_sure_is_picked(desk: Desk) -> None:
    desk.write("! @Orla: publish the figures")
    desk.press("Ctrl+M", "Return")
    desk.type("we")
    assert desk.owners_offered == ["Wendy Ito", "* we, as typed"]
    desk.press("Tab")
    assert owners(desk) == [("we", "", "")]


def test_another_owner_belongs_elsewhere(desk: Desk) -> None:
    desk.write("! @Orla: publish the figures")
    for typed, owner in (
        ("Parish of Exempla", ("Parish of Exempla", "", "")),
        ("orla", ("Sgt. Orla O'Fictive", "P3", "Falls Police")),
        ("ngu", ("Nguyễn Ngọc Ảo", "P1", "")),
        ("Sgt. Orla O'Fictive", ("Sgt. Orla O'Fictive", "P3", "Falls Police")),
    ):
        desk.press("Ctrl+M", "Return")
        desk.type(typed)
        desk.press("Tab", "Escape")
        assert owners(desk) == [owner]
    desk.press("Ctrl+M", "Return", "Delete", "Tab")
    assert owners(desk) == [("", "", "")]


def test_an_owner_that_is_typed_again_as_it_is_stays_who_it_is(desk: Desk) -> None:
    desk.session.commit("Call", owner="activist", organisation="Neighbours")
    before = desk.session.history.length
    desk.press("Ctrl+M", "Return")
    desk.type("activist")
    desk.press("Tab")
    assert owners(desk) == [("activist", "", "Neighbours")]
    assert desk.session.history.length == before


def test_the_wall_names_who_promised_only_if_the_promise_says_so(desk: Desk) -> None:
    desk.write("! @Orla: publish the figures")
    desk.type("! @Orla: call the clerk")
    desk.press("Ctrl+G", "Return", "F9", "F5")
    assert "Sgt. Orla O'Fictive" in desk.room.words  # as she agreed
    desk.press("Right")
    assert "A neighbour" in desk.room.words


# Groups that are shown beside nobody


def test_a_group_that_is_never_shown_is_no_source_of_a_note(desk: Desk) -> None:
    desk.session.change_person("P1", groups=("FAMILY_AFFECTED",))
    desk.type("@Nguyễn Ngọc Ảo: we need light")
    desk.press("Ctrl+G")
    assert desk.reading.endswith("has not agreed to be named")
    desk.press("Return")
    assert desk.state.notes["N1"].attribution == "none"

    desk.session.change_person("P1", groups=("FAMILY_AFFECTED", "RESIDENT"))
    desk.type("@Nguyễn Ngọc Ảo: we need light")
    desk.press("Ctrl+G", "Return")
    assert desk.notes[0].split(", ", 1)[1] == "Experience, Resident, we need light"
    desk.session.change_person("P1", consent="named")
    desk.type("@Nguyễn Ngọc Ảo: we need light")
    desk.press("Ctrl+G")
    assert "by group: Resident" in desk.reading


def test_nobody_is_counted_in_a_group_that_is_never_shown(desk: Desk) -> None:
    desk.session.change_person("P1", groups=("FAMILY_AFFECTED",))
    desk.session.change_person("P2", groups=("FAMILY_AFFECTED", "RESIDENT"))
    for person in ("P1", "P2"):
        desk.session.arrive(person)
    desk.go_to_voices()
    desk.press("Return")
    told = [words.replace("\u2068", "").replace("\u2069", "") for words in desk.voices]
    assert told[1:3] == [
        "Not stated, 1 of 2 · not heard yet",
        "Resident, 1 of 2 · not heard yet",
    ]


# A note that is changed in its place


def test_a_theme_is_no_part_of_the_sentence_that_it_stands_behind(desk: Desk) -> None:
    desk.session.note("somebody to talk to", themes=("trust",))
    desk.press("Down", "Down", "F2", "Home")
    desk.type("Surely ")
    desk.press("Return")
    note = desk.state.notes["N1"]
    assert (note.text, note.themes) == ("Surely somebody to talk to", ("trust",))
