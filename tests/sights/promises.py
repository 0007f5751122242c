"""The promises as they show: the form of one, and the page that reads them back."""

from tests.sights.see import Sight
from ui.meeting.promise_fields import ChoiceField
from ui.widgets.hint import Hint


class PromiseSights(Sight):
    @property
    def form(self) -> dict[str, str]:
        """Return what stands in the fields of the form, by what each is called."""
        form = self.meeting.form
        if not form.isVisible():
            return {}
        return dict(
            field.accessibleName().split(": ", 1)
            if isinstance(field, ChoiceField)
            else (field.accessibleName(), field.text())
            for field in form.fields.values()
        )

    @property
    def complete(self) -> str:
        """Return how far the form says that the promise has come."""
        return self.meeting.form.points.words

    @property
    def remarks(self) -> list[str]:
        """Return what is said beside and under the fields."""
        pages = (self.meeting.form, self.meeting.read_back)
        hints = [hint for page in pages for hint in page.findChildren(Hint)]
        return [hint.words for hint in hints if hint.isVisible()]

    @property
    def owners_offered(self) -> list[str]:
        """Return whom the owner's line offers; the picked one has a star."""
        offers = self.meeting.form.fields["owner"].offers.list
        if not offers.isVisible():
            return []
        return [f"* {row.words}" if row.key == offers.current else row.words for row in offers.rows]

    @property
    def read_back(self) -> str:
        """Return what the page says that reads the promises back, and how many are confirmed."""
        page = self.meeting.read_back
        return f"{page.accessibleName()} {page.steps.words}" if page.isVisible() else ""

    @property
    def room_reads(self) -> str:
        """Return which promise the room reads."""
        assert self.house.live is not None
        return self.house.live.reading
