"""Languages in words: in English, in Spanish, by their own name, by their tag."""

import pytest

from facilitator.room.languages import in_english, language, languages


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        *(("Spanish", "es"), ("español", "es"), ("ES", "es"), ("Español (México)", "es")),
        *(("es-MX", "es-MX"), ("en_us", "en-US"), ("inglés", "en"), ("vietnamita", "vi")),
        *(("Tiếng Việt", "vi"), ("中文", "zh"), ("Mandarin", "zh"), ("S’gaw Karen", "ksw")),
        *(("ASL", "ase"), ("American Sign Language", "ase"), ("Kreyòl", "ht"), ("Farsi", "fa")),
        *(("Elvish", ""), ("", ""), ("Span", ""), ("12", ""), ("-", ""), ("x-YZ", "")),
    ],
)
def test_words_mean_a_language(words: str, tag: str):
    assert language(words) == tag


def test_the_likeliest_comes_first():
    assert languages("s")[:2] == ["es", "so"]
    assert languages("") == []


def test_a_tag_has_words():
    assert [in_english(tag) for tag in ("es-PE", "ksw", "qqq")] == ["Spanish", "Karen", "qqq"]
