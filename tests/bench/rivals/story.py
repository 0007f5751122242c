"""A summary as headings, paragraphs, tables and bars: the same content for every rival."""

from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.publish.summary import Attendee, Heard, Promise, Summary

Block = dict[str, Any]


def story(of: Summary) -> list[Block]:
    return [*_front(of), *_talk(of), *_promises(of), *_back(of)]


def heading(text: str, level: int = 2) -> Block:
    return {"kind": "heading", "text": text, "level": level}


def paragraph(text: str) -> Block:
    return {"kind": "paragraph", "text": text}


def listed(items: Iterator[str]) -> Block:
    return {"kind": "list", "items": [(item, "en") for item in items]}


def noted(notes: Iterable[Heard]) -> Block:
    """Return notes, each in its own language, as our pages tell it too."""
    return {"kind": "list", "items": [(_told(note), note.language) for note in notes]}


def table(widths: dict[str, int], rows: Iterator[list[str]]) -> Block:
    return {"kind": "table", "head": [*widths], "widths": [*widths.values()], "rows": [*rows]}


def bars(title: str, rows: list[tuple[str, float, float]], told: tuple[str, str]) -> Block:
    most = max((value for _, *pair in rows for value in pair), default=1) or 1
    shares = [[name, first / most, second / most] for name, first, second in rows]
    alt = "; ".join(f"{name}: {told[0]} {a:.0f}, {told[1]} {b:.0f}" for name, a, b in rows)
    return {"kind": "bars", "title": title, "alt": alt, "rows": shares, "told": told}


def _front(of: Summary) -> Iterator[Block]:
    yield {"kind": "title", "text": of.title}
    facts = (of.series, of.city, of.venue, of.convener, of.date, f"{of.start} to {of.end}")
    yield paragraph(" · ".join(filter(None, facts)))
    yield from (paragraph(text) for text in (of.purpose, of.rule, of.contact) if text)
    yield heading("In one page")
    yield paragraph(f"{of.tally} people, {of.tally_method}; {of.signed_in} signed in.")
    yield paragraph(f"In the room: {', '.join(of.groups_present)}.")
    yield paragraph(f"Not in the room: {', '.join(of.groups_missing)}.")
    yield noted(of.points)
    yield heading("Who was here")
    widths = {"Group": 4, "Invited": 1, "Came": 1, "Spoke": 1}
    numbers = ([g.name, *map(str, (g.invited, g.came, g.spoke))] for g in of.room)
    yield table(widths, numbers)
    yield listed(f"{one.name}: {one.people or 'some'}" for one in of.languages)
    yield heading("What was agreed beforehand")
    yield listed(iter((*of.ground_rules, *of.notices)))


def _talk(of: Summary) -> Iterator[Block]:
    yield heading("How it ran")
    rows = [(f"{p.number} {p.title}", p.planned_s, p.actual_s) for p in of.parts]
    yield bars("Plan and actual, in seconds", rows, ("planned", "took"))
    for part in of.parts:
        yield heading(f"{part.number}. {part.title}", 3)
        yield paragraph(f"{part.kind}. {part.prompt} {part.planned_s:.0f} s, {part.actual_s:.0f} s")
        yield noted((*part.heard, *part.more))
    for title in ("elsewhere", "acknowledgements", "questions", "answers"):
        yield heading(title.capitalize())
        yield noted(getattr(of, title))
    yield heading("Votes and what was kept for later")
    yield listed(vote.text for vote in of.votes)
    yield listed(f"{one.text} {one.destination}" for one in of.parked)
    yield heading("How the talk was shared")
    shares = [(v.group, 100 * v.talk_share, 100 * v.room_share) for v in of.voices]
    yield bars("Share of the talk and of the room, in per cent", shares, ("talk", "room"))
    widths = {"Group": 4, "People": 1, "Turns": 1, "Talk, s": 1}
    yield table(widths, ([v.group, *map(str, (v.people, v.turns, v.talk_s))] for v in of.voices))


def _promises(of: Summary) -> Iterator[Block]:
    yield heading("What was promised")
    rows = [*of.promises, *of.requests]
    due = sorted({one.due[:7] for one in rows if one.due})
    months = [
        (
            month,
            sum(one.due[:7] == month for one in rows),
            sum(one.due[:7] <= month for one in rows),
        )
        for month in due
    ]
    yield bars("Promises by month", months, ("due then", "due by then"))
    widths = {"No.": 1, "Who": 3, "What": 6, "By when": 2, "Status": 2}
    yield table(widths, ([p.id, _who(p), p.text, p.due, f"{p.kind}. {p.status}"] for p in rows))
    for one in rows:
        yield heading(f"{one.id}. {one.text}", 3)
        yield listed(f"{name}: {told}" for name, told in _in_full(one) if told)
    yield heading("What became of earlier promises")
    widths = {"No.": 2, "Who": 3, "What": 6, "Status": 2, "Seen": 4}
    yield table(
        widths,
        ([p.ref, p.who, p.text, p.status, f"{p.evidence} {p.community_view}"] for p in of.progress),
    )


def _back(of: Summary) -> Iterator[Block]:
    yield heading("What comes next")
    yield listed(f"{one.date} {one.what} {one.who} {one.ref}" for one in of.steps)
    yield from (paragraph(text) for text in (of.joining, of.support) if text)
    yield heading("What is left out")
    yield listed(f"{one.count} {one.reason}" for one in (*of.left_out, *of.replaced))
    yield heading("Who was on the list")
    widths = {"Name": 5, "Groups": 4, "Organisation": 3, "Consent": 2, "Came": 1, "Turns": 1}
    yield table(widths | {"Talk, s": 1}, (_person(one) for one in of.people))


def _told(note: Heard) -> str:
    themes = ", ".join(note.themes)
    return f"{note.id}, {note.kind}: {note.text} {note.source} {themes}".strip()


def _who(one: Promise) -> str:
    return ", ".join(filter(None, (one.who, one.organisation)))


def _in_full(one: Promise) -> Iterator[tuple[str, str]]:
    yield "Who", _who(one)
    yield "By", one.due
    yield "First step", f"{one.first_step} {one.first_step_due}".strip()
    yield "How we will know", one.measure
    yield "Support needed", one.support
    yield "Who benefits", one.benefits
    yield "Who may carry a burden", one.burden
    yield "Kind and status", f"{one.kind}, {one.status}"


def _person(one: Attendee) -> list[str]:
    minor = ", minor" if one.minor else ""
    groups, named = ", ".join(one.groups), f"{one.name}{minor}"
    came, numbers = "yes" if one.came else "no", (str(one.turns), f"{one.talk_s:.0f}")
    return [named, groups, f"{one.organisation} {one.role}", one.consent, came, *numbers]
