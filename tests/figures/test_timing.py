"""How late it is, in words."""

import pytest

from facilitator.figures.timing import in_words


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (0, "on time"),
        (1, "1 min late"),
        (7, "7 min late"),
        (-3, "3 min ahead"),
        (179, "179 min late"),
        (180, "3 h late"),
        (60 * 24 * 38, "38 days late"),
    ],
)
def test_lateness_is_said_as_people_say_it(late: int, words: str):
    assert in_words(late) == words
