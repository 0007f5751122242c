"""A table of words as it came, each row with the number that a spreadsheet shows beside it."""

from typing import NamedTuple

# What nobody sees in a cell. A new line inside of one is shown as a slash.
_UNSEEN = dict.fromkeys([*range(9), *range(14, 28), 0x200B, 0x2060, 0xFEFF])


class Line(NamedTuple):
    """A row that has something in it."""

    number: int  # counted from 1, as the spreadsheet does
    cells: tuple[str, ...]  # tidied; as many as the sheet has columns

    @property
    def text(self) -> str:
        """Return the row as one line, to be shown where it cannot be told apart."""
        return " · ".join(cell for cell in self.cells if cell)


class Sheet(NamedTuple):
    name: str  # of the file, and of the sheet in it if there are more; "" for pasted text
    lines: tuple[Line, ...]  # blank rows are left out

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.lines[0].cells) if self.lines else 0


def sheet(name: str, rows: list[list[str]]) -> Sheet:
    """Return rows as a sheet: cells tidied, blank rows and the blank columns at the right gone."""
    tidied = [tuple(map(tidy, row)) for row in rows]
    full = [(number, row) for number, row in enumerate(tidied, 1) if any(row)]
    width = max((at for _, row in full for at, cell in enumerate(row, 1) if cell), default=0)
    blank = ("",) * width
    return Sheet(name, tuple(Line(number, (row + blank)[:width]) for number, row in full))


def tidy(cell: str) -> str:
    """Return the words of a cell in one line."""
    lines = (" ".join(line.split()) for line in cell.translate(_UNSEEN).splitlines())
    return " / ".join(line for line in lines if line)
