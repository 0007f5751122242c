"""Notes and promises, and the line they are typed in, as they show."""

from tests.sights.promises import PromiseSights
from tests.sights.see import in_words


class CaptureSights(PromiseSights):
    @property
    def notes(self) -> list[str]:
        return in_words(self.meeting.notes.list)

    @property
    def promises(self) -> list[str]:
        return in_words(self.meeting.promises.list)

    @property
    def reading(self) -> str:
        """Return how the note line says that it understands what was typed."""
        return self.meeting.capture.reading.text()

    @property
    def line(self) -> str:
        return self.meeting.capture.line.text()

    @property
    def becomes(self) -> str:
        """Return what the note line says that Enter will make of it."""
        return self.meeting.capture.line.becomes

    @property
    def offered(self) -> list[str]:
        """Return the names, themes or kinds that are offered beneath the note line."""
        capture = self.meeting.capture
        shown = [lists.list for lists in (capture.line.offers, capture.kinds) if lists.isVisible()]
        return [words for rows in shown for words in in_words(rows)]

    @property
    def notes_told(self) -> str:
        """Return how many notes there are, or how many of them are found."""
        return self.meeting.notes.head.aside.text()
