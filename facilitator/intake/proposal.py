"""What an import would do: who is new, who may be on the list already, which rows do not fit."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from facilitator.intake.columns import Columns
from facilitator.intake.rows import Reader
from facilitator.intake.sheet import Sheet
from facilitator.intake.twins import Met, Twins
from facilitator.planning import new_id
from facilitator.record.earlier import Earlier
from facilitator.room.people import People


class Fresh(NamedTuple):
    """A row that is a person."""

    number: int  # the row, as the spreadsheet shows it
    person: dict[str, Any]  # the fields of a Person that the row tells, with a new "id"
    remarks: tuple[str, ...] = ()  # what of it was not understood, or looks odd: a sentence each
    earlier: Earlier | None = None  # who this may be; only if a person says so does it count


class Double(NamedTuple):
    """A row that is a person who seems to be there already: for sure, or maybe."""

    fresh: Fresh
    twin: str  # the id of the person in the session, or of the earlier row that it repeats
    row: int  # the number of that row; 0 if the person is in the session
    sure: bool  # the same name, and the same e-mail or organisation or nothing else; else maybe
    why: str  # "Same name and e-mail as row 12"


class Misfit(NamedTuple):
    number: int
    text: str  # the row as it came
    why: str  # "No name and no e-mail"


class Proposal(NamedTuple):
    """Every row below the head is in exactly one of the three, in the order of the sheet."""

    fresh: tuple[Fresh, ...] = ()
    doubles: tuple[Double, ...] = ()
    misfits: tuple[Misfit, ...] = ()

    @property
    def wanted(self) -> frozenset[int]:
        """Return the rows to import if nobody says otherwise: all but who is there for sure.

        Two people of one name are two until somebody says that they are one: nobody is lost.
        """
        maybe = {double.fresh.number for double in self.doubles if not double.sure}
        return frozenset({fresh.number for fresh in self.fresh} | maybe)

    def rows(self, wanted: Collection[int], same: Collection[int] = ()) -> list[dict[str, Any]]:
        """Return what `Session.import_people` takes: these rows, in the order of the sheet.

        `same` are the rows whose suggested earlier person was accepted.
        """
        found = [*self.fresh, *(double.fresh for double in self.doubles)]
        return [
            one.person
            | ({"same_as": one.earlier.ref} if one.earlier and one.number in same else {})
            for one in sorted(found, key=lambda one: one.number)
            if one.number in wanted
        ]


STEP = 25  # rows at a time: a few milliseconds


def propose(
    sheet: Sheet, columns: Columns, known: People, earlier: Iterable[Earlier] = ()
) -> Iterator[int | Proposal]:
    """Yield how many rows are done, now and then, and at last the proposal.

    Each step takes a few milliseconds; whoever stops asking has cancelled.
    """
    lines = columns.people(sheet)
    reader, twins, met = Reader(sheet, columns), Twins(known), Met(earlier, known)
    fresh: list[Fresh] = []
    doubles: list[Double] = []
    misfits: list[Misfit] = []
    for done, line in enumerate(lines):
        if done % STEP == 0:
            yield done
        read = reader.read(line)
        if isinstance(read, str):
            misfits.append(Misfit(line.number, line.text, read))
            continue
        person = {"id": new_id(), **read.person}
        twin = twins.of(person)
        hint = "" if twin else twins.hint(person)
        remarks = (*read.remarks, hint) if hint else read.remarks
        one = Fresh(
            line.number, person, remarks, met.who(person["name"], person.get("organisation", ""))
        )
        if twin:
            doubles.append(Double(one, twin.entry.ident, twin.entry.row, twin.sure, twin.why))
        else:
            fresh.append(one)
        if not (twin and twin.sure):
            twins.add(person, line.number)
    yield Proposal(tuple(fresh), tuple(doubles), tuple(misfits))


def proposed(
    sheet: Sheet, columns: Columns, known: People, earlier: Iterable[Earlier] = ()
) -> Proposal:
    """Return the proposal at once."""
    *_, proposal = propose(sheet, columns, known, earlier)
    assert isinstance(proposal, Proposal)
    return proposal


def same_as_earlier(known: People, earlier: Iterable[Earlier]) -> dict[str, Earlier]:
    """Suggest who of the people was at an earlier session, by id; nobody of whom it was said."""
    met = Met(earlier, known)
    asked = (person for person in known.values() if not person.same_as)
    found = {person.id: met.who(person.name, person.organisation) for person in asked}
    return {ident: one for ident, one in found.items() if one}
