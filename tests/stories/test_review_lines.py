"""What promises lack, what a reader looks for, what was found inside texts: typed or decided."""

import pytest

from facilitator.publish import review
from facilitator.publish.redaction import Finding
from tests.desk import Desk
from tests.stories.conftest import NEXT, TOLD

FULL = {"owner": "Parks", "due": "2027-02-01", "first_step": "Ask", "measure": "It is there"}


# Promises


@pytest.fixture
def promised(quiet: Desk) -> Desk:
    """A desk with two promises that lack something, both not read back."""
    quiet.session.commit("mend the light", **{**FULL, "owner": "", "due": ""})
    quiet.session.commit("publish the figures", **{**FULL, "due": "", "measure": ""})
    quiet.walk_to_heap("Promises without an owner")
    return quiet


def test_what_a_promise_lacks_is_typed_where_it_is_asked(promised: Desk) -> None:
    assert promised.heap == "Promises without an owner or a date, 2 open"
    assert promised.settling[0] == "08:10, Promise C1, Where are we?, 1 of 2"
    assert promised.settling[2:] == [
        "Nobody owns it yet; not read back aloud.",
        "Printed without owner and date.",
    ]
    promised.press("Return")
    assert promised.focus == "Who answers for it"
    promised.type("orla")
    promised.press("Return")
    assert promised.state.commitments["C1"].owner == "Sgt. Orla O'Fictive"
    assert promised.focus == "By when"
    promised.type("in two weeks")
    promised.press("Return")
    assert promised.state.commitments["C1"].due == "2027-01-29"
    assert promised.settling[1] == "publish the figures"
    assert promised.focus == "By when"
    promised.type("someday")
    promised.press("Return")
    assert promised.focus == "By when"
    promised.press("Home", "Shift+End")
    promised.type("end of march")
    promised.press("Return")
    assert promised.heap == "Promises and requests not read back aloud, 2 open"
    assert promised.focus.startswith("Promises and requests not read back aloud")
    assert "Every promise has an owner and a date, 2 settled" in promised.heaps


def test_the_room_said_yes(promised: Desk) -> None:
    promised.press("Down")
    assert promised.settling[3] == "Printed as “not yet confirmed aloud”."
    promised.press("D", "D")
    assert [of.confirmed for of in promised.state.commitments.values()] == [True, True]
    assert "Every promise and request was read back, 2 settled" in promised.heaps


def test_a_promise_that_nobody_here_owns_is_a_request(promised: Desk) -> None:
    promised.press("Q")
    assert promised.state.commitments["C1"].kind == "request"
    assert promised.settling[1] == "publish the figures"
    promised.press("W")
    assert promised.state.commitments["C2"].publish == "not"


def test_a_request_is_asked_of_somebody_and_promised_by_nobody(quiet: Desk) -> None:
    quiet.session.commit("interpreters at meetings", kind="request", organisation="The schools")
    quiet.walk_to_heap("Promises and requests not read back")
    assert quiet.settling[2:] == [
        "Asked of The schools; not read back aloud.",
        "Printed as “no owner yet”.",
    ]


def test_first_step_and_measure_are_asked_but_never_counted(promised: Desk) -> None:
    assert promised.to_settle == (4, 0)
    promised.press("Down", "Down", "Return")
    assert promised.focus == "How we will know"
    promised.type("They are on the web")
    promised.press("Return")
    assert promised.state.commitments["C2"].measure == "They are on the web"
    assert promised.to_settle == (4, 0)


def test_escape_leads_out_of_a_line(promised: Desk) -> None:
    promised.press("Return", "Escape")
    assert promised.focus.startswith("Promises without an owner or a date")


# For the reader


def test_what_a_reader_looks_for_is_typed_one_after_another(quiet: Desk) -> None:
    quiet.session.change_meeting(**dict.fromkeys([*TOLD, *NEXT], ""))
    assert quiet.nothing_asked
    quiet.walk_to_heap("For the reader")
    assert quiet.settling[1] == "What was the session for?"
    quiet.press("Return")
    for words in ("To hear", "city@falls.example", "19 Mar", "6 pm", "The library", "Come", "988"):
        quiet.type(words)
        quiet.press("Return")
    meeting = quiet.state.meeting
    assert (meeting.purpose, meeting.contact) == ("To hear", "city@falls.example")
    assert (meeting.next_date, meeting.next_start) == ("2027-03-19", "18:00")
    assert (meeting.next_place, meeting.joining, meeting.support) == ("The library", "Come", "988")
    assert quiet.heap.startswith("The reader knows")


def test_every_field_of_a_promise_is_at_hand(promised: Desk) -> None:
    promised.walk_to_heap("Every promise")
    promised.press("End")
    assert list(promised.review_lines) == [
        "Who answers for it",
        "Kind of promise",
        "By when",
        "First step",
        "First step by when",
        "How we will know",
        "Support that is needed",
        "Who benefits",
        "Who may carry a burden",
        "Who may be told",
    ]


# Words inside texts


@pytest.fixture
def found(quiet: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk at which a name is found in a note, and a number that may be a plate."""
    text = "Caasho saw car ABC 123 there"
    name = Finding("N1", "text", "Caasho", 0, 6, "name", True, "P2", text)
    plate = Finding("N1", "text", "ABC 123", 15, 22, "plate", False, "", text)
    monkeypatch.setattr(review, "findings", lambda state, edition, earlier: (name, plate))
    quiet.session.note(text, "idea")
    quiet.walk_to_heap("Withheld inside texts")
    return quiet


def judged(desk: Desk) -> dict[str, str]:
    return {one.words: one.reason for one in desk.state.judged.values()}


def test_what_was_found_in_a_text_is_seen_and_decided(found: Desk) -> None:
    assert found.settling == [
        "08:10, Idea, Where are we?, 1 of 1",
        "Caasho saw car ABC 123 there",
        "Caasho Cabdi. They chose: no name, no group.",
        "Printed as [name withheld].",
    ]
    assert found.choices == [
        "Withhold as name X",
        "Another reason A",
        "Keep these words K",
        "Reword R",
        "What they agreed to G",
    ]
    found.press("X")
    assert judged(found) == {"Caasho": "name"}
    assert found.heap == "These words look risky, 1 open"
    assert found.settling[3] == "Printed as typed unless you decide. It may be: license plate."
    found.press("K")
    assert judged(found) == {"Caasho": "name", "ABC 123": "keep"}
    assert found.nothing_asked


def test_another_reason_is_found_by_a_letter(found: Desk) -> None:
    found.press("A")
    assert found.reasons[:3] == ["name", "address", "phone or e-mail"]
    found.type("acc")
    assert found.reasons == ["No reason is called that"]
    found.press("Backspace", "Backspace", "Backspace")
    found.type("unp")
    found.press("Return")
    assert judged(found) == {"Caasho": "accused"}
    found.walk_to_heap("What is withheld")
    assert found.settling[3] == "Printed as [unproven claim withheld]."
    assert found.choices[1] == "* Another reason A"
    found.press("A", "Escape")
    assert found.focus.startswith("What is withheld")


def test_approving_waits_for_what_looks_risky(found: Desk) -> None:
    assert found.to_settle == (1, 1)  # what is withheld already waits for nobody
    found.walk_to_heap("These words look risky")
    found.press("X")
    assert found.to_settle == (0, 0)


def test_what_somebody_agreed_to_is_changed_among_the_people(found: Desk) -> None:
    found.press("G")
    assert (found.place, found.tab) == ("Prepare", "People")
    assert [row for row in found.people if row.startswith("* Caasho Cabdi")]
