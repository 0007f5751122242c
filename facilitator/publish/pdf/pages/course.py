"""How the session ran: its purpose, its agenda as planned and as it was, the ground rules."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.charts import strips
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.press import Column, Press, Words, typed
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Part, Summary


def course(summary: Summary, press: Press) -> Iterator[Block]:
    if not (summary.parts or summary.ground_rules or summary.purpose):
        return
    yield press.section("How the session ran", name="course")
    if summary.purpose:
        yield press.labelled("Purpose", [typed(summary.purpose)], soft=True, after=8)
    if summary.parts:
        yield from _agenda(summary, press)
    if summary.ground_rules:
        yield press.heading("Ground rules the room agreed on", Role.PART, 14, 4)
        for number, rule in enumerate(summary.ground_rules, 1):
            yield press.labelled(f"{number}.", [typed(rule)], indent=18, after=2)


def _agenda(summary: Summary, press: Press) -> Iterator[Block]:
    yield Block(press.text(_course_line(summary)), after=6, keep=True)
    if any(part.planned_s or part.actual_s for part in summary.parts):
        drawing = strips.Strips(press, summary.parts, press.width)
        yield press.figure(drawing, strips.alt(summary.parts))
    columns = [
        Column("No.", 20, right=True),
        Column("Part", 168, row_header=True),
        Column("Kind", 90),
        Column("Planned", 44, right=True),
        Column("Took", 40, right=True),
        Column("Difference", 80, right=True),
    ]
    yield press.table(columns, [_part_row(part, summary.finished) for part in summary.parts])


def _course_line(summary: Summary) -> str:
    planned = sum(part.planned_s for part in summary.parts)
    took = sum(part.actual_s for part in summary.parts)
    parts = words.sentence(words.counted(len(summary.parts), "part", "parts"))
    text = f"{parts}: {words.clock(planned)} planned, {words.clock(took)} taken."
    longest = max(summary.parts, key=lambda part: part.actual_s - part.planned_s)
    if longest.actual_s > longest.planned_s:
        over = words.clock(round(longest.actual_s) - round(longest.planned_s))
        text += f" Part {longest.number} went furthest over its time, by {over}."
    return f"{text} All times are minutes and seconds."


def _part_row(part: Part, finished: bool) -> list[Words | Cell]:
    title, kind = [typed(part.title or "Untitled part")], [Span(part.kind)]
    took, difference = words.clock(part.actual_s), words.against(part.planned_s, part.actual_s)
    if not part.actual_s:
        took, difference = "–", "not held" if finished else "not yet"
    return [str(part.number), title, kind, words.clock(part.planned_s), took, difference]
