"""What may leave the room: rule of the session × consent × attribution × sensitivity × edition."""

from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from facilitator.room.groups import label
from facilitator.room.naming import may_tell_owner, promised_by
from facilitator.room.notes import Note
from facilitator.room.people import NEVER_SHOWN, NOT_STATED, Person

RULES = {
    "open": "What was said here may be shared with names.",
    "consent": "What was said is shared by consent.",
    "no_names": "What was said is shared without names.",
    "chatham_house": "What was said may be used; who said it, and who was there, is not told.",
    "circle": "What was said in the circle stays in the circle.",
}
SOMEBODY = "Somebody in the room"


def may_tell(note: Note, state: State, edition: str) -> bool:
    if edition == "record":
        return True
    hidden = note.sensitivity != "public" or note.kind == "safety"
    return not hidden and state.meeting.disclosure != "circle"


def may_publish(of: Commitment, edition: str) -> bool:
    """Say whether a promise may be told at all: personal ones go to their owner alone."""
    return edition == "record" or (of.kind != "personal" and of.publish != "not")


def groups_may_be_told(state: State, edition: str) -> bool:
    """Say whether the groups in the room may be told; under the Chatham House Rule they may not."""
    return edition == "record" or state.meeting.tells_groups


def source(note: Note, state: State, edition: str) -> str:
    """Return who a note may be credited to: the ladder of attribution, never a step too far."""
    person = state.people.get(note.person)
    code = note.group or (person.group if person else "")
    if edition == "record":
        return ", ".join(
            word for word in (person.name if person else "", label(code) if code else "") if word
        )
    if not groups_may_be_told(state, edition) or note.attribution in ("none", "anonymous"):
        return ""
    named = note.attribution == "named" and state.meeting.tells_names
    name = person.name if named and person and person.may_be_named else ""
    return name or _shown(note.group) or _group(person)


def _group(person: Person | None) -> str:
    """Return the words for the first group of a person that may be shown."""
    return _shown(person.shown_group) if person else ""


def _shown(code: str) -> str:
    return label(code) if code and code != NOT_STATED and code not in NEVER_SHOWN else ""


def who(of: Commitment, state: State, edition: str) -> str:
    """Return who promised, as they agreed to be told: by name, by group, or not at all."""
    if edition == "record" or not of.owner:
        return of.owner
    if may_tell_owner(of, state.people, state.meeting):
        return of.owner
    known = promised_by(of, state.people)
    told = len(known) == 1 and groups_may_be_told(state, edition)
    return (_group(known[0]) if told else "") or SOMEBODY
