"""The kinds of parts that an agenda is made of, in words: the same on the screen and on paper."""

from facilitator.room.groups import in_words

KINDS = {
    "arrival": "Arrival",
    "opening": "Opening",
    "agreements": "Agreements",
    "presentation": "Presentation",
    "round": "Round",
    "story": "Stories",
    "open": "Open talk",
    "listening": "Listening",
    "response": "Response",
    "qa": "Questions",
    "small_group": "Small groups",
    "reflection": "Silence",
    "harvest": "Harvest",
    "prioritise": "Dot vote",
    "poll": "Poll",
    "commit": "Promises",
    "review": "Review",
    "break": "Break",
    "meal": "Meal",
    "transition": "Moving",
    "evaluation": "Evaluation",
    "buffer": "Reserve",
    "closing": "Closing",
}


def kind_in_words(kind: str) -> str:
    """Return "qa" as "Questions"; a kind that is not listed speaks for itself."""
    return KINDS.get(kind) or in_words(kind)
