"""The bar over Wrap-up: which session, how far its summary is, and the ways in which it leaves."""

from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from facilitator.room.meeting import Meeting
from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.widgets.naming import label, rename
from ui.widgets.progress import Progress
from ui.words import day
from ui.wrap_up.standing import Standing

HIGH, SECOND_ROW = 52, 40  # px
ROOMY = 960  # px; below, what is told stands on a line of its own
SIDES = ("To settle", "Pages")
LONG = 300  # ms; what is made faster than this shows no progress
LEAST_TITLE, MOST_TITLE = 120, 300  # px


class WrapBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._meeting, self._progress = Meeting(), Progress(self)
        self._standing = Standing("", "check", "ink2", "")
        self._share, self._long = 1.0, QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG)
        self._long.timeout.connect(lambda: self._progress.show_share(self._share))
        self.title, self.date = label(self, 18, bold=True), label(self, 14, name="second")
        self.told, self._sign = label(self, 15, bold=True), QLabel(self)
        self.mail = Button(self.tr("Draft an e-mail"), self, icon("mail", "ink", 18))
        self.export = Button("", self, icon("file-down", "ink", 18), key="Ctrl+E")
        self.approve = Button(self.tr("Approve"), self, key="Ctrl+Return")
        self.sides = {name: self._side(name) for name in SIDES}
        self._lay_out()

    def _side(self, name: str) -> Button:
        button = Button(self.tr(name), self, height=SECOND_ROW)
        button.setObjectName("tab")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(20, 0, 16, 0)
        self._layout.setHorizontalSpacing(12)
        self._layout.setVerticalSpacing(0)
        self._layout.setRowMinimumHeight(0, HIGH)
        self._layout.setColumnStretch(3, 1)
        self._layout.addWidget(self.title, 0, 0)
        self._layout.addWidget(self.date, 0, 1)
        self.date.setContentsMargins(0, 3, 0, 0)  # smaller words on the line of larger ones
        for column, button in enumerate((self.mail, self.export, self.approve), 4):
            self._layout.addWidget(button, 0, column)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.told)
        row.addStretch(1)
        for button in self.sides.values():
            row.addWidget(button)

    def say(self, meeting: Meeting, standing: Standing, leaves: str) -> None:
        """Say which session it is, how far it is, and on a button what would leave."""
        self._meeting, self._standing = meeting, standing
        self.date.setText(day(meeting.date, weekday=True))
        self._sign.setPixmap(picture(standing.sign, standing.tint, 16))
        rename(self.told, {"ink2": "second"}.get(standing.tint, standing.tint))
        self.approve.setVisible(not standing.approved)
        self.export.say(leaves)
        self._rank(self.approve, standing.ready)
        self._rank(self.export, not standing.ready)
        self._fit()

    def _rank(self, button: Button, primary: bool) -> None:
        """Let one button be the one that matters."""
        if primary != (button.objectName() == "primary"):
            rename(button, "primary" if primary else "")
            button.setFont(font(14, bold=primary))
            if button is self.export:
                button.setIcon(icon("file-down", "on_accent" if primary else "ink", 18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        thin = self._progress.height()
        self._progress.setGeometry(0, self.height() - thin, self.width(), thin)
        self._fit()

    def _fit(self) -> None:
        """Set what is told beside the title, or under it; leave out what there is no room for."""
        roomy = self.width() >= ROOMY
        self._layout.removeWidget(self._row)
        self._layout.addWidget(self._row, *((0, 2) if roomy else (1, 0, 1, 7)))
        for button in self.sides.values():
            button.setVisible(not roomy)
        buttons = [self.export] + [self.approve] * self.approve.isVisibleTo(self)
        room = self.width() - 60 - sum(one.sizeHint().width() + 12 for one in buttons)
        told = self._standing.words
        metrics = self.told.fontMetrics()
        if roomy:
            room -= metrics.horizontalAdvance(told) + 34
        wide = self.mail.sizeHint().width() + 12
        self.mail.setVisible(room - wide >= LEAST_TITLE)
        room -= wide * (room - wide >= LEAST_TITLE)
        date = self.date.sizeHint().width() + 12
        self.date.setVisible(room - date >= LEAST_TITLE)
        room -= date * (room - date >= LEAST_TITLE)
        title = self._meeting.title or self.tr("A session without a title")
        _elide(self.title, title, max(60, min(MOST_TITLE, room)))
        _elide(self.told, told, self.width() if roomy else self.width() - 260)

    def show_progress(self, share: float) -> None:
        """Show how much is made of what takes long, 0…1; all of it is nothing to show."""
        self._share = share
        if share >= 1:
            self._long.stop()
            self._progress.finish()
        elif not self._progress.shows and not self._long.isActive():
            self._long.start()
        elif self._progress.shows:
            self._progress.show_share(share)


def _elide(label: QLabel, text: str, width: int) -> None:
    line = " ".join(text.split())
    label.setText(label.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width))
    label.setToolTip(escape(line))
    label.setAccessibleName(line)
