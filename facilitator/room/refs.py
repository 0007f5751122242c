"""What names an item of another log: a commitment of an earlier session, a person at another."""

import re
from typing import NamedTuple

# What may stand behind the item: the first 8 bytes of the digest of the act that made it.
_MADE = re.compile(r"#([0-9a-f]{16})$")


class Ref(NamedTuple):
    """An item by its log and its id there.

    `of` tells which branch is meant, where two laptops went on from one copy and both made an
    item of that id; it is empty where nobody knows, as in files of version 1.
    """

    log: str
    id: str
    of: str = ""  # 16 hexadecimal digits

    @classmethod
    def read(cls, text: str, home: str = "") -> "Ref":
        """Read `log/id` or `log/id#of`; an id alone is of the log `home`."""
        made = _MADE.search(text)
        plain = text[: made.start()] if made else text
        log, slash, ident = plain.rpartition("/")
        return cls(log if slash else home, ident, made[1] if made else "")

    @property
    def item(self) -> tuple[str, str]:
        """Return what two references to one item share, whether or not both know the act."""
        return self.log, self.id

    def __str__(self) -> str:
        return f"{self.log}/{self.id}{f'#{self.of}' if self.of else ''}"
