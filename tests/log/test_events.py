"""What is written is read again: by this version, and as far as it goes by an older one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.log.events import Event, FloorGiven, NoteTaken, Undone, Unknown
from facilitator.log.rows import KINDS, decode, encode
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
