"""How the kinds of note look: an icon and, for some, the sign that begins a line of that kind."""

from facilitator.room.capture import PREFIXES

SIGNS = {code: sign for sign, code in PREFIXES.items()}
_ICONS = {
    "concern": "flag",
    "strength": "thumbs-up",
    "builds_trust": "heart-handshake",
    "breaks_trust": "heart-crack",
    "value": "gem",
    "vision": "telescope",
    "idea": "lightbulb",
    "suggestion": "lightbulb",
    "question": "message-circle-question-mark",
    "answer": "message-square-reply",
    "agreement": "handshake",
    "disagreement": "split",
    "quote": "quote",
    "acknowledgement": "hand-heart",
    "fact_to_check": "search-check",
    "parking_lot": "square-parking",
    "ground_rule": "list-checks",
    "vote_result": "vote",
    "memorable": "sparkles",
    "process": "settings-2",
    "safety": "shield-alert",
}


def icon_of(kind: str) -> str:
    return _ICONS.get(kind, "message-circle")
