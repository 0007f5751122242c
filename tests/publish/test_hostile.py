"""Whatever is typed comes out as text in all seven formats: nothing runs, opens or hides."""

import csv
import email
import email.policy
import json
import re
from collections import deque
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest

from facilitator.publish.export import ENDINGS, export
from facilitator.publish.summary import Summary
from facilitator.publish.typed import plain
from tests.publish.leaks import bare, pieces, readings
from tests.publish.sample import SAMPLE

TYPED = {
    "markup": "<b onclick='x()'>bold</b> &amp; <script>alert(1)</script> {0} %s ${x} ]]>",
    "a formula": "=cmd|' /C calc'!A0",
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a formula after a tab": '\t=HYPERLINK("https://evil.example","open")',
    "Markdown": "# head\n- item\n1. one\n| a | b |\n[open](https://evil.example) ![x](y) `c` *",
    "lines of a calendar": "End\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:another;X=1,2\\n",
    "lines of a mail": "Hello\r\nBcc: evil@mail.example\r\n\r\n--=_x\r\nContent-Type: text/x\r\n",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x85f",
    "other directions": "user \u202egnp.exe\u202c and \u2066x\u2069 \u200fשלום\u200e done",
    "no width": "pass\u200bword \u2060joined\ufeff soft\u00adhyphen \u200dx",
    "half a sign": "before \ud83d after",
    "signs of PDF": r"(unbalanced \) ) Tj ET /JS (x) \051 <</S/JavaScript>> endobj",
    "a long word": "W" * 500,
    "a long note": "A light is out, and nobody mends it. " * 81,
    "emoji": "👩‍👩‍👧 🕊️ 🇺🇸",
}
KEPT = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d|[A-Z]\d+|")  # dates, hours, numbers of promises
NAMES = ("edition", "timezone", "language", "date", "start", "end")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def soaked(value: Any, texts: deque[str]) -> Any:
    """Return plain data with one of the texts after the other wherever somebody may have typed."""
    if isinstance(value, tuple):
        return tuple(soaked(one, texts) for one in value)
    if isinstance(value, str):
        if KEPT.fullmatch(value):
            return value
        texts.rotate(-1)
        return texts[0]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    typed = (f.name for f in fields(value) if f.name not in NAMES)
    return replace(value, **{name: soaked(getattr(value, name), texts) for name in typed})


def hostile(turn: int = 0) -> Summary:
    texts = deque(TYPED.values())
    texts.rotate(turn)
    found: Summary = soaked(SAMPLE, texts)
    return found


def out(summary: Summary, path: Path) -> Path:
    export(summary, path)
    return path


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending != ".json"])
def test_all_that_was_typed_is_there(tmp_path: Path, ending: str):
    said: list[str] = []
    for turn in range(1 if ending in (".pdf", ".eml") else 4):
        path = out(hostile(turn), tmp_path / f"out{ending}")
        said += [reading.text for reading in readings(path.name, path.read_bytes())]
        if ending == ".csv":
            said += [bare(cell) for row in cells(path) for cell in row]
    lost = [what for what, text in TYPED.items() if not any(bare(plain(text)) in s for s in said)]
    assert lost == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_acts_unseen(tmp_path: Path, ending: str):
    path = out(hostile(1), tmp_path / f"out{ending}")
    for place, piece in pieces(path.name, path.read_bytes()):
        if isinstance(piece, str) or ending not in (".pdf", ".eml", ".xlsx"):
            text = piece if isinstance(piece, str) else piece.decode().removeprefix("\ufeff")
            found = UNSEEN.search(text.replace("\ufffe", ""))  # a line broken by pdfium
            assert not found, (place, text[max(0, found.start() - 40) : found.end() + 40])


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_no_cell_of_a_table_begins_as_a_formula(tmp_path: Path):
    for turn in range(2):
        for row in cells(out(hostile(turn), tmp_path / "a.csv")):
            assert not [cell for cell in row if cell.lstrip()[:1] in set("=+-@")]


def test_no_cell_of_a_spreadsheet_is_a_formula_or_a_link(tmp_path: Path):
    for turn in range(2):
        book = openpyxl.load_workbook(out(hostile(turn), tmp_path / "a.xlsx"))
        for sheet in book:
            every = [cell for row in sheet.iter_rows() for cell in row]
            assert not [cell for cell in every if cell.data_type in "fe" or cell.hyperlink]


def test_a_calendar_holds_what_it_should_and_no_more(tmp_path: Path):
    plainly = icalendar.Calendar.from_ical(out(SAMPLE, tmp_path / "a.ics").read_bytes())
    for turn in range(2):
        calendar = icalendar.Calendar.from_ical(out(hostile(turn), tmp_path / "b.ics").read_bytes())
        assert names(calendar) == names(plainly)


def names(of: icalendar.Component) -> list[Any]:
    return [of.name, sorted(set(of) - {"LOCATION"}), *map(names, of.subcomponents)]


def test_a_mail_has_the_heads_and_parts_it_should_and_no_more(tmp_path: Path):
    plainly = shape(out(SAMPLE, tmp_path / "a.eml"))
    assert shape(out(hostile(), tmp_path / "b.eml")) == plainly


def shape(path: Path) -> list[tuple[str, list[str]]]:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return [(part.get_content_type(), sorted(part.keys())) for part in mail.walk()]


def test_markdown_has_no_markup_link_or_picture(tmp_path: Path):
    for turn in range(2):
        text = out(hostile(turn), tmp_path / "a.md").read_text("utf-8")
        assert not re.search(r"(?<!\\)(\\\\)*[<\[`]", text)


def test_the_data_keeps_every_sign(tmp_path: Path):
    told = json.loads(out(hostile(), tmp_path / "a.json").read_text("utf-8"))
    for text in TYPED.values():
        assert text.replace("\ud83d", "\ufffd") in strings(told)


def strings(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        rows = value.values() if isinstance(value, dict) else value
        return [text for one in rows for text in strings(one)]
    return [value] if isinstance(value, str) else []


def test_paper_runs_nothing(tmp_path: Path):
    path = out(hostile(), tmp_path / "a.pdf")
    acts = rb"/(JavaScript|JS|Launch|AA|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b"
    for _, piece in pieces(path.name, path.read_bytes()):
        assert isinstance(piece, str) or not re.search(
            acts, re.sub(rb"\((\\.|[^\\)])*\)", b"", piece)
        )
