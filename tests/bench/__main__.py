"""`python -m tests.bench [WORD]`: measure what was promised, in one run; exit 1 if it is broken.

An idle clock is watched for a minute, with `--hour` for an hour.

The files lie in a folder of their own in the current one, or in TMPDIR: on a real disk, please.
"""

import os
import sys
import tempfile
from pathlib import Path

from facilitator.folders import LOGS
from tests.bench import (
    acting,
    backing_up,
    idle,
    papers,
    preparing,
    reopening,
    starting,
    town,
    window,
)

BENCHMARKS = (
    acting.an_act_and_a_bare_insert,
    acting.an_act_late_and_early,
    acting.undo_after_10_000_events,
    reopening.reopening_3_000_events,
    town.merging_100_tables,
    backing_up.a_window_while_50_mb_are_copied,
    starting.the_window_and_a_bare_one,
    window.a_key_to_its_frame,
    preparing.prepare_with_5_000_people,
    preparing.bringing_in_5_000_rows,
    papers.paper_from_a_cold_start,
    papers.paper_of_a_town,
    idle.an_idle_clock,
)


def main(words: list[str]) -> int:
    kept, words = True, [word for word in words if not word.startswith("--")]
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=os.environ.get("TMPDIR", ".")) as name:
        os.environ[LOGS] = str(Path(name) / "log")  # nobody's own
        print(f"On {_kind(Path(name))}; medians of one run, side by side.", flush=True)
        for benchmark in BENCHMARKS:
            if not words or any(word in benchmark.__name__ for word in words):
                for result in benchmark(Path(name)):
                    print(result, flush=True)
                    kept &= result.kept
    return 0 if kept else 1


def _kind(folder: Path) -> str:
    """Return the file system of a folder, where the system tells it."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return "some file system"
    whole = folder.resolve()
    fitting = [(m[1], m[2]) for m in mounts if whole.is_relative_to(m[1])]
    return max(fitting, key=lambda mount: len(mount[0]))[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
