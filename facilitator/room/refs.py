"""What names an item of another log: a commitment of an earlier session, a person at another."""

from typing import NamedTuple


class Ref(NamedTuple):
    """An item by its log and its id there, written `log/id`.

    `of` are the first 8 bytes of the digest of the act that made it, in 16 hexadecimal digits.
    Where two laptops went on from one copy and both made a C3, it tells which of them is meant.
    It is empty where nobody knows, as in files of version 1.
    """

    log: str
    id: str
    of: str = ""

    @classmethod
    def read(cls, text: str, of: str = "") -> "Ref":
        """Read a reference; an id alone is of the log that it stands in, which is left empty."""
        log, _, ident = text.rpartition("/")
        return cls(log, ident, of)

    def __str__(self) -> str:
        return f"{self.log}/{self.id}" if self.log else self.id
