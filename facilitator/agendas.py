"""The agendas that come with the product, as data that a person may read and edit."""

import tomllib
from dataclasses import dataclass
from typing import Any

from resources import ROOT


@dataclass(frozen=True, slots=True)
class Template:
    code: str
    name: str
    people: str  # for how many, in words
    style: str  # whose practice it follows
    segments: tuple[dict[str, Any], ...]  # rows as in a session script

    @property
    def minutes(self) -> float:
        return sum(float(segment["minutes"]) for segment in self.segments)


def templates() -> list[Template]:
    """Return the agendas by code."""
    found = []
    for file in (ROOT / "agendas").glob("*.toml"):
        data = tomllib.loads(file.read_text("utf-8"))
        segments = tuple({"id": f"S{n}", **row} for n, row in enumerate(data["segment"], 1))
        style = data.get("in_the_style_of", "")
        found.append(Template(data["code"], data["name"], data.get("people", ""), style, segments))
    return sorted(found, key=lambda template: template.code)
