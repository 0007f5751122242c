"""The sheet of paper: the one place that paints text, rules and bars."""

from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from facilitator.publish.pdf.language import same
from facilitator.publish.pdf.marked import Marked
from facilitator.publish.pdf.tags import Artifact, Element, Owner, text
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


class Sheet(Marked):
    """A canvas that knows our lines and shapes. Lengths are in points; y grows upward."""

    _headings = _links = 0

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
            self._mark(part, piece.operators, actual)
            self._over += piece.over
            if piece.voice.link:
                low = f"{piece.x:.2f} {piece.y - 1.8:.2f}"
                self._mark(part, f"{low} {piece.width:.2f} {THIN} re f")
            if piece.voice.link and isinstance(part, Element) and element:
                self._lead(part, piece)

    def _part(self, element: Element, piece: Piece) -> Element:
        """What owns a piece of an element's text: the element, a link, or another language."""
        language, link = piece.voice.language, piece.voice.link
        if not language and not link:
            return element
        around = element.language or self.about.language
        if link:
            element = self._tree.part(element, "Link", "", link)
        if not language or same(language, around):
            return element
        return self._tree.part(element, "Span", language, "")

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
