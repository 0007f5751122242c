"""What a promise still needs, and how far it has come."""

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


WHOLE = {"owner": "Bo", "due": "2027-02-01", "first_step": "Ask", "measure": "Seen"}


@pytest.mark.parametrize(
    ("kind", "fields", "read_back", "there", "of"),
    [
        ("pledge", {}, None, {"act"}, 6),
        ("pledge", {"owner": "Bo", "due": "2027-02-01"}, None, {"owner", "act", "due"}, 6),
        ("pledge", WHOLE, None, {*WHOLE, "act"}, 6),
        ("conditional", WHOLE, 1, {*WHOLE, "act", "read_back"}, 6),
        ("pledge", {"support": "A clerk", "first_step_due": "2027-01-20"}, None, {"act"}, 6),
        ("request", {"measure": "A reply"}, None, {"act", "measure"}, 4),  # nobody here owns it
        ("personal", WHOLE, None, {*WHOLE, "act"}, 5),  # nobody reads it aloud
    ],
)
def test_six_points_make_a_promise_complete(
    kind: str, fields: dict[str, str], read_back: int | None, there: set[str], of: int
):
    promise = Commitment("C1", 0, kind, "Call", read_back=read_back, **fields)
    assert {name for name, is_there in promise.points.items() if is_there} == there
    assert len(promise.points) == of


@pytest.mark.parametrize(
    ("kind", "read_back", "to_read"),
    [
        ("pledge", None, True),
        ("pledge", 1, False),
        ("request", None, True),
        ("personal", None, False),
    ],
)
def test_the_room_hears_every_promise_but_a_personal_one(
    kind: str, read_back: int | None, to_read: bool
):
    assert Commitment("C1", 0, kind, "Call", read_back=read_back).to_read is to_read
