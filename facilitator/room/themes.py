"""The themes that come with the product, as a list that a person may edit."""

from functools import cache

from resources import ROOT


@cache
def themes() -> dict[str, str]:
    """Return the labels of the themes by their codes."""
    import tomllib  # not before somebody writes a note

    lists = tomllib.loads((ROOT / "themes.toml").read_text("utf-8"))
    return {code: label for labels in lists.values() for code, label in labels.items()}


def theme_words(code: str) -> str:
    """Return the words for a theme; one of the room's own speaks for itself."""
    words = themes().get(code) or code.replace("_", " ")
    return words[:1].upper() + words[1:]
