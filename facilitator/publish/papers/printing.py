"""Making a paper: which one, on which paper, with which names on it; light until one is made."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator.publish.export import NotExported, plain_name

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.room.meeting import Meeting
    from facilitator.room.people import People, Person

KINDS = {"run_sheet": "Run sheet", "name_cards": "Name cards", "place_list": "Place list"}
SIZES = ("letter", "A4")
NAMES = ("first", "full", "blank")  # on name cards


class Order(NamedTuple):
    kind: str
    size: str = SIZES[0]
    names: str = NAMES[0]


def write(state: "State", now: int, order: Order, path: Path) -> int:
    """Write a paper, whole or not at all, and return its number of pages; or raise NotExported."""
    from facilitator.publish.papers import name_cards, paper, place_list, run_sheet
    from facilitator.publish.pdf.language import OURS, tagged
    from facilitator.publish.pdf.press import Press
    from facilitator.publish.pdf.shape import Shaper
    from facilitator.publish.pdf.stock import STOCKS

    language = tagged(state.meeting.language) or OURS
    asked = paper.Asked(state, now, Press(Shaper(), STOCKS[order.size], language))
    if order.kind == "name_cards":
        pages = name_cards.pages(asked, carded(state.people), order.names)
    else:
        pages = (run_sheet if order.kind == "run_sheet" else place_list).pages(asked)
    try:
        paper.write(pages, KINDS[order.kind], asked, path)
    except OSError as error:
        raise NotExported(f"{path} cannot be written: {error.strerror}.") from error
    return len(pages)


def carded(people: "People") -> "list[Person]":
    """Return who gets a name card: who is expected for sure, or all while that is nobody."""
    here = [person for person in people.values() if person.left is None]
    sure = [one for one in here if one.confirmed or one.table or one.came is not None]
    return sure or here


def file_name(kind: str, meeting: "Meeting") -> str:
    """Return a name that every platform takes: the date, the title and the paper."""
    session = plain_name(f"{meeting.date} {meeting.title}")[:60].strip(". ")
    return " – ".join(filter(None, (session, KINDS[kind].lower()))) + ".pdf"
