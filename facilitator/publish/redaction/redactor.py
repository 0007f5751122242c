"""Replaces words that may not leave the room by a mark that says why."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from facilitator.log.state import State
from facilitator.publish.redaction import letters
from facilitator.publish.redaction.common import common
from facilitator.publish.redaction.finding import of_contact
from facilitator.publish.redaction.watch import Found, Watch, watch
from facilitator.publish.summary import LeftOut
from facilitator.room.folding import folded
from facilitator.room.settling import KEEP, REASONS

Span = tuple[int, int]


class Redactor:
    """The words of one edition as they may leave. A text that comes twice is counted once."""

    def __init__(
        self, state: State, edition: str, earlier: Mapping[str, State] | None = None
    ) -> None:
        self._state, self._edition, self._earlier = state, edition, earlier
        self._judged: dict[str, dict[str, str]] = {}
        for one in state.judged.values():
            self._judged.setdefault(one.item, {})[one.words] = one.reason
        self._contact = of_contact(state.meeting)
        self._done: dict[tuple[str, str], str] = {}
        self._count = Counter[str]()

    @cached_property
    def _watch(self) -> Watch:
        return watch(self._state, self._earlier)

    @property
    def replaced(self) -> tuple[LeftOut, ...]:
        """Return how often words were replaced so far, by reason."""
        return tuple(
            LeftOut(words, self._count[code])
            for code, words in REASONS.items()
            if self._count[code]
        )

    def text(self, item: str, words: str) -> str:
        """Return a text of a note, of a promise, or of the session (item is empty) as it leaves.

        The record is printed as it was typed.
        """
        if self._edition == "record" or not words:
            return words
        if (item, words) not in self._done:
            self._done[item, words] = self._replaced(item, words)
        return self._done[item, words]

    def _replaced(self, item: str, text: str) -> str:
        parts, at = list[str](), 0
        for one in self._found(item, text):
            self._count[one.reason] += 1
            parts += [text[at : one.start], mark(one.reason)]
            at = one.end
        return "".join([*parts, text[at:]])

    def _found(self, item: str, text: str) -> list[Found]:
        """Return what is to be replaced, by place, none of it over another."""
        judged = {**self._judged.get("", {}), **self._judged.get(item, {})}
        kept = [
            span for words, why in judged.items() if why == KEEP for span in _where(text, words)
        ]
        kept += [found.span() for found in _MARK.finditer(text)]
        contact = not item and text in self._contact
        sure = [
            one
            for one in self._watch.sure(text, contact)
            if one.sure and not any(_inside(one, span) for span in kept)
        ]
        asked = _asked(text, judged, own=self._judged.get(item, {}) if item else {})
        return _joined([*asked, *sure]) if asked else sure


def mark(reason: str) -> str:
    """Return what is printed in place of words that are withheld."""
    return f"[{REASONS.get(reason, REASONS['other'])} withheld]"


_MARK = re.compile(rf"\[(?:{'|'.join(map(re.escape, REASONS.values()))}) withheld\]")


def _asked(text: str, judged: Mapping[str, str], own: Mapping[str, str]) -> list[Found]:
    """Return the words that somebody wants to be withheld, wherever they stand in a text."""
    found = []
    for words, why in judged.items():
        if why != KEEP:
            reason = why if why in REASONS else "other"
            spans = list(_where(text, words))
            if not spans and words in own:  # part of a word was meant
                spans = [one.span() for one in re.finditer(re.escape(words), text)]
            found += [Found(*span, reason, True) for span in spans]
    return found


def _inside(one: Found, span: Span) -> bool:
    return span[0] <= one.start and one.end <= span[1]


def _joined(found: list[Found]) -> list[Found]:
    """Return what was found by place; the first reason counts for what lies over another."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if kept and one.start < kept[-1].end:
            kept[-1] = kept[-1]._replace(end=max(one.end, kept[-1].end))
        else:
            kept.append(one)
    return kept


def _where(text: str, words: str) -> Iterator[Span]:
    """Yield where some words stand in a text, in whatever case and with signs that do not show.

    A word that is an everyday one too is meant as it was typed: Will is not will.
    """
    wanted = [token for token in letters.tokens(words) if token.key]
    if not wanted:
        yield from (one.span() for one in re.finditer(re.escape(words), text) if words)
        return
    first = wanted[0]
    exact = len(wanted) == 1 and first.capital and common(first.key)
    keys = [token.key for token in wanted]
    if letters.is_plain(text) and not all(key in folded(text) for key in keys):
        return
    tokens = letters.tokens(text)
    before, behind = first.start, len(words) - wanted[-1].end
    for n in range(len(tokens) - len(keys) + 1):
        some = tokens[n : n + len(keys)]
        if [token.key for token in some] == keys and not (exact and not some[0].capital):
            start, end = some[0].start, some[-1].end
            start -= before if text[start - before : start] == words[:before] else 0
            rest = words[len(words) - behind :]
            yield start, end + (behind if behind and text[end : end + behind] == rest else 0)
