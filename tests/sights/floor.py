"""The floor as it shows: who speaks, who waits, who is found, and what the name line asks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.sights.see import Sight, in_words


class FloorSights(Sight):
    @property
    def speaker(self) -> str:
        return self.meeting.floor.speaker.name

    @property
    def speaker_time(self) -> str:
        card = self.meeting.floor.speaker
        return f"{card.spent} {card.of}".strip()

    @property
    def speaker_remark(self) -> str:
        """Return what the card says of the turn, at its left and at its right."""
        card = self.meeting.floor.speaker
        return ", ".join(word for word in (card.kind, card.remark.words) if word)

    @property
    def queue(self) -> list[str]:
        return [row.content.name for row in self.meeting.floor.queue.rows]

    @property
    def speaker_aloud(self) -> str:
        """Return what a screen reader says of the speaker."""
        return self.meeting.floor.speaker.accessibleName()

    @property
    def rows_and_more(self) -> tuple[float, str]:
        """Return how many rows of the queue show, and what is said of the others."""
        queue = self.meeting.floor.queue
        row = queue.visualRect(queue.model().index(0, 0)).height()
        return queue.viewport().height() / row, queue.more.text()

    @property
    def waiting(self) -> list[str]:
        """Return the rows of the queue in full."""
        return in_words(self.meeting.floor.queue)

    @property
    def order(self) -> str:
        """Return what the head of the list says."""
        head = self.meeting.floor.head
        return f"{head.title.text()}: {head.remark.text()}"

    @property
    def suggested(self) -> bool:
        """Say whether a suggestion is offered."""
        floor = self.meeting.floor
        return floor.take.isVisibleTo(floor)

    @property
    def found(self) -> list[str]:
        return in_words(self.meeting.floor.found)

    @property
    def turns(self) -> list[str]:
        """Return the turns so far, while they show."""
        floor = self.meeting.floor
        return in_words(floor.turns) if floor.lists.currentWidget() is floor.turns else []

    @property
    def asked(self) -> str:
        """Return what the name line is asked for, "" if it is to find a speaker as always."""
        return self.meeting.floor.name.asked

    @property
    def name_typed(self) -> str:
        return self.meeting.floor.name.text()

    def drag(self, name: str, before: str | None) -> None:
        """Take a row of the queue by hand and let it fall before another, or at the end."""
        queue = self.meeting.floor.queue
        names = self.queue
        start = queue.visualRect(queue.model().index(names.index(name), 0)).center()
        place = len(names) if before is None else names.index(before)
        row = queue.visualRect(queue.model().index(min(place, len(names) - 1), 0))
        end = QPoint(start.x(), row.bottom() - 2 if before is None else row.top() + 2)
        port, left = queue.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(port, start + (end - start) * step / 3)
        QTest.mouseRelease(port, left, pos=end)
