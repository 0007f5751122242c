"""Agendas to begin with, those that come with the product and one's own: files that a person may
read, edit and hand on."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

from facilitator import whole
from facilitator.faults import Fault
from facilitator.private import make_folder
from facilitator.room.agenda import KINDS
from resources import ROOT

TEXTS = ("title", "kind", "purpose", "prompt", "leader")
NUMBERS = {"minutes": 1440, "min_minutes": 1440, "turn_limit_s": 7200, "think_s": 3600}  # at most
FIELDS = ("title", "kind", *NUMBERS, "fixed_start", "leader", "purpose", "prompt")
LARGEST = 1_000_000  # bytes; an agenda has some thousands
MANY = 200  # parts; more is no evening
HEAD = """An agenda. Change what you like: a line that begins with # is a remark.
minutes and min_minutes (at least so long) are minutes; turn_limit_s (of one speech) and think_s
(of silence before a round) are seconds; fixed_start is a time like "19:30".
Kinds: {kinds}."""


@dataclass(frozen=True, slots=True)
class Template:
    code: str
    name: str
    people: str  # for how many, in words
    style: str  # whose practice it follows
    segments: tuple[dict[str, Any], ...]  # rows as in a session script
    roles: str = ""
    note: str = ""
    path: Path | None = None  # of one's own; those of the product have none

    @property
    def minutes(self) -> float:
        return sum(float(segment["minutes"]) for segment in self.segments)


def templates() -> list[Template]:
    """Return the agendas of the product by code."""
    found = [replace(read(file), path=None) for file in (ROOT / "agendas").glob("*.toml")]
    return sorted(found, key=lambda template: template.code)


def own(folder: Path) -> tuple[list[Template], list[str]]:
    """Return one's own agendas by name, and a sentence for each file that cannot be read."""
    found, troubles = [], []
    for file in sorted(folder.glob("*.toml")) if folder.is_dir() else []:
        try:
            found.append(replace(read(file), code=f"own {file.stem}"))
        except Fault as fault:
            troubles.append(str(fault))
    return sorted(found, key=lambda template: template.name.casefold()), troubles


def save(name: str, rows: Iterable[Mapping[str, Any]], folder: Path) -> Template:
    """Keep an agenda as one's own; one of the same name gives way to it."""
    named = " ".join(name.split())
    if not named:
        raise Fault("An agenda needs a name before it can be kept.")
    segments = [_row(dict(row), f"Part {n}") for n, row in enumerate(rows, 1)]
    return _keep(Template("", named, "", "", _numbered(segments)), folder)


def take_in(path: Path, folder: Path) -> Template:
    """Keep an agenda that somebody handed on as one's own, credits and all.

    One's own of the same name stays; the other is told apart by a number.
    """
    taken = read(path)
    known = {one.name.casefold(): one.segments for one in own(folder)[0]}
    names = (f"{taken.name}{f' ({n})' if n > 1 else ''}" for n in range(1, len(known) + 2))
    free = (name for name in names if known.get(name.casefold()) in (None, taken.segments))
    return _keep(replace(taken, name=next(free)), folder)


def _keep(template: Template, folder: Path) -> Template:
    known = {one.name.casefold(): one for one in own(folder)[0]}
    old = known.get(template.name.casefold())
    path = old.path if old and old.path else _free(folder, template.name)
    try:
        make_folder(folder)
    except OSError as error:
        raise Fault(f"The folder {folder} cannot be made: {error.strerror}.") from error
    write(template, path)
    return replace(template, code=f"own {path.stem}", path=path)


def remove(template: Template) -> None:
    """Throw one's own agenda away; those of the product stay."""
    if template.path is not None:
        try:
            template.path.unlink(missing_ok=True)
        except OSError as error:
            told = f"{template.path.name} cannot be removed: {error.strerror}."
            raise Fault(told) from error


def read(path: Path) -> Template:
    """Read an agenda from a file, or raise a Fault that says what is wrong with it."""
    data = _data(path)
    rows = data.get("segment")
    if not isinstance(rows, list) or not rows:
        raise Fault(f"{path.name} holds no agenda: each part begins with [[segment]].")
    if len(rows) > MANY:
        raise Fault(f"{path.name} has {len(rows):,} parts; an agenda has {MANY} at most.")
    segments = [_row(row, f"{path.name}, part {n}") for n, row in enumerate(rows, 1)]
    texts = ("name", "people", "in_the_style_of", "roles", "note")
    name, people, style, roles, note = (_text(data.get(field)) for field in texts)
    return Template(
        code=_text(data.get("code")) or path.stem,
        name=name or path.stem,
        people=people,
        style=style,
        segments=_numbered(segments),
        roles=roles,
        note=note,
        path=path,
    )


def write(template: Template, path: Path) -> None:
    """Write an agenda to a file, whole or not at all."""
    try:
        whole.write(path, _document(template).encode("utf-8", "replace"))
    except OSError as error:
        raise Fault(f"{path} cannot be written: {error.strerror}.") from error


def _document(template: Template) -> str:
    import tomlkit  # only when one is kept or handed on

    document = tomlkit.document()
    for line in HEAD.format(kinds=" ".join(KINDS)).splitlines():
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    head = {"name": template.name, "people": template.people, "roles": template.roles}
    head |= {"in_the_style_of": template.style, "note": template.note}
    for name, words in head.items():
        if words:
            document.add(name, tomlkit.item(words))
    parts = tomlkit.aot()
    for row in template.segments:
        table = tomlkit.table()
        for field in FIELDS:
            if row.get(field) not in (None, "", 0) or field in ("title", "minutes"):
                table.add(field, row.get(field, ""))
        parts.append(table)
    document.add("segment", parts)
    return tomlkit.dumps(document)


def _data(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise Fault(f"{path.name} is too large to be an agenda.")
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Fault(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Fault(f"{path.name} is not a text file in UTF-8, as an agenda is.") from error
    except (ValueError, RecursionError) as error:
        raise Fault(f"{path.name} cannot be read as an agenda: {error}.") from error


def _row(row: Any, where: str) -> dict[str, Any]:
    """Return the fields of a part that say something, or raise a Fault."""
    if not isinstance(row, dict):
        raise Fault(f"{where}: it is not a part with fields.")
    kept: dict[str, Any] = {name: _text(row.get(name)) for name in TEXTS}
    for name, most in NUMBERS.items():
        value = row.get(name)
        if value is None:
            continue
        good = isinstance(value, int | float) and not isinstance(value, bool)
        if not good or not 0 <= value <= most:
            raise Fault(f"{where}: {name} is not a number from 0 to {most}.")
        kept[name] = value
    if "minutes" not in kept:
        raise Fault(f"{where}: its minutes are missing.")
    kept["kind"] = kept["kind"] or "open"
    if kept["kind"] not in KINDS:
        raise Fault(f"{where}: there is no kind “{kept['kind']}”.")
    kept["fixed_start"] = _clock(row.get("fixed_start"), where)
    return {name: value for name, value in kept.items() if value != ""}


def _clock(value: Any, where: str) -> str:
    if isinstance(value, time):  # TOML knows times of its own
        return f"{value:%H:%M}"
    if value in (None, ""):
        return ""
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return value
    raise Fault(f"{where}: fixed_start is not a time like 19:30.")


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _numbered(rows: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    return tuple({**row, "id": f"S{n}"} for n, row in enumerate(rows, 1))


def _free(folder: Path, name: str) -> Path:
    """Return a file for a name, of letters that every platform takes, that is not there yet."""
    stem = re.sub(r"\W+", "_", name.casefold()).strip("_")[:60] or "agenda"
    if re.fullmatch("con|prn|aux|nul|(com|lpt)[0-9]", stem):
        stem = f"{stem}_agenda"  # Windows keeps these names for itself
    names = (f"{stem}{f'_{n}' if n > 1 else ''}.toml" for n in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())
