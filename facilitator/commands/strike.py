"""`facilitator strike` and `facilitator erase`: words go for good, and a page says what went."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from datetime import date

from facilitator import striking
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.striking import Done, Plan


def strike_item(options: Namespace) -> None:
    """Strike a note or commitment."""
    strike = (options.session, options.item, options.reason, date.today().isoformat())
    with closing(store_at(options.file, read_only=True)) as store:  # look before touching it
        plan = striking.would_strike(store, *strike)
    _carry_out(options, plan, lambda store: striking.strike(store, *strike))


def erase_person(options: Namespace) -> None:
    """Erase a person, wherever the file knows them."""
    day = date.today().isoformat()
    erasure = (options.session, options.person, options.reason, day, options.mentions)
    with closing(store_at(options.file, read_only=True)) as store:
        plan = striking.would_erase(store, *erasure)
    _carry_out(options, plan, lambda store: striking.erase(store, *erasure))


def _carry_out(options: Namespace, plan: Plan, act: Callable[[Store], Done]) -> None:
    if options.look:
        print(striking.preview(plan))
        return
    with closing(store_at(options.file)) as store:
        print(striking.page(act(store)))
