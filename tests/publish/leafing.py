"""Pages as a reader gets them: written to a file, and read back from it."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from facilitator.publish.pdf import report
from facilitator.publish.summary import Summary
from tests.publish.objects import read

UNSEEN = re.compile("[\u200b\u200c\u200d\ufeff\ufffe\x02]")
Box = tuple[float, float, float, float]  # left, bottom, right, top


def plain(text: str) -> str:
    """Text as it compares: one kind of space, composed letters, no signs without body."""
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def tight(text: str) -> str:
    """Without spaces, which readers guess from positions."""
    return plain(text).replace(" ", "")


def pages(path: Path) -> list[str]:
    document = pdfium.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [plain(text) for text in texts]


def write(summary: Summary, folder: Path, paper: str = "letter") -> Path:
    path = folder / "summary.pdf"
    report.write(summary, path, paper)
    return path


def said(summary: Summary, folder: Path) -> str:
    """All its pages in one line."""
    return " ".join(pages(write(summary, folder)))


def boxes(page: Any) -> list[Box]:
    text = page.get_textpage()
    return [text.get_charbox(index) for index in range(text.count_chars())]


def outside(path: Path, margin: float = 40.0) -> list[Box]:
    """The letters that stand too near the edge of their page, or beyond it."""
    document = pdfium.PdfDocument(path)
    found = []
    for page in document:
        width, height = page.get_size()
        for left, bottom, right, top in boxes(page):
            if left < margin or right > width - margin or bottom < 20 or top > height - 20:
                found.append((left, bottom, right, top))
    document.close()
    return found


def overlapping(path: Path) -> list[tuple[int, Box, Box]]:
    """The lines that lie over one another, by page."""
    document = pdfium.PdfDocument(path)
    found = []
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        lines = [text.get_rect(index) for index in range(text.count_rects())]
        found += [
            (number, one, other) for one, other in combinations(lines, 2) if _over(one, other)
        ]
    document.close()
    return found


def _over(one: Box, other: Box) -> bool:
    """Whether two lines share more than what marks over and under letters take."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 2 and high > 0.5 * min(one[3] - one[1], other[3] - other[1])


def alternatives(path: Path) -> list[str]:
    """What is told in the place of each picture."""
    file = read(path.read_bytes())
    return [str(figure["Alt"]) for figure in file.elements("Figure")]


def headings(path: Path) -> Iterator[str]:
    """The sections as a reader's outline lists them."""
    document = pdfium.PdfDocument(path)
    yield from (mark.get_title() for mark in document.get_toc() if mark.level == 1)
    document.close()
