"""Acts of a log as a strike looks at them: which item they are about, and whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from facilitator.record.branches import base, branches
from facilitator.record.chain import Row
from facilitator.record.strike import fields
from facilitator.room.refs import Ref

MAKING = {"NoteTaken": "note", "CommitmentMade": "commitment"}  # and where the id of it stands
# Notes and promises are somebody's if one of these says so.
SAYING_WHOSE = (*MAKING, "NoteChanged", "CommitmentAmended")
_ABOUT = ("note", "commitment", "item", "ref")  # fields that name an item, in any kind of act


class Act:
    """A row of a log with its fields."""

    def __init__(self, log: str, row: Row) -> None:
        self.log, self.row = log, row

    @cached_property
    def fields(self) -> Any:
        return fields(self.row.data)

    @property
    def key(self) -> tuple[int, bytes]:
        return self.row.n, self.row.chain

    @cached_property
    def makes(self) -> Ref | None:
        """Return the note or promise that the act made, known in every branch by its digest."""
        ident = self.text(MAKING.get(self.row.kind, ""))
        return Ref(self.log, ident, self.row.digest.hex()[:16]) if ident else None

    @cached_property
    def about(self) -> list[str]:
        """Return the items that the act is about, as it names them."""
        return [text for name in _ABOUT if (text := self.text(name))]

    @property
    def refs(self) -> list[Ref]:
        """Return them with their logs, and with the act that made them, if that is told."""
        read = map(Ref.read, self.about)
        return [Ref(ref.log or self.log, ref.id, self.text("of")) for ref in read]

    @property
    def whose(self) -> str:
        """Return the person of whom the act says that an item is theirs."""
        if self.row.kind not in SAYING_WHOSE:
            return ""
        of = self.fields if self.row.kind in MAKING else self.fields.get("changes")
        found = of.get("person") if isinstance(of, dict) else ""
        return found if isinstance(found, str) else ""

    @property
    def person(self) -> str:
        """Return the person whom the act is about."""
        return "" if self.row.kind in SAYING_WHOSE else self.text("person")

    @property
    def rows_of_people(self) -> Iterator[tuple[tuple[str, int], Mapping[str, Any]]]:
        """Yield the rows in which the act tells of people, each with where it stands."""
        if isinstance(self.fields, dict):
            for name, value in self.fields.items():
                if name != "agenda" and isinstance(value, list):
                    rows = ((n, row) for n, row in enumerate(value) if isinstance(row, dict))
                    yield from (((name, n), row) for n, row in rows)

    def text(self, *names: str) -> str:
        """Return a field, or a field of a field, if it is text."""
        value = self.fields
        for name in names:
            value = value.get(name) if isinstance(value, dict) else None
        return value if isinstance(value, str) else ""


class Item(NamedTuple):
    """A note or a promise with all that was done about it in its own log, in any branch."""

    ref: Ref
    making: Act
    acts: Sequence[Act]


def acts_of(log: str, rows: Iterable[Row]) -> list[Act]:
    return [Act(log, row) for row in rows]


def items_of(log: str, acts: Iterable[Act]) -> list[Item]:
    """Return the notes and promises of a log.

    In each branch an act is about what was last made under that id: after two laptops went on
    from one copy, each has an N5 of its own.
    """
    by_key = {act.key: act for act in acts}
    made: dict[Ref, Act] = {}
    about: dict[Ref, dict[tuple[int, bytes], Act]] = {}
    strays = dict(by_key)  # what a flipped bit made of an act holds its words too
    for way in branches(log, [act.row for act in by_key.values()]) if by_key else ():
        last: dict[str, Ref] = {}
        for row in way.rows:
            act = by_key[row.n, row.chain]
            strays.pop(act.key, None)
            if act.makes is not None:
                made[act.makes], last[act.makes.id] = act, act.makes
            for name in act.about:
                if (ref := last.get(name) or last.get(_own(name, log))) is not None:
                    about.setdefault(ref, {})[act.key] = act
    for act in strays.values():
        for ref in made:
            if ref.id in act.about:
                about[ref][act.key] = act
    return [Item(ref, making, list(about[ref].values())) for ref, making in made.items()]


def _own(name: str, log: str) -> str:
    """Return the id of an item that is named as if it were of another log, and is of this one."""
    ref = Ref.read(name)
    return ref.id if base(ref.log or log) == log else ""
