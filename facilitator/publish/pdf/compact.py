"""A document written small: object streams and a cross-reference stream (PDF 1.7, 7.5.7 and 7.5.8).

Thousands of little structure elements take an eighth of what ReportLab's own form takes.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

PER_STREAM = 200  # objects that a reader unpacks together


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Bytes with the entries of their dictionary.

    WORKAROUND: ReportLab's own stream object ends its data without a new line. CR LF it is, so
    that data which ends in CR reads no other way.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str = "", *, packed: bool = True) -> None:
        self.data = zlib.compress(data) if packed else data
        self.entries = f"{entries}/Filter/FlateDecode" if packed else entries

    def format(self, document: Any) -> bytes:
        head = f"<<{self.entries}/Length {len(self.data)}>>\nstream\n"
        return head.encode("ascii") + self.data + b"\r\nendstream"


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """ReportLab's document, whose objects are packed when it is written."""

    def reserve(self, count: int) -> range:
        """Numbers for objects that `put` brings along as they stand in the file: there are so many
        in the tree of tags that asking each how it is written would take as long as the pages."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return range(first, first + count)

    def put(self, numbers: range, objects: Iterable[str]) -> None:
        self._ready = dict(zip(numbers, objects, strict=True))

    def format(self) -> bytes:
        root, info = self.number(self.Catalog), self.number(self.info)
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = {}  # as the cross-reference stream tells them

        def write(number: int, data: bytes) -> None:
            places[number] = (1, len(out), 0)
            out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, data))

        packed: list[tuple[int, bytes]] = []
        number = 0
        while number < self.objectcounter:  # writing one may add others
            number += 1
            if number in self._ready:
                packed.append((number, self._ready[number].encode("ascii")))
                continue
            entry = self.idToObject[self.numberToId[number]]
            data = pdfdoc.format(entry, self, toplevel=1)
            if isinstance(entry, Stream):
                write(number, data)
            else:
                packed.append((number, data))
        for at in range(0, len(packed), PER_STREAM):
            number += 1
            part = packed[at : at + PER_STREAM]
            places |= {held: (2, number, index) for index, (held, _) in enumerate(part)}
            write(number, _together(part).format(self))
        return bytes(out) + self._ending(number + 1, root, info, places, out)

    def number(self, entry: Any) -> int:
        """The number of an object, which it gets now if it has none."""
        return int(self.idToObjectNumberAndVersion[self.Reference(entry).name][0])

    def _ending(
        self,
        number: int,
        root: int,
        info: int,
        places: dict[int, tuple[int, int, int]],
        body: bytearray,
    ) -> bytes:
        start = len(body)
        places = {0: (0, 0, 0xFFFF), **places, number: (1, start, 0)}
        rows = b"".join(
            bytes([kind]) + at.to_bytes(4, "big") + index.to_bytes(2, "big")
            for _, (kind, at, index) in sorted(places.items())
        )
        name = hashlib.md5(body, usedforsecurity=False).hexdigest()
        entries = (
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{name}><{name}>]"
        )
        data = Stream(rows, entries).format(self)
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, data, start)


def _together(part: Sequence[tuple[int, bytes]]) -> Stream:
    """An object stream: the number and place of each object, then the objects."""
    head: list[str] = []
    place = 0
    for number, data in part:
        head.append(f"{number} {place}")
        place += len(data) + 1
    table = " ".join(head).encode("ascii") + b"\n"
    body = table + b"\n".join(data for _, data in part)
    return Stream(body, f"/Type/ObjStm/N {len(part)}/First {len(table)}")
