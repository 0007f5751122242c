"""The sentences of the seating: each rule with its reason, what does not hold, why one sits there."""

from PySide6.QtCore import QCoreApplication

from facilitator.room.groups import label
from facilitator.room.meeting import Meeting
from facilitator.room.people import NEVER_SHOWN, Person
from facilitator.room.seating import most
from facilitator.room.seating_bounds import Gap, Why
from ui.widgets.ink import isolated

WAYS = {"mixed": "Mixed tables", "like": "Like groups", "sectors": "One of every group"}
NAMED = 8  # tables that a sentence names
_RULES = {
    "mixed": "No table has more than 40 % of one group, and officials are spread, one or two a "
    "table: nobody talks against a wall, and everybody meets the others.",
    "like": "Each group has tables of its own; those of less than half a table share one. People "
    "find their own words before they talk with everybody.",
    "sectors": "Each table has somebody of every group, as far as they go: every table hears "
    "every side.",
}
_TOGETHER = (
    "Whoever needs an interpreter sits beside others of that language: one interpreter serves "
    "the table."
)


def rule(meeting: Meeting) -> str:
    """Return the rule in force, and why one would want it."""
    told = _tr(_RULES.get(meeting.seating, ""))
    return f"{told} {_tr(_TOGETHER)}" if meeting.languages_together else told


def group_of(person: Person) -> str:
    """Return the group as it may stand beside a name."""
    return label(person.shown_groups[0]) if person.shown_groups else ""


def gap_words(gap: Gap) -> str:
    """Return what does not hold, in a sentence."""
    told = {
        "no_seat": "{many} have no table yet.",
        "crowded": "{at}: {many} people, and {of} seats.",
        "share": "{at}: more than 40 % {code}.",
        "officials": "{at}: more than two officials.",
        "bare": "{at}: no official, while others have two.",
        "language": "{code}: at {tables} tables, and {of} would do.",
        "missing": "{at}: nobody of {code}, though {many} are coming.",
        "apart": "{code}: at {tables} tables, and {of} would do.",
    }
    forced = {
        "share": "{code}: {many} of {of} people, so no seating keeps every table under 40 %.",
        "officials": "{many} officials for {of} tables: more than two sit at some.",
        "bare": "{many} officials for {of} tables: {at} {has} none.",
        "language": "{code}: at {tables} tables, so that none is over 40 % of one group.",
        "missing": "{code}: {many} for {of} tables, so {at} {has} none.",
    }
    words = forced[gap.kind] if gap.must and gap.kind in forced else told[gap.kind]
    if gap.kind == "no_seat" and gap.many == 1:
        words = "One person has no table yet."
    if gap.kind == "officials" and gap.must:
        words = words.replace("at some", "at each" if gap.many > 3 * gap.of else "at some")
    at = where(gap.tables)
    said = _tr(words).format(
        at=at,
        many=gap.many,
        of=gap.of,
        tables=len(gap.tables),
        code=_called(gap),
        has=_tr("has") if len(gap.tables) == 1 else _tr("have"),
    )
    return said[:1].upper() + said[1:]


def where(tables: tuple[int, ...]) -> str:
    """Return "table 3", "tables 3 and 5" or "tables 1, 2 and 9 others"."""
    if len(tables) == 1:
        return _tr("table {0}").format(tables[0])
    named = [str(table) for table in tables[:NAMED]]
    if len(tables) > NAMED:
        named.append(_tr("{0} others").format(len(tables) - NAMED))
    return _tr("tables {0} and {1}").format(", ".join(named[:-1]), named[-1])


def why_words(person: Person, found: Why, meeting: Meeting) -> str:
    """Return why somebody sits where they sit, in a sentence."""
    others = found.many - 1
    match found.kind:
        case "none":
            return _tr("No table yet. Type its number, or drag the name onto one.")
        case "language":
            told = _tr("Beside {0} who also need an interpreter for {1}.")
            return told.format(_people(others), _language(found.code))
        case "unsaid":
            return _tr("Named no group, so any table is fine.")
        case "like":
            return _tr("Beside {0} of the same group.").format(_people(others))
        case "alone":
            return _tr("The only one of the group here; the others at the table come from others.")
        case "official" if not others:
            return _tr("The only official at this table: officials are spread.")
        case "official":
            return _tr("One of {0} officials at this table: officials are spread.").format(
                found.many
            )
        case "only":
            return _tr("The only one of the group here: the group is spread over the tables.")
    told = _tr("One of {0} of the group among {1}; {2} would be the most.")
    return told.format(found.many, found.of, most(found.of))


def cell_words(person: Person, table: int, meeting: Meeting) -> str:
    """Return a seat as a screen reader says it."""
    group = group_of(person)
    place = _tr("table {0}").format(table) if table else _tr("no table")
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
    """Return the group or language; a group that is told only by those it names is not told."""
    if gap.kind == "language":
        return _language(gap.code)
    return _tr("one group") if gap.code in NEVER_SHOWN else label(gap.code)


def _language(tag: str) -> str:
    from facilitator.room.languages import in_english  # slow

    return in_english(tag)


def _people(many: int) -> str:
    return _tr("one other") if many == 1 else _tr("{0} others").format(many)


def _tr(words: str) -> str:
    return QCoreApplication.translate("seating", words)
