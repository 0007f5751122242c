"""A paper with a block of every kind, and what the checks say of a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import page as validator

from facilitator.publish.pdf.binding import bound
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pouring import pour
from facilitator.publish.pdf.press import Column, Press, typed
from facilitator.publish.pdf.sheet import FOOT, Role, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.pdf.xmp import About
from tests.publish.objects import read
from tests.publish.structure import faults

SOMALI = "Waxaan rabnaa in la tarjumo wax kasta."
MAIL = Span("write to us", link="mailto:someone@example.org")


def broken_rules(path: Path) -> list[str]:
    """What page-validation says against a file; nothing if it is PDF/UA-1."""
    told = validator.validate_pdf(path, profile=validator.ValidationProfile.PDF_UA_1)
    return [f"{one.rule_id}: {one.message}" for one in told.failures]


def wrong(path: Path) -> list[str]:
    """What either of the two says against a file."""
    return broken_rules(path) + faults(read(path.read_bytes()))


@dataclass(frozen=True, slots=True)
class Boxes:
    """A picture with a word in it."""

    press: Press
    width: float = 200.0
    height: float = 40.0

    def split(self, room: float) -> tuple["Boxes | None", "Boxes | None"]:
        return (self, None) if room >= self.height else (None, self)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.bar(x, top, 120, 12)
        sheet.outline(x, top - 20, 80, 12)
        self.press.text("twelve").paint(sheet, x + 124, top)


def bind(story: Iterable[Block], press: Press, path: Path) -> Path:
    """A paper of these blocks, with a footer."""
    page, about = press.page, About("A title", "Somebody", "", press.language, "2026-10-15")
    with bound(path, press, about) as sheet:
        for placed in pour(list(story), page.room):
            for cell, below, rule in placed:
                if rule:
                    sheet.rule(page.margin, page.top - below, press.width, rule)
                cell.paint(sheet, page.margin, page.top - below)
            press.text("The foot", role=Role.FOOTER).paint(sheet, page.margin, FOOT)
            sheet.showPage()
    return path


def every_block(press: Press) -> list[Block]:
    columns = [
        Column("No.", 30),
        Column("Who", 80, row_header=True),
        Column("What", 200),
        Column("Bar", 50, ornament=True),
    ]
    long = "A promise that takes more than one line to tell, and is told at some length. " * 3
    rows = [
        [str(n), [typed(f"Person {n}")], long * (20 if n == 7 else 1), Boxes(press, 50.0)]
        for n in range(1, 10)
    ]
    points = [Span("See "), Span("the rows below", link="#rows"), Span(" or "), MAIL, Span(".")]
    return [
        Block(press.text("What we heard", 20, role=Role.TITLE, bold=True)),
        press.paragraph(points),
        press.section("Words", name="words"),
        press.labelled("Idea", [typed(SOMALI, language="so"), Span(" – Families")]),
        press.labelled("Fact", [typed("ក្រុម ចាន់ said it")]),
        press.paragraph([Span("Someone asked: "), typed("¿Por qué?", language="es")]),
        press.labelled("1", "Passing is fine.", indent=18),
        press.figure(Boxes(press), "Twelve came and eight were invited.", "Who came"),
        press.heading("The rows", Role.PART, 10, 4, name="rows"),
        press.table(columns, rows, caption="Promises", summary="One promise a row."),
    ]
