"""The rows of a list from elsewhere: who is new, who is there already, what does not fit."""

from collections.abc import Collection
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.intake import Fresh, Misfit, Proposal
from facilitator.room.groups import label
from facilitator.room.people import NEVER_SHOWN
from ui.style import colour
from ui.widgets.ink import RIGHT, isolated, stamp, width, write
from ui.widgets.rows import Row, Rows
from ui.widgets.tag import Tag, paint_tag, tag_width
from ui.words import day

HEIGHT, BOX = 40, 18  # px
KINDS = ("fresh", "doubles", "misfits")


class Shown(NamedTuple):
    number: int
    ticked: bool | None  # None: it cannot be imported
    name: str
    beside: str
    remark: str
    earlier: str  # the day of an earlier session somebody of this name was at
    same: bool | None  # whether it is them; None: not said


class ImportRows(Rows):
    ticked = Signal(int)  # the number of a row that is wanted now, or not any more
    same_said = Signal(int, object)  # its number; whether it is the person of an earlier session

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, HEIGHT, _paint, parent)
        self.pressed_on.connect(self._key_on)

    def _key_on(self, key: str, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        shown = next(row.content for row in self.rows if row.key == key)
        pressed = Qt.Key(event.key())
        if pressed in (Qt.Key.Key_Space, Qt.Key.Key_Delete) and shown.ticked is not None:
            self.ticked.emit(shown.number)
        elif pressed in (Qt.Key.Key_Y, Qt.Key.Key_N) and shown.earlier:
            self.same_said.emit(shown.number, pressed == Qt.Key.Key_Y)
        else:
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < 20 + BOX + 8:
            shown = self.rows[index.row()].content
            if shown.ticked is not None:
                self.ticked.emit(shown.number)


def rows_of(
    proposal: Proposal, kind: str, wanted: Collection[int], same: dict[int, bool]
) -> list[Row]:
    """Return one of the three lists of a proposal."""
    if kind == "misfits":
        return [_misfit(one) for one in proposal.misfits]
    if kind == "doubles":
        return [_fresh(one.fresh, one.why, wanted, same) for one in proposal.doubles]
    return [_fresh(one, " ".join(one.remarks), wanted, same) for one in proposal.fresh]


def _fresh(of: Fresh, remark: str, wanted: Collection[int], same: dict[int, bool]) -> Row:
    person, ticked = of.person, of.number in wanted
    groups = [label(code) for code in person.get("groups", ()) if code not in NEVER_SHOWN]
    beside = " · ".join(filter(None, (", ".join(groups), person.get("organisation", ""))))
    known = (day(of.earlier.date) or of.earlier.session) if of.earlier else ""
    said = same.get(of.number)
    shown = Shown(of.number, ticked, person["name"], beside, remark, known, said)
    told = "will be imported" if ticked else "left out"
    asked = {None: f"same person as on {known}? yes or no", True: f"same person as on {known}"}
    answer = asked.get(said, f"not the person of {known}") if known else ""
    words = f"row {of.number}", person["name"], beside, told, remark, answer
    return Row(str(of.number), ", ".join(filter(None, words)), shown)


def _misfit(of: Misfit) -> Row:
    shown = Shown(of.number, None, of.text, "", of.why, "", None)
    return Row(str(of.number), f"row {of.number}, {of.why}: {of.text}", shown)


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    shown: Shown = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    middle, at = rect.center().y() + 1, rect.left() + 20
    if shown.ticked is not None:
        _paint_box(painter, at, middle, shown.ticked)
    number = QRect(at + BOX, rect.top(), 48, rect.height())
    write(painter, number, str(shown.number), 13, tint="ink2", align=RIGHT)
    room = QRect(number.right() + 16, rect.top(), rect.right() - number.right() - 36, rect.height())
    tag = _tag(shown)
    if tag is not None:
        paint_tag(painter, room.right() - tag_width(tag), middle, tag)
        room.setRight(room.right() - tag_width(tag) - 12)
    if shown.remark:
        wide = min(width(shown.remark, 13) + 28, room.width() * 2 // 3)
        remark = QRect(room.right() - wide, room.top(), wide, room.height())
        stamp(painter, remark.left(), middle, "circle-alert", "warn")
        write(painter, remark.adjusted(22, 0, 0, 0), shown.remark, 13, tint="warn")
        room.setRight(remark.left() - 12)
    left_out = shown.ticked is False
    taken = write(painter, room, isolated(shown.name), 15, picked, "ink2" if left_out else "ink")
    rest = room.adjusted(taken + 10, 1, 0, 0)
    if rest.width() > 40:
        write(painter, rest, isolated(shown.beside), 13, tint="ink2")


def _tag(shown: Shown) -> Tag | None:
    if not shown.earlier or shown.same is False:
        return None
    if shown.same:
        return Tag("history", f"here on {shown.earlier}", "ok", "ok_tint")
    return Tag("history", f"here on {shown.earlier}?", "warn", "warn_tint")


def _paint_box(painter: QPainter, at: int, middle: int, on: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent" if on else "edge"), 1))
    painter.setBrush(colour("accent" if on else "paper"))
    painter.drawRoundedRect(QRectF(at + 0.5, middle - 8.5, BOX - 1, BOX - 1), 3, 3)
    painter.restore()
    if on:
        stamp(painter, at + 2, middle, "check", "on_accent", 14)


def counted(proposal: Proposal) -> dict[str, int]:
    """Return how many rows each list has."""
    parts: dict[str, tuple[Any, ...]] = {
        "fresh": proposal.fresh,
        "doubles": proposal.doubles,
        "misfits": proposal.misfits,
    }
    return {kind: len(rows) for kind, rows in parts.items()}
