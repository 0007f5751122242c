"""A letter to each owner of promises: a draft with what they promised, to themselves alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.publish import words
from facilitator.publish.calendars import calendar
from facilitator.publish.disclosure import may_publish, who
from facilitator.publish.export import plain_name
from facilitator.publish.mail import ICS, Attached, message
from facilitator.publish.redaction import Redactor
from facilitator.publish.summary import Promise, Summary
from facilitator.publish.tables import hours
from facilitator.publish.typed import one_line, plain, tidy
from facilitator.room.commitments import Commitment
from facilitator.room.folding import folded
from facilitator.room.groups import in_words
from facilitator.room.naming import promised_by
from facilitator.room.people import Person
from facilitator.room.promise_rules import SETTLED


class Letter(NamedTuple):
    name: str  # of the file
    content: bytes
    to: str  # the owner's address, or empty


class _Owner(NamedTuple):
    name: str
    person: Person | None  # where the list tells who it is
    promises: tuple[Commitment, ...]


def owner_letters(
    state: State, summary: Summary, earlier: Mapping[str, State] | None = None
) -> tuple[Letter, ...]:
    """Return an unsent draft for each owner of promises that are not settled.

    `summary` may be of any edition, `earlier` are the sessions before in the series, by id. A
    letter tells nothing of anybody else: names are replaced as in the public edition. The address
    is the only one that ever leaves, and to nobody but whom it belongs to; to a minor, the convener
    finds the way. The same data give the same bytes.
    """
    shared = Redactor(state, "public", earlier)
    summary = _session(tidy(summary), shared)
    letters: dict[str, Letter] = {}
    for owner in _owners(state):
        told = tuple(_told(of, shared) for of in owner.promises)
        if told != tuple(_told(of, None) for of in owner.promises):  # perhaps the own name
            own = Redactor(_without(owner, state), "public", earlier)
            told = tuple(_told(of, own) for of in owner.promises)
        to = owner.person.email if owner.person and not owner.person.minor else ""
        named = plain_name(f"{summary.date} {owner.name}") or "Letter"
        name, count = named, 1
        while name.casefold() in letters:
            count += 1
            name = f"{named} ({count})"
        content = _letter(owner, told, state, summary, to)
        letters[name.casefold()] = Letter(f"{name}.eml", content, to)
    return tuple(letters.values())


def _session(summary: Summary, redactor: Redactor) -> Summary:
    """Return what a letter tells of the session, as the public edition tells it."""
    coming = summary.next and replace(summary.next, place=redactor.text("", summary.next.place))
    title, convener = (redactor.text("", text) for text in (summary.title, summary.convener))
    return replace(summary, title=title, convener=convener, next=coming)


def _owners(state: State) -> list[_Owner]:
    """Return who promised. Two people of one name are two; a name on no list is one."""
    heaps: dict[tuple[str, str], list[Commitment]] = {}
    for of in state.commitments.values():
        if of.kind == "request" or not of.owner.strip() or of.status in SETTLED:
            continue
        known = promised_by(of, state.people)
        key = (known[0].id, "") if len(known) == 1 else ("", folded(of.owner))
        heaps.setdefault(key, []).append(of)
    return [
        _Owner(_name(person, those), person, tuple(those))
        for (ident, _), those in heaps.items()
        for person in [state.people.get(ident)]
    ]


def _name(person: Person | None, those: list[Commitment]) -> str:
    return one_line(person.name if person and person.name else those[0].owner)


def _without(owner: _Owner, state: State) -> State:
    """Return the session as if the owner were not known: the own name is no secret in a letter."""
    own = {of.id for of in owner.promises}
    ident = owner.person.id if owner.person else ""
    return replace(
        state,
        people={key: one for key, one in state.people.items() if key != ident},
        commitments={key: of for key, of in state.commitments.items() if key not in own},
    )


def _told(of: Commitment, redactor: Redactor | None) -> Promise:
    def text(words: str) -> str:
        return plain(redactor.text(of.id, words) if redactor else words)

    return Promise(
        id=of.id,
        kind=in_words(of.kind),
        who="",
        organisation="",
        text=text(of.text),
        due=of.due,
        first_step=text(of.first_step),
        first_step_due=of.first_step_due,
        measure=text(of.measure),
        support=text(of.support),
        benefits=text(of.benefits),
        burden=text(of.burden),
        status="",
    )


def _letter(
    owner: _Owner, promises: tuple[Promise, ...], state: State, summary: Summary, to: str
) -> bytes:
    day = words.day(summary.date, "d MMMM y")
    title = one_line(summary.title) or "our session"
    said = (
        _promise(number, told, _published(of, state))
        for number, (told, of) in enumerate(zip(promises, owner.promises, strict=True), 1)
    )
    # To its owner a promise is no draft, and of what else comes the text tells.
    dates = calendar(replace(summary, next=None, approved=True, finished=True), promises)
    attached = [Attached(f"{plain_name(f'{summary.date} promises')}.ics", dates, ICS)]
    parts = (
        f"Dear {owner.name},",
        f"at “{title}”{f' on {day}' if day else ''} you promised:",
        *said,
        "The dates are attached, for your calendar." if dates else "",
        *_end(summary),
    )
    text = "\n\n".join(part for part in parts if part)
    subject = f"What you promised{f' on {day}' if day else ''}: {title}"
    return message(subject, text, attached if dates else (), (owner.name, to))


def _promise(number: int, of: Promise, published: str) -> str:
    by = words.day(of.first_step_due, "d MMMM y")
    lines = (
        f"{number}. {of.text}",
        f"By: {words.long_day(of.due)}" if of.due else "",
        f"First step: {', by '.join(filter(None, (of.first_step, by)))}",
        f"How we will know: {of.measure}",
        f"Support needed: {of.support}",
        f"Who benefits: {of.benefits}",
        f"Who may carry a burden: {of.burden}",
        published,
    )
    return "\n".join(line for line in lines if line and not line.endswith(": "))


def _published(of: Commitment, state: State) -> str:
    if not may_publish(of, "public"):
        return "This is for you alone: it stands in no summary that is published."
    if who(of, state, "public") == of.owner:
        return "You agreed to be named: in the summary it stands with your name."
    return "In the summary it is told without your name."


def _end(summary: Summary) -> Iterator[str]:
    changed = "If something is not as you meant it, or if something stands in the way, please tell"
    yield f"{changed} us{f': {summary.contact}' if summary.contact else '.'}"
    if coming := summary.next:
        when = (words.day(coming.date, "d MMMM y"), hours(coming.start, coming.end), coming.place)
        if told := ", ".join(filter(None, when)):
            yield f"The next session: {told}."
    yield one_line(summary.convener)
