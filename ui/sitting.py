"""A session that is open in the window: its pulse, its place, and what watches over it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.gaps import Gaps
from ui.live import Live
from ui.meeting.meeting_place import MeetingPlace
from ui.ticker import Ticker

if TYPE_CHECKING:
    from facilitator.session import Session
    from ui.house import House


class Sitting(QObject):
    def __init__(self, session: "Session", house: "House") -> None:
        super().__init__(house)
        self._house = house
        self.live = Live(session, self)
        self.meeting = MeetingPlace(self.live, house)
        self.ticker = Ticker(session.now, self)
        self._gaps = Gaps(self.live, house.banner, self)
        house.settings.recall(self.meeting)
        self._connect()
        house.room.follow(self.live)
        self._follow_clock()

    def _connect(self) -> None:
        house, live, ending = self._house, self.live, self.meeting.ending
        live.failed.connect(house.banner.say)
        live.changed.connect(house.banner.acted)
        live.changed.connect(self.ticker.acted)
        live.changed.connect(self._follow_clock)
        live.ticked.connect(self._stay_awake)
        self.ticker.beat.connect(live.ticked)
        if house.file is not None:
            self.ticker.idle.connect(house.file.settle)
        ending.warned.connect(
            lambda told: house.banner.say(told, self.tr("End anyway"), ending.end)
        )
        self.meeting.bar.room.clicked.connect(house.room.toggle)
        house.room.changed.connect(self._say_room)
        self._say_room()

    def leave(self) -> None:
        """Put it away: nothing of it may listen or tick any more."""
        house = self._house
        house.banner.drop()  # it may know a line that goes now
        house.awake.keep(False)
        house.room.follow(None)
        house.room.changed.disconnect(self._say_room)
        house.settings.remember(self.meeting)
        self._gaps.leave()
        self.live.leave()
        self.meeting.deleteLater()
        self.deleteLater()

    def _follow_clock(self) -> None:
        """Let the ticker wake when a second of the running part is over."""
        running, now = self.live.state.agenda.running, self.live.now()
        self.ticker.start(now + running.left(now) if running else 0)

    def _stay_awake(self) -> None:
        """Keep the machine awake from the first beat on: the window can be used by then."""
        self._house.awake.keep(self.live.state.agenda.running is not None)

    def _say_room(self) -> None:
        self.meeting.bar.say_room(self._house.room.state)
