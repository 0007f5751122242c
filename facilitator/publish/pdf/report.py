"""The summary as a PDF."""

from pathlib import Path

from facilitator.publish import words
from facilitator.publish.pdf.binding import bound, undisturbed
from facilitator.publish.pdf.editions import LANDSCAPE, foot, story
from facilitator.publish.pdf.language import OURS, tagged
from facilitator.publish.pdf.pages.spans import UNTITLED
from facilitator.publish.pdf.pouring import Placed, pour
from facilitator.publish.pdf.press import NOTE, Press
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import FOOT, Role, Sheet
from facilitator.publish.pdf.stock import STOCKS
from facilitator.publish.pdf.tags import Artifact
from facilitator.publish.pdf.xmp import About
from facilitator.publish.summary import Summary
from facilitator.publish.typed import one_line, tidy

COUNT = 80.0  # room for the number of the page


@undisturbed()
def write(summary: Summary, path: Path, paper: str = "letter") -> None:
    """Write the summary as a PDF; the file appears whole or not at all. The same summary gives
    the same bytes. The paper is one of stock.STOCKS."""
    summary = tidy(summary)
    stock = STOCKS[paper]
    page = stock.turned if summary.edition in LANDSCAPE else stock
    press = Press(Shaper(), page, tagged(summary.language) or OURS)
    pages = pour(story(summary, press), page.room)
    with bound(path, press, _about(summary, press)) as sheet:
        for number, placed in enumerate(pages, 1):
            _paint(sheet, press, placed)
            _foot(sheet, press, summary, f"Page {number} of {len(pages)}")
            sheet.showPage()


def _about(summary: Summary, press: Press) -> About:
    subject = filter(None, (words.edition(summary.edition), summary.series))
    return About(
        title=one_line(summary.title) or UNTITLED,
        author=one_line(summary.convener),
        subject=one_line(", ".join(subject)),
        language=press.language,
        date=summary.date,
    )


def _paint(sheet: Sheet, press: Press, placed: list[Placed]) -> None:
    x, top = press.page.margin, press.page.top
    for cell, below, rule in placed:
        if rule:
            sheet.rule(x, top - below, press.width, rule)
        cell.paint(sheet, x, top - below)


def _foot(sheet: Sheet, press: Press, summary: Summary, count: str) -> None:
    """What it is and the number of the page, on one line however long the title is."""
    left = press.text(foot(summary), NOTE, press.width - COUNT, Role.FOOTER, soft=True)
    right = press.text(count, NOTE, role=Role.FOOTER, soft=True, right=True)
    x = press.page.margin
    sheet.write(left.lines, Artifact.FOOTER, x, FOOT, 0, 1)
    sheet.write(right.lines, Artifact.FOOTER, x, FOOT)
