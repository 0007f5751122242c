"""A head count and how it was made, as two fields: the same wherever somebody is asked for it."""

import re

from PySide6.QtWidgets import QWidget

from facilitator.room.head_count import METHODS
from facilitator.room.meeting import Meeting
from ui.live import Live
from ui.prepare.session_fields import ChoiceField, WordsField

MOST = 1_000_000  # heads
WIDTHS = 96, 196  # px, of the number and of how it was counted
_COUNT = re.compile(r"([^\d-]*)(\d{1,3}(?:[ ,.’']\d{3})+|\d+)(\D*)")  # one number, 1,200 too


class CountField(WordsField):
    """A number; "about 120" is an estimate, and the value is then "~120"."""

    def _worded(self, value: str) -> str:
        return value.strip("~")

    def _read(self, words: str) -> str | None:
        if not words:
            return self.kept  # a count is not taken back but by another, or by undo
        number = _COUNT.fullmatch(words)
        digits = re.sub(r"\D", "", number[2]) if number else ""
        if number is None or len(digits) > len(str(MOST)) or int(digits) > MOST:
            return None
        about = number[1].strip() or re.search(r"[~≈+]|ish\b|\bor so\b", number[3])
        return f"{'~' if about else ''}{int(digits)}"

    def _question(self) -> str:
        return self.tr("how many?")


class HeadCount:
    """The two fields; each keeps what it says at once, the method as soon as there is a number."""

    def __init__(self, live: Live, count_parent: QWidget, method_parent: QWidget) -> None:
        self._live = live
        self.names = count_parent.tr("Head count"), count_parent.tr("How heads were counted")
        methods = {code: count_parent.tr(word) for code, word in METHODS.items()}
        self.count = CountField(self.names[0], count_parent)
        self.method = ChoiceField(self.names[1], methods, method_parent)
        self.fields: tuple[CountField | ChoiceField, ...] = self.count, self.method
        self.count.keep, self.method.keep = self.keep, self.keep_method
        self.method.chosen.connect(lambda _: self.method.save())

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the count that the session has; what is being typed stays."""
        tally = meeting.tally
        self.count.show_value(str(tally.count) if tally else "")
        self.method.show_value(tally.method if tally else next(iter(METHODS)))

    def keep(self, value: str) -> bool:
        """Keep a count; say whether the session has it now."""
        about, method = value.startswith("~"), self.method.value
        count = int(value.strip("~"))
        self._live.attempt(self._live.session.tally, count, "estimated" if about else method)
        tally = self._live.state.meeting.tally
        return tally is not None and tally.count == count

    def keep_method(self, method: str) -> bool:
        """Keep how the count was made; say whether the session has it now."""
        tally = self._live.state.meeting.tally
        if tally is None:
            return False  # it goes with the number, once there is one
        self._live.attempt(self._live.session.tally, tally.count, method)
        tally = self._live.state.meeting.tally
        return tally is not None and tally.method == method
