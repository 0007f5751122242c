"""Who is there already: surely, maybe, at an earlier session; a slip is a hint and no more."""

import pytest

from facilitator.intake import Earlier, guess, proposed, read_text, same_as_earlier
from facilitator.intake.proposal import Proposal
from facilitator.room.people import Person

HEAD = "Name\tGroup\tE-mail\tOrganisation\n"
KNOWN = {
    "p1": Person("p1", "Ana Peña", ("POLICE",), email="ana@x.org", organisation="Police Dept"),
    "p2": Person("p2", "Bo Li"),
}


def proposal(*rows: str) -> Proposal:
    sheet = read_text(HEAD + "\n".join(rows))
    return proposed(sheet, guess(sheet), KNOWN)


@pytest.mark.parametrize(
    ("row", "sure", "why"),
    [
        ("ana pena\t\tANA@X.ORG", True, "Same name and e-mail as Ana Peña, already on the list"),
        ("Ana Peña\tYouth\t\tpolice dept", True, "Same name and organisation as Ana Peña, already"),
        ("Ana Peña\tPolice", True, "The same as Ana Peña, already on the list"),
        ("Ana Peña\tYouth", False, "Same name as Ana Peña, already on the list"),
        ("Peña Ana\t\tother@x.org\tPolice Dept", False, "Same name as Ana Peña"),
        ("Bo Li\tClergy\tbo@x.org", False, "Same name as Bo Li, already on the list"),
    ],
)
def test_somebody_already_in_the_session(row: str, sure: bool, why: str):
    (double,) = proposal(row).doubles
    assert (double.sure, double.row) == (sure, 0)
    assert double.why.startswith(why)
    assert double.twin in KNOWN


def test_somebody_twice_in_the_list():
    found = proposal("Cy Day\tPolice\tcy@x.org", "Cy Day\t\tother@x.org", "CY DAY\t\tother@x.org")
    (first,) = found.fresh
    maybe, sure = found.doubles
    assert (maybe.sure, maybe.twin, maybe.row) == (False, first.person["id"], 2)
    assert (sure.sure, sure.twin, sure.row) == (True, maybe.fresh.person["id"], 3)
    assert sure.why == "Same name and e-mail as Cy Day, in row 3"


def test_nobody_is_lost_for_having_a_name_that_another_has():
    found = proposal("Cy Day\tPolice\tcy@x.org", "Cy Day\t\tother@x.org", "Cy Day\t\tcy@x.org")
    assert found.wanted == {2, 3}
    assert [row["email"] for row in found.rows(found.wanted)] == ["cy@x.org", "other@x.org"]
    assert len(found.rows({2, 3, 4})) == 3
    assert found.rows({}) == []


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("Leonora Exampla", "Much like Leonora Exempla, in row 2."),
        ("Leonora Exempla-Li", ""),
        ("Somebody Else\t\tana@x.org", "Same e-mail as Ana Peña, already on the list."),
        ("Leonora Exampla\t\tother@x.org", ""),  # written to elsewhere: somebody else
    ],
)
def test_a_slip_is_a_hint(row: str, hint: str):
    found = proposal("Leonora Exempla\t\tleo@x.org", row)
    assert not found.doubles
    assert "".join(found.fresh[1].remarks) == hint


EARLIER = [
    Earlier("s2/a", "Ana Peña", "", "Second evening", "2026-03-01"),
    Earlier("s1/a", "Ana Peña", "Radio Ficción", "First evening", "2026-02-01"),
    Earlier("s1/b", "Bo Li", "", "First evening", "2026-02-01"),
]


def test_somebody_of_an_earlier_session_is_suggested_and_never_taken():
    sheet = read_text(f"{HEAD}Ana Peña\t\t\t\nAna Pena\tYouth\t\tRadio Ficción\nDi Ja")
    found = proposed(sheet, guess(sheet), {}, EARLIER)
    newest, same_body = found.fresh[0], found.doubles[0].fresh
    assert newest.earlier == EARLIER[0]
    assert same_body.earlier == EARLIER[1]
    assert found.fresh[1].earlier is None
    first, second, third = found.rows({2, 3, 4}, same={3, 4})
    assert second["same_as"] == "s1/a"
    assert "same_as" not in first | third


def test_people_of_the_session_are_suggested_until_it_was_said():
    assert same_as_earlier(KNOWN, EARLIER) == {"p1": EARLIER[0], "p2": EARLIER[2]}
    said = {"p1": Person("p1", "Ana Peña", same_as="s2/a"), "p3": Person("p3", "Bo Li")}
    assert same_as_earlier(said, EARLIER) == {"p3": EARLIER[2]}
    nobody = {"p4": Person("p4"), "p5": Person("p5", "Ana Peña", same_as="s2/a")}
    assert same_as_earlier(nobody, [*EARLIER, Earlier("s1/n", "", "", "", "")]) == {}
