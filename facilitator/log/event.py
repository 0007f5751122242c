"""What all events have in common: that they happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    pass
