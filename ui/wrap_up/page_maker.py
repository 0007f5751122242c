"""Making the pages as they would go out, and drawing them, without holding up the window.

All of it happens on one thread of its own, since PDFium works on one only. A state is frozen, so
the window goes on with the session meanwhile. What was asked for last is all that counts.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facilitator import logs
from facilitator.faults import Fault
from facilitator.temporary import Temporary
from ui.wrap_up.behind import Behind
from ui.wrap_up.summing import Asked

if TYPE_CHECKING:
    from facilitator.publish.summary import Summary

MOST = 40_000_000  # pixels of one page: three times as large as a sharp screen shows it


@dataclass(frozen=True, slots=True)
class Page:
    """How large a page is, in points, and what it says."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """The pages of an edition, or the sentence that says why there are none."""

    asked: Asked
    pages: tuple[Page, ...] = ()
    summary: "Summary | None" = None
    digest: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page looks like, as high as it was asked for."""

    of: Made
    number: int  # counted from 0
    high: int  # pixels
    image: QImage


class PageMaker(Behind):
    made = Signal(object)  # a Made
    drawn = Signal(object)  # a Drawn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Asked | None = None
        self._looked: tuple[Made, tuple[int, ...], int] | None = None
        self._open: tuple[Made, Any] | None = None  # the pages, and PDFium's document of them

    def make(self, asked: Asked) -> None:
        """Make these pages, and no others that were asked for before."""
        self._wanted = asked
        self._pool.clear()
        self._start(lambda: self._make(asked))

    def draw(self, of: Made, numbers: tuple[int, ...], high: int) -> None:
        """Draw pages with a height in pixels, unless others are wanted by then."""
        self._looked = wanted = of, numbers, high
        self._start(lambda: self._draw(*wanted))

    def leave(self) -> None:
        """Give up what is under way, and let go of what was made."""
        self._wanted = None
        self._pool.clear()
        self._start(self._close)
        self.wait()

    # On the thread

    def _make(self, asked: Asked) -> None:
        try:
            made = self._pages(asked)
        except Fault as fault:
            logs.fault(fault)
            made = Made(asked, fault=str(fault))
        except OSError as error:
            logs.fault(error)
            made = Made(asked, fault=f"There is no room for the pages: {error.strerror}.")
        if asked is self._wanted and made is not None:
            self.made.emit(made)

    def _pages(self, asked: Asked) -> Made | None:
        from facilitator.publish.approving import digest
        from facilitator.publish.export import export

        self.got_on.emit(0.1)
        summary = asked.summed()
        if asked is not self._wanted:
            return None
        self.got_on.emit(0.4)
        with Temporary() as folder:
            path = folder / "pages.pdf"
            export(summary, path, asked.paper)
            data = path.read_bytes()
        if asked is not self._wanted:
            return None
        self.got_on.emit(0.8)
        return self._read(Made(asked, summary=summary, digest=digest(summary)), data)

    def _read(self, made: Made, data: bytes) -> Made:
        from dataclasses import replace

        from pypdfium2 import PdfDocument

        self._close()
        document = PdfDocument(data)
        pages = []
        for page in document:
            text = page.get_textpage()
            wide, high = page.get_size()
            pages.append(Page(wide, high, text.get_text_bounded()))
            text.close()
            page.close()
        made = replace(made, pages=tuple(pages))
        self._open = made, document
        return made

    def _draw(self, of: Made, numbers: tuple[int, ...], high: int) -> None:
        for number in numbers:
            opened = self._open
            if opened is None or opened[0] is not of or self._looked != (of, numbers, high):
                return
            self.drawn.emit(Drawn(of, number, high, _image(opened[1], number, high)))

    def _close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _image(document: Any, number: int, high: int) -> QImage:
    """Return a page as PDFium draws it."""
    page = document[number]
    width, height = page.get_size()
    most = (MOST * height / width) ** 0.5
    bitmap = page.render(scale=min(high, most) / height)
    size, kind = (bitmap.width, bitmap.height), QImage.Format.Format_BGR888
    image = QImage(bitmap.buffer, *size, bitmap.stride, kind).copy()
    bitmap.close()
    page.close()
    return image
