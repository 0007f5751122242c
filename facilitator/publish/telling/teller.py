"""What one edition may tell of a session: its notes and promises in words, each worked out once."""

from collections import Counter
from dataclasses import replace

from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.disclosure import fate, groups_may_be_told, may_publish, source, who
from facilitator.publish.redaction import Redactor
from facilitator.publish.summary import Heard, LeftOut, Promise
from facilitator.room.commitments import Commitment
from facilitator.room.groups import groups, in_words, label
from facilitator.room.notes import Note, kind_words
from facilitator.room.people import Person
from facilitator.room.themes import theme_words, themes

STATUS = {"draft": "Not yet confirmed aloud", "confirmed": "Confirmed aloud"}

NO_OWNER = "No owner yet"  # of a request: nobody in the room could promise it


class Teller:
    """One edition of one session. Words that leave go through `text`, so that all are counted."""

    def __init__(self, state: State, now: int, edition: str, thread: Thread) -> None:
        self.state, self.now, self.edition, self.thread = state, now, edition, thread
        self.record = edition == "record"
        self.short = edition in ("one-page", "action-plan")
        self.fates = {note.id: fate(note, state, edition) for note in state.notes.values()}
        self.notes = [note for note in self._wanted() if self.fates[note.id].printed]
        self.promises = [of for of in state.commitments.values() if may_publish(of, edition)]
        self.tells_groups = groups_may_be_told(state, edition)
        codes = {code for person in state.people.values() for code in person.groups}
        codes |= {note.group for note in self.notes}
        self._own_groups = {label(code) for code in codes if not _listed(code)}
        self._redactors: dict[str, Redactor] = {}  # by session; "" is this one
        self._themes: dict[str, str] = {}
        self._heard: dict[str, Heard] = {}
        self._told: dict[str, Promise] = {}

    def _wanted(self) -> list[Note]:
        """Return the notes that this edition is about: an action plan is about promises alone."""
        return [] if self.edition == "action-plan" else [*self.state.notes.values()]

    def text(self, words: str, item: str = "") -> str:
        """Return words of the session, or of a note or promise, as they may leave the room."""
        if self.record or not words:
            return words
        if "" not in self._redactors:
            self._redactors[""] = Redactor(self.state, self.edition, self.thread.before)
        return self._redactors[""].text(item, words)

    def earlier(self, words: str, session: str, promise: str) -> str:
        """Return words of an earlier session's promise: nobody of either session stands in them."""
        if self.record or not words:
            return words
        if session not in self._redactors:
            before, place = self.thread.before[session], f"{session}/"
            every = self.state.judged.values()
            here = [one for one in every if one.item[: len(place)] in ("", place)]
            judged = [replace(one, item=one.item.removeprefix(place)) for one in here]
            known = {**before.judged, **{one.id: one for one in judged}}
            self._redactors[session] = Redactor(replace(before, judged=known), self.edition)
        return self.text(self._redactors[session].text(promise, words), f"{session}/{promise}")

    def heard(self, note: Note) -> Heard:
        if note.id not in self._heard:
            sourced = self.fates[note.id].sourced
            self._heard[note.id] = Heard(
                note.id,
                kind_words(note.kind),
                self.text(note.text, note.id),
                self._by_whom(source(note, self.state, self.edition)) if sourced else "",
                note.language or self.state.meeting.language,
                note.starred,
                note.table,
                tuple(dict.fromkeys(map(self._theme, note.themes))),
            )
        return self._heard[note.id]

    def _theme(self, code: str) -> str:
        if code not in self._themes:
            words = theme_words(code)
            self._themes[code] = words if code in themes() else self.text(words)
        return self._themes[code]

    def group(self, code: str) -> str:
        """Return the words for a group; only those of the city's own may hold a name."""
        return label(code) if _listed(code) else self.text(label(code))

    def _by_whom(self, told: str) -> str:
        """Return a source or an owner; a group of the city's own may hold somebody's name."""
        return self.text(told) if told in self._own_groups else told

    def of_kind(self, kind: str) -> list[Note]:
        return [note for note in self.notes if note.kind == kind]

    def promise(self, of: Commitment) -> Promise:
        if of.id not in self._told:
            self._told[of.id] = self._promise(of)
        return self._told[of.id]

    def _promise(self, of: Commitment) -> Promise:
        def words(name: str) -> str:
            return self.text(getattr(of, name), of.id)

        needs_owner = of.kind == "request" and not of.owner and of.status in STATUS
        return Promise(
            id=of.id,
            kind=in_words(of.kind),
            who=self._by_whom(who(of, self.state, self.edition)),
            organisation=words("organisation") if self.tells_groups else "",
            text=words("text"),
            due=of.due,
            first_step=words("first_step"),
            first_step_due=of.first_step_due,
            measure=words("measure"),
            support=words("support"),
            benefits=words("benefits"),
            burden=words("burden"),
            status=NO_OWNER if needs_owner else status_words(of.status),
            evidence=words("evidence"),
            community_view=words("community_view"),
            read_back=of.confirmed,
        )

    def office(self, person: Person) -> str:
        """Return in what office somebody is there, in words."""
        return self.text(person.office)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Return how many notes are not in this edition, by reason."""
        hidden = (self.fates[note.id] for note in self._wanted())
        return _counted(Counter(one.reason for one in hidden if not one.printed))

    @property
    def replaced(self) -> tuple[LeftOut, ...]:
        """Return how often words were replaced so far, by reason."""
        found = Counter[str]()
        for redactor in self._redactors.values():
            found.update({one.reason: one.count for one in redactor.replaced})
        return _counted(found)


def _listed(code: str) -> bool:
    return any(code in part for part in groups().values())


def _counted(found: Counter[str]) -> tuple[LeftOut, ...]:
    by_size = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(LeftOut(reason, count) for reason, count in by_size)


def status_words(status: str) -> str:
    return STATUS.get(status) or in_words(status)
