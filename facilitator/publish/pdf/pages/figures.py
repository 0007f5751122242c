"""The four figures of page one: people, groups, promises, and what became of earlier ones."""

from facilitator.publish import words
from facilitator.publish.pdf.flow import Block, Columns, Place, Stack, Within
from facilitator.publish.pdf.press import NOTE, Press, Words, typed_list
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.tags import Element
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Summary

SIZE, GAP = 24.0, 12.0
MISSING = 60  # letters of the names of missing groups; all of them follow later
KEPT = "Done"


def figures(summary: Summary, press: Press) -> Block:
    told = [_people(summary), _groups(summary), _promises(summary)]
    told.append(_kept(summary) if summary.progress else _requests(summary))
    width = (press.width - 3 * GAP) / 4
    places = []
    for index, (figure, label) in enumerate(told):
        number = press.text(figure, SIZE, width, Role.LABEL, bold=True)
        item = Stack((number, press.text(label, NOTE, width, Role.ITEM)))
        cell = Within(item, Element("LI"))
        places.append(Place(index * (width + GAP), width, cell))
    return Block(Columns(tuple(places), 3), before=14, after=16)


def _people(summary: Summary) -> tuple[str, Words]:
    new = ""
    if summary.number > 1 and summary.newcomers is not None:
        new = f"; {words.number(summary.newcomers)} new to the series"
    if summary.tally is None:
        return f"{summary.present:,}", f"{_noun(summary.present)}, by the list of names{new}"
    method = f", {summary.tally_method.lower()}" if summary.tally_method else ""
    by_list = "" if summary.tally == summary.present else f"; {summary.present:,} on the list"
    return f"{summary.tally:,}", f"{_noun(summary.tally)}{method}{by_list}{new}"


def _noun(people: int) -> str:
    return f"{'person' if people == 1 else 'people'} in the room"


def _groups(summary: Summary) -> tuple[str, Words]:
    came, missing = len(summary.groups_present), len(summary.groups_missing)
    if not missing:
        return (f"{came}", "groups came; none is missing") if came else ("–", "no groups noted")
    figure = f"{came} of {came + missing}"
    if len("".join(summary.groups_missing)) > MISSING:
        return figure, "groups came; the missing ones are named under “Who was in the room”"
    return figure, [Span("groups came; missing: "), *typed_list(summary.groups_missing)]


def _promises(summary: Summary) -> tuple[str, Words]:
    made = len(summary.promises)
    dated = sum(bool(promise.due) for promise in summary.promises)
    if not made:
        return "0", "promises made"
    if made == 1:
        return "1", "promise made, with a date" if dated else "promise made, without a date"
    some = {0: "none with a date", made: "each with a date"}
    return f"{made:,}", f"promises made, {some.get(dated, f'{words.number(dated)} with a date')}"


def _kept(summary: Summary) -> tuple[str, Words]:
    kept = sum(one.status == KEPT for one in summary.progress)
    late = sum(one.status == "Late" for one in summary.progress)
    behind = f"; {words.number(late)} {'is' if late == 1 else 'are'} late" if late else ""
    made = len(summary.progress)
    noun = "earlier promise" if made == 1 else "earlier promises"
    return f"{kept:,} of {made:,}", f"{noun} kept{behind}"


def _requests(summary: Summary) -> tuple[str, Words]:
    asked = len(summary.requests)
    noun = "request" if asked == 1 else "requests"
    return f"{asked:,}", f"{noun} nobody in the room could answer"
