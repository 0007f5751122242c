"""What the hall reads: the words for the room screen, with the rule about names applied."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from facilitator.figures.promises import heard_by_all
from facilitator.room import ground_rules
from facilitator.room.naming import NEIGHBOUR, on_the_wall, promiser
from ui.meeting.titles import short
from ui.widgets.ink import isolated
from ui.words import clock, countdown, time_of_day

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.room.agenda import Segment
    from facilitator.room.commitments import Commitment


class Clock(NamedTuple):
    """The clock of the running part. `share` is the part of the time that is spent."""

    digits: str
    word: str  # left, over, paused
    share: float
    still: bool = False
    over: bool = False


class Wall(NamedTuple):
    """The usual page. `texts` are one question, or the rules that the room gave itself."""

    title: str = ""
    aside: str = ""
    clock: Clock | None = None
    texts: tuple[str, ...] = ()
    listed: bool = False
    speaking: str = ""
    speaker: str = ""
    after: str = ""  # the label over who comes next
    coming: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # what everybody must be told


class Field(NamedTuple):
    label: str
    words: str


class Promise(NamedTuple):
    """A promise that is read back."""

    title: str
    place: tuple[int, int]  # 1 of 8
    told: str
    owner: str
    body: str
    text: str
    fields: tuple[Field, ...]
    question: str
    answer: str
    aloud: bool


def words_of(page: "Wall | Promise") -> list[str]:
    """Return all the words of a page."""
    return list(_flat(page))


def _flat(part: object) -> Iterator[str]:
    if isinstance(part, str) and part:
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from _flat(piece)


def tr(words: str) -> str:
    return QCoreApplication.translate("Room", words)


def what_shows(state: "State", reading: str, now: int) -> Wall | Promise:
    """Return the page of this moment."""
    promises = heard_by_all(state)
    for n, promise in enumerate(promises, 1):
        if promise.id == reading:
            return _promise(state, promise, (n, len(promises)))
    running = state.agenda.running
    if state.meeting.ended is not None:
        return Wall(title=state.meeting.title, texts=(tr("Thank you for coming"),))
    page = _quiet(state, now) if running is None else _part(state, running, now)
    return _with_floor(page, state, now)


def _quiet(state: "State", now: int) -> Wall:
    """Return the page for when no part runs."""
    opens, begun = state.meeting.opens, state.agenda.begun is not None
    waits = opens is not None and now < opens and not begun
    begins = tr("begins {0}").format(time_of_day(state.meeting, opens)) if waits and opens else ""
    notices = () if begun else _notices(state)
    return Wall(aside=begins, texts=(state.meeting.title or tr("Welcome"),), notices=notices)


def _part(state: "State", part: "Segment", now: int) -> Wall:
    left, whole, paused = part.left(now), part.length + part.granted, state.agenda.paused
    over = left < 0 and not paused
    place = (state.agenda.place(part.id) or 0) + 1
    ends = tr("ends {0}").format(time_of_day(state.meeting, now + max(0, left)))
    face = Clock(
        countdown(left),
        tr("paused") if paused else tr("over") if over else tr("left"),
        part.watch.elapsed(now) / whole if whole > 0 else 1.0,
        still=paused,
        over=over,
    )
    agreeing = part.kind == "agreements"
    rules = _rules(state) if agreeing else ()
    texts = rules or _question(part)
    titled = texts != (part.title,)  # else it would be said twice
    return Wall(
        title=f"{place}\u2002{short(part.title)}" if titled else "",
        aside="" if paused or over else ends,
        clock=face,
        texts=texts,
        listed=bool(rules),
        notices=_notices(state) if agreeing else (),
    )


def _rules(state: "State") -> tuple[str, ...]:
    """Return the ground rules: those that were planned, and what the room gave itself so far."""
    public = (note for note in state.notes.values() if note.sensitivity == "public")
    return ground_rules.agreed(state.meeting.ground_rules, public)


def _notices(state: "State") -> tuple[str, ...]:
    return tuple(notice.text for notice in ground_rules.told(state.meeting.notices))


def _question(part: "Segment") -> tuple[str, ...]:
    """Return the question of a part. What rules are for stands before it; no other aim shows."""
    aim = part.purpose if part.kind == "agreements" else ""
    return tuple(filter(None, (aim, part.prompt))) or (part.title,)


def _with_floor(page: Wall, state: "State", now: int) -> Wall:
    """Add who speaks and who is next. Over a limit only the time is told; held, not even it."""
    floor, meeting = state.floor, state.meeting
    turn, back = floor.speaker, floor.interrupted
    waiting = [back.person] if back and turn and back.person != turn.person else []
    waiting += [row.person for row in floor.queue[:2]]
    names = [on_the_wall(state.people[person], meeting) for person in waiting[:2]]
    after = (*names[:1], *(tr("then {0}").format(isolated(name)) for name in names[1:]))
    page = page._replace(after=tr("Next") if names else "", coming=after)
    if turn is None:
        return page
    spent, limit = turn.watch.elapsed(now), turn.limit
    said = tr("Speaking") if turn.held else tr("Speaking, {0}").format(clock(spent))
    if limit is not None and spent <= limit and not turn.held:
        said = tr("Speaking, {0} of {1}").format(clock(spent), clock(limit))
    name = on_the_wall(state.people[turn.person], meeting)
    return page._replace(speaking=said, speaker=_capital(name))


def _promise(state: "State", of: "Commitment", place: tuple[int, int]) -> Promise:
    owner = promiser(of, state.people, state.meeting)
    said = tr("Said aloud, {0}").format(time_of_day(state.meeting, of.read_back or 0))
    page = Promise(
        title=tr("Promises, read back aloud"),
        place=place,
        told=tr("{0} of {1}").format(*place),
        owner=tr("Who?") if "owner" in of.gaps else _capital(owner),
        body="" if owner == NEIGHBOUR else of.organisation,
        text=of.text,
        fields=_fields(of, state.meeting.date),
        question=said if of.confirmed else tr("Is this what you promised?"),
        answer="" if of.confirmed else tr("Waiting for a spoken yes"),
        aloud=of.confirmed,
    )
    if of.publish == "not":
        hidden = tr("A promise that is said aloud, and not shown")
        return page._replace(owner="", body="", text=hidden, fields=())
    return page


def _fields(of: "Commitment", today: str) -> tuple[Field, ...]:
    """Return by when, the first step and the measure, as far as they are known or needed."""
    step = tr("First step")
    if of.first_step_due:
        step = tr("First step, by {0}").format(_day(of.first_step_due, today))
    due = tr("When?") if "due" in of.gaps else _day(of.due, today)
    told = (tr("By"), due), (step, of.first_step), (tr("We will know when"), of.measure)
    return tuple(Field(label, words) for label, words in told if words)


def _day(iso: str, today: str) -> str:
    """Return 29 October, with its year if that is not this one; what is no date as it was typed."""
    of = QDate.fromString(iso, Qt.DateFormat.ISODate)
    if not of.isValid():
        return iso
    pattern = "d MMMM" if iso[:4] == today[:4] else "d MMMM yyyy"
    return QLocale(QLocale.Language.English).toString(of, pattern)


def _capital(name: str) -> str:
    return tr("A neighbour") if name == NEIGHBOUR else name
