"""Words as glyphs: the right font for every character, shaped once per document."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from bidi.mirror import MIRRORED

from facilitator.publish.pdf.fonts import MISSING, Face, Glyph, GlyphFont, face
from facilitator.publish.pdf.language import by_script

TWO_WEIGHTS = [
    *("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansKhmer", "NotoSansEthiopic"),
    *("NotoSansMyanmar", "NotoSansThai", "NotoSansLao", "NotoSansDevanagari", "NotoSansBengali"),
    *("NotoSansGurmukhi", "NotoSansGujarati", "NotoSansTamil", "NotoSansArmenian"),
    "NotoSansGeorgian",
]
ONE_WEIGHT = [
    *("NotoSansMath", "NotoEmoji", "NotoSansSymbols2", "NotoSansPahawhHmong"),
    *("NotoSerifNyiakengPuachueHmong", "NotoSansTelugu", "NotoSansKannada", "NotoSansMalayalam"),
    *("NotoSansSinhala", "NotoSansSyriac", "NotoSansThaana", "NotoSansNKo", "NotoSansAdlam"),
    *("NotoSansTifinagh", "NotoSansCham", "NotoSansCherokee", "NotoSansCanadianAboriginal"),
]
REGULAR = [f"{name}-Regular" for name in TWO_WEIGHTS + ONE_WEIGHT] + ["DroidSansFallback"]
BOLD = [f"{name}-Bold" for name in TWO_WEIGHTS] + REGULAR[len(TWO_WEIGHTS) :]

TALL = {  # scripts that stack signs need more room between lines; in type sizes
    **{f"NotoSansMyanmar-{weight}": 0.4 for weight in ("Regular", "Bold")},
    **{
        f"NotoSans{script}-{weight}": 0.2
        for script in ("Khmer", "Thai", "Lao", "Arabic", "Devanagari")
        for weight in ("Regular", "Bold")
    },
}
HOLDER = "\u200b"  # what the later glyphs of a cluster say; readers skip it


class Run(NamedTuple):
    """Glyphs of one font at one height, as operands for the file."""

    font: GlyphFont
    rise: int
    operands: str


class Over(NamedTuple):
    """A mark over or under a word, at its place from where the word begins."""

    font: GlyphFont
    x: int
    rise: int
    code: str


class Word(NamedTuple):
    """Shaped text without a break; lengths in 1/1000 of the type size."""

    text: str
    width: int
    runs: tuple[Run, ...]
    exact: bool  # copying the glyphs one by one gives the text
    extra: float  # room between lines beyond the usual, in type sizes
    language: str  # where its script tells it for sure
    over: tuple[Over, ...]


class Shaper:
    """Shapes the words of one document and keeps the fonts they need."""

    def __init__(self) -> None:
        self.fonts: dict[str, GlyphFont] = {}
        self._words: dict[tuple[str, bool, bool], Word] = {}
        self._choice: dict[tuple[str, bool], str] = {}

    def word(self, text: str, bold: bool = False, rtl: bool = False) -> Word:
        key = (text, bold, rtl)
        word = self._words.get(key)
        if word is None:
            word = self._words[key] = self._shape(text, bold, rtl)
        return word

    def _font(self, name: str) -> GlyphFont:
        if name not in self.fonts:
            self.fonts[name] = GlyphFont(face(name), f"F{len(self.fonts) + 1}")
        return self.fonts[name]

    def _choose(self, char: str, bold: bool) -> str:
        """The first font that has the character; empty if none has."""
        key = (char, bold)
        if key not in self._choice:
            names = BOLD if bold else REGULAR
            self._choice[key] = next((name for name in names if face(name).glyph(char)), "")
        return self._choice[key]

    def _stretches(self, text: str, bold: bool) -> Iterator[tuple[str, int, int]]:
        """(font, start, end); marks, joiners and variants stay in the font of their letter."""
        current, start = "", 0
        for index, char in enumerate(text):
            if current and _clings(char) and (char in "\u200d\ufe0f" or face(current).glyph(char)):
                continue
            name = self._choose(char, bold) or (BOLD if bold else REGULAR)[0]
            if current and name != current:
                yield current, start, index
                start = index
            current = name
        if text:
            yield current, start, len(text)

    def _shape(self, text: str, bold: bool, rtl: bool) -> Word:
        if text.isascii() and not rtl:
            return self._plain(text, bold)
        width, exact, extra = 0, True, 0.0
        runs: list[Run] = []
        over: list[Over] = []
        stretches = list(self._stretches(text, bold))
        for name, start, end in reversed(stretches) if rtl else stretches:
            font, part = self._font(name), text[start:end]
            shown = "".join([one if self._choose(one, bold) else MISSING for one in part])
            glyphs = font.face.shape(shown, rtl)
            said, true = _said(font.face, part, glyphs, rtl)
            if rtl:
                glyphs, said, lifted = _lift(font, glyphs, said, width)
                over += lifted
            width += sum([advance for _, _, advance, _, _ in glyphs])
            exact = exact and (rtl or (true and not _misread(part, glyphs)))
            extra = max(extra, TALL.get(name, 0.0))
            runs += _runs(font, glyphs, said, rtl)
        return Word(text, width, tuple(runs), exact, extra, by_script(text), tuple(over))

    def _plain(self, text: str, bold: bool) -> Word:
        """Most words: letters that stand side by side, and may have moved together."""
        font = self._font((BOLD if bold else REGULAR)[0])
        glyphs = font.face.shape(text, False)
        said, exact = _said(font.face, text, glyphs, False)
        width = sum([advance for _, _, advance, _, _ in glyphs])
        return Word(text, width, _runs(font, glyphs, said, False), exact, 0.0, "", ())


def _clings(char: str) -> bool:
    return char in "\u200c\u200d" or unicodedata.category(char).startswith("M")


def _said(face: Face, part: str, glyphs: list[Glyph], rtl: bool) -> tuple[list[str], bool]:
    """The characters each glyph stands for, and whether they can be told apart.

    Where glyphs of a cluster are not its characters one by one (Khmer, Burmese), the first says
    the whole cluster.
    """
    clusters = [cluster for _, cluster, _, _, _ in glyphs]
    if clusters == list(range(len(part))):
        return list(part), True
    starts = sorted(set(clusters))
    said: list[str] = []
    exact = True
    text = {start: part[start:end] for start, end in pairwise([*starts, len(part)])}
    for cluster, group in groupby(glyphs, key=itemgetter(1)):
        numbers = [number for number, *_ in group]
        own = text[cluster][::-1] if rtl else text[cluster]
        if len(numbers) == 1:
            said.append(text[cluster])
        elif numbers == [face.glyph(char) for char in own]:
            said += own
        else:
            exact = False
            said += [text[cluster], *(HOLDER for _ in numbers[1:])]
    return said, exact


def _misread(part: str, glyphs: list[Glyph]) -> bool:
    """Say whether readers would put marks over letters elsewhere. Pahawh Hmong they get right,
    but would lose as a text apart from its glyphs."""
    return not all(advance for _, _, advance, _, _ in glyphs) and max(part) < "\U00010000"


def _lift(
    font: GlyphFont, glyphs: list[Glyph], said: list[str], at: int
) -> tuple[list[Glyph], list[str], list[Over]]:
    """Take the marks off letters from right to left; the letters say them.

    WORKAROUND: readers put a mark that stands before its letter on the page somewhere else.
    """
    letters: list[Glyph] = []
    told: list[str] = []
    over: list[Over] = []
    lent = ""
    for place, (glyph, text) in enumerate(zip(glyphs, said, strict=True)):
        number, _, advance, dx, dy = glyph
        mark = text == HOLDER or all(map(_clings, text))
        if mark and not advance and place + 1 < len(glyphs):
            over.append(Over(font, at + dx, dy, font.codes[number, HOLDER]))
            lent = text.replace(HOLDER, "") + lent
            continue
        letters.append(glyph)
        told.append(text + lent)
        lent = ""
        at += advance
    return letters, told, over


def _runs(font: GlyphFont, glyphs: list[Glyph], said: list[str], rtl: bool) -> tuple[Run, ...]:
    """Operands with the shifts that kerning and marks ask for, cut where the height changes."""
    runs: list[Run] = []
    operands = ""
    rise = shift = 0
    codes, widths = font.codes, font.face.widths
    for (number, _, advance, dx, dy), text in zip(glyphs, said, strict=True):
        if dy != rise:
            if operands:
                runs.append(Run(font, rise, f"{operands})"))
            operands, rise = "", dy
        code = _codes(font, number, text) if rtl else codes[number, text]
        if shift + dx or not operands:
            back = -shift - dx or ""
            operands += f"{')' if operands else ''}{back}({code}"
        else:
            operands += code
        shift = advance - widths[number] - dx
    if operands:
        runs.append(Run(font, rise, f"{operands}){-shift if shift else ''}"))
    return tuple(runs)


def _codes(font: GlyphFont, number: int, text: str) -> str:
    """The code of a glyph in text from right to left.

    WORKAROUND: readers turn text that runs right to left round by the character, also within a
    ligature. There the ligature says its last character and empty glyphs say the others; a
    mirrored bracket says what it looks like.
    """
    if len(text) == 1:
        return font.codes[number, MIRRORED.get(text, text)]
    blank = font.face.blank
    back = f"){font.face.widths[blank]}(" if font.face.widths[blank] else ""
    others = [f"{font.codes[blank, char]}{back}" for char in text[-2::-1]]
    return f"{font.codes[number, text[-1]]}{''.join(others)}"
