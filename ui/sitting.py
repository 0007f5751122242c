"""A session that is open in the window: its pulse, its places, and what watches over it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.faults import Fault
from facilitator.session_clock import SessionClock
from ui.clock_watch import ClockWatch
from ui.gaps import Gaps
from ui.live import Live
from ui.ticker import Ticker
from ui.widgets.keys import let_go

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.log.thread import Thread
    from facilitator.session import Session
    from ui.house import House
    from ui.meeting.meeting_place import MeetingPlace
    from ui.prepare.prepare_place import PreparePlace
    from ui.wrap_up.wrap_place import WrapPlace


class Sitting(QObject):
    def __init__(self, session: "Session", house: "House") -> None:
        super().__init__(house)
        self._house = house
        self.live = Live(session, self)
        self.ticker = Ticker(session.now, self)
        if isinstance(session.steady, SessionClock):
            ClockWatch(self.live, session.steady, house.banner, self)
        self._gaps = Gaps(self.live, house.banner, self)
        self._live_place: MeetingPlace | None = None  # each is made when it is first shown
        self._prepare_place: PreparePlace | None = None
        self._wrap_place: WrapPlace | None = None
        self._series: tuple[tuple[str, ...], Thread] | None = None  # and where it stood in it
        self._connect()
        house.room.follow(self.live)
        house.places.hatch_edge(house.filing.trial == "rehearsal")
        self._follow_clock()

    def _connect(self) -> None:
        house, live = self._house, self.live
        live.failed.connect(house.banner.say)
        live.changed.connect(house.banner.acted)
        live.changed.connect(self.ticker.acted)
        live.changed.connect(self._follow_clock)
        live.changed.connect(self._offer_wrap_up)
        live.ticked.connect(self._stay_awake)
        self.ticker.beat.connect(live.ticked)
        if house.file is not None:
            self.ticker.idle.connect(house.file.settle)
            self.ticker.idle.connect(house.filing.idle)

    @property
    def meeting(self) -> "MeetingPlace":
        """Return the session as it runs."""
        if self._live_place is None:
            from ui.meeting.meeting_place import MeetingPlace

            house = self._house
            place = self._live_place = MeetingPlace(self.live, house)
            house.settings.recall(place)
            ending = place.ending
            ending.warned.connect(
                lambda told: house.banner.say(told, self.tr("End anyway"), ending.end)
            )
            place.bar.room.clicked.connect(house.room.toggle)
            house.room.changed.connect(self._say_room)
            place.bar.say_room(house.room.state)
            house.places.addWidget(place)
        return self._live_place

    @property
    def prepare(self) -> "PreparePlace":
        """Return the session as it is planned."""
        if self._prepare_place is None:
            from ui.prepare.prepare_place import PreparePlace

            house = self._house
            place = self._prepare_place = PreparePlace(self.live, house.filing.trial, house)
            place.said.connect(house.banner.say)
            place.rehearsed.connect(house.deeds.rehearse)
            place.went_live.connect(house.show_live)
            ask = house.deeds.striking.ask_person
            place.erased.connect(lambda person: house.attempt(lambda: ask(person)))
            house.places.addWidget(place)
        return self._prepare_place

    @property
    def wrap_up(self) -> "WrapPlace":
        """Return what comes after the session."""
        if self._wrap_place is None:
            from ui.wrap_up.wrap_place import WrapPlace

            house = self._house
            place = self._wrap_place = WrapPlace(self.live, lambda: self.series, house)
            place.said.connect(house.banner.say)
            place.go.connect(self._go_to_plan)
            place.bar.mail.clicked.connect(house.deeds.draft_mail)
            place.bar.export.clicked.connect(house.deeds.export)
            house.deeds.exporting.got_on.connect(place.show_writing)
            house.places.addWidget(place)
        return self._wrap_place

    @property
    def series(self) -> "Thread":
        """Return the series of the session, read anew once its plan puts it elsewhere."""
        meeting = self.live.state.meeting
        place = meeting.series, meeting.date, meeting.start
        if self._series is None or self._series[0] != place:
            from facilitator.series import thread

            self._series = place, thread(self.live.session.store, self.live.session.id)
        return self._series[1]

    def reread(self) -> None:
        """Take everything from the file again: words were struck in it."""
        self._series = None
        self.live.reread()

    def _go_to_plan(self, tab: str, about: str) -> None:
        """Show where in the plan something is put right."""
        self._house.show_prepare()
        self.prepare.show_tab(tab, about)

    @property
    def _made(self) -> "dict[str, QWidget | None]":
        return {
            "Live": self._live_place,
            "Prepare": self._prepare_place,
            "Wrap-up": self._wrap_place,
        }

    def place(self, name: str) -> "MeetingPlace | PreparePlace | WrapPlace":
        """Return one of its places by its name on the rail."""
        if name == "Prepare":
            return self.prepare
        return self.wrap_up if name == "Wrap-up" else self.meeting

    def shows(self, place: "QWidget | None") -> str:
        """Return which of its places a widget is, if it is one."""
        return next((name for name, made in self._made.items() if made and made is place), "")

    def leave(self) -> None:
        """Put it away: nothing of it may listen or tick any more."""
        house = self._house
        let_go(house.places)  # what is being typed is said yet
        house.banner.drop()  # it may know a line that goes now
        house.awake.keep(False)
        house.room.follow(None)
        house.places.hatch_edge(on=False)
        self._gaps.leave()
        self.live.leave()
        house.deeds.exporting.leave()
        if self._wrap_place is not None:
            self._wrap_place.leave()
        if self._live_place is not None:
            house.room.changed.disconnect(self._say_room)
            house.settings.remember(self._live_place)
        # What shows goes last: the other one would come up for a moment, and read the file.
        shown, made = house.places.currentWidget(), self._made.values()
        for place in sorted(made, key=lambda one: one is shown):
            if place is not None:
                house.places.removeWidget(place)
                place.deleteLater()
        if house.file is not None:
            with suppress(Fault):  # then it is put right when the file is opened again
                house.file.leave(self.live.session.id)
        self.deleteLater()

    def _offer_wrap_up(self, before: "State", after: "State") -> None:
        """Say what comes next, once the session has ended."""
        if before.meeting.ended is None and after.meeting.ended is not None:
            self._house.filing.ended()
            told = self.tr("The session has ended. Ctrl+4 wraps it up: settle, look, approve.")
            self._house.banner.say(told, self.tr("Wrap up"), self._house.show_wrap_up)

    def _follow_clock(self) -> None:
        """Let the ticker wake when a second of the running part is over."""
        running, now = self.live.state.agenda.running, self.live.now()
        self.ticker.start(now + running.left(now) if running else 0)

    def _stay_awake(self) -> None:
        """Keep the machine awake from the first beat on: the window can be used by then."""
        self._house.awake.keep(self.live.state.agenda.running is not None)

    def _say_room(self) -> None:
        self.meeting.bar.say_room(self._house.room.state)
