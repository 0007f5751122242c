"""The capture line: typed at the speed of speech, saved on Enter, and how it is understood."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.capture import PLAIN, PROMISE, Captured, half_typed, sign_of
from facilitator.room.notes import SENSITIVITY, kind_words, step
from facilitator.room.promise_rules import PUBLISH
from ui.live import Live
from ui.meeting.completing import KindOffers, NoteLine
from ui.meeting.reading import Part, Reading
from ui.meeting.understanding import Manner, Understanding

DRAFT, MANNER = "note", "note as"  # under these names the line lies on the desk


class CapturePane(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        """Make the line; the lists that belong to it float over the parent."""
        super().__init__(parent)
        self.setObjectName("paper")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._live, self.understanding = live, Understanding(live, self)
        host = parent or self
        name, hint = self.tr("Write a note"), self.tr("Type a note, then Enter")
        self.line = NoteLine(name, hint, host, self)
        self.kinds = KindOffers(self.line, host)
        signs = ("!", self.tr("promise")), ("?", self.tr("question")), ("#", self.tr("idea"))
        self.reading = Reading([*signs, ("F4", self.tr("kinds"))], self)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        self._layout = layout
        layout.addWidget(self.line)
        layout.addWidget(self.reading)
        self._manner = Manner.read(live.draft(MANNER))
        self.line.setText(live.draft(DRAFT))
        self._connect()
        self._listen()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._listen)
        self.line.textEdited.connect(self._complete)
        self.line.returnPressed.connect(self._enter)
        self.line.offers.taken.connect(self._take)
        self._live.changed.connect(self._on_changed)
        self._live.ticked.connect(self.put_down)

    def set_margins(self, side: int, top: int, bottom: int) -> None:
        self._layout.setContentsMargins(side, top, side, bottom)

    # What keys say of it

    def choose_kind(self) -> None:
        """Ask for the kind of the note that is typed, or of the next one."""
        self.kinds.ask(self._captured.kind, self._choose)

    def next_attribution(self) -> None:
        """Tell one step more of who said it, or of who promises it; after the last, nobody."""
        manner, taken, mind = self._manner, self._captured, self.understanding
        if taken.promise:
            self._take_as(manner._replace(publish=step(mind.publish(taken, manner), PUBLISH)))
        elif (steps := mind.steps(mind.person(taken, manner)))[1:]:
            now = mind.attribution(taken, manner)
            self._take_as(manner._replace(attribution=step(now, steps)))
        else:
            self.remark(mind.refusal(mind.person(taken, manner)))

    def next_sensitivity(self) -> None:
        if not self._captured.promise:
            sensitivity = step(self._manner.sensitivity, SENSITIVITY)
            self._take_as(self._manner._replace(sensitivity=sensitivity))

    def remark(self, words: str) -> None:
        """Say something in the reading until the next letter, in the place of the source."""
        parts, remark = (
            self.understanding.parts(self._captured, self._manner),
            Part(words, gives_way=True),
        )
        typed = self.line.text().strip() and not self._captured.promise
        self.reading.show_parts([parts[0], remark, *parts[2:]] if typed else [remark])

    def _choose(self, kind: str) -> None:
        """Take a kind in the place of what a sign said."""
        sign, rest = sign_of(self.line.text(), self.understanding.known.themes)
        if sign:
            self.line.selectAll()
            self.line.insert(rest)
        self._take_as(self._manner._replace(kind="" if kind == PLAIN else kind))

    def _take_as(self, manner: Manner) -> None:
        self._manner = manner
        self._read()

    # Completing

    def _complete(self, text: str) -> None:
        """Offer what the @name or #theme before the cursor may be."""
        place = self.line.cursorPosition()
        half, after = half_typed(text[:place]), text[place : place + 1]
        if half and half[0] == "#" and sign_of(text)[0] == PROMISE:
            half = None  # a promise has no themes
        known = self.understanding.known
        self.line.offers.offer(known.rows(*half) if half and not after.strip() else [])

    def _take(self, chosen: str) -> None:
        """Put the name or theme that was chosen in the place of its letters."""
        text, place = self.line.text(), self.line.cursorPosition()
        half = half_typed(text[:place])
        if half is not None:
            sign, letters = half
            before = text[: place - len(letters) - 1].strip()
            speaks = sign == "@" and before in ("", PROMISE)
            self.line.setSelection(place - len(letters), len(letters))
            self.line.insert(f"{chosen}: " if speaks else f"{chosen} ")

    # Reading and saving

    @property
    def _captured(self) -> Captured:
        return self.understanding.captured(self.line.text(), self._manner)

    def _listen(self) -> None:
        """Remember who spoke as the first letter was typed; the note may take them a while."""
        typed = self.line.text().strip()
        turn = self.understanding.since(self._manner.turn) if typed else ""
        self._take_as(self._manner._replace(turn=turn))

    def _read(self) -> None:
        """Say how the line will be taken, with a date as a real date."""
        taken = self._captured
        plain = taken.kind == PLAIN and not self._manner.kind
        becomes = self.tr("note") if plain else kind_words(taken.kind).lower()
        self.line.say_kind(self.tr("promise") if taken.promise else becomes)
        parts = self.understanding.parts(taken, self._manner) if self.line.text().strip() else []
        self.reading.show_parts(parts, " – " if taken.promise else " · ")
        self.line.setAccessibleDescription(self.reading.text())

    def _on_changed(self, before: State, after: State) -> None:
        self.line.promised = ""  # Tab says more of a promise only right after it
        same = before.floor is after.floor and before.people is after.people
        if self.line.text() and not same:
            self._listen()

    def _enter(self) -> None:
        taken = self._captured
        if not taken.text:
            return
        if self._commit(taken) if taken.promise else self._note(taken):
            self._manner = Manner()
            self.line.take()
            self._read()
            self.put_down()
            if taken.promise:
                self.line.promised = list(self._live.state.commitments)[-1]

    def _note(self, taken: Captured) -> bool:
        mind = self.understanding
        person = mind.person(taken, self._manner)
        return self._live.attempt(
            self._live.session.note,
            taken.text,
            taken.kind,
            person=person.id if person else "",
            attribution=mind.attribution(taken, self._manner),
            sensitivity=self._manner.sensitivity,
            themes=taken.themes,
        )

    def _commit(self, taken: Captured) -> bool:
        person = self.understanding.person(taken, self._manner)
        return self._live.attempt(
            self._live.session.commit,
            taken.text,
            taken.kind,
            owner=self.understanding.owner(taken),
            person=person.id if person else "",
            organisation=person.organisation if person else "",
            due=taken.due,
            publish=self.understanding.publish(taken, self._manner),
        )

    def put_down(self) -> None:
        """Keep what is half typed, for a kill or until the session is opened again."""
        self._live.keep_draft(DRAFT, self.line.text())
        self._live.keep_draft(MANNER, self._manner.words)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.put_down()
