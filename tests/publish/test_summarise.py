"""The summary as a whole: its editions, its numbers, and whether it is still what was approved."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from facilitator.figures.account import account, measured_at
from facilitator.log import events as e
from facilitator.log.history import History
from facilitator.log.state import State, apply
from facilitator.log.thread import Thread
from facilitator.publish.approving import digest
from facilitator.publish.counts import heads
from facilitator.publish.disclosure import fate, may_publish
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import EDITIONS, Heard, LeftOut, Summary
from facilitator.session_file import example
from tests.publish.sample import SAMPLE
from tests.publish.telling import OPEN, T, evening, note, pledge, told
from tests.publish.town import town

NOTED = [edition for edition in EDITIONS if edition not in ("one-page", "action-plan")]


@pytest.fixture(scope="module")
def parable(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, int]:
    with closing(example(tmp_path_factory.mktemp("parable")).store) as store:
        history = History(store.entries(store.shelf.sessions()[-1]))
    return history.state, measured_at(history)


def a_town(rule: str) -> tuple[State, int, Thread]:
    found = town(seed=7, people=60, notes=66, promises=10, rule=rule)
    return found.state, found.now, found.thread


def agree(state: State, now: int, summary: Summary) -> None:
    """See that a summary has the numbers of `show --json`."""
    shown = account("x", state, now)
    assert summary.turns == shown["turns"]
    assert summary.talk_s == shown["talk_s"]
    assert heads(summary)._asdict() == shown["attendance"]
    for part, segment in zip(summary.parts, shown["segments"], strict=True):
        assert (part.planned_s, part.actual_s) == (segment["planned_s"], segment["actual_s"])
    if summary.room:
        assert sum(group.came for group in summary.room) == summary.signed_in_or_spoke
    if summary.voices:
        assert sum(voice.talk_s for voice in summary.voices) == pytest.approx(summary.talk_s)
        assert sum(voice.talk_share for voice in summary.voices) == pytest.approx(1)
        assert sum(voice.room_share for voice in summary.voices) == pytest.approx(1)
    if summary.edition == "record":
        by_group = {voice.group: voice.talk_s for voice in summary.voices if voice.turns}
        assert sorted(by_group.values()) == pytest.approx(sorted(shown["by_group"].values()))
        by_person = {one.id: one.talk_s for one in summary.people if one.talk_s}
        assert by_person == {who: spent for who, spent in shown["by_person"].items() if spent}
    assert notes_told(summary, state) + summary.withheld == shown["notes"]["total"]
    kept = sum(not may_publish(of, summary.edition) for of in state.commitments.values())
    assert len(summary.promises) + len(summary.requests) + kept == len(shown["commitments"])


def in_parts(summary: Summary) -> list[Heard]:
    return [one for part in summary.parts for one in (*part.heard, *part.more)]


def notes_told(summary: Summary, state: State) -> int:
    told = [*in_parts(summary), *summary.elsewhere, *summary.acknowledgements]
    told += [*summary.questions, *summary.answers]
    apart = len(summary.votes) + len(summary.parked)
    rules = [note for note in state.notes.values() if note.kind == "ground_rule"]
    apart += sum(fate(note, state, summary.edition).printed for note in rules)
    return len({one.id for one in told}) + apart * (summary.edition != "record")


@pytest.mark.parametrize("edition", NOTED)
def test_the_example_has_the_numbers_that_are_shown(parable: tuple[State, int], edition: str):
    agree(*parable, summarise(*parable, edition))


@pytest.mark.parametrize("edition", NOTED)
@pytest.mark.parametrize("rule", ["open", "consent", "no_names", "chatham_house", "circle"])
def test_a_town_has_the_numbers_that_are_shown(rule: str, edition: str):
    state, now, thread = a_town(rule)
    found = summarise(state, now, edition, thread)
    agree(state, now, found)
    assert found.unduplicated
    assert found.unduplicated > found.signed_in_or_spoke > (found.newcomers or 0)


def test_one_page_is_page_one_of_the_public_edition(parable: tuple[State, int]):
    page, public = summarise(*parable, "one-page"), summarise(*parable)
    same = "points themes promises requests next steps turns talk_s left_out".split()
    same += "signed_in signed_in_or_spoke tally".split()
    assert [getattr(page, name) for name in same] == [getattr(public, name) for name in same]
    assert [replace(part, heard=(), more=(), tables=0) for part in public.parts] == [*page.parts]
    empty = "elsewhere voices room languages notices questions answers progress people parked"
    assert not any(getattr(page, name) for name in empty.split())


def test_an_action_plan_is_about_promises_alone(parable: tuple[State, int]):
    plan, public = summarise(*parable, "action-plan"), summarise(*parable)
    assert (plan.promises, plan.requests, plan.steps) == (
        *(public.promises, public.requests, public.steps),
    )
    assert not in_parts(plan)
    empty = "points themes questions left_out ground_rules room".split()
    assert not any(getattr(plan, name) for name in empty)
    before = evening(pledge("C1"), date="2026-11-10")
    thread = Thread("now", 2, {"first": before})
    assert len(told(edition="action-plan", thread=thread).progress) == 1


def test_the_record_leaves_nothing_out_but_what_is_kept_apart():
    notes = [note("N1", sensitivity="withheld"), note("N2", "process"), note("N3", "safety")]
    found = told(OPEN, *notes, edition="record")
    assert [one.id for one in in_parts(found)] == ["N1", "N2"]
    assert found.withheld == 1


class Black:
    """Replaces whatever it is asked about."""

    replaced = (LeftOut("name", 2),)

    def __init__(self, state: State, edition: str, earlier: object = ()) -> None:
        pass

    def text(self, item: str, words: str) -> str:
        return "[black]"


def typed(state: State) -> Iterator[str]:
    """Yield all the prose of a session; codes, dates and who promised are told by other rules."""
    meeting = state.meeting
    names = "title series city venue convener purpose contact joining support next_place".split()
    yield from (getattr(meeting, name) for name in names)
    yield from (*meeting.ground_rules, *meeting.notices.values())
    yield from (words for of in state.agenda.segments for words in (of.title, of.prompt))
    yield from (note.text for note in state.notes.values())
    yield from (word for one in state.people.values() for word in (one.role, one.organisation))
    fields_of = "text organisation first_step measure support benefits burden evidence".split()
    for promise in state.commitments.values():
        yield from (getattr(promise, name) for name in (*fields_of, "community_view"))
    for report in state.reports.values():
        yield from (report.evidence, report.community_view)


@pytest.mark.parametrize("edition", [edition for edition in EDITIONS if edition != "record"])
def test_every_text_that_leaves_is_looked_at(edition: str, monkeypatch: pytest.MonkeyPatch):
    state, now, thread = a_town("consent")
    prose = {words for of in (state, *thread.before.values()) for words in typed(of) if words}
    assert prose & {*texts(summarise(state, now, edition, thread))}
    monkeypatch.setattr("facilitator.publish.telling.teller.Redactor", Black)
    black = summarise(state, now, edition, thread)
    assert not prose & {*texts(black)}
    asked = 2 if edition == "one-page" else 4  # of this session, and of the one before
    assert black.replaced == (LeftOut("name", asked),)


def texts(of: object) -> Iterator[str]:
    """Yield every string in a summary."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, tuple):
        yield from (words for one in of for words in texts(one))
    elif is_dataclass(of):
        yield from (words for field in fields(of) for words in texts(getattr(of, field.name)))


def test_every_edition_of_nothing_is_a_summary():
    for edition in EDITIONS:
        found = summarise(State(), 0, edition)
        assert (found.edition, found.signed_in_or_spoke, found.unduplicated) == (edition, 0, None)
        assert found.draft


def test_a_single_session_reaches_nobody_again():
    arrived = e.PersonArrived("ana")
    assert (told(arrived).newcomers, told(arrived).unduplicated) == (None, None)
    first = told(arrived, thread=Thread("now", 1))
    assert (first.newcomers, first.unduplicated) == (1, 1)


# The approval


def approve(state: State, edition: str = "public", thread: Thread | None = None) -> State:
    seen = digest(summarise(state, T + 99_000, edition, thread))
    return apply(state, e.SummaryApproved(edition, seen), T + 99_000)


def standing(state: State, edition: str = "public", thread: Thread | None = None) -> Summary:
    return summarise(state, T + 99_000, edition, thread)


def test_what_was_approved_is_a_draft_again_once_anything_changes():
    state = evening(OPEN, note("N1"), pledge("C1"), e.SessionEnded())
    assert standing(state).draft
    state = approve(state)
    assert (standing(state).draft, standing(state).version) == (False, 1)
    assert standing(state, "participants").draft
    told_since = apply(state, e.StatusReported("C1", "done", "The paper"), T + 100_000)
    assert (standing(told_since).draft, standing(told_since).version) == (True, 1)
    again = approve(told_since)
    assert (standing(again).draft, standing(again).version) == (False, 2)
    withdrawn = apply(state, e.NoteChanged("N1", {"sensitivity": "withheld"}), T + 100_000)
    assert standing(withdrawn).draft


def test_what_is_told_of_an_earlier_promise_makes_a_draft_again():
    thread = Thread("now", 2, {"first": evening(pledge("C1"), date="2026-11-10")})
    state = approve(evening(e.SessionEnded()), thread=thread)
    assert not standing(state, thread=thread).draft
    state = apply(state, e.StatusReported("first/C1", "done"), T + 100_000)
    assert standing(state, thread=thread).draft


def test_who_has_not_ended_is_a_draft_however_often_it_is_approved():
    state = approve(evening(OPEN))
    assert standing(state).approved
    assert standing(state).draft


def test_every_field_tells_in_the_digest_but_the_approval():
    seen = digest(SAMPLE)
    for field in fields(SAMPLE):
        other = replace(SAMPLE, **{field.name: "something else"})
        assert (digest(other) == seen) == (field.name in ("approved", "version")), field.name


def test_the_digest_is_the_same_in_every_process():
    code = "from tests.publish.sample import SAMPLE; from facilitator.publish.approving import"
    code += " digest; print(digest(SAMPLE))"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == digest(SAMPLE)


def test_broken_letters_have_a_digest():
    assert digest(replace(SAMPLE, title="half a \ud83d letter"))
