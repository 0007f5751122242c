"""Ways in which a tagged PDF goes wrong, each put into a file that is right."""

import re
from collections.abc import Callable
from typing import Any

from tests.publish.objects import File, Name, Ref, Stream, Text, Word

Defect = Callable[[File], None]
DEFECTS: dict[str, Defect] = {}


def defect(broken: Defect) -> Defect:
    DEFECTS[broken.__name__.replace("_", " ")] = broken
    return broken


def first(file: File, kind: str) -> dict[str, Any]:
    return next(file.elements(kind))


def contents(file: File) -> Stream:
    """The marks of the first page."""
    found: Stream = file(file(file.pages[0])["Contents"])
    return found


def fonts(file: File) -> list[dict[str, Any]]:
    return [
        value
        for value in file.objects.values()
        if isinstance(value, dict) and value.get("Subtype") in ("Type0", "CIDFontType2")
    ]


def links(file: File) -> list[dict[str, Any]]:
    return [file(ref) for page in file.pages for ref in file(page).get("Annots", [])]


def cut(stream: Stream, pattern: bytes, by: bytes = b"") -> None:
    after, count = re.subn(pattern, by, stream.data, count=1, flags=re.DOTALL)
    assert count, pattern
    stream.data = after


@defect
def no_language(file: File) -> None:
    del file.root["Lang"]


@defect
def no_title(file: File) -> None:
    cut(file(file.root["Metadata"]), rb"<dc:title>.*</dc:title>")


@defect
def no_claim(file: File) -> None:
    cut(file(file.root["Metadata"]), rb"<pdfuaid:part>1</pdfuaid:part>")


@defect
def not_marked(file: File) -> None:
    del file.root["MarkInfo"]


@defect
def suspect(file: File) -> None:
    file(file.root["MarkInfo"])["Suspects"] = Word("true")


@defect
def file_name_as_title(file: File) -> None:
    del file(file.root["ViewerPreferences"])["DisplayDocTitle"]


@defect
def no_tree(file: File) -> None:
    del file.root["StructTreeRoot"]


@defect
def no_alternative(file: File) -> None:
    del first(file, "Figure")["Alt"]


@defect
def useless_alternative(file: File) -> None:
    first(file, "Figure")["Alt"] = Text(b"(image)")


@defect
def order_of_tabs_unsaid(file: File) -> None:
    for page in file.pages:
        del file(page)["Tabs"]


@defect
def link_that_says_nothing(file: File) -> None:
    for link in links(file):
        del link["Contents"]


@defect
def link_of_nobody(file: File) -> None:
    for link in links(file):
        del link["StructParent"]


@defect
def link_without_its_end(file: File) -> None:
    element = first(file, "Link")
    element["K"] = [kid for kid in element["K"] if not isinstance(kid, dict)]


@defect
def level_skipped(file: File) -> None:
    first(file, "H2")["S"] = Name("H4")


@defect
def begins_below_the_title(file: File) -> None:
    first(file, "H1")["S"] = Name("H2")


@defect
def headings_that_are_none(file: File) -> None:
    for kind in ("H1", "H2", "H3"):
        for element in file.elements(kind):
            element["S"] = Name("P")


@defect
def text_of_nobody(file: File) -> None:
    cut(contents(file), rb"/\w+ <</MCID 1>> BDC(.*?)EMC", rb"\1")


@defect
def text_of_nobody_within_text(file: File) -> None:
    cut(
        contents(file),
        rb"(/\w+ <</MCID 1>> BDC)(.*?)EMC",
        rb"\1 /Artifact BMC \2 EMC EMC",
    )


@defect
def heading_cell_of_nothing(file: File) -> None:
    for element in file.elements("TH"):
        del element["A"]


@defect
def table_without_headings(file: File) -> None:
    for element in list(file.elements("TH")):
        element["S"] = Name("TD")
        del element["A"]


@defect
def row_that_is_none(file: File) -> None:
    list(file.elements("TR"))[1]["S"] = Name("P")


@defect
def cell_lost(file: File) -> None:
    list(file.elements("TR"))[2]["K"].pop()


@defect
def unknown_kind(file: File) -> None:
    first(file, "P")["S"] = Name("Foo")


@defect
def list_that_is_none(file: File) -> None:
    first(file, "L")["S"] = Name("P")


@defect
def glyphs_without_text(file: File) -> None:
    for font in fonts(file):
        font.pop("ToUnicode", None)


@defect
def glyph_of_nothing(file: File) -> None:
    cut(contents(file), rb"\[\(..", rb"[(\0\0")


@defect
def text_of_no_character(file: File) -> None:
    font = next(font for font in fonts(file) if "ToUnicode" in font)
    cut(file(font["ToUnicode"]), rb"<0001> <[0-9A-F]+>", b"<0001> <0000>")


@defect
def font_not_in_the_file(file: File) -> None:
    font = next(font for font in fonts(file) if "FontDescriptor" in font)
    del file(font["FontDescriptor"])["FontFile2"]


@defect
def wrong_widths(file: File) -> None:
    font = next(font for font in fonts(file) if "W" in font)
    font["W"] = [0, [width + 50 for width in font["W"][1]]]


def parents(file: File) -> list[Any]:
    found: list[Any] = file(file(file.root["StructTreeRoot"])["ParentTree"])["Nums"]
    return found


@defect
def parent_tree_cut(file: File) -> None:
    del parents(file)[:2]


@defect
def other_parents(file: File) -> None:
    owners = parents(file)[1]
    owners[0], owners[1] = owners[1], owners[0]


@defect
def told_backwards(file: File) -> None:
    first(file, "Document")["K"].reverse()


@defect
def footer_as_text(file: File) -> None:
    page = file.pages[0]
    owners = parents(file)[parents(file).index(file(page)["StructParents"]) + 1]
    number, at = len(owners), max(file.objects) + 1
    document = next(
        Ref(n)
        for n, value in file.objects.items()
        if isinstance(value, dict) and value.get("S") == "Document"
    )
    element = {"Type": Name("StructElem"), "S": Name("P"), "P": document, "Pg": page, "K": number}
    file.objects[at] = element
    owners.append(Ref(at))
    file(document)["K"].append(Ref(at))
    footer = rb"/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
    cut(contents(file), footer, b"/P <</MCID %d>> BDC" % number)
