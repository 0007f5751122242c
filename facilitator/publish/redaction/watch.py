"""Everything that is looked out for in the texts of an edition. What was found once is kept."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.publish.redaction import letters
from facilitator.publish.redaction.lookout import Lookout
from facilitator.publish.redaction.names import Known, like_a_name
from facilitator.publish.redaction.risks import risks, telling
from facilitator.publish.redaction.strangers import strangers
from facilitator.room.folding import folded
from facilitator.room.refs import Ref


class Found(NamedTuple):
    """Words in a text that may not leave, or that somebody should look at."""

    start: int
    end: int
    reason: str  # one of REASONS
    sure: bool
    person: str = ""


class Watch:
    """The names and places of a session; texts are looked through by them."""

    def __init__(self, people: tuple[Known, ...], places: frozenset[str]) -> None:
        self._lookout = Lookout(people)
        self._known = places.union(
            key for name in self._lookout.names for word in name.words for key in word.keys
        )
        self._sure: dict[tuple[str, bool], tuple[Found, ...]] = {}
        self._all: dict[tuple[str, bool], tuple[Found, ...]] = {}

    def sure(self, text: str, contact: bool = False) -> tuple[Found, ...]:
        """Return what of a text may not leave, and names that may be one; `contact` is meant to."""
        key = text, contact
        if key not in self._sure:
            self._sure[key] = tuple(settled(self._search(text, contact)))
        return self._sure[key]

    def all(self, text: str, contact: bool = False) -> tuple[Found, ...]:
        """Return what is sure, and what looks risky."""
        key = text, contact
        if key not in self._all:
            more = [*telling(text), *strangers(text, self._known.__contains__)]
            wanted = [one for one in more if not (contact and one.reason == "address")]
            found = [*self.sure(text, contact), *(Found(*one) for one in wanted)]
            self._all[key] = tuple(settled(found))
        return self._all[key]

    def _search(self, text: str, contact: bool) -> Iterator[Found]:
        plain, places = letters.plain(text)
        numbers = [
            Found(places[one.start], places[one.end - 1] + 1, one.reason, True)
            for one in risks(plain)
        ]
        kept = [one for one in numbers if contact and one.reason in ("contact", "address")]
        yield from (one for one in numbers if one not in kept)
        for hit in self._lookout.find(text):
            if not any(one.start <= hit.start and hit.end <= one.end for one in kept):
                yield Found(hit.start, hit.end, "name", hit.sure, hit.person)


def settled(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found by place. Sure words swallow what lies over them, large ones small."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (not one.sure, one.start - one.end, one.start)):
        over = [other for other in kept if one.start < other.end and other.start < one.end]
        if not over:
            kept.append(one)
        elif one.sure:  # the rest of a name half inside an address goes with it
            last = over[0]
            kept.remove(last)
            start, end = min(one.start, last.start), max(one.end, last.end)
            kept.append(last._replace(start=start, end=end))
    yield from sorted(kept)


def watch(state: State, earlier: Mapping[str, State] | None = None) -> Watch:
    """Return the watch over a session; for the same names it is the same one.

    `earlier` are the sessions before in the series by id, the oldest first.
    """
    known = dict.fromkeys(_known(state, earlier or {}))
    return _watch(tuple(known), frozenset(_places(state)))


@lru_cache(16)  # a series has some sessions, each with its own
def _watch(people: tuple[Known, ...], places: frozenset[str]) -> Watch:
    return Watch(people, places)


def _known(state: State, earlier: Mapping[str, State]) -> Iterator[Known]:
    """Yield who is known by name: in this session, then in those before it, the last first.

    Whether somebody may be named is asked anew in each session; the latest word counts. A refusal
    follows a person to every session in which they were somebody else on the list.
    """
    decided: dict[str, bool] = {}
    refused = set[str]()  # as `Person.same_as` tells who it is
    for ident, session in (("", state), *reversed(tuple(earlier.items()))):
        here: dict[str, bool] = {}
        tells = state.meeting.tells_names and session.meeting.tells_names
        for person in session.people.values():
            names = tuple(filter(None, (person.name, *person.also)))
            again = [decided[name] for name in map(folded, names) if name in decided]
            told = all(again) if again else tells and person.may_be_named
            told = told and str(Ref(ident, person.id)) not in refused
            if names:
                yield Known(person.id if session is state else "", names, told)
            for name in map(folded, names):
                here[name] = here.get(name, True) and told
            if not told and person.same_as:
                refused.add(person.same_as)
        yield from _owners(session, here, tells)
        decided = {**here, **decided}


def _owners(session: State, here: dict[str, bool], tells: bool) -> Iterator[Known]:
    """Yield who promised and is on no list, if it may be a person and not a body."""
    for of in session.commitments.values():
        listed = of.person in session.people or folded(of.owner) in here
        if of.owner and not listed and like_a_name(of.owner):
            yield Known("", (of.owner,), tells and of.tells_name)


def _places(state: State) -> Iterator[str]:
    """Yield the words of places and bodies: they are not taken for names of strangers."""
    of = state.meeting
    named = [of.title, of.series, of.city, of.venue, of.convener, of.next_place]
    named += [one.organisation for one in state.people.values()]
    named += [one.organisation for one in state.commitments.values()]
    for words in dict.fromkeys(named):
        yield from (token.key for token in letters.tokens(words))
