"""A person of the list as a row: who, of which group, how they may be told, how it stands."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.record.earlier import Earlier
from facilitator.room.folding import folded, words_of
from facilitator.room.groups import label
from facilitator.room.people import Person
from ui.style import colour
from ui.widgets.ink import isolated, stamp, width, write
from ui.widgets.rows import Row
from ui.widgets.tag import Tag, paint_tag, tag_width
from ui.words import day

HEIGHT, HEAD = 40, 28  # px
NOBODY = "nobody"  # said of somebody who was at no earlier session, whoever had the same name
TOLD = {
    "anonymous": "not by name",
    "group": "by group",
    "official": "by office",
    "named": "by name",
}
HEADS = ("Name", "Group", "Languages", "May be told", "How it stands")
SHARES = (0.35, 0.24, 0.14, 0.125, 0.145)  # of the width, for each of the columns
LEAST = 700  # px; with less, languages and what may be told are left to the form
NARROW = (0.45, 0.27, 0.0, 0.0, 0.28)


class Shown(NamedTuple):
    name: str
    beside: str  # the organisation, after the name
    groups: str
    languages: str
    interpreted: bool
    told: str
    minor: bool
    stands: str
    asked: str  # whether it is somebody of an earlier session: from which day


class Listed(NamedTuple):
    """A row with what it is sorted by, and what it is found by: its name, and all of it."""

    person: Person
    earlier: Earlier | None
    row: Row
    order: tuple[bool, str]
    name: str
    found_by: str


def called(person: Person) -> str:
    """Return the name, or what else there is of somebody who gave none."""
    return person.name or person.email or "No name given"


def stands(person: Person) -> str:
    """Return how far an invitation has come, in a word."""
    if person.came is not None:
        came = "came" if person.signed_in else "came to speak"
        return came if person.left is None else f"{came}, left"
    if person.confirmed:
        return "confirmed"
    return "invited" if person.invited else "walk-in" if person.walk_in else "not asked"


def listed(person: Person, earlier: Earlier | None) -> Listed:
    shown = _shown(person, earlier)
    asked = f"same person as on {shown.asked}? yes or no" if shown.asked else ""
    needs = "needs an interpreter" if person.interpreted else ""
    told = f"told {shown.told}"
    words = shown.name, shown.beside, shown.groups, shown.languages, needs, told, shown.stands
    said = ", ".join(filter(None, (*words, asked)))
    table = f"table {person.table}" if person.table else ""
    more = f"{said} {person.email} {person.role} {table}"
    return Listed(
        person,
        earlier,
        Row(person.id, said, shown),
        (not person.name, folded(person.name)),
        _beginnings(shown.name),
        _beginnings(more),
    )


def _shown(person: Person, earlier: Earlier | None) -> Shown:
    return Shown(
        called(person),
        person.organisation,
        ", ".join(label(code) for code in person.shown_groups),
        _spoken(person),
        person.interpreted,
        "under 18, never by name" if person.minor else TOLD.get(person.consent, person.consent),
        person.minor,
        stands(person),
        (day(earlier.date) or earlier.session or "an earlier session") if earlier else "",
    )


def _spoken(person: Person) -> str:
    if not person.languages:
        return ""
    from facilitator.room.languages import in_english  # slow to import; few lists need it

    return ", ".join(in_english(tag) for tag in person.languages)


def _beginnings(words: str) -> str:
    """Return folded words with a blank before each, so that " an" is the beginning of one."""
    return f" {' '.join(words_of(words))}"


# The picture


def columns(rect: QRect) -> list[QRect]:
    """Return where the columns are; those that are left out have no width."""
    inside = rect.adjusted(20, 0, -20, 0)
    at, boxes = float(inside.left()), []
    for share in SHARES if inside.width() >= LEAST else NARROW:
        wide = inside.width() * share
        boxes.append(QRect(round(at), rect.top(), max(0, round(wide) - 12), rect.height()))
        at += wide
    return boxes


def paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    shown: Shown = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    who, groups, spoken, told, state = columns(rect)
    _paint_name(painter, who, shown, picked)
    write(painter, groups, shown.groups or "not stated", 14, tint="ink" if shown.groups else "ink2")
    if spoken.width() > 0:
        if shown.interpreted:
            stamp(painter, spoken.left(), spoken.center().y() + 1, "languages", "ink2")
            spoken = spoken.adjusted(22, 0, 0, 0)
        words = shown.languages or ("interpreter" if shown.interpreted else "")
        write(painter, spoken, words, 13, tint="ink2")
        write(painter, told, "under 18" if shown.minor else shown.told, 13, tint="ink2")
    middle = QPointF(state.left() + 8, state.center().y() + 1)
    paint_seat(painter, middle, shown.stands)
    write(painter, state.adjusted(24, 0, 0, 0), shown.stands, 13, tint="ink2")


def _paint_name(painter: QPainter, box: QRect, shown: Shown, picked: bool) -> None:
    """Draw the name; a question about it at the right, the organisation in what is left."""
    if shown.asked:
        tag = Tag("history", f"here on {shown.asked}?", "warn", "warn_tint")
        if tag_width(tag) > box.width() // 2:
            tag = Tag("history", "same?", "warn", "warn_tint")
        paint_tag(painter, box.right() - tag_width(tag), box.center().y() + 1, tag)
        box = box.adjusted(0, 0, -tag_width(tag) - 8, 0)
    taken = write(painter, box, isolated(shown.name), 15, picked)
    rest = box.adjusted(taken + 8, 1, 0, 0)
    if shown.beside and rest.width() > width("Mmm…", 13):
        write(painter, rest, isolated(shown.beside), 13, tint="ink2")


def paint_seat(painter: QPainter, middle: QPointF, state: str) -> None:
    """Draw a seat as on the big table: dashed, a ring, full, full with a check."""
    came = state.startswith("came")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if came or state == "confirmed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawEllipse(middle, 8, 8)
    else:
        asked = state == "invited"
        pen = QPen(colour("ink" if asked else "ink2"), 2.5 if asked else 1.5)
        if not asked:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 6.5, 6.5)
    painter.restore()
    if came:
        stamp(painter, round(middle.x()) - 6, round(middle.y()), "check", "paper", 12)
