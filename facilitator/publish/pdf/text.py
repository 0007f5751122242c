"""Text as lines: spans broken to a width and written as operators for the page."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from facilitator.publish.pdf.direction import HAS_RTL, levels, visual_order
from facilitator.publish.pdf.shape import Run, Shaper, Word
from facilitator.publish.pdf.typed import clusters

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


class Token(NamedTuple):
    """A word or space of a line."""

    word: Word
    bold: bool
    soft: bool
    level: int
    last: bool  # a line may end here


class Piece(NamedTuple):
    """Operators between BT and ET, and the text they show where glyphs cannot tell it."""

    operators: str
    actual: str


class Line(NamedTuple):
    tokens: list[Token]
    base: int  # level of the paragraph: 1 runs from right to left


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken to a width, ready to be written anywhere on a page."""

    lines: list[Line]
    size: float
    width: float
    spacing: float
    right: bool

    @property
    def leading(self) -> float:
        extra = (token.word.extra for line in self.lines for token in line.tokens)
        return self.size * (self.spacing + max(extra, default=0.0))

    @property
    def height(self) -> float:
        return self.leading * len(self.lines)

    @property
    def text(self) -> str:
        """All in one line, for the outline."""
        parts = ("".join(token.word.text for token in line.tokens) for line in self.lines)
        return " ".join(part.strip() for part in parts)

    def pieces(self, x: float, top: float, first: int = 0, last: int | None = None) -> list[Piece]:
        leading = self.leading
        y = top - BASELINE * self.size
        found: list[Piece] = []
        for place, line in enumerate(self.lines[first:last]):
            found += self._write(line, x, y - place * leading)
        return found

    def _write(self, line: Line, x: float, y: float) -> Iterator[Piece]:
        tokens, scale = line.tokens, self.size / 1000
        order: Sequence[int] = range(len(tokens))
        if line.base or any(token.level for token in tokens):
            order = visual_order(_end_levels(line))
        if line.base:  # the spaces at its end hang out on the left
            x += self.width - _width(tokens) * scale
        elif self.right:
            x += self.width - _visible(tokens) * scale
        for (soft, exact), group in groupby(
            (tokens[index] for index in order), key=lambda token: (token.soft, token.word.exact)
        ):
            words = [token.word for token in group]
            colour = SOFT if soft else INK
            runs = _operators((run for word in words for run in word.runs), self.size)
            actual = "" if exact else "".join(word.text for word in words)
            yield Piece(f"{colour} 1 0 0 1 {x:.2f} {y:.2f} Tm {runs}", actual)
            x += sum(word.width for word in words) * scale


def _operators(runs: Iterable[Run], size: float) -> str:
    out: list[str] = []
    font, rise = None, 0
    for (next_font, next_rise), same in groupby(runs, key=lambda run: (run.font, run.rise)):
        if next_font is not font:
            out.append(f"/{next_font.resource} {size:g} Tf")
        if next_rise != rise:
            out.append(f"{next_rise * size / 1000:.2f} Ts")
        font, rise = next_font, next_rise
        out.append(f"[{''.join(run.operands for run in same)}] TJ".replace("><", ""))
    if rise:
        out.append("0 Ts")
    return " ".join(out)


def _end_levels(line: Line) -> list[int]:
    """Levels in which the spaces at the line's end go to its end (rule L1)."""
    found = [token.level for token in line.tokens]
    for index in range(len(found) - 1, -1, -1):
        if not line.tokens[index].word.text.isspace():
            break
        found[index] = line.base
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
    for paragraph in _paragraphs(spans):
        base, tokens = _tokens(shaper, paragraph)
        lines += [Line(line, base) for line in _break(shaper, tokens, limit)]
    return Lines(lines, size, width, spacing, right)


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    found: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        found[-1].append(span._replace(text=first))
        found += [[span._replace(text=text)] for text in rest]
    return found


def _tokens(shaper: Shaper, spans: list[Span]) -> tuple[int, list[Token]]:
    """The level of the paragraph, and its words and spaces."""
    base, level = 0, None
    if any(HAS_RTL.search(span.text) for span in spans):
        base, found = levels([(span.text, span.apart) for span in spans])
        level = iter(found)
    tokens: list[Token] = []
    for span in spans:
        for match in _PIECE.finditer(span.text):
            text = match.group()
            following = span.text[match.end() : match.end() + 1]
            opens = following not in _CLOSES and _ENDS.match(
                following
            )  # a sign one may break before
            last = bool(_ENDS.search(text) or opens)
            if level is None:
                tokens.append(_token(shaper, text, span, 0, last))
                continue
            runs = groupby([(char, next(level)) for char in text], key=lambda pair: pair[1])
            parts = [("".join(char for char, _ in run), at) for at, run in runs]
            tokens += [_token(shaper, part, span, at, False) for part, at in parts[:-1]]
            tokens.append(_token(shaper, parts[-1][0], span, parts[-1][1], last))
    return base, tokens


def _token(shaper: Shaper, text: str, span: Span, level: int, last: bool) -> Token:
    word = shaper.word(text, span.bold, bool(level % 2))
    return Token(word, span.bold, span.soft, level, last)


def _break(shaper: Shaper, tokens: list[Token], limit: int) -> Iterator[list[Token]]:
    """Fill lines one after another; what has no place to break moves on as one."""
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
    return sum(token.word.width for token in tokens)


def _visible(tokens: list[Token]) -> int:
    """Width without the spaces at the end."""
    end = len(tokens)
    while end and tokens[end - 1].word.text.isspace():
        end -= 1
    return _width(tokens[:end])
