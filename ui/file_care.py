"""What is done when the open file is lost or damaged: go on in a fresh one, and say so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.record.handle import Trouble
from ui.keeping import Keeping
from ui.widgets.keys import let_go

if TYPE_CHECKING:
    from facilitator.record.rescue import Rescued
    from ui.house import House


class FileCare(QObject):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house
        self.keeping = Keeping(house.filing, lambda: house.settings.second_place, self)
        house.filing.opened = self.keeping.follow
        house.filing.closing = self.keeping.leave
        house.filing.idle = self.keeping.idle
        house.filing.ended = lambda: self.keeping.copy("ended")
        self.keeping.lost.connect(lambda trouble: house.attempt(lambda: self.go_on(trouble)))
        self.keeping.silent.connect(self._say_silent)
        self.keeping.damaged.connect(self._say_damaged)
        self.keeping.shorter.connect(self._say_shorter)

    def go_on(self, trouble: Trouble) -> None:
        """Save everything into a fresh file, and go on there with what was open."""
        house = self._house
        let_go(house.places)  # what is being typed is said yet
        place, live = house.place, house.live
        rescued = house.filing.go_on_in_copy(trouble, live.drafts if live else dict)
        if live is None:
            house.show_home()
        else:
            house.resume(live.session.id, live=place == "Live")
        house.banner.say(self._words(trouble, rescued))

    def _words(self, trouble: Trouble, rescued: "Rescued") -> str:
        what = {
            Trouble.GONE: self.tr("The file was deleted, or its disk was removed."),
            Trouble.MOVED: self.tr("The file or its folder has another name now."),
            Trouble.REPLACED: self.tr("Another program put another file in its place."),
            Trouble.OVERWRITTEN: self.tr("Another program wrote over the file."),
        }[trouble]
        where = self.tr("Everything is saved in “{0}”, and you go on there.")
        if rescued.left:
            where = self.tr("You go on in “{0}”. Not all could be saved there: {1}")
        return f"{what} {where.format(rescued.path, ' '.join(rescued.left))}"

    def _say_silent(self) -> None:
        self._house.banner.say(
            self.tr("The disk has not answered for 10 seconds. Is the drive still connected?")
        )

    def _say_shorter(self, count: int) -> None:
        single = self.tr("The last act of this file is missing. A copy has it.")
        several = self.tr("The last {0} acts of this file are missing. A copy has them.")
        sentence = (single if count == 1 else several).format(count)
        self._house.banner.say(sentence, *self._house.deeds.copying.bringing_back)

    def _say_damaged(self, faults: tuple[str, ...]) -> None:
        count = len(faults)
        what = self.tr("1 fault was found in the file.")
        many = self.tr("{0} faults were found in the file. The first:")
        more = self.tr("An older copy may have what is missing.")
        sentences = f"{(what if count == 1 else many).format(count)} {faults[0]} {more}"
        self._house.banner.say(sentences, *self._house.deeds.copying.bringing_back)
