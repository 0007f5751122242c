"""The capture line: what people type at the speed of speech."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.capture import Captured, capture, half_typed, retold, whole
from facilitator.room.notes import Note

TODAY = date(2026, 11, 23)  # a Monday
NAMES = {
    "bram placeholder": "Bram Placeholder",
    "ana": "Ana",
    "ana maria": "Ana María",
    "j.": "J.",
    "city council": "City Council",
}
THEMES = ("trust", "community_policing")


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("We need light", "experience", "We need light"),
        ("? Who decides", "question", "Who decides"),
        ("?who decides", "question", "who decides"),
        ("# a night bus", "idea", "a night bus"),
        ('" We wanted someone to come', "quote", "We wanted someone to come"),
        ('"We wanted someone to come"', "quote", "We wanted someone to come"),
        ('"She said "no" and left', "quote", 'She said "no" and left'),
        ("+ the library corner", "strength", "the library corner"),
        ("- nobody calls back", "concern", "nobody calls back"),
        ("= days, not months", "agreement", "days, not months"),
        ("~ Route 9", "parking_lot", "Route 9"),
        ("...", "experience", "..."),
        ("   ", "experience", ""),
        ("?", "question", ""),
    ],
)
def test_the_first_sign_says_the_kind(line: str, kind: str, text: str):
    assert capture(line, TODAY) == Captured(text, kind)


def test_a_line_without_a_sign_is_of_the_chosen_kind():
    assert capture("We need light", TODAY, "vision") == Captured("We need light", "vision")
    assert capture("? Who", TODAY, "vision") == Captured("Who", "question")


@pytest.mark.parametrize(
    ("line", "owner", "text", "due"),
    [
        ("! @Rivera publish stop data by 30 Jun", "Rivera", "publish stop data", "2027-06-30"),
        ("! @Bram Nobody: ask by Friday", "Bram Nobody", "ask", "2026-11-27"),
        ("! walk by the river by tomorrow", "", "walk by the river", "2026-11-24"),
        ("! stand by me", "", "stand by me", ""),
        ("! meet at 18:00 in the hall", "", "meet at 18:00 in the hall", ""),
        ("!", "", "", ""),
        ("! @", "", "@", ""),
        ("! @Rivera", "Rivera", "", ""),
        # The owner may stand anywhere; within the sentence the name stays in it
        ("! publish stop data @Rivera by 30 Jun", "Rivera", "publish stop data", "2027-06-30"),
        ("! publish stop data by Friday @Rivera", "Rivera", "publish stop data", "2026-11-27"),
        ("! ask @Rivera for the figures", "Rivera", "ask Rivera for the figures", ""),
        (
            "! ask for help from @Rivera by Friday",
            "Rivera",
            "ask for help from Rivera",
            "2026-11-27",
        ),
        ("! @Ana and @Rivera write", "Ana", "and Rivera write", ""),
        # Names that are known may have several words
        ("! @bram placeholder ask tomorrow", "Bram Placeholder", "ask", "2026-11-24"),
        ("! @Ana María calls", "Ana María", "calls", ""),
        ("! @Ana calls", "Ana", "calls", ""),
        ("! @J. calls", "J.", "calls", ""),
        ("!@City Council, answer", "City Council", "answer", ""),
        ("! @Rivera meet @Orla by Friday", "Rivera", "meet Orla", "2026-11-27"),
        ("! @Rivera invite @Ana @Bo", "Rivera", "invite Ana Bo", ""),
        ("! write to info@city.gov", "", "write to info@city.gov", ""),
        ("! a bus by Friday #trust", "", "a bus by Friday #trust", ""),  # a promise has no themes
    ],
)
def test_a_promise_says_who_and_by_when(line: str, owner: str, text: str, due: str):
    names = {**NAMES, "ana maria": "Ana María", "ana maría": "Ana María"}
    assert capture(line, TODAY, names=names) == Captured(text, "pledge", True, owner, due)


@pytest.mark.parametrize(
    ("line", "who", "text"),
    [
        ("@Ana said we need light", "Ana", "Ana said we need light"),
        (
            "thanks to @Bram Placeholder, for all",
            "Bram Placeholder",
            "thanks to Bram Placeholder, for all",
        ),
        ("as @Ana: told us", "Ana", "as Ana: told us"),
        ("we need light (@Ana)", "Ana", "we need light (Ana)"),
        ("an @ alone", "", "an @ alone"),
    ],
)
def test_a_name_in_a_note_says_whose_words_they_are(line: str, who: str, text: str):
    assert capture(line, TODAY, names=NAMES) == Captured(text, "experience", who=who)


def test_a_name_before_a_note_is_no_part_of_it():
    for name in ("Ana", "Bram Placeholder", "Somebody On No List"):
        taken = capture(f"? @{name}: who decides", TODAY, names=NAMES)
        assert taken == Captured("who decides", "question", who=name, speaks=True)


@pytest.mark.parametrize(
    ("line", "kind", "text", "themes"),
    [
        ("We need light #trust", "experience", "We need light", ("trust",)),
        ("We need light #trust #parks", "experience", "We need light", ("trust", "parks")),
        ("the #trust we have", "experience", "the trust we have", ("trust",)),
        ("we talked about #trust", "experience", "we talked about trust", ("trust",)),
        ("more #Community-Policing", "experience", "more", ("community_policing",)),
        ("a #trust b #Trust", "experience", "a trust b", ("trust",)),
        ("bus #12", "experience", "bus #12", ()),  # a number is no theme
        # At the very beginning a # is an idea, unless a theme of the session follows at once
        ("#trust we need patrols", "experience", "we need patrols", ("trust",)),
        ("# trust is all", "idea", "trust is all", ()),
        ("#parks for all", "idea", "parks for all", ()),
        ("# #trust for all", "idea", "for all", ("trust",)),
        ("? #trust who decides", "question", "who decides", ("trust",)),
        ("#trust", "experience", "", ("trust",)),
    ],
)
def test_themes_are_words_with_a_sign(line: str, kind: str, text: str, themes: tuple[str, ...]):
    assert capture(line, TODAY, themes=THEMES) == Captured(text, kind, themes=themes)


def note(text: str, *themes: str) -> Note:
    return Note("N1", 0, "idea", text, themes=themes)


def test_a_note_that_is_typed_anew_keeps_its_signs():
    assert retold("- 5 degrees @Ana #trust", note(""), THEMES) == ("- 5 degrees @Ana", ("trust",))
    assert retold("#trust", note(""), THEMES) == ("", ("trust",))


@pytest.mark.parametrize(
    ("was", "line", "text", "themes"),
    [
        # The tags were put behind the words, and are no part of the sentence
        (note("to talk to", "trust"), "one to talk to #trust", "one to talk to", "trust"),
        (note("to talk to", "trust", "parks"), "to talk to #trust", "to talk to", "trust"),
        (note("to talk to", "trust"), "to talk to #trust #parks", "to talk to", "trust parks"),
        (note("to talk to", "trust"), "one to talk to #trust #x", "one to talk to", "trust x"),
        (note("to talk to", "trust"), "to talk to", "to talk to", ""),
        (note("see #help", "trust"), "see #help #trust #x", "see #help", "trust x"),
        (note("a bus", "Night Bus"), "the bus #Night Bus", "the bus", "Night Bus"),
        # A new one is read as in the note line
        (note("light"), "light #trust", "light", "trust"),
        (note("we talk"), "we talk about #trust", "we talk about trust", "trust"),
        (note("light", "x"), "the #trust we have #x", "the trust we have", "x trust"),
        (note("light", "x"), "lights #x", "lights", "x"),
        (note("light", "x"), "light#12 #x", "light#12", "x"),
        (note("light", "trust"), "light #Trust #TRUST", "light", "trust"),
    ],
)
def test_a_note_is_changed_with_its_themes_behind_it(was: Note, line: str, text: str, themes: str):
    told, tags = retold(line, was, THEMES)
    assert (told, " ".join(tags)) == (text, themes)


@given(
    st.lists(
        st.sampled_from("talk to about # #trust #x @Ana ' -".split(" ")) | st.text(max_size=4)
    ),
    st.lists(st.sampled_from(("trust", "Trust", "x")) | st.text(max_size=4)).map(tuple),
)
def test_a_note_that_nothing_is_changed_of_stays_as_it_is(words: list[str], tags: tuple[str, ...]):
    was = note(" ".join(words), *tags)
    assert retold(whole(was), was, THEMES) == (was.text, was.themes)


class Counted(dict[str, str]):
    """Names that count how often somebody looked for one."""

    asked = 0

    def get(self, *name: Any) -> Any:
        self.asked += 1
        return super().get(*name)


@pytest.mark.parametrize("line", ["@an " * 1000, "! " + "@an " * 1000, "(@a" * 1000])
def test_a_line_full_of_signs_costs_no_more_than_one_with_a_few(line: str):
    names = Counted(NAMES)
    assert capture(line, TODAY, names=names).text
    assert names.asked < 1000


@pytest.mark.parametrize(
    ("line", "half"),
    [
        ("! @", ("@", "")),
        ("!@Ri", ("@", "Ri")),
        ("! ask @Bram Pl", ("@", "Bram Pl")),
        ("(@An", ("@", "An")),
        ("a #", ("#", "")),
        ("a #tru", ("#", "tru")),
        ("#tru", ("#", "tru")),
        ("#", None),  # an idea is about to come
        ("a #12", None),
        ("a@b", None),
        ("@Ana: hm", None),
        ("@ Ana", None),
        ("we need light", None),
        ("", None),
    ],
)
def test_the_end_of_a_line_may_ask_to_be_completed(line: str, half: tuple[str, str] | None):
    assert half_typed(line) == half


SAID = "! ? # @ @Ana @Ana: Ana María: #trust #x @: @@ ## #@ by Friday from ( ) ... . : J. \x00"


@given(st.lists(st.sampled_from(SAID.split(" ")) | st.text(max_size=4)).map(" ".join))
def test_no_line_is_too_strange(line: str):
    taken = capture(line, TODAY, names=NAMES, themes=THEMES)
    assert bare(taken.text) in bare(line)
    assert taken == capture(line, TODAY, names=NAMES, themes=THEMES)
    half_typed(line)


def bare(line: str) -> str:
    return line.replace("@", "").replace("#", "")
