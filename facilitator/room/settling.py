"""What is settled before a summary goes out: words in texts, and who approved what."""

from dataclasses import dataclass

# Why words are not printed (practice guide, section 6); the words of the mark left in their place.
REASONS = {
    "name": "name",
    "address": "address",
    "contact": "phone or e-mail",
    "plate": "license plate",
    "case": "case number",
    "health": "health",
    "immigration": "immigration status",
    "violence": "violence",
    "accused": "unproven claim",
    "other": "words",
}
KEEP = "keep"  # the words look like something to withhold, and are not


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided on words inside a text."""

    item: str  # the id of a note or promise; empty is every text of the session
    words: str
    reason: str  # one of REASONS, or KEEP

    @property
    def id(self) -> str:
        return f"{self.item}/{self.words}"


@dataclass(frozen=True, slots=True)
class Approval:
    """An edition that a person has read and approved, as it stood then."""

    edition: str
    digest: str
    at: int
    version: int  # counted from 1
