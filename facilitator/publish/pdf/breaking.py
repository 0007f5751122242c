"""Spans broken to a width: where a line may end, in any script."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from facilitator.publish.pdf.direction import HAS_RTL, levels
from facilitator.publish.pdf.shape import Shaper, Word
from facilitator.publish.pdf.text import (
    OPEN,
    Line,
    Lines,
    Span,
    Token,
    Voice,
    advance,
    line_of,
    visible,
)
from facilitator.publish.typed import clusters

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
        lines += [line_of(line, base, mixed, size) for line in _break(shaper, tokens, limit)]
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
    if advance(tokens) <= limit:
        yield tokens
        return
    line: list[Token] = []
    used = 0
    for group in _groups(tokens):
        solid = visible(group)
        if line and used + solid > limit:
            yield line
            line, used = [], 0
        if solid <= limit:
            line += group
            used += advance(group)
            continue
        for token in group:  # longer than a line: break it where a letter ends
            for piece in _chop(shaper, token, limit):
                if line and used + visible([piece]) > limit:
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
