"""What the meeting is: its title, place, hours, and the rule for what may leave the room."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

# What may leave the room (practice guide, section 6); the first is the default.
DISCLOSURE = ("consent", "open", "no_names", "chatham_house", "circle")

# Whose names the hall reads on the wall; whoever is not named is a neighbour.
ROOM_NAMES = ("consent", "none", "first_names", "all")

# Tables of all groups (none over 40 %), each of its own group, or one of every group at each
# (practice guide, sections (e) and (f)).
SEATING = ("mixed", "like", "sectors")

DESK = "desk"  # the role of a sitting at the desk, which is no meeting

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # Windows has no timestamps before it
FIRST, LAST = -62_135_424_000_000, 253_402_128_000_000  # ms; two days inside of what Python counts


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of heads, for those who need not give a name."""

    count: int
    method: str  # a code of `head_count`


@dataclass(frozen=True, slots=True)
class Meeting:
    title: str = ""
    series: str = ""
    city: str = ""
    venue: str = ""
    date: str = ""  # 2026-10-15, where the meeting is
    start: str = ""  # 18:00, local
    hard_stop: str = ""  # when the hall closes, local; may be past midnight
    timezone: str = ""  # IANA
    language: str = "en"  # BCP 47
    convener: str = ""
    disclosure: str = DISCLOSURE[0]
    part_of: str = ""  # the id of the meeting whose table this is
    table: int = 0
    room_names: str = ROOM_NAMES[0]
    new_voices: bool = True  # suggest who was not heard yet (practice guide, section 5)
    officials_hint: bool = False  # tell when officials talk beyond their share of the room
    targets: dict[str, int] = field(default_factory=dict)  # seats wanted, by group code
    ground_rules: tuple[str, ...] = ()  # proposed to the room, which may add its own
    notices: dict[str, str] = field(default_factory=dict)  # what must be told beforehand, by code
    seats: int = 0  # people a table; 0 is a room without tables
    seating: str = SEATING[0]
    languages_together: bool = False
    purpose: str = ""  # what the session was called for, in a sentence
    contact: str = ""  # whom to write to or call
    joining: str = ""  # how somebody comes to the next session
    support: str = ""  # where help is to be had, for whom the talk was hard
    next_date: str = ""  # of the next session, as long as it is planned nowhere: 2026-11-19
    next_start: str = ""  # 18:00, local
    next_place: str = ""
    series_id: str = ""  # stays when the series gets another title
    role: str = ""  # of a part of a meeting: table, notes; DESK between meetings
    tally: Tally | None = None
    uncounted: bool = False  # somebody said that no head count was made
    ended: int | None = None

    @property
    def counting_settled(self) -> bool:
        """Say whether heads were counted, or somebody said that they were not."""
        return self.tally is not None or self.uncounted

    @property
    def tells_names(self) -> bool:
        """Say whether names may leave the room at all; whose, each person says."""
        return self.disclosure in ("open", "consent")

    @property
    def tells_groups(self) -> bool:
        """Say whether it may be told who was there by group; under the Chatham House Rule not."""
        return self.disclosure in ("open", "consent", "no_names", "circle")

    @property
    def opens(self) -> int | None:
        return self.moment(self.start)

    @property
    def closes(self) -> int | None:
        return self.moment(self.hard_stop)

    def moment(self, clock: str) -> int | None:
        """Return the moment of a local HH:MM at or after the start, or None for no such time."""
        return _moment(self.date, self.start or clock, clock, self.timezone)

    def local(self, at: int) -> datetime:
        """Return a moment as clocks there show it; one beyond the calendar is its end."""
        at = min(max(at, FIRST), LAST)
        return (EPOCH + timedelta(milliseconds=at)).astimezone(_zone(self.timezone))


@lru_cache(256)
def _moment(date: str, start: str, clock: str, timezone: str) -> int | None:
    try:
        day = datetime.fromisoformat(f"{date}T{clock}")
        if clock < start:
            day += timedelta(days=1)
        return round(day.replace(tzinfo=_zone(timezone)).timestamp() * 1000)
    except (OverflowError, ValueError):
        return None


@lru_cache(64)
def _zone(name: str) -> tzinfo:
    """Return the time zone, or UTC for a name nobody knows: a fold of the log may not fail."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
