"""The summary as an unsent e-mail (RFC 5322): a draft that a person reads, addresses and sends."""

import hashlib
import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from facilitator.publish import words
from facilitator.publish.calendars import calendar
from facilitator.publish.counts import earlier, heads, made
from facilitator.publish.summary import Progress, Promise, Summary
from facilitator.publish.tables import hours, left_out
from facilitator.publish.typed import one_line, tidy

WIDTH = 72  # columns of the body
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
PDF, ICS = ("application", "pdf"), ("text", "calendar")


class Attached(NamedTuple):
    name: str
    content: bytes
    kind: tuple[str, str]  # the media type


def draft(summary: Summary, pdf: bytes, name: str) -> bytes:
    """Return a draft to nobody yet, with the PDF and, if anything has a date, a calendar.

    `name` is the name of the PDF. The same summary and PDF give the same bytes.
    """
    attached = [Attached(name, pdf, PDF)]
    if dates := calendar(summary):
        attached.append(Attached(str(PurePath(name).with_suffix(".ics")), dates, ICS))
    summary = tidy(summary)
    title = one_line(summary.title) or "A session"
    day = f", {words.day(summary.date, 'd MMMM y')}" if summary.date else ""
    subject = f"{'Draft: ' * summary.draft}{title}{day} – {words.edition(summary.edition).lower()}"
    return message(subject, body(summary, [one.name for one in attached]), attached)


def message(
    subject: str, text: str, attached: Iterable[Attached] = (), to: tuple[str, str] = ("", "")
) -> bytes:
    """Return an unsent message; `to` is a name and an address, used if it is one.

    Outlook and Thunderbird open it to be edited because of X-Unsent, Apple Mail because of its own
    mark; in others "edit as new message" does it. A date, a sender or an id would make it look
    like one that was sent.
    """
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(SMTP)
    mail["X-Unsent"] = "1"
    mail["X-Uniform-Type-Identifier"] = "com.apple.mail-draft"
    name, address = to
    if _ADDRESS.fullmatch(address):
        mail["To"] = Address(one_line(name), addr_spec=address)
    mail["Subject"] = one_line(subject)
    mail.set_content(flowed(text), cte="quoted-printable", params={"format": "flowed"})
    seal = hashlib.sha256(f"{subject}\n{text}".encode("utf-8", "replace"))
    for one in attached:
        main, sub = one.kind
        charset = {"charset": "utf-8"} if main == "text" else {}
        mail.add_attachment(
            one.content, maintype=main, subtype=sub, filename=one.name, params=charset
        )
        seal.update(one.content)
    if mail.is_multipart():  # the library would draw lots
        mail.set_boundary(f"=_{seal.hexdigest()[:40]}")
    return mail.as_bytes()


def flowed(text: str) -> str:
    """Return text in lines that a mail program flows again (RFC 3676); long words stay whole."""
    lines = []
    for line in text.split("\n"):
        pieces = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
        stuffed = [f" {piece}" if piece.startswith((">", "From ")) else piece for piece in pieces]
        lines.append(" \n".join(stuffed))
    return "\n".join(lines) + "\n"


def body(summary: Summary, attached: Iterable[str]) -> str:
    """Return the summary as plain text: what it was, in numbers, heard, promised, and next."""
    parts = (
        _head(summary),
        _section("In numbers", _numbers(summary)),
        _section("What we heard", _points(summary)),
        _section("Who promised what", map(promise, summary.promises), "\n\n"),
        _section("Asked, with no owner in the room", map(promise, summary.requests), "\n\n"),
        _section("What became of earlier promises", _progress(summary)),
        _section("Next session", _next(summary)),
        _section("How to read this", _reading(summary)),
        _section("", [f"Contact: {summary.contact}"] if summary.contact else []),
        _section("", [f"Attached: {'; '.join(attached)}"]),
    )
    return "\n\n".join(part for part in parts if part)


def promise(of: Promise) -> str:
    """Return a promise in two lines: who does what, and by when."""
    kind = "" if of.kind.lower() in ("", "pledge", "request") else f" ({of.kind.lower()})"
    first = of.first_step + (f", by {_on(of.first_step_due)}" if of.first_step_due else "")
    about = (
        f"by {_on(of.due)}" if of.due else "no date yet",
        f"first step: {one_line(first)}" if first else "",
        of.status.lower(),
    )
    who = f" {_who(of)}{kind}".rstrip()
    return f"{of.id}{who}: {one_line(of.text)}\n{words.sentence('; '.join(filter(None, about)))}."


def _section(head: str, lines: Iterable[str], gap: str = "\n") -> str:
    text = gap.join(lines)
    return f"{head}\n\n{text}" if head and text else text


def _head(summary: Summary) -> str:
    number = f", session {summary.number}" if summary.number else ""
    where = ", ".join(filter(None, (one_line(summary.venue), one_line(summary.city))))
    when = (words.long_day(summary.date), hours(summary.start, summary.end))
    lines = [
        summary.title or "A session",
        f"{one_line(summary.series)}{number}" if summary.series else "",
        ", ".join(filter(None, when)),
        where,
        f"Convened by {one_line(summary.convener)}" if summary.convener else "",
        words.edition(summary.edition),
    ]
    warnings = []
    if summary.edition == "record":
        warnings.append("This is the full record, with names, for the records officer alone.")
    if summary.draft:
        warnings.append("This is a draft: nobody has approved it yet.")
    parts = ("\n".join(filter(None, lines)), " ".join(warnings), summary.purpose)
    return "\n\n".join(filter(None, parts))


def _numbers(summary: Summary) -> Iterator[str]:
    for sentence in heads(summary).sentences:
        yield f"- {sentence}"
    yield f"- {_count(summary.signed_in_or_spoke, 'person', 'people')} signed in or spoke"
    if summary.newcomers is not None and summary.number != 1:  # at the first one all are
        yield f"- of these, {summary.newcomers:,} new to the series"
    if summary.unduplicated is not None:
        so_far = _count(summary.unduplicated, "different person", "different people")
        yield f"- {so_far} signed in or spoke in the series so far"
    if groups := summary.groups_present:
        yield f"- {_count(len(groups), 'group')} signed in or spoke: {', '.join(groups)}"
    if groups := summary.groups_missing:
        yield f"- nobody signed in or spoke of {_count(len(groups), 'group')}: {', '.join(groups)}"
    yield f"- {_count(summary.turns, 'turn')}, {words.clock(summary.talk_s)} minutes of talk"
    now = made(summary)
    owed = f"; {_count(now.owed, 'answer')} owed" if now.owed else ""
    asked = _count(now.requests, "request")
    yield f"- {_count(now.promises, 'promise')}, {now.dated} with a date{owed}; {asked}"


def _points(summary: Summary) -> Iterator[str]:
    for point in summary.points:
        source = f" – {one_line(point.source)}" if point.source else ""
        yield f"- {point.kind}: {one_line(point.text)}{source}"


def _progress(summary: Summary) -> Iterator[str]:
    for sentence in earlier(summary).sentences:
        yield f"{sentence}."
    for old in summary.progress:
        told = ", ".join(filter(None, (old.ref, _who(old))))
        yield f"- {told}: {one_line(old.text)} – {old.status.lower()}"


def _next(summary: Summary) -> Iterator[str]:
    if coming := summary.next:
        when = (_on(coming.date), hours(coming.start, coming.end))
        told = (coming.title, ", ".join(filter(None, when)), coming.place)
        yield ". ".join(filter(None, map(one_line, told))) or "Not settled yet"
    if summary.joining:
        yield f"How to join: {summary.joining}"
    if summary.support:
        yield f"Support: {summary.support}"


def _reading(summary: Summary) -> Iterator[str]:
    yield "These are words from the room: not minutes, not a vote and not a consensus."
    if summary.rule:
        yield summary.rule
    if summary.withheld:
        yield f"Notes left out of this edition: {left_out(summary.left_out)}."
    if summary.replaced:
        yield f"Words replaced in it: {left_out(summary.replaced)}."


def _who(of: Promise | Progress) -> str:
    return ", ".join(filter(None, (one_line(of.who), one_line(of.organisation))))


def _on(iso: str) -> str:
    return words.day(iso, "d MMMM y")


def _count(count: int, noun: str, many: str = "") -> str:
    return f"{count:,} {noun if count == 1 else many or f'{noun}s'}"
