"""Two copies of one row: what either has lost is lost, whichever comes first."""

import json

from hypothesis import given
from hypothesis import strategies as st

from facilitator.log.words_of import without, words_of
from facilitator.record.chain import Row, root, written
from facilitator.record.strike import fields, joined, struck

DATA = {"note": "N1", "kind": "idea", "text": "Tobias", "themes": ["a", "b"], "new": {"x": ["y"]}}
PLACES = [at for at, _ in words_of("NoteTaken", DATA)]


def row(data: object = DATA, kind: str = "NoteTaken") -> Row:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written(1, 5, kind, text, root("evening"))


CAUSES = st.tuples(st.sampled_from(["2027-01-15", "2027-02-01"]), st.sampled_from(["child", "law"]))
COPIES = st.one_of(
    st.just(row()),
    st.builds(
        lambda gone, cause: struck(row(), without(DATA, set(gone)), [cause]),
        st.sets(st.sampled_from(PLACES)),
        CAUSES,
    ),
)


@given(COPIES, COPIES, COPIES)
def test_copies_come_to_one_whatever_their_order(one: Row, two: Row, three: Row):
    assert joined(one, two) == joined(two, one)
    assert joined(joined(one, two), three) == joined(one, joined(two, three))
    assert joined(one, one) == one
    both = joined(one, two)
    assert both.is_whole
    words = {text for _, text in words_of("NoteTaken", fields(both.data))}
    for copy in (one, two):
        assert words <= {text for _, text in words_of("NoteTaken", fields(copy.data))}


def test_a_strike_can_only_take_away():
    """A copy that says it was struck, and says something else in what is left."""
    forged = struck(row(), {**DATA, "text": "Another", "more": "words"}, [("2027-01-15", "other")])
    for both in (joined(row(), forged), joined(forged, row())):
        assert both.is_whole
        left = fields(both.data)
        assert (left["text"], left["themes"], left.get("more", "")) == ("", ["a", "b"], "")


def test_words_in_what_tells_of_a_strike_do_not_come_along():
    marked = struck(row(), without(DATA, {("text",)}), [("2027-01-15", "other")])
    told = {**json.loads(marked.struck), "reason": "Tobias", "more": "Tobias"}
    forged = marked._replace(struck=json.dumps(told))
    for both in (joined(row(), forged), joined(forged, row())):
        assert "Tobias" not in both.struck
        assert both == marked


def test_a_row_that_cannot_be_read_is_struck_whole():
    broken = written(1, 5, "NoteTaken", '{"text": "Tobias', root("evening"))
    left = struck(broken, fields(broken.data), [("2027-01-15", "other")])
    assert (left.data, left.is_whole) == ("null", True)
    assert joined(left, broken) == joined(broken, left) == left
