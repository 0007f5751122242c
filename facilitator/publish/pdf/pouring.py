"""A story spread over pages."""

from collections.abc import Iterator, Sequence

from facilitator.publish.pdf.flow import WHOLE, Block, Cell, Figure, Table

SMALL = 170.0  # a table lower than this stands on one page

Placed = tuple[Cell, float, float]  # what, how far below the top, under a rule of this weight


def pour(story: Sequence[Block], height: float) -> list[list[Placed]]:
    """Spread a story over pages of a height."""
    pages: list[list[Placed]] = [[]]
    used = after = 0.0
    for block, needed in zip(story, _needed(story), strict=True):
        gap = max(after, block.before)
        if pages[-1] and (block.fresh or used + gap + needed > height):
            pages.append([])
        rest: Cell | None = block.cell
        rule = block.rule
        while rest:
            top = used + gap if pages[-1] else 0.0
            start, rest = rest.split(height - top)
            if not start and not pages[-1]:  # taller than a page and cannot be cut
                start, rest = rest, None
            if start:
                pages[-1].append((start, top, rule))
                used, rule = top + start.height, 0.0
            if rest:
                pages.append([])
        after = block.after
    return pages


def _needed(story: Sequence[Block]) -> Iterator[float]:
    """The least height with which each block may start: a heading wants the start of its text."""
    found: list[float] = []
    below = 0.0
    for block, following in zip(reversed(story), (None, *reversed(story)), strict=False):
        if block.keep and following:
            below += block.cell.height + max(block.after, following.before)
        else:
            below = _start(block.cell)
        found.append(below)
    return reversed(found)


def _start(cell: Cell) -> float:
    if isinstance(cell, Table):
        first = cell.rows[0].height if cell.rows else 0.0
        return cell.height if cell.height < SMALL else cell.over + min(first, WHOLE)
    return cell.height if isinstance(cell, Figure) else min(cell.height, 40.0)
