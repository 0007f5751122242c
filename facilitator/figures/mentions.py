"""Whom and what a line may refer to: the people and bodies of a session, and its themes."""

from facilitator.log.state import State
from facilitator.room.capture import known_theme
from facilitator.room.finding import telling, the_one
from facilitator.room.folding import fold_name, words_of


def bodies(state: State) -> list[str]:
    """Return the bodies that people and promises belong to, and who else was named as an owner."""
    promises = list(state.commitments.values())[::-1]  # who promised last is named again soonest
    named = [name for promise in promises for name in (promise.owner, promise.organisation)]
    named += [person.organisation for person in state.people.values()]
    people = {fold_name(person.name) for person in state.people.values()}
    known = {fold_name(name): name for name in reversed(named)}
    return [name for folded, name in reversed(known.items()) if name and folded not in people]


def names(state: State, bodies: list[str]) -> dict[str, str]:
    """Return all names that may follow an @, by how they fold."""
    known = {fold_name(name): name for name in bodies}
    return known | {fold_name(one.name): one.name for one in state.people.values() if one.name}


def person_named(state: State, typed: str) -> str:
    """Return the id of the one person that a name means for sure, or nothing."""
    one = the_one(state.people, typed)
    return one.id if one else ""


def body_named(bodies: list[str], typed: str) -> str:
    """Return the one body that a name means for sure, else what was typed."""
    sure = any(telling(word) for word in words_of(typed))
    hits = [name for name in bodies if begins(name, typed)] if sure else []
    return hits[0] if len(hits) == 1 else typed


def themes(state: State, listed: dict[str, str]) -> dict[str, str]:
    """Return the themes with their labels: those this session used last, then those listed."""
    found: dict[str, str] = {}
    for note in list(state.notes.values())[::-1]:
        for theme in note.themes:
            if theme not in found and known_theme(theme, found) == theme:
                found[theme] = listed.get(theme, "")
    return found | {theme: label for theme, label in listed.items() if theme not in found}


def begins(name: str, letters: str) -> bool:
    """Say whether each word typed begins a word of the name."""
    words = fold_name(name).replace("_", " ").split()
    return all(any(w.startswith(part) for w in words) for part in fold_name(letters).split())
