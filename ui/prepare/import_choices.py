"""What a person said of the rows of a list: which to take, and who was here before."""

from typing import Any

from facilitator.intake import Fresh, Proposal
from ui.prepare.person_rows import NOBODY


class Choices:
    """By the number of a row, so that they hold when the columns are understood anew."""

    def __init__(self) -> None:
        self.said: dict[int, bool] = {}  # whether it is wanted
        self.same: dict[int, bool] = {}  # whether it is who was at an earlier session

    def wanted(self, proposal: Proposal) -> set[int]:
        """Return the rows to import: as proposed, unless somebody said otherwise."""
        proposed = proposal.wanted
        numbers = (one.number for one in _people(proposal))
        return {number for number in numbers if self.said.get(number, number in proposed)}

    def rows(self, proposal: Proposal) -> list[dict[str, Any]]:
        """Return what is to be imported."""
        accepted = {number for number, same in self.same.items() if same}
        declined = {
            one.person["id"] for one in _people(proposal) if self.same.get(one.number) is False
        }
        return [
            row | ({"same_as": NOBODY} if row["id"] in declined else {})
            for row in proposal.rows(self.wanted(proposal), accepted)
        ]


def _people(proposal: Proposal) -> list[Fresh]:
    return [*proposal.fresh, *(double.fresh for double in proposal.doubles)]
