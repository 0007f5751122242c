"""What the name line is asked: who speaks, who somebody is, why a row moved, whose turn it was."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter

from facilitator.planning import new_id
from facilitator.room.clock import SECOND
from facilitator.room.finding import by_slip, find, goes_by
from facilitator.room.folding import fold_name
from facilitator.room.groups import label
from facilitator.room.people import Person
from facilitator.room.rounds import sign_in_kept
from facilitator.room.spoken import heard
from ui.live import Live
from ui.meeting.kinds import PLAIN, kind
from ui.style import colour
from ui.widgets.ink import RIGHT, isolated, width, write
from ui.widgets.rows import Row
from ui.words import clock, time_of_day

MOST_FOUND = 20
NEWCOMER, RENAME, LENGTH = "+", "=", ":"  # the keys of the rows that stand for nobody
_LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")


class Asking(NamedTuple):
    """A question to the name line: how it looks, what is found by some letters, what Enter does."""

    code: str
    sign: str
    words: str
    hint: str
    found: Callable[[str], list[Row]]
    take: Callable[[str, str], bool]  # the key of the row, and what was typed; is it done?
    typed: str = ""  # what stands in the line to begin with
    about: str = ""  # the person it is about


class Questions(QObject):
    """The questions there are, each about the session as it stands when a letter is typed."""

    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live

    def speaker(self, code: str = PLAIN) -> Asking:
        """Ask who wants to speak; a direct response has the floor at once, all else waits."""
        of = kind(code)
        hints = {
            PLAIN: self.tr("Add a speaker: a few letters of the name"),
            "direct_response": self.tr("Who replies? They have the floor at once"),
            "clarifying_question": self.tr("Who asks what was meant?"),
            "point_of_process": self.tr("Who has a word on how we talk?"),
        }
        words = "" if code == PLAIN else of.words.lower()
        hint = hints.get(code, hints[PLAIN])
        return Asking(
            code, of.sign, words, hint, self._speakers, lambda k, t: self._ask(code, k, t)
        )

    def who_is(self, person: str) -> Asking:
        """Ask who somebody is: somebody else on the list, or the same under another name."""
        one = self._live.state.people[person]
        hint = self.tr("Who is {0}? Letters of a name, or another name").format(
            isolated(one.called)
        )

        def found(typed: str) -> list[Row]:
            return self._others(one, typed) if typed else []

        def take(key: str, typed: str) -> bool:
            attempt, session = self._live.attempt, self._live.session
            if key in ("", RENAME):
                same = typed == one.name
                return same or (bool(typed) and attempt(session.change_person, person, name=typed))
            pair = (person, key) if one.walk_in else (key, person)
            return attempt(session.merge, *pair)

        return Asking(
            "who", "user-round-check", self.tr("who is this?"), hint, found, take, one.name
        )

    def why(self, person: str) -> Asking:
        """Ask why a row was moved; the words stay with it."""
        queue = self._live.state.floor.queue
        row = next(row for row in queue if row.person == person)
        hint = self.tr("Why is the row where it is? The words stay with it")

        def take(key: str, typed: str) -> bool:
            move, attempt = self._live.session.move, self._live.attempt
            queue = [row.person for row in self._live.state.floor.queue]
            if person not in queue or typed in ("", row.reason):
                return True
            before = [*queue, None][queue.index(person) + 1]
            return attempt(move, person, before, typed)

        return Asking(
            "why", "pencil", self.tr("why?"), hint, lambda typed: [], take, row.reason, person
        )

    def turn(self, number: int) -> Asking:
        """Ask whose turn it really was, or how long it lasted."""
        turn = self._live.state.floor.turns[number - 1]
        hint = self.tr("Another name, or a length like 1:30")

        def found(typed: str) -> list[Row]:
            length = _length(typed)
            if length is not None:
                return [_row(LENGTH, clock(length * SECOND), "", self.tr("it lasted"))]
            return self._people(typed, self.tr("it was"))

        def take(key: str, typed: str) -> bool:
            attempt, correct = self._live.attempt, self._live.session.correct_turn
            length = _length(typed)
            if length is not None:
                return attempt(correct, number, seconds=length)
            return key == turn.person or (bool(key) and attempt(correct, number, person=key))

        return Asking("turn", "history", self.tr("put a turn right"), hint, found, take)

    def _ask(self, code: str, key: str, typed: str) -> bool:
        """Queue whom a row stands for; a name on no list is a walk-in, without a question."""
        session = self._live.session
        if not key:
            return False
        if code == "direct_response":
            person, name = (new_id(), typed) if key == NEWCOMER else (key, "")
            return self._live.attempt(session.give_floor, person, code, name=name)
        if key == NEWCOMER:
            return self._live.attempt(session.queue_newcomer, typed, code)
        waits = self._live.state.floor.waits
        return self._live.attempt(session.queue, key, code) or waits(key) is not None

    # What is found

    def _speakers(self, typed: str) -> list[Row]:
        rows = self._people(typed)
        if not typed:
            return []
        new = _row(NEWCOMER, typed, self.tr("new to the list"))
        slip = bool(rows) and by_slip(self._live.state.people[rows[0].key], typed)
        return [new, *rows] if slip else [*rows, new]

    def _others(self, one: Person, typed: str) -> list[Row]:
        """Return who somebody may be: a walk-in anybody, somebody on the list a walk-in.

        Letters that are no whole word of a name are rather another name than that of somebody else.
        """
        people = self._live.state.people
        rows = [
            row
            for row in self._people(typed, self.tr("the same person as"))
            if row.key != one.id and (one.walk_in or people[row.key].walk_in)
        ]
        sure = bool(rows) and goes_by(people[rows[0].key], typed)
        if typed != one.name:
            rename = _row(RENAME, typed, "", self.tr("rename to"))
            return [*rows, rename] if sure else [rename, *rows]
        return rows if sure or not rows else [_row(RENAME, typed, "", self.tr("still")), *rows]

    def _people(self, typed: str, lead: str = "") -> list[Row]:
        state = self._live.state
        found = find(state.people, typed, MOST_FOUND)
        spoke = heard(state.floor)
        names = Counter(fold_name(one.called) for one in found)
        kept = sign_in_kept(state.people, state.floor)
        rows = []
        for one in found:
            told = [
                *self._known(one, names[fold_name(one.called)] > 1),
                self._stands(one, spoke, kept),
            ]
            rows.append(_row(one.id, one.called, ", ".join(filter(None, told)), lead))
        return rows

    def _known(self, one: Person, twin: bool) -> list[str]:
        """Return what is known of somebody, and of twins what tells them apart."""
        known = [label(code) for code in one.shown_groups]
        if twin or not known:
            known.append(one.organisation)
        if twin:
            known.append(self.tr("table {0}").format(one.table) if one.table else "")
            known.extend(one.languages)
            if one.came is not None:
                came = time_of_day(self._live.state.meeting, one.came)
                known.append(self.tr("here since {0}").format(came))
        return [*known, self.tr("interpreted") if one.interpreted else ""]

    def _stands(self, one: Person, spoke: set[str], kept: bool) -> str:
        """Return how somebody stands to the floor, in a word."""
        floor = self._live.state.floor
        if floor.speaker is not None and floor.speaker.person == one.id:
            return self.tr("has the floor")
        if floor.waits(one.id):
            return self.tr("waits already")
        if one.left is not None:
            return self.tr("has left")
        if one.came is None and kept:
            return self.tr("not here yet")
        return "" if one.id in spoke else self.tr("first time")


def _row(key: str, name: str, told: str, lead: str = "") -> Row:
    words = ", ".join(part for part in (f"{lead} {name}".strip(), told) if part)
    return Row(key, words, (lead, name, told))


def _length(typed: str) -> int | None:
    """Return a length like 1:30 in seconds, None for what is no length."""
    match = _LENGTH.fullmatch(typed)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return (hours * 60 + minutes) * 60 + seconds


def paint_found(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    lead, name, told = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    inside = rect.adjusted(24, 0, -24, 0)
    if lead:
        inside.setLeft(inside.left() + write(painter, inside, lead, 13, tint="ink2") + 8)
    room = max(inside.width() - width(told, 13) - 16, inside.width() * 2 // 5)
    name_room = inside.adjusted(0, 0, room - inside.width(), 0)
    taken = write(painter, name_room, isolated(name), 17, bold=picked)
    write(painter, inside.adjusted(taken + 16, 0, 0, 0), told, 13, tint="ink2", align=RIGHT)
