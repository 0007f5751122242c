"""Which keys rest where: those of Live are no use to a form, and nobody acts on what is hidden."""

from typing import TYPE_CHECKING

from ui.actions import IN_LIVE, IN_WRAP_UP

if TYPE_CHECKING:
    from ui.house import House


def let_rest(house: "House") -> None:
    """Let the keys of Live rest in Prepare and in Wrap-up, and on Home unless a session runs."""
    runs = house.live is not None and house.live.state.agenda.begun is not None
    place = house.place
    rest = place in ("Prepare", "Wrap-up") or (place == "Home" and (asks(house) or not runs))
    for name in IN_LIVE:
        house.action(name).setEnabled(not rest)
    for name in IN_WRAP_UP:
        house.action(name).setEnabled(place == "Wrap-up")


def asks(house: "House") -> bool:
    """Say whether Home asks what a new session is to be."""
    return house.place == "Home" and house.home is not None and house.home.asks
