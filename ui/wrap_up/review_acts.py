"""What may be decided on something: the words of each button, its key, and the act it is."""

from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from facilitator.log.state import State
from facilitator.publish.look import Look
from facilitator.publish.review import Item, judgement
from facilitator.room.naming import promised_by
from facilitator.room.notes import Note, sources, step
from facilitator.room.promise_rules import PUBLISH
from facilitator.room.settling import KEEP, REASONS
from ui.live import Live


class Choice(NamedTuple):
    words: str
    key: str  # alone, while the review has the keys


CHOICES = {
    "uncounted": Choice("No count was made", "N"),
    "withhold": Choice("Withhold", "W"),
    "print": Choice("Print without a source", "P"),
    "only": Choice("Only for those who were there", "O"),
    "source": Choice("Who is told with it", "N"),
    "confirm": Choice("Its speaker said yes", "C"),
    "reword": Choice("Reword", "R"),
    "star": Choice("Main point", "*"),
    "kind": Choice("Another kind", "K"),
    "replace": Choice("Withhold as {0}", "X"),
    "other": Choice("Another reason", "A"),
    "keep": Choice("Keep these words", "K"),
    "consent": Choice("What they agreed to", "G"),
    "heard": Choice("The room said yes", "D"),
    "untold": Choice("Do not tell it", "W"),
    "request": Choice("Nobody here owns it: a request", "Q"),
}
_CONFIRMED = {"fact_to_check": "It is right", "acknowledgement": "Its speaker confirmed it"}
# A decision that holds already is taken back by its own key.
_UNDECIDED: dict[str, dict[str, Any]] = {
    "withhold": {"sensitivity": "sensitive", "cleared": False},
    "only": {"cleared": False},
    "print": {"cleared": False},
    "confirm": {"cleared": False},
}


def words_of(code: str, item: Item, look: Look) -> str:
    """Return the words on the button of a choice."""
    words = CHOICES[code].words
    if code == "confirm":
        words = _CONFIRMED.get(look.kind, words)
    told = QCoreApplication.translate("Review", words)
    return told.format(REASONS.get(item.found.reason, "words")) if item.found else told


def decide(live: Live, item: Item, look: Look, code: str, reason: str = "") -> bool:
    """Do what a choice stands for; say whether that changed anything."""
    state, session = live.state, live.session
    if code == "uncounted":
        again = state.meeting.uncounted  # by its own key it is taken back
        return live.attempt(session.change_meeting, uncounted=not again)
    if item.found is not None:
        return _judge(live, item, code, reason or item.found.reason)
    if item.of in state.notes:
        changes = _on_note(state.notes[item.of], state, look, code)
        return bool(changes) and live.attempt(session.change_note, item.of, **changes)
    if code == "heard":
        return live.attempt(session.read_back, item.of)
    return live.attempt(session.amend, item.of, **_on_promise(item.of, state, code))


def _judge(live: Live, item: Item, code: str, reason: str) -> bool:
    assert item.found is not None
    known = judgement(item.found, live.state)
    wanted = KEEP if code == "keep" else reason
    if known is not None and known.reason == wanted:
        return live.attempt(live.session.judge, known.words, "", known.item)
    of = known.item if known else item.of
    return live.attempt(live.session.judge, item.found.words, wanted, of)


def _on_note(note: Note, state: State, look: Look, code: str) -> dict[str, Any]:
    if code in look.chosen and code in _UNDECIDED:
        return _UNDECIDED[code]
    match code:
        case "withhold":
            return {"sensitivity": "withheld"}
        case "print":
            # Whoever prints it has read it; a yes of somebody else stays to be asked for.
            asked = note.kind in ("quote", "acknowledgement", "fact_to_check")
            checked = {} if asked else {"cleared": True}
            return {"sensitivity": "public", "attribution": "none", **checked}
        case "only":
            return {"sensitivity": "sensitive", "attribution": "none", "cleared": True}
        case "confirm":
            return {"cleared": True}
        case "star":
            return {"starred": not note.starred}
        case "source":
            steps = sources(state.people.get(note.person), state.meeting)
            return {"sensitivity": "public", "attribution": step(note.attribution, steps)}
    return {}


def _on_promise(ident: str, state: State, code: str) -> dict[str, Any]:
    of = state.commitments[ident]
    if code == "request":
        return {"kind": "request"}
    if of.publish != "not":
        return {"publish": "not"}
    known = promised_by(of, state.people)
    return {"publish": known[0].agreed if len(known) == 1 else PUBLISH[2]}
