"""The summary for spreadsheets, CSV and XLSX: no text that somebody typed ever runs in one."""

import csv
import io
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from facilitator.publish import words
from facilitator.publish.summary import Summary
from facilitator.publish.tables import Cell, Table, promised, tables
from facilitator.publish.typed import one_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # UTF-16 units in a cell, by the file format
CUT = " … [cut here: a cell holds no more]"
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree on what day a number is
_DAY_S = 24 * 60 * 60
# What a spreadsheet takes for a formula: a sign at the beginning of a text, behind whatever is not
# seen; or behind a semicolon, which parts cells in half of Europe.
_RUNS = re.compile(
    "(?:^|(?<=;))(?=[\\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]*[=+\\-@＝＋－＠﹦﹢﹣﹫])"
)


def promises_csv(summary: Summary) -> bytes:
    """Return promises and requests, one a row. The mark at its head tells Excel it is UTF-8."""
    out = io.StringIO()
    table = promised(summary)
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(column.head for column in table.columns)
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return ("\ufeff" + out.getvalue()).encode()


def workbook(summary: Summary) -> bytes:
    """Return a workbook with a sheet for each table that holds anything."""
    from xlsxwriter import Workbook  # slow to import

    out = io.BytesIO()
    texts_stay = dict.fromkeys(("strings_to_formulas", "strings_to_urls"), False)
    book = Workbook(out, {"in_memory": True, "strings_to_numbers": False, **texts_stay})
    _describe(book, summary)
    formats = {
        kind: book.add_format({"text_wrap": True, "valign": "top", **more})
        for kind, more in _FORMATS.items()
    }
    for table in tables(summary):
        _fill(book.add_worksheet(table.name), table, formats)
    book.close()
    return out.getvalue()


_FORMATS: dict[type, dict[str, Any]] = {
    Table: {"bold": True, "bottom": 1},  # the head
    str: {"num_format": "@"},  # text stays text when somebody edits the cell
    int: {"num_format": "#,##0", "align": "left"},
    float: {"num_format": "0%", "align": "left"},
    date: {"num_format": "d mmm yyyy", "align": "left"},
    timedelta: {"num_format": "[m]:ss", "align": "left"},
}


def _describe(book: "Workbook", summary: Summary) -> None:
    """Tell what the file is, with the date of the session instead of today's."""
    try:
        created = datetime.fromisoformat(summary.date).replace(tzinfo=None)
    except ValueError:
        created = datetime(2000, 1, 1)
    properties = {
        "title": one_line(summary.title),
        "subject": words.edition(summary.edition),
        "author": one_line(summary.convener),
        "status": "Draft" if summary.draft else "Approved",
    }
    book.set_properties({**properties, "created": created})
    if language := one_line(summary.language):
        book.set_custom_property("Language", language[:255])


def _fill(sheet: "Worksheet", table: Table, formats: dict[type, Any]) -> None:
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.head, formats[Table])
    for line, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, line, at, cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: "Worksheet", line: int, at: int, cell: Cell, formats: dict[type, Any]) -> None:
    if isinstance(cell, date) and cell < _FIRST_DAY:
        cell = cell.isoformat()
    how = formats[type(cell)]
    if isinstance(cell, str):
        sheet.write_string(line, at, fitting(cell), how)
    elif isinstance(cell, date):
        sheet.write_datetime(line, at, cell, how)
    elif isinstance(cell, timedelta):
        sheet.write_number(line, at, cell.total_seconds() / _DAY_S, how)
    else:
        sheet.write_number(line, at, cell, how)


def fitting(text: str) -> str:
    """Return a text as a cell takes it; one that is too long is cut, and says so."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _as_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return _RUNS.sub("'", cell)
    if isinstance(cell, timedelta):
        return words.clock(cell.total_seconds())
    return str(cell)
