"""What may not leave the room is in no byte of any file: rules × editions × formats."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.publish.export import ENDINGS, NotExported, export
from facilitator.publish.letters import owner_letters
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import EDITIONS
from facilitator.room.meeting import DISCLOSURE
from facilitator.room.notes import CLEARING, Note
from tests.publish.leaks import leaks, readings
from tests.publish.town import Evening, may_be_named, town

PLAIN = tuple(ending for ending in ENDINGS if ending not in (".pdf", ".eml"))
TRIES = settings(max_examples=7, phases=[Phase.reuse, Phase.generate])  # no town is simpler
SEEDS, SIZES, RULES = st.integers(0, 10**6), st.integers(6, 30), st.sampled_from(DISCLOSURE)


def told(note: Note, rule: str, edition: str) -> bool:
    """Say whether a note may be in an edition (practice guide, section 6), to check against."""
    if note.kind == "safety":
        return False
    if edition == "record":
        return True
    if note.kind == "process" or note.sensitivity in ("withheld", "internal"):
        return False
    if note.kind in CLEARING and not note.cleared:
        return False
    if note.sensitivity == "sensitive" and not (edition == "participants" and note.cleared):
        return False
    return rule != "circle" or note.kind == "ground_rule"


def nameless(of: Evening) -> Iterator[tuple[str, str]]:
    """Yield who may not be named, and the session in which they are on the list."""
    names_leave = of.state.meeting.disclosure in ("open", "consent")
    for one in (*of.before, of):
        for ident in one.names:
            row = one.rows.get(ident)
            if not (names_leave and row and may_be_named(row)):
                yield one.ident, ident


def withheld(of: Evening, edition: str) -> dict[str, str]:
    """Return all that may be nowhere in an edition, with what it is."""
    rule = of.state.meeting.disclosure
    found = {row["email"]: "an address" for one in (*of.before, of) for row in one.rows.values()}
    found |= {
        of.marks[note.id]: f"{note.sensitivity} {note.kind} {note.id}"
        for note in of.state.notes.values()
        if not told(note, rule, edition)
    }
    if edition == "record":
        return found
    found |= {
        of.marks[one.id]: f"{one.kind} {one.publish} {one.id}"
        for one in of.state.commitments.values()
        if one.kind == "personal" or one.publish == "not"
    }
    hidden = set(nameless(of))
    for one in (*of.before, of):
        for ident, name in one.names.items():
            if (one.ident, ident) in hidden:
                found |= dict.fromkeys(name.stems, f"a name, {one.ident}/{ident}")
        for words, person, item, form in one.planted:
            session, _, ident = person.partition("/")
            if not person or (session, ident) in hidden:
                found[words] = f"{form} in {item or 'the session'} of {one.ident}: {person}"
    return found


def agreed(of: Evening, told_notes: set[str]) -> Iterator[str]:
    """Yield the names in those notes of people who agreed to be named, as they stand there."""
    for words, person, item, form in of.planted:
        session, _, ident = person.partition("/")
        here = session == of.ident and (session, ident) not in set(nameless(of))
        if here and item in told_notes and form in ("whole", "family", "possessive", "nickname"):
            yield words


def check(of: Evening, edition: str, endings: tuple[str, ...]) -> None:
    """Write the files of an edition and look for what may not be there."""
    unwanted = withheld(of, edition)
    summary = summarise(of.state, of.now, edition, of.thread)
    with tempfile.TemporaryDirectory() as folder:
        for ending in endings:
            path = Path(folder) / f"out{ending}"
            try:
                export(summary, path)
            except NotExported:
                assert ending == ".ics"  # nothing in it has a date
                continue
            found = {leak.words: (*leak, unwanted[leak.words]) for leak in leaks(path, unwanted)}
            assert not found, "\n".join(map(str, found.values()))


@pytest.mark.parametrize("edition", EDITIONS)
@TRIES
@given(seed=SEEDS, people=SIZES, rule=RULES)
def test_nothing_withheld_is_in_any_table_calendar_or_data(
    edition: str, seed: int, people: int, rule: str
):
    check(town(seed, people, rule=rule), edition, PLAIN)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("rule", DISCLOSURE)
def test_nothing_withheld_is_on_paper_or_in_mail(rule: str, edition: str):
    of = town(10 * DISCLOSURE.index(rule) + EDITIONS.index(edition), rule=rule)
    check(of, edition, (".eml",))  # to which the pages are attached


@pytest.mark.parametrize("edition", ["public", "participants", "record"])
@TRIES
@given(seed=SEEDS, people=SIZES, rule=RULES)
def test_what_may_be_told_is_told(edition: str, seed: int, people: int, rule: str):
    of = town(seed, people, rule=rule)
    summary = summarise(of.state, of.now, edition, of.thread)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.json"
        export(summary, path)
        wanted = {
            of.marks[note.id]: note for note in of.state.notes.values() if told(note, rule, edition)
        }
        names = set(agreed(of, {note.id for note in wanted.values()}))
        here = {leak.words for leak in leaks(path, [*wanted, *names])}
        assert [note for mark, note in wanted.items() if mark not in here] == []
        assert names - here == set()


@TRIES
@given(seed=SEEDS, people=SIZES, rule=RULES)
def test_a_letter_to_an_owner_tells_of_nobody_else(seed: int, people: int, rule: str):
    of = town(seed, people, rule=rule)
    for edition in ("public", "record"):
        unwanted = withheld(of, "public")
        summary = summarise(of.state, of.now, edition, of.thread)
        for letter in owner_letters(of.state, summary, of.thread.before):
            own = {one for one, row in of.rows.items() if letter.to in ("", row["email"])}
            also = " ".join(name for one in own for name in of.state.people[one].also)
            mine = {words for one in own for words in (letter.to, *of.names[one].stems)}
            said = [reading.text for reading in readings("x.eml", letter.content)]
            others = {
                words
                for words, what in unwanted.items()
                if words not in mine
                and words not in also
                and what.startswith(("a name", "an address"))
            }
            assert not [one for one in others if any(one.casefold() in text for text in said)]
