"""What all eyes need: the window that is looked at, and its lists in words."""

from ui.house import House
from ui.meeting.meeting_place import MeetingPlace
from ui.widgets.rows import Rows


class Sight:
    house: House

    @property
    def meeting(self) -> MeetingPlace:
        assert self.house.meeting is not None
        return self.house.meeting


def in_words(rows: Rows) -> list[str]:
    return [row.words for row in rows.rows]
