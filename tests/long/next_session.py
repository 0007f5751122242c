"""The session after the example, as its organiser has planned it some days before."""

from datetime import UTC, datetime
from pathlib import Path

from facilitator.record.files import store_at
from facilitator.rehearsal import Script, play, read
from facilitator.room.ground_rules import notices
from facilitator.room.seating import seat_everyone
from facilitator.session import Session
from resources import ROOT

NOW = round(datetime(2026, 11, 6, 15, 30, tzinfo=UTC).timestamp() * 1000)  # UTC ms
AGENDA = (
    ("Welcome, roles and purpose", "opening", 10, 10, None, "Ana", ""),
    ("Ground rules", "agreements", 5, 5, None, "Ana", ""),
    ("What became of our promises", "review", 25, 20, 90, "Owners", "What changed for people?"),
    ("Round: what changed for you?", "round", 25, 20, 120, "Everyone", "What has changed for you?"),
    ("What is still owed", "open", 20, 10, 120, "Ana", "What do we still owe each other?"),
    ("What will we do?", "commit", 20, 15, 90, "Bo", "What will you do, and by when?"),
    ("Wrap-up and date", "closing", 10, 10, 30, "Ana", "One thing you take with you."),
)
TARGETS = {
    "ELECTED": 2, "POLICE": 3, "CLERGY": 2, "CIVIL_RIGHTS": 2, "YOUNG_ADULT": 3, "ACTIVIST": 2,
    "FAMILY_AFFECTED": 2, "BUSINESS": 2, "EDUCATOR_COACH": 2, "STUDENT": 3, "SPORTS_PRO": 1,
    "CELEBRITY": 1, "MEDIA": 1, "TRUSTED_LEADER": 2,
}  # fmt: skip
NEWCOMERS = (
    ("Renée Beispiel", "POLICE", True),
    ("Pastor Emeka Itan", "CLERGY", True),
    ("Dalia Ejemplo", "EDUCATOR_COACH", True),
    ("Tess Fabula", "CELEBRITY", False),
    ("Noah Narrative", "YOUNG_ADULT", False),
    ("Imani Hadithi", "CIVIL_RIGHTS", False),
    ("Kofi Anansesem", "TRUSTED_LEADER", False),
    ("Council aide Mo Mock", "ELECTED", False),
    ("Ruth Fiction", "FAMILY_AFFECTED", False),
    ("Owen Tale", "STUDENT", False),
)
RULES = (
    "Speak for yourself, from your own life.",
    "Listen to understand.",
    "Share the air: let others in before you speak again.",
    "Passing is fine.",
    "Stories stay here; what we learn may leave.",
)
NOTICES = "public_record", "media"


def plan(path: Path) -> Script:
    """Leave a file with the example played to its end, and the session after it planned."""
    script = read(ROOT / "examples" / "parable_falls.json")
    store = store_at(path)
    first = play(script, store)
    meeting = {k: v for k, v in script.session.items() if k not in ("id", "title", "date")}
    session = Session(store, "second", lambda: NOW - 864_000_000)
    names = ("title", "kind", "minutes", "min_minutes", "turn_limit_s", "leader", "prompt")
    rows = [{"id": f"S{n}", **dict(zip(names, r, strict=True))} for n, r in enumerate(AGENDA, 1)]
    people = [
        {**row, "confirmed": True, "came": None, "same_as": f"{first.id}/{row['id']}"}
        for row in script.people
    ]
    people += [
        {"id": f"new{n}", "name": name, "groups": [group], "confirmed": yes}
        for n, (name, group, yes) in enumerate(NEWCOMERS)
    ]
    more = {"title": "What became of our promises", "date": "2026-11-19", "targets": TARGETS}
    session.plan({**meeting, **more, "ground_rules": RULES, "seats": 8}, people, rows)
    session.change_meeting(notices={code: notices()[code].text for code in NOTICES})
    session.seat(seat_everyone(session.state.people, session.state.meeting))
    last = {**more, "title": "What is still owed", "date": "2027-01-21"}
    Session(store, "third", lambda: NOW - 864_000_000).plan({**meeting, **last})
    store.close()
    return script
