"""The words for codes: stakeholder groups from their list, everything else spelt out."""

import tomllib
from functools import cache

from resources import ROOT


@cache
def groups() -> dict[str, dict[str, str]]:
    """Return the labels of the stakeholder codes: the big table, and those added since."""
    return tomllib.loads((ROOT / "groups.toml").read_text("utf-8"))


def label(code: str) -> str:
    """Return the words for a stakeholder code; a code of the city's own speaks for itself."""
    of = groups()
    return of["big_table"].get(code) or of["added"].get(code) or in_words(code)


def in_words(code: str) -> str:
    """Return `parking_lot` as "Parking lot"."""
    return code.replace("_", " ").capitalize()
