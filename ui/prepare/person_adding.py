"""The line that adds somebody: "Ana María, Police"; beneath it stands how it is understood."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.planning import new_id
from facilitator.room.folding import folded
from facilitator.room.groups import label
from facilitator.room.people import Person
from facilitator.room.typed_person import typed_person
from ui.live import Live
from ui.prepare.person_rows import called
from ui.style import font
from ui.widgets.ink import isolated
from ui.widgets.line import Line

LONGEST = 3000  # characters of a line that are looked at while it is typed


class PersonAdding(QWidget):
    added = Signal(str)  # a new person
    left = Signal()
    walked = Signal(int)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._group = live, ""  # whom it is that is invited just now
        self.line = Line("", "", self)
        self.line.setFont(font(15))
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName("second")
        self.told.setFont(font(13))
        self.told.setMinimumWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 4)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.told)
        self.line.textEdited.connect(self._understand)
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self._leave)
        self.line.erased.connect(lambda: self.ask(""))
        self.line.walked.connect(self.walked)
        self.ask("")

    def ask(self, group: str) -> None:
        """Add to a group from now on, or to none."""
        self._group = group
        if group:
            hint = self.tr("Who is invited? Names, one by one")
            self.line.show_marks("plus", label(group))
        else:
            hint = self.tr("Add somebody: “Ana María, Police”")
            self.line.show_marks("plus", keys="Insert")
        self.line.setPlaceholderText(hint)
        name = self.tr("Add somebody of the group {0}").format(label(group)) if group else ""
        self.line.setAccessibleName(name or self.tr("Add somebody"))
        self._understand(self.line.text())

    def _understand(self, typed: str) -> None:
        words = self._read(typed) if typed.strip() else {}
        told, twin = self._told(words), self._twin(words)
        if twin is not None:
            body = label(twin.shown_group) if twin.shown_groups else ""
            there = isolated(called(twin)) + (f" ({body})" if body else "")
            told = self.tr("{0} is on the list already; Enter adds another.").format(there)
        self.told.setText(told)
        self.told.setAccessibleName(told)

    def _told(self, words: dict[str, Any]) -> str:
        if words and not words["name"] and "email" not in words:
            return self.tr("Who is it? A name first, or an e-mail.")
        if not words:
            return self.tr("After a comma: group, language, organisation, e-mail, in any order.")
        said = [label(code) for code in words.get("groups", ())]
        if words.get("languages"):
            from facilitator.room.languages import in_english  # slow to import

            said += [in_english(tag) for tag in words["languages"]]
        for field, meant in (
            ("interpreted", self.tr("needs an interpreter")),
            ("minor", self.tr("under 18")),
            ("confirmed", self.tr("confirmed")),
        ):
            said += [meant] if words.get(field) else []
        said += [isolated(words[field]) for field in ("organisation", "email") if field in words]
        return " · ".join([isolated(words["name"] or self.tr("No name given")), *said])

    def _read(self, typed: str) -> dict[str, Any]:
        words = typed_person(typed[:LONGEST])
        groups: Sequence[str] = words.get("groups", ())
        if self._group:
            words["groups"] = tuple(dict.fromkeys([self._group, *groups]))
        return words

    def _twin(self, words: dict[str, Any]) -> Person | None:
        """Return somebody of that very name, or with that very address."""
        name, mail = folded(words.get("name", "")), words.get("email", "").casefold()
        for one in self._live.state.people.values():
            if (name and folded(one.name) == name) or (mail and one.email.casefold() == mail):
                return one
        return None

    def _add(self) -> None:
        words = self._read(self.line.text())
        if not words["name"] and "email" not in words:
            return
        ident, live = new_id(), self._live
        if live.attempt(live.session.import_people, [{"id": ident, **words}]):
            self.line.take()
            self._understand("")
            self.added.emit(ident)

    def _leave(self) -> None:
        """Let what is typed go first, then the group, then the keys."""
        if self.line.text():
            self.line.take()
            self._understand("")
        elif self._group:
            self.ask("")
        else:
            self.left.emit()
