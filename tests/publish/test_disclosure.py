"""What each edition of a summary may tell: nobody is named a step further than they agreed."""

import pytest

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Promise, Summary
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000
MORE = (
    {"id": "eve", "name": "Eve", "groups": ["FAMILY_AFFECTED"], "consent": "named"},
    {"id": "finn", "name": "Finn", "groups": ["STUDENT"], "consent": "group"},
    {"id": "gus", "name": "Gus", "groups": ["FAMILY_AFFECTED", "RESIDENT"]},
    {"id": "ivy", "name": "Ivy", "groups": ["FAMILY_AFFECTED", "ELDER"], "consent": "named"},
    {"id": "hana", "name": "Hana Lee", "organisation": "Parks board"},
    {"id": "hana2", "name": "Hana Lee", "groups": ["ELDER"]},
)
# So many of a group that it points at nobody.
CROWD = tuple(
    {"id": f"{code}{n}", "name": f"Neighbor {n}", "groups": [code]}
    for code in ("RESIDENT", "CLERGY")
    for n in range(5)
)
SOMEBODY = "Somebody in the room"


def summary_of(*happened: e.Event, disclosure: str = "consent", edition: str = "public") -> Summary:
    meeting = {**MEETING, "disclosure": disclosure}
    state = apply(State(), e.SessionPlanned(**meeting, people=(*PEOPLE, *MORE), agenda=AGENDA), T)
    for n, event in enumerate(happened):
        state = apply(state, event, T + n)
    return summarise(state, T + 99_000, edition)


def note(person: str, attribution: str, **more: str) -> e.NoteTaken:
    groups = {row["id"]: row["groups"][0] for row in (*PEOPLE, *MORE) if "groups" in row}
    groups |= {row["id"]: row["groups"][0] for row in CROWD}
    kind = more.pop("kind", "idea")
    words = {"person": person, "attribution": attribution, "group": groups[person], **more}
    return e.NoteTaken("N1", kind, "A bell", **words)


def crowded(*happened: e.Event) -> tuple[e.Event, ...]:
    came = [e.PersonArrived(row["id"]) for row in CROWD]
    return (e.PeopleImported(CROWD), *came, *happened)


@pytest.mark.parametrize(
    ("person", "attribution", "disclosure", "source"),
    [
        # Bo agreed to be named in office, Finn to his group only; Dara is a minor.
        ("bo", "named", "consent", "Bo"),
        ("bo", "official", "consent", "Police"),
        ("bo", "group", "consent", "Police"),
        ("bo", "none", "consent", ""),
        ("bo", "anonymous", "consent", ""),
        ("finn", "named", "consent", "Student"),
        ("finn", "named", "open", "Student"),  # the room may be told, he may not
        ("dara", "named", "consent", "Clergy"),
        ("dara", "named", "open", "Clergy"),
        ("eve", "named", "consent", "Eve"),
        ("eve", "group", "consent", ""),  # that group is told only by those it names
        ("gus", "group", "consent", "Resident"),  # the next one of theirs
        ("gus", "named", "consent", "Resident"),
        ("ivy", "group", "consent", "Elder"),
        ("bo", "named", "no_names", "Police"),
        ("bo", "named", "chatham_house", ""),
        ("bo", "group", "chatham_house", ""),
    ],
)
def test_a_note_is_credited_as_far_as_was_agreed(
    person: str, attribution: str, disclosure: str, source: str
):
    summary = summary_of(*crowded(note(person, attribution)), disclosure=disclosure)
    (heard,) = summary.elsewhere
    assert heard.source.casefold().startswith(source.casefold())
    assert bool(heard.source) == bool(source)
    assert summary.withheld == 0


@pytest.mark.parametrize("person", ["dara", "gus"])
def test_a_group_of_few_is_told_only_of_who_agreed_to_it(person: str):
    (heard,) = summary_of(note(person, "group")).elsewhere
    assert heard.source == ""


@pytest.mark.parametrize(
    ("more", "disclosure"),
    [
        ({"sensitivity": "sensitive"}, "open"),
        ({"sensitivity": "withheld"}, "open"),
        ({"sensitivity": "internal"}, "open"),
        ({"kind": "safety"}, "open"),
        ({}, "circle"),
    ],
)
def test_some_notes_do_not_leave_the_room(more: dict[str, str], disclosure: str):
    taken = note("bo", "named", **more)
    public = summary_of(taken, disclosure=disclosure)
    assert (public.elsewhere, public.points, public.withheld) == ((), (), 1)
    record = summary_of(taken, disclosure=disclosure, edition="record")
    apart = int(taken.kind == "safety")  # it has its own screen, and goes nowhere
    assert record.withheld == apart
    assert all(heard.source.startswith("Bo, ") for heard in record.elsewhere)
    assert len(record.elsewhere) == 1 - apart


def promise(
    owner: str,
    publish: str,
    disclosure: str = "consent",
    edition: str = "public",
    person: str = "",
):
    made = e.CommitmentMade(
        "C1", "pledge", "Call", owner, "Own Shop", publish=publish, person=person
    )
    (found,) = summary_of(made, disclosure=disclosure, edition=edition).promises
    assert isinstance(found, Promise)
    return found


@pytest.mark.parametrize(
    ("owner", "publish", "disclosure", "who"),
    [
        ("Bo", "named", "consent", "Bo"),
        ("Bo", "official", "consent", "Bo"),
        ("Bo", "group", "consent", "Police"),
        ("Bo", "named", "no_names", "Police"),
        ("Bo", "named", "circle", "Police"),
        ("Bo", "named", "chatham_house", SOMEBODY),
        ("ដារ៉ា", "named", "open", "Clergy"),  # a minor
        ("Eve", "group", "consent", SOMEBODY),
        ("City council", "named", "consent", "City council"),
        ("City council", "named", "no_names", SOMEBODY),  # it may be a name for all we know
        ("Okafor", "named", "circle", SOMEBODY),
        ("parks board", "group", "no_names", "parks board"),  # somebody here belongs to it
        ("parks board", "group", "chatham_house", SOMEBODY),
        ("bò", "named", "no_names", "Police"),  # typed another way, the same person
        ("Gus", "group", "consent", "Resident"),
        ("Hana Lee", "group", "consent", SOMEBODY),  # there are two
        ("the", "group", "consent", "the"),
        ("", "named", "consent", ""),
    ],
)
def test_who_promised_is_told_as_they_agreed(owner: str, publish: str, disclosure: str, who: str):
    found = promise(owner, publish, disclosure)
    assert found.who.casefold().startswith(who.casefold())
    assert bool(found.who) == bool(who)


def test_a_promise_that_knows_whose_it_is_is_told_by_their_group():
    assert promise("Hana Lee", "group", person="hana2").who == "Elder"
    assert promise("Hana Lee", "group", person="hana").who == SOMEBODY  # of no group
    assert promise("Hana Lee", "named", person="hana").who == "Hana Lee"
    assert promise("ដារ៉ា", "named", person="dara").who == "Clergy or faith leader"


@pytest.mark.parametrize(
    ("publish", "disclosure", "told"),
    [
        ("named", "consent", "Own Shop"),
        ("named", "chatham_house", ""),
    ],
)
def test_an_organisation_is_not_told_where_its_people_are_not(
    publish: str, disclosure: str, told: str
):
    assert promise("Bo", publish, disclosure).organisation == told
    assert promise("Bo", publish, disclosure, "record").organisation == "Own Shop"
    assert promise("Bo", publish, disclosure, "record").who == "Bo"


def test_what_is_not_to_be_published_is_in_the_record_alone():
    made = e.CommitmentMade("C1", "pledge", "Call", "Bo", publish="not")
    assert summary_of(made).promises == ()
    assert summary_of(made, edition="record").promises[0].who == "Bo"


def test_under_the_chatham_house_rule_nobody_learns_who_was_there():
    summary = summary_of(note("bo", "named"), disclosure="chatham_house")
    assert (summary.groups_present, summary.groups_missing) == ((), ())


def test_what_somebody_promised_to_themselves_stays_with_them():
    made = e.CommitmentMade("C1", "personal", "Listen more", "Bo")
    assert summary_of(made).promises == ()
    assert len(summary_of(made, edition="record").promises) == 1


def test_a_request_is_told_apart_from_a_promise():
    summary = summary_of(e.CommitmentMade("C1", "request", "More buses", "County"))
    assert summary.promises == ()
    assert [request.text for request in summary.requests] == ["More buses"]


NEIGHBOURS = [e.PersonAdded(f"n{n}", f"N{n}", ("RESIDENT",)) for n in range(5)]
CAME = [e.PersonArrived(f"n{n}") for n in range(5)]


def test_a_small_room_is_told_of_in_two_halves_only():
    turns = [e.SegmentStarted("open"), e.FloorGiven("bo"), e.FloorGiven("ana"), e.FloorReleased()]
    assert summary_of(*turns).voices == ()  # the few neighbours among officials could be told
    turns = [*NEIGHBOURS, *CAME, *turns]
    assert {voice.group for voice in summary_of(*turns).voices} == {"Officials", "Community"}
    record = summary_of(*turns, edition="record").voices
    assert len(record) == 2
    assert {voice.group for voice in record}.isdisjoint({"Officials", "Community"})


def test_shares_add_up_to_the_whole_room():
    turns = [e.FloorGiven("bo"), e.FloorGiven("ana"), e.FloorGiven("finn"), e.FloorReleased()]
    voices = summary_of(*NEIGHBOURS, *CAME, *turns).voices
    assert sum(voice.talk_share for voice in voices) == pytest.approx(1)
    assert sum(voice.room_share for voice in voices) == pytest.approx(1)
    assert sum(voice.turns for voice in voices) == 3


def test_a_session_in_which_nothing_happened_has_a_summary():
    summary = summarise(State(), 0)
    assert (summary.title, summary.start, summary.end, summary.finished) == ("", "", "", False)
