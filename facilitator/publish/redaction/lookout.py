"""Looks out for names in a text: which words mean somebody who may not be named."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from facilitator.publish.redaction import letters
from facilitator.publish.redaction.common import TITLES
from facilitator.publish.redaction.names import Known, Tells
from facilitator.publish.redaction.register import Meaning, Register, Seen
from facilitator.publish.redaction.solid import Solid


class Hit(NamedTuple):
    """Words that are a name, or may be."""

    start: int
    end: int
    sure: bool
    person: str


class _Met(NamedTuple):
    """A word that may mean somebody, where it stands."""

    start: int
    end: int
    seen: Seen


class Lookout:
    """Who is to be looked out for; whoever may be named keeps the words of the whole name."""

    def __init__(self, people: Iterable[Known]) -> None:
        known = tuple(people)
        self._register = Register(known)
        self.names = self._register.names
        self._solid = Solid(known)

    def find(self, text: str) -> list[Hit]:
        """Return the names in a text, by place, none of them over another."""
        hits = [hit for run in self._runs(text) for hit in self._decided(text, run)]
        if letters.solid(text):
            hits += [Hit(start, end, True, person) for start, end, person in self._solid.find(text)]
            hits = _apart(hits)
        return hits

    def _met(self, text: str) -> Iterator[_Met]:
        """Yield the words that mean somebody; text written backwards is read so too."""
        register = self._register
        backwards = "\u202e" in text
        for start, raw in letters.words(text):
            seen = register[raw]
            if seen is None and backwards:
                seen = register[letters.shown(raw)[::-1]]
                seen = seen and seen._replace(length=len(raw), capital=True)
            if seen is not None:
                yield _Met(start, start + seen.length, seen)

    def _runs(self, text: str) -> Iterator[list[_Met]]:
        """Yield words that may mean somebody in runs of neighbours."""
        run: list[_Met] = []
        for met in self._met(text):
            if run and not _GAP.fullmatch(text, run[-1].end, met.start):
                yield run
                run = []
            run.append(met)
        if run:
            yield run

    def _decided(self, text: str, run: list[_Met]) -> Iterator[Hit]:
        """Yield the hits of a run; neighbouring words of one name are one."""
        free = self._free(text, run)
        whole = {of for of in _names_in(run, hidden=True) if self._whole(of, run)}
        open_: tuple[Hit, set[int], int] | None = None
        for place, met in enumerate(run):
            if not met.seen.hidden or place in free:
                continue
            sure = self._sure(text, met, run, whole)
            if sure is None:
                continue
            means = {of for of, _ in met.seen.hidden}
            person = self.names[min(means & whole or means)].person
            hit = Hit(*self._widened(text, met, means), sure, person)
            if open_ and sure and open_[0].sure and open_[1] & means and open_[2] == place - 1:
                open_ = open_[0]._replace(end=hit.end), open_[1] & means, place
                continue
            if open_:
                yield _closed(text, open_[0])
            open_ = hit, means, place
        if open_:
            yield _closed(text, open_[0])

    def _sure(self, text: str, met: _Met, run: list[_Met], whole: set[int]) -> bool | None:
        """Say whether a word means somebody for sure, may do so, or does not."""
        seen = met.seen
        means = {of for of, _ in seen.hidden}
        together = means & (whole | self._near(met, run))
        if together or (seen.tells < Tells.TOGETHER and _titled(text, met.start)):
            return True
        if seen.tells < Tells.TOGETHER and seen.capital and _of_place(text, met.start, met.end):
            return False
        if seen.tells is Tells.ALWAYS:
            small = not seen.capital and _SYLLABLE.fullmatch(
                letters.fold(text[met.start : met.end])
            )
            return None if small and _vietnamese(text) else True
        if not seen.capital or seen.tells is Tells.TOGETHER:
            return None
        if seen.tells is Tells.INSIDE:
            return not _begins(text, met.start)
        return seen.tells is Tells.CAPITAL

    def _near(self, met: _Met, run: list[_Met]) -> set[int]:
        """Return the names of which another word stands near, both with capital letters."""
        if not met.seen.capital:
            return set()
        mine = dict(met.seen.hidden)
        return {
            of
            for other in run
            if other is not met and other.seen.capital and other.seen.tells < Tells.TOGETHER
            for of, words in other.seen.hidden
            if of in mine and mine[of] != words
        }

    def _whole(self, of: int, run: Iterable[_Met]) -> bool:
        """Say whether all words of a name stand in a run, in whatever case."""
        core = self.names[of].core
        met = [one for one in run if any(name == of for name, _ in _all(one.seen))]
        words = {
            word for one in met for name, some in _all(one.seen) if name == of for word in some
        }
        telling = any(one.seen.capital or one.seen.tells < Tells.INSIDE for one in met)
        return len(core) > 1 and core <= words and telling

    def _free(self, text: str, run: list[_Met]) -> set[int]:
        """Return the words, by place in a run, that are the whole name of who may be named."""
        free = set[int]()
        for of in _names_in(run, hidden=False):
            core = self.names[of].core
            places = [
                n for n, met in enumerate(run) if any(name == of for name, _ in met.seen.told)
            ]
            for stretch in _stretches(places):
                some = [run[place] for place in stretch]
                plain = all("," not in text[one.end : two.start] for one, two in pairwise(some))
                words = {w for met in some for name, ws in met.seen.told if name == of for w in ws}
                hidden = any(self._whole(name, some) for name in _names_in(some, hidden=True))
                if plain and core <= words and not hidden:
                    free |= {*stretch}
        return free

    def _widened(self, text: str, met: _Met, means: set[int]) -> tuple[int, int]:
        """Return a name with its initials: J. Smith, Maria G."""
        initials = {word.keys[0][:1] for of in means for word in self.names[of].words}
        start, end = met.start, met.end
        while (found := _INITIAL.search(text, max(0, start - 6), start)) and (
            letters.fold(found[1])[:1] in initials
        ):
            start = found.start()
        after = _MIDDLE.match(text, end)
        if after and letters.fold(after[1])[:1] in initials:
            end = after.end()
        return start, end


# Between two words of a name: blanks, a hyphen, a comma, brackets and quotes of a nickname, what
# only joins (de la, bin), initials.
_SIGNS = "[-‐‑–'’“”\"«»„()\\[\\]‘,·•/\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
_JOINS = (
    "de|del|della|di|da|dos|das|du|la|las|los|le|y|e|van|von|der|den|bin|ibn|bint|binti|al|el"
    "|thi|thị|văn"
)
_GAP = re.compile(
    rf"\s{{0,3}}{_SIGNS}{{0,3}}\s{{0,3}}(?:(?:{_JOINS}|\w\.?)[\s'’-]{{1,2}}){{0,3}}", re.I
)
_INITIAL = re.compile(r"(?<!\w)(\w)\.\s?$")
_MIDDLE = re.compile(r"\s(\w)\.(?!\w)")


def _all(seen: Seen) -> tuple[Meaning, ...]:
    return seen.hidden + seen.told


def _names_in(run: Iterable[_Met], hidden: bool) -> dict[int, None]:
    return dict.fromkeys(
        of for met in run for of, _ in (met.seen.hidden if hidden else met.seen.told)
    )


def _stretches(places: list[int]) -> list[list[int]]:
    """Return numbers in stretches without a gap."""
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _begins(text: str, start: int) -> bool:
    """Say whether a word begins a sentence, a line or something quoted."""
    before = text[max(0, start - 12) : start].rstrip(" \t\u00a0")
    return not before or before[-1] in ".!?:;…\n\r“”\"«»„‘'([{*•–—>¿¡/|"


def _titled(text: str, start: int) -> bool:
    """Say whether a title stands before a word: Mr. Black, Officer May."""
    found = re.search(r"(\w+)\.?\s$", text[max(0, start - 20) : start])
    return found is not None and found[1][:1].isupper() and letters.fold(found[1]) in TITLES


def _of_place(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of the name of a place: Saint Exempla, Lopez Park."""
    return bool(_SAINT.search(text, max(0, start - 9), start) or _PLACE.match(text, end))


_SAINT = re.compile(r"\b(?:Saint|Sainte|St\.?|Ste\.?|San|Santa|Santo)\s$")
_PLACE = re.compile(
    r"\s(?:Streets?|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Parkway|Highway|Park|Square"
    r"|Plaza|Bridge|Hall|Church|Parish|Temple|Mosque|Chapel|Cathedral|Library|School|Elementary"
    r"|High|Middle|Academy|College|University|Center|Centre|Hospital|Clinic|County|Township)\b"
)


def _vietnamese(text: str) -> bool:
    """Say whether a text is Vietnamese, where small words are words and no names."""
    return not text.isascii() and len(_TONES.findall(text)) > 3


_SYLLABLE = re.compile(
    "(?:ngh?|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_TONES = re.compile("[\u1ea0-\u1ef9ăơưđ]")
_CLOSES = {"(": ")", "[": "]", "“": "”", '"': '"', "«": "»", "„": "”", "‘": "’"}


def _closed(text: str, hit: Hit) -> Hit:
    """Return a hit with the bracket or quote behind it that it opens."""
    words = text[hit.start : hit.end]
    for opening, closing in _CLOSES.items():
        odd = words.count(opening) % 2 if opening == closing else opening in words
        if odd and closing not in words[words.rindex(opening) + 1 :]:
            return hit._replace(end=hit.end + text.startswith(closing, hit.end))
    return hit


def _apart(hits: list[Hit]) -> list[Hit]:
    """Return hits by place; those that lie over one another are one."""
    found: list[Hit] = []
    for hit in sorted(hits):
        if found and hit.start < found[-1].end:
            last = found[-1]
            sure = last.sure or hit.sure
            found[-1] = last._replace(end=max(last.end, hit.end), sure=sure)
        else:
            found.append(hit)
    return found
