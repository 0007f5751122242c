"""Writing a summary to a file, by the ending of its name: whole or not at all."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.faults import Fault
from facilitator.publish import words
from facilitator.publish.counts import plain
from facilitator.publish.summary import Summary
from facilitator.publish.typed import escaped, one_line
from facilitator.temporary import Temporary
from facilitator.whole import write

if TYPE_CHECKING:
    from facilitator.publish.letters import Letter

FORM = 2  # of the plain data as JSON; it counts up when a field changes its meaning
NO_DATES = "There is no date in this summary to put into a calendar."


class NotExported(Fault):
    """The summary could not be written."""


def export(summary: Summary, path: Path, paper: str = "letter") -> None:
    """Write the summary on "letter" or "A4", whole or not at all, or raise NotExported."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise NotExported(f"{path.name} should end in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")
    try:
        if ending == ".pdf":
            _pdf(summary, path, paper)
        elif ending == ".eml":
            write(path, _eml(summary, paper))
        else:
            write(path, _WRITERS[ending](summary))
    except OSError as error:
        raise NotExported(f"{path} cannot be written: {error.strerror}.") from error


def write_letters(letters: "Iterable[Letter]", folder: Path) -> None:
    """Write letters into a folder, each whole or not at all, or raise NotExported."""
    for letter in letters:
        try:
            write(folder / letter.name, letter.content)
        except OSError as error:
            raise NotExported(
                f"{folder / letter.name} cannot be written: {error.strerror}."
            ) from error


def file_name(summary: Summary, ending: str = ".pdf") -> str:
    """Return a name that every platform takes: the date, the title, for whom, and if a draft."""
    session = plain_name(f"{summary.date} {summary.title}")[:60].strip(". ")
    draft = ", draft" if summary.draft else ""
    edition = words.edition(summary.edition)
    return (f"{session} – {edition.lower()}" if session else edition) + draft + ending


def plain_name(text: str) -> str:
    """Return words without the signs that some platform does not have in a name, none too long."""
    plain = re.sub(r'[<>:"/\\|?*]+', " ", one_line(text))
    short = " ".join(plain.split())[:80].encode()[:160].decode(errors="ignore")  # of 255 bytes
    return short.strip(". ")


# Each is imported when it is wanted: paper, tables and calendars are slow to load.
def _pdf(summary: Summary, path: Path, paper: str) -> None:
    from facilitator.publish.pdf import report

    report.write(summary, path, paper)


def _eml(summary: Summary, paper: str) -> bytes:
    from facilitator.publish.mail import draft

    with Temporary() as folder:
        pdf = folder / "summary.pdf"
        _pdf(summary, pdf, paper)
        return draft(summary, pdf.read_bytes(), file_name(summary))


def _csv(summary: Summary) -> bytes:
    from facilitator.publish.sheets import promises_csv

    return promises_csv(summary)


def _xlsx(summary: Summary) -> bytes:
    from facilitator.publish.sheets import workbook

    return workbook(summary)


def _ics(summary: Summary) -> bytes:
    from facilitator.publish.calendars import calendar

    dates = calendar(summary)
    if not dates:
        raise NotExported(NO_DATES)
    return dates


def _md(summary: Summary) -> bytes:
    from facilitator.publish.markdown import markdown

    return markdown(summary)


def plain_data(summary: Summary) -> bytes:
    """Return everything the summary holds, as JSON in UTF-8."""
    told = {"form": FORM, "draft": summary.draft, "counts": plain(summary), **asdict(summary)}
    return (escaped(json.dumps(told, ensure_ascii=False, indent=2)) + "\n").encode()


_WRITERS: dict[str, Callable[[Summary], bytes]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".ics": _ics,
    ".md": _md,
    ".json": plain_data,
}
ENDINGS = (".pdf", ".csv", ".xlsx", ".ics", ".eml", ".md", ".json")
