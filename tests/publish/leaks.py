"""Looking for words in a file that leaves the room: packed, hidden, or written another way.

A file is taken apart into pieces, each is read in every way that somebody might read it, and all
is compared without case, accents, gaps and signs that do not show.
"""

import base64
import email
import email.policy
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

APART = "¦"  # between strings that stand for themselves
UNSEEN = re.compile(
    "[\\s\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
)
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Reading(NamedTuple):
    place: str
    text: str  # as `bare` leaves it


def bare(text: str) -> str:
    """Return a text as it is compared."""
    if text.isascii():
        return "".join(text.lower().split())
    return UNSEEN.sub("", unicodedata.normalize("NFKD", text).casefold())


class Leak(NamedTuple):
    words: str
    place: str


def leaks(path: Path, words: Iterable[str]) -> list[Leak]:
    """Return which of the words stand in a file, and where."""
    wanted = {bare(one): one for one in words}
    wanted |= {one[::-1]: words for one, words in wanted.items() if RTL.search(one)}
    found = [
        Leak(words, reading.place)
        for reading in readings(path.name, path.read_bytes())
        for one, words in wanted.items()
        if one in reading.text
    ]
    return list(dict.fromkeys(found))


def readings(name: str, data: bytes) -> Iterator[Reading]:
    """Yield everything that a file says, as it is compared."""
    for place, piece in pieces(name, data):
        if isinstance(piece, str):
            yield Reading(place, bare(piece))
        else:
            yield from (
                Reading(f"{place}, {way}", bare(text)) for way, text in _ways(piece) if text
            )


def pieces(name: str, data: bytes) -> Iterator[tuple[str, bytes | str]]:
    """Yield a file and all that is packed in it, each with where that is."""
    yield name, data
    if data.startswith(b"%PDF"):
        for place, piece in _in_pdf(data):
            yield f"{name}: {place}", piece
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield f"{name}: comment", packed.comment
            for member in packed.infolist():
                yield f"{name}: a name", member.filename
                for place, piece in pieces(member.filename, packed.read(member)):
                    yield f"{name}: {place}", piece
    elif name.endswith(".eml"):
        yield from _in_mail(name, data)
    elif name.endswith(".ics"):
        yield f"{name}: unfolded", re.sub(rb"\r?\n[ \t]", b"", data)


def _in_mail(name: str, data: bytes) -> Iterator[tuple[str, bytes | str]]:
    mail = email.message_from_bytes(data, policy=email.policy.default)
    for part in mail.walk():
        yield f"{name}: heads", APART.join(f"{key}: {value}" for key, value in part.items())
        yield f"{name}: a name", part.get_filename() or ""
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            assert isinstance(part, EmailMessage)
            file = part.get_filename() or f"{part.get_content_type()}.{part.get_content_subtype()}"
            file = re.sub("calendar$", "ics", file)
            if part.get_content_maintype() == "text":
                charset = part.get_content_charset() or "utf-8"
                yield f"{name}: {file}", content.decode(charset, "replace")
            for place, piece in pieces(file, content):
                yield f"{name}: {place}", piece


def _in_pdf(data: bytes) -> Iterator[tuple[str, bytes | str]]:
    """Yield the streams, unpacked, and the text of every page by its fonts' own tables."""
    streams = dict(_streams(data))
    objects = {int(n): body for n, body in re.findall(rb"(?s)\b(\d+) 0 obj\b(.*?)\bendobj", data)}
    for head, stream in streams.values():
        if b"/ObjStm" in head:
            objects |= _objects(head, stream)
    for at, (_, stream) in streams.items():
        yield f"stream at {at}", stream
    fonts = _fonts(objects, {number: streams[at][1] for at, number in _numbers(data, streams)})
    for at, (head, stream) in streams.items():
        if b"Tf" in stream and b"/Length1" not in head:
            yield f"text at {at}", _text(stream, fonts)
    yield from _as_seen(data)


def _streams(data: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Yield where each stream is, with what is said of it and what it holds."""
    for found in re.finditer(rb"(?s)<<((?:(?!endobj).)*?)>>\s*stream\r?\n", data):
        packed = data[found.end() : data.find(b"endstream", found.end())]
        if b"ASCII85" in found[1]:
            packed = base64.a85decode(packed.strip().removesuffix(b"~>"))
        if b"Flate" in found[1]:
            packed = zlib.decompressobj().decompress(packed)
        yield found.end(), (found[1], packed)


def _numbers(data: bytes, streams: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the number of the object that each stream is."""
    starts = [(found.start(), int(found[1])) for found in re.finditer(rb"\b(\d+) 0 obj\b", data)]
    for at in streams:
        yield at, max((start for start in starts if start[0] < at), default=(0, 0))[1]


def _objects(head: bytes, stream: bytes) -> dict[int, bytes]:
    """Return the objects that lie in a stream of objects, by number."""
    count, first = (int(re.search(rb"/%b\s+(\d+)" % key, head)[1]) for key in (b"N", b"First"))
    table = [int(number) for number in stream[:first].split()[: 2 * count]]
    ends = [*table[3::2], len(stream)]
    return {
        number: stream[first + start : first + end]
        for number, start, end in zip(table[::2], table[1::2], ends, strict=True)
    }


def _fonts(objects: dict[int, bytes], streams: dict[int, bytes]) -> dict[bytes, dict[bytes, str]]:
    """Return what the codes of each font stand for, by the name under which pages know it."""
    tables = {}
    for number, body in objects.items():
        if found := re.search(rb"/ToUnicode\s+(\d+) 0 R", body):
            tables[number] = _table(streams[int(found[1])])
    every = b"\n".join(objects.values())
    return {
        name: tables[int(number)]
        for name, number in re.findall(rb"/([^\s/<>\[\]()]+)\s+(\d+) 0 R", every)
        if int(number) in tables
    }


def _table(cmap: bytes) -> dict[bytes, str]:
    found = {}
    for block in re.findall(rb"(?s)beginbfchar(.*?)endbfchar", cmap):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[bytes.fromhex(code.decode())] = _utf16(bytes.fromhex(text.decode()))
    for block in re.findall(rb"(?s)beginbfrange(.*?)endbfrange", cmap):
        for low, high, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int(text, 16)
            for n in range(int(high, 16) - int(low, 16) + 1):
                found[(int(low, 16) + n).to_bytes(len(low) // 2, "big")] = chr(first + n)
    return found


_TOKENS = re.compile(
    rb"(?s)/([^\s/<>\[\]()]+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\)"
)


def _text(stream: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    """Return what a page writes, in the order in which it does."""
    written, table, size = list[str](), dict[bytes, str](), 2
    for font, digits, literal in _TOKENS.findall(stream):
        if font:
            table = fonts.get(font, {})
            size = len(next(iter(table), b"00"))
            continue
        codes = bytes.fromhex(digits.decode()) if digits else _unescaped(literal)
        written += [table.get(codes[n : n + size], "") for n in range(0, len(codes), size)]
    return "".join(written)


def _as_seen(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the text of each page as a reader copies it."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, 1):
            text = page.get_textpage()
            yield f"page {number}", text.get_text_range()
            text.close()
            page.close()


def _ways(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the ways in which bytes may be read as text."""
    text = data.replace(b"\0", b"").decode("utf-8", "replace")  # NUL: what is in two bytes each
    yield "as it is", text
    yield "in two bytes", _marked(data)
    yield "in hexadecimal", _in_hex(data)
    if b"\\" in data:
        yield "escaped", _marked(_unescaped(data))
        yield "escaped as text", _unescaped(data).decode("utf-8", "replace")
        yield "escaped as data", re.sub(r"\\u([0-9a-fA-F]{4})", lambda u: chr(int(u[1], 16)), text)
    if "&" in text:
        yield "in entities", html.unescape(text)
    if re.search("%[0-9A-Fa-f]{2}", text):
        yield "in per cent", unquote(text)
    if re.search("=[0-9A-F]{2}", text):
        import quopri

        yield "quoted", quopri.decodestring(data).decode("utf-8", "replace")
    if not data.startswith(b"%PDF"):
        yield "in base 64", APART.join(_in_64(data))


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def _marked(data: bytes) -> str:
    """Return the texts that begin with the mark of UTF-16."""
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    return APART.join(_utf16(chunk[:20_000]) for chunk in data.split(b"\xfe\xff")[1:])


def _in_hex(data: bytes) -> str:
    found = (bytes.fromhex(one.decode()) for one in re.findall(rb"<((?:[0-9A-Fa-f]{2})+)>", data))
    return APART.join(f"{_utf16(one)}{APART}{one.decode('utf-8', 'replace')}" for one in found)


_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


def _unescaped(data: bytes) -> bytes:
    """Return bytes with the escapes of PDF strings, calendars and Markdown resolved."""

    def meant(found: re.Match[bytes]) -> bytes:
        said = found[1]
        return bytes([int(said, 8) & 255]) if said[:1] in b"01234567" else _ESCAPES.get(said, said)

    return re.sub(rb"(?s)\\([0-7]{1,3}|.)", meant, data)


def _in_64(data: bytes) -> Iterator[str]:
    for run in re.findall(rb"[A-Za-z0-9+/\r\n]{16,}={0,2}", data):
        packed = b"".join(run.split()).rstrip(b"=")
        whole = packed[: len(packed) - (len(packed) % 4 == 1)]
        yield base64.b64decode(whole + b"=" * (-len(whole) % 4)).decode("utf-8", "replace")
