"""The rival that draws HTML: WeasyPrint, tagged as PDF/UA-1."""

import sys
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import HTML

sys.path.insert(0, str(Path(__file__).parent))
from watch import watched

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
STYLE = """
@page { size: letter; margin: 1in; font: 9pt $fonts;
        @bottom-left { content: "Draft – " string(title); width: 80% }
        @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
body { font: 10.5pt/1.43 $fonts }
h1 { font-size: 24pt; string-set: title content() } h2 { font-size: 15pt } h3 { font-size: 11.5pt }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9.6pt }
td, th { text-align: left; vertical-align: top; border-bottom: .4pt solid #ccc;
         overflow-wrap: anywhere }
"""


def faces() -> str:
    """Return the rules that name our typefaces, each its own family, and no other."""
    names = [path.stem for path in sorted(FONTS.glob("*.ttf")) if "Bold" not in path.stem]
    names.sort(key=lambda name: (not name.startswith("NotoSans-"), "Droid" in name))
    rules = [
        f'@font-face {{ font-family: "{name}"; src: url("{(FONTS / name).as_uri()}.ttf") }}'
        for name in names
    ]
    bold = (FONTS / "NotoSans-Bold.ttf").as_uri()
    rules.append(
        f'@font-face {{ font-family: "NotoSans-Regular"; font-weight: bold; src: url("{bold}") }}'
    )
    return "\n".join(rules) + STYLE.replace("$fonts", ", ".join(f'"{name}"' for name in names))


def markup(block: dict[str, Any]) -> str:
    match block["kind"]:
        case "title":
            return f"<h1>{escape(block['text'])}</h1>"
        case "heading":
            return f"<h{block['level']}>{escape(block['text'])}</h{block['level']}>"
        case "paragraph":
            return f"<p>{escape(block['text'])}</p>"
        case "list":
            items = "".join(
                f'<li lang="{language}">{escape(text)}</li>' for text, language in block["items"]
            )
            return f"<ul>{items}</ul>" if items else ""
        case "table":
            return table(block)
    return chart(block)


def table(block: dict[str, Any]) -> str:
    whole = sum(block["widths"])
    columns = "".join(f'<col style="width:{100 * w / whole:.1f}%">' for w in block["widths"])
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in block["head"])
    rows = (
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in row[1:])
        + "</tr>"
        for row in block["rows"]
    )
    columns, head = f"<colgroup>{columns}</colgroup>", f"<thead><tr>{head}</tr></thead>"
    return f"<table>{columns}{head}<tbody>{''.join(rows)}</tbody></table>"


def chart(block: dict[str, Any]) -> str:
    from base64 import b64encode

    drawn = "".join(
        f'<text x="0" y="{18 * n + 11}" font-size="7">{escape(name[:30])}</text>'
        f'<rect x="150" y="{18 * n}" width="{300 * a:.1f}" height="7" fill="#1f4e79"/>'
        f'<rect x="150" y="{18 * n + 8}" width="{300 * b:.1f}" height="7" fill="#a9bccf"/>'
        for n, (name, a, b) in enumerate(block["rows"])
    )
    height = 18 * max(1, len(block["rows"]))
    size = f'width="468" height="{height}" font-family="NotoSans-Regular"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'
    data = b64encode(svg.encode()).decode()
    return f'<img alt="{escape(block["alt"])}" src="data:image/svg+xml;base64,{data}">'


def build(story: list[dict[str, Any]], target: str) -> None:
    head = f"<title>{escape(story[0]['text'])}</title><style>{faces()}</style>"
    body = "".join(map(markup, story))
    page = f'<!doctype html><html lang="en-US"><head>{head}</head><body>{body}</body></html>'
    HTML(string=page).write_pdf(target, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    watched(build)
