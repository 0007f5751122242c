"""What each key of the table does."""

from typing import TYPE_CHECKING

from ui.after_deeds import AfterDeeds
from ui.rehearsing import plan_session, rehearse
from ui.resting import asks

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.live import Live
    from ui.meeting.floor_pane import FloorPane
    from ui.meeting.meeting_place import MeetingPlace
    from ui.meeting.notes_pane import NotesPane
    from ui.prepare.prepare_place import PreparePlace


class Deeds(AfterDeeds):
    """One method for each row of the table of actions; without a session most do nothing."""

    def _in(self, act: "Callable[[MeetingPlace, Live], object]") -> None:
        """Do something in the session that is open; nobody acts on what they do not see."""
        house = self._house
        if house.live is not None and house.meeting is not None:
            house.show_live()
            act(house.meeting, house.live)

    def _say(self, verb: str, *args: object, **fields: object) -> None:
        self._in(lambda _, live: live.attempt(getattr(live.session, verb), *args, **fields))

    def _seen(self, act: "Callable[[MeetingPlace, Live], object]") -> None:
        """Do what the room page does not tell of; while it covers the controls, uncover them."""
        if not self._house.room.uncover():
            self._in(act)

    def _floor(self, act: "Callable[[FloorPane], object]") -> None:
        self._in(lambda meeting, _: act(meeting.reveal(meeting.floor)))

    def _notes(self, act: "Callable[[NotesPane], object]") -> None:
        self._seen(lambda meeting, _: act(meeting.notes))

    # Before the session

    def _prepare(self, act: "Callable[[PreparePlace], object]") -> None:
        """Do something in Prepare, if a session is open."""
        if self._house.sitting is not None:
            self._house.show_prepare()
            act(self._house.sitting.prepare)

    def plan_session(self) -> None:
        self._house.attempt(lambda: plan_session(self._house))

    def next_tab(self) -> None:
        self._lift_sheet()
        if self._house.place == "Wrap-up":
            self._wrap_up(lambda place: place.next_side())
        else:
            self._prepare(lambda place: place.next_tab())

    def bring_in_people(self) -> None:
        def act(place: "PreparePlace") -> None:
            place.show_tab("People")
            place.tab.bring_in()

        self._prepare(act)

    def rehearse(self) -> None:
        self._house.attempt(lambda: rehearse(self._house))

    # The floor

    def next_speaker(self) -> None:
        self._in(lambda _, live: live.next_speaker())

    def add_speaker(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.floor).ask("speak"))

    def take_suggestion(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.floor).take_suggestion())

    def direct_response(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.floor).ask("direct_response"))

    def end_turn(self) -> None:
        self._say("release_floor")

    def hold(self) -> None:
        self._in(lambda meeting, _: meeting.floor.speaker.toggle_hold())

    def begin_round(self) -> None:
        self._floor(lambda floor: floor.begin_round())

    def pass_for_now(self) -> None:
        self._floor(lambda floor: floor.pass_turn(for_now=True))

    def pass_turn(self) -> None:
        self._floor(lambda floor: floor.pass_turn(for_now=False))

    def show_turns(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.floor).show_turns())

    def who_is_this(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.floor).rename())

    # The clock

    def next_part(self) -> None:
        self._in(lambda _, live: live.next_part())

    def previous_part(self) -> None:
        self._say("previous_segment")

    def begin_earlier(self) -> None:
        self._say("begin_earlier")

    def pause(self) -> None:
        live = self._house.live
        self._say("resume" if live is not None and live.state.agenda.paused else "pause")

    def more_time(self) -> None:
        self._say("grant_time", 60)

    def less_time(self) -> None:
        self._say("grant_time", -60)

    def replan(self) -> None:
        self._seen(lambda meeting, _: meeting.replan.toggle())

    # Notes and promises

    def write_note(self) -> None:
        self._seen(lambda meeting, _: meeting.capture.line.setFocus())

    def choose_kind(self) -> None:
        self._notes(lambda notes: notes.choose_kind())

    def next_attribution(self) -> None:
        self._notes(lambda notes: notes.next_attribution())

    def next_sensitivity(self) -> None:
        self._notes(lambda notes: notes.next_sensitivity())

    def go_to_notes(self) -> None:
        self._seen(lambda meeting, _: meeting.reveal(meeting.notes).list.setFocus())

    def go_to_promises(self) -> None:
        self._seen(lambda meeting, _: meeting.show_promises())

    def read_back(self) -> None:
        self._in(lambda meeting, _: meeting.read_back.toggle())

    # The room screen

    def room_screen(self) -> None:
        self._house.room.toggle()

    def room_dark(self) -> None:
        self._house.room.toggle_dark()

    # The session and the window

    def undo(self) -> None:
        self._back("undo")

    def redo(self) -> None:
        self._back("redo")

    def _back(self, verb: str) -> None:
        """Take back, or do again, where it can be seen: in Live, if nowhere else."""
        self._lift_sheet()
        house = self._house
        if house.live is None or asks(house):
            return
        if house.place == "Home":
            house.show_sitting()
        if house.place == "Prepare":
            self._prepare(lambda place: place.go_back(verb))
        elif house.place == "Wrap-up":
            self._wrap_up(lambda place: place.go_back(verb))
        else:
            self._say(verb)

    def _lift_sheet(self) -> None:
        """Take the sheet of all keys away: a key means what shows under it."""
        if self._house.places.sheet is not None:
            self._house.toggle_keys()

    def end_session(self) -> None:
        self._seen(lambda meeting, _: meeting.ending.end())

    def go_home(self) -> None:
        self._house.show_home()

    def go_prepare(self) -> None:
        self._house.show_prepare()

    def go_live(self) -> None:
        self._house.show_live()

    def go_wrap_up(self) -> None:
        self._house.show_wrap_up()

    def find(self) -> None:
        self._lift_sheet()
        if self._house.place == "Prepare":
            self._prepare(lambda place: place.tab.search())
        else:
            self._seen(lambda meeting, _: meeting.reveal(meeting.notes).find())

    def next_theme(self) -> None:
        self._house.themes.next()

    def show_keys(self) -> None:
        self._house.toggle_keys()

    def open_menu(self) -> None:
        self._house.rail.open_menu()
