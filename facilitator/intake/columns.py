"""What each column of a list of people is: guessed from its head or its cells, changed by hand."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from facilitator.intake.answers import Question
from facilitator.intake.consent import Asked, asks, is_code
from facilitator.intake.headings import NOTHING, Meant, head_of, meaning, phrased
from facilitator.intake.sheet import Line, Sheet
from facilitator.intake.words import answer, group_codes, is_email, languages_in, yes
from facilitator.room.folding import words_of
from facilitator.room.groups import known_code

# What a column may be, with words for it.
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


# What may be several columns: the first group is primary, the consent that allows least counts.
_SEVERAL = frozenset({"group", "consent"})


class Columns(NamedTuple):
    head: int  # how many lines of the sheet stand above the people: titles and the head row
    fields: tuple[str, ...]  # what each column is: a code of FIELDS
    by_hand: frozenset[int] = frozenset()  # the columns of which a person said it

    def choose(self, column: int, field: str) -> "Columns":
        """Say what a column is; another that was the same is left out, if it cannot be both."""
        kept = ["" if was == field and field not in _SEVERAL else was for was in self.fields]
        kept[column] = field
        return self._replace(fields=tuple(kept), by_hand=self.by_hand | {column})

    def questions(self, sheet: Sheet) -> tuple[Question, ...]:
        """Return each column as what its head asks, and whether a person said that it does."""
        heads = sheet.lines[self.head - 1].cells if self.head else ("",) * len(self.fields)
        return tuple(
            Question(field, head, at in self.by_hand)
            for at, (field, head) in enumerate(zip(self.fields, heads, strict=False))
        )

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
    below = sheet.lines[head : head + _LOOKED_AT]
    columns = [[line.cells[at] for line in below if line.cells[at]] for at in range(sheet.width)]
    fields = _by_head(heads, columns)
    _by_cells(fields, columns)
    if not head:
        _next(fields, columns, "organisation")
    return Columns(head, tuple("" if field in (None, NOTHING) else str(field) for field in fields))


_LOOKED_AT = 300  # rows, to tell what a column is
_TAG = 3  # letters of the tag of a language; Bo, Li and Ana are three of them


def _by_head(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the field of each head, `nothing` for what is not asked, None where it says nothing.

    Of several heads for one field the surest has it.
    """
    meant = list(map(_meant, heads, columns))
    fields: list[str | None] = [found.field if found else None for found in meant]
    weights = [found.weight if found else (False, 0, 0) for found in meant]
    for field in filter(None, set(fields) - {*_SEVERAL, NOTHING}):
        places = [at for at, other in enumerate(fields) if other == field]
        turned = {at for at in places if Question(field, heads[at]).turned}
        surest = max(places, key=lambda at: (at not in turned, weights[at]))
        for at in places:
            denies = field == "confirmed" and at in turned  # "Canceled" beside "Coming"
            fields[at] = field if at == surest or denies else NOTHING
    if "last" in fields and "first" not in fields and "name" in fields:
        fields[fields.index("name")] = "first"  # Nombre, Apellidos
    return fields


def _meant(head: str, column: Sequence[str]) -> Meant | None:
    """Return what a head means; where it may speak of consent or not, its cells decide."""
    found, asked = meaning(head), asks(head)
    if found is None or asked not in (Asked.UNCLEAR, Asked.OTHER):
        return found
    answered = not column or _most(column, lambda cell: is_code(cell) or answer(cell) is not None)
    otherwise = phrased(head)
    if otherwise and not answered:
        return otherwise
    coded = asked is Asked.UNCLEAR and any(is_code(cell) and yes(cell) is None for cell in column)
    return found._replace(field="consent" if coded else NOTHING)


def _by_cells(fields: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Tell columns whose heads say nothing by their cells."""
    telling: dict[str, Callable[[str], object]] = {
        "email": is_email,
        "group": lambda cell: all(map(known_code, group_codes(cell))),
        "language": lambda cell: _no_tag(cell) and languages_in(cell)[0],
    }
    for field, fits in telling.items():
        for at, column in enumerate(columns):
            if fields[at] is None and field not in fields and _most(column, fits):
                fields[at] = field
    if not {"name", "first", "last"} & set(fields):
        free = [
            at for at, field in enumerate(fields) if field is None and _most(columns[at], _wordy)
        ]
        if len(free) > 1 and all(_most(columns[at], _one_word, 0.8) for at in free[:2]):
            fields[free[0]], fields[free[1]] = "first", "last"
        else:
            _next(fields, columns, "name")


def _next(fields: list[str | None], columns: Sequence[Sequence[str]], field: str) -> None:
    """Let the first column of words that is nothing yet be this."""
    free = (at for at, was in enumerate(fields) if was is None and _most(columns[at], _wordy))
    at = next(free, None)
    if at is not None and field not in fields:
        fields[at] = field


def _most(column: Sequence[str], fits: Callable[[str], object], share: float = 0.5) -> bool:
    return bool(column) and sum(map(bool, map(fits, column))) >= share * len(column)


def _wordy(cell: str) -> bool:
    if yes(cell) is not None or is_code(cell):
        return False
    return any(map(str.isalpha, cell)) and not any(map(str.isdigit, cell))


def _no_tag(cell: str) -> bool:
    return all(len(word) > _TAG for word in words_of(cell))


def _one_word(cell: str) -> bool:
    return " " not in cell
