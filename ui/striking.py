"""Striking words for good in the window: what is meant, the page that asks, and what follows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.record.store import Store
    from facilitator.striking import Done, Plan
    from ui.house import House
    from ui.meeting.meeting_place import MeetingPlace
    from ui.prepare.people_tab import PeopleTab
    from ui.strike_page import StrikePage

ITEM, PERSON = "mistake", "erasure"  # what is chosen first: the reasons that are most likely

Look = Callable[[str, bool], "Plan"]  # for a reason, with mentions
Act = Callable[[str, bool], "Done"]


class Striking(QObject):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house

    def ask_item(self) -> None:
        """Ask whether the note or promise that the keys are on is to be struck."""
        from facilitator import striking

        house = self._house
        item = _meant(house.meeting) if house.meeting is not None and house.place == "Live" else ""
        if not self._may() or house.meeting is None:
            return
        if not item:
            house.banner.say(self.tr("Go to a note or a promise first: Ctrl+J, Ctrl+M."))
            return
        page = house.meeting.striking
        title = self.tr("Strike {0}?").format(item)

        def look(reason: str, _: bool) -> "Plan":
            return striking.would_strike(*self._place, item, reason, self._day)

        def act(reason: str, _: bool) -> "Done":
            return striking.strike(*self._place, item, reason, self._day)

        self._ask(page, title, ITEM, look, act)

    def ask_person(self, person: str = "") -> None:
        """Ask whether somebody is to be erased: the one whom the list of people is on."""
        from facilitator import striking

        house = self._house
        if not self._may() or house.sitting is None:
            return
        house.show_prepare()
        prepare = house.sitting.prepare
        if prepare.shown != "People":
            prepare.show_tab("People")
        tab = cast("PeopleTab", prepare.tab)
        person = person or tab.list.current
        known = house.sitting.live.state.people.get(person)
        if known is None:
            house.banner.say(self.tr("Go to somebody in the list first."))
            return

        def look(reason: str, mentions: bool) -> "Plan":
            return striking.would_erase(*self._place, person, reason, self._day, mentions)

        def act(reason: str, mentions: bool) -> "Done":
            return striking.erase(*self._place, person, reason, self._day, mentions)

        title = self.tr("Erase {0}?").format(known.called)
        self._ask(self._page_in(tab), title, PERSON, look, act)

    def _page_in(self, tab: "PeopleTab") -> "StrikePage":
        """Return a page in the place of the list of people; it goes when it is left."""
        from ui.strike_page import StrikePage

        page = StrikePage(tab)

        def leave() -> None:
            tab.pages.removeWidget(page)
            page.deleteLater()
            tab.come()

        tab.pages.addWidget(page)
        page.shown.connect(lambda: tab.pages.setCurrentWidget(page))
        page.left.connect(leave)
        return page

    def _may(self) -> bool:
        """Say whether there is anything to strike in; of a trial nothing stays by itself."""
        if self._house.filing.trial:
            self._house.banner.say(self.tr("Nothing of this stays, so nothing need be struck."))
        return self._house.live is not None and not self._house.filing.trial

    def _ask(self, page: "StrikePage", title: str, reason: str, look: Look, act: Act) -> None:
        from facilitator.striking import preview

        try:
            plan = look(reason, False)
        except Fault:
            page.leave()
            raise
        warning = self.tr("It cannot be undone. Backups on this computer lose it too.")
        named = any(mention.sure for mention in plan.mentions)

        def decide(reason: str, mentions: bool) -> None:
            self._house.attempt(lambda: self._do(page, act, reason, mentions))

        page.ask(title, f"{preview(plan)}\n{warning}", reason, named, decide)

    def _do(self, page: "StrikePage", act: Act, reason: str, mentions: bool) -> None:
        from facilitator.striking import page as in_words

        sitting = self._house.sitting
        if sitting is None:
            return
        done = act(reason, mentions)
        sitting.reread()
        page.show_done(self.tr("Struck for good"), in_words(done))

    @property
    def _place(self) -> "tuple[Store, str]":
        """Return where words are struck: the file and the session that is open in it."""
        assert self._house.live is not None
        session = self._house.live.session
        return session.store, session.id

    @property
    def _day(self) -> str:
        assert self._house.live is not None
        return self._house.live.today().isoformat()


def _meant(meeting: "MeetingPlace") -> str:
    """Return the note or promise that the keys are on, or nothing."""
    keys = meeting.window().focusWidget()  # also while a menu has them
    for rows in (meeting.notes.list, meeting.promises.list):
        if keys is rows:
            return rows.current
    return meeting.form.ident if keys is not None and meeting.form.isAncestorOf(keys) else ""
