"""From a row of a list to a person, with what was not understood; or the reason why it is none."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from facilitator.intake.columns import Columns
from facilitator.intake.sheet import Line, Sheet
from facilitator.intake.words import (
    EMPTY,
    address,
    addresses,
    answer,
    beside_address,
    consent,
    group_codes,
    languages_in,
)
from facilitator.room.groups import known_code
from facilitator.room.people import folded, words_of

_OPEN_YET = frozenset(  # how it stands with somebody who did not say yes
    "maybe tentative pending unsure undecided waiting invited sent needed required emailed called"
    " quiza quizas pendiente invitado invitada".split()
) | {"not sure", "no response", "no reply", "no answer", "not sent", "tal vez", "to be confirmed"}
ADULT, OLDEST = 18, 130  # years
_YOUNG = re.compile(r"<|\b(under|below|younger|child|kid|teen|minor|youth|menor|nin[oa])")
_GROWN = re.compile(r">|\b(over|above|older|adult|mayor)")
_TABLE = re.compile(r"(table|mesa) *(no\.?|#|nr\.?)? *\d{1,4}:?", re.I)
_DATE = re.compile(r"\d{4}-\d|\d{1,2}[/.]\d{1,2}[/.]\d")
_SYMBOLS = "\u2bff"  # beyond are emoji, and the letters of many scripts
_TOTALS = frozenset("total totals subtotal suma totales recuento".split())
_SUFFIX = re.compile(
    r"(jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|j\.? ?d|esq|rn|dds|ed\.? ?d|mba|msw)\.?", re.I
)


class Read(NamedTuple):
    """A row understood: the fields of a person, and a sentence for each cell that was not."""

    person: dict[str, Any]
    remarks: tuple[str, ...]


class Reader:
    """Reads the rows below the head, one after another."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self._heads = sheet.lines[columns.head - 1].cells if columns.head else None
        self._fields = [(at, field) for at, field in enumerate(columns.fields) if field]
        self._turned = self._last_first(columns.people(sheet))

    def read(self, line: Line) -> Read | str:
        """Return the person of a row, or why there is none."""
        if line.cells == self._heads:
            return "The headings again"
        cells = self._cells(line)
        name = self._name(cells)
        mail = " ".join(cells.get("email", ()))
        if why := _no_person(line, name, mail):
            return why
        remarks: list[str] = []
        person: dict[str, Any] = {"name": name, "invited": True}
        if not name:
            person["name"] = _beside(mail) or _from_address(mail)
            if not _beside(mail):
                remarks.append("The name is made from the e-mail address.")
        for field, understand in _UNDERSTOOD.items():
            for cell in cells.get(field, ()):
                told = understand(cell, person)
                if told:
                    remarks.append(told)
        return Read(person, tuple(remarks))

    def _cells(self, line: Line) -> dict[str, list[str]]:
        """Return the cells that say something, by field."""
        cells: dict[str, list[str]] = {}
        for at, field in self._fields:
            if line.cells[at] and line.cells[at].casefold() not in EMPTY:
                cells.setdefault(field, []).append(line.cells[at])
        return cells

    def _name(self, cells: dict[str, list[str]]) -> str:
        name = " ".join(cells.get("name") or [*cells.get("first", ()), *cells.get("last", ())])
        if address(name):
            cells.setdefault("email", [name])
            name = _beside(name)
        return _turn(name) if self._turned else name

    def _last_first(self, lines: Iterable[Line]) -> bool:
        """Say whether most names stand as "García, Ana"."""
        at = next((at for at, field in self._fields if field == "name"), None)
        if at is None:
            return False
        names = [line.cells[at] for line in lines if line.cells[at]]
        return sum(_turn(name) != name for name in names) * 2 > len(names)


def _turn(name: str) -> str:
    last, comma, first = name.partition(",")
    first = first.strip()
    if not comma or not first or "," in first or _SUFFIX.fullmatch(first):
        return name
    return f"{first} {last.strip()}"


def _beside(mail: str) -> str:
    """Return the name beside an address: `"García, Ana" <ana@x.org>` is Ana García."""
    name = beside_address(mail) if "<" in mail else ""
    return name if " " in name.partition(",")[0] else _turn(name)


def _no_person(line: Line, name: str, mail: str) -> str:
    """Return why a row is no person, or nothing if it is one."""
    filled = [cell for cell in line.cells if cell]
    if not address(mail):
        if _TOTALS & set(words_of(filled[0])[:2]) and len(filled) < max(3, len(line.cells) / 2):
            return "A total, not a person"
        over = len(line.cells) > 1 or name.endswith(":")
        if len(filled) == 1 and (_TABLE.fullmatch(name) or (over and known_code(name.rstrip(":")))):
            return "A heading over people, not a person"
    if any(c.isalpha() or c > _SYMBOLS for c in name):
        return ""
    if name:
        return "The name has no letters"
    return "" if address(mail) else "No name and no e-mail"


def _from_address(mail: str) -> str:
    """Return ana.lopez@x.org as "Ana Lopez"."""
    local = address(mail).partition("@")[0].partition("+")[0]
    words = re.split(r"[\W\d_]+", local)
    return " ".join(word.capitalize() for word in words if word) or local


def _group(cell: str, person: dict[str, Any]) -> str:
    person["groups"] = tuple(dict.fromkeys([*person.get("groups", ()), *group_codes(cell)]))
    return ""


def _organisation(cell: str, person: dict[str, Any]) -> str:
    person["organisation"] = cell
    return ""


def _email(cell: str, person: dict[str, Any]) -> str:
    found, *others = dict.fromkeys(addresses(cell)) or ("",)
    if not found:
        return f"“{cell}” is no e-mail address; left out."
    person["email"] = found
    return f"Only one e-mail is kept, not {', '.join(others)}." if others else ""


def _language(cell: str, person: dict[str, Any]) -> str:
    tags, others = languages_in(cell)
    person["languages"] = tuple(dict.fromkeys([*person.get("languages", ()), *tags]))
    return f"“{', '.join(others)}” is no language known here; left out." if others else ""


def _interpreted(cell: str, person: dict[str, Any]) -> str:
    """Take a yes, or the language to be interpreted, or both: "Yes, Spanish"."""
    said = answer(cell)
    words = [cell, *re.findall(r"[^\W\d_]{4,}", cell)] if said is not False else []
    tags = next(filter(None, (languages_in(word)[0] for word in words)), ())
    if said is None and not tags:
        return f"Interpreter “{cell}” was not understood; left out."
    person["interpreted"] = said is not False
    person["languages"] = tuple(dict.fromkeys([*person.get("languages", ()), *tags]))
    return ""


def _consent(cell: str, person: dict[str, Any]) -> str:
    if found := consent(cell):
        person["consent"] = found
        return ""
    return f"“{cell}” does not say whether the name may be told; it is not."


def _minor(cell: str, person: dict[str, Any]) -> str:
    """Take a yes, an age, or words for one: "under 18", "13-17"."""
    age, said = re.search(r"\d+", cell), None if _DATE.match(cell) else answer(cell)
    if said is None and _YOUNG.search(folded(cell)):
        said = True
    elif said is None and _GROWN.search(folded(cell)):
        said = False
    elif age and cell not in ("0", "1") and int(age[0]) < OLDEST:
        said = int(age[0]) < ADULT
    person["minor"] = bool(said)
    return f"“{cell}” does not say whether they are under 18." if said is None else ""


def _role(cell: str, person: dict[str, Any]) -> str:
    person["role"] = cell
    return ""


def _table(cell: str, person: dict[str, Any]) -> str:
    number = re.fullmatch(r"\D{0,12}(\d{1,4})", cell)
    person["table"] = int(number[1]) if number else 0
    return "" if number else f"Table “{cell}” is no number; left out."


def _invited(cell: str, person: dict[str, Any]) -> str:
    person["invited"] = answer(cell) is not False
    return ""


def _confirmed(cell: str, person: dict[str, Any]) -> str:
    """Take a clear yes; a maybe is none, nor is an invitation."""
    word, said = folded(cell), answer(cell)
    open_yet = word in _OPEN_YET or word.endswith("?")
    person["confirmed"] = said is True and not open_yet
    unclear = said is None and not open_yet
    return f"“{cell}” is no clear yes; not confirmed." if unclear else ""


_UNDERSTOOD: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "group": _group,
    "organisation": _organisation,
    "email": _email,
    "language": _language,
    "interpreted": _interpreted,
    "consent": _consent,
    "minor": _minor,
    "role": _role,
    "table": _table,
    "invited": _invited,
    "confirmed": _confirmed,
}
