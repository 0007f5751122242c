"""Ground rules and notices: sets to begin from, and what holds in a session by now."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from facilitator.room.folding import folded
from facilitator.room.notes import Note
from resources import ROOT


class RuleSet(NamedTuple):
    name: str
    people: str  # for whom, in words
    style: str  # whose practice it follows
    rules: tuple[str, ...]


class Notice(NamedTuple):
    """What must be told beforehand, as it may be said; the words are the city's to change."""

    code: str
    name: str
    text: str


@cache
def sets() -> tuple[RuleSet, ...]:
    return tuple(
        RuleSet(one["name"], one["people"], one["in_the_style_of"], tuple(one["rules"]))
        for one in _data()["set"]
    )


@cache
def notices() -> dict[str, Notice]:
    """Return the notices that come with the product, by code."""
    return {one["code"]: Notice(**one) for one in _data()["notice"]}


def told(chosen: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return the notices of a session in their order, one's own last."""
    known = notices()
    own = [Notice(code, "", text) for code, text in chosen.items() if code not in known]
    ours = [notice._replace(text=chosen[code]) for code, notice in known.items() if code in chosen]
    return tuple(notice for notice in (*ours, *own) if notice.text.strip())


def agreed(planned: Iterable[str], notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the rules that were planned, then what the room gave itself, none of them twice."""
    noted = (note.text for note in notes if note.kind == "ground_rule")
    return with_all((), (*planned, *noted))


def with_all(rules: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return rules, and those of some more that are not among them."""
    known = {_same(rule): rule for rule in rules}
    for rule in more:
        if rule.strip():
            known.setdefault(_same(rule), rule)
    return tuple(known.values())


def _same(rule: str) -> str:
    """Return a rule as it is compared: a full stop more or less makes no other rule."""
    return folded(rule).rstrip(" .!")


@cache
def _data() -> Any:
    return tomllib.loads((ROOT / "ground_rules.toml").read_text("utf-8"))
