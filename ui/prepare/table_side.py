"""Beside the table: whose voice is missing, which seats are open, and what else there is to say."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.figures.big_table import Missing
from facilitator.room.groups import label
from ui.prepare.table_words import (
    View,
    aside,
    nobody_missing,
    reached,
    too_few,
    voice_of,
    waiting,
    why_missing,
)
from ui.style import colour, font, picture, pixels
from ui.widgets.ink import RIGHT, width, write
from ui.widgets.prose import Prose
from ui.widgets.rows import USER, Row, Rows

LEAN, MARGIN = 320, 20  # px
HIGH, LOW = 68, 32  # px: a missing voice, any other row
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class MissingVoices(Rows):
    """Groups that are missing. Enter on one invites; so does its button, for the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Missing voices"), HIGH, _paint_missing, parent)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            row = index.data(USER)
            if _button(self.visualRect(index), row).contains(event.position().toPoint()):
                self.chosen.emit(row.key)


class TableSide(QFrame):
    invited = Signal(str)  # a group
    left = Signal()  # Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self.sign, self.title = QLabel(self), QLabel(self)
        self.sign.setPixmap(picture("circle-alert", "warn", 18))
        self.title.setFont(font(18, bold=True))
        self.missing, self._line = MissingVoices(self), QFrame(self)
        self._line.setObjectName("rule")
        self._line.setFixedHeight(1)
        self.nobody = Prose(14, False, "ink2", self)
        self.second, self.third = _head(self), _head(self)
        self.reach, self.rest = Prose(14, False, "ink2", self), Prose(14, False, "ink2", self)
        self.aside = Prose(13, False, "ink2", self)
        self.list = Rows(self.tr("Seats still open"), LOW, _paint_plain, self)
        for rows in (self.missing, self.list):
            rows.left.connect(self.left)
        self.missing.chosen.connect(self._choose)
        self._inviting = True
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 18, MARGIN, 18)
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 12)  # the line at the left is its own
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._line)
        layout.addWidget(self.missing, 3)
        for part in (self.nobody, self.second, self.reach):
            layout.addWidget(_inset(part, self))
        layout.addWidget(self.list, 2)
        for part in (self.third, self.rest, self.aside):
            layout.addWidget(_inset(part, self))
        layout.addStretch(1)

    def fit(self, whole: bool) -> None:
        """Show the lists whole, where they may scroll with what is around them."""
        for rows, high in ((self.missing, HIGH), (self.list, LOW)):
            count = len(rows.rows)
            rows.setVisible(bool(count))
            rows.setMaximumHeight(count * high)
            rows.setMinimumHeight(high * (count if whole else min(2, count)))
        self._line.setVisible(bool(self.missing.rows))

    def show_view(self, view: View) -> None:
        """Show whom a table lacks."""
        missing = view.table.missing(view.came)
        unknown = nobody_missing(view) if not missing or not _known(view) else ""
        self._inviting = not view.came
        self.title.setText(self.tr("Who was missing") if view.came else self.tr("Missing voices"))
        self.missing.show_rows([] if unknown else [_missing(one, view) for one in missing])
        self.sign.setVisible(not unknown)
        self.nobody.say(unknown)
        if view.came:
            self._show_voices(view)
        else:
            self._show_open(view)
        self.aside.say(aside(view))

    def _show_open(self, view: View) -> None:
        places = [place for place in view.table.places if place.open and not place.nobody_confirmed]
        told = [
            _plain(place.code, self.tr("{0} of {1}").format(place.open, place.seats))
            for place in places
        ]
        self.list.setAccessibleName(self.tr("Seats still open"))
        self.list.show_rows(told)
        self.second.setText(self.tr("Seats still open"))
        self.second.setVisible(bool(told))
        self.reach.say("")
        self.third.setText(self.tr("No answer yet"))
        self.rest.say(waiting(view.table))
        self.third.setVisible(bool(self.rest.text))

    def _show_voices(self, view: View) -> None:
        told = [(place.code, voice_of(view.table, place)) for place in view.table.places]
        self.list.setAccessibleName(self.tr("Voice"))
        self.list.show_rows([_plain(code, words) for code, words in told if words])
        self.second.setText(self.tr("Reach and voice"))
        self.second.setVisible(_known(view))
        self.reach.say(f"{reached(view.table)} {too_few(view.table)}" if _known(view) else "")
        self.third.hide()
        self.rest.say("")

    def _choose(self, code: str) -> None:
        if self._inviting:
            self.invited.emit(code)


def _known(view: View) -> bool:
    return not view.came or bool(view.table.total("came"))


def _head(parent: QWidget) -> QLabel:
    head = QLabel(parent)
    head.setFont(font(14, bold=True))
    head.setContentsMargins(0, 18, 0, 4)
    return head


def _inset(part: QWidget, parent: QWidget) -> QWidget:
    """Return a part with the margins of the column at its sides."""
    box = QWidget(parent)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(MARGIN, 0, MARGIN, 4)
    layout.addWidget(part)
    return box


def _missing(of: Missing, view: View) -> Row:
    why = why_missing(of, view)
    invite = _tr("Ask again") if of.asked else _tr("Invite")
    button = "" if view.came else invite
    words = f"{label(of.code)}. {why} {button}".strip()
    return Row(of.code, words.replace("\N{NO-BREAK SPACE}", " "), (label(of.code), why, button))


def _plain(code: str, told: str) -> Row:
    return Row(code, f"{label(code)}, {told}", (label(code), told))


def _button(rect: QRect, row: Row) -> QRect:
    """Return where the button of a row is, or nothing where it has none."""
    words = row.content[2]
    wide = width(words, 14) + 26 if words else 0
    return QRect(rect.right() - MARGIN - wide + 1, rect.center().y() - 15, wide, 32)


def _paint_missing(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, why, words = row.content
    button = _button(rect, row)
    painter.fillRect(rect, colour("paper"))
    inside = rect.adjusted(MARGIN, 0, button.left() - 12 - rect.right(), 0)
    painter.setFont(font(13))
    told = painter.boundingRect(inside, WRAPPED, why).height()
    inside.setTop(rect.top() + max(2, (rect.height() - 20 - told) // 2))
    size = 15 if width(name, 15, True) <= inside.width() else 13
    write(painter, QRect(inside.left(), inside.top(), inside.width(), 20), name, size, True)
    painter.setFont(font(13))
    painter.setPen(colour("ink2"))
    painter.drawText(inside.adjusted(0, 20, 0, 0), WRAPPED, why)
    if words:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("edge"), pixels("outline")))
        painter.setBrush(colour("paper"))
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()
        write(painter, button, words, 14, align=CENTRE)


def _paint_plain(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, told = row.content
    taken = width(told, 13) + 12
    write(painter, rect.adjusted(MARGIN, 0, -MARGIN - taken, 0), name, 14)
    write(painter, rect.adjusted(0, 0, -MARGIN, 0), told, 13, tint="ink2", align=RIGHT)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TheTable", text)
