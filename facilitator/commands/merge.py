"""`facilitator merge`: the sessions of other files come into one, and each is told."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from facilitator.faults import Fault
from facilitator.record import union
from facilitator.record.union import Outcome
from facilitator.session_file import SessionFile

WORDS = {
    union.NEW: "new",
    union.LONGER: "longer",
    union.KNOWN: "known already",
    union.FORK: "a fork: it went on here and there",
    union.REFUSED: "refused",
}
Line = tuple[str, str, str]  # file, session, what became of it


def run(options: Namespace) -> int:
    """Take in every file that can be, print a line for each log, return 1 if anything was left."""
    lines: list[Line] = []
    is_all = True
    with closing(SessionFile(options.file)) as hall:
        if hall.unwritable is not None:
            raise hall.unwritable
        for path in options.files:
            try:
                outcomes = hall.take_in(path)
            except Fault as fault:
                lines.append((path.name, "–", f"refused. {fault}"))
                is_all = False
            else:
                lines += [line for outcome in outcomes for line in _lines(path, outcome)]
                is_all = is_all and not any(outcome.left for outcome in outcomes)
    _print(("FILE", "SESSION", "WHAT CAME IN"), *lines)
    return 0 if is_all else 1


def _lines(path: Path, outcome: Outcome) -> Iterator[Line]:
    acts = f", {outcome.acts} acts" if outcome.acts > 1 else ", 1 act" if outcome.acts else ""
    yield path.name, outcome.title or outcome.log, f"{WORDS[outcome.what]}{acts}"
    for sentence in outcome.left:
        yield "", "", f"not read: {sentence}"


def _print(*lines: Line) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())
