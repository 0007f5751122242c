"""A part of the agenda typed on one line: "Break 10m", "Small groups 1:30", "Doors 15 at 17:45"."""

import re
from typing import NamedTuple

from facilitator.room.clock import MINUTE
from facilitator.room.durations import HOUR, clock_time, duration

USUAL = 10 * MINUTE  # of a part that says nothing of its length
WORDS = 8  # that a length has at most: "an hour and three quarters of an hour"
LEAST = 5  # a bare number from here on is minutes; smaller ones count questions and tables
_AT = re.compile(r"(?:^|\s)(?:at|@)\s*(\d\S*(?: [ap]\.?m\.?)?)(?=\s|$)", re.I)
_LEADING = re.compile(r"^((?:[6-9]|0\d|1\d|2\d)[:.][0-5]\d(?: ?[ap]\.?m\.?)?)\s+(?=\S)", re.I)
_DASHED = re.compile(r"^(\d+)-(m(?:in(?:ute)?)?|h(?:our)?)\b", re.I)  # 10-minute break
_IN_BRACKETS = re.compile(r"(.*\S) ?[(\[]([^()\[\]]+)[)\]]")  # Break (10 min)
_BETWEEN = " -–—,:·|"  # a title and its length
_KINDS = {  # by what stands in the title; the first that fits
    "break": "break|pause|coffee|recess|pausa|descanso",
    "meal": "lunch|dinner|supper|breakfast|meal|eat|almuerzo|cena",
    "agreements": "ground rules|agreements?|guidelines|touchstones|acuerdos|reglas",
    "round": "round|go-round|check-in|check-out|introductions|ronda",
    "story": "story|stories|historias?",
    "harvest": "harvest|report-?(?:out|back)|report|themes|cosecha",
    "prioritise": "dots?|dot vote|prioriti[sz]e|priorities|vote|votaci[oó]n",
    "small_group": "small groups?|tables?|pairs|breakouts?|grupos?|mesas?",
    "qa": "q ?& ?a|q and a|questions?|preguntas",
    "review": "review|what became|promises kept|revisi[oó]n",
    "commit": "promises?|commitments?|commit|what will we do|pledges?|next steps|compromisos",
    "poll": "poll|encuesta",
    "listening": "listen|listening|escucha",
    "response": "responds?|response|what we heard|respuesta",
    "presentation": "presentation|history|facts|film|slides|presentaci[oó]n",
    "reflection": "silence|reflect|reflections?|silencio",
    "transition": "move|moving|regather",
    "evaluation": "evaluation|feedback|questionnaire|evaluaci[oó]n",
    "buffer": "reserve|buffer|spare|reserva",
    "arrival": "arrivals?|doors|arrive|seating|sign-in|llegada",
    "closing": "clos(?:e|ing)|wrap-?up|farewell|cierre",
    "opening": "welcome|opening|open(?:s|er)|bienvenida",
}


class TypedPart(NamedTuple):
    title: str
    length: int | None = None  # ms; None if nothing is said of it
    fixed_start: str = ""  # HH:MM

    @property
    def kind(self) -> str:
        """Return the kind of part that the title speaks of; open talk if it speaks of none."""
        said = self.title.casefold()
        found = (kind for kind, words in _KINDS.items() if re.search(rf"\b(?:{words})\b", said))
        return next(found, "open")


def typed_part(words: str, after: str = "") -> TypedPart:
    """Return what is typed, of an agenda that begins at a local time (HH:MM, or nothing)."""
    title, start = _without_start(" ".join(words.split()), after)
    title = _DASHED.sub(r"\1 \2", title)
    if (found := _IN_BRACKETS.fullmatch(title)) and (length := _told(found[2])) is not None:
        return TypedPart(found[1], length, start)
    tokens = title.split(" ")
    for n in range(max(1, len(tokens) - WORDS), len(tokens)):
        length = _told(" ".join(tokens[n:]))
        if length is not None:
            said = " ".join(tokens[:n])
            return TypedPart(said.rstrip(_BETWEEN) or said, length, start)
    for n in range(min(WORDS, len(tokens) - 1), 0, -1):
        said = " ".join(tokens[:n])
        if not said.isdecimal() and (length := _told(said)) is not None:
            return TypedPart(" ".join(tokens[n:]), length, start)
    return TypedPart(title, None, start)


def _without_start(words: str, after: str) -> tuple[str, str]:
    """Return the words without a time of day that is said with them, and that time."""
    for found in (_LEADING.search(words), *_AT.finditer(words)):
        if found is None:
            continue
        rest = f"{words[: found.start()]} {words[found.end() :]}".strip()
        last = rest and found.end() == len(words) and re.fullmatch(r"\d\d?", found[1])
        told = last or re.search(r"[:.h]|m\.?$", found[1], re.I)
        if told and (start := clock_time(found[1], after)):
            return rest, start
    return words, ""


def _told(said: str) -> int | None:
    """Return the length that words tell; a count of something, or a time of day, is none."""
    length = duration(said)
    if length is None or (said.isdecimal() and int(said) < LEAST):
        return None
    if re.fullmatch(r"[^\W\d]+", said) or (":" in said and length >= 8 * HOUR):
        return None
    return length
