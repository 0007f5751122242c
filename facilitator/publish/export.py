"""Writing a summary to a file, by the ending of its name."""

import csv
import io
import json
import re
from dataclasses import asdict, fields
from pathlib import Path

from facilitator.faults import Fault
from facilitator.publish.summary import Promise, Summary

ENDINGS = (".pdf", ".json", ".csv")


class NotExported(Fault):
    """The summary could not be written."""


def export(summary: Summary, path: Path) -> None:
    """Write the summary, whole or not at all, or raise NotExported."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise NotExported(f"{path.name} should end in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")
    try:
        if ending == ".pdf":
            from facilitator.publish.pdf import report  # heavy: only when paper is wanted

            report.write(summary, path)
        elif ending == ".json":
            _write(path, json.dumps(asdict(summary), ensure_ascii=False, indent=2) + "\n")
        else:
            _write(path, "\ufeff" + promises_csv(summary))  # the mark tells Excel it is UTF-8
    except OSError as error:
        raise NotExported(f"{path} cannot be written: {error.strerror}.") from error


def file_name(summary: Summary, ending: str = ".pdf") -> str:
    """Return a name that every platform takes: the date and the title."""
    return (plain_name(f"{summary.date} {summary.title}") or "Summary") + ending


def plain_name(words: str) -> str:
    """Return words without the signs that some platform does not have in a name."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", words)
    return " ".join(plain.split())[:80].strip(". ")


def promises_csv(summary: Summary) -> str:
    """Return promises and requests, one a row; text that a spreadsheet would run stays text."""
    out = io.StringIO()
    names = [field.name for field in fields(Promise)]
    writer = csv.writer(out)
    writer.writerow(names)
    for promise in (*summary.promises, *summary.requests):
        writer.writerow([_as_text(str(getattr(promise, name))) for name in names])
    return out.getvalue()


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, "utf-8", newline="")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
