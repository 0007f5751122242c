"""Who waits: what a facilitator wants to know of each, and how it is painted."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from facilitator.figures.timing import length_in_words
from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from facilitator.room.floor import Waiting
from facilitator.room.groups import label
from facilitator.room.spoken import turns
from facilitator.room.suggestion import Suggestion
from ui.meeting.kinds import PLAIN, kind
from ui.style import colour
from ui.widgets.ink import RIGHT, isolated, width, write
from ui.widgets.rows import Row
from ui.widgets.tag import Tag, paint_tag, tag_width

HEIGHT = 40  # of a row


class Shown(NamedTuple):
    """What a row shows of somebody who waits."""

    place: int
    name: str
    reason: str
    tags: tuple[Tag, ...]
    group: str


def rows_of(state: State, suggestion: Suggestion | None, now: int) -> list[Row]:
    """Return the queue as rows; in a round where everybody is asked, nobody needs to be told so."""
    told = turns(state.floor)
    queue = state.floor.queue
    plain = "round" if all(row.kind == "round" for row in queue) else PLAIN
    rows = []
    for place, row in enumerate(queue, 1):
        one = state.people[row.person]
        tags = [] if row.kind == plain else [_kind_tag(row.kind)]
        reason = _reason(row, told.get(row.person, 0), now)
        if suggestion is not None and suggestion.person == row.person:
            tags.append(Tag("star", _tr("suggested next"), "accent", "accent_tint"))
            if row.kind == PLAIN:  # else the kind is the reason, and told already
                reason = _joined(suggestion.reason, row.reason)
        group = label(one.shown_groups[0]) if one.shown_groups else ""
        words = _joined(str(place), one.called, *(tag.words for tag in tags), reason)
        rows.append(Row(row.person, words, Shown(place, one.called, reason, tuple(tags), group)))
    return rows


def heard(turns: int) -> str:
    """Return how often somebody has spoken."""
    if turns < 3:
        return (_tr("not heard yet"), _tr("spoke once"), _tr("spoke twice"))[turns]
    return _tr("spoke {0} times").format(turns)


def _reason(row: Waiting, turns: int, now: int) -> str:
    waited = (now - row.since) // MINUTE
    if waited <= 0 or row.kind == "round":  # in a round nobody asked to speak
        return _joined(heard(turns), row.reason)
    return _joined(heard(turns), _tr("waited {0}").format(length_in_words(waited)), row.reason)


def _kind_tag(code: str) -> Tag:
    of = kind(code)
    return Tag(of.sign, of.words.lower())


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _tr(words: str) -> str:
    return QCoreApplication.translate("waiting", words)


def paint_waiting(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    shown: Shown = row.content
    if picked:
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    write(painter, rect.adjusted(24, 0, 0, 0), str(shown.place), 15, tint="ink2")
    inside = rect.adjusted(52, 0, -24, 0)
    tags = sum(tag_width(tag) + 12 for tag in shown.tags)
    reason = width(shown.reason, 13)
    spare = inside.width() - tags - 24 - min(reason, inside.width() * 2 // 5)
    room = max(spare, inside.width() // 3)
    at = inside.left() + 12
    named = inside.adjusted(0, 0, room - inside.width(), 0)
    at += write(painter, named, isolated(shown.name), 17, bold=picked)
    for tag in shown.tags:
        at += paint_tag(painter, at, rect.center().y(), tag) + 12
    rest = QRect(at, rect.top(), inside.right() + 1 - at, rect.height())
    if shown.group and rest.width() > reason + width(shown.group, 13) + 24:
        write(painter, rest, shown.group, 13, tint="ink2")
    write(painter, rest, shown.reason, 13, tint="ink2", align=RIGHT)
