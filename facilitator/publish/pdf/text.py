"""Text as lines, written as operators for the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from facilitator.publish.pdf.direction import visual_order
from facilitator.publish.pdf.shape import Word

INK, SOFT = "0.067 g", "0.267 g"  # #111 and #444
OPEN, CLOSE, TIGHT = 1.42, 1.34, 1.2  # from line to line, in type sizes
BASELINE = 1.07  # below the top of a line, in type sizes: the ascent of Noto Sans


class Span(NamedTuple):
    """Text in one voice. Apart: what someone typed, inside a sentence of ours."""

    text: str
    bold: bool = False
    soft: bool = False
    apart: bool = False
    language: str = ""  # BCP 47; empty is that of what stands around
    link: str = ""  # an address, or # and the name of a heading


class Voice(NamedTuple):
    """How a word looks and what is told of it besides its letters."""

    soft: bool = False
    language: str = ""
    link: str = ""
    told: str = ""  # the whole text of the link


class Token(NamedTuple):
    """A word or space of a line."""

    word: Word
    bold: bool
    voice: Voice
    level: int
    last: bool  # a line may end here


class Piece(NamedTuple):
    """Operators that show text, and the text where glyphs cannot tell it."""

    operators: str
    actual: str
    voice: Voice
    x: float
    y: float
    width: float
    over: list[str]  # operators of marks that the words themselves tell


class Stretch(NamedTuple):
    """Words of a line in one voice, as operators; lengths are in points."""

    operators: str
    actual: str
    voice: Voice
    x: float  # from the left end of the line
    width: float
    over: list[tuple[float, float, str]]  # x and y of a mark, and its operators


class Line(NamedTuple):
    """Its stretches as they are read; widths are in points."""

    text: str
    stretches: list[Stretch]
    width: float
    visible: float  # without the spaces at the end
    base: int  # level of the paragraph: 1 runs from right to left


@dataclass(slots=True)
class Lines:
    """Text broken to a width, ready to be written anywhere on a page."""

    lines: list[Line]
    size: float
    width: float
    leading: float  # from line to line
    right: bool

    @property
    def text(self) -> str:
        """All in one line, for the outline."""
        return " ".join("".join(line.text for line in self.lines).split())

    def pieces(
        self, left: float, top: float, first: int = 0, last: int | None = None
    ) -> Iterator[Piece]:
        y = top - BASELINE * self.size
        for _, stretches, whole, visible, base in self.lines[first:last]:
            x = left
            if base:  # the spaces at its end hang out on the left
                x += self.width - whole
            elif self.right:
                x += self.width - visible
            for shown, actual, voice, along, width, over in stretches:
                colour, start = SOFT if voice.soft else INK, x + along
                operators = f"BT {colour} {start:.2f} {y:.2f} Td {shown} ET"
                marks = [
                    f"BT {colour} {start + right:.2f} {y + up:.2f} Td {mark} ET"
                    for right, up, mark in over
                ]
                yield Piece(operators, actual, voice, start, y, width, marks)
            y -= self.leading


def line_of(tokens: list[Token], base: int, mixed: bool, size: float) -> Line:
    """Words that stand on one line, in the order of the page and of reading."""
    scale = size / 1000
    text = "".join([token.word.text for token in tokens])
    order: Sequence[int] = range(len(tokens))
    if mixed:
        order = visual_order(_end_levels(tokens, base))
        tokens = [tokens[place] for place in order]
    x, at = 0.0, 0
    found: list[tuple[int, Stretch]] = []  # each with the place of its first word
    for voice, words in _stretches(tokens):
        width = sum([word.width for word in words]) * scale
        actual = "" if words[0].exact else "".join([word.text for word in words])
        over = _over(words, size) if mixed else []
        stretch = Stretch(_operators(words, size), actual, voice, x, width, over)
        found.append((min(order[at : at + len(words)]), stretch))
        at += len(words)
        x += width
    if mixed:
        found.sort(key=itemgetter(0))
    return Line(text, [stretch for _, stretch in found], x, visible(tokens) * scale, base)


def _stretches(tokens: Sequence[Token]) -> list[tuple[Voice, list[Word]]]:
    """Words of one voice that glyphs tell, or do not tell; a space goes with what it follows."""
    found: list[tuple[Voice, list[Word]]] = []
    voice, exact = None, True
    for word, _, own, _, _ in tokens:
        if own != voice or (word.exact is not exact and word.text != " "):
            words: list[Word] = []
            found.append((own, words))
            voice, exact = own, word.exact
        words.append(word)
    return found


def _operators(words: Iterable[Word], size: float) -> str:
    out: list[str] = []
    current, height = None, 0
    for word in words:
        for font, rise, operands in word.runs:
            if font is not current or rise != height:
                if current:
                    out.append("] TJ ")
                if font is not current:
                    out.append(f"/{font.resource} {size:g} Tf ")
                if rise != height:
                    out.append(f"{rise * size / 1000:.2f} Ts ")
                out.append("[")
                current, height = font, rise
            out.append(operands)
    out.append(("] TJ" if current else "") + (" 0 Ts" if height else ""))
    return "".join(out).replace(")(", "")


def _over(words: Sequence[Word], size: float) -> list[tuple[float, float, str]]:
    found: list[tuple[float, float, str]] = []
    x, scale = 0, size / 1000
    for word in words:
        for font, right, rise, code in word.over:
            mark = f"/{font.resource} {size:g} Tf ({code}) Tj"
            found.append(((x + right) * scale, rise * scale, mark))
        x += word.width
    return found


def _end_levels(tokens: Sequence[Token], base: int) -> list[int]:
    """Levels in which the spaces at the line's end go to its end (rule L1)."""
    found = [token.level for token in tokens]
    for index in range(len(found) - 1, -1, -1):
        if not tokens[index].word.text.isspace():
            break
        found[index] = base
    return found


def advance(tokens: Iterable[Token]) -> int:
    return sum([token.word.width for token in tokens])


def visible(tokens: list[Token]) -> int:
    """Width without the spaces at the end."""
    end = len(tokens)
    while end and tokens[end - 1].word.text.isspace():
        end -= 1
    return advance(tokens[:end])
