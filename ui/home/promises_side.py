"""The promises of a series that need somebody: first those past their date, the settled last."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.room.promise_rules import report_in
from ui.home.standing import Line, asked_of, days_until, in_need, is_past, lacking
from ui.style import colour, font
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import day

HEIGHT, ID = 62, 32  # px of a row, and that the ids take at least
_SETTLED = {"done": "done", "declined": "declined", "withdrawn": "withdrawn"}
_REPORTED = {"in_progress": "in progress", "partly_done": "partly done", "changed": "changed"}


class Told(NamedTuple):
    ident: str
    owner: str
    act: str
    when: str
    sign: str  # an icon before it
    tint: str
    aside: str  # beside the act
    is_first_settled: bool = False


class PromisesSide(QFrame):
    opened = Signal(str, str)  # a session, and a promise of it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Head(self.tr("Promises that need somebody"), self, margin=20)
        self.head.title.setFont(font(15, bold=True))
        self.head.setFixedHeight(52)
        self.list = Rows(self.tr("Promises that need somebody"), HEIGHT, _paint, self)
        self.list.empty = (
            self.tr("No promise waits for anybody"),
            self.tr("What is promised in a session shows here, with its date."),
            20,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        self.list.chosen.connect(lambda key: self.opened.emit(*key.rsplit("/", 1)))

    @property
    def needs(self) -> int:
        """Return the height in which every promise shows."""
        return self.head.height() + HEIGHT * max(2, len(self.list.rows))

    def show_promises(self, promises: list[Line], numbers: dict[str, int], today: str) -> None:
        """Show promises; `numbers` are those of the sessions in the series."""
        needing, settled = in_need(promises, today)
        several = len({one["session"] for one in promises}) > 1
        self.head.aside.setText(_in_all(promises))
        rows = [_row(one, numbers if several else {}, today) for one in needing]
        for place, one in enumerate(settled):
            row = _row(one, numbers if several else {}, today)
            first = place == 0 and bool(needing)
            rows.append(row._replace(content=row.content._replace(is_first_settled=first)))
        self.list.show_rows(rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)

    def tell_of_others(self, promises: list[Line], today: str) -> None:
        """Say how many of other series are past their date: they do not show here."""
        past = sum(is_past(one, today) for one in in_need(promises, today)[0])
        if past:
            self.head.aside.setText(self.tr("{0} due elsewhere").format(past))


def _row(promise: Line, numbers: dict[str, int], today: str) -> Row:
    missing = {"owner": "who?", "due": "by when?"}.get(lacking(promise), "")
    when, sign, tint = _when(promise, missing, today)
    number = numbers.get(promise["session"])
    aside = [
        _REPORTED.get(promise["status"], ""),
        f"due {day(promise['due'])}" if _is_silent(promise, today) else "",
        f"session {number}" if number is not None else "",
    ]
    beside = ", ".join(word for word in aside if word)
    owner = promise["owner"] or ("" if missing else "nobody in the room")
    told = Told(promise["id"], owner, promise["text"], when, sign, tint, beside)
    words = ", ".join(word for word in (*told[:4], beside) if word)
    return Row(f"{promise['session']}/{promise['id']}", words, told)


def _when(promise: Line, missing: str, today: str) -> tuple[str, str, str]:
    """Return in how many days it is due, an icon, and the colour of both."""
    if promise["status"] in _SETTLED:
        kept = promise["status"] == "done"
        return _SETTLED[promise["status"]], "check" if kept else "", "ok" if kept else "ink2"
    if _is_silent(promise, today):  # that it is late, nobody has said
        return "not reported on yet", "circle-alert", "warn"
    days = days_until(promise["due"], today)
    if days is not None and days < 0:
        return f"due {in_days(days)}", "", "ink2"
    if missing:
        return missing, "circle-alert", "warn"
    return promise["due"] if days is None else in_days(days), "", "ink2"


def _is_silent(promise: Line, today: str) -> bool:
    """Say whether its date is over, and nobody has reported anything."""
    return is_past(promise, today) and not report_in(promise["status"])


def _in_all(promises: list[Line]) -> str:
    """Return how many promises there are, and apart from them how much was asked."""
    asked = asked_of(promises).total()
    promised = str(len(promises) - asked)
    return (f"{promised} and {asked} asked" if asked else promised) if promises else ""


def in_days(days: int) -> str:
    """Return how far off a day is: today, tomorrow, in 13 days, 2 days ago."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    told: Told = row.content
    if picked:
        painter.fillRect(rect, colour("paper"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    if told.is_first_settled:
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, colour("edge"))
    top = QRect(rect.left() + 20, rect.top() + 11, rect.width() - 40, 20)
    write(painter, top, told.ident, 13, tint="ink2")
    said = write(painter, top, told.when, 13, True, told.tint, RIGHT)
    if told.sign:
        said += 22
        stamp(painter, top.right() - said, top.center().y() + 1, told.sign, told.tint)
    left = max(ID, width(told.ident, 13) + 8)
    write(painter, top.adjusted(left, 0, -said - 12, 0), told.owner, 14, True)
    act = top.translated(0, 21)
    beside = write(painter, act, told.aside, 13, tint="ink2", align=RIGHT)
    write(painter, act.adjusted(left, 0, -beside - (12 if beside else 0), 0), told.act, 14)
