"""Which way the head of a column asks: straight, turned round by a refusal, or nobody can tell."""

import re
import unicodedata
from collections.abc import Collection
from enum import Enum

from facilitator.room.folding import fold_name


class Way(Enum):
    STRAIGHT = "straight"
    TURNED = "turned"  # "Cannot attend": a yes is a no
    DOUBTFUL = "doubtful"  # there is a refusing word, but not every word is understood


ANONYMOUS = frozenset(
    "anonymous anonymously anonymity anonymize anonymise anonymized anonymised unnamed nameless"
    " pseudonym anonimo anonima anonimos anonimas anonimato".split()
)
HIDING = frozenset(
    "private privately confidential confidentially secret unlisted withhold withheld redact"
    " redacted privado privada confidencial secreto reservado reservada".split()
)
REFUSING = (
    ANONYMOUS
    | HIDING
    | frozenset(
        "not no non dont doesnt didnt isnt arent cant cannot couldnt wont wouldnt shouldnt mustnt"
        " never neither nor none nobody without unable out optout unsubscribe"
        " withholding refuse refuses refused refusal decline declines declined"
        " deny denies denied object objects objection oppose opposes opposed against mind"
        " hide hidden conceal omit omitted remove removed exclude excluded suppress suppressed"
        " avoid prevent stop forbid forbidden prohibit prohibited revoke revoked"
        " withdraw withdrawn except absent regrets cancel canceled cancelled"
        " sin nunca jamas ni tampoco rechaza rechazo rechazar rechazado niega niego negar opone"
        " opongo oponerse oculto oculta ocultar omitir omita excluir excepto salvo"
        " retirar retiro evitar evite prohibir prohibo prohibido ausente cancela cancelado"
        " cancelada".split()
    )
)
# Words that change nothing in a question. One that may narrow or turn it is not among them.
LINKING = frozenset(
    "a am an and any are be being can could do does for i in is it may me my of our please"
    " shall that the their them there they this to us we will with would you your yours"
    " agree agreed agrees allow allowed give gives happy like ok okay fine permission want wants"
    " willing wish wishes yes"
    " al como con da de del desea deseo el en es esta la las le lo los mi mis nos o para podemos"
    " por favor puede pueden puedo que quiere quiero ser si su sus te tu un una usted y yo"
    " acepta acepto autoriza autorizo permite permito permiso".split()
)
_CHOICES = re.compile(r"\b(?:yes|y|s[ií])\s*(?:/|\||\bor\b|\bo\b)\s*(?:no|n)\b", re.I)
_ASIDE = re.compile(r"\b(?:if|no later than|si no)\b.*", re.I)  # "… if no, leave blank"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # MayBeNamed, OKToName
_WORD = re.compile(r"[^\W_]+")


def words_in(head: str) -> list[str]:
    """Return the words of a head; "(yes/no)" only says how to answer, and is none of them."""
    marked = unicodedata.normalize("NFKD", _CHOICES.sub(" ", head))
    letters = "".join(c for c in marked if not unicodedata.combining(c))
    return _WORD.findall(fold_name(_HUMP.sub(" ", letters)))


def refuses(head: str) -> bool:
    """Say whether there is a refusing word in a head."""
    return not REFUSING.isdisjoint(words_in(head))


def way(head: str, subject: Collection[str]) -> Way:
    """Say which way a head asks; the subject is the words that name what it asks about."""
    words = words_in(_ASIDE.sub("", head))
    if REFUSING.isdisjoint(words):
        return Way.STRAIGHT
    known = all(word in REFUSING or word in LINKING or word in subject for word in words)
    return Way.TURNED if known else Way.DOUBTFUL
