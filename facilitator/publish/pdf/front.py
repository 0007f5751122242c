"""Page one: what, when, where, who was there, what was heard, what was promised."""

from collections.abc import Iterator

from facilitator.publish.pdf import words
from facilitator.publish.pdf.flow import Block, Columns, Place, Row, Stack
from facilitator.publish.pdf.press import (
    BODY,
    GAP,
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
MOST_PROMISES, MOST_REQUESTS = 12, 4  # on page one; all of them follow later
MOST_MISSING = 5


def front(summary: Summary, press: Press) -> Iterator[Block]:
    yield _eyebrow(summary, press)
    title = [Span(summary.title or UNTITLED)]
    yield Block(press.text(title, SIZES[Role.TITLE], role=Role.TITLE, bold=True), after=4)
    for line in _circumstances(summary):
        yield press.paragraph(line, soft=True, after=0)
    yield _figures(summary, press)
    yield from _heard(summary, press)
    yield from _promised(summary, press)
    yield from _asked(summary, press)
    if summary.withheld:
        yield Block(press.text(_withheld(summary.withheld), NOTE, soft=True), before=10)


def _eyebrow(summary: Summary, press: Press) -> Block:
    half = WIDTH / 2
    edition = [typed(summary.edition, soft=True)]
    if not summary.finished:
        draft = Span("Draft" + (" of the " if summary.edition else ""), bold=True)
        name = summary.edition[:1].lower() + summary.edition[1:]
        edition = [draft, typed(name, soft=True)]
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
    if not came and not missing:
        return "–", "groups: none were noted"
    if not missing:
        return f"{came}", "group came; none was missing" if came == 1 else "groups came, all of them"
    spans = [Span("groups came; missing: "), *typed_list(summary.groups_missing, MOST_MISSING)]
    return f"{came} of {came + missing}", spans


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
        yield press.labelled(label, text, Role.SECTION, LABEL, bold=True, after=12)
        return
    for place, point in enumerate(points):
        role = Role.LABEL if place else Role.SECTION
        shown = "" if place else label
        size = BODY if place else LABEL
        yield press.labelled(shown, point_spans(point), role, size, bold=True)
    caveat = [Span("These are statements heard often. They are not a vote or a consensus.", soft=True)]
    yield press.labelled("", caveat, size=BODY, after=12)


def point_spans(point: Heard) -> list[Span]:
    """The kind as a run-in heading, the words, and who said them if that may be told."""
    kind = [Span(f"{point.kind}. ", bold=True)] if point.kind else []
    source = [Span("  "), typed(point.source, soft=True)] if point.source else []
    return [*kind, typed(point.text), *source]


def owner_spans(promise: Promise) -> list[Span]:
    named = [typed(name) for name in (promise.who, promise.organisation) if name]
    if not named:
        return [Span("Not named", soft=True)]
    return named if len(named) == 1 else [named[0], Span(", "), named[1]]


def id_width(promises: tuple[Promise, ...]) -> float:
    """Room for the longest number, within reason."""
    longest = max((len(promise.id) for promise in promises), default=0)
    return min(max(longest * 6.0, 12.0), 50.0)


def _promised(summary: Summary, press: Press) -> Iterator[Block]:
    promises = summary.promises
    title = press.text("Who promised what", LABEL, role=Role.SECTION, bold=True)
    yield Block(title, before=8, after=0, keep=True)
    if not promises:
        yield press.paragraph("No promises were made in this session.")
        return
    first = id_width(promises)
    columns = [
        Column("", first),
        Column("Who", 162 - first - 2 * GAP, row_header=True),
        Column("Will do", 254),
        Column("By", 66, bold=True),
    ]
    shown = promises[:MOST_PROMISES]
    yield press.table(columns, [_promise_row(promise) for promise in shown], after=6)
    more = len(promises) - len(shown)
    if more:
        text = f"And {words.counted(more, 'promise', 'promises')} more, at the end of this summary."
        yield press.paragraph(text, NOTE, soft=True)


def _promise_row(promise: Promise) -> list[Words]:
    plain = promise.kind.lower() in ("", "pledge")
    kind = [] if plain else [Span(f"{promise.kind}: ", bold=True)]
    due: Words = words.short_day(promise.due) if promise.due else [Span("No date")]
    return [promise.id, owner_spans(promise), [*kind, typed(promise.text)], due]


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


def _withheld(count: int) -> str:
    noun = words.sentence(words.counted(count, "note is", "notes are"))
    return (
        f"{noun} left out of this edition, to protect people who spoke in confidence or were"
        " spoken about."
    )
