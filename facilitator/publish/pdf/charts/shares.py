"""Voices against people: for each group its share of the talk over its share of the people."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.publish import words
from facilitator.publish.pdf.charts.drawing import LINE, Whole, label
from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.sheet import Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Voice

MOST = 12  # groups in one drawing
NAMES, SAID = 150.0, 92.0  # columns for the names at the left, and for the words after a bar
GROUP = 2 * LINE + 8
BAR = 8.0


@dataclass(frozen=True, slots=True)
class Shares(Whole):
    press: Press
    voices: tuple[Voice, ...]
    longest: float  # of all shares, also those in other drawings
    width: float

    @property
    def height(self) -> float:
        return len(self.voices) * GROUP

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        scale = (self.width - NAMES - SAID) / self.longest
        for place, voice in enumerate(self.voices):
            below = top - place * GROUP
            label(self.press, sheet, typed(voice.group, bold=True), (x, below), NAMES - 12)
            self._bar(sheet, x, below, voice.talk_share * scale, _talk(voice), full=True)
            self._bar(sheet, x, below - LINE, voice.room_share * scale, _room(voice), full=False)
        sheet.bar(x + NAMES - 0.5, top, 0.5, self.height - 8)

    def _bar(
        self, sheet: Sheet, x: float, top: float, length: float, words_: str, full: bool
    ) -> None:
        start, upper = x + NAMES, top - (LINE - BAR) / 2
        if full:
            sheet.bar(start, upper, length, BAR, soft=True)
        elif length:
            sheet.outline(start, upper, length, BAR)
        label(self.press, sheet, Span(words_), (start + length + 5, top), SAID - 5)


def _talk(voice: Voice) -> str:
    return f"{words.share(voice.talk_share)} of the talk"


def _room(voice: Voice) -> str:
    return f"{words.share(voice.room_share)} of the people"


def alt(voices: tuple[Voice, ...]) -> str:
    """What the drawing shows, in words."""
    each = "; ".join(f"{one.group}: {_talk(one)}, {_room(one)}" for one in voices)
    return f"Bars of how the talk was shared, beside the people who signed in or spoke. {each}."
