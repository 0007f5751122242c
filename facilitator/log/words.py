"""An act in a few words, as the undo key and the trail of a session name it."""

from facilitator.log import events as e
from facilitator.log.state import State
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.settling import KEEP

SHORT = 28  # characters of what somebody said


def words(event: e.Event, state: State) -> str:
    """Return the act in words; names are taken from the state."""
    told = _told(event)
    people, segments = state.people, {s.id: s.title for s in state.agenda.segments}
    person = people.get(_whom(event))
    name = getattr(event, "name", "") or (person.name if person else "") or "somebody"
    place = segments.get(getattr(event, "segment", ""), "a part")
    return told.format(name=short(name), place=short(place))


def _whom(event: e.Event) -> str:
    """Return the person an act is about, if it is about one."""
    match event:
        case e.PeopleMerged(_, into):
            return into
        case e.PeopleRemoved(people) | e.PeopleSeated(people):
            return next(iter(people), "")
    return str(getattr(event, "person", ""))


def short(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"


def _told(event: e.Event) -> str:
    match event:
        case e.SegmentResized(_, length):
            return f"{{place}} to {_plain(length / MINUTE)} min"
        case e.TimeGranted(length) if length % MINUTE:
            return f"{_plain(length / SECOND):+} s"
        case e.TimeGranted(length):
            return f"{_plain(length / MINUTE):+} min"
        case e.AgendaReplanned(_, dropped, ends):
            return "later end" if ends else "part dropped" if dropped else "new plan of the rest"
        case e.MeetingChanged(changes):
            return _MEETING.get(next(iter(changes), ""), "change to the session")
        case e.SegmentAdded(_, row):
            return _escaped(f"{short(str(row.get('title', '')))} added")
        case e.PeopleImported([only]):
            return _escaped(f"{short(str(only.get('name', ''))) or '1 person'} added")
        case e.PeopleImported(people):
            return f"{len(people)} people added"
        case e.PeopleRemoved(people):
            return "{name} off the list" if len(people) == 1 else f"{len(people)} off the list"
        case e.PeopleSeated(tables):
            return "{name} to another table" if len(tables) == 1 else f"seats of {len(tables)}"
        case e.PeopleTallied(count):
            return f"{count} people counted"
        case e.SpeakerPassed(_, for_now):
            return "{name} passes for now" if for_now else "{name} passes"
    return _said(event)


def _said(event: e.Event) -> str:
    match event:
        case e.NoteTaken(_, kind, text):
            return _quoted(kind.replace("_", " "), text)
        case e.CommitmentMade(ident, _, text):
            return _quoted(ident, text)
        case e.NoteChanged(ident) | e.CommitmentAmended(ident):
            return _escaped(f"change to {ident}")
        case e.NoteDropped(ident) | e.CommitmentDropped(ident):
            return _escaped(f"{ident} dropped")
        case e.WordsJudged(_, said, reason):
            return _quoted({KEEP: "keep", "": "ask about"}.get(reason, "withhold"), said)
        case e.SummaryApproved(edition):
            return _escaped(f"{edition.replace('-', ' ')} summary approved")
        case e.CommitmentReadBack(ident):
            return _escaped(f"{ident} read back")
        case e.StatusReported(ref, status):
            return _escaped(f"{ref} {status.replace('_', ' ')}")
    return _PLAIN.get(type(event), "the last act")


_PLAIN: dict[type[e.Event], str] = {
    e.SessionPlanned: "the plan",
    e.SessionEnded: "end of the session",
    e.SegmentChanged: "change to {place}",
    e.SegmentMoved: "{place} moved",
    e.SegmentRemoved: "part removed",
    e.AgendaLaid: "new agenda",
    e.SegmentStarted: "start of {place}",
    e.SegmentPaused: "pause",
    e.SegmentResumed: "end of the pause",
    e.PersonAdded: "{name} added",
    e.PersonChanged: "change to {name}",
    e.PersonArrived: "{name} came",
    e.PersonLeft: "{name} left",
    e.PeopleMerged: "{name} recognised",
    e.RoundBegun: "round",
    e.TurnCorrected: "turn put right",
    e.GapCut: "time taken out",
    e.ClockSet: "clock set right",
    e.SpeakerQueued: "{name} to the queue",
    e.SpeakerWithdrew: "{name} off the queue",
    e.SpeakerMoved: "{name} moved",
    e.FloorGiven: "floor to {name}",
    e.FloorReleased: "end of the turn",
    e.FloorHeld: "clock held",
    e.FloorResumed: "clock goes on",
    e.SummaryApproved: "summary approved",
}


_MEETING = {
    "targets": "seats wanted",
    "ground_rules": "ground rules",
    "notices": "notice",
    "seats": "size of the tables",
    "seating": "way of seating",
    "languages_together": "way of seating",
    "purpose": "purpose",
    "uncounted": "no head count",
    "contact": "contact",
    "joining": "how to join",
    "support": "where to find help",
    "next_date": "next session",
    "next_start": "next session",
    "next_place": "next session",
}


def _quoted(what: str, text: str) -> str:
    if not text:  # it was struck
        return _escaped(what)
    return _escaped(f"{what} “{short(text)}”")


def _escaped(text: str) -> str:
    """Guard the braces somebody typed from being read as places for names."""
    return text.replace("{", "{{").replace("}", "}}")


def _plain(number: float) -> float:
    return int(number) if number == int(number) else round(number, 1)
