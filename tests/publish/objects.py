"""A PDF taken apart and put together again, for tests that look inside or break it."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_TOKEN = re.compile(
    rb"%[^\r\n]*|(?P<open><<|\[)|(?P<close>>>|\])|(?P<name>/[^\s/\[\]<>()]*)"
    rb"|(?P<text>\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)|(?P<number>[-+]?[0-9.]+)|(?P<word>[^\s/\[\]<>()]+)",
    re.DOTALL,
)
_OBJECT = re.compile(rb"(\d+) 0 obj\s")


class Name(str):
    """A name, without its stroke."""

    __slots__ = ()


class Word(str):
    """An operator or a word of the format."""

    __slots__ = ()


class Ref(NamedTuple):
    number: int


class Text(bytes):
    """A text string as it stands in the file."""

    __slots__ = ()

    def __str__(self) -> str:
        if self.startswith(b"<"):
            raw = bytes.fromhex(self[1:-1].decode())
        else:
            raw = re.sub(rb"\\(\d{3}|.)", _escaped, self[1:-1], flags=re.DOTALL)
        return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


def _escaped(match: re.Match[bytes]) -> bytes:
    sign = match.group(1)
    return bytes([int(sign, 8)]) if len(sign) == 3 else sign


@dataclass
class Stream:
    entries: dict[str, Any]
    data: bytes  # unpacked


@dataclass
class File:
    """Objects by number; references are followed by calling the file with them."""

    objects: dict[int, Any]
    trailer: dict[str, Any] = field(default_factory=dict)

    def __call__(self, value: Any) -> Any:
        return self.objects[value.number] if isinstance(value, Ref) else value

    @property
    def root(self) -> dict[str, Any]:
        found: dict[str, Any] = self(self.trailer["Root"])
        return found

    @property
    def pages(self) -> list[Ref]:
        found: list[Ref] = self(self.root["Pages"])["Kids"]
        return found

    def elements(self, kind: str = "") -> Iterator[dict[str, Any]]:
        """The structure elements in reading order."""
        waiting: list[Any] = [self(self.root["StructTreeRoot"])["K"]]
        while waiting:
            value = self(waiting.pop())
            if isinstance(value, list):
                waiting += reversed(value)
            elif isinstance(value, dict) and "S" in value:
                if kind in ("", value["S"]):
                    yield value
                waiting.append(value.get("K", []))


def read(data: bytes) -> File:
    """Take a file apart that has object streams and a cross-reference stream."""
    objects: dict[int, Any] = {}
    trailer: dict[str, Any] = {}
    for match in _OBJECT.finditer(data):
        end = data.index(b"endobj", match.end())
        value = _object(data[match.end() : end])
        if not isinstance(value, Stream):
            objects[int(match.group(1))] = value
        elif value.entries.get("Type") == "ObjStm":
            first = value.entries["First"]
            places = list(map(int, value.data[:first].split()))
            for number, at in zip(places[::2], places[1::2], strict=True):
                objects[number] = next(values(value.data[first + at :]))
        elif value.entries.get("Type") == "XRef":
            trailer = {key: value.entries[key] for key in ("Root", "Info", "ID")}
        else:
            objects[int(match.group(1))] = value
    return File(objects, trailer)


def _object(data: bytes) -> Any:
    head, found, body = data.partition(b"stream\n")
    value = next(values(head))
    if not found or not isinstance(value, dict):
        return value
    body = body[: value["Length"]]
    return Stream(value, zlib.decompress(body) if "Filter" in value else body)


def values(data: bytes) -> Iterator[Any]:
    """The values of a piece of a file, one after another; what is open at the end is lost."""
    outer: list[list[Any]] = []
    found: list[Any] = []
    for match in _TOKEN.finditer(data):
        kind, token = match.lastgroup, match.group()
        if kind == "open":
            outer.append(found)
            found = []
            continue
        if kind == "close":
            inner, found = found, outer.pop()
            found.append(
                dict(zip(inner[::2], inner[1::2], strict=True)) if token == b">>" else inner
            )
        elif token == b"R":
            found[-2:] = [Ref(found[-2])]
        elif kind:
            found.append(_READ[kind](token))
        if not outer and len(found) > 2:  # two numbers may become a reference
            yield found.pop(0)
    yield from found


_READ: dict[str, Any] = {
    "name": lambda token: Name(token[1:].decode("latin-1")),
    "text": Text,
    "number": lambda token: float(token) if b"." in token else int(token),
    "word": lambda token: Word(token.decode("latin-1")),
}


def written(file: File) -> bytes:
    """The objects as a file with a plain table of places."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = dict.fromkeys(range(1, max(file.objects) + 1), 0)
    for number, value in file.objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, _told(value))
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    for at in places.values():
        out += b"%010d 00000 n \n" % at if at else b"0000000000 00000 f \n"
    trailer = {**file.trailer, "Size": len(places) + 1}
    return bytes(out) + b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (_told(trailer), start)


def _told(value: Any) -> bytes:
    if isinstance(value, Stream):
        entries = {key: kept for key, kept in value.entries.items() if key != "Filter"}
        entries["Length"] = len(value.data)
        return b"%b\nstream\n%b\r\nendstream" % (_told(entries), value.data)
    if isinstance(value, Ref):
        return b"%d 0 R" % value.number
    if isinstance(value, dict):
        return b"<<%b>>" % b" ".join(b"/%b %b" % (k.encode(), _told(v)) for k, v in value.items())
    if isinstance(value, list):
        return b"[%b]" % b" ".join(map(_told, value))
    if isinstance(value, Name):
        return b"/" + value.encode("latin-1")
    return bytes(value) if isinstance(value, Text) else str(value).encode("latin-1")
