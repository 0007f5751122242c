"""Page one: what, when, where, who was there, what was heard, what was promised."""

from collections.abc import Iterator

from facilitator.publish.pdf import words
from facilitator.publish.pdf.flow import Block, Columns, Place, Row, Stack
from facilitator.publish.pdf.press import (
    BODY,
    GAP,
    INDENT,
    LABEL,
    NOTE,
    SIZES,
    TABLE,
    Column,
    Press,
    Words,
    typed,
    typed_list,
)
from facilitator.publish.pdf.sheet import WIDTH, Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, Promise, Summary

UNTITLED = "Untitled session"
FIGURE, FIGURE_WIDTH, FIGURE_GAP = 24.0, 114.0, 12.0
MOST_REQUESTS = 4  # on page one; all of them follow later
MISSING_LENGTH = 60  # of the names of missing groups; all of them follow later


def front(summary: Summary, press: Press, most: int, brief: bool) -> Iterator[Block]:
    """The story of page one, with that many promises at most; all of them follow later.

    Brief rows leave the organisation to the promises in full."""
    yield _eyebrow(summary, press)
    title = [Span(summary.title or UNTITLED)]
    yield Block(press.text(title, SIZES[Role.TITLE], role=Role.TITLE, bold=True), after=6)
    for line in _circumstances(summary):
        yield press.paragraph(line, soft=True, after=0)
    yield _figures(summary, press)
    yield from _heard(summary, press)

    yield from _promised(summary, press, most, brief)
    yield from _asked(summary, press)


def _eyebrow(summary: Summary, press: Press) -> Block:
    half = WIDTH / 2
    edition = [Span(words.edition(summary.edition), soft=True)]
    if not summary.finished:
        edition = [Span("Draft  ", bold=True), *edition]
    left = press.text([typed(summary.series)], TABLE, half - GAP)
    right = press.text(edition, TABLE, half, right=True)
    return Block(Row((Place(0, half - GAP, left), Place(half, half, right))), after=2)


def _circumstances(summary: Summary) -> Iterator[list[Span]]:
    """When and where, who called it, what may be told."""
    when = words.long_day(summary.date) if summary.date else "Date not noted"
    if summary.start:
        when += f", {summary.start} to {summary.end}" if summary.end else f", from {summary.start}"
    places = [place for place in (summary.venue, summary.city) if place]
    where = [typed(places[0])] if places else [Span("Place not noted")]
    for place in places[1:]:
        where += [Span(", "), typed(place)]
    yield [typed(when), Span(". "), *where, Span(".")]
    if summary.convener:
        end = "" if summary.convener.endswith(".") else "."
        yield [Span("Convened by "), typed(summary.convener), Span(end)]
    if summary.rule:
        yield [Span(summary.rule)]


def _figures(summary: Summary, press: Press) -> Block:
    figures = [_people(summary), _groups(summary), _promises(summary), _requests(summary)]
    places = []
    for index, (figure, label) in enumerate(figures):
        number = press.text(figure, FIGURE, FIGURE_WIDTH, bold=True)
        cell = Stack((number, press.text(label, NOTE, FIGURE_WIDTH)))
        places.append(Place(index * (FIGURE_WIDTH + FIGURE_GAP), FIGURE_WIDTH, cell))
    return Block(Columns(tuple(places), 3), before=14, after=16)


def _people(summary: Summary) -> tuple[str, Words]:
    if summary.tally is None:
        return f"{summary.present:,}", "people in the room, by the list of names"
    method = f", {summary.tally_method.lower()}" if summary.tally_method else ""
    by_list = "" if summary.tally == summary.present else f"; {summary.present:,} on the list"
    people = "person" if summary.tally == 1 else "people"
    return f"{summary.tally:,}", f"{people} in the room{method}{by_list}"


def _groups(summary: Summary) -> tuple[str, Words]:
    came, missing = len(summary.groups_present), len(summary.groups_missing)
    if not missing:
        return (f"{came}", "groups came; none is missing") if came else ("–", "no groups noted")
    figure = f"{came} of {came + missing}"
    if len("".join(summary.groups_missing)) > MISSING_LENGTH:
        return figure, "groups came; those missing are named on the next page"
    return figure, [Span("groups came; missing: "), *typed_list(summary.groups_missing)]


def _promises(summary: Summary) -> tuple[str, Words]:
    made = len(summary.promises)
    dated = sum(bool(promise.due) for promise in summary.promises)
    if not made:
        return "0", "promises made"
    if made == 1:
        return "1", "promise made, with a date" if dated else "promise made, without a date"
    some = {0: "none with a date", made: "each with a date"}
    return f"{made}", f"promises made, {some.get(dated, f'{words.number(dated)} with a date')}"


def _requests(summary: Summary) -> tuple[str, Words]:
    asked = len(summary.requests)
    noun = "request" if asked == 1 else "requests"
    return f"{asked}", f"{noun} nobody in the room could answer"


def _heard(summary: Summary, press: Press) -> Iterator[Block]:
    label = "What we heard"
    points = summary.points
    if not points:
        text = "No main points were chosen for this summary."
        yield press.labelled(label, text, Role.SECTION, LABEL, bold=True)
    for place, point in enumerate(points):
        role = Role.LABEL if place else Role.SECTION
        shown = "" if place else label
        size = BODY if place else LABEL
        yield press.labelled(shown, point_spans(point), role, size, bold=True)
    if caveat := _caveat(summary):
        note = press.text(caveat, NOTE, WIDTH - INDENT, soft=True)
        yield Block(Row((Place(INDENT, WIDTH - INDENT, note),)))


def point_spans(point: Heard) -> list[Span]:
    """The kind as a run-in heading, the words, and who said them if that may be told."""
    kind = [Span(f"{point.kind}. ", bold=True)] if point.kind else []
    return [*kind, typed(point.text), *source_spans(point)]


def source_spans(heard: Heard) -> list[Span]:
    return [Span(" – ", soft=True), typed(heard.source, soft=True)] if heard.source else []


def owner_spans(promise: Promise) -> list[Span]:
    named = [typed(name) for name in (promise.who, promise.organisation) if name]
    if not named:
        return [Span("Not named", soft=True)]
    return named if len(named) == 1 else [named[0], Span(", "), named[1]]


def id_width(promises: tuple[Promise, ...]) -> float:
    """Room for the longest number, within reason."""
    longest = max((len(promise.id) for promise in promises), default=0)
    return min(max(longest * 6.0, 18.0), 50.0)


def _promised(summary: Summary, press: Press, most: int, brief: bool) -> Iterator[Block]:
    promises = summary.promises
    title = press.text("Who promised what", LABEL, role=Role.SECTION, bold=True)
    yield Block(title, before=16, after=0, keep=True)
    if not promises:
        yield press.paragraph("No promises were made in this session.")
        return
    first = id_width(promises)
    columns = [
        Column("No.", first),
        Column("Who", 162 - first - 2 * GAP, row_header=True),
        Column("Will do", 254),
        Column("By", 66),
    ]
    shown = promises[:most]
    yield press.table(columns, [_promise_row(promise, brief) for promise in shown], after=6)
    more = len(promises) - len(shown)
    if more:
        text = f"And {words.counted(more, 'promise', 'promises')} more, at the end of this summary."
        yield press.paragraph(text, NOTE, soft=True)


def _promise_row(promise: Promise, brief: bool) -> list[Words]:
    owner = [typed(promise.who)] if brief and promise.who else owner_spans(promise)
    plain = promise.kind.lower() in ("", "pledge")
    kind = [] if plain else [Span(f"{promise.kind}: ", bold=True)]
    due = (
        Span(words.short_day(promise.due), bold=True) if promise.due else Span("No date", soft=True)
    )
    return [promise.id, owner, [*kind, typed(promise.text)], [due]]


def _asked(summary: Summary, press: Press) -> Iterator[Block]:
    lead = "Asked, with no owner in the room: "
    for request in summary.requests[:MOST_REQUESTS]:
        body = [typed(request.organisation)] if request.organisation else []
        whom = [Span(" ("), *body, Span(")")] if body else []
        spans = [Span(lead, bold=True), typed(request.text), *whom]
        yield press.paragraph(spans, TABLE, after=2)
    more = len(summary.requests) - MOST_REQUESTS
    if more > 0:
        text = f"And {words.counted(more, 'request', 'requests')} more, at the end of this summary."
        yield press.paragraph(text, NOTE, soft=True)


def _caveat(summary: Summary) -> str:
    """What the statements are not, and that some were left out."""
    often = "Words from the room, one of each kind; not a vote or a consensus."
    if not summary.withheld:
        return often if summary.points else ""
    left_out = words.sentence(words.counted(summary.withheld, "note is", "notes are"))
    why = f"{left_out} left out of this edition, to protect people who spoke or were spoken about."
    return f"{often} {why}" if summary.points else why
