"""How the talk was shared between groups, beside their share of the people."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.charts import shares
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.press import NOTE, Column, Press, Words, typed
from facilitator.publish.summary import Summary


def shared(summary: Summary, press: Press) -> Iterator[Block]:
    if not summary.voices:
        return
    yield press.section("How the talk was shared", name="shared")
    turns = words.sentence(words.counted(summary.turns, "turn", "turns"))
    text = f"{turns}, {words.clock(summary.talk_s)} of talk in minutes and seconds."
    yield Block(press.text(text), after=6, keep=True)
    longest = max(max(one.talk_share, one.room_share) for one in summary.voices) or 1.0
    for start in range(0, len(summary.voices), shares.MOST):
        some = summary.voices[start : start + shares.MOST]
        yield press.figure(shares.Shares(press, some, longest, press.width), shares.alt(some))
    columns = [
        Column("Group", 182, row_header=True),
        Column("People", 46, right=True),
        Column("Turns", 46, right=True),
        Column("Talk", 46, right=True),
        Column("Share of\nthe talk", 56, right=True),
        Column("Share of\nthe people", 56, right=True),
    ]
    rows: list[list[Words | Cell]] = [
        [
            [typed(voice.group)],
            f"{voice.people:,}",
            f"{voice.turns:,}",
            words.clock(voice.talk_s),
            words.share(voice.talk_share),
            words.share(voice.room_share),
        ]
        for voice in summary.voices
    ]
    yield press.table(columns, rows, after=6)
    note = "People are those who signed in or spoke. "
    note += "A small or a large share is no mark for anybody: some were asked to listen."
    yield press.paragraph(note, NOTE, soft=True)
