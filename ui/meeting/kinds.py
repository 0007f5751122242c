"""The kinds of speech: an icon and words for each."""

from typing import NamedTuple


class Kind(NamedTuple):
    sign: str
    words: str


PLAIN = "speak"
ASKED = (PLAIN, "direct_response", "clarifying_question", "point_of_process")
_KINDS = {
    PLAIN: Kind("plus", "Speaking"),
    "direct_response": Kind("corner-down-right", "Direct response"),
    "clarifying_question": Kind("message-circle-question-mark", "Clarifying question"),
    "point_of_process": Kind("signpost", "Point of process"),
    "round": Kind("rotate-cw", "Round"),
}


def kind(code: str) -> Kind:
    """Return the icon and the words of a kind; one that is rare speaks for itself."""
    return _KINDS.get(code) or Kind("", code.replace("_", " ").capitalize())
