"""The paper in the tray: its size, and where on it text stands."""

from typing import NamedTuple

HEAD, FEET = 48.0, 54.0  # above and below what stands on a page


class Stock(NamedTuple):
    """A kind of paper, in points. The margins make lines about as long on every kind."""

    width: float
    height: float
    margin: float

    @property
    def line(self) -> float:
        """The width of text."""
        return self.width - 2 * self.margin

    @property
    def top(self) -> float:
        return self.height - HEAD

    @property
    def room(self) -> float:
        """The height of what stands on a page."""
        return self.top - FEET

    @property
    def turned(self) -> "Stock":
        """The same with its long side at the foot."""
        return Stock(self.height, self.width, self.margin)


LETTER = Stock(612.0, 792.0, 60.0)
STOCKS = {"letter": LETTER, "A4": Stock(595.28, 841.89, 53.0)}
