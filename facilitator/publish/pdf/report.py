"""The summary as a PDF: pages laid out, written whole or not at all."""

import re
from pathlib import Path

from facilitator.publish.pdf import words
from facilitator.publish.pdf.back import back
from facilitator.publish.pdf.flow import Block, Placed, pour
from facilitator.publish.pdf.front import UNTITLED, front
from facilitator.publish.pdf.press import NOTE, Press, typed
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import FOOT, HEIGHT, MARGIN, TOP, WIDTH, Role, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.pdf.typed import one_line, tidy
from facilitator.publish.summary import Summary

MOST_PROMISES, LEAST_PROMISES = 14, 3  # on page one
LANGUAGE = "en-US"  # of our own words
NO_DATE = "20000101"
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def write(summary: Summary, path: Path) -> None:
    """Write the summary as a PDF; the file appears whole or not at all. The same summary gives
    the same bytes."""
    part = path.with_name(f".{path.name}.part")
    try:
        _write(tidy(summary), part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write(summary: Summary, path: Path) -> None:
    press = Press(Shaper())
    pages = pour([*_page_one(summary, press), *back(summary, press)], HEIGHT)
    ours = summary.language == "en" or not _TAG.fullmatch(summary.language)
    sheet = Sheet(path, press.shaper, LANGUAGE if ours else summary.language)
    _describe(sheet, summary)
    for number, page in enumerate(pages, 1):
        _paint(sheet, page)
        _foot(sheet, press, summary, f"Page {number} of {len(pages)}")
        sheet.showPage()
    sheet.save()


def _page_one(summary: Summary, press: Press) -> list[Block]:
    """As many promises as the page takes, so that the whole evening stands on one."""
    full = min(MOST_PROMISES, max(LEAST_PROMISES, len(summary.promises)))
    tries = [(full, False), *((most, True) for most in range(full, LEAST_PROMISES - 1, -1))]
    for most, brief in tries:
        story = list(front(summary, press, most, brief))
        if len(pour(story, HEIGHT)) == 1:
            break
    return story


def _describe(sheet: Sheet, summary: Summary) -> None:
    """What a reader shows about the file, with the session's own date instead of today's."""
    stamp = summary.date.replace("-", "") if _DATE.fullmatch(summary.date) else NO_DATE
    sheet.setTitle(one_line(summary.title) or UNTITLED)
    sheet.setAuthor(one_line(summary.convener))
    about = (words.edition(summary.edition), summary.series)
    sheet.setSubject(one_line(", ".join(filter(None, about))))
    sheet.setDateFormatter(lambda *_: f"D:{stamp}")
    sheet.setViewerPreference("DisplayDocTitle", "true")


def _paint(sheet: Sheet, page: list[Placed]) -> None:
    for cell, below, rule in page:
        if rule:
            sheet.rule(MARGIN, TOP - below, WIDTH, rule)
        cell.paint(sheet, MARGIN, TOP - below)


def _foot(sheet: Sheet, press: Press, summary: Summary, count: str) -> None:
    """The title and the number of the page, on one line however long the title is."""
    title = [] if summary.finished else [Span("Draft  ", bold=True)]
    title.append(typed(one_line(summary.title) or UNTITLED))
    left = press.text(title, NOTE, WIDTH - 80, Role.FOOTER, soft=True)
    right = press.text(count, NOTE, WIDTH, Role.FOOTER, soft=True, right=True)
    sheet.write(left.lines, left.role, MARGIN, FOOT, 0, 1)
    sheet.write(right.lines, right.role, MARGIN, FOOT)
