"""ReportLab's canvas with a structure tree: every mark on a page has an owner.

What no element owns is an artifact, so nothing on a page is ever neither.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator.publish.pdf import xmp
from facilitator.publish.pdf.compact import CompactDocument, Stream
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.stock import Stock
from facilitator.publish.pdf.tags import Artifact, Element, Owner, Tree


class Marked(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that knows our fonts, and who owns its marks."""

    def __init__(self, path: Path, shaper: Shaper, about: xmp.About, page: Stock) -> None:
        size = (page.width, page.height)
        super().__init__(str(path), size, invariant=1, lang=about.language, pdfVersion=(1, 7))
        self._doc.__class__ = CompactDocument
        self.shaper, self.about, self._path = shaper, about, path
        self._tree = Tree()
        self._key: int | None = None  # of this page, once it has a mark
        self._owner: Owner | None = None  # of the marks that go on
        self._whole: Owner | None = None  # what owns everything for now
        self._keys: dict[int, Any] = {}  # the pages so far
        self._over: list[str] = []  # marks over letters of this page; the letters tell them

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
        catalog.StructTreeRoot = f"{self._tree.write(document, pages)} 0 R"
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        packet = xmp.packet(about, document.info.producer)
        catalog.Metadata = Stream(packet, "/Type/Metadata/Subtype/XML", packed=False)
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setCreator(xmp.CREATOR)
        self.setDateFormatter(lambda *_: f"D:{about.day.replace('-', '')}")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._path.write_bytes(document.GetPDFData(self))
