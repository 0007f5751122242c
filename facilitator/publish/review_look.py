"""One thing to settle as its writer sees it: the words, whose they are, what may be decided."""

from dataclasses import replace

from facilitator.figures.attendance import attendance
from facilitator.log.state import State
from facilitator.publish.disclosure import fate, source
from facilitator.publish.look import Look
from facilitator.publish.redaction import Finding
from facilitator.publish.review import COUNT, NEXT, Item, judgement
from facilitator.room.commitments import Commitment
from facilitator.room.groups import label
from facilitator.room.languages import in_english
from facilitator.room.notes import CLEARING, EXACT, Note, kind_words, sources
from facilitator.room.people import Person
from facilitator.room.settling import KEEP, REASONS

CHOSE = {
    "anonymous": "no name, no group",
    "group": "their group may be told",
    "official": "their office may be told",
    "named": "their name may be told",
}
STAYS = "Withheld notes stay in the city’s record and can be requested there."
AGAIN = "Other words ask for its speaker’s yes again."
# What each field of the session is called that a reader looks for, and what good it does.
FOR_READER = {
    "purpose": ("What was the session for?", "A sentence: it opens the summary."),
    "contact": ("Whom may a reader ask?", "An address or a number that is the city’s own."),
    "next": ("When is the next session?", "It goes into the calendar file too."),
    "joining": ("How does somebody join?", "What to do to come to the next session."),
    "support": ("Where is help to be had?", "For whom the talk was hard: a line, a person."),
}


def look(code: str, item: Item, state: State, edition: str) -> Look:
    """Return what is shown of an item of the heap with that code."""
    if item.found is not None:
        return _found(item.found, state)
    if item.of in state.notes:
        told = _note(code, state.notes[item.of], state, edition)
        return replace(told, marks=item.marks)
    if item.of in state.commitments:
        return _promise(code, state.commitments[item.of], state)
    if item.id == COUNT:
        return _head_count(state)
    question, why = FOR_READER[item.id]
    return Look(words=question, said=why, lines=NEXT if item.id == "next" else (item.id,))


def _head_count(state: State) -> Look:
    there = attendance(state)
    printed = "; ".join(there.sentences)
    return Look(
        words="Only a count tells it: many come who neither sign in nor speak.",
        said=f"Signed in or spoke: {there.signed_in_or_spoke:,}.",
        becomes=f"Printed as “{printed}”.",
        choices=("uncounted",) if there.tally is None else (),
        chosen=("uncounted",) * state.meeting.uncounted,
        lines=("tally", "method"),
    )


# Notes


def _note(code: str, note: Note, state: State, edition: str) -> Look:
    becomes = _comes_of(note, state, edition)
    if note.sensitivity != "public" or note.kind in CLEARING:
        becomes = f"{becomes} {STAYS}"
    if note.kind in EXACT:
        becomes = f"{becomes} {AGAIN}"
    return Look(
        kind_words(note.kind),
        note.kind,
        note.at,
        _part(note.segment, state),
        note.text,
        said=_said(note, state),
        becomes=becomes,
        choices=_choices(code, note, state, edition),
        chosen=_chosen(note),
    )


def _comes_of(note: Note, state: State, edition: str) -> str:
    told = fate(note, state, edition)
    if not told.printed:
        return f"Left out as it stands: {told.reason}."
    by = source(note, state, edition) if told.sourced else ""
    return f"Printed with its source: {by}." if by else "Printed without a source."


def _choices(code: str, note: Note, state: State, edition: str) -> tuple[str, ...]:
    """Return what may be decided on a note: first what is asked in its heap."""
    others = ("withhold", "reword")
    match code:
        case "sensitive":
            more = () if _asks_further(note) else ("only",)
            return ("withhold", "print", *more, "reword")
        case "experience":
            return ("print", *others)
        case "safety":
            return ("kind",)
        case "note":
            confirm = ("confirm",) if _asks_further(note) else ()
            source = ("source",) if _may_be_sourced(note, state, edition) else ()
            return ("print", *source, *confirm, *others, "star", "kind")
    return ("confirm", *others)


def _asks_further(note: Note) -> bool:
    """Say whether somebody else has a word in it: the speaker, or whoever knows the facts."""
    return note.kind in CLEARING and note.kind != "experience"


def _may_be_sourced(note: Note, state: State, edition: str) -> bool:
    """Say whether it can be printed with a source, once it is printed."""
    told = fate(replace(note, sensitivity="public", cleared=True), state, edition)
    steps = sources(state.people.get(note.person), state.meeting)
    return told.sourced and len(steps) > 1


def _chosen(note: Note) -> tuple[str, ...]:
    chosen = ["star"] * note.starred
    if note.sensitivity == "withheld":
        chosen.append("withhold")
    elif note.sensitivity == "sensitive":
        chosen += ["only"] * note.cleared
    elif note.cleared and _asks_further(note):
        chosen.append("confirm")
    elif note.cleared:
        chosen.append("print")
    return tuple(chosen)


def _said(note: Note, state: State) -> str:
    """Return who said it, in which language, and what they chose."""
    person = state.people.get(note.person)
    group = note.group or (person.group if person else "")
    by = ", ".join(filter(None, (person.called if person else "", label(group) if group else "")))
    told = [f"by {_apart(by)}"] if by else []
    if note.language and note.language != state.meeting.language:
        told.append(f"in {in_english(note.language)}")
    if note.table:
        told.append(f"at table {note.table}")
    said = f"Said {', '.join(told)}." if told else "Nobody is noted as its speaker."
    chose = f" {_chose(person)}" if person else ""
    consent = ""
    if note.kind == "quote" and not note.cleared:
        consent = " No consent to quote is recorded."
    return f"{said}{chose}{consent}"


def _chose(person: Person) -> str:
    if person.minor:
        return "A child is never named."
    return f"The speaker chose: {CHOSE.get(person.consent, person.consent)}."


def _part(segment: str, state: State) -> str:
    return next((one.title for one in state.agenda.segments if one.id == segment), "")


# Words inside a text

OF_MANY = {
    "ground_rules": "Ground rule",
    "notices": "Notice to the room",
    "themes": "Theme",
    "offices": "Somebody’s office",
}


def _found(found: Finding, state: State) -> Look:
    note = state.notes.get(found.item)
    marks = _places(found.text, found.words)
    decided = judgement(found, state)
    if decided is not None and decided.reason == KEEP:
        becomes = "The words are printed: you kept them."
    elif decided is not None or found.sure:
        reason = decided.reason if decided else found.reason
        becomes = f"Printed as [{REASONS.get(reason, 'words')} withheld]."
    else:
        becomes = f"Printed as typed unless you decide. It may be: {REASONS[found.reason]}."
    rest = ("reword",) if found.item in state.notes or found.item in state.commitments else ()
    consent = ("consent",) if found.person in state.people else ()
    return Look(
        _where(found, state),
        note.kind if note else "",
        note.at if note else None,
        _part(note.segment, state) if note else "",
        found.text,
        marks,
        found.field,
        _whose(found, state),
        becomes,
        ("replace", "other", "keep", *rest, *consent),
        _judged(decided.reason, found.reason) if decided else (),
    )


def _judged(reason: str, likely: str) -> tuple[str, ...]:
    return ("keep",) if reason == KEEP else ("replace",) if reason == likely else ("other",)


def _where(found: Finding, state: State) -> str:
    if found.item in state.notes:
        return kind_words(state.notes[found.item].kind)
    if found.item in state.commitments:
        return f"Promise {found.item}"
    if found.item:
        told = found.field in ("evidence", "community_view")
        return "What became of an earlier promise" if told else "Promise of an earlier session"
    first, _, last = found.field.partition("/")
    if first in OF_MANY:
        return OF_MANY[first]
    field = (last or first).replace("_", " ")
    return f"The {field} of a part" if last else f"The session’s {field}"


def _whose(found: Finding, state: State) -> str:
    person = state.people.get(found.person)
    if person is None:
        return ""
    return f"{_apart(person.called)}. {_chose(person).replace('The speaker', 'They')}"


def _places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    places, at = [], text.find(words)
    while at >= 0 and words:
        places.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return tuple(places)


# Promises


ALL = "owner due first_step first_step_due measure support benefits burden kind publish".split()


def _promise(code: str, of: Commitment, state: State) -> Look:
    lines, choices = _of_promise(code, of)
    heard = "confirmed aloud" if of.confirmed else "not read back aloud"
    if of.read_back is not None and not of.confirmed:
        heard = "it says something else by now than what was read back"
    by = ", ".join(filter(None, (_apart(of.owner), of.organisation)))
    verb = "Asked of" if of.kind == "request" else "Promised by"
    said = f"{verb} {by}; {heard}." if by else f"Nobody owns it yet; {heard}."
    return Look(
        f"Promise {of.id}",
        "",
        of.at,
        _part(of.segment, state),
        of.text,
        said=said,
        becomes=_promised(code, of),
        choices=choices,
        chosen=("heard",) * of.confirmed + ("untold",) * (of.publish == "not"),
        lines=lines,
    )


def _of_promise(code: str, of: Commitment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields of a promise that its heap is about, and what may be decided there."""
    request = ("request",) if not of.owner and of.kind != "request" else ()
    match code:
        case "promise" | "owed":
            return ("owner", "due"), (*request, "untold", "reword")
        case "step":
            return ("first_step", "first_step_due", "measure"), ("reword",)
        case "read_back":
            return (), ("heard", "untold", "reword")
    heard = ("heard",) if of.to_read else ()
    return tuple(ALL), (*heard, *request, "untold", "reword")


def _promised(code: str, of: Commitment) -> str:
    """Return what comes of a promise as it stands."""
    if of.publish == "not" or of.kind == "personal":
        return "Told in the record alone."
    if code == "read_back" and not of.confirmed:
        asked = of.kind == "request" and not of.owner
        return f"Printed as “{'no owner yet' if asked else 'not yet confirmed aloud'}”."
    missing = [word for name, word in (("owner", "owner"), ("due", "date")) if name in of.gaps]
    return f"Printed without {' and '.join(missing)}." if missing else "Printed as it stands."


def _apart(name: str) -> str:
    """Guard a name from turning the words around it, whatever its script."""
    return f"\u2068{name}\u2069" if name else ""
