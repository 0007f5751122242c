"""What may leave the room: rule of the session × consent × attribution × sensitivity × edition.

The decisions are tables. Of a table of notes the first line that fits decides.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from facilitator.room.groups import label
from facilitator.room.naming import may_tell_owner, promised_by
from facilitator.room.notes import KINDS, Note
from facilitator.room.people import (
    CONSENT,
    NEVER_SHOWN,
    NOT_STATED,
    OFFICIALS,
    SMALL,
    People,
    Person,
    attended,
)
from facilitator.room.spoken import Same

RULES = {
    "open": "What was said here may be shared with names.",
    "consent": "What was said is shared by consent.",
    "no_names": "What was said is shared without names.",
    "chatham_house": "What was said may be used; who said it, and who was there, is not told.",
    "circle": "What was said in the circle stays in the circle.",
}
SOMEBODY = "Somebody in the room"


class Fate(NamedTuple):
    """What becomes of a note in an edition."""

    printed: bool
    sourced: bool  # printed with its source, as far as `source` tells one
    reason: str = ""  # why it is left out, in words, lower case: "withheld"


class Line(NamedTuple):
    """A line of a table of notes; what is not named fits all."""

    then: str | bool
    edition: Iterable[str] = ()
    rule: Iterable[str] = ()
    kind: Iterable[str] = ()
    sensitivity: Iterable[str] = ()
    cleared: bool | None = None

    def fits(self, note: Note, rule: str, edition: str) -> bool:
        asked = (
            (self.edition, edition),
            (self.rule, rule),
            (self.kind, note.kind),
            (self.sensitivity, note.sensitivity),
        )
        fits = all(not wanted or found in wanted for wanted, found in asked)
        return fits and self.cleared in (None, note.cleared)


RECORD, PARTICIPANTS = ("record",), ("participants",)
_NO_RULES = tuple(kind for kind in KINDS if kind != "ground_rule")

# Why a note is left out of an edition; empty: it is printed.
LEFT_OUT = (
    Line("kept apart for safety", kind=["safety"]),
    Line("", edition=RECORD),
    # What the circle gave itself for rules is no note of what was said in it.
    Line("the circle takes no notes", rule=["circle"], kind=_NO_RULES),
    Line("about the process", kind=["process"]),
    Line("withheld", sensitivity=["withheld", "internal"]),
    Line("sensitive", edition=PARTICIPANTS, sensitivity=["sensitive"], cleared=False),
    Line("", edition=PARTICIPANTS, sensitivity=["sensitive"]),
    Line("sensitive", sensitivity=["sensitive"]),
    Line("not checked yet", kind=["experience", "fact_to_check"], cleared=False),
    Line("no consent to quote", kind=["quote"], cleared=False),
    Line("not confirmed by its speaker", kind=["acknowledgement"], cleared=False),
    Line("", kind=KINDS, sensitivity=["public"]),
    Line("withheld"),  # what a newer version wrote, and this one knows nothing of
)

# Whether a note that is printed may carry its source.
SOURCED = (
    Line(True, edition=RECORD),
    Line(False, rule=["chatham_house", "circle"]),
    Line(False, sensitivity=["sensitive", "withheld", "internal"]),
    Line(False, kind=["experience", "memorable"]),
    Line(True),
)

# How far a source goes. By attribution, then by what its speaker agreed to:
#                 anonymous  group    official  named
_SOURCES = {
    "none":      ("nobody",  "nobody", "nobody", "nobody"),
    "anonymous": ("nobody",  "nobody", "nobody", "nobody"),
    "group":     ("crowd",   "group",  "group",  "group"),
    "official":  ("crowd",   "group",  "office", "office"),
    "named":     ("crowd",   "group",  "name",   "name"),
}  # fmt: skip


def fate(note: Note, state: State, edition: str) -> Fate:
    """Return what becomes of a note in an edition: whether it is printed, and how."""
    rule = state.meeting.disclosure
    reason = str(_decided(LEFT_OUT, note, rule, edition))
    return Fate(not reason, not reason and bool(_decided(SOURCED, note, rule, edition)), reason)


def _decided(table: Iterable[Line], note: Note, rule: str, edition: str) -> str | bool:
    return next(line.then for line in table if line.fits(note, rule, edition))


def may_publish(of: Commitment, edition: str) -> bool:
    """Say whether a promise may be told at all: personal ones go to their owner alone."""
    return edition == "record" or (of.kind != "personal" and of.publish != "not")


def groups_may_be_told(state: State, edition: str) -> bool:
    """Say whether the groups in the room may be told; under the Chatham House Rule they may not."""
    return edition == "record" or state.meeting.tells_groups


def source(note: Note, state: State, edition: str) -> str:
    """Return who a note may be credited to: the ladder of attribution, never a step too far.

    A group is told beside a note for one of two reasons: its speaker agreed to be told by it, or
    so many of it came that it points at nobody. A child agrees to nothing here.
    """
    person = state.people.get(note.person)
    if edition == "record":
        code = note.group or (person.group if person else "")
        words = (person.name if person else "", label(code) if code else "")
        return ", ".join(filter(None, words))
    if not _decided(SOURCED, note, state.meeting.disclosure, edition):
        return ""
    return _credited(_step(note, person), note, state, person)


def chosen(note: Note, state: State) -> str:
    """Return whom a note was meant to be credited to, for the screen of who took it.

    Not all of it is printed: of some kinds no source is, of small groups not either.
    """
    person = state.people.get(note.person)
    step = _step(note, person)
    return _credited("group" if step == "crowd" else step, note, state, person)


def _step(note: Note, person: Person | None) -> str:
    """Return how far a source goes: as was chosen, and never further than was agreed."""
    agreed = "anonymous" if person is None or person.minor else person.consent
    steps = dict(zip(CONSENT, _SOURCES.get(note.attribution, _SOURCES["none"]), strict=True))
    return steps.get(agreed, "nobody")


def _credited(step: str, note: Note, state: State, person: Person | None) -> str:
    """Return the words for a step of the ladder; a name or office only where names are told."""
    code = note.group if _shown(note.group) else person.shown_group if person else NOT_STATED
    named = person if state.meeting.tells_names else None
    told = state.meeting.tells_groups and step != "nobody"
    if not told or (step == "crowd" and not _crowd(code, state)):
        return ""
    if step == "name" and named and named.name:
        return named.name
    if step == "office" and named and named.official and named.organisation:
        return named.organisation
    return _shown(code)


def _crowd(code: str, state: State) -> bool:
    """Say whether a group points at nobody: many of it came, or it speaks in an office."""
    return code in OFFICIALS or _came(Same(state.people)).get(code, 0) >= SMALL


@lru_cache(8)
def _came(people: Same[People]) -> Counter[str]:
    """Count who came by each of the groups that may be shown."""
    return Counter(code for person in attended(people.of) for code in person.shown_groups)


def _shown(code: str) -> str:
    return label(code) if code and code != NOT_STATED and code not in NEVER_SHOWN else ""


def who(of: Commitment, state: State, edition: str) -> str:
    """Return who promised, as they agreed to be told: by name, by group, or not at all.

    Somebody on no list may be a body or an office; a name is told only where that was agreed.
    """
    if edition == "record" or not of.owner:
        return of.owner
    from facilitator.publish.redaction.names import like_a_name  # the window does without

    known = promised_by(of, state.people)
    agreed = known or of.tells_name or not like_a_name(of.owner)
    if agreed and may_tell_owner(of, state.people, state.meeting):
        return of.owner
    told = len(known) == 1 and groups_may_be_told(state, edition)
    return (_shown(known[0].shown_group) if told else "") or SOMEBODY
