"""Workbooks: the sheet of one that has most rows, its cells as words."""

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from facilitator.faults import Fault

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIPPED, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how the files begin
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MOST = 400_000_000  # bytes unpacked; a workbook of 50,000 people has a tenth
_ROWS = 100_000  # looked at; who has more has no list of people


def is_workbook(data: bytes) -> bool:
    return data.startswith((ZIPPED, COMPOUND))


def rows_of(data: bytes, name: str) -> tuple[str, list[list[str]]]:
    """Return the name of the fullest sheet that is not hidden, and its rows, or raise Fault."""
    if data.startswith(COMPOUND) and _LOCKED in data:
        raise _locked(name)
    if data.startswith(ZIPPED) and _unpacked(data) > _MOST:
        raise Fault(f"“{name}” is too large. Copy the list of people into a file of its own.")
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            sheets = [_rows(sheet) for sheet in _visible(book)]
            names = [sheet.name for sheet in _visible(book)]
    except calamine.PasswordError as error:
        raise _locked(name) from error
    except BaseException as error:  # a fault inside of the library is no Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise Fault(
            f"“{name}” cannot be read as a workbook. Open it in your spreadsheet program,"
            " save it as XLSX, and import that."
        ) from error
    # Rows of several cells count first: a sheet of remarks may be longer than the list.
    filled = [
        (sum(sum(map(bool, row)) > 1 for row in rows), sum(any(row) for row in rows))
        for rows in sheets
    ]
    best = filled.index(max(filled)) if filled else None
    if best is None:
        return "", []
    return names[best] if len(names) > 1 else "", sheets[best]


def _visible(book: "CalamineWorkbook") -> "list[CalamineSheet]":
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    kept = [
        about.name
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible
    ]
    return [book.get_sheet_by_name(name) for name in kept or book.sheet_names]


def _rows(sheet: "CalamineSheet") -> list[list[str]]:
    return [[_words(cell) for cell in row] for row in sheet.to_python(False, _ROWS + 1)]


def _words(cell: object) -> str:
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(" ", "minutes").removesuffix(" 00:00")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("minutes")
    return str(cell)


def _unpacked(data: bytes) -> int:
    try:
        with ZipFile(BytesIO(data)) as packed:
            return sum(part.file_size for part in packed.infolist())
    except Exception:  # a damaged archive raises anything
        return 0  # whoever reads it says so


def _locked(name: str) -> Fault:
    return Fault(
        f"“{name}” is locked with a password. Open it in your spreadsheet program, save a copy"
        " without one, and import that."
    )
