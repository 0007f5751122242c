"""Notes: what was said, as ideas without names unless somebody agreed to be named."""

from dataclasses import dataclass

from facilitator.room.meeting import Meeting
from facilitator.room.people import Person

# The kinds of the practice guide, section (c); `suggestion` is an idea with an addressee.
KIND_WORDS = {
    "experience": "Experience",
    "concern": "Concern",
    "strength": "Strength",
    "builds_trust": "Builds trust",
    "breaks_trust": "Breaks trust",
    "value": "Value",
    "vision": "Vision",
    "idea": "Idea",
    "suggestion": "Suggestion",
    "question": "Question",
    "answer": "Answer",
    "agreement": "Agreement",
    "disagreement": "Disagreement",
    "quote": "Quote",
    "acknowledgement": "Acknowledgement",
    "fact_to_check": "Fact to check",
    "parking_lot": "Parking lot",
    "ground_rule": "Ground rule",
    "vote_result": "Vote result",
    "memorable": "Memorable moment",
    "process": "About the process",
    "safety": "Safety",
}
KINDS = tuple(KIND_WORDS)
# What must be done before a note of these kinds is printed (practice guide, section (c)).
CLEARING = {
    "experience": "checked",
    "fact_to_check": "checked",
    "quote": "agreed to by its speaker",
    "acknowledgement": "confirmed by its speaker",
}
EXACT = ("quote", "acknowledgement")  # somebody's very words: other words ask for a new yes
ATTRIBUTION = ("none", "group", "official", "named", "anonymous")
SENSITIVITY = ("public", "sensitive", "withheld", "internal")


@dataclass(frozen=True, slots=True)
class Note:
    id: str
    at: int
    kind: str
    text: str
    attribution: str = ATTRIBUTION[0]
    sensitivity: str = SENSITIVITY[0]
    language: str = ""
    person: str = ""
    group: str = ""
    table: int = 0
    themes: tuple[str, ...] = ()
    segment: str = ""
    starred: bool = False
    cleared: bool = False  # what its kind asks for before it is printed is done: CLEARING


def kind_words(code: str) -> str:
    """Return a kind in words; one that a newer version wrote speaks for itself."""
    return KIND_WORDS.get(code) or code.replace("_", " ").capitalize()


def sources(person: Person | None, meeting: Meeting) -> tuple[str, ...]:
    """Return how far somebody may be told with a note: the ladder up to what they agreed to.

    Practice guide, section 0, rule 4.
    """
    if person is None:
        return ATTRIBUTION[:1]
    steps = ["none"]
    if person.shown_groups:
        steps += ["group", "official"] if person.official else ["group"]
    return tuple(steps + ["named"] * (meeting.tells_names and person.may_be_named))


def as_far_as(wanted: str, steps: tuple[str, ...]) -> str:
    """Return the step of the ladder that is wanted, or the highest one below it."""
    rank = ATTRIBUTION.index(wanted)
    return [one for one in steps if ATTRIBUTION.index(one) <= rank][-1]


def step(now: str, values: tuple[str, ...]) -> str:
    """Return the value after this one, after the last the first."""
    return values[(values.index(now) + 1) % len(values)] if now in values else values[0]
