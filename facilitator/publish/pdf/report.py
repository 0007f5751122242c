"""The summary as a PDF: pages laid out, written whole or not at all."""

import os
import tempfile
from pathlib import Path

from facilitator.publish.pdf.back import back
from facilitator.publish.pdf.flow import Placed, pour
from facilitator.publish.pdf.front import UNTITLED, front
from facilitator.publish.pdf.press import NOTE, Press, typed
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import FOOT, HEIGHT, MARGIN, THICK, TOP, WIDTH, Role, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.pdf.typed import one_line, tidy
from facilitator.publish.summary import Summary

LANGUAGE = "en-US"  # of our own words
NO_DATE = "2000-01-01"


def write(summary: Summary, path: Path) -> None:
    """Write the summary as a PDF; the file appears whole or not at all. The same summary gives
    the same bytes."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".pdf")
    os.close(handle)
    part = Path(name)
    try:
        _write(tidy(summary), part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write(summary: Summary, path: Path) -> None:
    press = Press(Shaper())
    pages = pour([*front(summary, press), *back(summary, press)], HEIGHT)
    sheet = Sheet(path, press.shaper, LANGUAGE)
    _describe(sheet, summary)
    for number, page in enumerate(pages, 1):
        _paint(sheet, page)
        _foot(sheet, press, summary, f"Page {number} of {len(pages)}")
        sheet.showPage()
    sheet.save()
