"""Which names cannot be written whole: on screen and paper the same typefaces are used."""

from collections.abc import Iterable

from facilitator.publish.pdf.fonts import face
from facilitator.publish.pdf.shape import REGULAR
from facilitator.publish.typed import one_line


def undrawn(names: Iterable[str]) -> list[str]:
    """Return the names with a sign that no typeface of ours has."""
    plain = [(name, set(one_line(name)) - _NO_BODY) for name in names]
    missing = {sign for sign in set().union(*(signs for _, signs in plain)) if not _has(sign)}
    return [name for name, signs in plain if signs & missing]


_NO_BODY = set(" \u200b\u200c\u200d\ufe0e\ufe0f")  # they part or join letters


def _has(sign: str) -> bool:
    return any(face(font).glyph(sign) for font in REGULAR)
