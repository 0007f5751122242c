"""Languages in words: "Spanish", "español" and "es" are all es (BCP 47)."""

from functools import cache

from facilitator.room.folding import folded

# What their speakers call them, for those most spoken in US cities (practice guide, section 6);
# the names in English and the tags come from Babel.
_OWN = {
    "espanol": "es",
    "castellano": "es",
    "tieng viet": "vi",
    "soomaali": "so",
    "hmoob": "hmn",
    "kreyol": "ht",
    "kreyol ayisyen": "ht",
    "haitian": "ht",
    "afaan oromoo": "om",
    "francais": "fr",
    "portugues": "pt",
    "العربية": "ar",
    "русский": "ru",
    "українська": "uk",
    "한국어": "ko",
    "中文": "zh",
    "ខ្មែរ": "km",
    "አማርኛ": "am",
    "mandarin": "zh",
    "cantonese": "yue",
    "karen": "ksw",
    "s gaw karen": "ksw",
    "sgaw karen": "ksw",
    "farsi": "fa",
    "asl": "ase",
    "sign language": "ase",
    "kiswahili": "sw",
    "polski": "pl",
    "deutsch": "de",
    "日本語": "ja",
    "नेपाली": "ne",
    "فارسی": "fa",
}
_FIRST = "en es hmn so vi ar km ksw my om ht ru uk ko zh fr pt am tl".split()  # if several begin so


def languages(words: str) -> list[str]:
    """Return the tags of the languages that words may mean, the likeliest first."""
    typed = folded(words)
    if not typed:
        return []
    exact = [tag for name, tag in _names() if typed in (name, tag.casefold())]
    begun = sorted(tag for name, tag in _names() if name.startswith(typed))
    begun.sort(key=lambda tag: _FIRST.index(tag) if tag in _FIRST else len(_FIRST))
    return list(dict.fromkeys([*exact, *begun]))


def language(words: str) -> str:
    """Return the tag of the language that is named in full, in English, Spanish or by its own.

    A region stays with a tag that has one (es-MX); "Spanish (Mexico)" is Spanish.
    """
    typed = folded(words)
    base, _, region = typed.replace("_", "-").partition("-")
    if region.isalpha() and len(region) == 2 and base in _english():
        return f"{base}-{region.upper()}"
    return _meant().get(typed) or _meant().get(typed.partition("(")[0].strip(), "")


def in_english(tag: str) -> str:
    """Return what a language is called; a tag that nobody knows stays as it is."""
    return _english().get(tag) or _english().get(tag.partition("-")[0]) or tag


@cache
def _english() -> dict[str, str]:
    from babel import Locale  # slow to import

    named = Locale("en").languages
    return {tag.replace("_", "-"): name for tag, name in named.items()} | {"ksw": "Karen"}


@cache
def _names() -> list[tuple[str, str]]:
    """Return each name of a language as it is compared, with its tag."""
    own = [(folded(name), tag) for name, tag in _OWN.items()]
    return [*own, *((folded(name), tag) for tag, name in _english().items())]


@cache
def _meant() -> dict[str, str]:
    """Return the tag that each name of a language means."""
    from babel import Locale

    spanish = Locale("es").languages
    meant = {folded(name): tag.replace("_", "-") for tag, name in spanish.items()}
    meant |= {tag.casefold(): tag for tag in _english()}
    return meant | dict(reversed(_names()))
