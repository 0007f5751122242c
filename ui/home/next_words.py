"""What Home says of the session that is next, or that runs."""

from collections.abc import Callable

from ui.home.coming import Told
from ui.home.figures import Figure
from ui.home.promises_side import in_days
from ui.home.standing import Line, days_until, made, minutes_between, state_of
from ui.words import day

# Of the big table the first is named only while nobody of it is asked, and is counted with the
# second (practice guide, section 3).
GUARDED, HOST = "FAMILY_AFFECTED", "TRUSTED_LEADER"


def told(line: Line, today: str) -> Told:
    """Return when and where it is, and what can be done about it."""
    running = state_of(line, today) == "running"
    days = days_until(line["date"], today)
    above = "The session that runs" if running else "Next session"
    if days is not None and not running:
        above = f"{above}, {in_days(days)}"
    until = f"until {line['hard_stop']}" if line["hard_stop"] else ""
    place = line["venue"] or line["city"]
    return Told(
        above,
        when(line, today),
        line["title"] or "A session without a title",
        ", ".join(part for part in (place, until) if part),
        "Go on with it" if running else "Open the plan",
    )


def when(line: Line, today: str) -> str:
    """Return its day and hour; the year only if it is another one."""
    if not line["date"]:
        return "No date yet"
    year = line["date"][:4] != today[:4]
    said = day(line["date"], weekday=True, year=year, whole=True)
    return f"{said}, {line['start']}" if line["start"] else said


def figures(
    line: Line, today: str, seats: list[Line], name: Callable[[str], str] | None, asked: int = 0
) -> list[Figure]:
    """Return what its plan, or the room, amounts to so far; without names groups are counted.

    `asked` is how much was asked of somebody, which is no promise.
    """
    if state_of(line, today) == "running":
        counted, known = line["tally"], line["came"]
        number, _, what = ", ".join(made(line["promises"] - asked, asked)).partition(" ")
        here = Figure(f"{known}", "signed in or spoke")
        if counted:
            here = Figure(f"{counted}", "person counted" if counted == 1 else "people counted")
        return [
            Figure(f"{line['done']} of {line['parts']}", "parts are over"),
            here,
            Figure(number, what),
        ]
    return [*_people(line, seats), *_groups(seats, name), _time(line)]


def _people(line: Line, seats: list[Line]) -> list[Figure]:
    wanted = sum(group["seats"] for group in seats)
    if wanted:
        return [Figure(f"{line['confirmed']:,} of {wanted:,}", "seats confirmed")]
    if line["people"]:
        return [Figure(f"{line['confirmed']:,} of {line['people']:,}", "invited people confirmed")]
    return [Figure("Nobody", "invited yet")]


def _groups(seats: list[Line], name: Callable[[str], str] | None) -> list[Figure]:
    """Return which groups have a seat and nobody for it yet."""
    wanted = [group for group in seats if group["seats"]]
    if not wanted:
        return []
    coming = {group["code"]: group["confirmed"] for group in seats}
    coming[HOST] = coming.get(HOST, 0) + coming.get(GUARDED, 0)
    missing = [
        group["code"]
        for group in wanted
        if not coming[group["code"]] and not (group["code"] == GUARDED and group["invited"])
    ]
    if not missing:
        return [Figure("Every group", "has somebody coming")]
    count = f"{len(missing)} {'group' if len(missing) == 1 else 'groups'}"
    names = f": {', '.join(map(name, missing))}" if name else ""
    return [Figure(count, f"with nobody coming yet{names}")]


def _time(line: Line) -> Figure:
    planned, room = round(line["planned_s"] / 60), minutes_between(line["start"], line["hard_stop"])
    if not line["parts"]:
        return Figure("No agenda", "yet" if room is None else f"yet for the {room} min there are")
    if room is None:
        return Figure(f"{planned} min", "planned")
    spare = room - planned
    told = "exactly" if spare == 0 else f"{spare} min to spare"
    number = f"{planned} of {room} min"
    if spare < 0:
        return Figure(number, f"planned, {-spare} min too long", is_wrong=True)
    return Figure(number, f"planned, {told}")
