"""Words inside texts that may not leave the room, or that somebody should look at."""

from collections.abc import Iterator
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.disclosure import fate, groups_may_be_told, may_publish
from facilitator.publish.redaction.watch import Found, Watch, settled, watch
from facilitator.room.commitments import Commitment
from facilitator.room.ground_rules import told
from facilitator.room.meeting import Meeting
from facilitator.room.themes import theme_words, themes


class Finding(NamedTuple):
    """Some words in a text. Start and end are places in the text as it was typed."""

    item: str  # the id of a note or promise, of an earlier one "<session>/<promise>"; empty is a
    # text of the session itself
    field: str  # "text", "measure", "title", "venue"; of a part "<its id>/prompt"
    words: str
    start: int
    end: int
    reason: str  # one of REASONS
    sure: bool  # replaced unless somebody says KEEP; else printed unless somebody gives a reason
    person: str = ""  # the id of whose name it is, if it is somebody's of this session
    text: str = ""  # all of the text


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


def findings(state: State, edition: str, thread: Thread | None = None) -> tuple[Finding, ...]:
    """Return what is or might be replaced in the texts of an edition, text by text.

    What somebody judged already is among it, but for what was decided in an earlier session. The
    record is printed as it was typed.
    """
    if edition == "record":
        return ()
    thread = thread or Thread()
    over = watch(state, thread.before)
    found = [
        _finding(text, one)
        for text in (*texts(state, edition), *_around(state, thread))
        if text.words
        for one in over.all(text.words, text.contact)
    ]
    for session, before in thread.before.items():
        own = watch(before)
        for text in _earlier(state, edition, session, thread):
            found += [_finding(text, one) for one in _undecided(text, before, own, over)]
    return tuple(found)


def _finding(text: Text, one: Found) -> Finding:
    return Finding(text.item, text.field, text.words[one.start : one.end], *one, text.words)


def _undecided(text: Text, before: State, own: Watch, over: Watch) -> Iterator[Found]:
    """Yield what is found in a text of an earlier session, which may have decided on it."""
    promise = text.item.partition("/")[2]
    decided = {one.words for one in before.judged.values() if one.item in ("", promise)}

    def known(one: Found) -> bool:
        return text.words[one.start : one.end] in decided

    theirs = [one._replace(person="") for one in own.sure(text.words) if not known(one)]
    ours = [one for one in over.all(text.words) if one.sure or not known(one)]
    return settled([*ours, *theirs])


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


def _around(state: State, thread: Thread) -> Iterator[Text]:
    """Yield the names that the city and the session gave to things, and the next one's title."""
    yield Text("", "next_title", thread.next.title if thread.next else "")
    for code in dict.fromkeys(code for note in state.notes.values() for code in note.themes):
        if code not in themes():
            yield Text("", f"themes/{code}", theme_words(code))
    for person in state.people.values():
        if person.official:
            yield Text("", f"offices/{person.id}", person.office)


def _earlier(state: State, edition: str, session: str, thread: Thread) -> Iterator[Text]:
    """Yield what is told of the promises of an earlier session."""
    before = thread.before[session]
    for of in before.commitments.values():
        ref = f"{session}/{of.id}"
        if may_publish(of, edition):
            yield Text(ref, "text", of.text)
            yield Text(ref, "measure", of.measure)
            if groups_may_be_told(before, edition):
                yield Text(ref, "organisation", of.organisation)
            if ref in thread.told and thread.reported(state, ref) is None:
                report, _ = thread.told[ref]
                yield Text(ref, "evidence", report.evidence)
                yield Text(ref, "community_view", report.community_view)


def _promised(of: Commitment) -> Iterator[Text]:
    for name in OF_PROMISE:
        yield Text(of.id, name, getattr(of, name))


def of_contact(meeting: Meeting) -> frozenset[str]:
    """Return the texts of a session in which places and lines are told on purpose."""
    notices = (notice.text for notice in told(meeting.notices))
    return frozenset([*(getattr(meeting, name) for name in CONTACT), *notices])
