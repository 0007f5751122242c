"""What the keys do beside a session: copies, what comes after it, what leaves it for good."""

from typing import TYPE_CHECKING

from ui.copying import Copying
from ui.exporting import Exporting
from ui.preferences import Preferences
from ui.striking import Striking

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.house import House
    from ui.wrap_up.wrap_place import WrapPlace


class AfterDeeds(Preferences):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self.copying = Copying(house)
        self.exporting = Exporting(house)
        self.striking = Striking(house)

    def _wrap_up(self, act: "Callable[[WrapPlace], object]") -> None:
        """Do something in Wrap-up, if a session is open."""
        if self._house.sitting is not None:
            self._house.show_wrap_up()
            act(self._house.sitting.wrap_up)

    def _out(self, act: "Callable[[], None]") -> None:
        """Let something leave, to somewhere or for good; the hall does not see it."""
        if not self._house.room.uncover():
            self._house.attempt(act)

    def save_copy(self) -> None:
        self._out(self.copying.ask_where)

    def open_copy(self) -> None:
        self._out(self.copying.show)

    def second_place(self) -> None:
        self._out(self.copying.ask_second_place)

    def export(self) -> None:
        self._out(self.exporting.export)

    def export_as(self) -> None:
        self._out(self.exporting.ask)

    def strike(self) -> None:
        self._out(self.striking.ask_item)

    def erase(self) -> None:
        self._out(self.striking.ask_person)

    def approve(self) -> None:
        self._wrap_up(lambda place: place.approve())

    def draft_mail(self) -> None:
        self._out(self.exporting.mail)

    def draft_letters(self) -> None:
        self._out(self.exporting.letters)

    def zoom_in(self) -> None:
        self._wrap_up(lambda place: place.pages.zoom(1))

    def zoom_out(self) -> None:
        self._wrap_up(lambda place: place.pages.zoom(-1))
