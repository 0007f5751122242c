"""Page one: what, when, where, who was there, what was heard, what was promised, what is next."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block, Place, Row
from facilitator.publish.pdf.pages.figures import figures
from facilitator.publish.pdf.pages.spans import UNTITLED, ended, joined, note_spans, owner_spans
from facilitator.publish.pdf.pages.steps import next_session, ways
from facilitator.publish.pdf.pouring import pour
from facilitator.publish.pdf.press import (
    GAP,
    INDENT,
    LABEL,
    NOTE,
    TABLE,
    Column,
    Press,
    Words,
    typed,
)
from facilitator.publish.pdf.sheet import THICK, Role
from facilitator.publish.pdf.shorten import MARK, shortened
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Promise, Summary

# Sizes of a title, and how many lines each may take: rather one smaller line than a widow.
TITLE = ((24.0, 1), (20.0, 1), (17.0, 1), (20.0, 2), (14.0, 999))
MOST_REQUESTS, MOST_THEMES, MOST_POINTS, FAIR_POINTS, LEAST_POINTS = 4, 5, 5, 4, 3
RULE = 160  # letters; the longest of ours has fewer
MOST_PROMISES, FAIR_PROMISES, LEAST_PROMISES = 14, 8, 3
RECORD = "Record – not for publication"
NOWHERE = "Place not noted"
CAVEAT = "Words from the room; not a vote and not a consensus."


class Cut(NamedTuple):
    """How much page one holds: rows of promises, letters of a text; brief rows name one owner."""

    promises: int
    letters: int
    points: int = MOST_POINTS
    brief: bool = True


def _cuts(promises: int) -> list[Cut]:
    """From all that page one could hold to the least it has to; each lower than the one before."""
    full = min(MOST_PROMISES, max(LEAST_PROMISES, promises))
    cuts = [Cut(full, 10_000, brief=False), Cut(full, 10_000), Cut(full, 300), Cut(full, 160)]
    cuts += [Cut(most, 160, FAIR_POINTS) for most in range(full, FAIR_PROMISES - 1, -1)]
    cuts += [Cut(most, 160, LEAST_POINTS) for most in range(FAIR_PROMISES, LEAST_PROMISES - 1, -1)]
    cuts += [Cut(LEAST_PROMISES, letters, LEAST_POINTS) for letters in (110, 70, 50)]
    return [*cuts, Cut(2, 40, 2), Cut(1, 16, 1)]


def page_one(summary: Summary, press: Press) -> list[Block]:
    """As much as the page takes, so that the whole evening stands on one."""
    cuts = _cuts(len(summary.promises))

    def story(place: int) -> list[Block]:
        return list(_front(summary, press, cuts[place]))

    def fits(place: int) -> bool:
        return len(pour(story(place), press.page.room)) == 1

    return story(bisect_left(range(len(cuts) - 1), True, key=fits))


def _front(whole: Summary, press: Press, cut: Cut) -> Iterator[Block]:
    """The story of page one. What does not fit is counted, and stands in full elsewhere."""
    summary = _short(whole, cut)
    yield eyebrow(summary, press)
    yield title_block(summary.title, press, "Record: " if whole.edition == "record" else "")
    for line in circumstances(summary):
        yield press.paragraph(line, soft=True, after=0)
    if summary.purpose:
        yield Block(press.text(ended(summary.purpose)), before=5)
    yield figures(whole, press)
    yield from _heard(whole, summary, press)
    yield from _promised(whole, summary, press, cut.brief)
    yield from _asked(whole, summary, press)
    yield from _after(summary, press)


def _short(summary: Summary, cut: Cut) -> Summary:
    letters = cut.letters
    told = {
        name: shortened(getattr(summary, name), letters)
        for name in (
            *("series", "venue", "city", "convener", "purpose", "next", "contact"),
            *("date", "start", "end"),
        )
    }
    return replace(
        summary,
        rule=shortened(summary.rule, RULE),
        title=shortened(summary.title, max(letters, 60 if cut.promises > 1 else 40)),
        points=shortened(summary.points[: cut.points], letters),
        promises=shortened(summary.promises[: cut.promises], letters),
        requests=shortened(summary.requests[: MOST_REQUESTS if cut.promises > 1 else 1], letters),
        themes=shortened(summary.themes[:MOST_THEMES], letters),
        joining=shortened(summary.joining, letters),
        support=shortened(summary.support, letters),
        **told,
    )


def eyebrow(summary: Summary, press: Press) -> Block:
    """Which series it is of, whom it is for, and whether anybody has approved it."""
    aside = press.width * 0.4
    series = [typed(summary.series)] if summary.series else []
    if summary.series and summary.number:
        series.append(Span(f", session {summary.number}"))
    standing = words.standing(summary.draft, summary.version)
    mark = Span(f"{standing}   ", bold=summary.draft)
    edition = [mark, Span(words.edition(summary.edition), soft=True)]
    if summary.edition == "record":
        edition = [mark, Span(RECORD, bold=True)]
    left = press.text(series, TABLE, aside - GAP)
    right = press.text(edition, TABLE, press.width - aside, right=True)
    places = (Place(0, aside - GAP, left), Place(aside, press.width - aside, right))
    return Block(Row(places), after=2)


def title_block(title: str, press: Press, lead: str = "") -> Block:
    text = [Span(lead), typed(title or UNTITLED)] if lead else [typed(title or UNTITLED)]
    set_ = ((press.text(text, size, role=Role.TITLE, bold=True), most) for size, most in TITLE)
    return Block(next(lines for lines, most in set_ if lines.count <= most), after=6)


def circumstances(summary: Summary) -> Iterator[list[Span]]:
    """When and where, who called it, what may be told, for whom this is."""
    when = words.long_day(summary.date) if summary.date else "Date not noted"
    if summary.start:
        when += f", {summary.start} to {summary.end}" if summary.end else f", from {summary.start}"
    *before, last = [place for place in (summary.venue, summary.city) if place] or [NOWHERE]
    where = joined([*map(typed, before), Span("")]) if before else []
    yield [typed(when), Span(". "), *where, *ended(last)]
    if summary.convener:
        yield [Span("Convened by "), *ended(summary.convener)]
    if summary.rule:
        yield [Span(summary.rule)]
    if summary.edition == "participants":
        text = (
            "For those who took part. It may tell more than the public summary: do not pass it on."
        )
        yield [Span(text, bold=True)]


def _heard(whole: Summary, summary: Summary, press: Press) -> Iterator[Block]:
    label = "What we heard"
    width = press.width - INDENT
    if not summary.points:
        text = "No main points were chosen for this summary."
        yield press.labelled(label, text, Role.SECTION, LABEL, bold=True)
    for place, point in enumerate(summary.points):
        role, size = (Role.LABEL, TABLE) if place else (Role.SECTION, LABEL)
        spans = note_spans(point, kind=True)
        yield press.labelled("" if place else label, spans, role, size, bold=True)
    lines = [_themes(whole, summary)] if summary.themes else []
    lines += [_caveat(whole, summary)]
    for line in filter(None, lines):
        note = press.text(line, NOTE, width, soft=True)
        yield Block(Row((Place(INDENT, width, note),)), after=2)


def _themes(whole: Summary, summary: Summary) -> list[Span]:
    """The themes that most notes carry, each with how many."""
    each = [typed(f"{theme.name} ({theme.notes:,})") for theme in summary.themes]
    more = len(whole.themes) - len(summary.themes)
    rest = [Span(f" and {words.counted(more, 'other', 'others')}")] if more else []
    return [Span("Themes, by notes: ", bold=True), *joined(each), *rest, Span(".")]


def _caveat(whole: Summary, summary: Summary) -> list[Span]:
    """What the statements are not, and that some were left out or cut short."""
    texts = [CAVEAT] if summary.points else []
    if whole.withheld:
        left_out = words.counted(whole.withheld, "note is", "notes are")
        texts.append(f"{words.sentence(left_out)} left out of this edition, to protect people.")
    if MARK in "".join(_texts(summary)):
        texts.append(f"What ends in “…” stands in full {_elsewhere(whole)}.")
    spans = [Span(" ".join(texts))] if texts else []
    if whole.withheld and whole.edition != "one-page":
        spans += [Span(" "), Span("How to read this", link="#reading"), Span(".")]
    return spans


def _texts(summary: Summary) -> list[str]:
    """The texts of page one that may have been cut short."""
    told = [summary.title, summary.purpose, summary.convener, summary.venue, summary.joining]
    told += [note.text for note in summary.points]
    return told + [promise.text for promise in (*summary.promises, *summary.requests)]


def _elsewhere(summary: Summary) -> str:
    return "in the full summary" if summary.edition == "one-page" else "on the following pages"


def _promised(whole: Summary, summary: Summary, press: Press, brief: bool) -> Iterator[Block]:
    title = press.text("Who promised what", LABEL, role=Role.SECTION, bold=True)
    yield Block(title, before=14, after=0, keep=True)
    shown = summary.promises
    if not shown:
        yield press.paragraph("No promises were made in this session.")
        return
    first = _id_width(shown)
    columns = [
        Column("No.", first),
        Column("Who", (130 if brief else 152) - first, row_header=True),
        Column("Will do", 286 if brief else 264),
        Column("By", 66),
    ]
    yield press.table(columns, [_promise_row(promise, brief) for promise in shown], after=6)
    yield from _more(len(whole.promises) - len(shown), "promise", whole, press)


def _more(count: int, noun: str, summary: Summary, press: Press) -> Iterator[Block]:
    if count > 0:
        more = words.counted(count, noun, f"{noun}s")
        where = Span(_elsewhere(summary))
        if summary.edition != "one-page":
            where = where._replace(link=f"#{noun}s")
        yield press.paragraph([Span(f"And {more} more, "), where, Span(".")], NOTE, soft=True)


def _id_width(promises: tuple[Promise, ...]) -> float:
    """Room for the longest number, within reason."""
    longest = max(len(promise.id) for promise in promises)
    return min(max(longest * 6.0, 20.0), 50.0)


def _promise_row(promise: Promise, brief: bool) -> list[Words]:
    owner = [typed(promise.who)] if brief and promise.who else owner_spans(promise)
    plain = promise.kind.lower() in ("", "pledge")
    kind = [] if plain else [Span(f"{promise.kind}: ", bold=True)]
    due = (
        Span(words.short_day(promise.due), bold=True) if promise.due else Span("No date", soft=True)
    )
    return [[typed(promise.id)], owner, [*kind, typed(promise.text)], [due]]


def _asked(whole: Summary, summary: Summary, press: Press) -> Iterator[Block]:
    for request in summary.requests:
        whom = [Span(" ("), typed(request.organisation), Span(")")] if request.organisation else []
        lead = Span("Asked, with no owner in the room: ", bold=True)
        yield press.paragraph([lead, typed(request.text), *whom], TABLE, after=2)
    yield from _more(len(whole.requests) - len(summary.requests), "request", whole, press)


def _after(summary: Summary, press: Press) -> Iterator[Block]:
    """The next session; on the single page also how to come and whom to ask."""
    rows = list(ways(summary)) if summary.edition == "one-page" else []
    if not rows and summary.next:
        rows = [("Next session", next_session(summary.next))]
    for place, (label, spans) in enumerate(rows):
        before, rule = (0.0, 0.0) if place else (16.0, THICK)
        role, size = (Role.LABEL, NOTE) if place else (Role.SECTION, LABEL)
        yield press.labelled(
            label, spans, role, size, bold=not place, before=before, after=2, rule=rule
        )
