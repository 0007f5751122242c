"""The last tab before the session: what is to do, what is in order, which papers there are."""

from tests.sights.see import Sight
from ui.prepare.ready_tab import ReadyTab


class PapersSights(Sight):
    @property
    def _ready(self) -> ReadyTab:
        assert self.house.sitting is not None
        tab = self.house.sitting.prepare.tab
        assert isinstance(tab, ReadyTab)
        return tab

    def look_over(self) -> None:
        """Let the look at the computer come to its end, and the window hear of it."""
        assert self.house.sitting is not None
        for _ in range(2):  # one may have been under way already
            self._ready.looking.wait()
            self.house.sitting.ticker.strike()

    @property
    def readiness(self) -> str:
        return self._ready.checks.title.text

    @property
    def to_do(self) -> list[str]:
        return self._checks_in("To do")

    @property
    def in_order(self) -> list[str]:
        return self._checks_in("In order")

    def _checks_in(self, state: str) -> list[str]:
        rows = (row.accessibleName() for row in self._ready.checks.rows if row.isVisible())
        return [words.removeprefix(f"{state}: ") for words in rows if words.startswith(state)]

    @property
    def papers(self) -> dict[str, str]:
        """Return each paper with what is said of it."""
        papers = self._ready.papers.papers.values()
        return {paper.button.accessibleName(): paper.told.text for paper in papers}

    @property
    def papers_made(self) -> list[str]:
        papers = self._ready.papers.papers.values()
        return [paper.made.text for paper in papers if paper.made.isVisible()]
