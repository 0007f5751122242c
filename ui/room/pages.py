"""The pages of the room screen: one number, one question, one name, readable at 15 metres."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from ui.room import chalk
from ui.room.chalk import ink, letters
from ui.room.sheet import LABEL, Sheet, Style
from ui.room.wall import Clock, Promise, Wall

# All sizes are shares of the height of the screen.
TIMER, TIMER_LEAST = 0.40, 0.356  # the least still gives digits of a quarter of the height
WORD, WORD_LEAST, GAP = 0.096, 0.05, 0.037
QUESTION, PROMISE = Style(0.065, 0.045), Style(0.076, 0.045)
TITLE = Style(0.11, 0.05, bold=True)
NOTICE, NOTICES = Style(0.043, 0.033), 0.56  # and where they begin, under the title
SPEAKER, NEXT = Style(0.078, 0.05, bold=True), (0.048, 0.038)
OWNER, BODY, DUE, FIELD = Style(0.059, 0.045, bold=True), 0.037, 0.059, Style(0.043, 0.033)
HEAD, DIGITS, BAR, UNDER, FOOT, END = 0.06, 0.150, 0.476, 0.536, 0.746, 0.955
CLOCK_END = 0.518  # of the field that turns dark in overtime
SPEAKING_END = 0.818  # of the row with the speaker's time


def paint_wall(sheet: Sheet, page: Wall) -> None:
    """Paint the usual page: the clock, the question, who speaks and who comes next."""
    over = page.clock is not None and page.clock.over
    if over:
        field = QRectF(0, 0, sheet.size.width(), CLOCK_END * sheet.high)
        sheet.painter.fillRect(field, ink("ink"))
    tint, second = ("paper", "paper") if over else ("ink", "ink2")
    aside, top = page.aside, 0.34
    if page.clock is not None:
        aside = _clock(sheet, page.clock, aside, tint)
        top = UNDER
    head = sheet.box(HEAD, HEAD + 0.045)
    taken = sheet.line(head, aside, tint=second, right=True)
    sheet.line(head.adjusted(0, 0, -taken - LABEL * sheet.high, 0), page.title, LABEL, True, tint)
    foot = _has_foot(page)
    style = QUESTION if page.clock and page.title else TITLE
    style = style._replace(listed=page.listed)
    if page.clock is None and page.notices and not foot:
        sheet.text(page.texts, sheet.box(top, NOTICES - 0.04), style)
        sheet.rule(NOTICES)
        sheet.text(page.notices, sheet.box(NOTICES + 0.04, END), NOTICE)
    else:
        box = sheet.box(top, FOOT - 0.02 if foot else END)
        notices = page.notices if page.clock else ()
        sheet.in_turns([(page.texts, style), (notices, QUESTION)], box)
    if foot:
        sheet.rule(FOOT)
        _floor(sheet, page)


def _clock(sheet: Sheet, clock: Clock, aside: str, tint: str) -> str:
    """Paint the digits, the word and the bar; return what the head says at the right."""
    one = chalk.digits_width(clock.digits)
    gap, wide = GAP * sheet.high, sheet.wide
    word = max(0.1, chalk.width(clock.word, 100, True) / 100)
    beside = (wide - gap - word * WORD * sheet.high) / one  # the digits, if the word is large
    size = min(TIMER * sheet.high, max(TIMER_LEAST * sheet.high, beside), wide / one)
    tall = QFontMetricsF(letters(size, True)).tightBoundingRect("1").height()
    base = BAR * sheet.high - 0.036 * sheet.high
    base -= max(0.0, (base - DIGITS * sheet.high - tall) / 2)
    end = chalk.draw_digits(sheet.painter, sheet.left, base, clock.digits, size, tint, clock.still)
    room = sheet.left + wide - end - gap
    height = min(WORD, room / word / sheet.high)
    if height >= WORD_LEAST:
        box = QRectF(end + gap, base - WORD * sheet.high, room + 2, WORD * sheet.high)
        chalk.write_on(sheet.painter, box.left(), base, clock.word, height * sheet.high, tint)
    else:
        aside = ", ".join(filter(None, (clock.word, aside)))
    bar = sheet.box(BAR, BAR + 0.026)
    sheet.painter.fillRect(bar, ink("ink2" if clock.over else "track"))
    bar.setWidth(bar.width() * min(1.0, clock.share))
    sheet.painter.fillRect(bar, ink(tint))
    return aside


def changed(before: Wall | Promise, page: Wall | Promise) -> list[tuple[float, float]]:
    """Return between which heights a page differs from the one before it."""
    if not (isinstance(before, Wall) and isinstance(page, Wall) and before.clock and page.clock):
        return [(0, 1)]
    if _has_foot(before) != _has_foot(page) or bool(before.title) != bool(page.title):
        return [(0, 1)]
    bands: list[tuple[float, float]] = []
    if before[:3] != page[:3]:  # title, aside and clock
        bands.append((0, CLOCK_END))
    if before[3:5] != page[3:5] or before.notices != page.notices:  # texts
        bands.append((CLOCK_END, FOOT if _has_foot(page) else 1))
    if before[6:] != page[6:]:  # speaker and who comes next
        bands.append((FOOT, 1))
    elif before.speaking != page.speaking:
        bands.append((FOOT + 0.01, SPEAKING_END))
    return bands


def _has_foot(page: Wall) -> bool:
    return bool(page.speaker or page.coming)


def _floor(sheet: Sheet, page: Wall) -> None:
    part = 0.63 if page.speaker and page.coming else 1.0 if page.speaker else 0.0
    if page.speaker:
        sheet.line(sheet.box(FOOT + 0.026, SPEAKING_END, right=part), page.speaking)
        sheet.name(page.speaker, sheet.box(SPEAKING_END, END, right=part - 0.02), SPEAKER)
    if page.coming:
        if page.speaker:
            edge = sheet.box(FOOT + 0.026, END - 0.01, left=part)
            edge.setWidth(max(1.0, 0.002 * sheet.high))
            sheet.painter.fillRect(edge, ink("line"))
        left = part + (0.03 if page.speaker else 0.0)
        sheet.line(sheet.box(FOOT + 0.026, SPEAKING_END, left), page.after)
        for n, name in enumerate(page.coming):
            box = sheet.box(0.820 + n * 0.064, 0.884 + n * 0.064, left)
            fits = box.width() / max(1.0, chalk.width(name, sheet.high))
            sheet.line(box, name, max(NEXT[1], min(NEXT[0], fits)), tint="ink2" if n else "ink")


def paint_promise(sheet: Sheet, page: Promise) -> None:
    """Paint a promise that is read back: who, what, by when, and the question that confirms it."""
    head = sheet.box(HEAD, HEAD + 0.045)
    taken = sheet.line(head, page.told, right=True)
    taken += _steps(sheet, page.place, head.right() - taken, head.center().y())
    sheet.line(head.adjusted(0, 0, -taken, 0), page.title, LABEL, True, "ink")
    top = 0.16
    if page.owner:
        sheet.name(page.owner, sheet.box(top, top + 0.076), OWNER)
        top += 0.08
    if page.body:
        sheet.line(sheet.box(top, top + 0.045), page.body, BODY)
        top += 0.045
    rule = 0.65
    sheet.text([page.text], sheet.box(top + 0.03, rule - 0.02 if page.fields else 0.85), PROMISE)
    if page.fields:
        sheet.rule(rule)
        _fields(sheet, page, rule + 0.026)
    _asked(sheet, page)


def _steps(sheet: Sheet, place: tuple[int, int], right: float, middle: float) -> float:
    """Paint a box for each promise, filled as far as this one; many are told in words only."""
    n, count = place
    wide, high, gap = 0.037 * sheet.high, 0.015 * sheet.high, 0.0075 * sheet.high
    taken = count * (wide + gap) + 2 * gap
    if taken > 0.4 * sheet.wide:
        return 2 * gap
    painter = sheet.painter
    for place_of in range(count):
        box = QRectF(right - taken + place_of * (wide + gap), middle - high / 2, wide, high)
        painter.fillRect(box, ink("ink" if place_of < n else "edge"))
        if place_of >= n:
            rim = max(1.0, 0.0018 * sheet.high)
            painter.fillRect(box.adjusted(rim, rim, -rim, -rim), ink("track"))
    return taken + 2 * gap


def _fields(sheet: Sheet, page: Promise, top: float) -> None:
    weights = [1.0 if field is page.fields[0] else 1.3 for field in page.fields]
    left = 0.0
    for n, (field, weight) in enumerate(zip(page.fields, weights, strict=True)):
        right = left + weight / sum(weights)
        sheet.line(sheet.box(top, top + 0.045, left, right - 0.02), field.label)
        style = FIELD if n else FIELD._replace(largest=DUE, bold=True)
        end = 0.865 if n else top + 0.133  # a date is made smaller rather than broken
        sheet.text([field.words], sheet.box(top + 0.048, end, left, right - 0.03), style)
        left = right


def _asked(sheet: Sheet, page: Promise) -> None:
    """Paint the ring and the question, or the check and when it was said aloud."""
    row = sheet.box(0.885, 0.945)
    painter, radius = sheet.painter, 0.02 * sheet.high
    ring = QPointF(row.left() + radius, row.center().y())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink("ink"), 0.0037 * sheet.high))
    painter.setBrush(ink("ink") if page.aloud else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring, radius, radius)
    if page.aloud:
        painter.setPen(QPen(ink("paper"), 0.005 * sheet.high))
        check = ((-0.45, 0.05), (-0.1, 0.4), (0.5, -0.35))
        painter.drawPolyline(QPolygonF([ring + QPointF(x, y) * radius for x, y in check]))
    row.setLeft(row.left() + 3 * radius)
    said = chalk.width(f"{page.question}  {page.answer}", 100, True) / 100
    size = min(0.041, row.width() / said / sheet.high)
    taken = sheet.line(row, page.question, size, True, "ink")
    sheet.line(row.adjusted(taken + 0.6 * size * sheet.high, 0, 0, 0), page.answer, size)
