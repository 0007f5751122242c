"""The agenda as a plan: sums, fixed starts, midnight, and how it could fit."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.meeting import Meeting
from facilitator.room.timetable import fit, timetable

EVENING = Meeting(date="2026-11-19", start="18:00", hard_stop="20:00", timezone="America/Chicago")
OPENS = EVENING.opens or 0
LONG_AGO = OPENS - 10**9  # the plan is made days before


def agenda(*minutes: float, **fixed: str) -> Agenda:
    """Return parts A, B, C … of these minutes; fixed starts by their letter."""
    parts = []
    for letter, length in zip("ABCDEFGH", minutes, strict=False):
        start = EVENING.moment(fixed[letter]) if letter in fixed else None
        ms = round(length * MINUTE)
        parts.append(Segment(letter, letter, "open", ms, ms, fixed_start=start))
    return Agenda(tuple(parts))


def starts(told: Agenda, meeting: Meeting = EVENING, now: int = LONG_AGO) -> list[str]:
    lines = timetable(meeting, told, now).lines
    return [f"{meeting.local(line.stretch.begins):%H:%M}" for line in lines]


def test_parts_follow_one_another_from_the_start():
    told = agenda(10, 25, 20)
    assert starts(told) == ["18:00", "18:10", "18:35"]
    plan = timetable(EVENING, told, LONG_AGO)
    assert (plan.planned, plan.spare) == (55 * MINUTE, 65 * MINUTE)


def test_a_plan_knows_no_lateness_before_the_evening_has_begun():
    assert starts(agenda(10, 25), now=OPENS + 30 * MINUTE) == ["18:00", "18:10"]


def test_once_it_runs_the_times_are_as_they_are():
    told = agenda(10, 25, 20).start("A", OPENS + 5 * MINUTE)
    assert starts(told, now=OPENS + 20 * MINUTE) == ["18:05", "18:20", "18:45"]


def test_a_part_begins_at_its_fixed_start_and_not_earlier():
    told = agenda(10, 25, 20, C="19:00")
    assert starts(told) == ["18:00", "18:10", "19:00"]
    plan = timetable(EVENING, told, LONG_AGO)
    assert [line.gap for line in plan.lines] == [0, 0, 25 * MINUTE]
    assert plan.gaps == 25 * MINUTE


def test_a_fixed_start_that_comes_too_early_is_told():
    plan = timetable(EVENING, agenda(10, 25, 20, C="18:20"), LONG_AGO)
    assert [line.clash for line in plan.lines] == [0, 0, 15 * MINUTE]


def test_past_midnight():
    late = replace(EVENING, start="23:00", hard_stop="01:00")
    told = agenda(45, 45, 20)
    assert starts(told, late) == ["23:00", "23:45", "00:30"]
    assert timetable(late, told, LONG_AGO).spare == 10 * MINUTE


def test_the_night_in_which_the_clocks_go_back_has_an_hour_more():
    night = replace(EVENING, date="2026-10-31", start="23:00", hard_stop="02:00")
    plan = timetable(night, agenda(60, 60, 60), LONG_AGO)
    assert plan.spare == 60 * MINUTE


def test_nobody_said_when_it_begins():
    plan = timetable(Meeting(hard_stop="20:00"), agenda(10, 25), LONG_AGO)
    assert [line.stretch.begins for line in plan.lines] == [0, 10 * MINUTE]
    assert not plan.dated
    assert plan.spare is None


def test_nothing_is_planned():
    plan = timetable(EVENING, Agenda(), LONG_AGO)
    assert (plan.lines, plan.planned, plan.spare) == ((), 0, 120 * MINUTE)


def test_a_part_that_is_left_out_takes_no_time():
    told = agenda(10, 25, 20).replan({}, ("B",), None)
    plan = timetable(EVENING, told, LONG_AGO)
    assert plan.planned == 30 * MINUTE
    assert [line.stretch.state for line in plan.lines] == ["coming", "dropped", "coming"]


def test_a_session_held_on_another_day_has_no_hall_that_closes():
    told = agenda(10, 25).start("A", OPENS + 10**9)
    assert timetable(EVENING, told, OPENS + 10**9).spare is None


def test_parts_share_what_is_missing_and_keep_their_least():
    least = {"A": 10, "B": 20, "C": 5}
    told = agenda(10, 40, 25)
    parts = (replace(one, least=least[one.id] * MINUTE) for one in told.segments)
    told = replace(told, segments=tuple(parts))
    offer = fit(EVENING, told, LONG_AGO, OPENS + 55 * MINUTE)
    assert (offer.short, offer.ends) == (0, OPENS + 55 * MINUTE)
    assert {k: v // MINUTE for k, v in offer.lengths.items()} == {"B": 30, "C": 15}
    offer = fit(EVENING, told, LONG_AGO, OPENS + 30 * MINUTE)
    assert (offer.short, offer.lengths) == (5 * MINUTE, {})


PARTS = st.lists(
    st.tuples(
        st.integers(0, 90) | st.floats(0, 90),
        st.integers(0, 60),
        st.none() | st.none() | st.times().map(lambda at: f"{at:%H:%M}"),
    ),
    max_size=9,
)


def planned(rows: list[tuple[float, int, str | None]], meeting: Meeting) -> Agenda:
    return Agenda(
        tuple(
            Segment(
                str(n),
                "",
                "open",
                0,
                round(minutes * MINUTE),
                least * MINUTE,
                fixed_start=meeting.moment(fixed) if fixed else None,
            )
            for n, (minutes, least, fixed) in enumerate(rows)
        )
    )


@given(PARTS, st.times().map(lambda at: replace(EVENING, start=f"{at:%H:%M}")))
def test_times_add_up_in_any_agenda(rows, meeting: Meeting):
    told = planned(rows, meeting)
    plan = timetable(meeting, told, LONG_AGO)
    assert plan.planned == sum(one.length for one in told.segments)
    assert plan.ends - plan.begins >= plan.planned
    at = meeting.opens
    for line, part in zip(plan.lines, told.segments, strict=True):
        stretch = line.stretch
        assert stretch.part is part
        assert stretch.begins == at + line.gap
        assert stretch.ends - stretch.begins == part.length
        assert not (line.gap and line.clash)
        if part.fixed_start is None:
            assert line.gap == line.clash == 0
        else:
            assert stretch.begins == part.fixed_start + line.clash
        at = stretch.ends
    assert plan.ends == at


@given(PARTS, st.integers(-10, 600))
def test_a_fit_keeps_every_least_and_ends_in_time_or_says_what_is_short(rows, minutes: int):
    told, end = planned(rows, EVENING), OPENS + minutes * MINUTE
    offer = fit(EVENING, told, LONG_AGO, end)
    new = offer.on(told)
    plan = timetable(EVENING, new, LONG_AGO)
    if offer.short:
        assert new == told
    else:
        assert plan.ends <= max(end, OPENS)
        assert not any(line.clash for line in plan.lines)
    for was, now in zip(told.segments, new.segments, strict=True):
        assert now.length <= was.length
        assert now.length >= min(was.length, was.least)
