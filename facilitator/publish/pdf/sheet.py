"""The sheet of paper: the one place that paints text, rules and bars on ReportLab's canvas.

What no element owns is an artifact, so nothing on a page is ever neither.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator.publish.pdf import xmp
from facilitator.publish.pdf.compact import CompactDocument, Stream
from facilitator.publish.pdf.language import same
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.stock import LETTER, Stock
from facilitator.publish.pdf.tags import Artifact, Element, Owner, Tree, text
from facilitator.publish.pdf.text import INK, SOFT, Lines, Piece

FOOT = 42.0  # where the footer's lines begin, from below
THICK, THIN = 1.5, 0.4
HAIR = "0.6 g"  # of the thin rules, which only part rows
PRINTED = 4  # the flag of an annotation
URI = ":/?#[]@!$&'()*+,;=-._~%"  # what stands in an address as it is


class Role(StrEnum):
    """What a text is, by the names that tagged paper gives it."""

    TITLE = "H1"
    SECTION = "H2"
    PART = "H3"
    PARAGRAPH = "P"
    LABEL = "Lbl"
    ITEM = "LBody"
    CAPTION = "Caption"
    HEAD = "TH Column"
    ROW_HEAD = "TH Row"
    DATA = "TD"
    HEADER = "Header"
    FOOTER = "Footer"


LEVELS = {"H1": 0, "H2": 1, "H3": 2}


class Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that knows our fonts, and who owns its marks. Lengths are in points; y grows
    upward."""

    def __init__(self, path: Path, shaper: Shaper, about: xmp.About, page: Stock = LETTER) -> None:
        size = (page.width, page.height)
        super().__init__(str(path), size, invariant=1, lang=about.language, pdfVersion=(1, 7))
        self._doc.__class__ = CompactDocument
        self.shaper, self.about = shaper, about
        self._tree = Tree()
        self._key: int | None = None  # of this page, once it has a mark
        self._owner: Owner | None = None  # of the marks that go on
        self._whole: Owner | None = None  # what owns everything for now
        self._keys: dict[int, Any] = {}  # the pages so far
        self._over: list[str] = []  # marks over letters of this page; the letters tell them
        self._headings = self._links = 0

    def _make_preamble(self) -> None:
        """WORKAROUND: the canvas starts every page in Helvetica, which is not in the file."""
        self._preamble = "1 0 0 1 0 0 cm"

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """What is painted meanwhile stands in this element."""
        if element is None or self._whole is not None:
            yield
            return
        self._tree.open(element)
        yield
        self._tree.close()

    @contextmanager
    def as_one(self, owner: Owner) -> Iterator[None]:
        """What is painted meanwhile is one picture, or nothing that is told."""
        outer = self._whole
        if outer is None:
            self._whole = owner
            if isinstance(owner, Element):
                self._tree.place(owner)
        yield
        self._whole = outer

    def write(
        self,
        lines: Lines,
        owner: Owner,
        x: float,
        top: float,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        """Paint lines; headings also go into the outline."""
        element = owner if isinstance(owner, Element) and self._whole is None else None
        if element:
            self._tree.place(element)
            if element.kind in LEVELS and first == 0:
                self._bookmark(lines.text, element, top)
        for piece in lines.pieces(x, top, first, last):
            part = self._part(element, piece) if element else owner
            actual = piece.actual if isinstance(self._whole or part, Element) else ""
            self._mark(part, f"BT {piece.operators} ET", actual)
            if piece.over:
                self._over.append(f"BT {piece.over} ET")
            if piece.voice.link:
                low = f"{piece.x:.2f} {piece.y - 1.8:.2f}"
                self._mark(part, f"{low} {piece.width:.2f} {THIN} re f")
            if piece.voice.link and isinstance(part, Element) and element:
                self._lead(part, piece)

    def _part(self, element: Element, piece: Piece) -> Element:
        """What owns a piece of an element's text: the element, a link, or another language."""
        language, link = piece.voice.language, piece.voice.link
        around = element.language or self.about.language
        if link:
            element = self._tree.part(element, "Link", "", link)
        if not language or same(language, around):
            return element
        return self._tree.part(element, "Span", language, "")

    def _mark(self, owner: Owner, operators: str, actual: str = "") -> None:
        """Add operators to the marks of an owner; what has a text of its own stands on its own."""
        owner = self._whole or owner
        if actual or owner is not self._owner:
            self._end()
            self._code.append(self._begin(owner, actual))
            self._owner = owner
        self._code.append(operators)
        if actual:
            self._end()

    def _begin(self, owner: Owner, actual: str) -> str:
        if isinstance(owner, Artifact):
            return owner
        number = self._tree.mark(owner, self._page_key())
        if not actual:
            return f"/{owner.kind} <</MCID {number}>> BDC"
        hexed = actual.encode("utf-16-be").hex().upper()
        return f"/Span <</MCID {number}/ActualText<FEFF{hexed}>>> BDC"

    def _page_key(self) -> int:
        if self._key is None:
            self._key = self._tree.page()
        return self._key

    def _end(self) -> None:
        if self._owner is not None:
            self._code.append("EMC")
        self._owner = None

    def _bookmark(self, title: str, heading: Element, top: float) -> None:
        self._headings += 1
        key = heading.name or f"heading-{self._headings}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, LEVELS[heading.kind])

    def _lead(self, part: Element, piece: Piece) -> None:
        """Make a piece of a link's text lead to its end: a heading by name, or an address."""
        element = part.parent if part.kind == "Span" and part.parent else part
        link, self._links = piece.voice.link, self._links + 1
        x, y = piece.x, piece.y
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": f"[{x:.2f} {y - 3:.2f} {x + piece.width:.2f} {y + 9:.2f}]",
            "Border": "[0 0 0]",
            "Contents": text(piece.voice.told),
            "F": PRINTED,
        }
        if link.startswith("#"):
            entries["Dest"] = self._bookmarkReference(link[1:])
        else:
            entries["A"] = f"<</S/URI/URI{text(quote(link, safe=URI))}>>"
        annotation, name = pdfdoc.PDFDictionary(entries), f"link-{self._links}"
        self._addAnnotation(annotation, name)
        annotation["StructParent"] = self._tree.link(
            element, self._page_key(), self._doc.number(annotation)
        )

    def rule(self, x: float, y: float, width: float, weight: float) -> None:
        """A line whose upper edge is at y."""
        self._fill(INK if weight >= THICK else HAIR, x, y, width, weight)

    def bar(self, x: float, top: float, width: float, height: float, soft: bool = False) -> None:
        colour = SOFT if soft else INK
        self._fill(colour, x, top, width, height)

    def gap(self, x: float, top: float, width: float, height: float) -> None:
        """White, to set a mark off from what it lies on."""
        self._fill("1 g", x, top, width, height)

    def tint(self, x: float, top: float, width: float, height: float) -> None:
        """A light ground; ink on it has a contrast of 13 to 1."""
        self._fill("0.867 g", x, top, width, height)

    def outline(self, x: float, top: float, width: float, height: float) -> None:
        """An empty bar, its line inside the given box."""
        inner = f"{x + THIN / 2:.2f} {top - height + THIN / 2:.2f}"
        size = f"{max(width - THIN, THIN):.2f} {height - THIN:.2f}"
        self._mark(Artifact.LAYOUT, f"{INK.upper()} {THIN} w {inner} {size} re S")

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        ends = f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l"
        self._mark(Artifact.LAYOUT, f"{INK.upper()} {weight} w {ends} S")

    def polygon(self, points: Sequence[tuple[float, float]], full: bool = True) -> None:
        """In ink, or white within a thin line."""
        first, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
        path = f"{first} m {' '.join(f'{point} l' for point in others)}"
        paint = f"{INK} {path} f" if full else f"1 g {INK.upper()} {THIN} w {path} b"
        self._mark(Artifact.LAYOUT, paint)

    def _fill(self, colour: str, x: float, top: float, width: float, height: float) -> None:
        box = f"{x:.2f} {top - height:.2f} {width:.2f} {height:.2f}"
        self._mark(Artifact.LAYOUT, f"{colour} {box} re f")

    def showPage(self) -> None:  # noqa: N802  # ReportLab's own name
        for operators in self._over:
            self._mark(Artifact.SILENT, operators)
        self._over = []
        self._end()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = Stream(page.stream.encode("latin-1"))
        page.Tabs = pdfdoc.PDFName("S")
        page.StructParents = self._key
        page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
        if self._key is not None:
            self._keys[self._key] = page
        self._key = None

    def save(self) -> None:
        document, about = self._doc, self.about
        for font in self.shaper.fonts.values():
            font.embed(document)
        catalog = document.Catalog
        pages = {key: document.number(page) for key, page in self._keys.items()}
        self._tree.write(document, pages)
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference("StructTreeRoot")
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        packet = xmp.packet(about, document.info.producer)
        catalog.Metadata = Stream(packet, "/Type/Metadata/Subtype/XML", packed=False)
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setCreator(xmp.CREATOR)
        self.setDateFormatter(lambda *_: f"D:{about.day.replace('-', '')}")
        self.setViewerPreference("DisplayDocTitle", "true")
        super().save()
