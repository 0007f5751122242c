"""Prepare with five thousand people: opening it, searching, and bringing such a list in."""

import csv
import os
import statistics
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.agendas import templates
from facilitator.record.files import store_at
from facilitator.session import Session
from tests.bench import crowd
from tests.bench.result import Result, took
from tests.bench.window import _strike
from tests.clock import Clock
from tests.evening import MEETING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PEOPLE, ROUNDS = 5_000, 7
OPENING, LETTER, IMPORT = 300, 50, 3_000  # ms
TABS = ("Agenda", "People", "The table", "Seating", "Ready")
SEARCHED = ("babado", "nguyen", "lay", "maiv kefi", "zoe", "zzz")


def prepare_with_5_000_people(folder: Path) -> Iterator[Result]:
    """Open the plan of a town, each tab of it, and look for people; beside a bare list of Qt."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    clock = Clock()
    _plan(folder / "town.db", clock)
    times: dict[str, list[float]] = {}
    letters: list[float] = []
    for n in range(ROUNDS):
        _open(folder / "town.db", clock, times, letters if n == 0 else None)
    bare = statistics.median(took(_bare_list) for _ in range(ROUNDS))
    for what, found in times.items():
        told = f"largest {max(found):.0f}, a bare list of as many names {bare:.0f}"
        yield Result(f"{what}, {PEOPLE} people", statistics.median(found), OPENING, "ms", told)
    letters.sort()
    told = f"median {statistics.median(letters):.1f} of {len(letters)}"
    slowest = letters[len(letters) * 99 // 100]
    yield Result("a letter in the search, p99", slowest, LETTER, "ms", told)


def bringing_in_5_000_rows(folder: Path) -> Iterator[Result]:
    """Read a list of people and propose what to take in, beside reading its bare rows."""
    from openpyxl import Workbook

    head = ["Name", "Group", "E-mail", "Language", "Confirmed"]
    rows = [[p["name"], p["group"], f"{p['id']}@falls.example", "Spanish", "x"] for p in people()]
    with (folder / "town.csv").open("w", encoding="cp1252", errors="replace", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [head, *rows]:
        sheet.append(row)
    book.save(folder / "town.xlsx")
    for ending in ("csv", "xlsx"):
        path = folder / f"town.{ending}"
        whole = statistics.median(took(_bring_in, path) for _ in range(3))
        bare = statistics.median(took(_read_bare, path) for _ in range(3))
        told = f"reading the bare rows {bare:.0f}"
        yield Result(f"{PEOPLE} rows of {ending} proposed", whole, IMPORT, "ms", told)


def people() -> list[dict[str, Any]]:
    """Return people of as many names: each family in several."""
    names = islice(product(crowd.GIVEN, crowd.families()), PEOPLE)
    groups = crowd.GROUPS
    return [
        {"id": f"p{n}", "name": f"{given} {family}", "group": groups[n % len(groups)]}
        for n, (given, family) in enumerate(names)
    ]


def _plan(path: Path, clock: Clock) -> None:
    store = store_at(path)
    store.db.execute("pragma synchronous = off").fetchall()
    session = Session(store, "town", clock)
    agenda = next(one for one in templates() if one.code == "T10")
    session.plan({**MEETING, "seats": 10}, agenda=agenda.segments)
    rows = [{**p, "groups": [p["group"]], "confirmed": n % 3 > 0} for n, p in enumerate(people())]
    session.import_people(rows)
    session.seat({row["id"]: n // 10 + 1 for n, row in enumerate(rows)})
    session.change_meeting(targets=dict.fromkeys(crowd.GROUPS, 800))
    store.close()


def _open(
    path: Path, clock: Clock, times: dict[str, list[float]], letters: list[float] | None
) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import style
    from ui.app import Shell, warm_up

    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    style.dress(app)
    shell = Shell()
    shell.show()
    shell.activateWindow()
    house = shell.furnish(clock)
    assert shell.open(path)
    warm_up()
    app.processEvents()

    def measure(what: str, act: Callable[[], object]) -> None:
        def whole() -> None:
            act()
            app.processEvents()

        times.setdefault(what, []).append(took(whole))

    measure("opening Prepare from Home", lambda: house.resume("town"))
    assert house.sitting
    place = house.sitting.prepare
    for tab in TABS:
        measure(f"the first sight of {tab}", lambda tab=tab: place.show_tab(tab))
    if letters is not None:
        place.show_tab("People")
        place.tab.search()
        for words in SEARCHED:
            letters += [_letter(app.focusWidget(), letter) for letter in words]
            app.focusWidget().setText("")
    shell.close()


def _letter(line: "QWidget", letter: str) -> float:
    from PySide6.QtWidgets import QApplication

    def whole() -> None:
        _strike(line, letter)
        QApplication.processEvents()

    return took(whole)


def _bare_list() -> None:
    from PySide6.QtWidgets import QApplication, QListWidget

    view = QListWidget()
    view.addItems([p["name"] for p in people()])
    view.show()
    QApplication.processEvents()
    view.close()


def _bring_in(path: Path) -> None:
    from facilitator.intake import guess, proposed, read

    sheet = read(path)
    found = proposed(sheet, guess(sheet), {}, ())
    assert len(found.fresh) > PEOPLE * 0.9


def _read_bare(path: Path) -> None:
    if path.suffix == ".csv":
        with path.open(encoding="cp1252", newline="") as file:
            assert sum(1 for _ in csv.reader(file, delimiter=";")) == PEOPLE + 1
    else:
        from python_calamine import CalamineWorkbook

        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        assert len(rows) == PEOPLE + 1
