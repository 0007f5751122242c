"""How the note line is understood: what it says itself, and what keys said of it."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from facilitator.room.capture import PLAIN, Captured, capture
from facilitator.room.groups import label
from facilitator.room.notes import ATTRIBUTION, KINDS, SENSITIVITY, as_far_as, kind_words, sources
from facilitator.room.people import Person
from facilitator.room.promise_rules import PUBLISH
from ui.live import Live
from ui.meeting.mentioned import Mentioned
from ui.meeting.reading import Part
from ui.widgets.ink import isolated
from ui.words import day


class Manner(NamedTuple):
    """How a line is to be taken, beside what it says itself; for one note only."""

    kind: str = ""
    attribution: str = ATTRIBUTION[0]
    sensitivity: str = SENSITIVITY[0]
    publish: str = ""  # of a promise; nothing: as its owner agreed
    turn: str = ""  # the turn in which its first letter was typed, "0" for none

    @classmethod
    def read(cls, words: str) -> "Manner":
        """Return it as it was put down; what makes no sense is as if nothing was chosen."""
        *parts, turn = words.split(",")
        known = (("", *KINDS), ATTRIBUTION, SENSITIVITY, ("", *PUBLISH))
        if len(parts) != len(known) or any(p not in k for p, k in zip(parts, known, strict=True)):
            return cls()
        return cls(*parts)._replace(turn=turn)

    @property
    def words(self) -> str:
        return "" if self == Manner() else ",".join(self)


class Understanding(QObject):
    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self.known = live, Mentioned(live)

    def captured(self, line: str, manner: Manner) -> Captured:
        known = self.known
        names = known.names if "@" in line else {}
        themes = known.themes if "#" in line else {}
        return capture(line, self._live.today(), manner.kind or PLAIN, names, themes)

    def since(self, turn: str) -> str:
        """Return the turn in which a line was begun, as long as there is one; else the present."""
        floor = self._live.state.floor
        begun = turn.isdecimal() and int(turn) <= len(floor.turns)
        return turn if begun else str(floor.on[-1] + 1) if floor.on else "0"

    def person(self, taken: Captured, manner: Manner) -> Person | None:
        """Return who is named with an @; if nobody is, whose words a note tells: who spoke."""
        ident = self.known.person(taken.who) if taken.who else ""
        if not ident and not taken.promise and not taken.speaks:
            ident = self._speaker(manner.turn)
        return self._live.state.people.get(ident)

    def _speaker(self, turn: str) -> str:
        number = int(self.since(turn))
        return self._live.state.floor.turns[number - 1].person if number else ""

    def owner(self, taken: Captured) -> str:
        return self.known.owner(taken.who) if taken.who else ""

    def steps(self, person: Person | None) -> tuple[str, ...]:
        """Return how far somebody may be told."""
        return sources(person, self._live.state.meeting)

    def attribution(self, taken: Captured, manner: Manner) -> str:
        """Return what was chosen, or as much of it as the one whose words they are agreed to."""
        return as_far_as(manner.attribution, self.steps(self.person(taken, manner)))

    # In words

    def parts(self, taken: Captured, manner: Manner) -> list[Part]:
        if taken.promise:
            return self._of_promise(taken, manner)
        hidden = "" if manner.sensitivity == SENSITIVITY[0] else manner.sensitivity
        person = self.person(taken, manner)
        source = self.source(person, self.attribution(taken, manner))
        return [
            Part(kind_words(taken.kind)),
            Part(self._whose(taken, person) + source, gives_way=True),
            Part(" ".join(f"#{theme}" for theme in taken.themes), gives_way=True),
            Part(hidden, "sens", "eye-off"),
        ]

    def _whose(self, taken: Captured, person: Person | None) -> str:
        """Return the name of whose words they are, unless that is plainly who speaks now."""
        named = taken.who and self.known.person(taken.who)
        if person is None or not (named or person.id != self._speaker("")):
            return ""
        return f"{isolated(person.called)}, "

    def _of_promise(self, taken: Captured, manner: Manner) -> list[Part]:
        told = {
            "named": self.tr("by name"),
            "official": self.tr("by office"),
            "group": self.tr("by group"),
            "not": self.tr("not published"),
        }
        owner, due = self.owner(taken), day(taken.due, weekday=True)
        return [
            Part(self.tr("Promise")),
            Part(owner, gives_way=True) if owner else _missing(self.tr("who?")),
            Part(due) if due else _missing(self.tr("by when?")),
            Part(told.get(manner.publish, "")),
        ]

    def publish(self, taken: Captured, manner: Manner) -> str:
        """Return how a promise may be told: as somebody chose, else as its owner agreed."""
        person = self.person(taken, manner)
        return manner.publish or (person.agreed if person else PUBLISH[2])

    def source(self, person: Person | None, attribution: str) -> str:
        """Return who is told with a note, and at the last step why there is no further one."""
        group = label(person.shown_group) if person else ""
        words = {
            "group": self.tr("by group: {0}").format(group),
            "official": self.tr("by office: {0}").format((person and person.role) or group),
            "named": self.tr("by name: {0}").format(isolated(person.called if person else "")),
        }.get(attribution, self.tr("no source"))
        steps = self.steps(person)
        if attribution == steps[-1] and attribution in ("group", "official"):
            return self.tr("{0} – {1}").format(words.split(":")[0], self.refusal(person))
        return words

    def refusal(self, person: Person | None) -> str:
        """Return why somebody may not be told by name."""
        if person is None:
            return self.tr("no source: who said it is not known")
        if not self._live.state.meeting.tells_names:
            return self.tr("this session tells no names")
        return self.tr("has not agreed to be named")


def _missing(words: str) -> Part:
    return Part(words, "warn", "circle-alert")
