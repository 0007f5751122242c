"""Planning the rest again: what gives way, what never does, and how much is missing."""

from dataclasses import replace

import pytest

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.meeting import Meeting
from facilitator.room.replan import Offer, Rest, hard_end, rest, timetable

T = 1_800_000_000_000


def part(ident: str, words: str, kind: str = "open") -> Segment:
    """Return a part from "20", "20>15" (its least) or "20@60" (it starts at minute 60)."""
    words, _, fixed = words.partition("@")
    minutes, _, at_least = words.partition(">")
    length = round(float(minutes) * MINUTE)
    return Segment(
        ident,
        ident.upper(),
        kind,
        length,
        length,
        least=round(float(at_least or 0) * MINUTE),
        fixed_start=T + int(fixed) * MINUTE if fixed else None,
    )


def evening(words: str, minute: float, end: float, closes: float | None = None) -> Rest:
    """Return the rest of an evening whose first part, "a", has been running since T."""
    parts = tuple(part(i, w) for i, w in zip("abcdefgh", words.split(), strict=False))
    hall = None if closes is None else T + round(closes * MINUTE)
    now = T + round(minute * MINUTE)
    return Rest(Agenda(parts).start("a", T), now, T, T + round(end * MINUTE), hall)


def of(told: Rest, name: str) -> list[Offer]:
    return [offer for offer in told.offers() if offer.name == name]


def said(offer: Offer) -> str:
    """Return an offer as the table below writes it."""
    if offer.short:
        return f"short {offer.short / MINUTE:g}"
    changes = [f"{ident} {length / MINUTE:g}" for ident, length in offer.lengths.items()]
    gone = [f"no {ident}" for ident in offer.dropped]
    return ", ".join([*changes, *gone, f"ends {(offer.ends - T) / MINUTE:g}"])


# The running part "a" is at minute 10. What is 3 min late, and what could be done about it?
EXAMPLES = {
    "two parts share, the third is at its least": (
        ("25 20 20 10>10", 72),
        "ends 75",
        "b 18, c 19, ends 72",
        ["b 17, ends 72", "c 17, ends 72"],
        ["no d, ends 65", "no b, ends 55", "no c, ends 55"],
    ),
    "who has more to give gives more": (
        ("25 31>1 11>1", 63),
        "ends 67",
        "b 28, c 10, ends 63",
        ["b 27, ends 63", "c 7, ends 63"],
        ["no c, ends 56", "no b, ends 36"],
    ),
    "half a minute comes last": (
        ("25 20 20", 61.5),
        "ends 65",
        "b 18, c 18.5, ends 61.5",
        ["b 16.5, ends 61.5", "c 16.5, ends 61.5"],
        ["no b, ends 45", "no c, ends 45"],
    ),
    "no single part can give it, all together can": (
        ("25 10>7 10>7 10>7", 48),
        "ends 55",
        "b 8, c 7, d 8, ends 48",
        ["short 4"],
        ["no b, ends 45", "no c, ends 45", "no d, ends 45"],
    ),
    "all together cannot": (
        ("25 10>8 10>9", 40),
        "ends 45",
        "short 2",
        ["short 3"],
        ["no b, ends 35", "no c, ends 35"],
    ),
    "nothing can": (("25 4>4 4>4", 20), "ends 33", "short 13", ["short 13"], ["short 9"]),
    "what is shorter than its least is left as it is": (
        ("25 5>8 0.5 10", 38),
        "ends 40.5",
        "d 7.5, ends 38",
        ["d 7.5, ends 38"],
        ["no b, ends 35.5", "no d, ends 30.5"],
    ),
    "before a fixed start only the parts before it can give": (
        ("25 20 20@40 10", 75),
        "short 5",
        "b 15, ends 70",
        ["b 15, ends 70"],
        ["no b, ends 70"],
    ),
    "after a fixed start only the parts after it can give": (
        ("25 5 20@40 10>4", 65),
        "ends 70",
        "c 16, d 9, ends 65",
        ["c 15, ends 65", "d 5, ends 65"],
        ["no d, ends 60"],
    ),
    "each side of a fixed start gives for itself": (
        ("25 20>10 20>10@40 10>5", 67),
        "short 5",
        "b 15, c 18, d 9, ends 67",
        ["short 3"],
        ["short 3"],
    ),
    "a fixed start that is lost": (
        ("25 20>18 20@40", 90),
        "short 5",
        "short 3",
        ["short 3"],
        ["no b, ends 60"],
    ),
    "nothing is to come": (("25", 20), "ends 25", "short 5", ["short 5"], ["short 5"]),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_could_give_way(name: str):
    (words, end), push, share, take, drop = EXAMPLES[name]
    told = evening(words, 10, end)
    assert [said(offer) for offer in of(told, "push")] == [push]
    assert [said(offer) for offer in of(told, "share")] == [share]
    assert [said(offer) for offer in of(told, "take")] == take
    assert [said(offer) for offer in of(told, "drop")] == drop


def test_the_end_can_be_pushed_until_the_hall_closes():
    assert said(of(evening("25 20", 10, 42, closes=45), "push")[0]) == "ends 45"
    assert said(of(evening("25 20", 10, 42, closes=44.5), "push")[0]) == "short 0.5"


def test_overtime_of_the_running_part_counts():
    told = evening("25 20 10", 29, 55)
    assert told.late == 4 * MINUTE
    assert said(of(told, "share")[0]) == "b 17, c 9, ends 55"


def test_time_that_passes_within_the_running_part_changes_no_offer():
    assert evening("25 20 10>5", 10, 52).offers() == evening("25 20 10>5", 24.9, 52).offers()


def test_promises_and_the_closing_are_the_last_to_be_dropped():
    parts = [part("a", "25"), part("b", "20"), part("c", "15", "commit"), part("d", "5", "closing")]
    told = Rest(Agenda(tuple(parts)).start("a", T), T, T, T + 60 * MINUTE)
    drops = of(told, "drop")
    assert [offer.part for offer in drops] == ["b", "d", "c"]


def test_a_part_keeps_what_it_already_had():
    agenda = evening("25 20", 0, 0).agenda.start("b", T + 25 * MINUTE).start("a", T + 37 * MINUTE)
    told = Rest(agenda, T + 37 * MINUTE, T, T + 40 * MINUTE)
    assert said(of(told, "share")[0]) == "b 15, ends 40"
    assert said(of(told._replace(end=T + 36 * MINUTE), "share")[0]) == "short 1"


def test_a_part_that_was_gone_back_from_gives_only_what_it_has_left():
    """Of 20 minutes "b" had 12: it can give 8, "c" 19, so ten minutes are 3 and 7."""
    agenda = evening("25 20 20", 0, 0).agenda.start("b", T + 25 * MINUTE)
    told = Rest(agenda.start("a", T + 37 * MINUTE), T + 37 * MINUTE, T, T + 55 * MINUTE)
    assert told.late == 10 * MINUTE
    assert said(of(told, "share")[0]) == "b 17, c 13, ends 55"
    assert [said(offer) for offer in of(told, "take")] == ["c 10, ends 55"]
    assert said(of(told._replace(end=T + 37 * MINUTE), "share")[0]) == "short 1"


CIRCLE = Meeting(date="2026-10-15", start="18:00", timezone="America/Chicago")
LATE_NIGHT = replace(CIRCLE, start="23:00", hard_stop="00:40")


@pytest.mark.parametrize(
    ("meeting", "agreed", "ends"),
    [
        (CIRCLE, "", "19:10"),
        (CIRCLE, "19:20", "19:20"),
        (replace(CIRCLE, hard_stop="19:00"), "", "19:00"),
        (replace(CIRCLE, hard_stop="19:00"), "19:20", "19:00"),
        (replace(CIRCLE, hard_stop="20:00"), "19:20", "19:20"),
        (LATE_NIGHT, "", "00:10"),
        (LATE_NIGHT, "01:00", "00:40"),
        (replace(CIRCLE, start=""), "", "18:10"),  # an evening without hours
    ],
)
def test_it_ends_as_agreed_at_the_latest_when_the_hall_closes(
    meeting: Meeting, agreed: str, ends: str
):
    now = meeting.moment("17:00") or 0
    agenda = replace(Agenda((part("a", "70"),)), agreed_end=meeting.moment(agreed))
    found = hard_end(meeting, agenda, now)
    assert f"{meeting.local(found):%H:%M}" == ends


def test_midnight_is_an_hour_like_any_other():
    agenda = Agenda((part("a", "30"), part("b", "50>40"), part("c", "20")))
    agenda = agenda.start("a", (LATE_NIGHT.opens or 0) + 5 * MINUTE)
    told = rest(LATE_NIGHT, agenda, LATE_NIGHT.moment("23:40") or 0)  # five minutes over
    assert told.late == 10 * MINUTE
    offer = of(told, "share")[0]
    assert {ident: length / MINUTE for ident, length in offer.lengths.items()} == {"b": 47, "c": 13}
    assert f"{LATE_NIGHT.local(offer.ends):%d %H:%M}" == "16 00:40"


def test_the_timetable_says_when_each_part_comes():
    told = evening("25 20 20@60 10", 10, 0)
    slots = timetable(told.agenda, told.now, told.opens)
    times = [tuple((at - T) / MINUTE for at in slot[1:]) for slot in slots]
    assert times == [(25, 25, 45), (45, 60, 80), (80, 80, 90)]
