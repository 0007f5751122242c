"""The place list for the helpers at the door: where everybody sits, by name and by table."""

from collections.abc import Iterator, Sequence

from facilitator.publish.papers.paper import Asked, Mark, Page, foot, marks, name_of
from facilitator.publish.pdf.flow import Block, Place, Row, pour
from facilitator.publish.pdf.press import BODY, LABEL, NOTE, SIZES, Press, typed
from facilitator.publish.pdf.sheet import THICK, THIN, WIDTH, Role
from facilitator.room.people import People, Person, fold_name

NAME = "Place list"
COLUMNS, APART = 2, 24.0
COLUMN = (WIDTH - APART * (COLUMNS - 1)) / COLUMNS
TABLE = 46.0  # the column of table numbers
TOGETHER = 20  # people of a table that are not parted
HEAD = 52.0  # on each page, over the columns
CARE = "For the helpers at the door. Please do not photograph it or pass it on."


def pages(asked: Asked) -> list[Page]:
    people = asked.state.people
    halves = (
        ("Who sits where", list(_by_name(asked.press, people))),
        ("Who sits at which table", list(_by_table(asked.press, people))),
    )
    bodies = [
        [*_head(asked, head, Role.FOOTER if n else Role.TITLE), *page]
        for head, story in halves
        if story
        for n, page in enumerate(_columns(asked, story))
    ]
    return [[*body, *foot(asked, NAME, n, len(bodies))] for n, body in enumerate(bodies, 1)]


def _columns(asked: Asked, story: Sequence[Block]) -> Iterator[Page]:
    """Fill one column after another, page after page."""
    stock = asked.stock
    poured = pour(story, stock.room - HEAD)
    for at in range(0, len(poured), COLUMNS):
        page: list[Mark] = []
        for n, ((cell, top, _), *rest) in enumerate(poured[at : at + COLUMNS]):
            x = stock.margin + n * (COLUMN + APART)
            page += marks([(cell, top, 0.0), *rest], x, stock.top - HEAD, COLUMN)
        yield page


def _head(asked: Asked, words: str, role: Role) -> Iterator[Mark]:
    """The same on each page; the first one is in the outline."""
    x, top, press = asked.stock.margin, asked.stock.top, asked.press
    title = press.text(words, SIZES[Role.SECTION], role=role, bold=True)
    yield Mark(x, top, title)
    yield Mark(x, top - 22, press.text(CARE, NOTE, soft=True))
    yield Mark(x, top - HEAD + 10, None, WIDTH, THICK)


def _by_name(press: Press, people: People) -> Iterator[Block]:
    listed = [person for person in _here(people) if name_of(person)]
    for person in listed:
        name = press.text([typed(name_of(person))], BODY, COLUMN - TABLE - 6)
        table = press.text(_number(person), BODY, TABLE, bold=True, right=True)
        places = (Place(0, COLUMN - TABLE - 6, name), Place(COLUMN - TABLE, TABLE, table))
        yield Block(Row(places, pad=1.5), rule=THIN)
    if not listed:
        yield press.paragraph("Nobody is on the list by name yet.")


def _number(person: Person) -> str:
    return str(person.table) if person.table else "–"


def _by_table(press: Press, people: People) -> Iterator[Block]:
    tables: dict[int, list[Person]] = {}
    for person in _here(people):
        tables.setdefault(person.table, []).append(person)
    for number in sorted(tables, key=lambda number: (not number, number)):
        yield from _table(press, number, tables[number])


def _table(press: Press, number: int, people: Sequence[Person]) -> Iterator[Block]:
    """The people of a table under its number, in one column if they are not too many."""
    title = f"Table {number}" if number else "No table yet"
    count = f"{len(people)} {'person' if len(people) == 1 else 'people'}"
    head = press.text(title, LABEL, COLUMN - 80, Role.SECTION, bold=True, drop=4)
    told = press.text(count, NOTE, 76, soft=True, right=True, drop=7)
    yield Block(Row((Place(0, COLUMN - 80, head), Place(COLUMN - 76, 76, told))), 8, 2, 1, True)
    named = [
        press.text([typed(name)], BODY, COLUMN) for person in people if (name := name_of(person))
    ]
    if nameless := len(people) - len(named):
        named.append(press.text(f"{nameless} not listed by name", BODY, COLUMN, soft=True))
    for n, text in enumerate(named, 1):
        yield Block(text, after=1, keep=n < len(named) <= TOGETHER)


def _here(people: People) -> list[Person]:
    """Return who has not left, by name."""
    here = (person for person in people.values() if person.left is None)
    return sorted(here, key=lambda one: (fold_name(one.name), one.name))
