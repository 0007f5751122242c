"""Everything that people do in a session, as data: a verb and its words, chosen by some chooser."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from facilitator.room import floor, notes, promise_rules
from facilitator.room.settling import KEEP
from facilitator.session import Session

Act = tuple[str, dict[str, Any]]
Verbs = Mapping[str, Mapping[str, Sequence[Any]]]

WHO = ("ana", "bo", "chau", "dara", "nobody")
NAMES = ("Ana Maria", "bo", "Đỗ Văn Ảo", "O'Fictive", "ليلى", "Ngo", "")
WORDS = ("", "It is late", 'She said: "no"', "បាទ", "a\nb", "=1+1", "\0", "<b>", "x" * 300)
SEGMENTS = ("welcome", "round", "open", "close", "lunch")
NOTES = ("N1", "N2", "N3", "of ours")
PROMISES = ("C1", "C2", "of ours")

QUEUE: Verbs = {
    "queue": {"person": WHO, "kind": floor.ASKING},
    "queue_newcomer": {"name": NAMES, "kind": floor.ASKING},
    "withdraw": {"person": WHO},
    "move": {"person": WHO, "before": (*WHO, None), "reason": WORDS[:3]},
}
NOTING: Verbs = {
    "note": {
        "text": WORDS,
        "kind": notes.KINDS[:5],
        "ident": ("", "of ours"),
        "person": ("", "bo", "nobody"),
        "attribution": notes.ATTRIBUTION,
    },
    "change_note": {"ident": NOTES, "text": WORDS, "themes": ((), ("Trust", "Youth"))},
    "judge": {"words": WORDS[:4], "reason": ("", KEEP, "name"), "item": ("", "N1", "C1")},
    "approve": {"edition": ("public", "record"), "digest": ("a1", "b2")},
    "commit": {
        "text": WORDS,
        "kind": promise_rules.KINDS,
        "ident": ("", "of ours"),
        "owner": NAMES,
        "person": ("", "ana", "bo", "nobody"),
        "due": ("", "2027-02-01"),
    },
    "amend": {
        "ident": PROMISES,
        "text": WORDS,
        "publish": promise_rules.PUBLISH,
        "owner": NAMES,
    },
    "drop": {"ident": (*NOTES, *PROMISES)},
    "read_back": {"ident": PROMISES},
    "status": {"ref": (*PROMISES, "last/C9"), "status": promise_rules.REPORTED, "evidence": WORDS},
}
ROSTER: Verbs = {
    "arrive": {"person": WHO},
    "leave": {"person": WHO},
    "tally": {"count": (0, 12, 13), "method": ("counted", "door", "estimated")},
    "add_person": {"name": NAMES, "groups": ((), ("ELDER",)), "interpreted": (False, True)},
    "merge": {"person": WHO, "into": WHO},
    "change_meeting": {
        "new_voices": (False, True),
        "room_names": ("none", "all"),
        "uncounted": (False, True),
    },
    "change_person": {"person": WHO, "name": NAMES, "groups": ((), ("YOUTH", "PARENT"))},
}
FLOOR: Verbs = {
    "give_floor": {
        "person": (None, *WHO),
        "kind": (None, *floor.SPEAKING),
        "limit_s": (None, 60, 0.5),
    },
    "release_floor": {},
    "hold": {},
    "unhold": {},
    "skip": {"person": WHO, "for_now": (False, True)},
    "begin_round": {"order": (WHO, WHO[::-1], ("bo",), ())},
    "correct_turn": {"turn": (0, 1, 2), "person": ("", "ana", "nobody"), "seconds": (None, 0, 75)},
}
AGENDA: Verbs = {
    "start_segment": {"segment": SEGMENTS},
    "next_segment": {},
    "previous_segment": {},
    "resize_segment": {"segment": SEGMENTS, "minutes": (0, 5, 7.25)},
    "grant_time": {"seconds": (-60, 0, 90)},
    "pause": {},
    "resume": {},
    "begin_earlier": {"minutes": (1, 5)},
    "replan": {
        "lengths": ({}, {"open": 600_000, "close": 0}),
        "dropped": ((), ("round",)),
        "ends": (None, 1_800_004_000_000),
    },
    "set_clock": {"by": (0, 3_600_000, -3_600_000, 12_345)},
    "end_session": {},
}
ROWS = (
    {"title": "Lunch", "kind": "meal", "minutes": 30, "leader": "Ana"},
    {"id": "lunch", "title": "", "minutes": -1, "turn_limit_s": None, "fixed_start": "25:00"},
)
PLANNING: Verbs = {
    "add_segment": {"row": ROWS, "before": (None, *SEGMENTS)},
    "change_segment": {
        "segment": SEGMENTS,
        "minutes": (5, 0.5),
        "fixed_start": ("", "19:45"),
        "title": WORDS[:3],
    },
    "move_segment": {"segment": SEGMENTS, "before": (None, *SEGMENTS)},
    "remove_segment": {"segment": SEGMENTS},
    "lay_agenda": {"rows": (ROWS, ())},
    "import_people": {"rows": (({"id": "eva", "name": "Eva", "table": 2}, {"id": "ana"}), ())},
    "remove_people": {"idents": (("ana",), WHO, ())},
    "seat": {"tables": ({"ana": 1, "bo": 2, "nobody": 3}, {"ana": 0}, {})},
}
BACK: Verbs = {"undo": {}, "redo": {}}
EVERYTHING: Verbs = {**QUEUE, **NOTING, **ROSTER, **FLOOR, **AGENDA, **PLANNING}


def some_act(verbs: Verbs) -> st.SearchStrategy[Act]:
    return st.sampled_from(sorted(verbs)).flatmap(
        lambda verb: st.tuples(
            st.just(verb),
            st.fixed_dictionaries({k: st.sampled_from(v) for k, v in verbs[verb].items()}),
        )
    )


def random_act(rng: random.Random, verbs: Verbs) -> Act:
    verb = rng.choice(sorted(verbs))
    return verb, {name: rng.choice(choice) for name, choice in verbs[verb].items()}


def do(session: Session, act: Act) -> bool:
    verb, words = act
    return bool(getattr(session, verb)(**words))
