"""The review as it shows: the heaps, what is open in one of them, and what may be decided."""

from collections.abc import Callable

from tests.sights.see import Sight
from ui.wrap_up.review_pane import ReviewPane

_BARE = dict.fromkeys((0x2068, 0x2069))


class ReviewSights(Sight):
    press: Callable[..., None]

    @property
    def heaps(self) -> list[str]:
        """Return the lines of the heaps; the open one has a star."""
        rows = (self._review.column.rows[heap.code] for heap in self._review.heaps)
        return [f"* {row.words}" if row.open else row.words for row in rows if row.isVisible()]

    @property
    def heap(self) -> str:
        """Return the line of the heap that is open."""
        return next((words[2:] for words in self.heaps if words.startswith("* ")), "")

    def walk_to_heap(self, begins: str) -> None:
        """Walk to a heap by its first words, from the top down."""
        for _ in self.heaps:
            self.press("Up")
        for _ in self.heaps:
            if not self.heap.startswith(begins):
                self.press("Down")
        assert self.heap.startswith(begins), self.heaps

    @property
    def settling(self) -> list[str]:
        """Return what is said of the item that shows: which it is, the words, whose, what then."""
        view = self._review.view
        if not view.isVisible():
            return []
        shown = (view.meta.words, view.text.toPlainText(), view.said.text, view.becomes.text)
        return [words.translate(_BARE) for words in shown]

    @property
    def review_says(self) -> str:
        """Return what a screen reader says of the review."""
        return self._review.accessibleName().translate(_BARE)

    @property
    def choices(self) -> list[str]:
        """Return what may be decided, each with its key; what holds already has a star."""
        buttons = self._review.view.buttons.values()
        return [
            f"{'* ' * one.isChecked()}{one.accessibleName()} {one.accessibleDescription()}"
            for one in buttons
            if one.isVisible()
        ]

    @property
    def review_lines(self) -> dict[str, str]:
        """Return the lines to type into, by what each is called."""
        lines = self._review.view.lines
        fields = lines.fields.values() if lines else ()
        shown = [field for field in fields if field.isVisible()]
        return dict(
            (field.accessibleName(), field.text())
            if hasattr(field, "placeholderText")
            else field.accessibleName().split(": ", 1)
            for field in shown
        )

    @property
    def review_remarks(self) -> list[str]:
        """Return what is said beside and under those lines."""
        lines = self._review.view.lines
        hints = [field.hint for field in lines.fields.values()] if lines else []
        return [hint.words for hint in hints if hint.isVisible() and hint.words]

    @property
    def reasons(self) -> list[str]:
        """Return the reasons or kinds that are offered."""
        offers = self._review.deciding.offers.values()
        return [row.words for one in offers if one.isVisible() for row in one.list.rows]

    @property
    def to_settle(self) -> tuple[int, int]:
        """Return how many things are to settle, and how many of them hold back an approval."""
        return self._review.to_settle, self._review.blocking

    @property
    def nothing_asked(self) -> str:
        """Return what is said where nothing needs a decision."""
        return self._review.column.nothing_open

    @property
    def _review(self) -> ReviewPane:
        assert self.house.sitting is not None
        return self.house.sitting.wrap_up.review
