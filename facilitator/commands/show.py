"""`facilitator show`: a session in figures, in words."""

from typing import Any


def print_account(found: dict[str, Any]) -> None:
    from facilitator.figures.attendance import Attendance

    session = found["session"]
    print(f"{session['title']} ({session['id']}), {session['date']}")
    print("The session has ended." if found["ended"] else "The session has not ended.")
    for segment in found["segments"]:
        planned, actual = (_minutes(segment[name]) for name in ("planned_s", "actual_s"))
        print(f"  {segment['title']}: {planned} planned, {actual} taken")
    print(f"{found['turns']} turns, {_minutes(found['talk_s'])} of talk:")
    for group, spent in sorted(found["by_group"].items(), key=lambda item: -item[1]):
        print(f"  {group}: {_minutes(spent)}")
    there = Attendance(**found["attendance"])
    known = f"{there.signed_in_or_spoke:,} signed in or spoke"
    print(f"{'; '.join((*there.sentences, known))}.")
    print(f"{found['notes']['total']} notes, {found['promised']} promised, {found['asked']} asked:")
    for promise in found["commitments"]:
        owner, due = promise["owner"] or "no owner", promise["due"] or "no date"
        print(f"  {promise['id']} {owner}, {due}: {promise['text']}")


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
