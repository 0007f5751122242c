"""An invented town: names of many scripts, and texts with all in them that may not leave a room.

The same seed and sizes make the same town. What was planted is told, so that it can be looked for.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from facilitator.log import events as e
from facilitator.log.history import fold
from facilitator.log.state import Entry, State
from facilitator.record.store import Store
from facilitator.room import notes as of_notes
from facilitator.room.people import NAMED
from facilitator.room.promise_rules import KINDS, REPORTED
from facilitator.series import Thread
from facilitator.session import Session
from tests.publish.names import COMMON, SCRIPTS, Name, forms, marks, names

GROUPS = "RESIDENT RESIDENT STUDENT POLICE CLERGY BUSINESS ELECTED YOUTH ACTIVIST NEW_AMERICAN"
GROUPS += " FAMILY_AFFECTED TRUSTED_LEADER EDUCATOR_COACH CITY_STAFF"
PARTS = "opening agreements round open commit closing".split()
TITLES = "Welcome|Our rules|A round|Our streets|What will we do?|Until next time".split("|")
SAID = (
    ("", "{who} asked when the light at {mark} will be mended, and nobody knew."),
    ("", "Near {mark} we wait an hour for a bus; {who} has counted."),
    ("", "“It was {who} who opened the {mark} door to us,” and the room was quiet for a while."),
    ("", "Young people from {mark} want to be asked first ({who})."),
    ("es", "Queremos saber quién responde, y cuándo. {who}: {mark}."),
    ("vi", "Chúng tôi muốn có người phiên dịch: {who}, {mark}."),
    ("so", "Waxaan rabnaa turjumaan: {who}, {mark}."),
    ("ru", "Мы хотим знать, кто отвечает: {who}, {mark}."),
    ("ar", "نريد أن يعرف الضباط أسماءنا ({who} · {mark})."),
    ("km", "យើងចង់បានអ្នកបកប្រែ។ ({who}, {mark})"),
    ("zh", "我们希望有翻译（{who}，{mark}）。"),
)
DAYS = ("2026-10-15", "2026-11-19", "2027-01-15", "2027-02-18")
BEGAN, MONTH = 1_792_105_200_000, 35 * 86_400_000  # UTC ms: the first of the days at 18:00


class Planted(NamedTuple):
    """Words in a text, and whose they are; nobody's are a number, an address or a judgement."""

    words: str
    person: str
    item: str  # the note or promise, or nothing: a text of the session itself
    form: str


@dataclass
class Evening:
    """One session of the town's series, and what was planted in its texts."""

    ident: str
    rows: dict[str, dict[str, Any]]  # the people, by id
    names: dict[str, Name]  # by person
    before: tuple["Evening", ...] = ()
    log: list[Entry] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)  # the word that one text alone has

    @cached_property
    def state(self) -> State:
        return fold(self.log)

    @property
    def now(self) -> int:
        return self.log[-1].at

    @cached_property
    def thread(self) -> Thread:
        told = {ref: (told, self.state.meeting.date) for ref, told in self.state.reports.items()}
        before = {one.ident: one.state for one in self.before}
        return Thread(self.ident, len(before) + 1, before, told)

    def put_into(self, store: Store) -> None:
        """Play the whole series into a file."""
        store.db.execute("pragma synchronous = off").fetchall()
        for one in (*self.before, self):
            moments = iter([entry.at for entry in one.log])
            session = Session(store, one.ident, moments.__next__)
            for entry in one.log:
                assert session.do(entry.event), entry


def town(
    seed: int = 1,
    people: int = 24,
    notes: int = 44,
    promises: int = 8,
    parts: int = 6,
    rule: str = "consent",
    before: int = 1,
) -> Evening:
    """Return the last evening of a series, which knows those before it."""
    words, texts = {tag: names(seed, tag) for tag in SCRIPTS}, marks(seed)
    evenings: list[Evening] = []
    for number in range(before + 1):
        share = 1 if number == before else 4
        rng = random.Random(f"{seed}/{number}")
        evening = Evening(f"town{number + 1}", {}, {}, tuple(evenings))
        for n in range(max(4, people // share)):
            _join(evening, rng, words, n, people // 6)
        hand = _Hand(rng, evening, texts, number)
        for ident in ("walk-in", "merged", "late", "renamed"):
            hand.names[ident] = Name("en", next(words["en"]), next(words["en"]))
        hand.play(rule, parts, max(2, notes // share), max(2, promises // share))
        evenings.append(evening)
    return evenings[-1]


def may_be_named(row: dict[str, Any]) -> bool:
    return row["consent"] in NAMED and not row["minor"]


def _join(
    to: Evening, rng: random.Random, words: dict[str, Iterator[str]], n: int, common: int
) -> None:
    """Put somebody on the list: each second of the last evening again, then others."""
    tag = rng.choice([*SCRIPTS, *["en"] * 17])  # two of five have a name that is not plain English
    consent = rng.choice(("anonymous", "anonymous", "group", "official", "named"))
    minor, same = rng.random() < 0.1, ""
    known = [*to.before[-1].rows.values()] if to.before else []
    if 2 * n < len(known):
        was = known[2 * n]
        name, consent, minor = to.before[-1].names[was["id"]], was["consent"], was["minor"]
        same = f"{to.before[-1].ident}/{was['id']}"
    elif not known and n < min(len(COMMON), common):
        name, consent = Name("en", COMMON[n], next(words["en"])), "anonymous"
    else:
        nick = next(words["en"]) if tag == "en" and rng.random() < 0.4 else ""
        name = Name(tag, next(words[tag]), next(words[tag]), nick)
    ident = f"{'pqrstuvw'[len(to.before)]}{n}"
    to.names[ident] = name
    to.rows[ident] = {
        "id": ident,
        "name": name.listed,
        "groups": rng.sample(GROUPS.split(), rng.choice((1, 1, 1, 2))),
        "languages": [tag, "en"][: rng.choice((1, 2))],
        "interpreted": rng.random() < 0.1,
        "consent": consent,
        "minor": minor,
        "organisation": rng.choice(("", "", "Parks board", "Fable High School")),
        "role": rng.choice(("", "", "", "table host")),
        "email": f"{next(words['en'])}.{n}@example.org".lower(),
        "same_as": same,
    }


class _Hand:
    """Writes down an evening."""

    def __init__(
        self, rng: random.Random, evening: Evening, texts: Iterator[str], number: int
    ) -> None:
        self.rng, self.of, self.texts, self.number = rng, evening, texts, number
        self.names = evening.names
        self.at = BEGAN + number * MONTH

    def do(self, event: e.Event, seconds: float = 7) -> None:
        self.at += round(seconds * 1000)
        self.of.log.append(Entry(len(self.of.log) + 1, self.at, event))

    def play(self, rule: str, parts: int, notes: int, promises: int) -> None:
        self._plan(rule, parts)
        here = [ident for ident in self.of.rows if self.rng.random() < 0.85] or [*self.of.rows][:1]
        for ident in here:
            self.do(e.PersonArrived(ident), 0.1)
        self._unlisted()
        for part in range(parts):
            self.do(e.SegmentStarted(f"S{part}"))
            for _ in range(1 + min(len(here), 300) // parts):
                self.do(e.FloorGiven(self.rng.choice(here), limit=90_000), 5)
                self.do(e.FloorReleased(), self.rng.randrange(10, 90))
            for n in range(part, notes, parts):
                self._note(n, here)
            for n in range(part, promises, parts):
                self._promise(n, here)
        for one in self.of.before[-1:]:
            for ref in (f"{one.ident}/{ident}" for ident in one.state.commitments):
                told = f"Seen by {self.name(ref)}", f"So says {self.name(ref)}"
                self.do(e.StatusReported(ref, self.rng.choice(REPORTED), *told))
        self.do(e.PeopleTallied(len(here) + 3))
        self.do(e.SessionEnded(), 60)

    def _plan(self, rule: str, parts: int) -> None:
        agenda = [
            {
                "id": f"S{n}",
                "title": f"{TITLES[n % len(TITLES)]} {self.name()}",
                "kind": PARTS[n % len(PARTS)],
                "minutes": self.rng.randrange(5, 40),
                "turn_limit_s": 90,
                "prompt": f"What of {self.name()}?",
            }
            for n in range(parts)
        ]
        told = ("venue", "purpose", "joining", "support")
        self.do(
            e.SessionPlanned(
                title=f"An evening with {self.name()}",
                series="Evenings of a town",
                city="Fable",
                date=DAYS[self.number],
                start="18:00",
                hard_stop="21:00",
                timezone="America/Chicago",
                convener="City of Fable",
                disclosure=rule,
                contact="The clerk, clerk@fable.example, 612-555-0100",
                ground_rules=("Listen to understand.", f"As {self.name()} has it"),
                notices={"ours": f"Told by {self.name()}"},
                people=tuple(self.of.rows.values()),
                agenda=tuple(agenda),
                **{field: f"{field.capitalize()}: {self.name()}" for field in told},
            )
        )

    def _unlisted(self) -> None:
        """Have people come who were not on the list, or under another name."""
        for ident in ("walk-in", "merged"):
            self.do(e.SpeakerQueued(ident, "speak", self.names[ident].whole))
        unnamed = (row["id"] for row in self.of.rows.values() if not may_be_named(row))
        self.do(e.PeopleMerged("merged", next(unnamed, "walk-in")))
        self.do(e.PersonAdded("late", self.names["renamed"].whole))
        self.do(e.PersonChanged("late", {"name": self.names["late"].whole}))

    def name(self, item: str = "") -> str:
        """Return somebody's name in some form, and take down that it stands there."""
        whose = self.rng.choice((*self.of.before, self.of))
        person = self.rng.choice([*whose.names])
        form, words = self.rng.choice([*forms(whose.names[person]).items()])
        self.of.planted.append(Planted(words, f"{whose.ident}/{person}", item, form))
        return words

    def _note(self, n: int, here: list[str]) -> None:
        rng, ident = self.rng, f"N{n + 1}"
        mark = self.of.marks[ident] = next(self.texts)
        language, said = rng.choice(SAID)
        person = self.of.rows[rng.choice(here)]
        self.do(
            e.NoteTaken(
                ident,
                of_notes.KINDS[n % len(of_notes.KINDS)],
                said.format(who=self.name(ident), mark=mark) + self._more(ident),
                rng.choice(of_notes.ATTRIBUTION),
                rng.choice(("public", "public", "public", *of_notes.SENSITIVITY)),
                language,
                person["id"] if rng.random() < 0.8 else "",
                rng.choice((*person["groups"], "")),
                rng.randrange(4),
                tuple(rng.sample(("Trust", "Buses", "Youth", "Safety"), rng.randrange(3))),
            )
        )
        changes = {"cleared": rng.random() < 0.5, "starred": rng.random() < 0.1}
        if any(changes.values()):
            self.do(e.NoteChanged(ident, changes), 1)

    def _more(self, item: str) -> str:
        """Return what else may not be told, for some texts: a number, an address, other words."""
        kind = self.rng.choice(("phone", "e-mail", "judged", "", "", ""))
        if not kind:
            return ""
        words = next(self.texts)
        if kind == "phone":
            words = f"({self.rng.randrange(201, 989)}) 555-01{len(self.of.planted) % 90 + 10}"
        elif kind == "e-mail":
            words += "@mail.example"
        else:
            self.do(e.WordsJudged(item, words, self.rng.choice(("other", "health"))), 1)
        self.of.planted.append(Planted(words, "", item, kind))
        return f" Ask {words} about it."

    def _promise(self, n: int, here: list[str]) -> None:
        rng, ident = self.rng, f"C{n + 1}"
        mark = self.of.marks[ident] = next(self.texts)
        owner = self.of.rows[rng.choice(here)]
        told = ("group", "not", "named") if may_be_named(owner) else ("group", "not")
        texts = ("first_step", "measure", "support", "benefits", "burden")
        self.do(
            e.CommitmentMade(
                ident,
                KINDS[n % len(KINDS)],
                f"Have the {mark} door mended with {self.name(ident)}.{self._more(ident)}",
                *(owner["name"], owner["organisation"]),
                due=rng.choice(("", "2027-03-01", "2027-04-15")),
                first_step_due=rng.choice(("", "2027-02-01")),
                publish=rng.choice(told),
                person=rng.choice((owner["id"], "")),
                **{field: f"Ask {self.name(ident)}" for field in texts if rng.random() < 0.5},
            )
        )
        if rng.random() < 0.7:
            self.do(e.CommitmentReadBack(ident), 1)
