"""A table from a file or from pasted text: whatever wrote it, the cells are what was typed."""

import csv
import datetime as dt
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from facilitator.faults import Fault
from facilitator.intake import is_table, read, read_text
from facilitator.intake import reading as limits

DATA = Path(__file__).parent.parent / "data"
SPANISH = "Name;Group;Of\nGarcía Núñez, José;Policía;Ann’s\nÍñigo Peña;Educación;O’Neil & Co\n"
GERMAN = "Name;Gruppe;Of\nJürgen Groß;Polizei;–\nÄnne Müller;Schule;“Haus”\n"
FRENCH = "Nom,Groupe\nHélène Lefèvre,Église\nFrançois Gérôme,Élu\n"
POLISH = "Imię;Grupa\nŁukasz Żółć;Policja\nStanisław Dąbrowski;Szkoła\n"
VIETNAMESE = "Họ tên,Nhóm\nNguyễn Văn Ảo,Cảnh sát\nTrần Thị Bích,Giáo dục\n"
RUSSIAN = "Имя;Группа\nИван Петров;Полиция\nМария Смирнова;Школа\n"
JAPANESE = "名前,グループ\n田中太郎,警察\n鈴木花子,学校\n山田次郎,市民\n"
KOREAN = "이름,그룹\n김민수,경찰\n이영희,학교\n"
ARABIC = "الاسم;المجموعة\nليلى الخيالية;شرطة\nمحمد عبد الله;مدرسة\n"
SHORT = "name,group\nJosé,Police\nBob,Business\n"


def cells(text: str, separator: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in csv.reader(StringIO(text), delimiter=separator) if row]


def told(path: Path, data: bytes) -> list[tuple[str, ...]]:
    path.write_bytes(data)
    return [line.cells for line in read(path).lines]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "utf-8") for text in (SPANISH, VIETNAMESE, ARABIC, JAPANESE, KOREAN, RUSSIAN)),
        *((VIETNAMESE, f"utf-{form}") for form in ("8-sig", "16", "16-le", "16-be", "32")),
        *((text, "cp1252") for text in (SPANISH, GERMAN, FRENCH, SHORT)),
        *((text, "mac_roman") for text in (SPANISH, GERMAN, FRENCH, SHORT)),
        *((text, "cp850") for text in (FRENCH, SHORT)),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (KOREAN, "euc_kr"),
        (ARABIC, "cp1256"),
    ],
)
def test_any_encoding(tmp_path: Path, text: str, encoding: str):
    separator = ";" if ";" in text else ","
    assert told(tmp_path / "list.csv", text.encode(encoding)) == cells(text, separator)


def test_one_byte_astray_does_not_turn_the_rest_to_gibberish(tmp_path: Path):
    data = "José,Niño\nÍñigo,Peña\n".encode() + "René,x\n".encode("cp1252")
    assert told(tmp_path / "a.csv", data)[2] == ("René", "x")


@pytest.mark.parametrize("separator", list(",;\t|"))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator(tmp_path: Path, separator: str, end: str):
    rows = [("Name", "Notes"), ("Ana", 'says "no; nuts, please"'), ("Bo | Bea", ""), ("Cy", "x")]
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    assert told(tmp_path / "list.txt", text.getvalue().encode()) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ana María\nBob Smith\n", [(1, ("Ana María",)), (2, ("Bob Smith",))]),
        ("sep=;\nName;Group\nAna;Police\n", [(1, ("Name", "Group")), (2, ("Ana", "Police"))]),
        ("\n\nName\tGroup\n\nAna\tPolice\t\n", [(3, ("Name", "Group")), (5, ("Ana", "Police"))]),
        (
            'a,b\n"Ana\nMaría",x\nBo,y\n',
            [(1, ("a", "b")), (2, ("Ana / María", "x")), (3, ("Bo", "y"))],
        ),
        ('a,b\n"Ana,x\nBo,y\n', [(1, ("a", "b")), (2, ("Ana", "x")), (3, ("Bo", "y"))]),  # no end
        ("a\tb\n=1+1\t<b>Bo</b>\n", [(1, ("a", "b")), (2, ("=1+1", "<b>Bo</b>"))]),
        ("a\tb\nA\0na\t\u200bBo\ud83d\n", [(1, ("a", "b")), (2, ("Ana", "Bo\ufffd"))]),
    ],
)
def test_rows_keep_the_numbers_that_a_spreadsheet_shows(
    text: str, rows: list[tuple[int, tuple[str, ...]]]
):
    assert list(read_text(text).lines) == rows


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        listed = book.create_sheet(name)
        for row in rows:
            listed.append(row)
        listed.sheet_state = "hidden" if name == "Lists" else "visible"
    book.save(path)
    return path


def test_the_fullest_sheet_of_a_workbook_is_the_list(tmp_path: Path):
    rows: list[list[object]] = [
        [],
        ["Name", "Table", "Since", "Named", "Share"],
        ["Ảo", 5, dt.date(2026, 3, 1), True, 0.5],
        ["Bo", 6.0, dt.datetime(2026, 3, 1, 18, 30), False, None],
    ]
    path = workbook(tmp_path / "l.xlsx", Notes=[["x"]], Invited=rows, Lists=[["a"]] * 9)
    sheet = read(path)
    assert sheet.name == "l.xlsx, Invited"
    assert sheet.lines[0] == (2, ("Name", "Table", "Since", "Named", "Share"))
    assert sheet.lines[1].cells == ("Ảo", "5", "2026-03-01", "yes", "0.5")
    assert sheet.lines[2].cells == ("Bo", "6", "2026-03-01 18:30", "no", "")


def test_a_workbook_is_known_by_what_is_in_it_and_not_by_its_name(tmp_path: Path):
    path = workbook(tmp_path / "l.xlsx", A=[["Name"], ["Ana"]])
    assert read(path.rename(tmp_path / "l.csv")).lines[1].cells == ("Ana",)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "“a.csv” has nothing in it"),
        ("a.csv", b" \n;;\n\r\n", "“a.csv” has nothing in it"),
        ("a.csv", bytes(range(256)) * 9, "“a.csv” is no list that can be read here"),
        ("a.pdf", b"%PDF-1.7\n\x00\x01\x02\x03" * 50, "“a.pdf” is no list"),
        ("a.csv", b"%PDF-1.7\n1 0 obj\nendobj\n", "“a.csv” is no list"),
        ("a.csv", rb"{\rtf1 Ana\par Bo\par}", "“a.csv” is no list"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "“a.xlsx” cannot be read as a workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "“a.xls” cannot be read as"),
        ("a.xls", b"<html><table><tr><td>Ana", "“a.xls” is a web page"),
        ("a.csv", b"x\n" * 50_001, "“a.csv” has more than 50,000 rows"),
        ("a.csv", b"x," * 301 + b"x\n", "“a.csv” has more than 300 columns"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, data: bytes, said: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Fault, match=said):
        read(tmp_path / name)


def test_a_locked_workbook_says_so():
    with pytest.raises(Fault, match=r"“locked\.xlsx” is locked with a password"):
        read(DATA / "locked.xlsx")


def test_a_file_that_is_gone_or_no_file_says_so(tmp_path: Path):
    with pytest.raises(Fault, match="is not there any more"):
        read(tmp_path / "gone.csv")
    with pytest.raises(Fault, match="cannot be read"):
        read(tmp_path)


def test_a_huge_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST", 3)
    (tmp_path / "a.csv").write_bytes(b"Ana\nBo\n")
    with pytest.raises(Fault, match="larger than 50 MB"):
        read(tmp_path / "a.csv")


def test_nothing_pasted_is_said(tmp_path: Path):
    with pytest.raises(Fault, match="The pasted text has nothing in it"):
        read_text(" \n\t\n")


@pytest.mark.parametrize(
    ("text", "table"),
    [("Ana María", False), ("Ana\n", False), ("", False), ("Ana\tPolice", True), ("A\nB", True)],
)
def test_pasted_text_is_a_table_if_it_has_a_tab_or_a_line(text: str, table: bool):
    assert is_table(text) is table


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_whatever_a_file_holds_is_a_table_or_a_sentence(tmp_path_factory, data: bytes):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    try:
        sheet = read(path)
    except Fault:
        return
    assert sheet.lines
    assert {len(line.cells) for line in sheet.lines} == {sheet.width}


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=30))
def test_a_workbook_loses_and_invents_no_cell(rows: list[list[str]]):
    written, book = BytesIO(), Workbook()
    for row in rows:
        book.active.append(row)
    for row in book.active.rows:
        for cell in row:
            cell.data_type = "s"
    book.save(written)
    from facilitator.intake.workbook import rows_of

    assert rows_of(written.getvalue(), "a.xlsx")[1] == rows
