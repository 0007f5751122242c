"""Lists of people from elsewhere: read, understood, and proposed row by row; nothing is imported.

sheet = read(path)                       # or read_text(pasted); Fault says why not
columns = guess(sheet)                   # columns.choose(2, "email") changes one by hand
for step in propose(sheet, columns, state.people, earlier(store, session)):
    ...                                  # an int: rows done so far; at last the Proposal
session.import_people(proposal.rows(proposal.wanted))  # one act
"""

from facilitator.intake.columns import FIELDS, Columns, guess
from facilitator.intake.proposal import (
    Double,
    Fresh,
    Misfit,
    Proposal,
    propose,
    proposed,
    same_as_earlier,
)
from facilitator.intake.reading import READABLE, is_table, read, read_text
from facilitator.intake.sheet import Line, Sheet
from facilitator.record.earlier import Earlier, earlier

__all__ = [
    "FIELDS",
    "READABLE",
    "Columns",
    "Double",
    "Earlier",
    "Fresh",
    "Line",
    "Misfit",
    "Proposal",
    "Sheet",
    "earlier",
    "guess",
    "is_table",
    "propose",
    "proposed",
    "read",
    "read_text",
    "same_as_earlier",
]
