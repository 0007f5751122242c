"""When to warn that a part ends soon: how long its kind needs to come to an end well."""

from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE

USUAL = 2  # minutes: the last speaker, whose turn is two minutes (practice guide, section 5)
MINUTES = {
    "small_group": 5,  # tables finish, agree on what they report, and turn round
    "meal": 5,  # people come back from far
    "break": 3,  # people come back from near
    "arrival": 3,  # people find their seats
    "review": 5,  # one more promise to look at (practice guide, scaling rules)
    "qa": 3,  # one more question, its answer, the change over (practice guide, scaling rules)
    "story": 3,  # one more story (practice guide, T02)
    "listening": 3,  # one more of the longer turns (practice guide, T08)
    "response": 3,  # one more of the longer turns (practice guide, T06)
    "commit": 3,  # the promises are read back
    "transition": 1,  # chairs and feet
    "poll": 1,  # the last hands
    "reflection": 1,  # silence; a word ends it
}


def warning(segment: Segment) -> int:
    """Return how long before its end (ms) to warn, never longer than a third of the part."""
    whole = segment.length + segment.granted
    return min(MINUTES.get(segment.kind, USUAL) * MINUTE, whole // 3)
