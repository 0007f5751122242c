"""What the set-up promises: complete locks, data beside the code, and plain words when it stops."""

import ast
import contextlib
import importlib.util
import itertools
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, metadata, requires
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
LOCKS = ["requirements.lock", "test.lock", "lint.lock", "mutants.lock"]
RUN_PY = (ROOT / "run.py").read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, Version]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    return {name: Version(version) for name, version in found}


def satisfies(lock: str, line: str) -> bool:
    requirement = Requirement(line)
    return requirement.specifier.contains(pins(lock)[canonicalize_name(requirement.name)])


WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "test.lock": GROUPS["test"],
    "lint.lock": GROUPS["lint"],
    "mutants.lock": GROUPS["mutants"],
}


@pytest.mark.parametrize(("lock", "line"), [(lock, of) for lock in LOCKS for of in WANTED[lock]])
def test_each_lock_satisfies_what_it_is_for(lock: str, line: str) -> None:
    assert satisfies(lock, line)


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(LOCKS, 2)])
def test_the_locks_agree(one: str, other: str) -> None:
    first, second = pins(one), pins(other)
    shared = first.keys() & second.keys()
    assert {name: first[name] for name in shared} == {name: second[name] for name in shared}


def needed(lines: Iterable[str]) -> set[str]:
    """Return the packages that some requirements come to, on any platform."""
    found, waiting = set[str](), list(lines)
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if "extra" in str(requirement.marker) or name in found:
            continue
        found.add(name)
        with contextlib.suppress(PackageNotFoundError):  # it is for another platform
            waiting += requires(name) or []
    return found


def test_people_who_use_the_app_get_what_the_app_needs_and_nothing_else() -> None:
    assert pins("requirements.lock").keys() == needed(WANTED["requirements.lock"])


@pytest.mark.parametrize(
    ("words", "locks"),
    [
        ([], ["requirements.lock"]),
        (["check", "--file", "test"], ["requirements.lock"]),
        (["test", "-q"], ["requirements.lock", "test.lock"]),
        (["bench"], ["requirements.lock", "test.lock"]),
        (["verapdf", "x.pdf"], ["requirements.lock", "test.lock"]),
        (["lint"], ["requirements.lock", "lint.lock"]),
        (["mutants", "20"], ["requirements.lock", "test.lock", "mutants.lock"]),
    ],
)
def test_a_command_brings_the_tools_it_needs(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, words: list[str], locks: list[str]
) -> None:
    asked: list[Path] = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(run, "set_up", asked.extend)
    monkeypatch.setattr(run, "hand_over", lambda *what: 0)
    monkeypatch.setattr(subprocess, "call", lambda *what, **more: 0)
    run.main(words)
    assert [lock.name for lock in asked] == locks


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "/" not in text
    assert "\\" not in text.replace(" \\\n", "")
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_qt_stays_below_the_version_that_loses_references() -> None:
    assert pins("requirements.lock")["pyside6-essentials"] < Version("6.12")


class Bell(QObject):
    rung = Signal()


def test_qt_keeps_its_references(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 drops one with every call, until Python aborts."""
    bell, label = Bell(), QLabel()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for number in range(200):
        bell.rung.emit()
        label.setText(str(number))
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert after == pytest.approx(before, abs=50)  # the garbage collector may take a few


def test_the_wheel_holds_the_three_packages() -> None:
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted(packages) == ["facilitator", "resources", "ui"]
    assert all((ROOT / package / "__init__.py").is_file() for package in packages)


def test_the_data_is_found_beside_the_code() -> None:
    assert any(files("resources").joinpath("fonts").iterdir())


@pytest.fixture
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_under_test", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_old_pythons_can_read_run_py() -> None:
    ast.parse(RUN_PY, feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 0), (3, 15, 0)])
def test_a_python_that_does_not_fit_is_told_which_does(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit, match=r"^Facilitator needs Python 3\.11 to 3\.14; this is 3\."):
        run.main([])


def test_run_py_offers_the_pythons_that_qt_supports(run: ModuleType) -> None:
    supported = Requirement(f"qt{metadata('PySide6_Essentials')['Requires-Python']}").specifier
    major, minor = run.NEWEST_PYTHON
    assert supported.contains(f"{major}.{minor}")
    assert not supported.contains(f"{major}.{minor + 1}")
    own = Requirement(f"own{PROJECT['project']['requires-python']}").specifier
    assert own.contains("{}.{}".format(*run.OLDEST_PYTHON))


@pytest.fixture
def bare_linux(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A Debian without any of Qt's libraries, seen by an ordinary user."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", "/usr/bin/{}".format)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run, "loads", lambda library: False)
    monkeypatch.setattr(run, "is_installed", lambda lock: False)
    return run


def test_a_person_without_the_libraries_gets_the_command(bare_linux: ModuleType) -> None:
    with pytest.raises(SystemExit) as stop:
        bare_linux.main([])
    assert "    sudo apt-get install libglib2.0-0 libgl1 libegl1 " in str(stop.value)


def test_libraries_only_a_window_needs_are_a_hint(
    bare_linux: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bare_linux, "loads", bare_linux.QT_LIBRARIES.__contains__)
    bare_linux.provide_system_packages()
    assert "    sudo apt-get install libxcb-cursor0 " in capsys.readouterr().out


def test_root_gets_the_libraries_installed(
    bare_linux: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(bare_linux, "step", lambda trouble, *words, **_: commands.append(words))
    bare_linux.provide_system_packages()
    update, install = commands
    assert "update" in update
    assert {"install", "libgl1", "libxcb-cursor0"} <= set(install)


def test_a_failing_step_is_told_in_one_sentence_and_its_last_words(run: ModuleType) -> None:
    script = "import sys; sys.exit('Traceback\\nNo space left')"
    with pytest.raises(run.SetUpError, match=r"^Is the disk full\?\n\(No space left\)$"):
        run.step("Is the disk full?", sys.executable, "-c", script)


def test_a_folder_that_cannot_be_written_ends_the_set_up(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "requirements.lock")

    monkeypatch.setattr(run, "set_up", refuse)
    with pytest.raises(SystemExit, match=r"^Setting up stopped: Permission denied "):
        run.main([])


def test_lint_stops_at_the_first_tool_that_complains(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    statuses = iter([0, 3])
    monkeypatch.setattr(run, "set_up", lambda locks: None)
    monkeypatch.setattr(subprocess, "call", lambda *_, **__: next(statuses))
    assert run.main(["lint"]) == 3


@pytest.mark.parametrize(
    ("words", "module", "rest"),
    [
        (["open", "x.db"], "facilitator", ["open", "x.db"]),
        (["test", "-q"], "pytest", ["-q"]),
        (["bench"], "tests.bench", []),
    ],
)
def test_the_first_word_picks_the_module(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    module: str,
    rest: list[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(run, "set_up", lambda locks: None)
    monkeypatch.setattr(run, "hand_over", lambda *what: what)
    assert run.main(words) == (module, rest)
