"""Spans broken to a width: where a line may end, in any script."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

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
    tokens: list[Token] = []
    if not any(HAS_RTL.search(span.text) for span in spans):
        for span in spans:
            tokens += _one_way(shaper, span)
        return 0, tokens
    base, found = levels([(span.text, span.apart) for span in spans])
    level = iter(found)
    for span in spans:
        own = _own(span)
        for text, last in _pieces(span.text):
            runs = groupby([(char, next(level)) for char in text], key=lambda pair: pair[1])
            parts = [("".join(char for char, _ in run), at) for at, run in runs]
            for place, (part, at) in enumerate(parts, 1):
                word = shaper.word(part, span.bold, at % 2 == 1)
                ends = last and place == len(parts)
                tokens.append(Token(word, span.bold, _voice(own, word), at, ends))
    return base, tokens


def _one_way(shaper: Shaper, span: Span) -> Iterator[Token]:
    """The words and spaces of what runs from left to right; a space is of the language before."""
    own = voice = _own(span)
    bold, shaped = span.bold, shaper.word
    for text, last in _pieces(span.text):
        word = shaped(text, bold)
        if text != " ":
            voice = _voice(own, word) if word.language else own
        yield Token(word, bold, voice, 0, last)


def _own(span: Span) -> Voice:
    return Voice(span.soft, span.language, span.link, span.text if span.link else "")


def _voice(own: Voice, word: Word) -> Voice:
    """The voice of a word; its script tells its language where nobody else does."""
    return own._replace(language=word.language) if word.language and not own.language else own


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether a line may end after each."""
    pieces = _PIECE.findall(text)
    edges = [_edges(piece) for piece in pieces]
    following = [before for before, _ in edges[1:]]
    ends = [after or before for (_, after), before in zip(edges, [*following, False], strict=False)]
    return zip(pieces, ends, strict=True)


@lru_cache(1 << 14)
def _edges(piece: str) -> tuple[bool, bool]:
    """Say whether a line may end before a piece, and after it."""
    before = piece[0] not in _CLOSES and _ENDS.match(piece[0]) is not None
    return before, _ENDS.search(piece) is not None


def _break(shaper: Shaper, tokens: list[Token], limit: int) -> Iterator[list[Token]]:
    """Fill lines one after another; what has no place to break moves on as one."""
    if advance(tokens) <= limit:
        yield tokens
        return
    start = cut = at = used = whole = 0
    while at < len(tokens):
        word = tokens[at].word
        used += word.width
        if word.text[0] != " ":  # spaces may stick out
            if at and tokens[at - 1].last:
                cut = at
            if used > limit and cut > start:
                yield tokens[start:cut]
                start, at, used = cut, cut, 0
                continue
            if used > limit and at >= whole:  # longer than a line: break it where a letter ends
                end = _end(tokens, at)
                pieces = [
                    piece for token in tokens[start:end] for piece in _chop(shaper, token, limit)
                ]
                tokens, whole = [*tokens[:start], *pieces, *tokens[end:]], start + len(pieces)
                at, used = start, 0
                continue
        at += 1
    yield tokens[start:]


def _end(tokens: list[Token], at: int) -> int:
    """The next place where a line may end."""
    pairs = pairwise(tokens[at:])
    ends = (
        place
        for place, (one, two) in enumerate(pairs, at + 1)
        if one.last and two.word.text[0] != " "
    )
    return next(ends, len(tokens))


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
