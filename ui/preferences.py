"""How the window and the session are set: what the menu tells of it, and one step on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.house import House

_NAMES = {"consent": "by consent", "none": "none", "first_names": "first names", "all": "all"}


class Preferences(QObject):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house

    def told(self, name: str) -> str:
        """Return how something is set, in a word, for the menu; nothing for what is no setting."""
        meeting = self._house.live.state.meeting if self._house.live is not None else None
        switches = {"toggle_chime": self._house.settings.chime}
        if meeting is not None:
            switches["toggle_new_voices"] = meeting.new_voices
            switches["toggle_officials_hint"] = meeting.officials_hint
            if name == "next_room_names":
                return self.tr(_NAMES.get(meeting.room_names, meeting.room_names))
        if name == "second_place":
            return self._house.settings.second_place or self.tr("no")
        if name == "next_theme":
            theme = self._house.settings.theme
            return self.tr("high contrast") if theme == "contrast" else theme
        return (self.tr("on") if switches[name] else self.tr("off")) if name in switches else ""

    def toggle_chime(self) -> None:
        self._house.settings.chime = not self._house.settings.chime

    def toggle_new_voices(self) -> None:
        self._flip("new_voices")

    def toggle_officials_hint(self) -> None:
        self._flip("officials_hint")

    def next_room_names(self) -> None:
        from facilitator.room.meeting import ROOM_NAMES
        from facilitator.room.notes import step

        live = self._house.live
        if live is not None:
            now = step(live.state.meeting.room_names, ROOM_NAMES)
            self._set(room_names=now)

    def _flip(self, name: str) -> None:
        live = self._house.live
        if live is not None:
            self._set(**{name: not getattr(live.state.meeting, name)})

    def _set(self, **changes: object) -> None:
        live = self._house.live
        if live is not None:
            live.attempt(live.session.change_meeting, **changes)
