"""Ground rules and notices: what the room agrees on, and what it is told beforehand."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.ground_rules import with_all
from ui.live import Live
from ui.prepare.notices_pane import NoticesPane
from ui.prepare.rules_pane import RulesPane
from ui.prepare.tab import SIDE, Tab
from ui.widgets.button import Button
from ui.widgets.foot import Foot

WIDE = 860  # px: from when on both show


class RulesTab(Tab):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.rules, self.notices = RulesPane(self), NoticesPane(self)
        self.over = Button(self.tr("Notices"), self)  # to the other side, where one has room
        keys = [("Alt+Up", self.tr("move")), ("Return", self.tr("edit"))]
        keys += [("Del", self.tr("remove")), ("Ctrl+Z", self.tr("undo"))]
        self._aside, self._between = False, QFrame(self)
        self._between.setObjectName("rule")
        self._between.setFixedWidth(1)
        layout, left = QHBoxLayout(self), QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        for box in (layout, left):
            box.setSpacing(0)
        self._keys = Foot(keys, self)
        left.addWidget(self.rules, 1)
        left.addWidget(self._keys)
        layout.addLayout(left, 1)
        layout.addWidget(self._between)
        layout.addWidget(self.notices)
        self._connect()

    def _connect(self) -> None:
        rules = self.rules
        rules.added.connect(lambda more: self._keep(with_all(self._rules, more)))
        rules.changed.connect(self._change)
        rules.moved.connect(self._move)
        rules.removed.connect(lambda place: self._change(place, ""))
        rules.head.addWidget(self.over)
        self.over.clicked.connect(lambda: self._turn(True))
        self.notices.changed.connect(lambda new: self._do(notices=new))
        self.notices.left.connect(lambda: self._turn(False))

    @property
    def _rules(self) -> tuple[str, ...]:
        return self._live.state.meeting.ground_rules

    def follow(self, before: State | None, after: State) -> None:
        if before is None or after.meeting is not before.meeting:
            self.rules.show_rules(after.meeting.ground_rules)
            self.notices.show_notices(after.meeting.notices)

    def come(self, about: str = "") -> None:
        self._turn(about == "notices")

    def _turn(self, aside: bool) -> None:
        """Take the keys to the notices, or to the rules; in a narrow window only one shows."""
        self._aside = aside
        self._place()
        first = next(iter(self.notices.parts.values())).tick
        (first if aside else self.rules.line).setFocus()

    def _place(self) -> None:
        wide = self.width() >= WIDE
        self.over.setVisible(not wide)
        self._between.setVisible(wide)
        for part in (self.rules, self._keys):
            part.setVisible(wide or not self._aside)
        self.notices.setVisible(wide or self._aside)
        self.notices.setMaximumWidth(SIDE - 1 if wide else self.width())
        self.notices.setMinimumWidth(SIDE - 1 if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # What is done

    def _change(self, place: int, text: str) -> None:
        """Change a rule; nothing takes it away."""
        rules = list(self._rules)
        if place < len(rules):
            rules[place] = text
            self._keep(tuple(rule for rule in rules if rule))

    def _move(self, place: int, to: int) -> None:
        rules = list(self._rules)
        rules.insert(to, rules.pop(place))
        self._keep(tuple(rules))

    def _keep(self, rules: tuple[str, ...]) -> None:
        self._do(ground_rules=rules)

    def _do(self, **changes: Any) -> None:
        self._live.attempt(self._live.session.change_meeting, **changes)
