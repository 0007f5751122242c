"""Titles of parts where there is little room."""

import re

# "Phase 3 - Where do we want to be?": the number of the part stands beside it anyway.
_COUNTED = re.compile(r"^(?:[^\W\d]+ ){1,3}(?:\d+|[IVX]+) ?[-–—:.·] ?(?=\S)")


def short(title: str) -> str:
    """Return a title without the count that it begins with."""
    return _COUNTED.sub("", title)
