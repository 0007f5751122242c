"""Before the hall fills: what is still to do, a fit computer, papers, and off to Live."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.desk import Desk
from tests.machine import Machine
from ui.room.displays import Displays

PDF = b"%PDF-1.7"


class Laptop:
    """A computer that tells of itself what it is asked to."""

    def __init__(self) -> None:
        self.screens: list[object] = [object()]
        self.free = 80 * 10**9
        self.battery: Any = SimpleNamespace(percent=84.4, power_plugged=True, secsleft=-2)
        self.disks = [SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw")]
        self.offset = 0


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Laptop]:
    laptop = Laptop()
    monkeypatch.setattr(Displays, "others", lambda self, window: laptop.screens)
    monkeypatch.setattr("psutil.sensors_battery", lambda: laptop.battery, raising=False)
    monkeypatch.setattr("psutil.disk_partitions", lambda all: laptop.disks)
    told = "ui.prepare.ready_measured."
    monkeypatch.setattr(told + "disk_usage", lambda folder: SimpleNamespace(free=laptop.free))
    monkeypatch.setattr(
        told + "localtime", lambda at: SimpleNamespace(tm_gmtoff=laptop.offset), raising=False
    )
    return laptop


@pytest.fixture
def ready(planning: Desk, laptop: Laptop) -> Desk:
    """A desk at which the last tab shows, and the first look at the computer is over."""
    planning.press("Alt+7")
    planning.look_over()
    return planning


# What is to do


def test_it_says_what_the_plan_lacks_and_leads_there(ready: Desk) -> None:
    assert ready.readiness == "2 things to look at"
    assert ready.to_do == [
        "People. 4 people are on the list; nobody has confirmed yet.",
        "Ground rules. No ground rules are proposed yet.",
    ]
    assert ready.focus == "Go to People"
    ready.press("Tab")
    assert ready.focus == "Go to Ground rules"
    ready.press("Return")
    assert ready.tab == "Ground rules"
    ready.press("Alt+7")
    assert ready.focus == "Go to People"


def test_what_is_mended_meanwhile_is_in_order(ready: Desk) -> None:
    session = ready.session
    session.change_meeting(ground_rules=("Passing is fine.",))
    assert ready.readiness == "One thing to look at"
    session.remove_people(ready.state.people)
    assert ready.to_do == ["People. Nobody is invited yet. Nobody has to sign in; a count will do."]
    ready.press("Ctrl+Z", "Ctrl+Z")
    assert ready.readiness == "2 things to look at"


def test_an_agenda_that_is_too_long_is_told_with_its_end(ready: Desk) -> None:
    ready.session.change_segment("B", minutes=70)
    assert "Agenda. It ends at 10:00, and the hall closes at 09:30: 30 min over." in ready.to_do


def test_a_whole_plan_says_so(ready: Desk) -> None:
    from facilitator.room.groups import groups

    rows = [
        {"id": code, "name": code, "groups": (code,), "confirmed": True}
        for code in groups()["big_table"]
    ]
    ready.session.import_people(rows)
    ready.session.change_meeting(ground_rules=("Passing is fine.",))
    assert ready.readiness == "Ready to begin"
    assert ready.to_do == []
    count = len(rows)
    told = (
        f"It ends at 09:15, with all its parts (3); on the list: {count + 4}, confirmed: {count}."
    )
    assert ready.in_order[0] == f"The plan. {told}"


# The computer


def test_a_computer_that_is_fit_is_in_order(ready: Desk) -> None:
    folder = ready.path.parent
    assert ready.in_order == [
        "Projector. A second screen is there; the room screen shows on it.",
        "Power. It is plugged in; the battery is at 84 %.",
        "Staying awake. While a part runs, this computer does not go to sleep.",
        "Clock. It is Fri 15 Jan, 08:00 in UTC. Compare it with a watch.",
        "Disk. 80 GB are free, more than any session takes.",
        f"File. It is on this computer’s own disk, in {folder}.",
        "Names. All names can be written, on the screen and on paper.",
    ]


def test_a_plug_that_is_pulled_is_seen_while_one_looks(ready: Desk, laptop: Laptop) -> None:
    laptop.battery = SimpleNamespace(percent=83.6, power_plugged=False, secsleft=3600)
    laptop.screens = []
    ready.look_over()
    no_screen = "There is no second screen. If there is a projector, connect it and switch it on."
    assert ready.to_do[2:] == [
        f"Projector. {no_screen}",
        "Power. It runs on its battery, at 84 %. Plug it in.",
    ]
    assert ready.focus == "Go to People"  # the keys stay
    laptop.battery = None
    ready.look_over()
    assert any(words.startswith("Power. It has no battery") for words in ready.in_order)


def test_a_system_that_breaks_when_it_is_asked_breaks_nothing(
    planning: Desk, laptop: Laptop, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such device")

    machine.willing = False
    for name in ("psutil.sensors_battery", "psutil.disk_partitions"):
        monkeypatch.setattr(name, broken, raising=False)
    monkeypatch.setattr("ui.prepare.ready_measured.disk_usage", broken)
    planning.press("Alt+7")
    planning.look_over()
    words = [*planning.to_do, *planning.in_order]
    assert "Staying awake. This system cannot be kept awake from here. Switch sleep off in its" in (
        "".join(planning.to_do)
    )
    assert not any(one.startswith("Disk") for one in words)
    assert any(one.startswith("File. It is on this computer’s own disk") for one in words)


def test_a_file_that_something_else_copies_is_warned_of(
    planning: Desk, laptop: Laptop, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    planning.press("Alt+7")
    planning.look_over()
    told = f"File. It is in a folder that Syncthing copies, {tmp_path}. Pause that program"
    assert any(words.startswith(told) for words in planning.to_do)


def test_a_laptop_in_another_time_zone_is_warned_of(planning: Desk, laptop: Laptop) -> None:
    laptop.offset = -6 * 3600
    planning.press("Alt+7")
    planning.look_over()
    (clock,) = [words for words in planning.to_do if words.startswith("Clock")]
    assert "this computer is 6 h behind that" in clock
    planning.press("Tab", "Tab", "Return")
    assert planning.tab == "Session"


def test_a_name_that_no_typeface_has_is_told(ready: Desk) -> None:
    ready.session.add_person("\U00012000na")
    ready.look_over()
    assert any(words.startswith("Names. \u2068\U00012000na\u2069 cannot") for words in ready.to_do)
    ready.press("Ctrl+Z")
    ready.look_over()
    assert any(words.startswith("Names. All names") for words in ready.in_order)


# The papers


def test_papers_are_made_by_keys_alone(ready: Desk, tmp_path: Path) -> None:
    assert ready.papers == {
        "Run sheet": "3 parts, with times, prompts and room to write.",
        "Name cards": "4 cards, 8 to a page; the rest stays blank.",
        "Place list": "Nobody has a table yet: it lists names alone.",
    }
    for key, name in (("1", "run"), ("2", "cards"), ("3", "places")):
        ready.press(key)
        ready.save_as(tmp_path / f"{name}.pdf")
        assert (tmp_path / f"{name}.pdf").read_bytes().startswith(PDF)
    assert ready.papers_made == [
        "Saved: run.pdf, 1 page",
        "Saved: cards.pdf, 1 page",
        "Saved: places.pdf, 2 pages",
    ]


def test_blank_cards_are_one_page_and_it_says_so(ready: Desk) -> None:
    while ready.focus != "On the name cards: First names":
        ready.press("Tab")
    ready.press("Right", "Right")
    assert ready.papers["Name cards"] == (
        "One page of 8 blank cards, to be printed as often as you like."
    )
    ready.session.add_person("Tuya")
    assert ready.papers["Name cards"].startswith("One page")
    ready.press("Left")
    assert ready.papers["Name cards"] == "5 cards, 8 to a page; the rest stays blank."


def test_the_paper_that_was_chosen_is_chosen_the_next_time(ready: Desk, tmp_path: Path) -> None:
    ready.press("Tab", "Tab")
    before = ready.focus
    assert before in ("Paper: A4 paper", "Paper: Letter paper")
    ready.press("Right")
    chosen = ready.focus
    assert chosen != before
    ready.press("3")  # the key of a paper, also where letters choose
    ready.save_as(tmp_path / "places.pdf")
    ready.leave()
    ready.sit()
    ready.house.resume("circle")
    ready.press("Alt+7", "Tab", "Tab")
    assert ready.focus == chosen


def test_a_paper_that_cannot_be_written_is_said(
    ready: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitator.publish.papers.paper.write", full)
    ready.press("1")
    ready.save_as(tmp_path / "run.pdf")
    assert ready.banner == f"{tmp_path / 'run.pdf'} cannot be written: No space left on device."
    assert ready.papers_made == []


# Off to Live


def test_escape_leads_back_and_the_last_button_goes_live(ready: Desk) -> None:
    ready.press("Tab", "Tab", "Tab")
    assert ready.focus == "Run sheet"
    ready.press("Escape")
    assert ready.focus == "Go to People"
    ready.press("Shift+Tab", "Shift+Tab")
    for _ in range(12):
        if ready.focus == "Go live" and ready.place == "Prepare":
            break
        ready.press("Tab")
    ready.press("Return")
    assert ready.place == "Live"
    assert ready.state.agenda.begun is None  # looking is not starting


def test_what_changed_elsewhere_shows_on_coming_back(ready: Desk) -> None:
    ready.press("Alt+2")
    ready.session.add_person("Tuya")
    ready.press("Alt+7")
    assert any(words.startswith("People. 5 people") for words in ready.to_do)
