"""Whatever somebody may type, in every field of a summary at once."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any

from hypothesis import strategies as st

from facilitator.publish.summary import Summary
from tests.publish.sample import SAMPLE

NASTY = (
    *("=1+1", " \u200b=cmd|' /C calc'!A0", "＝1", "a;=1+1", "-x", "+x", "@sum(a1)", "\t=1", "\r=1"),
    *("<script>x</script>", "[a](http://b.cd)", "![i](x)", "| a | b |", "`x`", "# h", "1. x"),
    *("- x\n- y", "a\n===", "a\n---", "```\nx\n```", "    x", "&amp;", "\\", "{{ x }}", "*a* _b_"),
    *("BEGIN:VEVENT\nSUMMARY:x", "a\r\nBcc: everybody@example.org", "a,b;c\\n", "From x", "> q"),
    *(
        "\u202egnp.exe",
        "\x00\x07\x1b[31m",
        "\ud800 x",
        "x\udfff",
        "\ufffe\uffff",
        "_x0041_",
        "\x85",
    ),
    *("x" * 500, "ليلى الخيالية", "ចាន់ និទាន", "👩‍👩‍👧 é", "", "2026-10-29", "a@b.cd", "www.a.bc"),
)
# All of Unicode, also halves of pairs that mean nothing alone.
any_text = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=40)


def filled(texts: list[str], summary: Summary = SAMPLE) -> Summary:
    """Return the sample with these words in every field, in turn, but for the edition."""
    words = cycle(texts)
    full: Summary = replace(_filled(summary, words), edition=summary.edition)
    return full


any_summary = st.lists(any_text, min_size=1, max_size=12).map(filled)


def _filled(value: Any, words: Iterator[str]) -> Any:
    if isinstance(value, str):
        return next(words)
    if isinstance(value, tuple):
        return tuple(_filled(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _filled(getattr(value, part.name), words) for part in fields(value)}
        return replace(value, **parts)
    return value
