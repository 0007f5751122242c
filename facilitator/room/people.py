"""The people of a session: who was invited, who came, and what may be told of them."""

import re
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

# May a person be named outside the room? Ladder of the practice guide, section 0, rule 4.
CONSENT = ("anonymous", "group", "official", "named")
NAMED = frozenset(CONSENT[2:])  # with these, of a person or of a promise, a name may be told
NEVER_SHOWN = frozenset({"FAMILY_AFFECTED"})  # but to those it names (guide, section (b))
HOST = "TRUSTED_LEADER"  # with whom they are counted and seated, since they are never alone
NOT_STATED = "NOT_STATED"
ERASED = "a participant"  # of whom nothing is known any more
SMALL = 5  # people of a group, under which a number may tell who (practice guide, section 3)
BY_SIGN_IN, BY_FLOOR = "sign_in", "floor"
OFFICIALS = frozenset({"ELECTED", "POLICE", "CITY_STAFF", "COURT_PROSECUTOR"})
# Roles of the practice guide, section (b), whose speech is to have others speak.
FACILITATING = ("facilitator", "moderator", "circle keeper", "table host")


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str = ""
    groups: tuple[str, ...] = ()  # stakeholder codes, the primary one first
    languages: tuple[str, ...] = ()
    interpreted: bool = False
    consent: str = CONSENT[0]
    minor: bool = False
    organisation: str = ""
    role: str = ""
    table: int = 0
    walk_in: bool = False
    invited: bool = False
    confirmed: bool = False
    came: int | None = None
    left: int | None = None
    email: str = ""  # to write to them; it leaves the file in no edition
    same_as: str = ""  # who they were at an earlier session: a Ref, written
    same_of: str = ""  # of that Ref
    also: tuple[str, ...] = ()  # other names they went by in this session
    came_by: str = ""  # how it is known that they came: BY_SIGN_IN, BY_FLOOR
    erased: bool = False  # what was known of them was struck for good

    @property
    def group(self) -> str:
        return self.groups[0] if self.groups else NOT_STATED

    @property
    def sits_as(self) -> str:
        """Return the group under which they are counted and seated, once: the first."""
        return sits_with(self.group)

    @property
    def shown_groups(self) -> tuple[str, ...]:
        """Return the groups that a screen in the hall may show beside a name."""
        return tuple(code for code in self.groups if code not in NEVER_SHOWN)

    @property
    def shown_group(self) -> str:
        return next(iter(self.shown_groups), NOT_STATED)

    @property
    def may_be_named(self) -> bool:
        """Say whether they agreed to it; a child is never named (practice guide, section 6)."""
        return self.consent in NAMED and not self.minor

    @property
    def agreed(self) -> str:
        """Return how a promise of theirs may be told, as they agreed to: `PUBLISH` of promises."""
        return self.consent if self.may_be_named else "group"

    @property
    def called(self) -> str:
        """Return the name, or the id of somebody who gave none: nobody must sign in."""
        return self.name or (ERASED if self.erased else self.id)

    @property
    def office(self) -> str:
        """Return as what somebody is there: Sergeant, Parable Falls Police."""
        return ", ".join(filter(None, (self.role, self.organisation)))

    @property
    def signed_in(self) -> bool:
        """Say whether a person marked them as there; to ask for the floor is not to sign in."""
        return self.came is not None and self.came_by != BY_FLOOR

    @property
    def official(self) -> bool:
        return self.group in OFFICIALS

    @property
    def facilitates(self) -> bool:
        """Say whether the role is to lead the talk: lead facilitator, co-facilitator, moderator."""
        role = self.role.casefold().replace("_", " ").replace("-", " ")
        return bool(role) and role.endswith(FACILITATING)


People = Mapping[str, Person]


def sits_with(code: str) -> str:
    """Return the group under which a group is counted and has its table."""
    return HOST if code in NEVER_SHOWN else code


def attended(people: People) -> list[Person]:
    """Return who signed in or asked to speak: of the others nobody knows whether they came."""
    return [person for person in people.values() if person.came is not None]


def fold_name(name: str) -> str:
    """Return the letters a person would type for a name: no case, marks or apostrophes.

    đ, ø and ł carry no separable mark, so they are spelt out.
    """
    plain = name.casefold().translate(_SPELT_OUT)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in _APOSTROPHES)


@lru_cache(1 << 14)  # the page of a promise asks for all names each second
def folded(name: str) -> str:
    """Return a name as it is compared whole; one may be all apostrophes."""
    return fold_name(name).strip() or name.strip()


_APOSTROPHES = "'’‘ʼʻ`´"
_SPELT_OUT = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys(_APOSTROPHES, "")
)


def find(people: People, letters: str, limit: int = 100, sure: bool = False) -> list[Person]:
    """Return the people meant by some letters of their names, best first.

    A word typed is a word of the name, begins one, is inside one, is the Latin form of one, or is
    one with a slip of the fingers. `sure` leaves the last three out, for when nobody looks at a
    list and chooses.
    """
    wanted = words_of(letters[:LONGEST])
    if not wanted:
        return []
    known = [(person, _forms(person.called[:LONGEST])) for person in people.values()]
    hits = _ranked(known, wanted, {}, _BEGINS if sure else _LATIN)
    long = [part for part in wanted if len(part) >= SLIPPERY]
    if len(hits) < FEW and long and not sure and all(rank > _EXACT for rank, *_ in hits):
        words = {word for _, forms in known for word in (forms.latin or forms.words).split()}
        hits = _ranked(known, wanted, {part: _slips(part, words) for part in long}, _SLIP)
    hits.sort(key=lambda hit: hit[:3])
    return [person for *_, person in hits[:limit]]


def by_slip(person: Person, letters: str) -> bool:
    """Say whether some letters only mean a person if the fingers slipped."""
    known = [(person, _forms(person.called[:LONGEST]))]
    return not _ranked(known, words_of(letters[:LONGEST]), {}, _LATIN)


def goes_by(person: Person, letters: str) -> bool:
    """Say whether all the words typed are whole words of a name."""
    words = words_of(person.called)
    return all(part in words for part in words_of(letters))


# Words of every sentence. They begin many a name (the: Theresa, and: Andrea), and mean nobody.
COMMON = frozenset(
    "a about after all am an and any anybody anyone are as at be because been before both but by"
    " can could did do does each either every everybody everyone few for from had has have he her"
    " here him his how i if in into is it its let many may me might more most much must my neither"
    " no nobody none not nothing of off on once one only or other our out over own per shall she"
    " should so some somebody someone such than that the their them then there these they this"
    " those through to too under until up us very was we were what when where which while who"
    " whole whom whose why will with without would yes yet you your".split()
)
SURE = 3  # letters from which on the beginning of a name is no accident


def telling(word: str) -> bool:
    """Say whether a folded word, as the beginning of a name, can mean somebody."""
    return len(word) >= SURE and word not in COMMON


def the_one(people: People, typed: str) -> Person | None:
    """Return the one person whom a name means for sure, when nobody chooses from a list.

    A word of a name means somebody; so do a few letters that begin the name of nobody else.
    """
    name = folded(typed)
    same = [person for person in people.values() if name and folded(person.name) == name]
    hits = same or find(people, typed, len(people), sure=True)
    meant = same or [person for person in hits if goes_by(person, typed)] or hits
    if len(meant) != 1:
        return None
    known = words_of(meant[0].called)
    sure = same or any(telling(word) or word in known for word in words_of(typed))
    return meant[0] if sure else None


LONGEST = 200  # characters of a name that are looked at; somebody may paste a page
FEW = 3  # people found, under which what was typed may be a slip
SLIPPERY = 4  # letters from which on a slip can be told from another name
_EXACT, _BEGINS, _INSIDE, _LATIN, _WORD_WITH_SLIP, _SLIP, _NOT = range(7)

Hit = tuple[int, int, str, Person]  # how well, whether not by the first word, its name, who


class _Forms(NamedTuple):
    """A name ready to be searched. A blank stands before each word, so " ann" is a beginning."""

    words: str
    tails: str  # from each word to the end without gaps: hyphens and blanks are forgiven
    latin: str = ""  # the tails of the Latin form of another script
    bones: str = ""  # words and tails of its consonants, for scripts that write no vowels


@lru_cache(1 << 16)
def _forms(name: str) -> _Forms:
    words = words_of(name)
    plain = _Forms(f" {' '.join(words)} ", _tails(words))
    if plain.words.isascii():
        return plain
    from anyascii import anyascii  # few rooms need it, and it takes a while

    spelt = anyascii(unicodedata.normalize("NFC", name))
    latin = words_of(_SYLLABLE.sub(" ", spelt))
    bones = [_bones(word) for word in latin]
    return plain._replace(latin=_tails(latin), bones=f" {' '.join(bones)} {_tails(bones)}")


_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # WangWei
_GAPS = str.maketrans(dict.fromkeys(string.punctuation + "‐‑–—·・،。«»“”„…", " "))


def words_of(name: str) -> list[str]:
    return fold_name(name).translate(_GAPS).split()


def _tails(words: list[str]) -> str:
    return "".join(f" {''.join(words[n:])}" for n in range(len(words)))


def _bones(word: str) -> str:
    """Return the consonants: Layla is written lyla in Arabic, and Kim is gim in Korean."""
    bones = _DOUBLED.sub(r"\1", word).translate(_VOWELS)
    return f"w{bones}" if word.startswith("w") else bones  # Wang is no Ng


def _skeleton(part: str) -> str:
    """Return the consonants to look for; a single one is looked for as a whole word."""
    bones = _bones(part)
    return f" {bones}" if len(bones) > 1 else f" {bones} " if bones else ""


_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("gq", "kk", "aeiouyw")


def _ranked(
    known: list[tuple[Person, _Forms]], wanted: list[str], slips: dict[str, list[str]], worst: int
) -> list[Hit]:
    """Return who answers to all the words typed, each with how well the worst of them fits."""
    first = f" {wanted[0]}"
    parts = [(f" {p}", f" {p} ", p, _skeleton(p), slips.get(p, [])) for p in wanted]
    hits: list[Hit] = []
    for person, forms in known:
        rank = max(_rank(forms, *part) for part in parts)
        if rank <= worst:
            hits.append((rank, not forms.words.startswith(first), forms.words, person))
    return hits


def _rank(forms: _Forms, begins: str, exact: str, part: str, bones: str, slips: list[str]) -> int:
    if begins in forms.tails:
        return _EXACT if exact in forms.words else _BEGINS
    if len(part) > 1 and part in forms.words:
        return _INSIDE
    if forms.latin and (begins in forms.latin or (bones and bones in forms.bones)):
        return _LATIN
    spelt = forms.latin or forms.tails
    if not any(slip in spelt for slip in slips):
        return _NOT
    return _WORD_WITH_SLIP if any(f"{slip} " in forms.words for slip in slips) else _SLIP


def _slips(part: str, words: set[str]) -> list[str]:
    """Return the beginnings of words that somebody who typed these letters may have meant."""
    from rapidfuzz import process  # only a slip needs it
    from rapidfuzz.distance import OSA

    size, most = len(part), 1 if len(part) < 8 else 2
    least = size if size == SLIPPERY else size - most  # Ivan is no Van
    lengths = range(least, size + most + 1)
    starts = {f" {word[:n]}" for word in words for n in lengths if n <= len(word)}
    found = process.extract(f" {part}", starts, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [start for start, _, _ in found]
