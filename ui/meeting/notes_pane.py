"""The stream of notes, the newest first: found, changed in place, starred, kept from leaving."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.capture import retold, whole
from facilitator.room.folding import fold_name
from facilitator.room.notes import SENSITIVITY, Note, step
from facilitator.room.people import Person
from ui.live import Live
from ui.meeting.capture_pane import CapturePane
from ui.meeting.note_row import HEIGHT, edit_rect, haystack, paint, row_of
from ui.widgets.line import Line
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows


class _Made(NamedTuple):
    """A row that was made of a note, and what it was made of."""

    note: Note
    person: Person | None
    row: Row
    haystack: str


class NotesPane(QWidget):
    def __init__(self, live: Live, capture: CapturePane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._capture = live, capture
        self._made: dict[str, _Made] = {}
        self.head = Head(self.tr("Notes"), self)
        self.finder = Line(
            self.tr("Find in the notes"), self.tr("Words, a kind, #theme, a name, starred"), self
        )
        self.finder.show_marks("search")
        self.finding = QFrame(self)
        self.finding.hide()
        inside = QVBoxLayout(self.finding)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.finder)
        self.list = Rows(self.tr("Notes"), HEIGHT, paint, self, edit_rect=edit_rect)
        self.list.mark_new(live.ticked)
        said = self.tr("Type above, Enter saves it. !, ? or # before it says what it is.")
        self._none_yet = self.tr("What people say is noted here"), said, 16
        self._nothing = self.tr("Nothing is found"), self.tr("Esc shows all notes again."), 16
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.finding)
        layout.addWidget(self.list, 1)
        self._connect()
        self._show(live.state)

    def _connect(self) -> None:
        self.finder.textChanged.connect(lambda text: self._show(self._live.state))
        self.finder.walked.connect(lambda step: self._go_to_found())
        self.finder.returnPressed.connect(self._go_to_found)
        self.finder.left.connect(self._stop_finding)
        self.finder.left.connect(self._capture.line.setFocus)
        self.list.left.connect(self._stop_finding)
        self.list.chosen.connect(self._edit)
        self.list.edited.connect(self._on_edited)
        self.list.pressed_on.connect(self._key_on)
        self._live.changed.connect(self._on_changed)

    # Keys from anywhere: for the row the keys are on, else the line, else the newest note

    def choose_kind(self) -> None:
        if self.list.hasFocus() and self.list.current:
            self._ask_kind(self.list.current)
        else:
            self._capture.choose_kind()

    def next_attribution(self) -> None:
        note = self.meant
        if note is None:
            self._capture.next_attribution()
        else:
            self._attribute(note)

    def next_sensitivity(self) -> None:
        note = self.meant
        if note is None:
            self._capture.next_sensitivity()
        else:
            self._change(note.id, sensitivity=step(note.sensitivity, SENSITIVITY))

    def find(self) -> None:  # type: ignore[override]  # QWidget's own finds windows
        """Ask for words; only the notes that have them all show."""
        self.finding.show()
        self.finder.setFocus()
        self.finder.selectAll()

    @property
    def meant(self) -> Note | None:
        """Return the note the keys are on; else the one that is typed, or about to be, is meant."""
        here = self.list.hasFocus() and self.list.current
        return self._live.state.notes.get(self.list.current) if here else None

    # A row

    def _key_on(self, note: str, event: QKeyEvent) -> None:
        of = self._live.state.notes[note]
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Delete:
                self._live.attempt(self._live.session.drop, note)
            case Qt.Key.Key_F2:
                self._edit(note)
            case Qt.Key.Key_Asterisk:
                self._change(note, starred=not of.starred)
            case Qt.Key.Key_A if plain:
                self._attribute(of)
            case Qt.Key.Key_S if plain:
                self._change(note, sensitivity=step(of.sensitivity, SENSITIVITY))
            case Qt.Key.Key_K if plain:
                self._ask_kind(note)
            case _:
                return
        event.accept()

    def _change(self, note: str, **changes: Any) -> None:
        self._live.attempt(self._live.session.change_note, note, **changes)

    def _attribute(self, note: Note) -> None:
        """Tell one step more of who said it, as far as they agreed."""
        mind, person = self._capture.understanding, self._live.state.people.get(note.person)
        steps = mind.steps(person)
        self._change(note.id, attribution=step(note.attribution, steps))
        now = self._live.state.notes[note.id].attribution
        self._capture.remark(mind.source(person, now) if steps[1:] else mind.refusal(person))

    def _ask_kind(self, note: str) -> None:
        kind = self._live.state.notes[note].kind
        self._capture.kinds.ask(kind, lambda chosen: self._change(note, kind=chosen))

    def _edit(self, note: str) -> None:
        self.list.edit_row(note, whole(self._live.state.notes[note]))

    def _on_edited(self, key: str, typed: str) -> None:
        """Take what was typed; what the disk did not take stays open."""
        note = self._live.state.notes.get(key)
        if note is None or typed.strip() == whole(note).strip():
            return
        text, themes = retold(typed, note, self._capture.understanding.known.themes)
        if not text:
            return
        self._change(key, text=text, themes=themes)
        now = self._live.state.notes[key]
        if (now.text, now.themes) != (text, themes):
            self.list.edit_row(key, typed)

    # Finding and showing

    def _go_to_found(self) -> None:
        if self.list.rows:
            self.list.go_to(0)
            self.list.setFocus()

    def _stop_finding(self) -> None:
        self.finder.setText("")
        self.finding.hide()

    def _on_changed(self, before: State, after: State) -> None:
        if before.meeting.disclosure != after.meeting.disclosure:
            self._made.clear()
        elif before.notes is after.notes and not self._tells_of(before, after):
            return
        self._show(after)

    def _tells_of(self, before: State, after: State) -> bool:
        """Say whether a note tells the name of somebody who changed."""
        return before.people is not after.people and any(
            made.note.attribution == "named" for made in self._made.values()
        )

    def _show(self, state: State) -> None:
        count, grown = len(state.notes), len(state.notes) > len(self._made)
        self._make(state)
        wanted = fold_name(self.finder.text()).split()
        made = [self._made[note] for note in state.notes][::-1]
        rows = [one.row for one in made if all(part in one.haystack for part in wanted)]
        told = self.tr("{0} in this session").format(count) if count else self.tr("none yet")
        self.head.aside.setText(self.tr("{0} of {1}").format(len(rows), count) if wanted else told)
        parked = sum(note.kind == "parking_lot" for note in state.notes.values())
        self.head.remark.setText(self.tr("{0} parked").format(parked) if parked else "")
        self.list.empty = self._nothing if wanted else self._none_yet
        self.list.show_rows(rows)
        if grown and not self.list.hasFocus():
            self.list.scrollToTop()

    def _make(self, state: State) -> None:
        """Make the rows of notes that are new or changed."""
        made = self._made
        for gone in made.keys() - state.notes.keys():
            del made[gone]
        for note in state.notes.values():
            person, was = state.people.get(note.person), made.get(note.id)
            if was is None or was.note is not note or was.person is not person:
                row = row_of(note, state)
                made[note.id] = _Made(note, person, row, haystack(row, note, state))
