"""Who on a list is there already: in the session, further up in the list, at an earlier session."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from facilitator.record.earlier import Earlier
from facilitator.room.folding import folded, words_of
from facilitator.room.people import NAMED, People

MUCH_ALIKE = 92  # per cent of the letters, from which on a name may be a slip of another
ALIKE_FROM = 9  # letters; of shorter names a tenth is no letter
FEW = 40  # people who share a word of their names, and are compared letter by letter


class Entry(NamedTuple):
    """Somebody to compare with."""

    ident: str
    name: str
    key: str  # the name as it is compared
    email: str
    organisation: str
    row: int  # of the list; 0 if in the session
    told: Mapping[str, Any]

    @property
    def place(self) -> str:
        return f"in row {self.row}" if self.row else "already on the list"


class Twin(NamedTuple):
    entry: Entry
    sure: bool
    why: str


class Twins:
    """All who are there, to be asked for each row; one question costs the same in any crowd."""

    def __init__(self, known: People) -> None:
        self._named: dict[str, Entry] = {}
        self._exact: dict[tuple[str, str, str], Entry] = {}
        self._mailed: dict[str, Entry] = {}
        self._words: dict[str, list[Entry]] = {}
        for person in known.values():
            told = {name: getattr(person, name) for name in _TOLD}
            self._take(_entry(person.id, told, 0))

    def add(self, person: Mapping[str, Any], row: int) -> None:
        self._take(_entry(person["id"], person, row))

    def of(self, person: Mapping[str, Any]) -> Twin | None:
        """Return who has the same name; surely the same with the same e-mail or organisation."""
        here = _entry("", person, 0)
        for what, value in _marks(here):
            there = self._exact.get((here.key, what, value))
            if there and not _apart(here.email, there.email):
                why = f"Same name and {what} as {_in(there)}{_refused(here, there)}"
                return Twin(there, True, why)
        there = self._named.get(here.key)
        if there is None:
            return None
        if _says_nothing_new(here.told, there.told):
            return Twin(there, True, f"The same as {_in(there)}")
        return Twin(there, False, f"Same name as {_in(there)}{_refused(here, there)}")

    def hint(self, person: Mapping[str, Any]) -> str:
        """Return a sentence on somebody much like them, or with the same e-mail."""
        here = _entry("", person, 0)
        there = self._mailed.get(here.email)
        if here.email and there:
            return f"Same e-mail as {there.name}, {there.place}."
        there = self._alike(here)
        return f"Much like {there.name}, {there.place}." if there else ""

    def _alike(self, here: Entry) -> Entry | None:
        name = here.key
        if len(name) < ALIKE_FROM:
            return None
        from rapidfuzz import fuzz, process

        near = [other for word in name.split() for other in self._words.get(word, ())]
        found = process.extractOne(
            name, [one.key for one in near], scorer=fuzz.ratio, score_cutoff=MUCH_ALIKE
        )
        there = near[found[2]] if found else None
        return None if there is None or _differ(here, there) else there

    def _take(self, entry: Entry) -> None:
        name = entry.key
        if not name:
            return
        self._named.setdefault(name, entry)
        for what, value in _marks(entry):
            self._exact.setdefault((name, what, value), entry)
        if entry.email:
            self._mailed.setdefault(entry.email, entry)
        for word in set(name.split()):
            sharing = self._words.setdefault(word, [])
            if len(sharing) < FEW:
                sharing.append(entry)


class Met:
    """Who was at the earlier sessions of the series."""

    def __init__(self, earlier: Iterable[Earlier], known: People) -> None:
        said = {person.same_as for person in known.values()}
        self._people: dict[str, list[Earlier]] = {}
        for one in earlier:
            if one.ref not in said:
                self._people.setdefault(key(one.name), []).append(one)

    def who(self, name: str, organisation: str) -> Earlier | None:
        """Return who has the same name, best of the same organisation, then the newest."""
        met = self._people.get(key(name), []) if name else []
        same = (one for one in met if folded(one.organisation) == folded(organisation))
        return next(same, met[0] if met else None)


_TOLD = "name groups languages interpreted consent minor organisation role table email".split()


def key(name: str) -> str:
    """Return a name as it is compared: García, Ana is Ana García."""
    return " ".join(sorted(words_of(name))) or folded(name)


def _entry(ident: str, told: Mapping[str, Any], row: int) -> Entry:
    mail, body = told.get("email", ""), told.get("organisation", "")
    name = told["name"]
    return Entry(ident, name, key(name), mail.casefold(), folded(body), row, told)


def _marks(entry: Entry) -> list[tuple[str, str]]:
    marks = [("e-mail", entry.email), ("organisation", entry.organisation)]
    return [(what, value) for what, value in marks if value]


def _in(entry: Entry) -> str:
    return f"{entry.name}, {entry.place}"


def _refused(here: Entry, there: Entry) -> str:
    """Tell of a row that names nobody where the other was to be named: it would be lost."""
    said = here.told.get("consent", "")
    lost = said and said not in NAMED and there.told.get("consent") in NAMED
    return ", but here not to be named" if lost else ""


def _apart(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _differ(one: Entry, other: Entry) -> bool:
    return _apart(one.email, other.email) or _apart(one.organisation, other.organisation)


def _says_nothing_new(here: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Say whether all that a row tells beyond the name is known of the other."""
    return all(not here.get(name) or here[name] == there.get(name) for name in _TOLD[1:])
