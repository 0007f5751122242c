"""From the state of a session to its summary: what each edition may tell, decided in one place."""

import tomllib
from functools import cache

from facilitator.figures.voices import by_group, groups_present, side
from facilitator.log.state import State
from facilitator.publish.summary import EDITIONS, Heard, Part, Promise, Summary, Voice
from facilitator.room.clock import SECOND
from facilitator.room.commitments import Commitment
from facilitator.room.notes import Note
from facilitator.room.people import Person, attended
from resources import ROOT

RULES = {
    "open": "What was said here may be shared with names.",
    "consent": "What was said is shared by consent.",
    "no_names": "What was said is shared without names.",
    "chatham_house": "What was said may be used; who said it, and who was there, is not told.",
    "circle": "What was said in the circle stays in the circle.",
}
# Page one begins with where the room agreed, then what it asked, what works, where it split.
POINTS = ("agreement", "question", "strength", "disagreement", "concern", "vision", "suggestion")
MOST_POINTS = 4
STATUS = {"draft": "Not yet confirmed aloud", "confirmed": "Confirmed aloud"}
NEVER_ALONE = frozenset({"FAMILY_AFFECTED"})  # told only by those it names (practice guide, 3)


def summarise(state: State, now: int, edition: str = EDITIONS[0]) -> Summary:
    """Return the summary of a session, measured at `now`, with only what the edition may tell."""
    meeting, agenda = state.meeting, state.agenda
    told = [note for note in state.notes.values() if _may_tell(note, state, edition)]
    promises = [
        c for c in state.commitments.values() if edition == "record" or c.kind != "personal"
    ]
    big_table = groups()["big_table"]
    present = groups_present(state)
    opened = agenda.begun if agenda.begun is not None else meeting.opens
    talk = state.floor.talk_time(now)
    return Summary(
        edition=edition,
        title=meeting.title,
        series=meeting.series,
        city=meeting.city,
        venue=meeting.venue,
        convener=meeting.convener,
        date=meeting.date,
        start="" if opened is None else f"{meeting.local(opened):%H:%M}",
        end="" if meeting.ended is None else f"{meeting.local(meeting.ended):%H:%M}",
        language=meeting.language,
        rule=RULES[meeting.disclosure],
        present=len(attended(state.people)),
        tally=None if meeting.tally is None else meeting.tally.count,
        tally_method="" if meeting.tally is None else meeting.tally.method,
        groups_present=tuple(label for code, label in big_table.items() if code in present),
        groups_missing=tuple(label for code, label in big_table.items() if code not in present),
        points=_points(told, state, edition),
        promises=tuple(_promise(c, state, edition) for c in promises if c.kind != "request"),
        requests=tuple(_promise(c, state, edition) for c in promises if c.kind == "request"),
        parts=_parts(told, state, now, edition),
        elsewhere=tuple(_heard(note, state, edition) for note in told if not note.segment),
        voices=_voices(state, now, edition),
        talk_s=sum(talk.values()) / SECOND,
        turns=len(state.floor.turns),
        withheld=len(state.notes) - len(told),
        finished=meeting.ended is not None,
    )


@cache
def groups() -> dict[str, dict[str, str]]:
    """Return the labels of the stakeholder codes: the big table, and those added since."""
    return tomllib.loads((ROOT / "groups.toml").read_text("utf-8"))


def label(code: str) -> str:
    """Return the words for a stakeholder code; a code of the city's own speaks for itself."""
    of = groups()
    return of["big_table"].get(code) or of["added"].get(code) or in_words(code)


def in_words(code: str) -> str:
    """Return `parking_lot` as "Parking lot"."""
    return code.replace("_", " ").capitalize()


def _may_tell(note: Note, state: State, edition: str) -> bool:
    if edition == "record":
        return True
    hidden = note.sensitivity != "public" or note.kind == "safety"
    return not hidden and state.meeting.disclosure != "circle"


def _heard(note: Note, state: State, edition: str) -> Heard:
    return Heard(
        note.id,
        in_words(note.kind),
        note.text,
        _source(note, state, edition),
        note.language or state.meeting.language,
    )


def _source(note: Note, state: State, edition: str) -> str:
    """Return who a note may be credited to: the ladder of attribution, never a step too far."""
    person = state.people.get(note.person)
    code = note.group or (person.group if person else "")
    group = label(code) if code and code not in NEVER_ALONE else ""
    if edition == "record":
        return ", ".join(
            word for word in (person.name if person else "", label(code) if code else "") if word
        )
    if state.meeting.disclosure == "chatham_house" or note.attribution in ("none", "anonymous"):
        return ""
    if note.attribution == "named" and person and _may_name(person, state):
        return person.name
    return group


def _may_name(person: Person, state: State) -> bool:
    if person.minor or state.meeting.disclosure not in ("open", "consent"):
        return False
    return person.consent in ("named", "official") or state.meeting.disclosure == "open"


def _promise(of: Commitment, state: State, edition: str) -> Promise:
    return Promise(
        id=of.id,
        kind=in_words(of.kind),
        who=_who(of, state, edition),
        organisation="" if edition != "record" and _hidden(of, state) else of.organisation,
        text=of.text,
        due=of.due,
        first_step=of.first_step,
        first_step_due=of.first_step_due,
        measure=of.measure,
        support=of.support,
        benefits=of.benefits,
        burden=of.burden,
        status=STATUS.get(of.status) or in_words(of.status),
    )


def _who(of: Commitment, state: State, edition: str) -> str:
    """Return who promised, as they agreed to be told: by name, by group, or not at all."""
    if edition == "record" or not of.owner:
        return of.owner
    person = next((p for p in state.people.values() if p.name and p.name == of.owner), None)
    if _hidden(of, state):
        return "Somebody in the room"
    if person is None:
        return of.owner  # a role or a body, as it was typed
    told = of.publish in ("named", "official") and not person.minor
    if told and state.meeting.disclosure in ("open", "consent"):
        return of.owner
    return "Somebody in the room" if person.group in NEVER_ALONE else label(person.group)


def _hidden(of: Commitment, state: State) -> bool:
    """Say whether neither who promised nor whom they belong to may be told."""
    return of.publish == "not" or state.meeting.disclosure == "chatham_house"


def _points(told: list[Note], state: State, edition: str) -> tuple[Heard, ...]:
    starred = [note for note in told if note.starred]
    firsts = (next((n for n in told if n.kind == kind), None) for kind in POINTS)
    chosen = dict.fromkeys([*starred, *(note for note in firsts if note)])
    return tuple(_heard(note, state, edition) for note in list(chosen)[:MOST_POINTS])


def _parts(told: list[Note], state: State, now: int, edition: str) -> tuple[Part, ...]:
    return tuple(
        Part(
            number,
            segment.title,
            in_words(segment.kind),
            segment.prompt,
            segment.length / SECOND,
            segment.watch.elapsed(now) / SECOND,
            tuple(_heard(note, state, edition) for note in told if note.segment == segment.id),
        )
        for number, segment in enumerate(state.agenda.segments, 1)
    )


def _voices(state: State, now: int, edition: str) -> tuple[Voice, ...]:
    """Return the shares of talk: every group in the record, else only the coarse split."""
    shares = by_group(state, now) if edition == "record" else by_group(state, now, side)
    talk = sum(share.talk for share in shares.values())
    people = sum(share.people for share in shares.values())
    return tuple(
        Voice(
            label(name) if edition == "record" else name,
            share.people,
            share.turns,
            share.talk / SECOND,
            share.talk / talk if talk else 0.0,
            share.people / people if people else 0.0,
        )
        for name, share in sorted(shares.items(), key=lambda item: (-item[1].talk, item[0]))
    )
