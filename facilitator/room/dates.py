"""Days as people say them: "next Friday", "in six weeks", "end of March"."""

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = rf"{_OF_MONTH}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SPAN = r"(?:days?|weeks?|wks?|fortnight|months?|years?)"
_COUNT = r"(?:a couple of|[\w-]+)"
# What means a day, wherever it ends a line.
_PHRASE = (
    rf"(?:(?:{_WEEKDAY},? )?(?:the )?{_NUMBER} (?:of )?{_MONTH}(?:,? \d{{4}})?"
    rf"|(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_NUMBER}(?:,? \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|today|tonight|(?:(?:the )?day after )?tomorrow"
    rf"|(?:(?:this|next|this coming|the coming) )?{_WEEKDAY}|next (?:week|month)"
    rf"|(?:in|within) {_COUNT} {_SPAN}|{_COUNT} {_SPAN} from (?:now|today)"
    rf"|(?:the )?end of (?:(?:the|this|next) )?(?:week|month|year|{_MONTH}(?: \d{{4}})?))"
)
_FROM_NOW = re.compile(rf"\b(?:{_SPAN}|today|tonight|tomorrow|now)\b")
# After "by" less is enough; but "by 20" and "by two weeks" say how much, not when.
_DAYLIKE = re.compile(
    rf"\b(?:{_PHRASE}|mon|tues?|weds?|thu(?:rs)?|fri|sat|sun|{_OF_MONTH}(?:st|nd|rd|th)"
    r"|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|(?:this|next) year|this (?:week|month)"
    r"|(?:end|close) of (?:the )?(?:day|business)|end of \d{4})\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|\s)by\s+((?:(?!\sby\s).)+)$", re.IGNORECASE)
_AT_THE_END = re.compile(rf"(?<![^\s,])(?:(?:on|at|before|due) )?({_PHRASE})$", re.IGNORECASE)
_LONGEST = 48  # characters that a day takes at the end of a line
_FAR = 90  # years ahead
# Behind these it is not the day by which something is done: "answer the letter of 5 May".
_NOT_BY = frozenset(
    "a after and at between each every for from in last of or past per since than the till to"
    " until".split()
)
_END = re.compile(
    rf"(?:the )?end of (?:the )?((?:this |next )?(?:week|month|year)|{_MONTH}(?: \d{{4}})?|\d{{4}})"
    r"|(this (?:week|month|year))"
)
# What the library does not know, in words that it knows.
_KNOWN_AS = (
    (r"^(?:the )?(?:end|close) of (?:the )?(?:day|business)$", "today"),
    (r"^(?:the )?(?:end|close) of (?:the )?(?:day|business),? (?:on )?", ""),
    (rf"^(?:the )?end of (?={_WEEKDAY}|today|tomorrow)", ""),
    (r"^within\b", "in"),
    (r"^(?:the |this )coming ", ""),
    (r"\bthurs\b", "thursday"),
    (r"\bweds\b", "wednesday"),
    (r"\bwk(s?)\b", r"week\1"),
    (r"\ba couple of\b", "two"),
    (r"\bthe (?=\d)", ""),
    (r"(\d(?:st|nd|rd|th)?) of\b", r"\1"),
)


def dated(text: str, today: date) -> tuple[str, date | None]:
    """Return a promise without the day that it ends with, and the day; as it was if none is."""
    line = text.rstrip(" .,;!")
    tail = max(0, len(line) - _LONGEST)
    if (found := _BY.search(line, tail)) and _DAYLIKE.search(found[1]):
        due = day(found[1], today)
        if due is not None:
            return line[: found.start()].rstrip(" ,;"), due
    found = _AT_THE_END.search(line, tail)
    head = line[: found.start()].rstrip(" ,;") if found else ""
    if found is None or head.split(" ")[-1].casefold() in _NOT_BY:
        return text, None
    due = day(found[1], today)
    return (head, due) if due else (text, None)


@lru_cache(512)  # a line is read at each letter
def day(words: str, today: date) -> date | None:
    """Return the day that is meant, from today on, or None if none is."""
    words = " ".join(words.casefold().split())
    for pattern, known in _KNOWN_AS:
        words = re.sub(pattern, known, words)
    if end := _END.fullmatch(words):
        last = _last_day(end[1] or end[2], today)
        return last if last and last >= today else None
    if number := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", words):
        return _day_of_month(int(number[1]), today)
    # To the library the day itself is over: a date is looked for from the day before it.
    since = today if _FROM_NOW.search(words) else today - timedelta(days=1)
    found = _parsed(words, since, REQUIRE_PARTS=["day", "month"])
    if found is None:  # a weekday has no month; a month alone has no day, and is no promise
        found = _parsed(words, today)
        return found if found and 0 < (found - today).days <= 7 else None
    if found.year - today.year > _FAR and str(found.year) not in words:
        return None  # the library takes a year of two digits that is over for the next century's
    return found if found >= today else None


def warm_up() -> None:
    """Let the library read its tables, for which the first line with a day had to wait 0.1 s."""
    day("tomorrow", date(2000, 1, 1))


def _day_of_month(number: int, today: date) -> date | None:
    """Return "the 30th" of this month, or of the next one that has it."""
    month = today.replace(day=1)
    for _ in range(3):
        last = calendar.monthrange(month.year, month.month)[1]
        if 1 <= number <= last and month.replace(day=number) >= today:
            return month.replace(day=number)
        month = (month + timedelta(days=31)).replace(day=1)
    return None


def _last_day(of: str, today: date) -> date | None:
    """Return the last day of a month or a year, or the Friday of a week."""
    if of.endswith("week"):
        return today + timedelta(days=4 - today.weekday() + 7 * of.startswith("next"))
    last = {"PREFER_DAY_OF_MONTH": "last", "PREFER_MONTH_OF_YEAR": "last"}
    of = f"this {of}" if of in ("month", "year") else of
    return _parsed(of, today.replace(day=1), **last)


def _parsed(words: str, today: date, **settings: object) -> date | None:
    import dateparser  # slow to import, and few lines name a day

    known = {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),
        **settings,
    }
    found: datetime | None = dateparser.parse(words, languages=["en"], settings=known)
    return found.date() if found else None
