"""What the room said: main points, themes, the parts with their notes, votes, questions."""

import re
from collections.abc import Iterable

from facilitator.publish.summary import Heard, Parked, Part, Theme, Vote
from facilitator.publish.telling.teller import Teller
from facilitator.room.clock import SECOND
from facilitator.room.ground_rules import with_all
from facilitator.room.kinds import kind_in_words
from facilitator.room.notes import Note

# Page one begins with where the room agreed, then what it asked, what works, where it split.
POINTS = ("agreement", "question", "strength", "disagreement", "concern", "vision", "suggestion")
MOST_POINTS = 5
MOST_OF_A_PART = 12  # notes in the body of a summary; the others are in its appendix
# These have a section of their own, and are not told twice; the record tells all by part as well.
OWN_SECTION = frozenset(
    "acknowledgement question answer parking_lot vote_result ground_rule".split()
)


def points(t: Teller) -> tuple[Heard, ...]:
    """Return the main points: what was starred, then the first of each kind."""
    starred = [note for note in t.notes if note.starred]
    firsts = (next((note for note in t.notes if note.kind == kind), None) for kind in POINTS)
    chosen = {note.id: note for note in (*starred, *(note for note in firsts if note))}
    return tuple(t.heard(note) for note in list(chosen.values())[:MOST_POINTS])


def themes(t: Teller) -> tuple[Theme, ...]:
    """Return the themes of the notes that are told, the one with most of them first."""
    behind: dict[str, list[Note]] = {}
    for note in t.notes:
        for name in t.heard(note).themes:
            behind.setdefault(name, []).append(note)
    found = [Theme(name, len(notes), _tables(notes)) for name, notes in behind.items()]
    return tuple(sorted(found, key=lambda one: (-one.notes, -one.tables, one.name)))


def parts(t: Teller) -> tuple[Part, ...]:
    """Return the parts of the agenda; in the short editions without what was said in them."""
    by_part: dict[str, list[Note]] = {}
    for note in _in_parts(t):
        by_part.setdefault(note.segment, []).append(note)
    found = []
    for number, segment in enumerate(t.state.agenda.segments, 1):
        notes = _best_first(by_part.get(segment.id, []))
        found.append(
            Part(
                number,
                t.text(segment.title),
                kind_in_words(segment.kind),
                t.text(segment.prompt),
                segment.length / SECOND,
                segment.watch.elapsed(t.now) / SECOND,
                tuple(map(t.heard, notes[:MOST_OF_A_PART])),
                tuple(map(t.heard, notes[MOST_OF_A_PART:])),
                _tables(notes),
            )
        )
    return tuple(found)


def elsewhere(t: Teller) -> tuple[Heard, ...]:
    """Return the notes that were taken in none of the parts."""
    known = {segment.id for segment in t.state.agenda.segments}
    return tuple(map(t.heard, _best_first(n for n in _in_parts(t) if n.segment not in known)))


def _in_parts(t: Teller) -> list[Note]:
    if t.short:
        return []
    return [note for note in t.notes if t.record or note.kind not in OWN_SECTION]


def _best_first(notes: Iterable[Note]) -> list[Note]:
    """Return starred notes first, then those of the whole room, then those of tables."""
    return sorted(notes, key=lambda note: (not note.starred, note.table > 0))


def _tables(notes: list[Note]) -> int:
    return len({note.table for note in notes if note.table})


def of_kind(t: Teller, kind: str) -> tuple[Heard, ...]:
    return tuple(map(t.heard, t.of_kind(kind)))


def ground_rules(t: Teller) -> tuple[str, ...]:
    """Return the rules that were planned, then what the room gave itself, none of them twice."""
    planned = [t.text(rule) for rule in t.state.meeting.ground_rules]
    return with_all((), (*planned, *(t.heard(note).text for note in t.of_kind("ground_rule"))))


def votes(t: Teller) -> tuple[Vote, ...]:
    return tuple(vote(t.heard(note).text) for note in t.of_kind("vote_result"))


def vote(words: str) -> Vote:
    """Return a vote with its counts: "Buses – 12; Parks: 9", "12 Buses", each on a line or not.

    What stands before the first of them is the question. With fewer than two there is nothing to
    compare, and a sentence that begins with a number is a sentence: the words stay as they are.
    """
    pieces = [" ".join(piece.split()) for piece in re.split(r"[;\n]", words) if piece.strip()]
    alone = ";" not in words.strip().partition("\n")[0]  # on a line of its own
    question, first = _asked(pieces[0], alone) if pieces else ("", "")
    counted = [_option(piece) for piece in [first, *pieces[1:]] if piece]
    options = tuple(option for option in counted if option)
    if len(options) < 2 or len(options) < len(counted):
        return Vote(words)
    return Vote(question, options)


def _asked(piece: str, alone: bool) -> tuple[str, str]:
    """Return the question that the first piece begins with, and the option behind it."""
    found = _QUESTION.fullmatch(piece)
    if found and _option(found[2]):
        return found[1].rstrip(":"), found[2]
    is_question = not _option(piece) and (alone or piece.endswith(("?", ":")))
    return (piece.rstrip(":"), "") if is_question else ("", piece)


_QUESTION = re.compile(r"(.*?[?:]) (.+)")
_OPTION = re.compile(r"(.*?\S) ?(?:[–—=]|(?<!\d):| -) ?(\d{1,6})(?: (?:vote|dot)s?)?\.?")
_COUNT_FIRST = re.compile(r"(\d{1,6}) ?(?:[×x:–—-]|(?:vote|dot)s? for)? (?!(?:vote|dot)s?\.?$)(.+)")


def _option(piece: str) -> tuple[str, int] | None:
    if found := _OPTION.fullmatch(piece):
        return found[1], int(found[2])
    if found := _COUNT_FIRST.fullmatch(piece):
        return found[2], int(found[1])
    return None


def parked(t: Teller) -> tuple[Parked, ...]:
    return tuple(_parked(t.heard(note).text) for note in t.of_kind("parking_lot"))


def _parked(words: str) -> Parked:
    """Return what is kept for later, and where it goes if an arrow tells it."""
    text, _, destination = re.sub(r"⟶|⇒|=>|->", "→", words).partition("→")
    if not text.strip() or not destination.strip():
        return Parked(words, "")
    return Parked(text.strip(), destination.strip())
