"""`python -m tests.data.make`: write a session file of today's format, with every kind of event.

Run it once for each released version of the format, and keep what it wrote for ever. The file of a
version that was released is never written again.
"""

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from facilitator.desk import Desk
from facilitator.log.events import (
    AgendaLaid,
    GapCut,
    PersonAdded,
    SegmentAdded,
    SittingBegun,
    SpeakerQueued,
)
from facilitator.record.files import store_at
from facilitator.record.opening import VERSION
from facilitator.room.refs import Ref
from facilitator.room.roll import Roll
from facilitator.session import Session
from tests.acts import Act, do
from tests.clock import Clock
from tests.evening import sit_down

FOLDER = Path(__file__).parent
ACTS: tuple[Act, ...] = (
    ("arrive", {"person": "ana"}),
    ("arrive", {"person": "dara"}),
    ("leave", {"person": "dara"}),
    ("change_person", {"person": "bo", "name": "Bo Placeholder", "groups": ["POLICE", "RESIDENT"]}),
    ("tally", {"count": 12, "method": "estimated"}),
    ("start_segment", {"segment": "welcome"}),
    ("resize_segment", {"segment": "open", "minutes": 25}),
    ("grant_time", {"seconds": 90}),
    ("pause", {}),
    ("resume", {}),
    ("start_segment", {"segment": "round", "since": 1_800_000_050_000}),
    ("begin_earlier", {"minutes": 0.25}),
    ("begin_round", {"order": ("chau", "ana")}),
    ("withdraw", {"person": "chau"}),
    ("withdraw", {"person": "ana"}),
    ("queue", {"person": "ana", "kind": "speak"}),
    ("queue", {"person": "bo", "kind": "point_of_process"}),
    ("queue", {"person": "chau", "kind": "clarifying_question"}),
    ("move", {"person": "chau", "before": "ana", "reason": "has a train"}),
    ("withdraw", {"person": "bo"}),
    ("give_floor", {}),
    ("give_floor", {"person": "bo", "kind": "direct_response"}),
    ("hold", {}),
    ("unhold", {}),
    ("release_floor", {}),
    ("skip", {"person": "ana", "for_now": True}),
    ("skip", {"person": "dara"}),
    ("correct_turn", {"turn": 2, "seconds": 12.5}),
    ("do", {"event": GapCut(1_800_000_150_000, 1_800_000_155_000)}),
    ("set_clock", {"by": 3_600_000}),
    ("replan", {"lengths": {"open": 1_200_000}, "dropped": ("close",), "ends": 1_800_004_000_000}),
    ("change_meeting", {"room_names": "first_names", "officials_hint": True}),
    ("note", {"text": 'She said: "ភ្លើង"', "kind": "quote", "person": "bo", "themes": ("Safety",)}),
    ("note", {"text": "A bell", "sensitivity": "sensitive", "attribution": "group"}),
    ("note", {"text": "A slip of the pen", "ident": "of ours"}),
    ("change_note", {"ident": "N2", "text": "Two bells", "themes": ["Youth", "Trust"]}),
    ("drop", {"ident": "of ours"}),
    ("commit", {"text": "Mend it", "owner": "Bo", "due": "2027-02-01", "publish": "named"}),
    ("commit", {"text": "Sing", "owner": "Châu", "person": "chau", "ident": "of hers"}),
    ("change_person", {"person": "chau", "name": "Châu Example"}),
    ("commit", {"text": "More buses", "kind": "request", "ident": "of ours"}),
    ("amend", {"ident": "C1", "first_step": "Ask", "first_step_due": "2027-01-20"}),
    ("read_back", {"ident": "C1"}),
    ("drop", {"ident": "of ours"}),
    ("status", {"ref": "C1", "status": "in_progress", "evidence": "a lamp"}),
    ("status", {"ref": "autumn/C4", "status": "done", "community_view": "it shines"}),
    ("change_meeting", {"targets": {"POLICE": 2}, "ground_rules": ("Share the air",), "seats": 8}),
    ("change_meeting", {"notices": {"media": "No cameras at the tables."}, "start": "18:05"}),
    ("do", {"event": SegmentAdded("meal", {"title": "Soup", "minutes": 15}, "open")}),
    ("do", {"event": SegmentAdded("bell", {"title": "Bell", "fixed_start": "19:00"})}),
    ("change_segment", {"segment": "meal", "minutes": 20, "leader": "Bo", "think_s": 60}),
    ("move_segment", {"segment": "meal", "before": "close"}),
    ("remove_segment", {"segment": "bell"}),
    ("import_people", {"rows": ({"id": "eva", "name": "Eva", "email": "eva@falls.example"},)}),
    ("import_people", {"rows": ({"id": "fay", "name": "Fay", "same_as": "autumn/fay"},)}),
    ("seat", {"tables": {"ana": 1, "eva": 2}}),
    ("remove_people", {"idents": ("fay",)}),
    ("undo", {}),
    ("redo", {}),
    ("note", {"text": "Taken back for good"}),
    ("undo", {}),
    ("do", {"event": AgendaLaid(({"id": "late", "title": "Stay on", "minutes": 10},))}),
    ("end_session", {}),
    ("change_note", {"ident": "N1", "cleared": True}),
    ("judge", {"words": "Bell", "reason": "keep"}),
    ("judge", {"words": "Two", "reason": "other", "item": "N2"}),
    ("change_meeting", {"purpose": "To mend a lamp", "next_date": "2027-02-01"}),
    ("approve", {"edition": "public", "digest": "0123"}),
)


def play(path: Path) -> Session:
    """Play the acts into a new file; the session is still to be closed."""
    clock = Clock()
    session = sit_down(store_at(path), clock)
    for act in ACTS:
        clock.advance(10)
        do(session, act)
        if act[0] == "tally":  # ids of newcomers are random, so these are written out
            session.do(PersonAdded("tom", "Old Tom", ("ELDER",), ("en",), consent="named"))
            session.do(SpeakerQueued("ida", "speak", "Ida"))
            session.do(SpeakerQueued("walk-in", "speak", "Bobby"))
            session.merge("walk-in", "bo")
    sitting = SittingBegun(session.state.meeting.series_id, "Evenings", "Parable Falls")
    Desk(session.store, sitting, clock, "desk-1").status(
        Ref(session.id, "C1"), "done", "It burns", "It is bright again"
    )
    return session


def plain(of: Any) -> Any:
    """Return a state as JSON tells it: things with their fields, and rows of things."""
    if is_dataclass(of) and not isinstance(of, Roll):
        return {field.name: plain(getattr(of, field.name)) for field in fields(of)}
    if isinstance(of, Mapping) and all(isinstance(one, str | int) for one in of.values()):
        return dict(of)
    if isinstance(of, Mapping):
        return [plain(row) for row in of.values()]
    return [plain(row) for row in of] if isinstance(of, tuple | Roll) else of


def main() -> None:
    path = FOLDER / f"version_{VERSION}.db"
    path.unlink(missing_ok=True)
    session = play(path)
    with closing(session.store):
        text = json.dumps(plain(session.state), ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
