"""Whose voices were heard so far, coarsely, next to their share of the room."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.figures.voices import (
    COMMUNITY,
    NOT_STATED,
    OFFICIALS,
    Heard,
    Share,
    by_group,
    how_many_heard,
    officials_dominate,
    side,
    voices,
)
from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from facilitator.room.folding import fold_name
from facilitator.room.people import Person
from facilitator.room.spoken import talk_time
from ui.live import Live
from ui.style import font
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, isolated, width, write
from ui.widgets.pane import Head, ShareBar
from ui.widgets.rows import Row, Rows

SIDES = (COMMUNITY, OFFICIALS, NOT_STATED)
EVERY = 10_000  # ms: nobody reads shares each second
GROUPS, PEOPLE = "=groups", "=people"  # keys of the rows that head the lists


class VoicesPane(QWidget):
    left = Signal()  # Escape

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._shown_at = live, live.now()
        self.head = Head(self.tr("Voices"), self)
        self.bars = {name: ShareBar(self) for name in SIDES}
        self.unheard, self.apart, self.hint = _line(self), _line(self), _line(self)
        self.hint.setWordWrap(True)
        self.list = Rows(self.tr("Talk by group and person"), 28, _paint, self)
        self.list.setMinimumHeight(5 * 28)
        self.more = Button("", self, height=32)
        self.more.clicked.connect(self.toggle)
        self.list.left.connect(self._leave)
        self._lay_out()
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        self._fold(True)
        self.refresh(live.now())

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 4, 16, 0)
        inside.setSpacing(0)
        for widget in (*self.bars.values(), self.unheard, self.apart, self.hint):
            inside.addWidget(widget)
        inside.addSpacing(8)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        layout.addLayout(inside)

    def toggle(self) -> None:
        """Show the talk of each group and person, or the coarse shares again."""
        self._fold(self.list.isVisibleTo(self))
        self.refresh(self._live.now())
        if self.list.isVisibleTo(self):
            self.list.go_to(0)
            self.list.setFocus()
        else:
            self.more.setFocus()

    def _leave(self) -> None:
        self.toggle()
        self.left.emit()

    def _fold(self, folded: bool) -> None:
        self.list.setVisible(not folded)
        self.head.aside.setText(self.tr("▍share of the room") if folded else "")
        self.more.say(self.tr("By group and person") if folded else self.tr("Shares"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, before: State, after: State) -> None:
        spoke = after.floor.turns is not before.floor.turns
        slices = ("people", "agenda", "meeting")
        if spoke or any(getattr(after, name) is not getattr(before, name) for name in slices):
            self._show_shares(self._live.now())

    def _on_tick(self, now: int) -> None:
        if self._live.state.floor.speaker and now - self._shown_at >= EVERY:
            self.refresh(now)

    def refresh(self, now: int) -> None:
        """Show the figures of this moment."""
        self._shown_at = now
        self._show_shares(now)
        if self.list.isVisibleTo(self):
            self.list.show_rows(_rows(self._live.state, now))

    def _show_shares(self, now: int) -> None:
        state, folded = self._live.state, not self.list.isVisibleTo(self)
        of = voices(state, now, side)
        for name, bar in self.bars.items():
            talk, room = of.of_talk(name), of.of_room(name)
            bar.setVisible(folded and name in of.people)
            number = self.tr("{0} %").format(round(talk * 100)) if of.talk else ""
            bar.show_share(name, number, self.tr("of talk") if of.talk else "", talk, room)
        self._say(self.unheard, self._not_heard(state))
        led = self.tr("Facilitator {0}, kept apart").format(_minutes(of.facilitating))
        self._say(self.apart, led if of.facilitating else "")
        dominated = self.tr("Officials had {0} % of the talk, {1} % of the room").format(
            round(100 * of.of_talk(OFFICIALS)), round(100 * of.of_room(OFFICIALS))
        )
        hinted = state.meeting.officials_hint and officials_dominate(of)
        self._say(self.hint, dominated if hinted else "")

    def _not_heard(self, state: State) -> str:
        of = how_many_heard(state)
        if of.here is None:
            return self._heard(of)
        if of.part is None:
            return self.tr("<b>{0} of {1}</b> not heard yet").format(of.here - of.ever, of.here)
        told = self.tr("<b>{0} of {1}</b> not heard in this part")
        in_part = told.format(of.here - of.part, of.here)
        at_all = self.tr("{0} of them not at all yet").format(of.here - of.ever)
        return f"{in_part}<br>{at_all}" if of.part < of.ever < of.here else in_part

    def _heard(self, of: Heard) -> str:
        if not of.ever:
            return ""
        if of.part is None:
            return self.tr("<b>{0}</b> heard so far").format(of.ever)
        in_part = self.tr("<b>{0}</b> heard in this part").format(of.part)
        return (
            in_part if of.part == of.ever else self.tr("{0}, {1} so far").format(in_part, of.ever)
        )

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(font(13))
    label.setObjectName("second")
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("VoicesPane", text)


def _minutes(length: int) -> str:
    return f"{round(length / MINUTE)} min" if length >= MINUTE else f"{length // 1000} s"


def _rows(state: State, now: int) -> list[Row]:
    """Return the groups, then the people, both by name: nobody is ranked by how long they spoke."""
    from facilitator.room.groups import label

    shown = by_group(state, now, lambda person: person.shown_group)
    groups = {label(code): share for code, share in shown.items()}
    whole = sum(share.people for share in groups.values())
    talk = talk_time(state.floor, now)
    here = [p for p in state.people.values() if p.came is not None or p.id in talk]
    return [
        _row(GROUPS, _tr("By group"), _tr("people · minutes")),
        *(
            _row(f"group {name}", name, _share(share, whole))
            for name, share in sorted(groups.items())
        ),
        _row(PEOPLE, _tr("By person"), _tr("minutes")),
        *(
            _row(person.id, person.called, _spoke(person, talk))
            for person in sorted(here, key=lambda one: fold_name(one.called))
        ),
    ]


def _share(share: Share, whole: int) -> str:
    spoke = _minutes(share.talk) if share.turns else _tr("not heard yet")
    return _tr("{0} of {1} · {2}").format(share.people, whole, spoke)


def _spoke(person: Person, talk: dict[str, int]) -> str:
    return _minutes(talk[person.id]) if person.id in talk else _tr("not heard yet")


def _row(key: str, name: str, told: str) -> Row:
    return Row(key, f"{isolated(name)}, {told}", (name, told))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, told = row.content
    taken = width(told, 13) + 12
    bold = picked or row.key in (GROUPS, PEOPLE)
    write(painter, rect.adjusted(16, 0, -16 - taken, 0), name, 13, bold)
    write(painter, rect.adjusted(0, 0, -16, 0), told, 13, tint="ink2", align=RIGHT)
