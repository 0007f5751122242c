"""The other sessions of a series as rows: what each came to, or what it still lacks."""

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.home.standing import Line, Series, made, state_of
from ui.style import colour
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.rows import Row
from ui.widgets.tag import Tag, paint_tag, tag_width
from ui.words import day

HEIGHT = 44  # px of a row
LEAST = 80  # px, of a remark beside a title
_SIGNS = {
    "ended": ("check", "ok"),
    "running": ("play", "accent"),
    "left open": ("circle-alert", "warn"),
    "planned": ("circle", "ink2"),
    "missed": ("circle", "ink2"),
}


class Told(NamedTuple):
    sign: tuple[str, str]  # an icon and its colour
    number: str
    title: str
    remark: str
    tag: str  # what is wrong with it, in amber


def session_rows(series: Series, today: str, asked: Counter[str]) -> list[Row]:
    """Return a row for each session but the one that is next, the newest first.

    `asked` says how much was asked of somebody in each; it is counted apart from promises.
    """
    numbers = {line["session"]: n for n, line in enumerate(series.sessions, 1)}
    rest = [line for line in (*series.sessions, *series.tables) if line is not series.coming]
    rest.sort(key=lambda line: (line["date"] or "9999", line["start"]), reverse=True)
    return [
        _row(line, numbers.get(line["session"]), today, asked[line["session"]]) for line in rest
    ]


def _row(line: Line, number: int | None, today: str, asked: int) -> Row:
    state = state_of(line, today)
    table = f"table {line['table_no']}" if number is None else ""
    when = day(line["date"], year=line["date"][:4] != today[:4]) or "no date yet"
    parts = [table, when, *_came_to(line, state, asked)]
    tag = _wrong(line, state)
    told = Told(
        _SIGNS[state],
        "" if number is None else str(number),
        line["title"] or "A session without a title",
        ", ".join(part for part in parts if part),
        tag,
    )
    named = f"session {number}" if number is not None else ""
    words = (named, told.title, told.remark, tag, state if state in ("ended", "planned") else "")
    return Row(line["session"], ", ".join(word for word in words if word), told)


def _came_to(line: Line, state: str, asked: int) -> list[str]:
    if state in ("planned", "missed"):
        minutes = round(line["planned_s"] / 60)
        agenda = f"{minutes} min planned" if line["parts"] else "no agenda yet"
        return ["not held" if state == "missed" else "", agenda]
    people = _count(line["tally"], "person", "people")
    if not line["tally"]:  # no head count; who neither signed in nor spoke is not known
        people = f"{line['came']} signed in or spoke" if line["came"] else ""
    return [people, *made(line["promises"] - asked, asked)]


def _wrong(line: Line, state: str) -> str:
    if state in ("running", "left open"):
        return "runs" if state == "running" else "not ended"
    return f"{line['incomplete']} incomplete" if line["incomplete"] else ""


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def paint_session(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    told: Told = row.content
    if picked:
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    middle = rect.center().y() + 1
    stamp(painter, rect.left() + 28, middle, *told.sign)
    write(painter, rect.adjusted(56, 0, 0, 0), told.number, 14, True)
    inside = rect.adjusted(92, 0, -28, 0)
    if told.tag:
        tag = Tag("circle-alert", told.tag, "warn", "warn_tint")
        if (wide := tag_width(tag)) < inside.width() // 2:
            paint_tag(painter, inside.right() - wide, middle - 1, tag)
            inside.setRight(inside.right() - wide - 12)
    spare = inside.width() - width(told.title, 14, picked) - 16
    beside = max(spare, inside.width() * 45 // 100)
    if beside > LEAST:  # less would say nothing
        room = inside.adjusted(inside.width() - beside, 0, 0, 0)
        taken = write(painter, room, told.remark, 14, tint="ink2", align=RIGHT)
        inside.setRight(inside.right() - taken - 16)
    write(painter, inside, told.title, 14, bold=picked)
