"""Notes: what was said, as ideas without names unless somebody agreed to be named."""

from dataclasses import dataclass

# The kinds of the practice guide, section (c); `suggestion` is an idea with an addressee.
KINDS = tuple(
    "experience concern strength builds_trust breaks_trust value vision idea suggestion question"
    " answer agreement disagreement quote acknowledgement fact_to_check parking_lot ground_rule"
    " vote_result memorable process safety".split()
)
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
