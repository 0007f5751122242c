"""What else may point at somebody: addresses, telephone numbers, plates, cases, and telling words.

Practice guide, section 6: what is to be redacted before anything leaves the room.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Risk(NamedTuple):
    """Words in a text that may not leave, or that somebody should look at."""

    start: int
    end: int
    reason: str  # one of REASONS
    sure: bool


def risks(text: str) -> list[Risk]:
    """Return the risky words of a text that may not leave, by what they are."""
    found = [
        Risk(*one.span(), "contact", True)
        for start, end in _near(_AT, text)
        for one in _EMAIL.finditer(text, start, end)
    ]
    for start, end in _near(_DIGITS, text):
        some = text[start:end].lower()
        for reason, pattern, hints in _SURE:
            if not hints or any(hint in some for hint in hints):
                every = pattern.finditer(text, start, end)
                found += [Risk(*_told(one), reason, True) for one in every]
    return found


def _near(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around some signs: nowhere else there is need to look."""
    last: tuple[int, int] | None = None
    for found in sign.finditer(text):
        start, end = max(0, found.start() - _REACH), min(len(text), found.end() + _REACH)
        if last and start > last[1]:
            yield last
            last = None
        last = (last[0] if last else start, end)
    if last:
        yield last


_REACH = 200  # letters, more than anything has that is looked for
_DIGITS, _AT = re.compile(r"\d+"), re.compile(r"@|[\[(]at[\])]|\bdot\b", re.I)


def telling(text: str) -> list[Risk]:
    """Return the words of a text that may tell too much of somebody."""
    small = text.lower()
    small = small if len(small) == len(text) else text  # a letter may be two in small
    found = [
        Risk(*one.span(), reason, False)
        for reason, pattern in _TELLING
        for one in pattern.finditer(small)
    ]
    homes = _HOME.finditer(text) if _HOME_HINT.search(text) else ()
    return found + [Risk(*one.span(), "address", False) for one in homes]


def _told(found: re.Match[str]) -> tuple[int, int]:
    """Return the place of the part in a group, else of all that was found."""
    return found.span(found.lastindex or 0)


_MAIL = r"[^\s@<>(),;:\"“”|]{1,64}"
_SPELT_AT, _ENDS = r"(?:@|[\[(]at[\])])", r"(?:com|org|net|edu|gov|us|info|io|co)\b"
_EMAIL = re.compile(
    rf"{_MAIL}@[^\s@<>(),;:\"“”|]{{1,120}}\.[^\W\d_]{{2,24}}"
    rf"|\w[\w.+-]{{0,63}}\s?{_SPELT_AT}\s?\w[\w-]{{0,63}}\s?(?:\.|[\[(]dot[\])]|\bdot\b)\s?{_ENDS}"
    rf"|\w[\w.+-]{{0,63}}\sat\s\w[\w-]{{0,63}}\s?(?:[\[(]dot[\])]|\bdot\b)\s?{_ENDS}",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\w$€£-])(?<!\d[.,/])"
    r"(?:\+\d{1,3}(?:(?:[\s.\-‐‑–]|\s?\(|\)\s?)?\d){7,13}"  # of any country
    r"|(?:1[\s.\-‐‑–])?(?:\(\d{3}\)\s?|\d{3}[\s.\-‐‑–/]{1,2}|\d{3})\d{3}[\s.\-‐‑–]?\d{4}"
    r"|[2-9]\d{2}[\-‐‑–.]\d{4})"
    r"(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![\w%]|[-‐‑–/]\d)",
    re.I,
)
_SOCIAL = re.compile(r"(?<![\w-])\d{3}[-‐‑– ]\d{2}[-‐‑– ]\d{4}(?![\w-])")
_ALIEN = re.compile(r"\bA[-‐‑–# ]{0,2}\d{3}[-‐‑– ]?\d{3}[-‐‑– ]?\d{2,3}\b")

_SAYS = r"(?:\s*(?:numbers?|num|nr|no|#|№|ids?|is|was|reads?|reading)\b\.?|\s*[:#№(“\"])*"
_PLATE = re.compile(
    rf"\b(?i:(?:plates?|tags?|vin|placas?|matr[ií]cula){_SAYS})\s*[\"“(]?"
    r"((?=[A-Z0-9 ·•‐‑–-]{0,9}\d)(?=(?:[ ·•‐‑–-]?[A-Z0-9]){4})"
    r"[A-Z0-9]{1,8}(?:[ ·•‐‑–-][A-Z0-9]{1,5}){0,2}|[A-HJ-NPR-Z0-9]{17})"
    r"(?![A-Za-z0-9])(?<=[A-Z0-9]{2})"
)
_FILES = (
    "case|docket|complaint|incident|report|file|citation|ticket|warrant|cause|claim|booking"
    "|inmate|icr|cfs|arrest|caso|expediente"
)
_CASE = re.compile(
    rf"\b(?:{_FILES})s?\b(?:"
    # With a word that says that it is a number any number will do, without one it must be long.
    r"(?:\s*(?:number|num|nr|no|id|#|№)\b\.?|\s*[:#№])+\s*"
    r"([A-Z]{0,5}[-‐‑–]?\d[\w/‐‑–-]*\w|\d)"
    r"|\s+(?!\d{4}-\d\d-\d\d\b)((?=(?:[A-Z‐‑–-]{0,4}\d){5})[A-Z\d]{1,12}"
    r"(?:[‐‑–-][A-Z\d]{1,12}){0,4})(?!\w))",
    re.I,
)

_TYPES = (
    "Streets?|St|Str|Avenues?|Av|Ave|Roads?|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl"
    "|Way|Terrace|Ter|Circle|Cir|Parkway|Pkwy|Highway|Hwy|Trail|Trl|Alley|Square|Sq|Loop|Row|Path"
)
_WAYS = "(?:[NSEW]|N[EW]|S[EW]|North|South|East|West|Northeast|Northwest|Southeast|Southwest)"
_ROOM = (
    r"(?:,?\s{1,2}(?:Apt|Apartment|Unit|Suite|Ste|Room|Rm|Floor|Fl|Lot|No|#)\.?\s?#?\s?[\w-]{1,8}"
    r"|,?\s#\s?[\w-]{1,8})"
)
_BEHIND = rf"(?:\.?,?\s{_WAYS}\b\.?)?(?:\.?{_ROOM})?"
_NUMBER = (
    r"(?<![\w.,$#-])(?<!\b[Ii]n )(?<!\b[Ss]ince )(?<!\bRoute )"
    r"\d{1,6}(?:[-‐‑–/]\d{1,4})?[A-Za-z]?(?:\s1/2|\s?½)?"
)
_NAMED = r"(?:[A-ZÀ-ÞĀ-ž][\w'’.]*|\d+(?:st|nd|rd|th|ST|ND|RD|TH))"
_UNITS = (
    "minutes?|hours?|days?|years?|weeks?|months?|miles?|blocks?|f(?:oo|ee)t|people|persons?|cars?"
    "|officers?|kids|of|the|an?|in|on|at|our|my|more|way|lane|other|different|new|percent|dollars?"
)
_ADDRESS = re.compile(
    rf"{_NUMBER}\s{{1,3}}(?:"
    rf"(?:{_WAYS}\b\.?\s)?(?:{_NAMED}[\s-]){{1,5}}?(?i:{_TYPES})\b"  # 412 Oak Street
    rf"|(?!(?:{_UNITS})\b)(?:[nsew]\.?\s)?[a-z\d]{{2,}}\s(?:street|st|avenue|ave|road|rd|boulevard"
    rf"|blvd|lane|drive|court)\b"  # 412 oak street
    rf"|(?:Avenue|Ave\.?|Highway|Hwy\.?|County Road|Route)\s[A-Z\d]{{1,4}}\b)"  # 300 Avenue B
    rf"{_BEHIND}"
)
_BOX = re.compile(r"\b(?:P\.?\s?O\.?\s?)Box\s\d+", re.I)
_CALLE = re.compile(
    r"\b(?:Calle|Avenida|Avda?\.|Carrera|Camino|Paseo)\s(?:[^\W\d_][\w'’.]*\s){1,4}?(?:#|n[oº]\.?\s)?\d{1,5}\b"
)
_LIVES = re.compile(
    r"\b(?:lives?|lived|living|resides?|staying|stays|home|house|address)(?:\s(?:is|was))?"
    r"(?:\s(?:at|in|on))?:?\s(\d{1,6}[A-Za-z]?(?:\s[A-Z\d][\w'’]*(?:\.\w+)?){1,4})"
)
# Each with words one of which must be there, if any are given.
_SURE = (
    ("contact", _PHONE, ()),
    ("other", _SOCIAL, ()),
    ("immigration", _ALIEN, ()),
    ("plate", _PLATE, ("plate", "tag", "vin", "placa", "matr")),
    ("case", _CASE, tuple(_FILES.split("|"))),
    ("address", _ADDRESS, ()),
    ("address", _BOX, ("box",)),
    ("address", _CALLE, ("calle", "avenida", "avda", "carrera", "camino", "paseo")),
    ("address", _LIVES, ("liv", "resid", "stay", "home", "house", "address")),
)


def _said(reason: str, *words: str) -> tuple[str, re.Pattern[str]]:
    return reason, re.compile(rf"\b(?:{'|'.join(words)})\b")


# Printed as they stand unless somebody decides otherwise: a whole room may speak of health.
_TELLING = (
    _said(
        "health",
        "diagnos(?:is|ed|es)",
        "(?:has|had|with|got|have) (?:cancer|hiv|aids|diabetes|epilepsy|asthma)",
        "hiv(?:[- ]positive)?|hepatitis|bipolar|schizophreni[ac]|ptsd|autis(?:m|tic)|dementia",
        "alzheimer[’']?s|epileptic|seizures?|overdosed?|addict(?:ed)?|in rehab",
        "relapsed?|suicid(?:e|al)|self-harm|pregnan(?:t|cy)|miscarriage|abortion|on medication",
        "antidepressants?|methadone|psychiatric|mentally ill|wheelchair user",
        "disabled (?:son|daughter|child|veteran)|cáncer|embarazada|diabétic[oa]",
    ),
    _said(
        "immigration",
        "undocumented|green cards?|(?:no|without|his|her|their) (?:legal )?papers",
        "deport(?:ed|ation)|asylum(?: seekers?)?|immigration (?:status|court|case|hold)",
        "work permits?|overstayed|illegal (?:aliens?|immigrants?)|illegals|daca",
        "(?:student|tourist|u|t) visas?|ice (?:agents?|hold)|detained by ice|indocumentad[oa]s?",
        "sin papeles|deportad[oa]s?|migra",
    ),
    _said(
        "violence",
        "rap(?:ed|ist|es)|was rape|rape (?:kit|victim|survivor)s?|molest(?:ed|er|ation)",
        "sexual(?:ly)? (?:assault|abuse|violence|harass(?:ment)?)(?:ed|d)?",
        "incest|grop(?:ed|ing)|domestic (?:violence|abuse)",
        "trafficked|abus(?:ed|es) (?:me|her|him|them|his|my|the (?:girl|boy|child))|violad[oa]",
        "order of protection|restraining order",
    ),
    _said("accused", r"badge(?: (?:number|no|num))?\.?\s?#?\s?\d{1,6}"),
    _said("address", r"(?:apt|apartment|unit)\.?\s?#?\d{1,5}[a-z]?"),
    _said("other", r"(?:dob|date of birth|born on|born in)\b:?\s?[\w/.,-]*\d[\w/.-]*"),
)
_HOME_HINT = re.compile(r"[Ll]iv|[Rr]esid|[Hh]ouse|[Hh]ome|partment")
_HOME = re.compile(
    r"\b(?:lives?|lived|living|resides?|house|home|apartment) (?:on|at|off) "
    rf"(?:{_NAMED}\s){{1,3}}(?:{_TYPES})\b"
)
