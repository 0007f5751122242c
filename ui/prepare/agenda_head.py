"""The head of the plan: from when to when, whether it fits, and the way to make it fit."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from facilitator.room.durations import clock_time
from ui.prepare.agenda_words import AgendaWords
from ui.style import colour, font
from ui.widgets.button import Button
from ui.widgets.ink import width, write
from ui.widgets.line import Line
from ui.widgets.tag import Tag, paint_tag, tag_width

HIGH, ROOMY = 76, 720  # px; below, the words about the end give way


class AgendaHead(QWidget):
    fitted = Signal(str)  # to end by this local time
    wanted = Signal()  # a template
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HIGH)
        self.sums = Sums(self)
        self.by = QLabel(self.tr("End by"), self)
        self.by.setObjectName("second")
        self.by.setFont(font(13))
        self.end = Line(self.tr("End by"), self.tr("19:45"), self)
        self.end.setFixedWidth(76)
        self.fit = Button(self.tr("Fit"), self)
        self.fit.setToolTip(self.tr("Shortens the parts that can give time, none below its least"))
        self.template = Button(self.tr("From a template"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sums, 1)
        first = QHBoxLayout()  # beside the hours
        first.setContentsMargins(0, 12, 0, HIGH - 48)
        for widget in (self.by, self.end, self.fit):
            first.addWidget(widget)
        first.addSpacing(8)
        first.addWidget(self.template)
        layout.addLayout(first)
        self._start, self._told = "", ""
        self.end.returnPressed.connect(self._ask)
        self.fit.clicked.connect(self._ask)
        self.end.left.connect(self.left)
        self.template.clicked.connect(self.wanted)

    def show_plan(self, words: AgendaWords, start: str, closes: str) -> None:
        """Show the sums; the end to fit to is the closing of the hall until another is typed."""
        self._start = start
        if self.end.text() in ("", self._told):
            self.end.setText(closes)
            self._told = closes
        for widget in (self.end, self.fit):
            widget.setEnabled(words.plan.dated and bool(words.parts))
        self.sums.show_plan(words)

    @property
    def asked(self) -> str:
        """Return the end that stands in the field, as HH:MM, or nothing if it is no time."""
        return clock_time(self.end.text(), self._start)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # rows may follow at once, where the window is low
            painter.fillRect(0, HIGH - 1, self.width(), 1, colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.by.setVisible(self.width() >= ROOMY)

    def _ask(self) -> None:
        if clock := self.asked:
            self.end.setText(clock)
        self.fitted.emit(clock)


class Sums(QWidget):
    """The hours and whether they fit; under them how much is planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hours, self.verdict, self.sum = "", ("", "", ""), ""

    def show_plan(self, words: AgendaWords) -> None:
        self.hours, self.verdict, self.sum = words.hours(), words.verdict(), words.sum()
        told = (self.hours, self.verdict[0], self.sum)
        self.setAccessibleName(", ".join(word for word in told if word))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        words, sign, tint = self.verdict
        with QPainter(self) as painter:
            upper, room = QRect(0, 14, self.width(), 32), self.width()
            size = 26 if width(self.hours, 26, True) <= room else 20
            taken = write(painter, upper, self.hours, size, True)
            if words:
                tag = Tag(sign, words, tint, f"{tint}_tint")
                if taken + 16 + tag_width(tag) <= room:
                    paint_tag(painter, taken + 16, upper.center().y(), tag)
                else:  # in place of the sum: it matters more
                    paint_tag(painter, 0, 58, tag)
                    return
            told = f"{self.sum[:1].upper()}{self.sum[1:]}"
            write(painter, QRect(0, 48, room, 20), told, 14, tint="ink2")
