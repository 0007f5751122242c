"""What is to settle before a summary goes out, in heaps, those first that matter most."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.disclosure import fate, groups_may_be_told, may_publish
from facilitator.publish.redaction import Finding, findings
from facilitator.room.notes import CLEARING, Note
from facilitator.room.promise_rules import SETTLED
from facilitator.room.settling import Judgement

# Each heap in words: while something in it is open, and once nothing is.
TITLES = {
    "count": ("How many people were in the room?", "The head count is settled"),
    "sensitive": ("Sensitive: may this be printed?", "Sensitive notes are decided"),
    "experience": ("Experiences to check", "Experiences are checked"),
    "quote": ("Quotes: did their speaker agree?", "Quotes agreed to by their speakers"),
    "acknowledgement": (
        "Apologies: did their speaker confirm them?",
        "Apologies confirmed by their speaker",
    ),
    "fact_to_check": ("Facts to check", "Facts are checked"),
    "name": (
        "Withheld inside texts: is that right?",
        "What is withheld inside texts is decided",
    ),
    "risky": ("These words look risky", "Words that looked risky are decided"),
    "promise": (
        "Promises without an owner or a date",
        "Every promise has an owner and a date",
    ),
    "read_back": (
        "Promises and requests not read back aloud",
        "Every promise and request was read back",
    ),
    "owed": ("Answers owed: by whom, and when?", "Every answer owed has an owner and a date"),
    "step": (
        "Promises without a first step or a measure",
        "Every promise has a first step and a measure",
    ),
    "reader": ("For the reader", "The reader knows what for, whom to ask, what comes next"),
    "groups": ("", "Groups under five are merged"),
    "safety": ("", "Safety: kept apart, in no edition"),
    "note": ("", "Every note"),
    "pledge": ("", "Every promise, request and answer owed"),
}
# Good to have, or withheld already: nobody waits for them.
HELPFUL = ("name", "step", "reader")
LISTS = ("safety", "note", "pledge")  # to read over; nothing in them is asked
# What a reader looks for, each a field of the session (practice guide, section (d)).
READER = ("purpose", "contact", "next", "joining", "support")
COUNT = "head count"  # the item that asks for it
NEXT = ("next_date", "next_start", "next_place")  # together they are the next session


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is to decide, or was decided."""

    id: str  # there is one of it in its heap
    of: str = ""  # the note or promise that it is about; empty is the session itself
    settled: bool = False
    found: Finding | None = None  # in a text
    marks: tuple[tuple[int, int], ...] = ()  # what else was found in a note, from where to where

    @property
    def blocks(self) -> bool:
        """Say whether a summary may not be approved before it is decided.

        These words would be printed. All else that is open is left out, or is a reminder.
        """
        return self.found is not None and not self.found.sure and not self.settled


@dataclass(frozen=True, slots=True)
class Heap:
    code: str
    items: tuple[Item, ...] = ()  # what is open comes first

    @property
    def open(self) -> int:
        return sum(not item.settled for item in self.items)

    @property
    def done(self) -> int:
        return sum(item.settled for item in self.items)

    @property
    def title(self) -> str:
        return TITLES[self.code][0 if self.open else 1]

    @property
    def counts(self) -> bool:
        """Say whether what is open in it is to settle before the summary goes out."""
        return self.code not in HELPFUL


def heaps(state: State, edition: str, thread: Thread | None = None) -> tuple[Heap, ...]:
    """Return what is to settle for an edition: what is open first, then what is good to have,
    then what is settled, and at the end all there is to read over.
    """
    thread = thread or Thread()
    items: dict[str, list[Item]] = {code: [] for code in TITLES}
    found = findings(state, edition, thread)
    if edition != "record" and state.meeting.disclosure != "circle":
        for code, item in _notes(state, found):
            items[code].append(item)
    for of, item in _inside(state, edition, found):
        items["name" if of.sure else "risky"].append(item)
    for code, item in _promises(state, edition):
        items[code].append(item)
    if state.agenda.begun is not None or state.meeting.ended is not None:
        items["count"] = [Item(COUNT, settled=state.meeting.counting_settled)]
    items["reader"] = [_for_reader(state, name, thread) for name in READER]
    safety = (note for note in state.notes.values() if note.kind == "safety")
    items["safety"] = [Item(note.id, note.id, settled=True) for note in safety]
    items["note"] = [Item(ident, ident, settled=True) for ident in state.notes]
    items["pledge"] = [Item(ident, ident, settled=True) for ident in state.commitments]
    made = (_heap(code, those) for code, those in items.items())
    merged = edition != "record" and bool(state.people) and groups_may_be_told(state, edition)
    shown = [heap for heap in made if heap.items or (heap.code == "groups" and merged)]
    return tuple(sorted(shown, key=_rank))


def open_count(heaps: tuple[Heap, ...]) -> int:
    """Return how many things are to settle before it goes out."""
    return sum(heap.open for heap in heaps if heap.counts)


def blocking(heaps: tuple[Heap, ...]) -> int:
    """Return how many things must be decided before anybody can approve it."""
    return sum(item.blocks for heap in heaps for item in heap.items)


def _heap(code: str, items: list[Item]) -> Heap:
    return Heap(code, tuple(sorted(items, key=lambda item: item.settled)))


def _rank(heap: Heap) -> int:
    if heap.open:
        return 0 if heap.counts else 1
    return 3 if heap.code in LISTS else 2


def _notes(state: State, found: Iterable[Finding]) -> Iterator[tuple[str, Item]]:
    marks: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        marks.setdefault(one.item, []).append((one.start, one.end))
    for note in state.notes.values():
        code, settled = _asked(note)
        if code:
            yield code, Item(note.id, note.id, settled, marks=tuple(marks.get(note.id, ())))


def _asked(note: Note) -> tuple[str, bool]:
    """Return the heap of a note, if anything is asked of it, and whether that is decided.

    What is printed nowhere but in the record by its kind is not asked about.
    """
    if note.kind in ("process", "safety"):
        return "", True
    if note.sensitivity in ("sensitive", "withheld"):
        return "sensitive", note.sensitivity == "withheld" or note.cleared
    if note.sensitivity == "public" and note.kind in CLEARING:
        return note.kind, note.cleared
    return "", True


def _inside(state: State, edition: str, found: Iterable[Finding]) -> Iterator[tuple[Finding, Item]]:
    """Yield the words found inside texts that are printed, each once for a text."""
    once: dict[str, Finding] = {}
    for one in found:
        note = state.notes.get(one.item)
        if note is None or fate(note, state, edition).printed:
            once.setdefault(Judgement(one.item, one.words, "").id, one)
    for ident, one in once.items():
        yield one, Item(ident, one.item, judgement(one, state) is not None, one)


def judgement(found: Finding, state: State) -> Judgement | None:
    """Return what was decided on words, for the one text or for every text of the session."""
    own, all_ = (Judgement(item, found.words, "").id for item in (found.item, ""))
    return state.judged.get(own) or state.judged.get(all_)


def _promises(state: State, edition: str) -> Iterator[tuple[str, Item]]:
    for of in state.commitments.values():
        if of.kind == "personal" or not may_publish(of, edition):
            continue
        yield "read_back", Item(of.id, of.id, not of.to_read)
        if of.kind == "request":
            continue
        asked = of.status not in SETTLED
        code = "owed" if of.kind == "answer_owed" else "promise"
        yield code, Item(of.id, of.id, not (asked and of.gaps))
        if of.kind != "answer_owed":
            yield "step", Item(of.id, of.id, not asked or bool(of.first_step and of.measure))


def _for_reader(state: State, name: str, thread: Thread) -> Item:
    fields = NEXT if name == "next" else (name,)
    told = all(getattr(state.meeting, field) for field in fields)
    return Item(name, settled=told or (name == "next" and thread.next is not None))
