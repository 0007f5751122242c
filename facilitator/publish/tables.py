"""The summary as tables: the same rows for spreadsheets and for Markdown, so the same numbers."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from facilitator.figures.attendance import NOT_COUNTED
from facilitator.publish import columns, words
from facilitator.publish.columns import Column
from facilitator.publish.counts import earlier, made
from facilitator.publish.summary import Language, LeftOut, NextSession, Summary
from facilitator.publish.typed import one_line, tidy

Cell = str | int | float | date | timedelta  # a float is a share, 0…1
Row = tuple[Cell, ...]

_DAYS = ("due", "first_step_due", "made", "reported", "date")  # fields that hold a date


class Table(NamedTuple):
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def filled(self) -> "Table":
        """The table without the columns that are empty in every row."""
        kept = [at for at in range(len(self.columns)) if any(row[at] != "" for row in self.rows)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.name, tuple(self.columns[at] for at in kept), rows)


def promised(summary: Summary) -> Table:
    """Return promises and requests, one a row; in the action plan in the form of such a plan."""
    summary = tidy(summary)
    those = (*summary.promises, *summary.requests)
    if summary.edition != "action-plan":
        return Table("Promises", columns.PROMISE, _rows(those, columns.PROMISE))
    return Table("Action plan", columns.ACTION, _rows((*those, *summary.progress), columns.ACTION))


def tables(summary: Summary) -> tuple[Table, ...]:
    """Return every table of the summary that holds anything, the facts of the session first."""
    summary = tidy(summary)
    # In an action plan, earlier promises stand among the actions.
    before = () if summary.edition == "action-plan" else summary.progress
    found = (
        Table("Summary", columns.FACT, tuple(facts(summary))),
        promised(summary),
        Table("Progress", columns.PROGRESS, _rows(before, columns.PROGRESS)),
        Table("Next steps", columns.STEP, _rows(summary.steps, columns.STEP)),
        Table("Notes", columns.NOTE, tuple(_notes(summary))),
        Table("Themes", columns.THEME, _rows(summary.themes, columns.THEME)),
        Table("Votes", columns.VOTE, tuple(_votes(summary))),
        Table("Groups", columns.GROUP, _rows(summary.room, columns.GROUP)),
        Table("Talk", columns.VOICE, _rows(summary.voices, columns.VOICE)),
        Table("Agenda", columns.PART, _rows(summary.parts, columns.PART)),
        Table("Kept for later", columns.PARKED, _rows(summary.parked, columns.PARKED)),
        Table("People", columns.ATTENDEE, _rows(summary.people, columns.ATTENDEE)),
    )
    return tuple(table for table in found if table.rows)


def facts(summary: Summary) -> Iterator[Row]:
    """Yield what there is to tell of the session as a whole, in the order of the summary."""
    for part in (about, in_room, promises_made, reading, coming):
        yield from part(summary)


def left_out(those: Iterable[LeftOut]) -> str:
    """Return counts with their reasons: "2 not checked yet, 1 sensitive"."""
    return ", ".join(f"{one.count:,} {one_line(one.reason)}" for one in those)


def hours(start: str, end: str) -> str:
    """Return from when till when, as far as it is known."""
    return f"{start} to {end}" if start and end else f"from {start}" if start else ""


def approval(summary: Summary) -> str:
    """Return whether somebody has said that this may go out."""
    if summary.draft:
        return "Draft: nobody has approved it yet"
    return f"Approved, version {summary.version}" if summary.version else "Approved"


def about(summary: Summary) -> Iterator[Row]:
    """Yield the title block."""
    return _told(
        ("Title", summary.title),
        ("Edition", words.edition(summary.edition)),
        ("Status", approval(summary)),
        ("Series", summary.series),
        ("Session of the series", summary.number or None),
        ("Date", _day(summary.date)),
        ("Hours", hours(summary.start, summary.end)),
        ("Time zone", summary.timezone),
        ("Venue", summary.venue),
        ("City", summary.city),
        ("Convened by", summary.convener),
        ("Language", summary.language),
        ("Purpose", summary.purpose),
    )


def in_room(summary: Summary) -> Iterator[Row]:
    """Yield who was there, in numbers, and what was agreed on and told."""
    return _told(
        ("Head count", NOT_COUNTED if summary.tally is None else summary.tally),
        ("How heads were counted", summary.tally_method),
        ("People who signed in", summary.signed_in or None),
        ("People who signed in or spoke", summary.signed_in_or_spoke),
        ("Of these, new to the series", None if summary.number == 1 else summary.newcomers),
        ("Different people who signed in or spoke so far", summary.unduplicated),
        ("Groups that signed in or spoke", ", ".join(summary.groups_present)),
        ("Groups of which nobody did", ", ".join(summary.groups_missing)),
        ("Officials", ", ".join(summary.officials)),
        *(("Language in the room", _language(spoken)) for spoken in summary.languages),
        ("Turns", summary.turns),
        ("Talk, minutes", _length(summary.talk_s)),
        *(("Ground rule", rule) for rule in summary.ground_rules),
        *(("Told beforehand", notice) for notice in summary.notices),
    )


def promises_made(summary: Summary) -> Iterator[Row]:
    """Yield how much was promised and asked, now and earlier, and what was reported of it."""
    now, before = made(summary), earlier(summary)
    return _told(
        ("Promises", now.promises),
        ("Promises with a date", now.dated),
        ("Answers owed", now.owed),
        ("Requests", now.requests),
        *(
            (name, reported.in_words() if reported.whole else None)
            for name, reported in (
                ("Earlier promises", before.promises),
                ("Earlier requests and answers owed", before.asked),
            )
        ),
    )


def reading(summary: Summary) -> Iterator[Row]:
    """Yield how the summary is to be read."""
    return _told(
        ("Rule", summary.rule),
        ("Notes left out", left_out(summary.left_out)),
        ("Words replaced", left_out(summary.replaced)),
    )


def coming(summary: Summary) -> Iterator[Row]:
    """Yield what comes next, and whom to ask."""
    new = summary.next or NextSession("", "", "", "", "", "")
    return _told(
        ("Next session", new.title),
        ("Next session on", _day(new.date)),
        ("Next session, hours", hours(new.start, new.end)),
        ("Next session, place", new.place),
        ("How to join", summary.joining),
        ("Support", summary.support),
        ("Contact", summary.contact),
    )


def _told(*those: tuple[str, Cell | None]) -> Iterator[Row]:
    return ((name, value) for name, value in those if value is not None and value != "")


def _language(of: Language) -> str:
    people = "" if of.people is None else f", {of.people:,}"
    return of.name + people + ", interpreted" * of.interpreted


def _rows(those: Iterable[Any], wanted: tuple[Column, ...]) -> tuple[Row, ...]:
    return tuple(tuple(_cell(of, column.field) for column in wanted) for of in those)


def _cell(of: Any, field: str) -> Cell:
    value: Any = getattr(of, field, "")  # an earlier promise has no first step any more
    if field == "ref":
        return str(value or getattr(of, "id", ""))
    if field in _DAYS:
        return _day(value)
    if field.endswith("_s"):
        return _length(value)
    if field.endswith("_share"):
        return float(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if field == "table" and not value else value  # no table is the whole room


def _notes(summary: Summary) -> Iterator[Row]:
    at = [column.field for column in columns.NOTE].index("part")
    spots = [(part.title, (*part.heard, *part.more)) for part in summary.parts]
    apart = (*summary.acknowledgements, *summary.questions, *summary.answers)
    seen: set[str] = set()  # the record tells notes with a section of their own by part too
    for title, heard in (*spots, ("", summary.elsewhere), ("", apart)):
        for row in _rows((of for of in heard if of.id not in seen), columns.NOTE):
            yield (*row[:at], title, *row[at + 1 :])
        seen |= {of.id for of in heard}


def _votes(summary: Summary) -> Iterator[Row]:
    for vote in summary.votes:
        for option, count in vote.options or (("", ""),):
            yield vote.text, option, count


def _day(text: str) -> Cell:
    """Return a date, or what was typed in its place."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _length(seconds: float) -> timedelta:
    return timedelta(seconds=max(round(seconds), 0))
