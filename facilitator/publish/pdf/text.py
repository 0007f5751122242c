"""Text as lines: spans broken to a width and written as operators for the page."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from facilitator.publish.pdf.direction import HAS_RTL, levels, visual_order
from facilitator.publish.pdf.shape import Shaper, Word
from facilitator.publish.typed import clusters

INK, SOFT = "0.067 g", "0.267 g"  # #111 and #444
OPEN, CLOSE, TIGHT = 1.42, 1.34, 1.2  # from line to line, in type sizes
BASELINE = 1.07  # below the top of a line, in type sizes: the ascent of Noto Sans
NARROW = 200  # few glyphs are narrower, in 1/1000 em: bounds how far a long word is looked at

_CJK = "\u2e80-\u303e\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
_OPENS, _CLOSES = "（「『【〈《〔", "、。，．！？：；）」』】〉》〕ー々"
# Spaces, a sign of a script without spaces (with the punctuation that must not leave it), the
# part of a word up to a hyphen between letters, or a word.
_PIECE = re.compile(
    rf" +|\u200b|[{_OPENS}]*[{_CJK}\U00020000-\U0003ffff][{_CLOSES}]*"
    rf"|[^ \u200b{_CJK}\U00020000-\U0003ffff]+?(?<=[^\W\d_])[-‐–—](?=[^\W\d_])"
    rf"|[^ \u200b{_CJK}\U00020000-\U0003ffff]+"
)
_ENDS = re.compile(rf"[ \u200b{_CJK}\U00020000-\U0003ffff]|[-‐–—]$")


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
    """Operators between BT and ET, and the text they show where glyphs cannot tell it."""

    operators: str
    actual: str
    voice: Voice
    x: float
    y: float
    width: float
    over: str  # operators of marks that the words themselves tell


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


@dataclass(frozen=True, slots=True)
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
        return " ".join(line.text.strip() for line in self.lines)

    def pieces(
        self, left: float, top: float, first: int = 0, last: int | None = None
    ) -> Iterator[Piece]:
        y = top - BASELINE * self.size
        for line in self.lines[first:last]:
            x = left
            if line.base:  # the spaces at its end hang out on the left
                x += self.width - line.width
            elif self.right:
                x += self.width - line.visible
            for shown, actual, voice, along, width, over in line.stretches:
                colour, start = SOFT if voice.soft else INK, x + along
                operators = f"{colour} 1 0 0 1 {start:.2f} {y:.2f} Tm {shown}"
                marks = [
                    f"{colour} 1 0 0 1 {start + right:.2f} {y + up:.2f} Tm {mark}"
                    for right, up, mark in over
                ]
                yield Piece(operators, actual, voice, start, y, width, " ".join(marks))
            y -= self.leading


def _line(tokens: list[Token], base: int, mixed: bool, size: float) -> Line:
    scale = size / 1000
    order: Sequence[int] = range(len(tokens))
    if mixed:
        order = visual_order(_end_levels(tokens, base))
    places = iter(order)
    x = 0.0
    found: list[tuple[int, Stretch]] = []  # each with the place of its first word
    for voice, words in _stretches([tokens[place] for place in order]):
        first = min([next(places) for _ in words])
        width = sum([word.width for word in words]) * scale
        actual = "" if words[0].exact else "".join([word.text for word in words])
        shown, over = _operators(words, size), _over(words, size) if mixed else []
        found.append((first, Stretch(shown, actual, voice, x, width, over)))
        x += width
    found.sort(key=itemgetter(0))
    text = "".join([token.word.text for token in tokens])
    stretches = [stretch for _, stretch in found]
    return Line(text, stretches, x, _visible(tokens) * scale, base)


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[Voice, list[Word]]]:
    """Words of one voice that glyphs tell, or do not tell; a space goes with what it follows."""
    voice, exact = Voice(), True
    words: list[Word] = []
    for token in tokens:
        word = token.word
        if token.voice != voice or (word.exact is not exact and word.text != " "):
            if words:
                yield voice, words
                words = []
            voice, exact = token.voice, word.exact
        words.append(word)
    if words:
        yield voice, words


def _operators(words: Iterable[Word], size: float) -> str:
    out: list[str] = []
    operands: list[str] = []
    font, rise = None, 0

    def show() -> None:
        if operands:
            out.append(f"[{''.join(operands)}] TJ".replace("><", ""))
            operands.clear()

    for word in words:
        for run in word.runs:
            if run.font is not font or run.rise != rise:
                show()
                if run.font is not font:
                    out.append(f"/{run.font.resource} {size:g} Tf")
                if run.rise != rise:
                    out.append(f"{run.rise * size / 1000:.2f} Ts")
                font, rise = run.font, run.rise
            operands.append(run.operands)
    show()
    if rise:
        out.append("0 Ts")
    return " ".join(out)


def _over(words: Sequence[Word], size: float) -> list[tuple[float, float, str]]:
    found: list[tuple[float, float, str]] = []
    x, scale = 0, size / 1000
    for word in words:
        for font, right, rise, code in word.over:
            mark = f"/{font.resource} {size:g} Tf <{code:04X}> Tj"
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


def lay(
    shaper: Shaper,
    spans: Sequence[Span],
    size: float,
    width: float,
    spacing: float = OPEN,
    right: bool = False,
) -> Lines:
    """Break spans to a width in points. A new line in the text starts a new line on paper."""
    limit = round(width * 1000 / size)
    lines: list[Line] = []
    extra = 0.0
    for paragraph in _paragraphs(spans):
        base, tokens = _tokens(shaper, paragraph)
        mixed = base > 0 or any(token.level for token in tokens)
        lines += [_line(line, base, mixed, size) for line in _break(shaper, tokens, limit)]
        extra = max([extra, *[token.word.extra for token in tokens]])
    return Lines(lines, size, width, size * (spacing + extra), right)


def _paragraphs(spans: Sequence[Span]) -> Sequence[Sequence[Span]]:
    if not any("\n" in span.text for span in spans):
        return [spans]
    found: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        found[-1].append(span._replace(text=first))
        found += [[span._replace(text=text)] for text in rest]
    return found


def _tokens(shaper: Shaper, spans: Sequence[Span]) -> tuple[int, list[Token]]:
    """The level of the paragraph, and its words and spaces."""
    base, level = 0, None
    if any(HAS_RTL.search(span.text) for span in spans):
        base, found = levels([(span.text, span.apart) for span in spans])
        level = iter(found)
    tokens: list[Token] = []
    for span in spans:
        own = Voice(span.soft, span.language, span.link, span.text if span.link else "")
        voice = own
        pieces = _PIECE.findall(span.text)
        for text, following in zip(pieces, [*pieces[1:], ""], strict=False):
            last = _ENDS.search(text) is not None or _opens(following[:1])
            if level is None:
                # a space is of the language before it
                near = voice if text == " " else own
                tokens.append(_token(shaper, text, span.bold, near, 0, last))
                voice = tokens[-1].voice
                continue
            runs = groupby([(char, next(level)) for char in text], key=lambda pair: pair[1])
            parts = [("".join(char for char, _ in run), at) for at, run in runs]
            for place, (part, at) in enumerate(parts, 1):
                ends = last and place == len(parts)
                tokens.append(_token(shaper, part, span.bold, own, at, ends))
    return base, tokens


@cache
def _opens(sign: str) -> bool:
    """Say whether a line may end before a sign."""
    return sign not in _CLOSES and _ENDS.match(sign) is not None


def _token(shaper: Shaper, text: str, bold: bool, voice: Voice, level: int, last: bool) -> Token:
    word = shaper.word(text, bold, level % 2 == 1)
    if word.language and not voice.language:
        voice = voice._replace(language=word.language)
    return Token(word, bold, voice, level, last)


def _break(shaper: Shaper, tokens: list[Token], limit: int) -> Iterator[list[Token]]:
    """Fill lines one after another; what has no place to break moves on as one."""
    if _width(tokens) <= limit:
        yield tokens
        return
    line: list[Token] = []
    used = 0
    for group in _groups(tokens):
        solid = _visible(group)
        if line and used + solid > limit:
            yield line
            line, used = [], 0
        if solid <= limit:
            line += group
            used += _width(group)
            continue
        for token in group:  # longer than a line: break it where a letter ends
            for piece in _chop(shaper, token, limit):
                if line and used + _visible([piece]) > limit:
                    yield line
                    line, used = [], 0
                line.append(piece)
                used += piece.word.width
    yield line


def _groups(tokens: list[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    for index, token in enumerate(tokens):
        group.append(token)
        before_space = index + 1 < len(tokens) and tokens[index + 1].word.text[0] == " "
        if token.last and not before_space:
            yield group
            group = []
    if group:
        yield group


def _chop(shaper: Shaper, token: Token, limit: int) -> Iterator[Token]:
    rest = clusters(token.word.text)
    rtl = bool(token.level % 2)

    def word(count: int) -> Word:
        return shaper.word("".join(rest[:count]), token.bold, rtl)

    while rest:
        most = min(len(rest), limit // NARROW + 1)
        fit = bisect_right(range(1, most + 1), limit, key=lambda count: word(count).width) or 1
        yield token._replace(word=word(fit), last=True)
        rest = rest[fit:]


def _width(tokens: Iterable[Token]) -> int:
    return sum([token.word.width for token in tokens])


def _visible(tokens: list[Token]) -> int:
    """Width without the spaces at the end."""
    end = len(tokens)
    while end and tokens[end - 1].word.text.isspace():
        end -= 1
    return _width(tokens[:end])
