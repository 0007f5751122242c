"""The fold: it takes whatever was written, and knows what was taken back."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.log import events as e
from facilitator.log.history import History, fold
from facilitator.log.state import Entry, State, apply
from tests.evening import AGENDA, MEETING, PEOPLE
from tests.happenings import EVENTS, MOMENT

PLAN = e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA)
T = 1_800_000_000_000


def log(*events: e.Event) -> list[Entry]:
    return [Entry(n, T + n, event) for n, event in enumerate((PLAN, *events), 1)]


@given(st.lists(st.tuples(EVENTS, MOMENT), max_size=30), st.booleans())
def test_apply_takes_anything_that_ever_happens(happened: list, planned: bool):
    state = apply(State(), PLAN, T) if planned else State()
    for event, at in happened:
        before = state
        state = apply(state, event, at)
        assert isinstance(state, State)
        assert state is before or state != before or isinstance(event, e.SessionPlanned)


@given(st.lists(EVENTS, max_size=30))
def test_taking_in_one_by_one_is_the_same_as_folding_it_all(happened: list[e.Event]):
    history = History()
    for entry in log(*happened):
        history.take(entry, history.after(entry))
    assert history.state == fold(log(*happened))


def test_an_act_of_a_newer_version_is_passed_over_and_not_undone():
    note = e.NoteTaken("N1", "idea", "A bell")
    history = History(log(note, e.Unknown("PigeonReleased")))
    assert history.state == fold(log(note))
    assert history.last is None
    assert history.length == 3


def test_the_plan_is_not_undone():
    assert History(log()).last is None


def test_a_new_act_forgets_what_was_undone():
    bell, lamp = e.NoteTaken("N1", "idea", "A bell"), e.NoteTaken("N2", "idea", "A lamp")
    assert [x.event for x in History(log(bell, e.Undone(2))).undone] == [bell]
    history = History(log(bell, e.Undone(2), lamp))
    assert history.undone == []
    assert list(history.state.notes) == ["N2"]


def test_taking_back_what_is_not_there_changes_nothing():
    history = History(log(e.NoteTaken("N1", "idea", "A bell")))
    for event in (e.Undone(99), e.Redone(2)):
        assert history.after(Entry(3, T, event)) is history.state
    assert fold(log(e.Undone(99), e.Redone(7))) == fold(log())


def test_an_act_in_the_middle_may_be_taken_back():
    bell, lamp = e.NoteTaken("N1", "idea", "A bell"), e.NoteTaken("N2", "idea", "A lamp")
    assert list(fold(log(bell, lamp, e.Undone(2))).notes) == ["N2"]
