"""Which way round the head of a column asks: what a yes under it means, and whether it is clear.

Privacy errs to the safe side. A head is about being named only if every word of it is known here;
one word that may turn it round, and a yes is none.
"""

from enum import Enum

from facilitator.room.folding import words_of

_NAMING = frozenset(
    "name named naming attribution attributed credit credited quote quoted quoting mention"
    " mentioned nombre nombrado nombrada nombrar nombrarse citar citado citada mencionar"
    " mencionado mencionada atribucion".split()
)
# What else such a question may hold and still ask for a yes to being named.
_BESIDE = frozenset(
    "a and as be being by can could consent consented consents do for full give given have i"
    " if in is it may me my of ok okay on or our permission permitted allow allowed agree"
    " agreed agrees please public publicly published print printed report summary the this to"
    " us use used using want we wish with would you your acepta acepto al autoriza autorizo"
    " como con consentimiento consiente consiento de del el en esta este informe la lo mi nos"
    " para permiso permite permito podemos publicar publico puede pueden quiero resumen se ser"
    " si su tu usar usarse uso".split()
)
# Alone over a column these ask for how somebody may be told of, not for a yes or a no.
_BARE = frozenset({"consent", "consents", "consentimiento", "consiente", "attribution"})
_REFUSING = frozenset(
    "no not never nor neither none without except unless avoid decline declined declines"
    " declining refuse refused refuses withhold withheld withholding object objects objection"
    " deny denied exclude excluded omit omitted hide hidden remove removed redact redacted"
    " suppress suppressed anonymous anonymously anonymity private privately confidential"
    " secret unnamed unable cannot cant dont doesnt didnt wont wouldnt couldnt shouldnt isnt"
    " arent havent opt out stop nunca jamas sin salvo excepto ningun ninguna rechaza rechazo"
    " rechazar niega niego negar omitir omita ocultar oculte excluir excluya quitar evitar"
    " anonimo anonima anonimato privado privada confidencial tampoco impedido".split()
)


class Sense(Enum):
    """What a yes under a head is worth."""

    YES = "a yes"
    NO = "a no: the head refuses"
    UNCLEAR = "neither: nobody can say"


def sense(head: str) -> Sense:
    """Return which way round a head asks."""
    return Sense.NO if _REFUSING.intersection(_question(head)) else Sense.YES


def of_naming(head: str) -> Sense | None:
    """Return what a yes under a head says of being named; None where it asks something else."""
    words = _question(head)
    if len(words) == 1 and words[0] in _BARE:
        return Sense.UNCLEAR
    known = _NAMING | _BESIDE | _REFUSING
    if not _NAMING.intersection(words) or not known.issuperset(words):
        return None
    return sense(head)


def _question(head: str) -> list[str]:
    """Return the words of a head without "(yes/no)", and without "no." for a number."""
    words = words_of(head)
    for answers in (["yes", "no"], ["y", "n"], ["si", "no"], ["no"]):
        if len(words) > len(answers) and words[-len(answers) :] == answers:
            return words[: -len(answers)]
    return words
