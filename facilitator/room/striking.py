"""Why words are struck for good; the record keeps the code alone, since a reason may tell them."""

REASONS = {
    "erasure": "somebody asked to be erased",
    "consent": "consent was withdrawn",
    "child": "it is about a child",
    "safety": "it puts somebody in danger",
    "court": "an order of a court or an office",
    "law": "a law says that it may not be kept",
    "mistake": "it was written down by mistake",
    "other": "another reason",
}
ERASURE, OTHER = "erasure", "other"


def known(reason: str) -> str:
    """Return a reason as it may be kept: one that we do not know could be anything."""
    return reason if reason in REASONS else OTHER
