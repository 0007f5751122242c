"""The promises read back aloud one by one: the room reads along, a spoken yes confirms each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from facilitator.figures.promises import heard_by_all, waiting_for_a_yes
from facilitator.log.state import State
from ui.live import Live
from ui.meeting.promise_gaps import PromiseGaps
from ui.meeting.promise_sheet import PromiseSheet
from ui.meeting.spoken_yes import SpokenYes
from ui.style import font
from ui.widgets.page import Page
from ui.widgets.page_head import PageHead, flat_button
from ui.widgets.steps import Steps
from ui.words import time_of_day

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReadBack(Page):
    edited = Signal(str)  # a promise, to change more of it than its gaps

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._live, self._ident, self._editing = live, "", False
        self.place = QLabel(self)
        self.before = flat_button("chevron-left", self.tr("The promise before"), self)
        self.after = flat_button("chevron-right", self.tr("The next promise"), self)
        self.head = PageHead(self, self.before, self.place, self.after)
        self.steps, self.sheet = Steps(self), PromiseSheet(self)
        self.gaps, self.question = PromiseGaps(live, self), SpokenYes(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.place.setFont(font(13))
        self.place.setObjectName("second")
        layout = self._begin(self.head)
        for part in (self.steps, self.sheet, self.gaps, self.question):
            layout.addWidget(part)
        layout.setStretchFactor(self.sheet, 1)

    def _connect(self) -> None:
        self.question.yes.clicked.connect(self.confirm)
        self.question.edit.clicked.connect(self._edit)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.gaps.finished.connect(self.confirm)
        self.gaps.stepped.connect(self.step)
        self.gaps.left.connect(self.leave)
        self._live.changed.connect(self._on_changed)

    # Coming and going

    def toggle(self) -> None:
        """Read back what the room has still to hear, else all of it; with the keys here, leave."""
        if self.isVisible() and self._has_keys:
            self.leave()
            return
        if self._ident not in self._waiting:
            self._ident = ""  # begin with the first that waits
        self.resume()

    def resume(self) -> None:
        """Go on with the promise that was read last."""
        self.shown.emit()
        self._show()
        self._take_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden() and not self._editing:
            self._live.read("")  # another page came in its place; Home only covers it

    # What hands do

    def confirm(self) -> None:
        """Record the spoken yes, and go on to the next promise that waits for one."""
        if not self._waiting:
            self.leave()
            return
        if not self.gaps.save():
            return
        if self._ident in self._waiting:
            self._live.attempt(self._live.session.read_back, self._ident)
        idents, waiting = self._all, self._waiting
        if self._ident not in waiting:
            at = idents.index(self._ident)
            coming = idents[at:] + idents[:at]
            self._go(next((ident for ident in coming if ident in waiting), self._ident))

    def step(self, by: int) -> None:
        """Go to the next promise or the one before, confirming nothing."""
        self.gaps.save()
        idents = self._all
        if self._ident in idents:
            self._go(idents[(idents.index(self._ident) + by) % len(idents)])

    def _edit(self) -> None:
        if self._ident:
            self._editing = True
            self.edited.emit(self._ident)
            self._editing = False

    def _go(self, ident: str) -> None:
        self._ident = ident
        self._show()
        if self._has_keys:
            self._take_keys()

    @property
    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is self or (focus is not None and self.isAncestorOf(focus))

    def _take_keys(self) -> None:
        (self.gaps.first or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in _LINES:
            self.sheet.go_down(_LINES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # one yes, one promise
                self.confirm()
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2):
            self._edit()
        else:
            super().keyPressEvent(event)

    # What shows

    @property
    def _all(self) -> list[str]:
        return [promise.id for promise in heard_by_all(self._live.state)]

    @property
    def _waiting(self) -> list[str]:
        return waiting_for_a_yes(self._live.state)

    def _on_changed(self, before: State, after: State) -> None:
        if after.commitments is before.commitments or not self.isVisible():
            return
        unsaid = [
            ident
            for ident, promise in after.commitments.items()
            if promise.read_back is None
            and ident in before.commitments
            and before.commitments[ident].read_back is not None
        ]
        if unsaid:  # a yes was taken back: that is where one goes on
            self._go(unsaid[0])
        else:
            self._go(self._ident)

    def _show(self) -> None:
        idents, waiting, state = self._all, self._waiting, self._live.state
        if self._ident not in idents:
            self._ident = next(iter(waiting or idents), "")
        promise = state.commitments.get(self._ident)
        there = (self.before, self.place, self.after, self.steps, self.sheet)
        for part in (*there, self.question.sign, self.question.yes, self.question.edit):
            part.setVisible(promise is not None)
        title = self.tr("Read back {0}") if promise else self.tr("Read back")
        self.head.title.setText(title.format(self._ident))
        if self.isVisible():
            self._live.read(self._ident)
        if promise is None:
            self.gaps.hide()
            self.question.say_nothing_is_here()
            self.setAccessibleName(self.question.words)
            return
        place = idents.index(self._ident)
        self.place.setText(self.tr("{0} of {1}").format(place + 1, len(idents)))
        self.steps.show_steps([ident not in waiting for ident in idents], place)
        self.sheet.show_promise(promise)
        self.gaps.show_promise(promise)
        self.question.ask(promise, waiting, time_of_day(state.meeting, promise.read_back or 0))
        self.setAccessibleName(f"{self.place.text()}, {self.sheet.words}, {self.question.words}")
