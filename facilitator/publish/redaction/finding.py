"""Words inside texts that may not leave the room, or that somebody should look at."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.publish.disclosure import fate, may_publish
from facilitator.publish.redaction.watch import watch
from facilitator.room.commitments import Commitment
from facilitator.room.ground_rules import told
from facilitator.room.meeting import Meeting


class Finding(NamedTuple):
    """Some words in a text. Start and end are places in the text as it was typed."""

    item: str  # the id of a note or promise; empty is a text of the session itself
    field: str  # "text", "measure", "title", "venue"; of a part "<its id>/prompt"
    words: str
    start: int
    end: int
    reason: str  # one of REASONS
    sure: bool  # replaced unless somebody says KEEP; else printed unless somebody gives a reason
    person: str = ""  # the id of whose name it is, if it is somebody's of this session


# Texts that are there for people to find their way: what is said of places and lines is meant.
CONTACT = ("venue", "contact", "joining", "support", "next_place")
OF_SESSION = ("title", "series", "convener", "purpose", *CONTACT)
OF_PROMISE = tuple(
    "text first_step measure support benefits burden evidence community_view organisation".split()
)
# Notes that are left out until somebody has looked at them are shown with what is in them.
_YET = (
    "sensitive",
    "not checked yet",
    "no consent to quote",
    "not confirmed by its speaker",
)


class Text(NamedTuple):
    """A text that may leave the room, and where it stands."""

    item: str
    field: str
    words: str
    contact: bool = False


def findings(state: State, edition: str, earlier: Iterable[State] = ()) -> tuple[Finding, ...]:
    """Return what is or might be replaced in the texts of an edition, text by text.

    What somebody judged already is among it. The record is printed as it was typed.
    """
    if edition == "record":
        return ()
    before = tuple(earlier)
    over = watch(state, before)
    return tuple(
        Finding(text.item, text.field, text.words[one.start : one.end], *one)
        for text in texts(state, edition)
        if text.words
        for one in over.all(text.words, text.contact)
    )


def texts(state: State, edition: str) -> Iterator[Text]:
    """Yield the texts that an edition may print, with those that wait for somebody to look."""
    for name in OF_SESSION:
        yield Text("", name, getattr(state.meeting, name), name in CONTACT)
    for number, rule in enumerate(state.meeting.ground_rules, 1):
        yield Text("", f"ground_rules/{number}", rule)
    for notice in told(state.meeting.notices):
        yield Text("", f"notices/{notice.code}", notice.text, contact=True)
    for part in state.agenda.segments:
        yield Text("", f"{part.id}/title", part.title)
        yield Text("", f"{part.id}/prompt", part.prompt)
    for note in state.notes.values():
        what = fate(note, state, edition)
        if what.printed or what.reason in _YET:
            yield Text(note.id, "text", note.text)
    for of in state.commitments.values():
        if may_publish(of, edition):
            yield from _promised(of)
    for report in state.reports.values():
        yield Text(report.ref, "evidence", report.evidence)
        yield Text(report.ref, "community_view", report.community_view)


def _promised(of: Commitment) -> Iterator[Text]:
    for name in OF_PROMISE:
        yield Text(of.id, name, getattr(of, name))


def of_contact(meeting: Meeting) -> frozenset[str]:
    """Return the texts of a session in which places and lines are told on purpose."""
    notices = (notice.text for notice in told(meeting.notices))
    return frozenset([*(getattr(meeting, name) for name in CONTACT), *notices])
