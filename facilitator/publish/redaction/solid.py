"""Names in scripts that put no blanks between words: they are looked for letter by letter."""

import unicodedata
from collections.abc import Iterable, Iterator

from facilitator.publish.redaction import letters
from facilitator.publish.redaction.names import Known


class Solid:
    """The names of people in such scripts, by their first letter."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._by_first: dict[str, list[tuple[str, Known]]] = {}
        for one in people:
            for form in {form for name in one.names for form in _forms(name)}:
                self._by_first.setdefault(form[0], []).append((form, one))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: (-len(form[0]), form[1].told, form[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where names of people stand who may not be named, and whose they are."""
        for spelt, places in letters.stretches(text) if self._by_first else ():
            at = 0
            while at < len(spelt):
                found = self._at(spelt, at) if spelt[at] in self._by_first else None
                if found is None:
                    at += 1
                    continue
                form, one = found
                if not one.told:
                    yield places[at], places[at + len(form) - 1] + 1, one.id
                at += len(form)

    def _at(self, spelt: str, at: int) -> tuple[str, Known] | None:
        """Return the longest name that begins here and does not end inside a letter."""
        for form, one in self._by_first[spelt[at]]:
            end = at + len(form)
            if spelt.startswith(form, at) and not _hangs_on(spelt[end : end + 1]):
                return form, one
        return None


def _hangs_on(char: str) -> bool:
    """Say whether a letter belongs to the one before it: a vowel sign, the end of a syllable."""
    return bool(char) and (unicodedata.category(char)[0] == "M" or "\u11a8" <= char <= "\u11ff")


def _forms(name: str) -> Iterator[str]:
    """Yield the whole name in one, its long words, and the given name of a Chinese or Korean."""
    if not letters.solid(name):
        return
    words = [token.typed for token in letters.tokens(unicodedata.normalize("NFC", name))]
    words = [word for word in words if letters.solid(word)]
    wanted = ["".join(words), *words]
    wanted += [word[1 if len(word) == 3 else 2 :] for word in words if _one_word(word)]
    for word in wanted:
        if len(word) >= (2 if _dense(word) else 3):
            yield letters.fold(word)


def _one_word(word: str) -> bool:
    """Say whether family and given name may be written in one."""
    return _dense(word) and len(word) in (3, 4)


def _dense(word: str) -> bool:
    """Say whether a script has a syllable in each letter: Chinese, Japanese, Korean."""
    return word[:1] >= "\u3040"
