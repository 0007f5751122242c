"""The walls: what knows what, what is loaded when, and how large anything may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What stands below all rooms.
GROUND = "__init__ faults steady folders private temporary whole logs".split()
FILE, FUNCTION, CLASS = 300, 40, 200  # lines
# What is a list by nature may be longer: cut in two it is harder to read.
CATALOGUES = {"facilitator/session.py": 300}
# In the core, a room imports only rooms below it.
FLOORS = ("publish", "figures", "record", "log", "room")


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield each module that a file imports, in whatever corner of it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def packages(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", modules("facilitator"), ids=lambda path: path.stem)
def test_the_core_knows_no_window(path: Path):
    the_door = path == ROOT / "facilitator" / "cli.py"  # it opens the window when asked to
    known = packages(path) & {"PySide6", "shiboken6", "ui", "tests"}
    assert known == ({"ui"} if the_door else set())


@pytest.mark.parametrize("path", modules("ui"), ids=lambda path: path.stem)
def test_the_window_knows_no_database_and_no_paper(path: Path):
    assert not packages(path) & {"sqlite3", "sqlite_utils", "reportlab", "tests"}


@pytest.mark.parametrize("room", FLOORS)
def test_a_room_knows_only_the_rooms_below(room: str):
    above = {f"facilitator.{name}" for name in FLOORS[: FLOORS.index(room)]}
    above |= {f"facilitator.{path.stem}" for path in (ROOT / "facilitator").glob("*.py")}
    above -= {f"facilitator.{name}" for name in GROUND}
    for path in modules(f"facilitator/{room}"):
        for name in imports(path):
            assert ".".join(name.split(".")[:2]) not in above, f"{path} imports {name}"


def loaded(module: str) -> set[str]:
    """Return the packages that are loaded once a module is."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "module",
    ["facilitator.session", "facilitator.rehearsal", "facilitator.publish.export"],
)
def test_the_core_loads_without_qt(module: str):
    assert not loaded(module) & {"PySide6", "shiboken6", "ui"}


def test_the_command_line_is_there_at_once():
    heavy = {"PySide6", "sqlite_utils", "reportlab", "babel", "uharfbuzz", "dateutil", "tqdm"}
    assert not loaded("facilitator.cli") & heavy


@pytest.mark.parametrize(
    "path",
    modules("facilitator", "ui", "tests"),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_grows_beyond_what_one_can_read(path: Path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= FILE
    for node in ast.walk(ast.parse(text)):
        lines = (getattr(node, "end_lineno", None) or 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert lines <= FUNCTION, f"{node.name} has {lines} lines"
        elif isinstance(node, ast.ClassDef):
            most = CATALOGUES.get(path.relative_to(ROOT).as_posix(), CLASS)
            assert lines <= most, f"{node.name} has {lines} lines"


def test_nothing_is_logged_but_what_may_be_kept():
    logging = [path.name for path in modules("facilitator", "ui") if "logging" in packages(path)]
    assert logging == ["logs.py"]


@pytest.mark.parametrize("path", modules("facilitator", "ui"), ids=lambda path: path.stem)
def test_a_module_says_what_it_is(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
