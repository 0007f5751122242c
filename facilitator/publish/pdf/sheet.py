"""The sheet of paper: the one place that paints text, rules and bars on ReportLab's canvas."""

from enum import StrEnum
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.text import INK, SOFT, Lines

PAGE_WIDTH, PAGE_HEIGHT = letter
MARGIN = 60.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = PAGE_HEIGHT - 48
HEIGHT = 690.0  # of what stands between top and footer
FOOT = 42.0  # where the footer's lines begin, from below

THICK, THIN = 1.5, 0.4


class Role(StrEnum):
    """What a text is, by the names that tagged paper gives it."""

    TITLE = "H1"
    SECTION = "H2"
    PART = "H3"
    PARAGRAPH = "P"
    LABEL = "Lbl"
    ITEM = "LBody"
    HEAD = "TH"
    DATA = "TD"
    FOOTER = "Artifact"


LEVELS = {Role.TITLE: 0, Role.SECTION: 1, Role.PART: 2}


class Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that knows our fonts. Lengths are in points, y grows upward."""

    def __init__(
        self, path: Path, shaper: Shaper, language: str, size: tuple[float, float] = letter
    ) -> None:
        super().__init__(
            str(path), size, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7)
        )
        self.setCreator("Facilitator")
        self.shaper = shaper
        self._bookmarks = 0

    def _make_preamble(self) -> None:
        """WORKAROUND: the canvas starts every page in Helvetica, which is not in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    def write(
        self,
        lines: Lines,
        role: Role,
        x: float,
        top: float,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        """Paint lines; headings also go into the outline."""
        if role in LEVELS and first == 0:
            self._bookmark(lines.text, LEVELS[role], top)
        for piece in lines.pieces(x, top, first, last):
            block = f"BT {piece.operators} ET"
            if piece.actual:
                actual = piece.actual.encode("utf-16-be").hex().upper()
                block = f"/Span <</ActualText <FEFF{actual}>>> BDC {block} EMC"
            self.addLiteral(block)

    def _bookmark(self, title: str, level: int, top: float) -> None:
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level)

    def rule(self, x: float, y: float, width: float, weight: float) -> None:
        """A line whose upper edge is at y."""
        self.bar(x, y, width, weight, soft=weight < THICK)

    def bar(self, x: float, top: float, width: float, height: float, soft: bool = False) -> None:
        colour = SOFT if soft else INK
        self.addLiteral(f"{colour} {x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re f")

    def gap(self, x: float, top: float, width: float, height: float) -> None:
        """White, to set a mark off from what it lies on."""
        self.addLiteral(f"1 g {x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re f")

    def outline(self, x: float, top: float, width: float, height: float) -> None:
        """An empty bar, its line inside the given box."""
        inner = f"{x + THIN / 2:.2f} {top - height + THIN / 2:.2f}"
        size = f"{max(width - THIN, THIN):.2f} {height - THIN:.2f}"
        self.addLiteral(f"{INK.upper()} {THIN} w {inner} {size} re S")

    def save(self) -> Any:
        for font in self.shaper.fonts.values():
            font.embed(self._doc)
        return super().save()
