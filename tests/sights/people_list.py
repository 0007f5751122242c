"""The People tab as it shows: the list, the form beside it, and what an import proposes."""

from typing import cast

from PySide6.QtWidgets import QApplication

from tests.sights.see import Sight, in_words
from ui.prepare.import_page import ImportPage
from ui.prepare.people_tab import PeopleTab
from ui.prepare.session_fields import ChoiceField
from ui.widgets.hint import Hint
from ui.widgets.rows import Rows
from ui.widgets.tick import Tick

_BARE = dict.fromkeys((0x2068, 0x2069))


class PeopleSights(Sight):
    @property
    def people(self) -> list[str]:
        """Return the rows of the list; the one the keys are on has a star."""
        return _starred(self._people_tab.list)

    @property
    def people_told(self) -> str:
        """Return how many people there are, or are found."""
        return self._people_tab.finding.told.text()

    @property
    def nobody_told(self) -> str:
        """Return what the list says while nobody is in it."""
        found = self._people_tab.list
        return "" if found.rows else found.empty[0]

    @property
    def adding_told(self) -> str:
        """Return how the line that adds somebody says it understands what is typed."""
        return self._people_tab.adding.told.text().translate(_BARE)

    @property
    def person(self) -> dict[str, str]:
        """Return what the form of a person says, by what each field is called."""
        told = {}
        for name, field in self._people_tab.form.fields.items():
            if isinstance(field, Tick):
                told[name] = "yes" if field.isChecked() else "no"
            elif isinstance(field, ChoiceField):
                told[name] = field.accessibleName().partition(": ")[2]
            else:
                told[name] = field.text()
        return told

    @property
    def person_remarks(self) -> list[str]:
        hints = self._people_tab.form.findChildren(Hint)
        return [hint.words for hint in hints if hint.isVisible()]

    @property
    def person_offers(self) -> list[str]:
        """Return what the field with the keys offers."""
        offers = getattr(QApplication.focusWidget(), "offers", None)
        return in_words(offers.list) if offers is not None and offers.isVisible() else []

    @property
    def same_asked(self) -> str:
        """Return the question whether it is somebody of an earlier session."""
        same = self._people_tab.form.same
        return same.words.text.translate(_BARE) if same.isVisible() else ""

    @property
    def heads(self) -> str:
        """Return the count of heads, and how they were counted."""
        tally = self._people_tab.tally
        return f"{tally.count.text()} {tally.method.value}".strip()

    @property
    def list_and_form(self) -> tuple[bool, bool]:
        """Say whether the list shows, and the form."""
        tab = self._people_tab
        return tab.list.isVisible(), tab.form.isVisible()

    @property
    def invite_again(self) -> str:
        """Return the offer to ask those of the session before."""
        offer = self._people_tab.finding.again
        return offer.accessibleName() if offer.isVisible() else ""

    def invite_those_again(self) -> None:
        self._people_tab.finding.again.click()

    # An import

    @property
    def import_told(self) -> list[str]:
        """Return what the page says over its lists, and its button; nothing if it is not there."""
        if self._people_tab.importing.page is None:
            return []
        head = self._import_page.head
        return [head.title.text(), head.told.text(), head.take.accessibleName()]

    @property
    def import_columns(self) -> list[str]:
        return in_words(self._import_page.columns)

    @property
    def import_kinds(self) -> list[str]:
        return [button.accessibleName() for button in self._import_page.tabs.values()]

    @property
    def import_rows(self) -> list[str]:
        return _starred(self._import_page.list)

    @property
    def still_reading(self) -> bool:
        page = self._people_tab.importing.page
        return page is not None and page.busy

    @property
    def _import_page(self) -> ImportPage:
        """Return the page once it has looked at all rows."""
        page = self._people_tab.importing.page
        assert page is not None
        while page.busy:
            QApplication.processEvents()
        return page

    @property
    def _people_tab(self) -> PeopleTab:
        assert self.house.sitting is not None
        return cast("PeopleTab", self.house.sitting.prepare.tab)


def _starred(rows: Rows) -> list[str]:
    return [f"* {row.words}" if row.key == rows.current else row.words for row in rows.rows]
