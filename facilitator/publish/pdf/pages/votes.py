"""What the room voted on: numbers first, bars beside them."""

from collections.abc import Iterator

from facilitator.publish.pdf.bars import Bar
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.press import Column, Press, Words, typed
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.summary import Summary, Vote

BAR = 170.0


def votes(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.votes:
        return
    yield press.section("What came first: votes and dots", name="votes")
    for vote in summary.votes:
        if vote.options:
            yield from _counted(vote, press)
        else:
            yield press.paragraph([typed(vote.text)])


def _counted(vote: Vote, press: Press) -> Iterator[Block]:
    yield press.heading([typed(vote.text or "A vote")], Role.PART, 10, 4)
    columns = [
        Column("Choice", 232, row_header=True),
        Column("Votes", 50, right=True),
        Column("", BAR + 20, ornament=True),
    ]
    most = max(count for _, count in vote.options) or 1
    rows: list[list[Words | Cell]] = [
        [[typed(choice)], f"{count:,}", Bar(count / most, BAR)] for choice, count in vote.options
    ]
    yield press.table(columns, rows)
