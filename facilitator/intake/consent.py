"""Whether somebody may be named, as a column of a list says it; in doubt they may not.

A yes names somebody only if every word of the head is understood, and the head asks to be named.
"""

from enum import Enum
from functools import lru_cache

from facilitator.intake.phrases import bare, phrases
from facilitator.intake.questions import (
    ANONYMOUS,
    HIDING,
    LINKING,
    REFUSING,
    refuses,
    words_in,
)
from facilitator.intake.words import plain_answer
from facilitator.room.folding import folded
from facilitator.room.people import CONSENT

NOBODY = CONSENT[0]
_LEAST_NAMED = CONSENT[:2]  # what a refusal may still say: not at all, or by group


class Asked(Enum):
    """What a head asks that has to do with consent."""

    NAMING = "naming"  # "May we use your name?"
    REFUSAL = "refusal"  # "Please do not use my name"
    UNCLEAR = "unclear"  # "Consent", "Named in the film"
    OTHER = "other"  # "Recording consent"


_FORMAL = frozenset(  # words of a form, and where a name would stand
    "consent consents consented opt report summary notes minutes public publicly published"
    " consentimiento consiente consiento informe resumen publico publica acta".split()
)
_NAME = frozenset("name names nombre nombres".split())
# What is done with a name; with a refusal before it, and "name" after it, it is a refusal.
_DOING = frozenset(
    "use using used usar use usen share sharing publish publishing print printing show showing"
    " list listing include including mention mentioning reveal disclose release keep giving"
    " publicar publiquen mostrar muestren incluir mencionar revelar divulgar compartir".split()
)
_AGREEING = frozenset(
    "consent consents consented permission release waiver gdpr consentimiento consiente consiento"
    " autorizacion permiso optin".split()
)
_AGREE = {("i", "agree"), ("opt", "in"), ("do", "you", "agree"), ("agree", "to"), ("acepto",)}
_OTHERWISE = frozenset(  # what else a person may agree to
    "photo photos photograph photography picture pictures image images media video film filming"
    " recording recorded record audio tape newsletter newsletters news email emails mail mailing"
    " sms text texts texting message messages phone call calls whatsapp contact contacted"
    " marketing advertising gdpr data privacy terms conditions policy cookies treatment medical"
    " health research study survey interview parent parents parental guardian waiver liability"
    " sharing share foto fotos imagen imagenes grabacion grabar video boletin correo mensaje"
    " mensajes datos privacidad terminos condiciones tratamiento medico medica salud contacto"
    " llamada llamadas publicidad investigacion padres tutor".split()
)
_CODES = {
    **{code: code for code in CONSENT},
    "by name": "named",
    "name": "named",
    "full name": "named",
    "con nombre": "named",
    "nombre": "named",
    "by role": "official",
    "by official role": "official",
    "role": "official",
    "official role": "official",
    "cargo": "official",
    "by group": "group",
    "group only": "group",
    "grupo": "group",
    "not named": NOBODY,
    "no name": NOBODY,
    "none": NOBODY,
    "anonimo": NOBODY,
    "anonima": NOBODY,
}
NOTED = {  # of a column, by what its head asks
    Asked.REFUSAL: "Read the other way round: a yes is not named.",
    Asked.UNCLEAR: "This may not be a consent to be named; a yes names nobody.",
    Asked.OTHER: "No consent to be named; left out.",
}
_LONGEST_HEAD, _LONGEST = 300, 8  # characters that may be a question; words of a phrase


@lru_cache(1 << 10)
def asks(head: str) -> Asked | None:
    """Say what a head asks, or None if it has nothing to do with consent."""
    if len(head) > _LONGEST_HEAD:
        return None
    words = words_in(head)
    phrase = _phrase(words)
    if phrase and all(word in phrase or word in LINKING or word in _FORMAL for word in words):
        return Asked.NAMING
    if _withheld(words, phrase):
        return Asked.REFUSAL
    if phrase:
        return Asked.UNCLEAR
    if _AGREEING.isdisjoint(words) and not any(tuple(words[: len(way)]) == way for way in _AGREE):
        return None
    if not _OTHERWISE.isdisjoint(words):
        return Asked.OTHER
    return Asked.REFUSAL if refuses(head) else Asked.UNCLEAR  # "Consent withdrawn"


def consent(asked: Asked | None, cell: str) -> tuple[str, str]:
    """Return how somebody may be told of, and a sentence if a cell leaves that open."""
    code, agreed = _CODES.get(folded(cell), ""), plain_answer(cell)
    match asked:
        case Asked.NAMING if code or agreed is not None:
            return code or ("named" if agreed else NOBODY), ""
        case Asked.NAMING:
            return NOBODY, f"“{cell}” does not say whether the name may be told; it is not."
        case Asked.REFUSAL if code in _LEAST_NAMED or agreed:
            return code or NOBODY, ""
        case Asked.REFUSAL:
            return NOBODY, f"“{cell}” to a refusal is no consent; not named."
    if code or agreed is False:
        return code or NOBODY, ""
    return NOBODY, f"“{cell}” may not be a consent to be named; not named."


def is_code(cell: str) -> bool:
    """Say whether a cell says in words of ours how somebody may be told of."""
    return folded(cell) in _CODES


def _phrase(words: list[str]) -> frozenset[str]:
    """Return the words of the longest phrase about being named, or none."""
    plain = bare(words)
    found = [
        words[at : at + size]
        for at in range(len(words))
        for size in range(1, min(_LONGEST, len(words) - at) + 1)
        if "consent" in phrases().get(plain[at : at + size], {})
    ]
    return frozenset(max(found, key=len, default=()))


def _withheld(words: list[str], phrase: frozenset[str]) -> bool:
    """Say whether a head refuses to be named: "anonymous", "not … named", "withhold my name"."""
    if REFUSING.isdisjoint(words):
        return False
    if phrase or not ANONYMOUS.isdisjoint(words):
        return True
    if not HIDING.isdisjoint(words) and all(
        word in REFUSING or word in LINKING or word in _DOING for word in words
    ):
        return True  # "Private", "Keep confidential", with nothing else
    return any(word in _NAME and _leads(words[:at]) for at, word in enumerate(words))


def _leads(before: list[str]) -> bool:
    """Say whether the words before "name" make a refusal: "Please do not print my"."""
    if before and before[-1] in ("my", "mi"):
        return True  # nobody else says "my name" in a head that refuses
    while before and before[-1] not in REFUSING:
        if before[-1] not in LINKING and before[-1] not in _DOING:
            return False
        before = before[:-1]
    return bool(before)
