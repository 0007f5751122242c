"""The sentences of the seating: the rule and its reason, what does not hold, why one sits there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from facilitator.room.groups import label
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from facilitator.room.seating import most
from facilitator.room.seating_bounds import FEW, Gap, Why
from ui.widgets.ink import isolated

WAYS = {"mixed": "Mixed tables", "like": "Like groups", "sectors": "One of every group"}
NAMED = 8  # tables that a sentence names
_RULES = {
    "mixed": "No table has more than 40 % of one group, and officials are spread, one or two a "
    "table. Nobody faces a block, and everybody meets the others.",
    "like": "Each group has tables of its own; those of less than half a table share one. People "
    "find their own words before they talk with everybody.",
    "sectors": "Each table has somebody of every group, as far as they go. Every table hears "
    "every side.",
}
_TOGETHER = (
    "Whoever needs an interpreter sits beside others of that language: one interpreter serves "
    "a table."
)


_OPEN = {
    "no_seat": "{many} people have no table yet.",
    "crowded": "{at}: {many} people, and {of} seats.",
    "share": "{at}: over 40 % of one group ({code}).",
    "officials": "{at}: more than two officials.",
    "bare": "{at}: no official, while others have two.",
    "language": "{code}: at {tables} tables, where {of} would do.",
    "missing": "{code}: nobody at {at}, and there are {many}.",
    "apart": "{code}: at {tables} tables, where {of} would do.",
}
_FORCED = {  # what no seating could keep
    "share": "{code}: {many} of {of} people, too many to stay under 40 % everywhere.",
    "officials": "{many} officials at {of} tables: some have more than two.",
    "bare": "{many} officials at {of} tables: {at} {have} none.",
    "language": "{code}: at {tables} tables, so that none has over 40 % of one group.",
    "missing": "{code}: {many} at {of} tables, so {at} {have} none.",
}


def rule(meeting: Meeting) -> str:
    """Return the rule in force, and why one would want it."""
    told = _tr(_RULES.get(meeting.seating, ""))
    return f"{told} {_tr(_TOGETHER)}" if meeting.languages_together else told


def group_of(person: Person) -> str:
    """Return the group as it may stand beside a name."""
    return label(person.shown_groups[0]) if person.shown_groups else ""


def gap_words(gap: Gap) -> str:
    """Return what does not hold, in a sentence."""
    words = (gap.must and _FORCED.get(gap.kind)) or _OPEN[gap.kind]
    if gap.kind == "no_seat" and gap.many == 1:
        words = "One person has no table yet."
    said = _tr(words).format(
        at=where(gap.tables),
        have=_tr("has") if len(gap.tables) == 1 else _tr("have"),
        many=gap.many,
        of=gap.of,
        tables=len(gap.tables),
        code=_called(gap),
    )
    return said[:1].upper() + said[1:]


def forced_words(gaps: Sequence[Gap]) -> list[str]:
    """Return what no seating could keep; the groups that are too small for that in one sentence."""
    few = [gap for gap in gaps if gap.kind == "missing"]
    told = [gap_words(gap) for gap in gaps if gap.kind != "missing"]
    if len(few) == 1:
        told += [gap_words(gap) for gap in few]
    elif few:
        named = ", ".join(f"{_called(gap)} {gap.many}" for gap in few)
        told.append(_tr("Too few for {0} tables: {1}.").format(few[0].of, named))
    return told


def where(tables: tuple[int, ...]) -> str:
    """Return "table 3", "tables 3 and 5" or "tables 1, 2 and 9 others"."""
    if len(tables) < 2:
        return _tr("table {0}").format(*tables) if tables else ""
    named = [str(table) for table in tables]
    if len(tables) > NAMED + 1:
        named[NAMED:] = [_tr("{0} others").format(len(tables) - NAMED)]
    return _tr("tables {0} and {1}").format(", ".join(named[:-1]), named[-1])


def why_words(person: Person, found: Why, meeting: Meeting) -> str:
    """Return why somebody sits where they sit, in a sentence."""
    others = found.many - 1
    match found.kind:
        case "none":
            if not meeting.seats:
                return _tr("No table yet. First say how many people sit at one.")
            return _tr("No table yet. Type its number, or drag the name onto one.")
        case "language":
            told = _tr("Beside {0} who also need an interpreter for {1}.")
            return told.format(_people(others), _language(found.code))
        case "unsaid":
            return _tr("Named no group, so any table is fine.")
        case "like":
            return _tr("Beside {0} of the same group.").format(_people(others))
        case "alone":
            return _tr("The only one of the group here: small groups share a table.")
        case "official" if not others:
            return _tr("The only official at this table: officials are spread over the tables.")
        case "official":
            told = _tr("One of {0} officials at this table.").format(found.many)
            spread = _tr("Officials are spread over the tables.")
            return told if found.many > FEW else f"{told} {spread}"
        case "only":
            return _tr("Nobody else of the group sits here: groups are spread over the tables.")
    told = _tr("One of {0} of the group among {1}.").format(found.many, found.of)
    if meeting.seating != "mixed":
        return told
    return f"{told} {_tr('{0} would be the most.').format(most(found.of))}"


def cell_words(person: Person) -> str:
    """Return a seat as a screen reader says it."""
    group = group_of(person)
    place = _tr("table {0}").format(person.table) if person.table > 0 else _tr("no table")
    needs = _tr("interpreter") if person.interpreted else ""
    return ", ".join(filter(None, (isolated(person.called), group, needs, place)))


def short(gap: Gap) -> str:
    """Return what is wrong with a table, in the few words its head has room for."""
    match gap.kind:
        case "crowded":
            return _tr("too full")
        case "share" | "missing" | "apart" | "language":
            return _called(gap)
    return _tr("officials")


def _called(gap: Gap) -> str:
    """Return the group or language that a gap is about."""
    return _language(gap.code) if gap.kind == "language" else label(gap.code)


def _language(tag: str) -> str:
    from facilitator.room.languages import in_english  # slow

    return in_english(tag)


def _people(many: int) -> str:
    return _tr("one other") if many == 1 else _tr("{0} others").format(many)


def _tr(words: str) -> str:
    return QCoreApplication.translate("seating", words)
