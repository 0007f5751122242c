"""How to read the summary: what it is and is not, what is missing in it and why."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.spans import listed
from facilitator.publish.pdf.press import Press, Words, typed
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Summary

LONG = 60  # letters; page one may have cut longer ones short
WHAT_IT_IS = (
    "These are words from the room as they were noted. They were heard; they are not a "
    "consensus and not a vote. This is not the minutes of a meeting."
)


def how_to_read(summary: Summary, press: Press) -> Iterator[Block]:
    yield press.section("How to read this", name="reading")
    for label, text in _rows(summary):
        yield press.labelled(label, text, soft=True)


def _rows(summary: Summary) -> Iterator[tuple[str, Words]]:
    yield "What it is", WHAT_IT_IS
    yield "Status", status_line(summary)
    yield from _whole(summary)
    if summary.rule:
        yield "Names", [typed(summary.rule)]
    yield "Notes left out", _left_out(summary)
    if summary.replaced:
        yield "Words replaced", _replaced(summary)
    yield from told_beforehand(summary)


def status_line(summary: Summary) -> str:
    if summary.edition == "record":
        kept = "The full record, for the records officer. It is not for publication. "
    else:
        kept = ""
    if not summary.finished:
        return f"{kept}{words.DRAFT}. The session was not over when this was made."
    if summary.draft:
        return f"{kept}{words.DRAFT}. Nobody has yet read it and said that it may go out."
    version = words.standing(summary.draft, summary.version)
    return f"{kept}{version}, read by a person and approved as it stands."


def _left_out(summary: Summary) -> str:
    if not summary.withheld:
        return "None."
    notes = words.sentence(words.counted(summary.withheld, "note is", "notes are"))
    kept = "They stay in the record of the session, which may be a public record."
    return f"{notes} left out of this edition: {listed(summary.left_out)}. {kept}"


def _replaced(summary: Summary) -> str:
    count = sum(one.count for one in summary.replaced)
    places = words.sentence(words.counted(count, "place", "places"))
    each = ", ".join(f"{one.reason} ({one.count:,})" for one in summary.replaced)
    return f"{places}: {each}. Square brackets stand where the words were."


def told_beforehand(summary: Summary) -> Iterator[tuple[str, Words]]:
    """What everybody in the room was told before it began."""
    for place, notice in enumerate(summary.notices):
        yield "" if place else "Told to all beforehand", [typed(notice)]


def _whole(summary: Summary) -> Iterator[tuple[str, list[Span]]]:
    """What page one may have cut short."""
    for label, text in (
        ("Title", summary.title),
        ("Series", summary.series),
        ("Place", summary.venue),
        ("City", summary.city),
        ("Convened by", summary.convener),
    ):
        if len(text) > LONG:
            yield f"{label} in full" if label != "Convened by" else label, [typed(text)]
