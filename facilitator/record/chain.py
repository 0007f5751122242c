"""A row of the log as it is written, and the sums by which a changed or missing one is noticed."""

import json
import re
from hashlib import sha256
from typing import NamedTuple

from facilitator.room.striking import known

SIZE = 16  # bytes of a digest and of a chain: half of a SHA-256
MOST = 1_000_000_000  # acts of a log; a higher number is none that was ever given
NOTHING = bytes(SIZE)  # stands for the digest of an act that cannot be read any more


def digest_of(n: int, at: int, kind: str, data: str) -> bytes:
    """Return the digest of one act, over its fields as they are stored."""
    return sha256(f"{n}\0{at}\0{kind}\0{data}".encode()).digest()[:SIZE]


def root(log: str) -> bytes:
    """Return the chain before the first act of a log."""
    return sha256(log.encode()).digest()[:SIZE]


def chained(before: bytes, digest: bytes) -> bytes:
    """Return the chain at an act, from the chain before it and the digest of the act."""
    return sha256(before + digest).digest()[:SIZE]


DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Strike(NamedTuple):
    """What a row says of its own striking."""

    day: str  # ISO date
    reason: str  # one of room.striking.REASONS
    left: bytes  # digest of all that is left, of day and reason too; `check` compares it

    @classmethod
    def on(cls, row: "Row", data: str, day: str, reason: str) -> "Strike":
        """Return the strike that leaves these fields of a row."""
        text = f"{row.n}\0{row.at}\0{row.kind}\0{data}\0{day}\0{reason}\0"
        return cls(day, reason, sha256(text.encode() + row.digest).digest()[:SIZE])

    @classmethod
    def read(cls, text: str) -> "Strike":
        """Read the column `struck`; what is no strike has a digest that fits nothing."""
        try:
            row = json.loads(text)
            day = row["day"] if DAY.fullmatch(row["day"]) else ""
            return cls(day, known(row["reason"]), bytes.fromhex(row["left"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            return cls("", "", b"")

    def written(self) -> str:
        row = {"day": self.day, "reason": self.reason, "left": self.left.hex()}
        return json.dumps(row, separators=(",", ":"))


class Row(NamedTuple):
    """One act as the file has it. What is struck keeps its digest and chain, and lost its words."""

    n: int
    at: int
    kind: str
    data: str
    digest: bytes
    chain: bytes
    struck: str = ""  # JSON: day, reason, digest of what is left; empty while nothing was struck

    @property
    def is_whole(self) -> bool:
        """Say whether the fields are what was written, or what a strike left of them."""
        if not 0 < self.n <= MOST:
            return False
        try:
            if not self.struck:
                return self.digest == digest_of(self.n, self.at, self.kind, self.data)
            day, reason, _ = Strike.read(self.struck)
            return self.struck == Strike.on(self, self.data, day, reason).written()
        except UnicodeError:  # half a character
            return False

    def without(self, data: str, day: str, reason: str) -> "Row":
        """Return the row with what is left of its fields, struck on a day (ISO) for a reason."""
        strike = Strike.on(self, data, day, reason)
        return self._replace(data=data, struck=strike.written())

    def follows(self, before: bytes) -> bool:
        """Say whether the row is the act after the one with this chain."""
        return self.chain == chained(before, self.digest)


def written(n: int, at: int, kind: str, data: str, before: bytes) -> Row:
    """Return the row of a new act, after the one with the chain `before`."""
    digest = digest_of(n, at, kind, data)
    return Row(n, at, kind, data, digest, chained(before, digest))
