"""What nobody reported is told as that, and the same figures stand in all that leaves the room."""

import json
import re
import tempfile
from collections.abc import Iterable
from contextlib import closing
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.figures.account import measured_at
from facilitator.publish.export import export
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Summary
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.room.promise_rules import REPORTED, is_asked, report_in
from facilitator.series import thread
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import AGENDA, MEETING, PEOPLE

SILENT = r"\d+ not reported on yet"
EACH = rf"\d+ (?:{'|'.join(REPORTED).replace('_', ' ')})"
FORMATS = (".json", ".xlsx", ".md", ".eml", ".pdf")
# Words of a judgement that nobody made; "later" and "Kept for later" are none.
GUESSED = re.compile(r"\b(late|overdue|broken|kept(?! for later)|still open)\b", re.IGNORECASE)


class Made(NamedTuple):
    """A promise of an earlier session: its kind, its date, and what was reported where."""

    kind: str
    due: str
    own: str = ""  # in its own session
    before: str = ""  # in a session between
    now: str = ""

    @property
    def last(self) -> str:
        return self.now or self.before or self.own


report = st.sampled_from(["", "", *REPORTED])
promises = st.builds(
    Made,
    st.sampled_from(["pledge", "pledge", "conditional", "request", "answer_owed"]),
    st.sampled_from(["", "2026-12-01", "2027-01-14", "2027-06-01"]),
    report,
    report,
    report,
)


def held(store: Store, made: Iterable[Made]) -> Session:
    """Hold three sessions of a series; return the last one."""
    clock = Clock()
    three = []
    for ident, date in (("first", "2026-11-10"), ("second", "2026-12-10"), ("third", "2027-01-15")):
        session = Session(store, ident, clock)
        session.plan({**MEETING, "date": date}, PEOPLE, AGENDA)
        session.start_segment("welcome")
        three.append(session)
        clock.advance(3600)
    first, second, third = three
    for number, one in enumerate(made, 1):
        first.commit("Call", kind=one.kind, due=one.due, owner="", ident=f"C{number}")
        if one.own:
            first.status(f"C{number}", one.own)
        for session, status in ((second, one.before), (third, one.now)):
            if status:
                clock.advance(1)
                session.status(f"first/C{number}", status)
    third.end_session()
    return third


def told(made: Iterable[Made], folder: Path, edition: str = "public") -> tuple[Summary, Store]:
    store = store_at(folder / "series.db")
    third = held(store, made)
    found = summarise(third.state, measured_at(third.history), edition, thread(store, "third"))
    return found, store


def expected(made: list[Made], asked: bool) -> str:
    """Return the figures as they have to be told, worked out a second time from the rule."""
    own = [one.last for one in made if is_asked(one.kind) == asked]
    words = [status.replace("_", " ") for status in own if status]
    if not own:
        return ""
    counts = sorted({(-words.count(word), word) for word in words})
    each = ", ".join(f"{-count} {word}" for count, word in counts)
    silent = len(own) - len(words)
    rest = f"; {silent} not reported on yet" if silent else ""
    return f"{len(words)} of {len(own)}: {each}{rest}" if words else f"{len(own)}, not reported"


def figures(text: str) -> list[str]:
    """Return the figures that a text tells, without the nouns between."""
    plain = " ".join(text.split())
    some = re.findall(
        rf"(\d+ of \d+)(?: earlier [a-z ]+?)? reported on: ({EACH}(?:, {EACH})*(?:; {SILENT})?)",
        plain,
    )
    none = re.findall(r"(\d+)(?: earlier [a-z ]+)?, not reported on yet", plain)
    return [f"{whole}: {each}" for whole, each in some] + [f"{n}, not reported" for n in none]


def text_of(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                pages = [page.get_textpage().get_text_range() for page in pdf]
            return " ".join(pages).replace("\ufffe", "")
        case ".xlsx":
            book = openpyxl.load_workbook(path)
            cells = (str(cell.value) for row in book["Summary"].iter_rows() for cell in row)
            return "\n".join(f"{cell}." for cell in cells)
        case ".eml":
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            assert isinstance(mail, EmailMessage)
            body = mail.get_body(("plain",))
            assert body is not None
            return str(body.get_content()).replace(" \n", " ")
        case ".md":
            return path.read_text("utf-8").replace("\n", ".\n").replace("\\", "")
    return path.read_text("utf-8")


def in_json(path: Path) -> list[str]:
    found = []
    for of in json.loads(path.read_text("utf-8"))["counts"]["earlier"].values():
        counts = sorted(of["by_status"].items(), key=lambda item: (-item[1], item[0]))
        each = ", ".join(f"{count} {status}" for status, count in counts)
        silent = of["not_reported_on"]
        rest = f"; {silent} not reported on yet" if silent else ""
        if of["whole"]:
            some = f"{of['reported_on']} of {of['whole']}: {each}{rest}"
            found.append(some if each else f"{of['whole']}, not reported")
    return found


@given(st.lists(promises, min_size=1, max_size=9))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_the_same_figures_stand_in_every_form(made: list[Made]):
    right = {figure for asked in (False, True) if (figure := expected(made, asked))}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        summary, store = told(made, folder)
        with closing(store):
            home = [
                report_in(one["status"])
                for one in store.shelf.promises()
                if one["session"] == "first"
            ]
        assert sorted(home) == sorted(one.last for one in made)
        for ending in FORMATS:
            path = folder / f"out{ending}"
            export(summary, path)
            found = in_json(path) if ending == ".json" else figures(text_of(path))
            assert set(found) == right, (ending, text_of(path))
            assert not GUESSED.search(text_of(path).replace('"open"', "")), ending


@pytest.mark.parametrize(
    ("one", "status", "known", "is_open"),
    [
        (Made("pledge", "2026-12-01"), "Not reported on yet", False, False),  # past its date
        (Made("pledge", "2027-06-01"), "Not reported on yet", False, False),
        (Made("pledge", ""), "Not reported on yet", False, False),
        (Made("request", "2026-12-01"), "Not reported on yet", False, False),
        (Made("pledge", "2026-12-01", own="done"), "Done", True, False),
        (Made("pledge", "2026-12-01", before="in_progress"), "In progress", True, True),
        (Made("pledge", "2026-12-01", own="in_progress", before="done"), "Done", True, False),
        (Made("pledge", "2026-12-01", before="done", now="changed"), "Changed", True, True),
        (Made("pledge", "2026-12-01", now="withdrawn"), "Withdrawn", True, False),
        (Made("answer_owed", "2026-12-01", own="done"), "Done", True, False),
    ],
)
def test_a_status_is_what_was_reported_last_whatever_the_date(
    one: Made, status: str, known: bool, is_open: bool, tmp_path: Path
):
    summary, store = told([one], tmp_path)
    store.close()
    (found,) = summary.progress
    assert (found.status, found.reported_on, found.open) == (status, known, is_open)
    assert found.asked == (one.kind in ("request", "answer_owed"))


def test_an_action_plan_says_what_nobody_reported_on_apart(tmp_path: Path):
    made = [Made("pledge", "2026-12-01"), Made("pledge", "2026-12-01", now="in_progress")]
    summary, store = told(made, tmp_path, "action-plan")
    store.close()
    export(summary, tmp_path / "plan.pdf")
    text = " ".join(text_of(tmp_path / "plan.pdf").split())
    still, silent = text.split("Earlier actions not reported on yet")
    assert "Session 1, C2" in still.split("Earlier actions still open")[1]
    assert "Session 1, C1" in silent
    assert "Session 1, C2" not in silent.partition("Actions over time")[0]
    export(summary, tmp_path / "plan.csv")
    rows = (tmp_path / "plan.csv").read_text("utf-8-sig").splitlines()
    assert sum("Not reported on yet" in row for row in rows) == 1


def test_what_is_asked_is_no_promise_of_this_session_either(tmp_path: Path):
    with closing(store_at(tmp_path / "one.db")) as store:
        session = Session(store, "evening", Clock())
        session.plan(MEETING, PEOPLE, AGENDA)
        for kind, due in (("pledge", "2027-02-01"), ("conditional", ""), ("answer_owed", "")):
            session.commit("Call", kind=kind, due=due, owner="Bo")
        session.commit("Interpreters", kind="request")
        summary = summarise(session.state, measured_at(session.history))
    for ending in (".json", ".md", ".eml", ".pdf"):
        export(summary, tmp_path / f"out{ending}")
    counts = json.loads((tmp_path / "out.json").read_text("utf-8"))["counts"]
    assert [counts[name] for name in ("promises", "dated", "owed", "requests")] == [2, 1, 1, 1]
    assert "2 promises, 1 with a date; 1 answer owed; 1 request" in text_of(tmp_path / "out.eml")
    assert "promises made, one with a date; one answer owed" in " ".join(
        text_of(tmp_path / "out.pdf").split()
    )
    facts = dict(re.findall(r"- \*\*(.+?):\*\* (\d+)", text_of(tmp_path / "out.md")))
    assert [facts[name] for name in ("Promises", "Answers owed", "Requests")] == ["2", "1", "1"]
