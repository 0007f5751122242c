"""Striking a note or a promise of a session: all its words, in every act that is about it."""

from collections.abc import Iterable

from facilitator.faults import Fault
from facilitator.log.words_of import without, words_of
from facilitator.record.acts import Act, items_of
from facilitator.record.branches import base
from facilitator.record.chain import Row
from facilitator.record.store import Store
from facilitator.record.strike import struck
from facilitator.striking.plan import Done, Plan, all_acts, carry_out, reason_code, session_of


def strike(store: Store, log: str, item: str, reason: str, day: str) -> Done:
    """Strike the words of an item for good, or raise a Fault and change nothing.

    The day is an ISO date, the reason a code. To strike what is struck already cleans once more.
    """
    return carry_out(store, would_strike(store, log, item, reason, day))


def would_strike(store: Store, log: str, item: str, reason: str, day: str) -> Plan:
    """Return what would be struck, or raise a Fault."""
    reason_code(reason)
    session_of(store, log)
    own = base(log)
    acts = all_acts(store)[own]
    here = {(row.n, row.chain) for row in store.branch(log).rows}
    every = [one for one in items_of(own, acts) if one.ref.id == item]
    meant = [one for one in every if one.making.key in here]
    if not meant:
        raise Fault(f"there is no note or promise {item} in the session {log}.")
    about = [act for one in meant for act in one.acts]
    rows = [*about, *_decided(acts, about)]
    marked = [blanked(act, reason, day) for act in rows if act.makes or has_words(act)]
    others = len(every) - len(meant)
    also = f"Another laptop went on from a copy and has its own {item}, which stays."
    return Plan(
        f"{in_words(meant[0].making)} of the session {log}",
        reason,
        day,
        {own: marked},
        also=(also,) if others else (),
    )


def blanked(act: Act, reason: str, day: str) -> Row:
    """Return the row of an act without any of its words."""
    places = {at for at, _ in words_of(act.row.kind, act.fields)}
    return struck(act.row, without(act.fields, places), [(day, reason)])


def has_words(act: Act) -> bool:
    return any(True for _ in words_of(act.row.kind, act.fields))


def in_words(making: Act) -> str:
    """Return what an act made: note N3, promise C1."""
    kind = "note" if making.row.kind == "NoteTaken" else "promise"
    return f"{kind} {making.makes.id}" if making.makes else kind


def _decided(acts: Iterable[Act], gone: Iterable[Act]) -> list[Act]:
    """Return what was decided on words that stand in no other text of the session."""
    going = [*gone]
    left = [act for act in acts if act not in going]
    lost = [text for act in going for _, text in words_of(act.row.kind, act.fields)]
    decided = [act for act in left if act.row.kind == "WordsJudged" and not act.text("item")]
    others = [act for act in left if act.row.kind != "WordsJudged"]
    stays = [text for act in others for _, text in words_of(act.row.kind, act.fields)]
    return [
        act
        for act in decided
        if (words := act.text("words"))
        and any(words in text for text in lost)
        and not any(words in text for text in stays)
    ]
