"""The capture line: one line typed at the speed of speech becomes a note or a promise."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from facilitator.room.dates import dated
from facilitator.room.folding import fold_name
from facilitator.room.notes import Note

# The first sign of a line says its kind; a line without one is something that somebody lived.
PREFIXES = {
    "?": "question",
    "#": "idea",
    '"': "quote",
    "+": "strength",
    "-": "concern",
    "=": "agreement",
    "~": "parking_lot",
}
PROMISE = "!"
PLAIN = "experience"
_SIGNS = (PROMISE, *PREFIXES)
_TAG = re.compile(r"#([^\W\d_][\w-]*)")  # it begins with a letter: #12 is a bus
# A name of up to four words and a colon, or one word. The colon of 18:00 is none.
_NAME = re.compile(r"((?:[^\s:]+ ){0,3}[^\s:]+):(?=\s|$)|(\S+)")
_TAGS = re.compile(r"(?:\s+#[^\W\d_][\w-]*)*\s*")
_STOPS = ".,;:!?)"
_LONGEST_NAME = 8  # words
_MOST = 32  # signs of a line that are read as marks: looking for names takes time
# After these the name or theme that ends a line is part of the sentence: "ask for help from @Ana".
_LEANING = frozenset(
    "a about after an and as at between by each every for from in like of on or than that the to"
    " with without".split()
)


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says: a note, or a promise with an owner and a date as far as they are there."""

    text: str
    kind: str
    promise: bool = False
    who: str = ""  # the first @name: the owner of a promise, or whose words a note tells
    due: str = ""  # ISO date
    themes: tuple[str, ...] = ()
    speaks: bool = False  # the name stood before the note, and is no part of it


def capture(
    line: str,
    today: date,
    plain: str = PLAIN,
    names: Mapping[str, str] | None = None,
    themes: Collection[str] = (),
) -> Captured:
    """Read a line. `! @Rivera publish stop data by 30 Jun` is a promise.

    `plain` is the kind of a line without a sign, `names` holds the names that may follow an @ by
    how they fold, `themes` the known ones.
    """
    sign, rest = sign_of(line, themes)
    if sign == PROMISE:
        return _promise(rest, today, names or {})
    if sign == '"' and rest.count('"') % 2:  # the sign is one of a pair: of all, or inside
        rest = rest[:-1] if rest.index('"') == len(rest) - 1 else f'"{rest}'
    return _note(rest, PREFIXES.get(sign, plain), names or {}, themes)


def whole(note: Note) -> str:
    """Return a note as it is typed: its words, then its themes."""
    return note.text + _tags(note.themes)


def retold(line: str, note: Note, themes: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Return the text and the themes of a note whose line was changed as a whole.

    Its tags stand behind the sentence and are no part of it, however the sentence ends.
    """
    tail = _tags(note.themes)
    words, kept = (line.removesuffix(tail), note.themes) if line.endswith(tail) else (line, ())
    same = words.startswith(note.text) and _TAGS.fullmatch(words, len(note.text))
    pieces = list(_pieces(words[len(note.text) :] if same else words, "#", {}))
    new = [theme for theme in _themes(pieces, (*kept, *themes)) if theme not in kept]
    text = note.text if same else _joined(_without_edges(_without_tags(pieces, note.themes)))
    return text, (*kept, *new)


def sign_of(line: str, themes: Collection[str] = ()) -> tuple[str, str]:
    """Return the sign that says the kind of a line, and the rest.

    A # is a theme inside a line. At its very beginning it is one if the theme is known; else the
    line is an idea.
    """
    line = line.strip()
    tag = _TAG.match(line)
    number = line[:1] in "+-" and line[1:2].isdigit()
    if line[:1] not in _SIGNS or number or (tag and known_theme(tag[1], themes) in themes):
        return "", line
    return line[0], line[1:].strip()


def known_theme(typed: str, themes: Collection[str]) -> str:
    """Return a theme as the list spells it; one that is not there as it was typed."""
    same = _folded(typed)
    return next((theme for theme in themes if _folded(theme) == same), typed)


def half_typed(line: str) -> tuple[str, str] | None:
    """Return the sign and the letters of the @name or #theme that a line ends in, if it does."""
    at = max(line.rfind("@"), line.rfind("#"))
    before, sign, letters = line[: max(at, 0)], line[at : at + 1], line[at + 1 :]
    if at < 0 or not (before[-1:] in " (" or before.strip() in _SIGNS):
        return None
    if sign == "@":
        named = letters[:1] != " " and ":" not in letters and letters.count(" ") < _LONGEST_NAME
        return (sign, letters) if named else None
    if letters:
        tag = _TAG.fullmatch(f"#{letters}")
        return (sign, letters) if tag else None
    return (sign, "") if before.strip() else None  # a # alone at the beginning is an idea


class _Mark(NamedTuple):
    """A @name or #theme in a line."""

    sign: str
    value: str
    words: str  # what stands in the line after the sign


def _note(rest: str, kind: str, names: Mapping[str, str], themes: Collection[str]) -> Captured:
    """A name that speaks (`@Ana: …`) goes; elsewhere it is part of what was said."""
    pieces = list(_pieces(rest, "@#", names))
    marks = [piece for piece in pieces if isinstance(piece, _Mark)]
    who = next((mark.value for mark in marks if mark.sign == "@"), "")
    tags = _themes(pieces, themes)
    said = speaks = False
    for n, piece in enumerate(pieces):
        if isinstance(piece, str):
            said = said or bool(piece.strip())
        elif piece.sign == "@" and not said and piece.words.endswith(":"):
            speaks = True
        elif piece.sign == "@":
            pieces[n], said = piece.words, True
    text = _joined(_without_edges(pieces))
    return Captured(text, kind, who=who, themes=tags, speaks=speaks)


def _themes(pieces: "list[_Piece]", known: Collection[str]) -> tuple[str, ...]:
    tags = [piece.value for piece in pieces if isinstance(piece, _Mark) and piece.sign == "#"]
    return tuple(dict.fromkeys(known_theme(tag, known) for tag in tags))


def _promise(rest: str, today: date, names: Mapping[str, str]) -> Captured:
    pieces = list(_pieces(rest, "@", names))
    who = next((piece.value for piece in pieces if isinstance(piece, _Mark)), "")
    alone = sum(isinstance(piece, _Mark) for piece in pieces) == 1
    pieces, due = _without_owner(pieces), None
    if pieces and isinstance(pieces[-1], str):
        pieces[-1], due = dated(pieces[-1], today)
        pieces = _without_edges(pieces) if alone else pieces
    text = _joined(pieces).strip(" ,;:")
    return Captured(text, "pledge", True, who, due.isoformat() if due else "")


def _without_owner(pieces: "list[_Piece]") -> "list[_Piece]":
    """Take the mark off that says who promises; whoever else is named belongs to the promise."""
    if sum(isinstance(piece, _Mark) for piece in pieces) == 1:
        return _without_edges(pieces)
    for n, piece in enumerate(pieces):
        if isinstance(piece, _Mark):
            return pieces[n + 1 :]
        if piece.strip():
            break
    return pieces


_Piece = str | _Mark


def _pieces(rest: str, signs: str, names: Mapping[str, str]) -> Iterator[_Piece]:
    """Yield the marks of a line and the stretches between them."""
    done = 0
    for found in islice(re.finditer(rf"(?<![^\s(])[{signs}](?=\S)", rest), _MOST):
        after = rest[found.end() :] if found.start() >= done else ""
        mark = _theme(after) if found[0] == "#" else _name(after, names)
        if mark is not None:
            yield rest[done : found.start()]
            yield mark
            done = found.end() + len(mark.words)
    yield rest[done:]


def _theme(after: str) -> _Mark | None:
    tag = _TAG.match(f"#{after}")
    return _Mark("#", tag[1], tag[1]) if tag else None


def _name(after: str, names: Mapping[str, str]) -> _Mark | None:
    """Return the longest known name that the words begin with, else what may be a name."""
    ends = [word.end() for word in re.finditer(r"\S+", after[:200])][:_LONGEST_NAME]
    for end in reversed(ends if names else []):
        for typed in (after[:end], after[:end].rstrip(_STOPS)):
            if name := names.get(fold_name(" ".join(typed.split()))):
                return _named(name, typed, after)
    found = _NAME.match(after)
    typed = (found[1] or found[2].rstrip(_STOPS)) if found else ""
    return _named(typed, typed, after) if typed else None


def _named(name: str, typed: str, after: str) -> _Mark:
    colon = after[len(typed) :].startswith(":")
    return _Mark("@", name, after[: len(typed) + colon])


def _without_edges(pieces: list[_Piece]) -> list[_Piece]:
    """Take the marks off both ends, where they are no part of the sentence."""
    kept = list(pieces)
    while kept and (isinstance(kept[0], _Mark) or not kept[0].strip()):
        del kept[0]
    while kept and (isinstance(kept[-1], _Mark) or not kept[-1].strip()) and not _leans(kept):
        del kept[-1]
    return kept


def _without_tags(pieces: list[_Piece], themes: Collection[str]) -> list[_Piece]:
    """Take the marks off the end from the first on that is one of the themes."""
    end = len(pieces)
    for n in range(end - 1, -1, -1):
        piece = pieces[n]
        if isinstance(piece, str) and piece.strip():
            break
        if isinstance(piece, _Mark) and piece.value in themes:
            end = n
    return pieces[:end]


def _tags(themes: Collection[str]) -> str:
    return "".join(f" #{theme}" for theme in themes)


def _leans(pieces: list[_Piece]) -> bool:
    before = _joined([piece for piece in pieces if isinstance(piece, str)]).split()
    return bool(before) and before[-1].casefold() in _LEANING


def _joined(pieces: list[_Piece]) -> str:
    words = (piece.words if isinstance(piece, _Mark) else piece for piece in pieces)
    return "".join(words).strip()


def _folded(theme: str) -> str:
    return fold_name(theme).replace("-", "_")
