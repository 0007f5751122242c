"""The pages at the right of Wrap-up, one at a time; the old ones show until the new are there."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.widgets.prose import Prose
from ui.wrap_up.page_maker import Drawn, Made, PageMaker
from ui.wrap_up.page_paper import Desk

HEAD = 44  # px
SAYS = 200  # px, the least in which something can be said there
BEFORE = 440  # px of the head, before what is said at its right


class PagesView(QFrame):
    looked = Signal(str)  # a page showed; what is on it

    def __init__(self, maker: PageMaker, paper: QWidget, parent: QWidget | None = None) -> None:
        """Show what is made; `paper` is where one chooses on what."""
        super().__init__(parent)
        self.setObjectName("pages")
        self._maker = maker
        self.made: Made | None = None
        self.number = 0  # of the page that shows, counted from 0
        self._images: dict[tuple[int, int], QImage] = {}  # by page and height
        self._until = ""
        self.count, self.until, self._sign = QLabel(self), QLabel(self), QLabel(self)
        self.back = self._button("chevron-left", self.tr("Page before"), "PgUp")
        self.on = self._button("chevron-right", self.tr("Next page"), "PgDn")
        self.smaller = self._button("minus", self.tr("Smaller"), "Ctrl+-")
        self.larger = self._button("plus", self.tr("Larger"), "Ctrl++")
        self.desk = Desk(self)
        self.told = Prose(18, tint="ink2", parent=self)
        self.told.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out(paper)
        self._connect()
        self.told.say(self.tr("The pages are being made."))
        self._say_page()

    def _button(self, sign: str, words: str, key: str) -> Button:
        button = Button("", self, icon(sign, "ink", 18), height=32)
        button.setObjectName("flat")
        button.setAccessibleName(words)
        button.setToolTip(f"{words}, {key}")
        button.setFixedWidth(36)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self, paper: QWidget) -> None:
        for label in (self.count, self.until):
            label.setFont(font(14))
        self.until.setTextFormat(Qt.TextFormat.PlainText)
        self.until.setObjectName("second")
        self._sign.setPixmap(picture("pencil", "ink2", 16))
        bar = QFrame(self)
        bar.setFixedHeight(HEAD)
        head = QHBoxLayout(bar)
        head.setContentsMargins(12, 0, 20, 0)
        head.setSpacing(6)
        for widget in (self.back, self.count, self.on, self.smaller, self.larger, paper):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._sign)
        head.addWidget(self.until)
        message = QWidget(self)
        around = QVBoxLayout(message)
        around.setContentsMargins(20, 16, 20, 16)
        around.addWidget(self.told)
        around.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(message)
        self._stack.addWidget(self.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.desk.turned.connect(self.turn)
        self.desk.went.connect(lambda end: self.go_to(end % max(1, self._many)))
        self.desk.resized.connect(self._draw)
        self._maker.drawn.connect(self._on_drawn)

    # What shows

    @property
    def _many(self) -> int:
        return len(self.made.pages) if self.made is not None else 0

    def show_made(self, made: Made) -> None:
        """Show new pages: of the same edition the same one, at the same place."""
        if self.made is not None and self.made.asked.edition != made.asked.edition:
            self.number = 0
            self.desk.verticalScrollBar().setValue(0)
        self.made = made
        self._images.clear()
        self.number = max(0, min(self.number, self._many - 1))
        self.told.say(made.fault)
        self._show(pages=bool(made.pages))
        self._lay()

    def show_fault(self, told: str) -> None:
        """Say in the place of the pages why there are none."""
        self.made = None
        self.told.say(told)
        self._show(pages=False)
        self._say_page()

    def come(self) -> None:
        """Give the keys to the pages, or to what is told in their place."""
        (self.desk if self._stack.currentIndex() else self.told).setFocus()

    def _show(self, pages: bool) -> None:
        """Show the pages, or what is told in their place; the keys stay with what shows."""
        had_keys = self.desk.hasFocus() or self.told.hasFocus()
        self._stack.setCurrentIndex(int(pages))
        if had_keys:
            self.come()

    def go_to(self, number: int) -> None:
        """Show another page, counted from 0, from its top; there may be no such page."""
        if number != self.number and 0 <= number < self._many:
            self.number = number
            self.desk.paper.show_image(QImage())
            self.desk.verticalScrollBar().setValue(0)
            self._lay()

    def turn(self, pages: int) -> None:
        self.go_to(max(0, min(self._many - 1, self.number + pages)))

    def zoom(self, steps: int) -> None:
        """Show the page larger or smaller; the smallest shows all of it."""
        self.desk.zoom_by(steps)
        self._say_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _lay(self) -> None:
        if self.made is not None and self.made.pages:
            self.desk.lay(self.made.pages[self.number])
        self._draw()
        self._say_page()

    def _draw(self) -> None:
        """Have the page drawn, then its neighbours: they are likely to be next."""
        if self.made is None or not self._many or not self.desk.isVisible():
            return
        high = self.desk.paper.high
        near = [n for n in (0, 1, -1) if 0 <= self.number + n < self._many]
        wanted = [self.number + n for n in near]
        kept = {(n, high) for n in wanted} & self._images.keys()
        self._images = {at: self._images[at] for at in kept}
        self._show_image()
        lacking = tuple(n for n in wanted if (n, high) not in self._images)
        self._maker.draw(self.made, lacking, high)

    def _on_drawn(self, drawn: Drawn) -> None:
        if drawn.of is self.made:
            self._images[drawn.number, drawn.high] = drawn.image
            if drawn.number == self.number:
                self._show_image()

    def _show_image(self) -> None:
        image = self._images.get((self.number, self.desk.paper.high))
        if image is not None and self.made is not None and self.desk.isVisible():
            self.desk.paper.show_image(image)
            self.looked.emit(self.made.pages[self.number].text)

    # What is said of it

    def say_until(self, words: str, sign: str) -> None:
        """Say until when these pages are a draft, or that they are none."""
        self._until = words
        self._sign.setPixmap(picture(sign, "ink2", 16))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - BEFORE
        self.until.setText(
            self.until.fontMetrics().elidedText(self._until, Qt.TextElideMode.ElideRight, room)
        )
        for told in (self._sign, self.until):
            told.setVisible(room >= SAYS)  # the bar says as much
        self.until.setToolTip(escape(self._until))
        self.until.setAccessibleName(self._until)

    def _say_page(self) -> None:
        many, made = self._many, self.made
        number = self.number + 1
        told = self.tr("Page {0} of {1}")
        self.count.setText(told.format(f"<b>{number}</b>", many) if many else "")
        self.desk.setAccessibleName(told.format(number, many) if many else self.told.text)
        self.desk.setAccessibleDescription(made.pages[self.number].text if made and many else "")
        for button, on in (
            (self.back, self.number > 0),
            (self.on, number < many),
            (self.smaller, bool(many) and self.desk.zoom > 1),
            (self.larger, bool(many)),
        ):
            button.setEnabled(on)
