"""Bytes of a text file to its words, in whatever encoding they were written."""

import codecs

from facilitator.faults import Fault

_MARKS = {  # the longer first: the mark of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What spreadsheets of the West write when they do not write Unicode, the likeliest first. On a
# short list no statistics tell these apart, but the letters that names are made of do.
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp1250")
_LETTERS = frozenset("áéíóúñüàâäãåæçèêëìîïòôöõøùûœßÿýłśżźćńąęřěščťďžůőűășțşţ")
_SIGNS = frozenset("’‘“”–—…«»¿¡°ºª·•€£§©®™´\xa0")
_PAGES = b"%PDF", b"{\\rtf"  # how what is made to be read begins, whatever it is called
_LIKELY = 0.5  # of the signs beyond ASCII that must make sense, less is another script
_SAMPLE = 100_000  # bytes looked at


def decoded(data: bytes, name: str) -> str:
    """Return the text, or raise Fault if it is none; not one character is thrown away."""
    text = _text(data)
    strange = sum(c < " " and c not in "\t\n\r\f\v" for c in text[:_SAMPLE])
    if strange > len(text[:_SAMPLE]) / 100 or data.startswith(_PAGES):
        called = f"“{name}”" if name else "The pasted text"
        raise Fault(
            f"{called} is no list that can be read here. Save the list as CSV or XLSX, and import"
            " that."
        )
    return text


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")
    if half := _without_mark(data):
        return data.decode(half, "replace")
    text = data.decode("utf-8", "surrogateescape")
    astray = sum("\udc80" <= c <= "\udcff" for c in text)
    if astray * 3 <= sum(c > "\x7f" for c in text) - astray:
        return "".join(map(_mended, text)) if astray else text
    return data.decode(_encoding(data[:_SAMPLE]), "replace")


def _without_mark(data: bytes) -> str:
    """Return which UTF-16 it is if every other byte is nothing."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if max(even, odd) * 3 < len(data[:_SAMPLE]) or min(even, odd) * 9 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mended(character: str) -> str:
    """Return a byte that came astray into UTF-8 as the letter it most likely was."""
    if not "\udc80" <= character <= "\udcff":
        return character
    return bytes([ord(character) - 0xDC00]).decode("cp1252", "replace")


def _encoding(data: bytes) -> str:
    west = max(_WESTERN, key=lambda encoding: _sense(data, encoding))  # of equals, the first
    if _sense(data, west) >= _LIKELY:
        return west
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best else west


def _sense(data: bytes, encoding: str) -> float:
    """Return how much of what is beyond ASCII would be what people write, from -1 to 1."""
    text = data.decode(encoding, "replace")
    beyond = [at for at, c in enumerate(text) if c > "\x7f"]
    return sum(_weigh(text, at) for at in beyond) / max(len(beyond), 1)


def _weigh(text: str, at: int) -> float:
    here, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if here == "’" and (_alone(text[at + 1 : at + 3]) or _alone(text[max(at - 2, 0) : at][::-1])):
        return 1  # Mary’s, O’Neil
    if here in _SIGNS:  # an apostrophe is in a word, other signs are beside one
        inside = before.isalpha() and after.isalpha()
        return 0.5 if inside == (here == "’") or here in "–—·" else -0.5
    if here.lower() not in _LETTERS or (_beyond(before) and _beyond(after)):
        return -1
    begins = not before.isalpha() or (before.isupper() and not after.islower())
    return -1 if here.isupper() and not begins else 1


def _alone(two: str) -> bool:
    """Say whether a letter comes first, and no other after it."""
    return two[:1].isalpha() and not two[1:].isalpha()


def _beyond(character: str) -> bool:
    return character > "\x7f" and character.isalpha()
