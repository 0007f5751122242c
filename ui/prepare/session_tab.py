"""What the session is: the form that began it, each field saved when it is left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.log.state import State
from ui.live import Live
from ui.prepare.session_form import SessionForm
from ui.prepare.tab import Tab


class SessionTab(Tab):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._series: list[str] = []  # that the file knows
        self.form = SessionForm(live.today, self)
        self.form.setObjectName("paper")
        self.form.keep = self._keep
        for done in (self.form.left, self.form.finished):
            done.connect(self.form.go_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def follow(self, before: State | None, after: State) -> None:
        if before is None:
            plans = self._live.session.store.shelf.plans()
            self._series = sorted({plan["series"] for plan in plans if plan["series"]})
        if before is None or after.meeting is not before.meeting:
            values = {name: getattr(after.meeting, name) for name in self.form.lines}
            self.form.show_fields(values, self._series)

    def come(self, about: str = "") -> None:
        """Begin at a field, by its name."""
        self.form.go_to(about if about in self.form.lines else "title")

    def _keep(self, name: str, value: str) -> bool:
        self._live.attempt(self._live.session.change_meeting, **{name: value})
        return bool(getattr(self._live.state.meeting, name) == value)
