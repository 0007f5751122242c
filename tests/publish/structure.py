"""Looks into a tagged PDF for what validators miss: that the tree tells the pages, and in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tests.publish.objects import File, Ref, Text, Word, values

PAINTS = frozenset("Tj TJ f S B b Do sh".split())
HEADINGS = ("H1", "H2", "H3")
INSIDE = {  # what may stand in what
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_CODES = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]*)>")
_BLANK = "\u200b"


@dataclass
class Content:
    """What the marks of a page are: by number, and what is outside all of them."""

    said: dict[int, str] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def content(file: File, page: Ref) -> Content:
    found = Content()
    entries = file(page)
    fonts = file(file(entries["Resources"])["Font"])
    tables = {name: _to_unicode(file, file(font)) for name, font in fonts.items()}
    open_marks: list[tuple[int | None, bool, str | None]] = []  # number, artifact, its own text
    operands: list[Any] = []
    font = ""
    for value in values(file(entries["Contents"]).data):
        if not isinstance(value, Word):
            operands.append(value)
            continue
        if value in ("BDC", "BMC"):
            open_marks.append(_mark(operands, open_marks, found))
        elif value == "EMC":
            open_marks.pop()
        elif value == "Tf":
            font = operands[-2]
        elif value in PAINTS:
            if not open_marks:
                found.faults.append(f"{value} is neither told nor an artifact")
            elif value == "TJ" and open_marks[-1][0] is not None and open_marks[-1][2] is None:
                found.said[open_marks[-1][0]] += _shown(operands[-1], tables[font])
        operands = []
    if open_marks:
        found.faults.append("a mark is not closed")
    return found


def _mark(
    operands: list[Any], around: list[Any], found: Content
) -> tuple[int | None, bool, str | None]:
    kind, *more = operands
    properties = more[0] if more else {}
    if around:
        found.faults.append(f"{kind} stands within another mark")
    number = properties.get("MCID")
    if kind == "Artifact":
        found.artifacts.append(properties.get("Subtype", ""))
    elif number is None:
        found.faults.append(f"{kind} has no number")
    elif number in found.said:
        found.faults.append(f"the number {number} stands twice")
    if number is not None:
        own = properties.get("ActualText")
        found.said[number] = "" if own is None else str(own)
        found.order.append(number)
    return number, kind == "Artifact", properties.get("ActualText")


def _to_unicode(file: File, font: dict[str, Any]) -> dict[str, str]:
    stream = file(font["ToUnicode"])
    return {
        bytes.fromhex(code.decode()).decode("latin-1"): bytes.fromhex(text.decode()).decode(
            "utf-16-be"
        )
        for code, text in _CODES.findall(stream.data.partition(b"endcodespacerange")[2])
    }


def _shown(operand: list[Any], table: dict[str, str]) -> str:
    codes = "".join(map(str, (part for part in operand if isinstance(part, Text))))
    return "".join(table[codes[at : at + 2]] for at in range(0, len(codes), 2))


@dataclass
class Told:
    """An element with all that is said in it."""

    kind: str
    text: str
    depth: int


def aloud(file: File) -> list[Told]:
    """What a reader is told, element by element; letters from right to left are in the order in
    which they stand on the page."""
    contents = {page.number: content(file, page) for page in file.pages}
    found: list[Told] = []

    def say(element: dict[str, Any], depth: int) -> str:
        told = Told(element["S"], "", depth)
        found.append(told)
        for kid in element.get("K", []):
            value = file(kid)
            if isinstance(value, int):
                told.text += contents[element["Pg"].number].said[value]
            elif value.get("Type") == "MCR":
                told.text += contents[value["Pg"].number].said[value["MCID"]]
            elif "S" in value:
                told.text += say(value, depth + 1)
        told.text = told.text.replace(_BLANK, "")
        return told.text

    say(next(file.elements()), 0)
    return found


def faults(file: File) -> list[str]:
    """What is wrong with a file, in sentences."""
    if "StructTreeRoot" not in file.root:
        return ["there is no structure tree"]
    if b"<pdfuaid:part>1</pdfuaid:part>" not in file(file.root["Metadata"]).data:
        return ["the file does not claim to be PDF/UA-1"]
    return [
        *_faults_of_marks(file),
        *_faults_of_elements(file),
        *_faults_of_headings(file),
        *_faults_of_tables(file),
        *_faults_of_links(file),
    ]


def _faults_of_marks(file: File) -> Iterator[str]:
    """The tree, the parent tree and the marks of the pages must tell the same."""
    parents = _parents(file)
    held = list(_held(file))
    footers = set()
    for count, page in enumerate(file.pages, 1):
        found = content(file, page)
        yield from (f"page {count}: {fault}" for fault in found.faults)
        footers.add(found.artifacts.count("Footer"))
        of_tree = {number: element for number, at, element in held if at == page.number}
        in_tree = [number for number, at, _ in held if at == page.number]
        if sorted(in_tree) != sorted(found.order):
            yield f"page {count}: the tree holds other marks than the page"
        if in_tree != found.order:
            yield f"page {count}: the order of the tree is not that of the page"
        listed = parents.get(file(page).get("StructParents"), [])
        if [of_tree.get(number) for number in range(len(listed))] != listed:
            yield f"page {count}: the parent tree tells another element"
        if len(listed) != len(found.order):
            yield f"page {count}: the parent tree tells of other marks"
    if len(footers) > 1:
        yield "some pages have a footer and some have none"


def _parents(file: File) -> dict[int, Any]:
    numbers = file(file(file.root["StructTreeRoot"])["ParentTree"])["Nums"]
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _held(file: File) -> Iterator[tuple[int, int, Ref]]:
    """(number, page, element) of every mark, in the order of the tree."""

    def walk(ref: Ref) -> Iterator[tuple[int, int, Ref]]:
        element = file(ref)
        for kid in _kids(element):
            value = file(kid)
            if isinstance(value, int):
                yield value, element["Pg"].number, ref
            elif value.get("Type") == "MCR":
                yield value["MCID"], value["Pg"].number, ref
            elif "S" in value:
                yield from walk(kid)

    yield from walk(_only(file(file.root["StructTreeRoot"])["K"]))


def _only(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _kids(element: dict[str, Any]) -> list[Any]:
    kids = element.get("K", [])
    return kids if isinstance(kids, list) else [kids]


def _faults_of_elements(file: File) -> Iterator[str]:
    if not _TAG.fullmatch(str(file.root.get("Lang", ""))):
        yield "the document has no language"
    for element in file.elements():
        kind = element["S"]
        kids = [value for kid in _kids(element) if "S" in (value := _dictionary(file(kid)))]
        if not _kids(element) and kind not in ("TD", "TH"):
            yield f"{kind} holds nothing"
        for kid in kids:
            if kind in INSIDE and kid["S"] not in INSIDE[kind]:
                yield f"{kid['S']} stands in {kind}"
            if kid["S"] in ("LI", "TR", "TH", "TD", "Lbl", "LBody") and kind not in INSIDE:
                yield f"{kid['S']} stands in {kind}"
        if "Lang" in element and not _TAG.fullmatch(str(element["Lang"])):
            yield f"{kind} has no language that is one"
        if kind == "Figure" and len(str(element.get("Alt", "")).split()) < 3:
            yield "a figure has no text in its place"


def _dictionary(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _faults_of_headings(file: File) -> Iterator[str]:
    levels = [HEADINGS.index(one["S"]) for one in file.elements() if one["S"] in HEADINGS]
    if levels and levels[0]:
        yield "the first heading is no title"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "a level of headings is skipped"
    outline = file(file.root.get("Outlines")) or {}
    if len(list(_entries(file, outline))) != len(levels):
        yield "the outline has other headings than the tree"


def _entries(file: File, around: dict[str, Any]) -> Iterator[dict[str, Any]]:
    entry = file(around.get("First"))
    while entry:
        yield entry
        yield from _entries(file, entry)
        entry = file(entry.get("Next"))


def _faults_of_tables(file: File) -> Iterator[str]:
    for table in file.elements("Table"):
        rows = list(_within(file, table, "TR"))
        cells = [[file(kid) for kid in _kids(row)] for row in rows]
        if len({len(row) for row in cells}) > 1:
            yield "a table has rows of different lengths"
        heads = [cell for row in cells for cell in row if cell["S"] == "TH"]
        if not heads:
            yield "a table has no headings"
        if any(_dictionary(cell.get("A")).get("Scope") not in ("Row", "Column") for cell in heads):
            yield "a heading of a table does not tell what it heads"


def _within(file: File, element: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    for kid in _kids(element):
        value = _dictionary(file(kid))
        if value.get("S") == kind:
            yield value
        elif "S" in value:
            yield from _within(file, value, kind)


def _faults_of_links(file: File) -> Iterator[str]:
    parents = _parents(file)
    tied: dict[Ref, dict[str, Any]] = {}
    for element in file.elements("Link"):
        ends = [kid["Obj"] for kid in _kids(element) if _dictionary(kid).get("Type") == "OBJR"]
        if not ends or len(ends) == len(_kids(element)):
            yield "a link lacks its text or its end"
        tied |= dict.fromkeys(ends, element)
    for page in file.pages:
        for ref in file(page).get("Annots", []):
            link = file(ref)
            if ref not in tied or file(parents.get(link.get("StructParent"))) is not tied[ref]:
                yield "a link is not tied to its element"
            if not str(link.get("Contents", "")).strip() or link.get("F") != 4:
                yield "a link does not say where it leads, or is not printed"
