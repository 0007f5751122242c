"""Invented names in many scripts, and the forms in which people write a name they know.

Every name is one word of letters that stands in no other word.
"""

import random
import unicodedata
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

# Heads, two middles and tails make names of no language, but in its letters.
SCRIPTS = {
    "en": (
        "Bar Kel Lom Mir Nuv Pel Rin Sov Tam Wex",
        "ba ce di fo gu ha je ki lu ny",
        "dor ova gul mop",
    ),
    "es": ("Fáb Muñ Ibáñ Núb Peñ", "ula eza ilo oru", "ñoz rréz güel"),
    "vi": ("Đặb Trầk Phạl Vũm Ngườt", "bả cẻ dĩ fợ gụ", "nểp nỡt"),
    "hmn": ("Xyoob Txawj Nplij Hlub", "bako ceeq dialu foopa", "qhua ntxv tsheej"),
    "so": ("Caax Cabx Sheekh Xaax", "abamo idiru uruce ocoli", "xiir waal doon"),
    "ru": ("Бар Кел Лом Мир Нув", "аба еце иди офо", "дов гин ков"),
    "ar": ("كلب سمر نبض فجع حزم", "ابو يدي وفا تلج", "غول قين رشد"),
    "he": ("גבר שלט מרק נטע", "אבו ידי ופא טלג", "גול קין רשד"),
    "km": ("កាសុ ដារា ធីបូ ម៉ានី", "កុសា ណូរី ភូមិ តេជោ", "លីដា ថានុ បូរី"),
    "zh": ("沐 霄 岚 璟 骁", "霖 瑶 铭 婧 珩", "逸 澜 曦 筠"),
    "ko": ("밝 솟 둠 멩 눌", "겨 래 솔 빛 돌", "훤 뫼 찬"),
    "am": ("ባዶ ኬላ ሎሚ ሚራ", "ባቡ ጨቃ ዲፎ ሰጌ", "ዶራ ፊና ለማ"),
}
COMMON = ("Will", "Grace", "Hope", "Mark", "Rose", "Faith", "Joy", "May")  # words, and names too
BY_LETTER = str.maketrans("abcdefghiklmnopqrstuvwyz", "абкдефгхиклмнопкрстуввыз")
WIDE = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})  # as in Chinese text
SOLID = ("zh", "ko")  # written in one


class Name(NamedTuple):
    tag: str  # of the language in whose letters it is
    given: str
    family: str
    nick: str = ""

    @property
    def whole(self) -> str:
        gap = "" if self.tag in SOLID else " "
        return f"{self.given}{gap}{self.family}"

    @property
    def listed(self) -> str:
        """Return the name as a list of people has it: a nickname stands in brackets or quotes."""
        if not self.nick:
            return self.whole
        marks = "()" if len(self.nick) % 2 else "“”"
        return f"{self.given} {marks[0]}{self.nick}{marks[1]} {self.family}"

    @property
    def stems(self) -> tuple[str, ...]:
        """Return what may be left of the name nowhere, in whatever form."""
        if self.tag in SOLID:
            return (self.whole,)
        words = (self.given, self.family, self.nick)
        return tuple(word for word in words if word and word not in COMMON)


def names(seed: int, tag: str) -> Iterator[str]:
    """Yield words to be names, none of them twice."""
    heads, middles, tails = (part.split() for part in SCRIPTS[tag])
    rng, of = random.Random(f"{seed}/{tag}"), (heads, middles, tails)
    short = ["".join(parts) for parts in product(*of)]
    long = ["".join(parts) for parts in product(heads, middles, middles, tails)]
    rng.shuffle(short), rng.shuffle(long)
    return iter(long if tag in SOLID else short + long)


def marks(seed: int) -> Iterator[str]:
    """Yield words for texts, that are no name and stand in one text each."""
    heads, middles = "zub zec zim zof zay zul zev".split(), "ra le ti mo nu pa si".split()
    found = ["".join(parts) for parts in product(heads, middles, middles, middles, ("q", "x"))]
    random.Random(seed).shuffle(found)
    return iter(found)


def forms(name: Name) -> dict[str, str]:
    """Return the forms of a name that people write, by what they are."""
    from anyascii import anyascii

    whole, given, family = name.whole, name.given, name.family
    if name.tag in SOLID:
        return {"whole": whole, "with a tail": f"{whole}’s"}
    found = {
        "whole": whole,
        "possessive": f"{family}’s",
        "typed possessive": f"{whole}'s",
        "family": family,
        "given": given,
        "turned": f"{family}, {given}",
        "apart": unicodedata.normalize("NFD", whole),
    }
    found["parted unseen"] = f"{family[:3]}\u00ad{family[3:5]}\u200b{family[5:]}"
    found["over two lines"] = f"{given}\n{family}"
    if name.tag in ("en", "so", "hmn"):
        found["wide"] = family.translate(WIDE)
    if given in COMMON:
        del found["given"], found["turned"]
        found["a word too"] = f"Then {given} said"
    if name.nick:
        found["nickname"] = name.nick
    if (upper := whole.upper()) != whole:
        found |= {"capitals": upper, "small": whole.lower(), "plural": f"the {family}s"}
    if (bare := without_marks(whole)) != whole:
        found["without marks"] = bare
    if name.tag == "ru":
        found |= {"declined": f"{family}у", "declined too": f"{family}ым", "hers": f"{family}а"}
        found["stressed"] = family.replace("и", "и\u0301").replace("о", "о\u0301")
    if family.endswith("ova"):
        found |= {"declined": f"{family[:-1]}u", "declined too": f"{family[:-1]}ou"}
    if not family.isascii() and name.tag not in ("km", "am"):  # these have no spelling of their own
        found["in Latin"] = anyascii(family).replace("'", "")
    elif name.tag == "en" and not set("jx") & set(family):  # those are two letters
        found["in Cyrillic"] = family.lower().translate(BY_LETTER).capitalize()
    return found


def without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not "\u0300" <= c <= "\u036f"))
