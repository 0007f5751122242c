"""The rival that ReportLab brings along: platypus, untagged, as its guide shows it."""

import re
import sys
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, lightgrey
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

sys.path.insert(0, str(Path(__file__).parent))
from watch import watched

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
BODY = ParagraphStyle("body", fontName="NotoSans-Regular", fontSize=10.5, leading=15, spaceAfter=5)
CELL = ParagraphStyle("cell", BODY, fontSize=9.6, leading=12.5, spaceAfter=0)
TITLE = ParagraphStyle("title", BODY, fontName="NotoSans-Bold", fontSize=24, leading=30)
HEADS = {
    2: ParagraphStyle("h2", TITLE, fontSize=15, leading=20, spaceBefore=20),
    3: ParagraphStyle("h3", TITLE, fontSize=11.5, leading=15, spaceBefore=10),
}
LINES = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, lightgrey),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
]
WIDTH = letter[0] - 144


@cache
def font(name: str) -> TTFont:
    made = TTFont(name, FONTS / f"{name}.ttf")
    registerFont(made)
    return made


@cache
def font_of(char: str) -> str:
    """Return the typeface for a sign that the first one lacks."""
    for path in sorted(FONTS.glob("*-Regular.ttf")):
        if ord(char) in font(path.stem).face.charToGlyph:
            return path.stem
    return "DroidSansFallback" if ord(char) in font("DroidSansFallback").face.charToGlyph else ""


@cache
def marked(text: str) -> str:
    """Return a text with a mark around each stretch in another script."""
    known = font("NotoSans-Regular").face.charToGlyph
    return re.sub(
        "[^\x00-\x7f]+",
        lambda found: "".join(
            escape(char)
            if ord(char) in known or not font_of(char)
            else f'<font name="{font_of(char)}">{char}</font>'
            for char in found[0]
        ),
        escape(text, quote=False),
    )


def flowables(block: dict[str, Any]) -> Any:
    match block["kind"]:
        case "title":
            return Paragraph(marked(block["text"]), TITLE)
        case "heading":
            return Paragraph(marked(block["text"]), HEADS[block["level"]])
        case "paragraph":
            return Paragraph(marked(block["text"]), BODY)
        case "list":
            items = [ListItem(Paragraph(marked(text), BODY)) for text, _ in block["items"]]
            return ListFlowable(items, bulletType="bullet")
        case "table":
            whole = sum(block["widths"])
            rows = [
                [Paragraph(marked(text), CELL) for text in row]
                for row in (block["head"], *block["rows"])
            ]
            widths = [WIDTH * width / whole for width in block["widths"]]
            return Table(rows, widths, repeatRows=1, style=LINES)
    return chart(block)


def chart(block: dict[str, Any]) -> Drawing:
    rows = block["rows"] or [["", 0, 0]]
    height = min(620, 20 + 18 * len(rows))
    drawing, bars = Drawing(WIDTH, height + 20), HorizontalBarChart()
    bars.x, bars.y, bars.width, bars.height = 150, 10, WIDTH - 170, height
    bars.data = [[row[1] for row in rows], [row[2] for row in rows]]
    bars.categoryAxis.categoryNames = [row[0][:30] for row in rows]
    bars.categoryAxis.labels.fontName = bars.valueAxis.labels.fontName = BODY.fontName
    bars.categoryAxis.labels.fontSize = 7
    bars.bars[0].fillColor, bars.bars[1].fillColor = HexColor("#1f4e79"), HexColor("#a9bccf")
    drawing.add(bars)
    return drawing


def build(story: list[dict[str, Any]], target: str) -> None:
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        font(name)
    registerFontFamily("NotoSans-Regular", "NotoSans-Regular", "NotoSans-Bold")
    document = SimpleDocTemplate(target, pagesize=letter, title=story[0]["text"], lang="en-US")

    def foot(canvas: Any, _: object) -> None:
        left, text = (
            Paragraph(marked(f"Draft – {story[0]['text']}"), CELL),
            f"Page {canvas._pageNumber}",
        )
        left.wrapOn(canvas, WIDTH - 60, 20)
        left.drawOn(canvas, 72, 40)
        canvas.setFont(BODY.fontName, 9)
        canvas.drawRightString(72 + WIDTH, 40, text)

    document.build([flowables(block) for block in story], onFirstPage=foot, onLaterPages=foot)


if __name__ == "__main__":
    watched(build)
