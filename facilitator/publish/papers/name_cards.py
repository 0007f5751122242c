"""Name cards, eight to a page: a name and a table, and nothing else that is known of anybody."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.publish.papers.paper import Asked, Mark, Page, clipped, name_of, title
from facilitator.publish.pdf.flow import Text
from facilitator.publish.pdf.press import NOTE, Press, typed
from facilitator.publish.pdf.sheet import THIN
from facilitator.publish.pdf.tags import Element
from facilitator.publish.pdf.text import Span
from facilitator.publish.typed import clusters
from facilitator.room.folding import fold_name
from facilitator.room.naming import first_name
from facilitator.room.people import Person

NAME = "Name cards"
ACROSS, DOWN = 2, 4
CARDS = ACROSS * DOWN
INSET, HEAD, MIDDLE, BOTTOM = 26.0, 18.0, 42.0, 52.0  # in a card; the last from its lower edge
SIZES = 36.0, 32.0, 28.0, 24.0, 20.0, 17.0, 14.0
ROOM = 88.0  # for a name, in points
LINE = 60.0  # how far down one writes there
MOST = 120  # letters of a name, as they are counted by a reader
TABLE = 20.0
BLANK = Person("")


def pages(asked: Asked, people: Sequence[Person], names: str) -> list[Page]:
    """Return cards with first names, full names, or nothing but a line to write on."""
    cards = [] if names == "blank" else sorted(people, key=_by_name)
    sheets = max(1, -(-len(cards) // CARDS))
    cards += [BLANK] * (sheets * CARDS - len(cards))  # for whoever comes unannounced
    return [
        [*_cuts(asked), *_cards(asked, cards[at : at + CARDS], names)]
        for at in range(0, len(cards), CARDS)
    ]


def _by_name(person: Person) -> tuple[bool, str, str]:
    return not person.name, fold_name(person.name), person.name


def _cuts(asked: Asked) -> Iterator[Mark]:
    """The lines to cut along."""
    page = asked.press.page
    wide, high = page.width, page.height
    for n in range(1, DOWN):
        yield Mark(0, high * n / DOWN, None, wide, THIN)
    for n in range(1, ACROSS):
        yield Mark(wide * n / ACROSS, high, None, THIN, high)


def _cards(asked: Asked, cards: Sequence[Person], names: str) -> Iterator[Mark]:
    page = asked.press.page
    wide, high = page.width / ACROSS, page.height / DOWN
    tables = any(person.table for person in asked.state.people.values())
    width = wide - 2 * INSET
    event = clipped(
        title(asked.state.meeting),
        lambda words: asked.press.text([typed(words)], NOTE, width, soft=True),
    )
    for place, person in enumerate(cards):
        down, across = divmod(place, ACROSS)
        x, top = across * wide + INSET, page.height - down * high
        yield Mark(x, top - HEAD, replace(event, owner=Element("P")))
        name = name_of(person)
        shown = first_name(name) if names == "first" else name
        if shown:
            text = _fitted(asked.press, shown, width)
            yield Mark(x, top - MIDDLE - (ROOM - text.height) / 2, text)
        else:
            yield Mark(x, top - MIDDLE - LINE, None, width, THIN)
        yield from _table(asked.press, person, tables, x, top - high + BOTTOM)


def _table(press: Press, person: Person, tables: bool, x: float, top: float) -> Iterator[Mark]:
    if person.table:
        yield Mark(x, top, press.text(f"Table {person.table}", TABLE, 200, bold=True))
    elif tables:
        yield Mark(x, top, press.text("Table", TABLE, 200, soft=True))
        yield Mark(x + 62, top - TABLE - 6, None, 40, THIN)


def _fitted(press: Press, name: str, width: float) -> Text:
    """Return a name as large as the card takes it; no word is broken if it can be helped."""
    letters = clusters(name)
    if len(letters) > MOST:
        name = "".join(letters[:MOST]) + "…"
    for size in SIZES:
        for lines in _lines(name.split()):
            text = press.text([Span("\n".join(lines))], size, width, bold=True)
            if text.count == len(lines) and text.height <= ROOM:
                return text
    for size in SIZES:
        text = press.text([Span(name)], size, width, bold=True)
        if text.height <= ROOM:
            return text
    return replace(text, last=int(ROOM / text.lines.leading))


def _lines(words: list[str]) -> Iterator[list[str]]:
    """The words on one line, then on two, with as much as can be on the first."""
    yield [" ".join(words)]
    for cut in range(len(words) - 1, 0, -1):
        yield [" ".join(words[:cut]), " ".join(words[cut:])]
