"""The floor: who waits, who speaks, and what interrupts whom."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.clock import SECOND
from facilitator.room.floor import Floor
from facilitator.room.spoken import talk_time

T = 1_800_000_000_000


def at(seconds: float) -> int:
    return T + round(seconds * SECOND)


def waiting(*people: str) -> Floor:
    floor = Floor()
    for person in people:
        floor = floor.join(person, "speak", T)
    return floor


def names(floor: Floor) -> list[str]:
    return [row.person for row in floor.queue]


def give(floor: Floor, person: str, seconds: float, kind: str = "speak") -> Floor:
    return floor.give(person, kind, 60 * SECOND, "", at(seconds))


def test_who_waits_keeps_the_place_and_may_ask_for_something_else():
    floor = waiting("ana", "bo")
    assert floor.join("ana", "speak", at(9)) is floor
    floor = floor.join("ana", "point_of_process", at(9))
    assert names(floor) == ["ana", "bo"]
    assert floor.queue[0].kind == "point_of_process"
    assert floor.queue[0].since == T


def test_a_row_is_moved_before_another_or_to_the_end_with_a_reason():
    floor = waiting("ana", "bo", "chau")
    first = floor.move("chau", "ana", "has to leave")
    assert names(first) == ["chau", "ana", "bo"]
    assert first.queue[0].reason == "has to leave"
    assert names(floor.move("ana", None, "")) == ["bo", "chau", "ana"]
    for person, before in (("nobody", "ana"), ("ana", "ana"), ("ana", "bo"), ("chau", "nobody")):
        assert floor.move(person, before, "") is floor
    assert floor.move("nobody", "ana", "no sense") is floor


def test_a_reason_can_be_told_after_the_move():
    moved = waiting("ana", "bo", "chau").move("chau", "ana", "")
    told = moved.move("chau", "ana", "has to leave")
    assert names(told) == names(moved)
    assert told.queue[0].reason == "has to leave"
    assert told.move("chau", None, "").queue[-1].reason == "has to leave"


def test_withdrawing_leaves_the_others_in_their_order():
    floor = waiting("ana", "bo", "chau")
    assert names(floor.leave("bo")) == ["ana", "chau"]
    assert floor.leave("nobody") is floor


def test_giving_the_floor_ends_the_turn_before_and_takes_the_person_from_the_queue():
    floor = give(give(waiting("ana", "bo"), "ana", 0), "bo", 50)
    assert names(floor) == []
    assert talk_time(floor, at(60)) == {"ana": 50 * SECOND, "bo": 10 * SECOND}


def test_a_direct_response_returns_the_floor_with_the_clock_intact():
    floor = give(give(Floor(), "ana", 0), "bo", 40, "direct_response")
    assert floor.speaker
    assert floor.interrupted
    assert (floor.speaker.person, floor.interrupted.person) == ("bo", "ana")
    floor = floor.release(at(70))
    assert floor.speaker
    assert floor.speaker.person == "ana"
    assert floor.speaker.watch.elapsed(at(75)) == 45 * SECOND


def test_direct_responses_nest():
    floor = give(Floor(), "ana", 0)
    floor = give(floor, "bo", 10, "direct_response")
    floor = give(floor, "chau", 15, "direct_response")
    floor = floor.release(at(18)).release(at(20)).release(at(26))
    assert talk_time(floor, at(99)) == {"ana": 16_000, "bo": 7_000, "chau": 3_000}
    assert floor.speaker is None


def test_any_other_turn_ends_the_interrupted_one_too():
    floor = give(give(Floor(), "ana", 0), "bo", 10, "direct_response")
    floor = give(floor, "chau", 15).release(at(20))
    assert floor.speaker is None
    assert talk_time(floor, at(99)) == {"ana": 10_000, "bo": 5_000, "chau": 5_000}


def test_held_time_counts_neither_as_talk_nor_against_the_limit():
    floor = give(Floor(), "ana", 0).hold(at(30))
    assert floor.held
    floor = floor.unhold(at(90))
    assert not floor.held
    assert floor.speaker
    assert floor.speaker.watch.elapsed(at(100)) == 40 * SECOND
    assert floor.speaker.over(at(100)) == 0
    assert floor.speaker.over(at(125)) == 5 * SECOND


def test_a_direct_response_may_be_held_and_still_returns_the_floor():
    floor = give(give(Floor(), "ana", 0), "bo", 10, "direct_response")
    floor = floor.hold(at(12)).unhold(at(20)).release(at(25))
    assert talk_time(floor, at(30)) == {"ana": 15_000, "bo": 7_000}


def test_nobody_to_release_hold_or_let_go_on_changes_nothing():
    floor = waiting("ana")
    assert floor.release(T) is floor.hold(T) is floor.unhold(T) is floor


def test_who_passes_gives_up_the_place_or_the_floor():
    floor = waiting("ana").skip("ana", "round", T)
    assert (names(floor), floor.passes) == ([], (("round", "ana"),))
    assert floor.skip("ana", "round", T) is floor
    floor = give(Floor(), "ana", 0).skip("ana", "round", at(3))
    assert floor.speaker is None
    assert talk_time(floor, at(9)) == {"ana": 3_000}


def test_who_passes_for_now_comes_back_at_the_end():
    floor = waiting("ana", "bo").skip_for_now("ana", T)
    assert names(floor) == ["bo", "ana"]
    assert floor.passes == ()
    floor = give(waiting("bo"), "ana", 0).skip_for_now("ana", at(3))
    assert names(floor) == ["bo", "ana"]
    assert floor.speaker is None


class Stack:
    """The slowest floor there is: for each second, who had it."""

    def __init__(self) -> None:
        self.talk: dict[str, int] = {}
        self.on: list[tuple[str, bool]] = []  # and whether the clock is held

    def second(self) -> None:
        if self.on and not self.on[-1][1]:
            person = self.on[-1][0]
            self.talk[person] = self.talk.get(person, 0) + SECOND

    def give(self, person: str, kind: str) -> None:
        self.on = [*(self.on if kind == "direct_response" else []), (person, False)]
        self.talk.setdefault(person, 0)

    def release(self) -> None:
        self.on = self.on[:-1]

    def hold(self, held: bool) -> None:
        self.on[-1:] = [(person, held) for person, _ in self.on[-1:]]


STEPS = st.one_of(
    st.tuples(st.just("seconds"), st.integers(1, 99)),
    st.tuples(
        st.just("give"),
        st.sampled_from(["ana", "bo", "chau"]),
        st.sampled_from(["speak", "direct_response"]),
    ),
    st.sampled_from([("release",), ("hold",), ("unhold",)]),
)


@given(st.lists(STEPS, max_size=40))
def test_every_second_of_talk_belongs_to_one_person(steps: list[tuple]):
    floor, stack, now = Floor(), Stack(), T
    for step in steps:
        match step:
            case "seconds", number:
                for _ in range(number):
                    stack.second()
                now += number * SECOND
            case "give", person, kind:
                floor = floor.give(person, kind, None, "", now)
                stack.give(person, kind)
            case ("release",):
                floor = floor.release(now)
                stack.release()
            case (verb,):
                floor = getattr(floor, verb)(now)
                stack.hold(verb == "hold")
        assert talk_time(floor, now) == stack.talk
        assert (floor.speaker and floor.speaker.person) == (stack.on[-1][0] if stack.on else None)
        assert sum(turn.watch.running for turn in floor.turns) <= 1


def test_a_round_asks_everyone_and_keeps_who_waits_for_something_else():
    floor = waiting("ana", "bo").begin_round(["chau", "ana", "chau"], T)
    assert [(row.person, row.kind) for row in floor.queue] == [
        ("chau", "round"),
        ("ana", "round"),
        ("bo", "speak"),
    ]
    assert floor.begin_round(["chau", "ana"], T + 5) is floor
    assert floor.begin_round([], T) is floor


def test_a_turn_is_put_right_afterwards():
    floor = Floor().give("ana", "speak", None, "", T).give("bo", "speak", None, "", T + 60_000)
    assert talk_time(floor.correct(1, "chau", None), T + 60_000) == {"chau": 60_000, "bo": 0}
    assert talk_time(floor.correct(1, "", 45_000), T + 60_000) == {"ana": 45_000, "bo": 0}
    running = floor.correct(2, "", 45_000)
    assert running is floor
    assert floor.correct(0, "chau", None) is floor.correct(3, "chau", None) is floor


def test_a_walk_in_who_is_recognised_keeps_every_second_and_the_better_place():
    floor = waiting("bo", "guest", "ana").give("guest", "speak", None, "open", T)
    floor = floor.release(T + 90_000).join("guest", "speak", T + 91_000).skip("bo", "open", T)
    whole = floor.merge("guest", "ana")
    assert talk_time(whole, T + 99_000) == {"ana": 90_000}
    assert names(whole) == ["ana"]
    assert whole.passes == (("open", "bo"),)


def test_time_taken_out_stands_still_for_all_who_have_the_floor():
    floor = Floor().give("ana", "speak", None, "", T)
    assert talk_time(floor.without(T + 10_000, T + 40_000), T + 60_000) == {"ana": 30_000}
    assert floor.release(T).without(T, T + 5) == floor.release(T)


def test_a_held_turn_that_is_put_right_goes_on_from_there():
    floor = give(Floor(), "ana", 0).hold(at(90)).correct(1, "", 600 * SECOND).unhold(at(100))
    assert talk_time(floor, at(160)) == {"ana": 660 * SECOND}


def test_nobody_has_waited_through_time_taken_out():
    floor = Floor().join("ana", "speak", at(0)).join("bo", "speak", at(50))
    floor = floor.join("chau", "speak", at(99)).without(at(10), at(90))
    assert [row.since for row in floor.queue] == [at(80), at(90), at(99)]


def test_who_passes_at_once_was_not_heard():
    at_once = give(Floor(), "ana", 0).skip_for_now("ana", at(3))
    assert [turn.passed for turn in at_once.turns] == [True]
    later = give(Floor(), "ana", 0).skip_for_now("ana", at(30))
    assert [turn.passed for turn in later.turns] == [False]
