"""The place list for the helpers at the door: where everybody sits, by name and by table."""

from collections.abc import Iterator, Sequence

from facilitator.publish.papers.paper import Asked, Mark, Page, foot, marks, name_of
from facilitator.publish.pdf.flow import Block, Place, Row, Within
from facilitator.publish.pdf.pouring import pour
from facilitator.publish.pdf.press import BODY, LABEL, NOTE, SIZES, Press, typed
from facilitator.publish.pdf.sheet import THICK, THIN, Role
from facilitator.publish.pdf.tags import Element
from facilitator.room.folding import fold_name
from facilitator.room.people import People, Person

NAME = "Place list"
COLUMNS, APART = 2, 24.0
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
        [*_head(asked, head, again=n > 0), *page]
        for head, story in halves
        if story
        for n, page in enumerate(_columns(asked, story))
    ]
    return [[*body, *foot(asked, NAME, n, len(bodies))] for n, body in enumerate(bodies, 1)]


def _columns(asked: Asked, story: Sequence[Block]) -> Iterator[Page]:
    """Fill one column after another, page after page."""
    sheet, width = asked.press.page, _column(asked.press)
    poured = pour(story, sheet.room - HEAD)
    for at in range(0, len(poured), COLUMNS):
        page: list[Mark] = []
        for n, ((cell, top, _), *rest) in enumerate(poured[at : at + COLUMNS]):
            x = sheet.margin + n * (width + APART)
            page += marks([(cell, top, 0.0), *rest], x, sheet.top - HEAD, width)
        yield page


def _column(press: Press) -> float:
    """The width of a column."""
    return (press.width - APART * (COLUMNS - 1)) / COLUMNS


def _head(asked: Asked, words: str, again: bool) -> Iterator[Mark]:
    """The same on each page; the first one is in the outline."""
    press = asked.press
    x, top = press.page.margin, press.page.top
    role, care = (Role.HEADER, Role.HEADER) if again else (Role.TITLE, Role.PARAGRAPH)
    yield Mark(x, top, press.text(words, SIZES[Role.SECTION], role=role, bold=True))
    yield Mark(x, top - 22, press.text(CARE, NOTE, role=care, soft=True))
    yield Mark(x, top - HEAD + 10, None, press.width, THICK)


def _by_name(press: Press, people: People) -> Iterator[Block]:
    listed = [person for person in _here(people) if name_of(person)]
    table, width = Element("Table"), _column(press)
    most = width - TABLE - 6
    for person in listed:
        name = press.text([typed(name_of(person))], BODY, most, Role.ROW_HEAD)
        number = press.text(_number(person), BODY, TABLE, Role.DATA, bold=True, right=True)
        places = (Place(0, most, name), Place(width - TABLE, TABLE, number))
        yield Block(Within(Row(places, 1.5, Element("TR")), table), rule=THIN)
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
    width = _column(press)
    title = f"Table {number}" if number else "No table yet"
    count = f"{len(people)} {'person' if len(people) == 1 else 'people'}"
    head = press.text(title, LABEL, width - 80, Role.SECTION, bold=True, drop=4)
    told = press.text(count, NOTE, 76, soft=True, right=True, drop=7)
    yield Block(Row((Place(0, width - 80, head), Place(width - 76, 76, told))), 8, 2, 1, True)
    named = [
        press.text([typed(name)], BODY, width, Role.ITEM)
        for person in people
        if (name := name_of(person))
    ]
    if nameless := len(people) - len(named):
        words = f"{nameless} not listed by name"
        named.append(press.text(words, BODY, width, Role.ITEM, soft=True))
    for n, text in enumerate(named, 1):
        keep = n < len(named) <= TOGETHER
        yield Block(Within(text, Element("LI")), after=1, keep=keep)


def _here(people: People) -> list[Person]:
    """Return who has not left, by name."""
    here = (person for person in people.values() if person.left is None)
    return sorted(here, key=lambda one: (fold_name(one.name), one.name))
