"""Fixtures: a clock that obeys, and a desk to sit at."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.desk import Desk
    from tests.laptop import Laptop
    from tests.log_watch import LogWatch
    from tests.machine import Machine

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


LONG = Path(__file__).parent / "long"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the long proofs alone, in full")
    parser.addoption("--seed", default=secrets.token_hex(4), help="repeat a run by its seed")


def pytest_report_header(config: pytest.Config) -> str:
    return f"seed of the long proofs: {config.getoption('--seed')}"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out all but the proofs in a long run."""
    if not config.getoption("--long"):
        return None
    related = collection_path.is_relative_to(LONG) or LONG.is_relative_to(collection_path)
    return None if related else True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has settings of its own, also in the processes it starts; nobody's are touched."""
    from PySide6.QtCore import QSettings

    folder = str(tmp_path / "settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data folder"))


@pytest.fixture(autouse=True)
def log_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Iterator[LogWatch]":
    """Each test has a log folder of its own; a warning in it that nobody expects is a failure."""
    from facilitator import folders, logs
    from tests.log_watch import LogWatch

    monkeypatch.setenv(folders.LOGS, str(tmp_path / "log"))
    with LogWatch() as watch:
        yield watch
    logs.end()


@pytest.fixture(scope="session")
def dressed(qapp: "QApplication") -> "QApplication":
    """The application in its own clothes."""
    from ui import style

    style.dress(qapp)
    return qapp


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> "Machine":
    """A machine to keep awake in the place of the one that runs the tests."""
    from tests.machine import Machine

    machine = Machine()
    monkeypatch.setattr("ui.awake.presenting", machine)
    return machine


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> "Laptop":
    """A laptop whose clocks are read in the place of this machine's."""
    from tests.laptop import Laptop

    laptop = Laptop()
    monkeypatch.setattr("facilitator.session_file.anchor", laptop.machine)
    return laptop


@pytest.fixture
def new_desk(
    dressed: "QApplication", qtbot: "QtBot", tmp_path: Path, clock: Clock, machine: "Machine"
) -> "Iterator[Desk]":
    """A desk to sit down at, with whatever is in the file by then."""
    from tests.desk import Desk

    desk = Desk(qtbot, tmp_path / "session.db", clock)
    yield desk
    desk.check()
