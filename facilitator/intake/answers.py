"""What the cells of yes or no columns say of a person, each read as the head over it asks."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from facilitator.intake.consent import NOTED, Asked, asks, consent
from facilitator.intake.phrases import vocabulary
from facilitator.intake.questions import Way, refuses, way
from facilitator.intake.words import answer, languages_in
from facilitator.room.folding import folded
from facilitator.room.people import CONSENT

_OPEN_YET = frozenset(  # how it stands with somebody who did not say yes
    "maybe tentative pending unsure undecided waiting invited sent needed required emailed called"
    " quiza quizas pendiente invitado invitada".split()
) | {"not sure", "no response", "no reply", "no answer", "not sent", "tal vez", "to be confirmed"}
ADULT, OLDEST = 18, 130  # years
_YOUNG = re.compile(r"<|\b(under|below|younger|child|kid|teen|minor|youth|menor|nin[oa])")
_GROWN = re.compile(r">|\d *\+|\b(over|above|older|adult|mayor|at least)")
_DATE = re.compile(r"\d{4}-\d|\d{1,2}[/.]\d{1,2}[/.]\d")
# What stands beside the subject of a question without changing it.
_BESIDE = frozenset(
    "need needs needed require requires required necessary able going plan planning event meeting"
    " session dialogue evening tonight necesita necesito necesario evento reunion sesion"
    " yet aun todavia language age years old anos".split()
)


class Question(NamedTuple):
    """A column that asks for yes or no."""

    field: str
    head: str
    by_hand: bool = False  # a person said what the column is

    @property
    def way(self) -> Way:
        return _way(self.field, self.head)

    @property
    def asked(self) -> Asked | None:
        """Return what consent it asks for: a person's word counts, but against no refusal."""
        if self.by_hand:
            return Asked.REFUSAL if refuses(self.head) else Asked.NAMING
        return asks(self.head)

    @property
    def turned(self) -> bool:
        """Say whether a refusing word may turn the answers round."""
        return self.field != "consent" and self.way is not Way.STRAIGHT

    @property
    def remark(self) -> str:
        """Return a sentence on how the column is read, if not as it is called."""
        asked = asks(self.head)
        if self.field == "":
            left_out = asked in (Asked.OTHER, Asked.UNCLEAR) and not self.by_hand
            return NOTED.get(asked, "") if asked and left_out else ""
        if self.field == "consent":
            if self.asked is Asked.NAMING is not asked:
                return "You say that it asks for names; its heading does not."
            return NOTED.get(self.asked, "") if self.asked else ""
        if self.field not in UNDERSTOOD:
            return ""
        return _READ[self.way]


@lru_cache(1 << 10)
def _way(field: str, head: str) -> Way:
    return way(head, vocabulary(field) | _BESIDE)


_READ = {
    Way.STRAIGHT: "",
    Way.TURNED: "Read the other way round: a yes means no.",
    Way.DOUBTFUL: "A yes to this heading may mean no.",
}


def _consent(question: Question, cell: str, person: dict[str, Any]) -> str:
    """Of several columns, the one that allows least has it."""
    code, remark = consent(question.asked, cell)
    person["consent"] = min(person.get("consent", code), code, key=CONSENT.index)
    return remark


def _interpreted(question: Question, cell: str, person: dict[str, Any]) -> str:
    """Take a yes, or the language to be interpreted, or both: "Yes, Spanish"."""
    said = answer(cell)
    words = [cell, *re.findall(r"[^\W\d_]{4,}", cell)] if said is not False else []
    tags = next(filter(None, (languages_in(word)[0] for word in words)), ())
    if question.way is Way.TURNED and said and not tags:
        person["interpreted"] = False
        return ""
    if question.turned or (said is None and not tags):
        return f"Interpreter “{cell}” was not understood; left out."
    person["interpreted"] = said is not False
    person["languages"] = tuple(dict.fromkeys([*person.get("languages", ()), *tags]))
    return ""


def _minor(question: Question, cell: str, person: dict[str, Any]) -> str:
    """Take a yes, an age, or words for one: "under 18", "13-17"."""
    age, said = re.search(r"\d+", cell), None if _DATE.match(cell) else answer(cell)
    if said is None and _YOUNG.search(folded(cell)):
        person["minor"] = True
    elif said is None and _GROWN.search(folded(cell)):
        person["minor"] = False
    elif age and cell not in ("0", "1") and int(age[0]) < OLDEST:
        person["minor"] = int(age[0]) < ADULT
    elif said is None:
        person["minor"] = False
        return f"“{cell}” does not say whether they are under 18."
    else:
        minor = _by_head(question, said)
        person["minor"] = minor is not False
        return f"“{cell}” may mean under 18; read as under 18." if minor is None else ""
    return ""


def _by_head(question: Question, said: bool) -> bool | None:
    """Return what a yes or no means for a minor under this head; None if it leaves that open."""
    if question.turned:
        if question.way is Way.DOUBTFUL or not said:
            return None
        said = False
    head = folded(question.head)
    minor = said is not bool(_GROWN.search(head))
    limit = re.search(r"\d+", head)
    age = int(limit[0]) if limit else ADULT
    # No to "over 21" may be 19, yes to "under 16" is a minor.
    sure = age <= ADULT if minor else age >= ADULT
    return minor if sure else None


def _invited(question: Question, cell: str, person: dict[str, Any]) -> str:
    """Take everybody on a list for invited, but for a clear no."""
    said = answer(cell)
    if question.turned:
        said = not (said and question.way is Way.TURNED)
    person["invited"] = person["invited"] and said is not False
    return ""


def _confirmed(question: Question, cell: str, person: dict[str, Any]) -> str:
    """Take a clear yes; a maybe is none, nor is an invitation, nor a yes to "Cannot attend"."""
    word, said = folded(cell), answer(cell)
    if question.turned:
        denied = question.way is Way.TURNED and said
        if said is False and "confirmed" in person:
            return ""  # "Coming: yes" and then "Canceled: no"
        person["confirmed"] = False
        return "" if denied else f"“{cell}” is no clear yes; not confirmed."
    open_yet = word in _OPEN_YET or word.endswith("?")
    person["confirmed"] = person.get("confirmed", True) and said is True and not open_yet
    unclear = said is None and not open_yet
    return f"“{cell}” is no clear yes; not confirmed." if unclear else ""


UNDERSTOOD: dict[str, Callable[[Question, str, dict[str, Any]], str]] = {
    "interpreted": _interpreted,
    "consent": _consent,
    "minor": _minor,
    "invited": _invited,
    "confirmed": _confirmed,
}
