"""Reading a list of people from a file or from pasted text, whatever program wrote it."""

import csv
from io import StringIO
from pathlib import Path

from facilitator.faults import Fault
from facilitator.intake.decoding import decoded
from facilitator.intake.plain_lists import last_first, recipients, unmarked
from facilitator.intake.sheet import Sheet, sheet
from facilitator.intake.workbook import is_workbook, rows_of

READABLE = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods")  # endings, for a file dialog
LARGEST = 50_000_000  # bytes
ROWS, COLUMNS = 50_000, 300  # more is no list of people
_SEPARATORS = ",;\t|"
_SAMPLE = 20_000  # characters from which the separator is told
_PASTED = "The pasted text"


def read(path: Path) -> Sheet:
    """Return the table in a file, of a workbook the sheet with most rows, or raise Fault."""
    data = _bytes(path)
    if is_workbook(data):
        name, rows = rows_of(data, path.name)
        return _sheet(path.name, rows, f"{path.name}, {name}" if name else path.name)
    if data.lstrip()[:9].lower().startswith((b"<html", b"<table", b"<!doctype", b"<?xml")):
        raise Fault(
            f"“{path.name}” is a web page, whatever its name says. Open it in your spreadsheet"
            " program, save it as XLSX, and import that."
        )
    return _sheet(path.name, *_told_apart(decoded(data, path.name), path.name))


def read_text(text: str) -> Sheet:
    """Return the table in pasted text, or raise Fault if there is nothing in it."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no half letters
    return _sheet(_PASTED, *_told_apart(whole, ""))


def is_table(text: str) -> bool:
    """Say whether pasted text is several people rather than one name: it has a tab or a line."""
    return "\t" in text.strip() or "\n" in text.strip() or bool(recipients(text))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Fault(
                f"“{path.name}” is larger than 50 MB. Copy the list of people into a file of"
                " its own."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Fault(f"“{path.name}” is not there any more. Choose the file again.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise Fault(f"“{path.name}” cannot be read: {why}.") from error


def _told_apart(text: str, name: str) -> tuple[list[list[str]], str]:
    """Return the rows of a text, and the name to call it by."""
    text = text.removeprefix("\ufeff").replace("\0", "")
    first, _, rest = text.partition("\n")
    if first[:4].lower() == "sep=" and len(first.rstrip()) == 5:  # Excel's own; it has no number
        return _rows(rest, first[4]), name
    text = unmarked(text)
    if people := recipients(text):
        return [[one] for one in people], name
    separator = _separator(text)
    return _rows(text, "" if separator == "," and last_first(text) else separator), name


def _separator(text: str) -> str:
    """Return what stands between the cells, or nothing for a single column."""
    import clevercsv

    found = clevercsv.Detector().detect(text[:_SAMPLE], delimiters=_SEPARATORS)
    return (found.delimiter or "") if found else ""


def _rows(text: str, separator: str) -> list[list[str]]:
    """Return the rows as a spreadsheet would; a stray quotation mark swallows no rows."""
    if not separator:
        return [[line] for line in StringIO(text, newline=None)]
    try:
        return _parsed(text, separator, strict=True)
    except csv.Error:
        rows = _parsed(text, separator)
    if any("\n" in cell or "\r" in cell for row in rows for cell in row):
        rows = _parsed(text, separator, quoted=False)
        return [[cell.strip().removeprefix('"').removesuffix('"') for cell in row] for row in rows]
    return rows


def _parsed(
    text: str, separator: str, strict: bool = False, quoted: bool = True
) -> list[list[str]]:
    csv.field_size_limit(LARGEST)
    lines = StringIO(text, newline="")
    if quoted:
        return list(csv.reader(lines, delimiter=separator, strict=strict))
    return list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))


def _sheet(called: str, rows: list[list[str]], name: str) -> Sheet:
    found = sheet(name, rows)
    if not found.lines:
        raise Fault(f"{_quoted(called)} has nothing in it. Choose another list.")
    if len(found.lines) > ROWS:
        raise Fault(f"{_quoted(called)} has more than 50,000 rows. Import a part of it at a time.")
    if found.width > COLUMNS:
        raise Fault(f"{_quoted(called)} has more than 300 columns. Copy only those of the people.")
    return found


def _quoted(called: str) -> str:
    return called if called == _PASTED else f"“{called}”"
