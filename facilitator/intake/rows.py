"""From a row of a list to a person, with what was not understood; or the reason why it is none."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from facilitator.intake.answers import UNDERSTOOD
from facilitator.intake.columns import Columns
from facilitator.intake.sheet import Line, Sheet
from facilitator.intake.words import (
    EMPTY,
    address,
    addresses,
    beside_address,
    group_codes,
    languages_in,
)
from facilitator.room.folding import words_of
from facilitator.room.groups import known_code

_TABLE = re.compile(r"(table|mesa) *(no\.?|#|nr\.?)? *\d{1,4}:?", re.I)
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
        self._questions = sorted(
            ((at, of) for at, of in enumerate(columns.questions(sheet)) if of.field in UNDERSTOOD),
            key=lambda asked: asked[1].turned,  # "Canceled: no" is read after "Coming: yes"
        )
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
        for at, question in self._questions:
            if _says(line.cells[at]):
                told = UNDERSTOOD[question.field](question, line.cells[at], person)
                if told:
                    remarks.append(told)
        return Read(person, tuple(remarks))

    def _cells(self, line: Line) -> dict[str, list[str]]:
        """Return the cells that say something, by field."""
        cells: dict[str, list[str]] = {}
        for at, field in self._fields:
            if _says(line.cells[at]):
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


def _says(cell: str) -> bool:
    return bool(cell) and cell.casefold() not in EMPTY


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


def _role(cell: str, person: dict[str, Any]) -> str:
    person["role"] = cell
    return ""


def _table(cell: str, person: dict[str, Any]) -> str:
    number = re.fullmatch(r"\D{0,12}(\d{1,4})", cell)
    person["table"] = int(number[1]) if number else 0
    return "" if number else f"Table “{cell}” is no number; left out."


_UNDERSTOOD: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "group": _group,
    "organisation": _organisation,
    "email": _email,
    "language": _language,
    "role": _role,
    "table": _table,
}
