"""What paper costs, next to others that set the same content: a town of a thousand people."""

import json
import os
import pickle
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Summary
from facilitator.record.files import store_at
from facilitator.rehearsal import play, read
from resources import ROOT
from tests.bench.result import Result, took
from tests.bench.rivals import fetched
from tests.bench.rivals.story import story
from tests.publish.town import Evening, town

ROUNDS = 5
HERE = Path(__file__).parent / "rivals"
# The environment of a program that finds its modules compiled, as one that is installed does.
PLAIN = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
OURS = {**PLAIN, "PYTHONPATH": str(ROOT.parent)}


@dataclass
class Runner:
    """One that sets the content, in a process of its own each time, and what that took."""

    name: str
    command: list[str]
    content: Path
    target: Path
    build: list[float] = field(default_factory=list)  # s, layout and writing
    process: list[float] = field(default_factory=list)  # s, with the start and all imports
    peak: list[float] = field(default_factory=list)  # MB

    def run(self) -> None:
        begun = time.perf_counter()
        run = subprocess.run(
            [*self.command, str(self.content), str(self.target)],
            env=OURS if self.name == "ours" else PLAIN,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"{self.name}: {run.stderr[-2000:]}"
        self.process.append(time.perf_counter() - begun)
        told = json.loads(run.stdout.splitlines()[-1])
        self.build.append(told["build_s"])
        self.peak.append(told["peak_mb"])

    def __str__(self) -> str:
        pages, letters = _size(self.target)
        kilobytes = self.target.stat().st_size / 1000
        return (
            f"      {self.name:31} {_both(self.build)}  {_both(self.process)}"
            f" {statistics.median(self.peak):6.0f} {kilobytes:7.0f} {pages:5} {letters:8}"
        )


def paper_of_a_town(folder: Path) -> Iterator[Result]:
    """Set the record of a thousand people by turns: ours, and what else there is."""
    of = _town(0)
    summary = summarise(of.state, of.now, "record", of.thread)
    yield _summarising()
    runners = _runners(folder, summary)
    for _ in range(ROUNDS):
        for runner in runners:
            runner.run()
    ours, *others = runners
    print("      the record of 1,000 people: medians of", ROUNDS, "processes (range)")
    print(f"      {'':31} {'build, s':16}  {'process, s':15}    MB      KB pages  letters")
    for runner in runners:
        print(runner, flush=True)
    for other in others:
        ratio = statistics.median(ours.build) / statistics.median(other.build)
        yield Result(f"building it, to {other.name}", ratio, 1, "×")
    yield Result("the most memory for it", statistics.median(ours.peak), 100, "MB")
    yield Result("the file of it", ours.target.stat().st_size / 1e6, 1, "MB")
    yield _first_page(ours.target)


def paper_from_a_cold_start(folder: Path) -> Iterator[Result]:
    """Run the command on the example in a fresh process, as a person does."""
    file, target = folder / "example.db", folder / "example.pdf"
    store = store_at(file)
    play(read(ROOT / "examples" / "parable_falls.json"), store)
    store.close()
    command = [sys.executable, "-m", "facilitator", "export", "--file", str(file)]
    times = [
        took(
            lambda: subprocess.run([*command, "--to", str(target)], env=OURS, check=True, stdout=-3)
        )
        for _ in range(ROUNDS)
    ]
    told = f"of {ROUNDS}: {min(times):.0f} to {max(times):.0f} ms"
    yield Result(
        "export of the example, from a cold start", statistics.median(times), 1500, "ms", told
    )


def _runners(folder: Path, summary: Summary) -> list[Runner]:
    data, plain = folder / "summary.pickle", folder / "story.json"
    data.write_bytes(pickle.dumps(summary))
    plain.write_text(json.dumps(story(summary)), "utf-8")
    ours = [sys.executable, "-m", "tests.bench.rivals.ours"]
    stock = [sys.executable, str(HERE / "platypus.py")]
    found = [
        Runner("ours", ours, data, folder / "ours.pdf"),
        Runner("ReportLab platypus, untagged", stock, plain, folder / "platypus.pdf"),
    ]
    for name, script in (("Typst, ua-1", "typeset"), ("WeasyPrint, pdf/ua-1", "weasy")):
        python = fetched.python(script)
        if python:
            command = [python, str(HERE / f"{script}.py")]
            found.append(Runner(name, command, plain, folder / f"{script}.pdf"))
    return found


def _town(seed: int) -> Evening:
    return town(seed, people=1_000, notes=500, promises=60, parts=30)


def _summarising() -> Result:
    """Summarise another town each time: what is looked for in texts is kept once it is found."""
    towns = [_town(seed) for seed in range(ROUNDS)]
    times = [took(summarise, of.state, of.now, "public", of.thread) for of in towns]
    told = f"of {ROUNDS} towns: {min(times):.0f} to {max(times):.0f} ms"
    return Result("summarising it for the public", statistics.median(times), 1000, "ms", told)


def _first_page(path: Path) -> Result:
    """Open the pages as the window does, to the first one painted."""
    import pypdfium2

    def paint() -> None:
        with pypdfium2.PdfDocument(path) as pdf:
            pdf[0].render(scale=1.5).close()

    times = [took(paint) for _ in range(ROUNDS)]
    return Result("its first page, opened and painted", statistics.median(times), 150, "ms")


def _size(path: Path) -> tuple[int, int]:
    """Return how many pages and how many letters a file has: is it the same content?"""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return len(texts), sum(len("".join(text.split())) for text in texts)


def _both(times: list[float]) -> str:
    return f"{statistics.median(times):5.2f} ({min(times):.2f}-{max(times):.2f})"
