"""Words that are no name by themselves: of every text, of roles and bodies, and inside names."""

from functools import cache, lru_cache

from resources import ROOT

# Before or behind a name, and no part of it.
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam maam rev reverend fr father sister brother"
    " mother pastor rabbi imam bishop deacon elder minister chaplain sgt sergeant lt lieutenant"
    " cpt capt captain cpl corporal det detective ofc officer ofcr deputy sheriff trooper chief"
    " commander constable agent marshal judge justice hon honorable mayor governor senator"
    " president vice councilmember councilman councilwoman councilor councillor alderman alderwoman"
    " commissioner director manager superintendent principal coach teacher attorney counselor"
    " commander inspector sr jr ii iii iv phd md esq don dona señor señora senor senora señorita"
    " sheikh shaykh hajji hajja ustadh auntie aunt uncle grandma grandpa old young big little"
    " acting assistant former ret retired".split()
)
# Titles of those of whom something may be claimed that nobody has shown.
OF_OFFICERS = frozenset(
    "officer ofc ofcr sgt sergeant lt lieutenant capt captain det detective deputy sheriff trooper"
    " constable corporal cpl chief agent commander".split()
)
# What stands on a list of people instead of a name, or beside one.
GENERIC = frozenset(
    "guest resident neighbor neighbour student pupil parent friend family volunteer interpreter"
    " facilitator moderator recorder timekeeper observer listener participant attendee person"
    " people man woman lady gentleman boy girl child children youth teen adult senior somebody"
    " someone anonymous unknown nobody none name names test walk in member representative rep"
    " staff clerk owner worker speaker neighborhood neighbourhood community city county state town"
    " ward district precinct table group team police department dept council board committee"
    " commission parish church mosque temple synagogue school college university library center"
    " centre association coalition chapter union office company inc llc shop store business"
    " organization organisation foundation institute ministry ministries program programme service"
    " services project network alliance league chamber hospital clinic court"
    " activist clergy leader host media press reporter nurse doctor lawyer player artist"
    " pronouns she her hers he him his they them theirs".split()
)
# Inside names, telling nobody.
PARTICLES = frozenset(
    "al el ar as at ad az de del della di da das do dos du la las le les los lo y e i van von der"
    " den ter ten vander bin ibn bint binti abu abd ben bar ap st ste saint san santa mac mc o d"
    " thi van ul ur and or the of".split()
)
# Said of people by the million: alone, they are hardly anybody's name.
OF_MANY = frozenset(
    "black white brown native asian african american hispanic latino latina".split()
)


@lru_cache(1 << 14)
def common(word: str) -> bool:
    """Say whether a folded word is of everyday English, be it someone's name as well."""
    known = _words("common_words.txt")
    return word in known or (not first_name(word) and any(stem in known for stem in _stems(word)))


def first_name(word: str) -> bool:
    """Say whether many people in US cities are called so, and no word is."""
    return word in _words("first_names.txt")


@cache
def _words(file: str) -> frozenset[str]:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "r", "est")


def _stems(word: str) -> list[str]:
    """Return what a word may be made of by the usual endings."""
    cut = [word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2]
    cut += [f"{stem}e" for stem in cut]
    cut += [stem[:-1] for stem in cut if len(stem) > 3 and stem[-1] == stem[-2]]
    return [*cut, f"{word[:-3]}y"] if word.endswith(("ies", "ied", "ier")) else cut
