"""A quiet sound when a part ends soon and when its time is over; only if somebody wants it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject

from facilitator.log.state import State
from facilitator.room.cues import warning
from resources import ROOT
from ui.live import Live

SOUND = ROOT / "sounds" / "chime.wav"


def play_aside(sound: Path) -> Thread:
    """Play a sound while everything else goes on; a computer that cannot play it is silent."""

    def play() -> None:
        with suppress(Exception):  # the hall must not hear of it, in whatever way it fails
            from playsound3 import playsound  # it tries out the players of the machine: slow

            # To the end: on Linux the player is ended together with the thread that began it.
            playsound(sound, block=True)

    thread = Thread(target=play, name="chime", daemon=True)
    thread.start()
    return thread


class Chime(QObject):
    """Rings once when time itself reaches a moment; one that an act steps over stays mute."""

    def __init__(
        self,
        live: Live,
        wanted: Callable[[], bool],
        play: Callable[[Path], object] = play_aside,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.play = play
        self._live, self._wanted = live, wanted
        self._known = self._reached(live.now())
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)

    def ring(self) -> None:
        self.play(SOUND)

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda:
            self._known = self._reached(self._live.now())

    def _on_tick(self, now: int) -> None:
        reached = self._reached(now)
        if reached > self._known and self._wanted():
            self.ring()
        self._known = reached

    def _reached(self, now: int) -> int:
        """Return how many of its two moments the running part has behind it."""
        agenda = self._live.state.agenda
        if agenda.running is None or agenda.paused:
            return 0
        left = agenda.running.left(now)
        return (left <= warning(agenda.running)) + (left <= 0)
