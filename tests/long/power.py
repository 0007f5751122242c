"""A disk that loses power: what was not synced is there in part, in pieces, or not at all."""

import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.long.kill import ROOT

SECTOR = 512  # bytes: a disk writes one of these whole or not at all
CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename"
_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class File:
    """What of a file is on the platters, and what only the system knows yet: place and bytes."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut off there

    def sync(self) -> None:
        for place, content in self.waiting:
            put(self.kept, place, content)
        self.waiting.clear()

    def after_a_cut(self, rng: random.Random) -> bytes:
        """Return what may be there: any of the waiting writes, in any of their sectors."""
        left, share = bytearray(self.kept), rng.choice((0.0, 0.5, 0.9, 1.0))
        for place, content in self.waiting:
            if content is None:
                if rng.random() < share:
                    put(left, place, None)
                continue
            for start in range(0, len(content), SECTOR):
                if rng.random() < share:
                    put(left, place + start, content[start : start + SECTOR])
        return bytes(left)


def put(into: bytearray, place: int, content: bytes | None) -> None:
    if content is None:
        del into[place:]
    into.extend(bytes(max(0, place - len(into))))
    if content is not None:
        into[place : place + len(content)] = content


class Disk:
    """The files of a folder, by name; a name is there for sure once the folder was synced."""

    def __init__(self) -> None:
        self.now: dict[str, File] = {}
        self.sure: dict[str, File] = {}

    def sync(self, name: str) -> None:
        self.now[name].sync()
        self.sure.setdefault(name, self.now[name])  # a journaling file system keeps the name too

    def sync_folder(self) -> None:
        self.sure = dict(self.now)

    def cut(self, rng: random.Random, into: Path) -> None:
        """Write what may be left after a power cut at this moment."""
        for name in self.now.keys() | self.sure.keys():
            file = self.sure.get(name) if rng.random() < 0.5 else self.now.get(name)
            if file is not None:
                (into / name).write_bytes(file.after_a_cut(rng))


def watched(script: Path, path: Path) -> Iterator[tuple[Disk, int]]:
    """Play a script in a process under strace; yield the disk and the acts said, call by call."""
    trace = path.with_name(path.name + ".trace")
    command = ["strace", "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o", trace]
    play = [sys.executable, "-m", "facilitator", "rehearse", script, "--acks", "--file", path]
    folder = path.parent
    subprocess.run([*command, *play], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    disk, said = Disk(), 0
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            match = _CALL.match(line)
            if match is None:
                continue
            call, words, _ = match.groups()
            said = max(said, _act(call, words))
            if _replay(disk, call, words, folder):
                yield disk, said


def _act(call: str, words: str) -> int:
    """Return the number of an act that was said."""
    text = _strings(words)[-1:] if call == "write" and words.startswith("1<") else []
    spoken = re.findall(rb"act (\d+)", text[0]) if text else []
    return int(spoken[-1]) if spoken else 0


def _strings(words: str) -> list[bytes]:
    return [bytes.fromhex(found.replace("\\x", "")) for found in _BYTES.findall(words)]


def _replay(disk: Disk, call: str, words: str, folder: Path) -> bool:
    """Do to the disk what a call did; return whether it had to do with the folder."""
    strings = _strings(words)
    opened = re.match(r"\d+<((?:\\x[0-9a-f]{2})*)>", words)
    named = bytes.fromhex(opened[1].replace("\\x", "")) if opened else strings[0]
    path = Path(named.decode("utf-8", "replace").removesuffix(" (deleted)"))
    if path == folder and call in ("fsync", "fdatasync"):
        disk.sync_folder()
        return True
    if path.parent != folder or path.name.endswith((".trace", ".json")):
        return False
    name = path.name
    match call:
        case "openat":
            if "O_CREAT" in words:
                disk.now.setdefault(name, File())
        case "unlink":
            disk.now.pop(name, None)
        case "rename":
            disk.now[Path(strings[1].decode()).name] = disk.now.pop(name)
        case "pwrite64":
            disk.now[name].waiting.append((int(words.rsplit(", ", 1)[1]), strings[-1]))
        case "ftruncate":
            disk.now[name].waiting.append((int(words.rsplit(", ", 1)[1]), None))
        case "fsync" | "fdatasync":
            disk.sync(name)
        case _:
            raise ValueError(f"{call} of {path} is not known here")
    return True


def stepwise(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[Disk]:
    """Yield the disk at the syncs of one act, from the file and its log before it and after it.

    The act itself goes to the end of the log, or over one that was folded in; then it is synced.
    Only then the log is folded into the file, and that synced.
    """
    names = "evening.db", "evening.db-wal"
    for file, log in ((before[0], before[1]), (before[0], after[1])):
        to = after[0] if log == after[1] else before[0], after[1]
        disk = Disk()
        for name, was, now in zip(names, (file, log), to, strict=True):
            changed = File(bytearray(was))
            for place in range(0, len(now), SECTOR):
                if was[place : place + SECTOR] != now[place : place + SECTOR]:
                    changed.waiting.append((place, now[place : place + SECTOR]))
            disk.now[name] = disk.sure[name] = changed
        yield disk
