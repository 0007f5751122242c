"""How far somebody may be told with a note."""

import pytest

from facilitator.room.meeting import Meeting
from facilitator.room.notes import KINDS, as_far_as, kind_words, sources, step
from facilitator.room.people import CONSENT, Person


@pytest.mark.parametrize(
    ("person", "rule", "steps"),
    [
        (None, "open", "none"),
        (Person("P", groups=("RESIDENT",)), "consent", "none group"),
        (Person("P", groups=("RESIDENT",), consent="named"), "consent", "none group named"),
        (Person("P", groups=("POLICE",), consent="group"), "consent", "none group official"),
        (Person("P", groups=("POLICE",), consent="official"), "open", "none group official named"),
        (Person("P", groups=("STUDENT",), consent="named", minor=True), "open", "none group"),
        (Person("P", groups=("RESIDENT",), consent="named"), "no_names", "none group"),
        (Person("P", consent="named"), "open", "none named"),
        (Person("P"), "open", "none"),
        # A group that is shown beside nobody is no source; the next one of theirs is
        (Person("P", groups=("FAMILY_AFFECTED",)), "open", "none"),
        (Person("P", groups=("FAMILY_AFFECTED", "RESIDENT")), "open", "none group"),
    ],
)
def test_nobody_is_told_further_than_they_agreed(person: Person | None, rule: str, steps: str):
    assert sources(person, Meeting(disclosure=rule)) == tuple(steps.split())


@pytest.mark.parametrize("consent", CONSENT)
def test_what_was_chosen_for_one_is_lowered_for_another(consent: str):
    steps = sources(Person("P", groups=("RESIDENT",), consent=consent), Meeting())
    assert as_far_as("named", steps) in ("group", "named")
    assert as_far_as("none", steps) == "none"
    assert as_far_as("named", ("none",)) == "none"


def test_a_step_after_the_last_begins_again():
    assert step("none", ("none", "group")) == "group"
    assert step("group", ("none", "group")) == "none"
    assert step("anonymous", ("none", "group")) == "none"


def test_every_kind_has_words():
    assert all(kind_words(kind)[0].isupper() and "_" not in kind_words(kind) for kind in KINDS)
    assert kind_words("of_a_newer_version") == "Of a newer version"
