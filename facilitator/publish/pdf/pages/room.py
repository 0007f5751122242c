"""Who was in the room, whose voice was missing, which languages were spoken."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.columns import CAME
from facilitator.publish.counts import heads
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import joined, sentence
from facilitator.publish.pdf.press import NOTE, Column, Press, Words, typed, typed_list
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Language, Summary


def room(summary: Summary, press: Press) -> Iterator[Block]:
    yield press.section("Who was in the room", name="room")
    yield press.paragraph(_count(summary), after=6)
    if summary.room:
        yield from _table(summary, press)
    elif summary.signed_in_or_spoke and not summary.groups_present:
        yield press.paragraph("Which groups they belong to is not told here.")
    for label, spans in _lines(summary):
        yield press.labelled(label, spans, soft=True)


def _count(summary: Summary) -> str:
    """How many, counted how; apart from that who signed in or spoke, and how many are new."""
    told = [*heads(summary).sentences]
    known = summary.signed_in_or_spoke
    if known:
        people = "person" if known == 1 else "people"
        told.append(f"Groups and shares count the {known:,} {people} who signed in or spoke")
    if summary.number > 1 and summary.newcomers is not None:
        are = words.counted(summary.newcomers, "was", "were")
        told.append(f"Of these, {are} new to the series")
    if summary.number > 1 and summary.unduplicated is not None:
        reached = words.people(summary.unduplicated)
        told.append(f"So far {reached} signed in or spoke in the series, each counted once")
    return " ".join(f"{sentence}." for sentence in told)


def _table(summary: Summary, press: Press) -> Iterator[Block]:
    columns = [
        Column("Group", 242, row_header=True),
        Column("Invited", 60, right=True),
        Column(CAME, 80, right=True),
        Column("Spoke", 60, right=True),
    ]
    rows: list[list[Words]] = [
        [[typed(one.name)], f"{one.invited:,}", f"{one.came:,}", f"{one.spoke:,}"]
        for one in summary.room
    ]
    yield press.table(columns, rows, after=6)
    if summary.edition != "record":
        text = "Groups of fewer than five people are counted together, so that no number points "
        yield press.paragraph(f"{text}at one person.", NOTE, soft=True, after=8)


def _lines(summary: Summary) -> Iterator[tuple[str, list[Span]]]:
    if summary.groups_missing:
        yield (
            "Missing voices",
            sentence("Nobody signed in or spoke from: ", summary.groups_missing, bold=True),
        )
    if summary.groups_present:
        yield "Groups that signed in or spoke", [*typed_list(summary.groups_present), Span(".")]
    if summary.officials:
        yield "Officials", [*joined(map(typed, summary.officials), "; "), Span(".")]
    if summary.languages:
        yield "Languages", _languages(summary.languages)


def _languages(languages: tuple[Language, ...]) -> list[Span]:
    spans: list[Span] = []
    for one in languages:
        people = "" if one.people is None else f" ({words.people(one.people)})"
        help_ = ", interpreted" if one.interpreted else ""
        spans += [Span("; ")] if spans else []
        spans += [typed(one.name), Span(f"{people}{help_}")]
    return [*spans, Span(".")]
