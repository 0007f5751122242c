"""What may leave the room: rule of the session × consent × attribution × sensitivity × edition."""

from facilitator.log.state import State
from facilitator.publish.labels import label
from facilitator.room.commitments import Commitment
from facilitator.room.notes import Note
from facilitator.room.people import NEVER_SHOWN, Person, fold_name

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
    return edition == "record" or state.meeting.disclosure != "chatham_house"


def source(note: Note, state: State, edition: str) -> str:
    """Return who a note may be credited to: the ladder of attribution, never a step too far."""
    person = state.people.get(note.person)
    code = note.group or (person.group if person else "")
    group = label(code) if code and code not in NEVER_SHOWN else ""
    if edition == "record":
        return ", ".join(
            word for word in (person.name if person else "", label(code) if code else "") if word
        )
    if not groups_may_be_told(state, edition) or note.attribution in ("none", "anonymous"):
        return ""
    if note.attribution == "named" and person and _may_name(person, state):
        return person.name
    return group


def _may_name(person: Person, state: State) -> bool:
    """Say whether a person may be named: by the rule of the room and by their own consent."""
    by_rule = state.meeting.disclosure in ("open", "consent")
    return by_rule and not person.minor and person.consent in ("named", "official")


def who(of: Commitment, state: State, edition: str) -> str:
    """Return who promised, as they agreed to be told: by name, by group, or not at all."""
    if edition == "record" or not of.owner:
        return of.owner
    owner = fold_name(of.owner)
    same = [p for p in state.people.values() if p.name and fold_name(p.name) == owner]
    person = same[0] if len(same) == 1 else None
    named = state.meeting.disclosure in ("open", "consent")
    agreed = of.publish in ("named", "official")
    if person is None and named and (agreed or _is_no_name(owner, state)):
        return of.owner  # a role or a body, as it was typed
    # That a promise may carry the name was said with the promise, and stands above the list.
    if person and named and agreed and not person.minor:
        return of.owner
    if person is None or not groups_may_be_told(state, edition) or person.group in NEVER_SHOWN:
        return SOMEBODY
    return label(person.group)


def _is_no_name(owner: str, state: State) -> bool:
    """Say whether no word of a folded owner begins a word of a name on the list."""
    names = {word for p in state.people.values() for word in fold_name(p.name).split()}
    typed = [word.strip("().,;:") for word in owner.split()]
    return not any(name.startswith(word) for word in typed if len(word) > 1 for name in names)
