"""What is written is read again: by this version, and as far as it goes by an older one."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.log.events import Event, FloorGiven, NoteTaken, SessionPlanned, Undone, Unknown
from facilitator.log.rows import KINDS, decode, encode
from facilitator.log.state import State, apply
from tests.evening import AGENDA, PEOPLE
from tests.happenings import some_event


def through_the_file(event: Event) -> Event:
    kind, data = encode(event)
    return decode(kind, json.loads(json.dumps(data, ensure_ascii=False)))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_is_read_as_it_was_written(kind: type[Event]):
    @given(some_event(kind))
    def is_the_same(event: Event):
        assert through_the_file(event) == event

    is_the_same()


def test_what_a_newer_version_wrote_is_kept_and_passed_over():
    assert decode("PigeonReleased", {"colour": "white"}) == Unknown("PigeonReleased")


def test_a_field_that_a_newer_version_added_is_passed_over():
    assert decode("Undone", {"n": 3, "by": "Ana"}) == Undone(3)


def test_a_field_that_an_older_version_did_not_have_gets_its_default():
    assert decode("FloorGiven", {"person": "bo"}) == FloorGiven("bo", "speak", None)
    found = decode("NoteTaken", {"note": "N1", "kind": "idea", "text": "A bell"})
    assert found == NoteTaken("N1", "idea", "A bell")


def test_an_event_without_what_it_needs_is_unknown():
    assert decode("FloorGiven", {"kind": "speak"}) == Unknown("FloorGiven")


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.text(max_size=5), st.integers()))
def test_decoding_never_raises(kind: str, data: dict[str, int]):
    assert isinstance(decode(kind, data), Event)


HUGE = st.sampled_from((2**53 - 1, 2**53, 2**63, -(2**63), 10**30))
STRANGE = st.recursive(
    st.none() | st.booleans() | st.integers() | HUGE | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_field_of_the_wrong_type_never_reaches_the_fold(kind: type[Event]):
    @given(some_event(kind), st.data())
    def is_passed_over(event: Event, data: st.DataObject):
        name, row = encode(event)
        spoilt = {key: data.draw(STRANGE) if data.draw(st.booleans()) else row[key] for key in row}
        read = decode(name, json.loads(json.dumps(spoilt)))
        state = apply(State(), SessionPlanned("An evening", people=PEOPLE, agenda=AGENDA), 0)
        apply(state, read, 1)

    is_passed_over()


@given(st.lists(STRANGE, max_size=3), st.lists(STRANGE, max_size=3))
@example([float("nan"), float("inf")], [1e300, 10**30])
def test_a_plan_of_strange_rows_is_a_plan_without_them(people: list[object], agenda: list[object]):
    rows = [{"id": row, "name": row, "groups": row, "minutes": row} for row in people + agenda]
    rows += [{"id": "a part", "minutes": row, "turn_limit_s": row} for row in agenda + people]
    read = decode("SessionPlanned", {"title": "An evening", "people": rows, "agenda": rows})
    apply(State(), read, 0)
