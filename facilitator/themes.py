"""The themes that come with the product, as a list that a person may edit."""

from functools import cache

from resources import ROOT


@cache
def themes() -> dict[str, str]:
    """Return the labels of the themes by their codes."""
    import tomllib  # not before somebody writes a note

    lists = tomllib.loads((ROOT / "themes.toml").read_text("utf-8"))
    return {code: label for labels in lists.values() for code, label in labels.items()}
