"""A note as a row: when, what kind, who is told with it, and two lines of what was said."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from facilitator.log.state import State
from facilitator.publish.disclosure import chosen
from facilitator.room.folding import fold_name
from facilitator.room.notes import SENSITIVITY, Note, kind_words
from ui.meeting.note_kinds import icon_of
from ui.style import font
from ui.widgets.ink import RIGHT, isolated, stamp, width, write
from ui.widgets.rows import Row
from ui.widgets.tag import Tag, paint_tag, tag_width
from ui.words import time_of_day

HEIGHT = 76  # a line of when and what, two lines of words
INSET, TOP, LEAST = 16, 8, 32  # px; in less room a word is left out


class Shown(NamedTuple):
    time: str
    kind: str
    icon: str
    source: str
    hidden: str
    starred: str
    tags: str
    text: str


def row_of(note: Note, state: State) -> Row:
    shown = Shown(
        time_of_day(state.meeting, note.at),
        kind_words(note.kind),
        icon_of(note.kind),
        chosen(note, state),
        "" if note.sensitivity == SENSITIVITY[0] else note.sensitivity,
        "starred" if note.starred else "",
        " ".join(f"#{theme}" for theme in note.themes),
        note.text,
    )
    told = shown.time, shown.kind, shown.source, shown.hidden, shown.starred, note.text, shown.tags
    return Row(note.id, ", ".join(word for word in told if word), shown)


def haystack(row: Row, note: Note, state: State) -> str:
    """Return what a note can be found by, folded: all that shows, and whose words they are."""
    person = state.people.get(note.person)
    return fold_name(f"{row.words}\n{person.called if person else ''}\n{note.id}")


def edit_rect(rect: QRect, row: Row) -> QRect:
    return QRect(rect.left() + 6, rect.top() + 27, rect.width() - 12, rect.height() - 30)


def paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    shown: Shown = row.content
    meta = QRect(rect.left() + INSET, rect.top() + TOP, rect.width() - 2 * INSET, 18)
    _paint_meta(painter, meta, shown)
    box = QRect(meta.left(), meta.bottom() + 4, meta.width(), 42)
    write_two_lines(painter, box, shown.text)


def _paint_meta(painter: QPainter, meta: QRect, shown: Shown) -> None:
    """Draw the line of when and what. Themes give way to it, and the source to both."""
    tag = Tag("eye-off", shown.hidden, "sens", "sens_tint")
    hidden = tag_width(tag) + 8 if shown.hidden else 0
    middle = meta.center().y() + 1
    at = meta.left() + write(painter, meta, shown.time, 13, tint="ink2") + 8
    stamp(painter, at, middle, shown.icon, "ink2", 14)
    at += 19
    right = meta.right() - hidden
    if shown.starred:
        stamp(painter, meta.right() - 14, middle, "star", "ink", 14)
        right -= 22
    at += write(painter, QRect(at, meta.top(), right - at, 18), shown.kind, 13, True, "ink2") + 6
    tags = min(width(shown.tags, 13), right - at)
    if shown.tags and tags > LEAST:
        right -= tags + 10
        box = QRect(right + hidden + 10, meta.top(), tags + 1, 18)
        write(painter, box, shown.tags, 13, tint="ink2", align=RIGHT)
    if shown.source and right - at > LEAST:
        box = QRect(at, meta.top(), right - at, 18)
        at += write(painter, box, f"· {isolated(shown.source)}", 13, tint="ink2") + 8
    if shown.hidden:
        paint_tag(painter, at, middle, tag, 18)


def write_two_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """Write a text on up to two lines, the second elided; each text in its own direction."""
    line = " ".join(text[:500].split())  # more does not fit, and laying it out takes time
    layout = QTextLayout(line, font(14))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    layout.endLayout()
    # Qt counts UTF-16 units, of which an emoji takes two.
    head = line.encode("utf-16-le")[: 2 * first.textLength()].decode("utf-16-le")
    top = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
    write(painter, top, head.rstrip(), 14)
    if rest := line[len(head) :]:
        write(painter, top.translated(0, 20), rest, 14)
