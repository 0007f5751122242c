"""A test of the test: a name that did get out is found wherever it stands, in any writing."""

import base64
import zipfile
import zlib
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from facilitator.publish.export import export
from tests.publish.leaks import leaks
from tests.publish.sample import SAMPLE

NAME, ARABIC, NOBODY = "Ảo Fictive", "الخيالية", "Nobody Atall"
UTF16 = NAME.encode("utf-16-be")
OCTAL = "".join(f"\\{byte:03o}" for byte in b"\xfe\xff" + UTF16)
QUOTED = "=E1=BA=A2o Fic=\r\ntive"


def packed(text: str) -> bytes:
    data = zlib.compress(text.encode())
    head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(data)
    return head + data + b"\nendstream"


OBJECTS = {
    "a title": f"<</Title({OCTAL})>>".encode(),
    "a title in two bytes": b"<</Title(\xfe\xff" + UTF16 + b")>>",
    "a bookmark": f"<</Title<FEFF{UTF16.hex().upper()}>>>".encode(),
    "other words for glyphs": f"<</ActualText<feff{UTF16.hex()}>>>".encode(),
    "a figure": f"<</Alt({OCTAL})/S/Figure>>".encode(),
    "a link": b"<</URI(https://example.org/?%E1%BA%A2o%20Fictive)>>",
    "metadata": f"<x:xmpmeta><dc:creator>{NAME}</dc:creator></x:xmpmeta>".encode(),
    "packed metadata": packed("<dc:creator>&#7842;o Fictive</dc:creator>"),
    "a packed object": packed(f"<</Title({OCTAL})>>"),
    "what a page draws": packed(f"/Span<</ActualText<FEFF{UTF16.hex()}>>>BDC(..)Tj EMC"),
    "an attached file": packed(f"who,what\r\n{NAME},Call"),
}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("paper") / "a.pdf"
    export(SAMPLE, path)
    return path.read_bytes()


@pytest.mark.parametrize("place", OBJECTS)
def test_in_paper(tmp_path: Path, paper: bytes, place: str):
    path = tmp_path / "a.pdf"
    path.write_bytes(paper + b"\n99999 0 obj\n" + OBJECTS[place] + b"\nendobj\n")
    assert leaks(path, [NAME])
    assert not leaks(path, [NOBODY])


@pytest.mark.parametrize("typed", [NAME, NAME.upper(), "A\u0309o Fic\u200btive", ARABIC])
def test_on_a_page(tmp_path: Path, typed: str):
    path = tmp_path / "a.pdf"
    export(replace(SAMPLE, purpose=f"What of {typed}?"), path)
    places = " ".join(leak.place for leak in leaks(path, [typed, NOBODY]))
    assert "text at" in places, "by the fonts' own tables"
    assert "page 1" in places, "as a reader copies it"
    export(SAMPLE, path)
    assert not leaks(path, [NOBODY])


TEXTS = {
    "a.json": rf'{{"who": "{NAME}"}}',
    "b.json": r'{"who": "\u1ea2o Fictive"}',
    "a.csv": f"C1,{NAME.upper()}\r\n",
    "a.md": r"Ảo\_Fictive and ảo fictive",
    "b.md": "A\u0309o F\u200bic\u00adtive",
    "c.md": "[them](https://example.org/%E1%BA%A2o%20Fictive)",
    "d.md": "&#7842;o Fictive",
    "a.ics": f"SUMMARY:{NAME[:5]}\r\n {NAME[5:]}\r\n",
    "b.ics": "SUMMARY:Ảo\\, no: Ảo\\nFictive\r\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_in_text(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_text(TEXTS[name], "utf-8", newline="")
    assert leaks(path, [NAME])
    assert not leaks(path, [NOBODY])


def test_in_two_bytes_a_letter(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text(f"who,what\n{NAME},Call", "utf-16")
    assert leaks(path, [NAME])


MAILS = {
    "a subject": "Subject: =?utf-8?b?" + base64.b64encode(NAME.encode()).decode() + "?=\r\n\r\nHi",
    "an address": "To: =?utf-8?q?=E1=BA=A2o_Fictive?= <a@example.org>\r\n\r\nHi",
    "a quoted body": "Content-Transfer-Encoding: quoted-printable\r\n"
    f"Content-Type: text/plain; charset=utf-8\r\n\r\n{QUOTED}\r\n",
    "a packed body": "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-8"
    "\r\n\r\n" + base64.b64encode(NAME.encode()).decode(),
}


@pytest.mark.parametrize("place", MAILS)
def test_in_mail(tmp_path: Path, place: str):
    path = tmp_path / "a.eml"
    path.write_text(MAILS[place], "utf-8", newline="")
    assert leaks(path, [NAME])
    assert not leaks(path, [NOBODY])


@pytest.mark.parametrize("what", ["a.pdf", "a.ics", "a.csv", f"{NAME}.txt"])
def test_in_what_a_mail_brings(tmp_path: Path, what: str):
    path, mail = tmp_path / what, EmailMessage()
    if what == "a.pdf":
        export(replace(SAMPLE, purpose=NAME), path)
    else:
        path.write_text(TEXTS.get(what, "nothing"), "utf-8", newline="")
    mail.set_content("Hello")
    mail.add_attachment(path.read_bytes(), maintype="x", subtype="y", filename=what)
    whole = tmp_path / "whole.eml"
    whole.write_bytes(mail.as_bytes())
    assert leaks(whole, [NAME])
    assert not leaks(whole, [NOBODY])


@pytest.mark.parametrize(
    ("member", "text"),
    [
        ("xl/sharedStrings.xml", f"<t>{NAME}</t>"),
        ("xl/worksheets/sheet1.xml", "<c>&#x1EA2;o Fictive</c>"),
        ("docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>"),
        ("xl/workbook.xml", f'<sheet name="{NAME}"/>'),
        ("xl/comments1.xml", f"<r><t>Ảo</t></r> {NAME}"),
        (f"xl/{NAME}.xml", ""),
    ],
)
def test_in_a_spreadsheet(tmp_path: Path, member: str, text: str):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(member, text)
    assert leaks(path, [NAME])
    assert not leaks(path, [NOBODY])
