"""What each column of a list of people is: guessed from its head or its cells, changed by hand."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from facilitator.intake.headings import NOTHING, Meant, head_of, meaning
from facilitator.intake.sheet import Line, Sheet
from facilitator.intake.words import group_codes, is_email, languages_in

# What a column may be, with words for it; "group" may be several columns, the first is primary.
FIELDS = {
    "": "Leave out",
    "name": "Name",
    "first": "First name",
    "last": "Last name",
    "group": "Group",
    "organisation": "Organisation",
    "email": "E-mail",
    "language": "Language",
    "interpreted": "Needs an interpreter",
    "consent": "May be named",
    "minor": "Under 18",
    "role": "Role in the session",
    "table": "Table",
    "invited": "Invited",
    "confirmed": "Confirmed",
}


class Columns(NamedTuple):
    head: int  # how many lines of the sheet stand above the people: titles and the head row
    fields: tuple[str, ...]  # what each column is: a code of FIELDS

    def choose(self, column: int, field: str) -> "Columns":
        """Say what a column is; another that was the same is left out, but for groups."""
        kept = ["" if was == field != "group" else was for was in self.fields]
        kept[column] = field
        return self._replace(fields=tuple(kept))

    def people(self, sheet: Sheet) -> tuple[Line, ...]:
        """Return the rows below the head."""
        return sheet.lines[self.head :]

    def heads(self, sheet: Sheet) -> tuple[str, ...]:
        """Return the words over the columns, or "Column A", "Column B" … where there are none."""
        cells = sheet.lines[self.head - 1].cells if self.head else ()
        return tuple(
            (cells[at] if self.head else "") or f"Column {_letter(at)}" for at in range(sheet.width)
        )


def _letter(at: int) -> str:
    """Return what a spreadsheet calls a column: A … Z, AA, AB …"""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def guess(sheet: Sheet) -> Columns:
    """Say what the columns seem to be: by the heads over them, else by what stands in them."""
    head = head_of(sheet.lines)
    heads = sheet.lines[head - 1].cells if head else ("",) * sheet.width
    fields = _by_head(heads)
    below = list(zip(*(line.cells for line in sheet.lines[head : head + _LOOKED_AT]), strict=True))
    blank: tuple[str, ...] = ()
    columns = [tuple(filter(None, column)) for column in below] or [blank] * sheet.width
    _by_cells(fields, columns, [not words for words in heads])
    return Columns(head, tuple("" if field in (None, NOTHING) else str(field) for field in fields))


_LOOKED_AT = 300  # rows, to tell what a column is


def _by_head(heads: Sequence[str]) -> list[str | None]:
    """Return the field of each head, `nothing` for what is not asked, None where it says nothing.

    Of several heads for one field the surest has it, or the first.
    """
    meant = [meaning(words) for words in heads]
    best: dict[str, Meant] = {}
    for found in meant:
        if found and (found.field not in best or found.weight > best[found.field].weight):
            best[found.field] = found
    fields: list[str | None] = []
    for found in meant:
        many = found and (found.field in ("group", NOTHING) or found is best.get(found.field))
        fields.append(found.field if found and many else NOTHING if found else None)
        if found and found.field not in ("group", NOTHING):
            best.pop(found.field if found is best.get(found.field) else "", None)
    if "last" in fields and "first" not in fields and "name" in fields:
        fields[fields.index("name")] = "first"  # Nombre, Apellidos
    return fields
