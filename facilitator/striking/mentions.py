"""Where other texts of a session name a person who is erased, and which of them may go."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from facilitator.log.words_of import Path, words_of
from facilitator.publish.redaction.lookout import Hit, Lookout
from facilitator.publish.redaction.names import Known
from facilitator.record.acts import Act, items_of
from facilitator.record.sweeping import Who
from facilitator.striking.plan import Mention
from facilitator.striking.verbs import in_words

# A text that may be struck alone would leave a gap here: what a session belongs to, who others are.
KEPT = ("series", "city")
NAMES = ("name", "also", "owner")


def people_in(act: Act) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield everybody of whom an act tells by id, each with the fields in which it does."""
    if act.person:
        yield act.person, act.fields
        changes = act.fields.get("changes")
        if isinstance(changes, dict):
            yield act.person, changes
    for _, row in act.rows_of_people:
        if isinstance(row.get("id"), str):
            yield row["id"], row


def names_of(who: Collection[Who], acts: Mapping[str, Iterable[Act]]) -> set[str]:
    """Return all names and addresses that somebody ever had, under each of their ids."""
    found = set[str]()
    for log, every in acts.items():
        for act in every:
            for person, told in people_in(act):
                if (log, person) in who:
                    found |= _texts([told.get("name"), told.get("email")])
                    found |= _texts(told.get("also"))
    return found - {""}


def _texts(value: object) -> set[str]:
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()


class Seeker:
    """Looks for one person's names in texts in which others may have the same."""

    def __init__(self, own: Iterable[str], others: Iterable[str]) -> None:
        own = [*own]
        self._addresses = [name.casefold() for name in own if "@" in name]
        self._own = Lookout([Known("", tuple(n for n in own if "@" not in n), False)])
        self._others = Lookout([Known(name, (name,), False) for name in others])

    def find(self, text: str) -> bool | None:
        """Say whether a text names the person for sure, or may do so; None if it does not."""
        if any(address in text.casefold() for address in self._addresses):
            return True
        hits = self._own.find(text)
        if not hits:
            return None
        others = self._others.find(text)
        return any(hit.sure and not _covered(hit, others) for hit in hits)


def _covered(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(one.start <= hit.start and hit.end <= one.end for one in others)


def mentions(
    seeker: Seeker, acts: Mapping[str, Iterable[Act]]
) -> Iterator[tuple[Mention, Act, Path]]:
    """Yield the texts that name the person, each with the act that holds it, and where."""
    for log, every in acts.items():
        items = {id(act): item for item in items_of(log, every) for act in item.acts}
        for act in every:
            item = items.get(id(act))
            for at, text in words_of(act.row.kind, act.fields):
                if any(step in NAMES for step in at):
                    continue
                sure = seeker.find(text)
                if sure is not None:
                    name = next(step for step in reversed(at) if isinstance(step, str))
                    place = in_words(item.making) if item else f"act {act.row.n}"
                    may_go = sure and name not in KEPT
                    yield Mention(log, f"{place}, {name}", text, may_go), act, at
