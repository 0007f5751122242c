"""The stakeholder groups: codes, labels, and the words that people write for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.groups import code_of, groups, known_code, label
from tests.happenings import TEXT

CODES = [code for part in groups().values() for code in part]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Police", "POLICE"),
        ("police officers", "POLICE"),
        ("Policía", "POLICE"),
        ("CIVIL_RIGHTS", "CIVIL_RIGHTS"),
        ("millennials", "YOUNG_ADULT"),
        ("Líderes religiosos", "CLERGY"),
        ("  faith   leader ", "CLERGY"),
        ("Neighbors", "RESIDENT"),
        ("Block club", "BLOCK_CLUB"),
        ("Hội người Việt", "HỘI_NGƯỜI_VIỆT"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_words_mean_a_code(typed: str, code: str):
    assert code_of(typed) == code


@pytest.mark.parametrize("code", CODES)
def test_a_code_and_its_label_mean_the_code(code: str):
    assert code_of(code) == code_of(label(code)) == known_code(label(code).upper()) == code


def test_the_big_table_has_the_fourteen_of_the_guidance():
    assert len(groups()["big_table"]) == 14


@given(TEXT)
def test_a_group_of_the_citys_own_stays_the_same(typed: str):
    code = code_of(typed)
    assert code_of(code) == code_of(typed.swapcase().swapcase()) == code or "ß" in typed


@given(st.sampled_from(CODES))
def test_labels_say_more_than_codes(code: str):
    assert label(code) != code
