"""Which keys rest where: those of Live are no use to a form, and nobody acts on what is hidden."""

from typing import TYPE_CHECKING

from ui.actions import GROUPS

if TYPE_CHECKING:
    from ui.house import House


# These share their keys with Live's, and rest wherever Wrap-up does not show.
IN_WRAP_UP = frozenset(("approve", "zoom_in", "zoom_out"))
# While Prepare or Wrap-up shows, or the form of a new session, these keys are the text fields' own.
IN_LIVE = frozenset(
    act.name
    for group in GROUPS
    if group.words in ("The floor", "The clock", "Notes and promises")
    for act in group.acts
) | {"end_session"}


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
