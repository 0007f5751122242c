"""Days as people say them, on a Monday in November."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.dates import dated, day

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Tuesday 24 Nov", "2026-11-24"),
        ("30 Jun", "2027-06-30"),
        ("October 5", "2027-10-05"),
        ("the 3rd of March", "2027-03-03"),
        ("Friday, 4 December", "2026-12-04"),
        ("6/30", "2027-06-30"),
        ("2027-01-31", "2027-01-31"),
        ("Jan 15, 2028", "2028-01-15"),
        # Weekdays
        ("Friday", "2026-11-27"),
        ("next Friday", "2026-11-27"),
        ("this coming Friday", "2026-11-27"),
        ("Monday", "2026-11-30"),
        ("thurs", "2026-11-26"),
        ("5 pm Friday", "2026-11-27"),
        # From now
        ("today", "2026-11-23"),
        ("day after tomorrow", "2026-11-25"),
        ("in six weeks", "2027-01-04"),
        ("within two weeks", "2026-12-07"),
        ("in a couple of weeks", "2026-12-07"),
        ("two weeks from now", "2026-12-07"),
        ("in a fortnight", "2026-12-07"),
        ("next week", "2026-11-30"),
        ("next month", "2026-12-23"),
        # Ends
        ("end of March", "2027-03-31"),
        ("the end of February 2028", "2028-02-29"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("this month", "2026-11-30"),
        ("end of the week", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("end of the year", "2026-12-31"),
        ("end of 2027", "2027-12-31"),
        ("close of business Friday", "2026-11-27"),
        ("end of day", "2026-11-23"),
        ("end of Friday", "2026-11-27"),
        ("end of 2020", None),
        # Of a month
        ("the 30th", "2026-11-30"),
        ("the 10th", "2026-12-10"),
        ("31st", "2026-12-31"),
        ("32nd", None),  # nor is it the year 2032
        ("00th", None),
        ("the 32nd of March", None),
        ("March 32", None),
        # No day
        ("May", None),  # a month alone is no promise
        ("March 2027", None),
        ("31 February", None),
        ("yesterday", None),
        ("5 October 2020", None),
        ("the council", None),
        ("end of the road", None),
        ("", None),
    ],
)
def test_days_are_understood_as_people_say_them(words: str, meant: str | None):
    found = day(words, TODAY)
    assert (found and found.isoformat()) == meant


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("publish it by next Friday", "publish it", "2026-11-27"),
        ("publish it By Friday.", "publish it", "2026-11-27"),
        ("publish it, by the end of March", "publish it", "2027-03-31"),
        ("walk by the river by tomorrow", "walk by the river", "2026-11-24"),
        ("come by bus tomorrow", "come by bus", "2026-11-24"),
        ("by Friday", "", "2026-11-27"),
        ("cut it by half by 12/12", "cut it by half", "2026-12-12"),
        # Without the word, where it can mean nothing else
        ("report next Friday", "report", "2026-11-27"),
        ("report on 4 December", "report", "2026-12-04"),
        ("report in two weeks", "report", "2026-12-07"),
        ("report at the end of March", "report", "2027-03-31"),
        ("report end of March", "report", "2027-03-31"),
        ("figures due tomorrow", "figures", "2026-11-24"),
        # How much is no day
        ("raise it by 20", "raise it by 20", ""),
        ("publish it by 32nd", "publish it by 32nd", ""),
        ("shorten it by two weeks", "shorten it by two weeks", ""),
        ("shorten it by 5 minutes", "shorten it by 5 minutes", ""),
        # Nor is a day on which something else is
        ("answer the letter of 5 May", "answer the letter of 5 May", ""),
        ("patrol every Friday", "patrol every Friday", ""),
        ("stay open until Friday", "stay open until Friday", ""),
        ("move it to 5 May", "move it to 5 May", ""),
        ("stand by me", "stand by me", ""),
        ("put it in the sun", "put it in the sun", ""),
        ("bring it 12/12", "bring it 12/12", ""),
        ("improve in recent weeks", "improve in recent weeks", ""),
    ],
)
def test_a_promise_may_end_with_its_day(line: str, text: str, due: str):
    said, found = dated(line, TODAY)
    assert (said, found.isoformat() if found else "") == (text, due)


def test_a_day_that_the_next_month_does_not_have_is_in_the_one_after():
    assert day("the 30th", date(2027, 1, 31)) == date(2027, 3, 30)
    assert day("29th", date(2027, 2, 10)) == date(2027, 3, 29)
    assert day("29th", date(2028, 2, 10)) == date(2028, 2, 29)


@pytest.mark.parametrize("words", ["23 Nov", "Nov 23", "11/23", "11/23/26", "Mon 23 Nov", "23rd"])
def test_the_day_itself_is_not_over(words: str):
    assert day(words, TODAY) == TODAY


def test_a_year_from_now_is_one():
    assert day("in one year", TODAY) == day("in 12 months", TODAY) == date(2027, 11, 23)


def test_a_year_of_two_digits_is_not_of_the_next_century():
    assert day("11/22/26", TODAY) is None
    assert day("11/24/26", TODAY) == date(2026, 11, 24)
    assert day("24 Nov 2126", TODAY) == date(2126, 11, 24)


def test_the_end_of_a_week_that_is_over_is_no_day():
    sunday = date(2026, 11, 29)
    assert day("end of the week", sunday) is None
    assert day("end of March", date(2027, 3, 31)) == date(2027, 3, 31)


SAID = "by in end of by end of next this the Friday 30th march 99999999999 weeks year 2027"
SAID += " 0 -1 / 12/12 2026-02-30 tomorrow a couple month months within from now . , \x00 ١٥"


@given(
    st.lists(st.sampled_from(SAID.split(" ")) | st.text(max_size=4)).map(" ".join),
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
)
def test_nothing_that_is_typed_is_too_strange(line: str, today: date):
    text, due = dated(line, today)
    assert line.startswith(text)
    assert due is None or due >= today
    assert (day(line, today) or today) >= today
