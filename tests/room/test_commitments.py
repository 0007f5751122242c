"""What a promise still needs."""

import pytest

from facilitator.room.commitments import Commitment


@pytest.mark.parametrize(
    ("kind", "owner", "due", "gaps"),
    [
        ("pledge", "Bo", "2027-02-01", ()),
        ("pledge", "", "2027-02-01", ("owner",)),
        ("conditional", "Bo", "", ("due",)),
        ("answer_owed", "", "", ("owner", "due")),
        ("request", "", "", ()),  # to somebody who is not here: neither is a gap
    ],
)
def test_a_promise_needs_somebody_and_a_date(
    kind: str, owner: str, due: str, gaps: tuple[str, ...]
):
    assert Commitment("C1", 0, kind, "Call", owner=owner, due=due).gaps == gaps
