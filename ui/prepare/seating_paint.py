"""How a table is drawn: its number, what is wrong with it, and a line for each who sits there."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.room.people import Person
from ui.prepare.seating_plan import HEAD, LINE, Block
from ui.prepare.seating_words import group_of
from ui.style import colour, pixels
from ui.widgets.ink import RIGHT, stamp, width, write

NAME = 0.55  # of a line is the name's at least, and the group has the rest
SIGN = 20  # px, an icon of 14 with its gap


def paint_head(painter: QPainter, block: Block, seats: int, mark: str) -> None:
    """Draw the number of a table, who many sit there, and what is wrong, under a heavy line."""
    head = QRect(block.rect.topLeft(), block.rect.topRight()).adjusted(0, 2, 0, HEAD - 4)
    empty = not block.people
    rule = QRect(head.left(), block.rect.top(), head.width(), 1 if empty else 2)
    painter.fillRect(rule, colour("edge" if empty else "ink"))
    told = _tr("Table {0}").format(block.table) if block.table else _tr("No table yet")
    at = write(painter, head, told, 14, bold=True, tint="ink2" if empty else "ink")
    count = str(len(block.people))
    if block.table and seats:
        count = _tr("{0} of {1}").format(count, seats)
    if empty:
        write(painter, block.cell(0).adjusted(8, 0, 0, 0), _tr("Nobody yet"), 13, tint="ink2")
    taken = write(painter, head, count, 13, tint="ink2", align=RIGHT)
    if mark:
        left = head.adjusted(at + 12, 0, -taken - 8, 0)
        stamp(painter, left.left(), left.center().y() + 1, "circle-alert", "warn", 14)
        write(painter, left.adjusted(SIGN, 0, 0, 0), mark, 13, tint="warn")


def paint_person(painter: QPainter, cell: QRect, person: Person, picked: bool, found: bool) -> None:
    """Draw a person: the name, whether speech is interpreted, and the group at the right."""
    if picked or found:
        painter.fillRect(cell, colour("accent_tint"))
    if picked:
        painter.fillRect(cell.left(), cell.top(), pixels("chosen") + 2, LINE, colour("accent"))
    painter.setPen(QPen(colour("line")))
    painter.drawLine(cell.bottomLeft(), cell.bottomRight())
    inside = cell.adjusted(8, 0, -4, -1)
    if found:
        stamp(painter, inside.left(), inside.center().y() + 1, "search", "accent", 14)
        inside.setLeft(inside.left() + SIGN)
    group, room = group_of(person), inside.width()
    for_group = min(
        width(group, 13) + 2, max(round(room * (1 - NAME)), room - _name(person, picked))
    )
    at = inside.adjusted(room - for_group, 0, 0, 0)
    write(painter, at, group, 13, tint="ink2", align=RIGHT)
    inside.setRight(at.left() - 8)
    if person.interpreted:
        stamp(painter, inside.right() - 14, inside.center().y() + 1, "languages", "ink2", 14)
        inside.setRight(inside.right() - SIGN)
    write(painter, inside, person.called, 14, picked)


def _name(person: Person, bold: bool) -> int:
    """Return how wide a name is with what stands beside it."""
    return width(person.called[:80], 14, bold) + 10 + (SIGN if person.interpreted else 0)


def paint_held(painter: QPainter, hand: QPoint, person: Person) -> None:
    """Draw somebody who is in the hand."""
    box = QRect(hand.x() + 12, hand.y() - LINE // 2, 200, LINE)
    painter.fillRect(box, colour("accent_tint"))
    frame(painter, box)
    write(painter, box.adjusted(8, 0, -8, 0), person.called, 14, True)


def frame(painter: QPainter, box: QRect) -> None:
    """Draw the frame of what has the keys, or takes what is in the hand."""
    painter.save()
    painter.setPen(QPen(colour("accent"), pixels("focus")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.restore()


def _tr(words: str) -> str:
    return QCoreApplication.translate("seating", words)
