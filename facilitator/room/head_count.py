"""How heads are counted: the codes that the log keeps, and what each is called."""

METHODS = {
    "room": "counted in the room",
    "door": "counted at the door",
    "signed_in": "signed in",
    "estimated": "estimated",
}
COUNTED = "counted"  # of older logs, which do not say where


def method_in_words(method: str) -> str:
    """Return how heads were counted, to be read after their number."""
    return METHODS.get(method, COUNTED)
