"""`python3 run.py mutants [COUNT] [--seed SEED]`: change the core in small ways; do tests notice?

Each mutant is one small change (a comparison, an `and`, a number …) in a copy of the project, tried
against the tests of its room. What survives is printed as a difference, for a person to look at.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
TIMEOUT = 240  # s; a mutant that loops for ever is noticed too
WITHHELD = tuple(
    f"tests/publish/test_{name}.py"
    for name in ("disclosure", "fates", "names", "risks", "words_around", "leaks", "leaks_found")
)
# What is changed, and the tests that should notice.
ROOMS = {
    "facilitator/room": ("tests/room", "tests/log", "tests/test_undo.py", "tests/test_session.py"),
    "facilitator/log": ("tests/log", "tests/room", "tests/test_undo.py", "tests/test_session.py"),
    "facilitator/record": ("tests/record", "tests/test_series.py", "tests/test_versions.py"),
    "facilitator/publish/disclosure.py": WITHHELD,
    "facilitator/publish/redaction": WITHHELD,
}
# Changes that say nothing: to a type, to a text that only people read.
NOTHING = ("BitOr", "RemoveDecorator", "ReplaceUnaryOperator_Delete")


class Found(NamedTuple):
    outcome: str  # killed, survived, or incompetent: it does not even load
    diff: str


def mutants() -> list[Any]:
    """Return every mutant of the rooms, as cosmic-ray numbers them."""
    from cosmic_ray.commands.init import init
    from cosmic_ray.work_db import WorkDB, use_db

    paths = [path for room in ROOMS for path in _modules(ROOT / room)]
    with (
        tempfile.TemporaryDirectory() as folder,
        use_db(f"{folder}/all.sqlite", WorkDB.Mode.create) as every,
    ):
        init([path.relative_to(ROOT) for path in paths], every, {})
        items = [item.mutations[0] for item in every.work_items]
    return [one for one in items if not any(word in one.operator_name for word in NOTHING)]


def _modules(room: Path) -> list[Path]:
    return [room] if room.is_file() else sorted(room.rglob("*.py"))


def tests_of(path: str) -> Sequence[str]:
    return next(tests for room, tests in ROOMS.items() if path.startswith(room))


def try_out(mutant: Any) -> Found:
    """Try one mutant in the copy of this process."""
    from cosmic_ray.mutating import mutate_and_test

    command = [sys.executable, "-P", "-m", "pytest", "-x", "-q", "--no-header"]
    command += ["-p", "no:cacheprovider", *tests_of(mutant.module_path.as_posix())]
    result = mutate_and_test([mutant], " ".join(command), TIMEOUT)
    return Found(str(result.test_outcome.value), result.diff or "")


def move_into_a_copy() -> None:
    """Give this process a copy of the project to change, and the tests a home of their own."""
    folder = Path(tempfile.mkdtemp(prefix="facilitator-mutants-"))
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, names.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    os.chdir(folder)
    os.environ |= {"PYTHONPATH": str(folder), "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def try_all(chosen: Sequence[Any], workers: int) -> Iterator[tuple[Any, Found]]:
    with ProcessPoolExecutor(workers, initializer=move_into_a_copy) as pool:
        yield from zip(chosen, pool.map(try_out, chosen), strict=True)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py mutants", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=200, help="how many; 0 for all")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args(words)
    every = mutants()
    count = min(options.count or len(every), len(every))
    chosen = random.Random(options.seed).sample(every, count)
    print(f"{count} of {len(every)} mutants, seed {options.seed}", flush=True)
    counted: Counter[tuple[str, str]] = Counter()
    for mutant, found in try_all(chosen, os.cpu_count() or 1):
        room = next(room for room in ROOMS if mutant.module_path.as_posix().startswith(room))
        counted[room, found.outcome] += 1
        if found.outcome == "survived":
            print(f"\nsurvives: {mutant.module_path}, {mutant.operator_name}\n{found.diff}")
        print(".", end="", flush=True)
    print()
    for room in ROOMS:
        killed, survived = counted[room, "killed"], counted[room, "survived"]
        if killed + survived:
            share = f"{killed / (killed + survived):.0%}"
            print(f"{room}: {killed} of {killed + survived} noticed ({share})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
