"""Whose voices were heard so far, coarsely, next to their share of the room."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.figures.voices import by_group, side
from facilitator.log.state import State
from facilitator.room.people import attended
from ui.live import Live
from ui.style import font
from ui.widgets.pane import Head, ShareBar

SIDES = ("Community", "Officials", "Not stated")


class VoicesPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        head = Head(self.tr("Voices"), self)
        head.aside.setText(self.tr("▍share of the room"))
        self.bars = {name: ShareBar(self) for name in SIDES}
        self.unheard = QLabel(self)
        self.unheard.setFont(font(13))
        self.unheard.setObjectName("second")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 4, 16, 0)
        for widget in (*self.bars.values(), self.unheard):
            inside.addWidget(widget)
        layout.addLayout(inside)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        self.refresh(live.now())

    def _on_changed(self, before: State, after: State) -> None:
        if after.floor is not before.floor or after.people is not before.people:
            self.refresh(self._live.now())

    def _on_tick(self, now: int) -> None:
        speaker = self._live.state.floor.speaker
        if speaker and speaker.watch.elapsed(now) // 1000 % 10 == 0:  # nobody reads it each second
            self.refresh(now)

    def refresh(self, now: int) -> None:
        """Show the shares at this moment."""
        state = self._live.state
        shares = by_group(state, now, side)
        talk = sum(share.talk for share in shares.values())
        people = sum(share.people for share in shares.values())
        for name, bar in self.bars.items():
            share = shares.get(name)
            bar.setVisible(share is not None)
            part = share.talk / talk if share and talk else 0.0
            room = share.people / people if share and people else 0.0
            said = self.tr("{0} % of talk").format(round(part * 100)) if talk else ""
            bar.show_share(name, said, part, room)
        here = {person.id for person in attended(state.people)}
        heard = {turn.person for turn in state.floor.turns}
        self.unheard.setText(
            self.tr("{0} of {1} not heard yet").format(len(here - heard), len(here)) if here else ""
        )
