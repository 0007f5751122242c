"""Letters to the owners of promises: each gets what they promised, and nothing of anybody else."""

from email import message_from_bytes
from email.policy import default

import pytest
from icalendar import Calendar

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.publish.letters import Letter, owner_letters
from facilitator.publish.summarise import summarise
from tests.evening import AGENDA, MEETING

T = 1_800_000_000_000
ANA = {"id": "ana", "name": "Ana María Fábula", "email": "ana@example.org", "consent": "named"}
TWIN = {"id": "twin", "name": "Ana María Fábula", "email": "twin@example.org"}
BO = {"id": "bo", "name": "Bo Placeholder", "email": "bo@example.org", "consent": "anonymous"}
DARA = {"id": "dara", "name": "Dara", "email": "dara@example.org", "minor": True}
PEOPLE = (ANA, TWIN, BO, DARA)


def evening(*promises: dict[str, str], **meeting: str) -> State:
    known = {**MEETING, "contact": "City clerk, 555-0100", **meeting}
    state = apply(State(), e.SessionPlanned(**known, people=PEOPLE, agenda=AGENDA), T)
    for number, fields in enumerate(promises, 1):
        filled = {"kind": "pledge", "publish": "named", **fields}
        state = apply(state, e.CommitmentMade(f"C{number}", **filled), T + number)
    return state


def letters(state: State) -> tuple[Letter, ...]:
    return owner_letters(state, summarise(state, T))


def only(state: State) -> Letter:
    (letter,) = letters(state)
    return letter


def text_of(letter: Letter) -> str:
    body = message_from_bytes(letter.content, policy=default).get_body(("plain",))
    text: str = body.get_content().replace("\r\n", "\n").replace(" \n", " ")
    return text


def by_ana(text: str, **more: str) -> dict[str, str]:
    return {"text": text, "owner": str(ANA["name"]), "person": "ana", **more}


def test_a_letter_holds_what_its_owner_promised():
    state = evening(
        by_ana("Call the clerk", due="2027-02-01", measure="She has answered"),
        by_ana("Bring cake", first_step="Find eggs", first_step_due="2027-01-20"),
    )
    coming = e.MeetingChanged({"next_date": "2027-03-01", "next_start": "18:00"})
    letter = only(apply(state, coming, T + 9))
    assert letter.name == "2027-01-15 Ana María Fábula.eml"
    text = text_of(letter)
    for words in (
        "Dear Ana María Fábula,",
        "at “An evening at Saint Exempla” on 15 January 2027 you promised:",
        "1. Call the clerk\nBy: Monday 1 February 2027\nHow we will know: She has answered\n",
        "2. Bring cake\nFirst step: Find eggs, by 20 January 2027\n",
        "City clerk, 555-0100",
        "The next session: 1 March 2027, from 18:00.",
    ):
        assert words in text


def test_it_goes_to_their_own_address_and_nobody_has_sent_it():
    letter = only(evening(by_ana("Call")))
    mail = message_from_bytes(letter.content, policy=default)
    assert letter.to == "ana@example.org"
    assert mail["To"].addresses[0].addr_spec == "ana@example.org"
    assert mail["X-Unsent"] == "1"
    assert mail["From"] is mail["Date"] is None


def test_their_dates_are_with_it_and_no_others():
    state = evening(
        by_ana("Call", due="2027-02-01"), {"text": "Mend it", "owner": "Bo", "due": "2027-02-09"}
    )
    mine, _ = letters(state)
    (dates,) = message_from_bytes(mine.content, policy=default).iter_attachments()
    (event,) = Calendar.from_ical(dates.get_payload(decode=True)).walk("VEVENT")
    assert event["summary"] == "Due: Call"
    undated = only(evening(by_ana("Call")))
    assert not list(message_from_bytes(undated.content, policy=default).iter_attachments())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "You agreed to be named"),
        ({"publish": "group"}, "without your name"),
        ({"publish": "not"}, "for you alone"),
        ({"kind": "personal"}, "for you alone"),
    ],
)
def test_it_says_how_a_promise_is_told(fields: dict[str, str], words: str):
    assert words in text_of(only(evening(by_ana("Call", **fields))))


def test_under_a_rule_without_names_nobody_is_told_to_be_named():
    text = text_of(only(evening(by_ana("Call"), disclosure="chatham_house")))
    assert "without your name" in text


def test_who_is_on_no_list_is_told_what_the_summary_tells():
    promise = {"text": "Call", "owner": "Maria Lopez", "publish": "group"}
    state = evening(promise)
    (made,) = summarise(state, T).promises
    assert made.who != "Maria Lopez"
    assert "without your name" in text_of(only(state))


def test_nobody_else_stands_in_it():
    state = evening(
        by_ana("Visit Bo Placeholder; Ana María Fábula brings the cake"),
        {"text": "Something secret", "owner": "Bo Placeholder", "person": "bo"},
    )
    mine, his = letters(state)
    for secret in ("Placeholder", "bo@example.org", "secret", "twin@example.org"):
        assert secret not in text_of(mine)
        assert secret.encode() not in mine.content
    assert "Fábula" not in text_of(his)


def test_one_may_stand_in_ones_own_letter():
    state = evening({"text": "Bo Placeholder calls", "owner": "Bo Placeholder", "person": "bo"})
    assert "1. Bo Placeholder calls" in text_of(only(state))


def test_two_of_one_name_are_two():
    state = evening(by_ana("Call"), by_ana("Bake", person="twin"), by_ana("Sing"))
    first, second = letters(state)
    assert (first.to, second.to) == ("ana@example.org", "twin@example.org")
    assert first.name != second.name
    assert "Bake" not in text_of(first)
    assert "1. Bake" in text_of(second)


def test_where_the_list_does_not_tell_who_it_is_nobody_is_written_to():
    named = evening({"text": "Call", "owner": "Ana María Fábula"})  # which of the two?
    unknown = evening({"text": "Call", "owner": "The school district"})
    child = evening({"text": "Call", "owner": "Dara", "person": "dara"})
    for state in (named, unknown, child):
        letter = only(state)
        assert letter.to == ""
        assert message_from_bytes(letter.content, policy=default)["To"] is None


@pytest.mark.parametrize(
    "fields", [{"kind": "request"}, {"owner": "", "person": ""}, {"owner": " ", "person": ""}]
)
def test_a_request_and_what_nobody_owns_have_no_letter(fields: dict[str, str]):
    assert letters(evening({**by_ana("Call"), **fields})) == ()


def test_what_is_settled_is_not_asked_for_again():
    state = apply(evening(by_ana("Call")), e.StatusReported("C1", "done"), T + 9)
    assert letters(state) == ()


def test_the_same_evening_gives_the_same_letters():
    state = evening(by_ana("Call", due="2027-02-01"), {"text": "Mend", "owner": "Bo"})
    assert letters(state) == letters(state)


def test_odd_names_stay_names():
    state = evening(
        {"text": "=1\r\nBcc: x", "owner": "CON/../a\r\nTo: b@c.de"},
        {"text": "x", "owner": "con .. A To: b@c.de"},
    )
    first, second = letters(state)
    for letter in (first, second):
        assert "/" not in letter.name
        mail = message_from_bytes(letter.content, policy=default)
        assert mail["To"] is mail["Bcc"] is None
        assert not mail.defects
    assert first.name.casefold() != second.name.casefold()
