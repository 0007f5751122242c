"""Fonts as a document uses them: glyphs by number, embedded with the text they stand for."""

import hashlib
from functools import cache, cached_property
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from facilitator.publish.pdf.compact import Stream
from resources import ROOT

MISSING = "\ufffd"
FONTS = ROOT / "fonts"
UNUSED = "GSUB GPOS GDEF name OS/2 post cmap vhea vmtx kern BASE".split()  # once text is glyphs
FULL_BLOCK = 100  # entries of a ToUnicode block, by the format's rule


# Its number, the index of the first character it stands for, its advance and by how much it is
# shifted to the right and up; lengths are in 1/1000 of the type size.
Glyph = tuple[int, int, int, int, int]


class Widths(dict[int, int]):
    """The advances of a font's glyphs in 1/1000 em, as the file will state them."""

    def __init__(self, font: hb.Font) -> None:
        self._font = font

    def __missing__(self, number: int) -> int:
        width: int = self._font.get_glyph_h_advance(number)
        self[number] = width
        return width


class Face:
    """A font file: shapes text and measures glyphs. Shared by all documents, never changed."""

    def __init__(self, name: str) -> None:
        face = hb.Face(hb.Blob.from_file_path(FONTS / f"{name}.ttf"))
        self.name, self.face, self.font = name, face, hb.Font(face)
        self.font.scale = (1000, 1000)
        self.widths = Widths(self.font)

    def glyph(self, char: str) -> int:
        """The number of a character's own glyph, 0 if there is none."""
        return self.font.get_nominal_glyph(ord(char)) or 0

    @cached_property
    def blank(self) -> int:
        """A glyph that neither shows nor takes room, or else the space."""
        for char in "\u200c\u200b\u200d\u2060":
            number = self.glyph(char)
            if number and not self.widths[number] and not self._has_ink(number):
                return number
        return self.glyph(" ")

    def _has_ink(self, number: int) -> bool:
        """Say whether a glyph is drawn; Arabic typefaces draw a joiner as a thin line."""
        extents = self.font.get_glyph_extents(number)
        return bool(extents and (extents.width or extents.height))

    def shape(self, text: str, rtl: bool) -> list[Glyph]:
        """Glyphs from left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = "und"  # else the computer's own language would change the shapes
        hb.shape(self.font, buffer)
        return [
            (info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def subset(self, numbers: set[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with these glyphs only, and their new numbers."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(numbers)
        tags = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        tags.update(int.from_bytes(name.encode(), "big") for name in UNUSED)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        plan = hb.SubsetPlan(self.face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def box(self) -> list[int]:
        """The box around all glyphs, from the font's own header."""
        head = self.face.reference_table("head").data
        corners = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42))
        return [round(corner * 1000 / self.face.upem) for corner in corners]


@cache
def face(name: str) -> Face:
    return Face(name)


_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\015"})


class Codes(dict[tuple[int, str], str]):
    """The codes of glyphs with their texts, numbered as they come: two bytes each, as they stand
    in a string of the file."""

    def __missing__(self, key: tuple[int, str]) -> str:
        code = len(self).to_bytes(2, "big").decode("latin-1").translate(_ESCAPES)
        self[key] = code
        return code


class GlyphFont:
    """A face in one document. Text addresses codes; each stands for one glyph and its characters.

    Glyph and text together make a code, so a space and a no-break space, or a ligature and its
    parts, never share an entry, and copied text is what was typed.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.face, self.resource = face, resource
        self.codes = Codes({(0, MISSING): "\0\0"})

    def embed(self, document: Any) -> None:
        """Write the font into a ReportLab document, under its resource name."""
        data, numbers = self.face.subset({glyph for glyph, _ in self.codes})
        tag = hashlib.md5(repr(list(self.codes)).encode(), usedforsecurity=False).hexdigest()
        base = "".join(chr(ord("A") + int(digit, 16)) for digit in tag[:6]) + "+" + self.face.name
        glyphs = b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in self.codes)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(base),
                "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                "FontDescriptor": document.Reference(self._descriptor(document, base, data)),
                "DW": 1000,
                "W": f"[0[{' '.join(str(self.face.widths[glyph]) for glyph, _ in self.codes)}]]",
                "CIDToGIDMap": document.Reference(Stream(glyphs)),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(Stream(self._to_unicode())),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font)

    def _descriptor(self, document: Any, base: str, data: bytes) -> Any:
        extents = self.face.font.get_font_extents("ltr")
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(base),
                "Flags": 4,  # signs beyond the Latin set
                "FontBBox": pdfdoc.PDFArray(self.face.box()),
                "ItalicAngle": 0,
                "Ascent": extents.ascender,
                "Descent": extents.descender,
                "CapHeight": 714,  # Noto Sans, whose height the other faces are drawn to
                "StemV": 120 if base.endswith("Bold") else 80,
                "FontFile2": document.Reference(Stream(data, f"/Length1 {len(data)}")),
            }
        )

    def _to_unicode(self) -> bytes:
        lines = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for code, (_, text) in enumerate(self.codes)
            if code
        ]
        blocks = [lines[at : at + FULL_BLOCK] for at in range(0, len(lines), FULL_BLOCK)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
                "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
                "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
                "1 begincodespacerange <0000> <FFFF> endcodespacerange",
                *("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks),
                "endcmap CMapName currentdict /CMap defineresource pop end end",
            ]
        ).encode("ascii")
