"""Somebody in one line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.typed_person import typed_person


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Ana María", {"name": "Ana María"}),
        ("  Ana   María ,", {"name": "Ana María"}),
        ("Ana María, Police", {"name": "Ana María", "groups": ("POLICE",)}),
        ("Bo, student; resident", {"name": "Bo", "groups": ("STUDENT", "RESIDENT")}),
        (
            "Châu, español, needs an interpreter",
            {"name": "Châu", "languages": ("es",), "interpreted": True},
        ),
        (
            "Sgt. Orla O'Fictive, police, Parable Falls PD, orla@example.org",
            {
                "name": "Sgt. Orla O'Fictive",
                "groups": ("POLICE",),
                "organisation": "Parable Falls PD",
                "email": "orla@example.org",
            },
        ),
        (
            "Martin Placeholder, Jr., clergy",
            {"name": "Martin Placeholder, Jr.", "groups": ("CLERGY",)},
        ),
        ("ana@example.org", {"name": "", "email": "ana@example.org"}),
        ("Dara, under 18, Confirmed", {"name": "Dara", "minor": True, "confirmed": True}),
        ("Ana <ana@example.org>", {"name": "Ana", "email": "ana@example.org"}),
        (
            "Bo <bo@example.org>; Police",
            {"name": "Bo", "groups": ("POLICE",), "email": "bo@example.org"},
        ),
        ("ana@example.org, Ana", {"name": "Ana", "email": "ana@example.org"}),
        ("Bo (police)", {"name": "Bo", "groups": ("POLICE",)}),
        ("Bo (Bobby), police", {"name": "Bo (Bobby)", "groups": ("POLICE",)}),
        (", police, Ana", {"name": "Ana", "groups": ("POLICE",)}),
        ("ليلى، Business", {"name": "ليلى", "groups": ("BUSINESS",)}),
        ("<b>Bo</b>, =1+1", {"name": "<b>Bo</b>", "organisation": "=1+1"}),
        ("", {"name": ""}),
    ],
)
def test_a_line_tells_a_person(typed: str, told: dict[str, Any]) -> None:
    assert typed_person(typed) == told


@given(st.text())
def test_whatever_is_typed_has_a_name_and_nothing_fails(typed: str) -> None:
    assert typed_person(typed).keys() >= {"name"}
