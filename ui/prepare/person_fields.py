"""The fields of a person: groups and languages, several in a line, a role, a table."""

from collections.abc import Callable, Iterable

from facilitator.room.folding import fold_name, words_of
from facilitator.room.groups import code_of, groups, in_words, label
from facilitator.room.languages import in_english, language, languages
from ui.prepare.finding_fields import OFFERED, FindingField
from ui.prepare.session_fields import WordsField

# Roles in the session (practice guide, section (b)).
ROLES = (
    "convener",
    "lead facilitator",
    "co-facilitator",
    "table facilitator",
    "circle keeper",
    "recorder",
    "timekeeper",
    "stack-keeper",
    "interpreter",
    "presenter",
    "listener",
    "observer",
    "press",
    "support person",
    "host",
    "greeter",
)


class SeveralField(FindingField):
    """Several values in a line, commas between them; the list offers what the last may be."""

    def _worded(self, value: str) -> str:
        return ", ".join(self._one(code) for code in value.split())

    def _one(self, code: str) -> str:
        """Return the words for one value."""
        raise NotImplementedError

    def _of(self, words: str) -> str:
        """Return the value that words mean, or nothing."""
        raise NotImplementedError

    def _take(self, value: str) -> None:
        """Take one for what stands after the last comma, and go on."""
        head, comma, _ = self.text().rpartition(",")
        self.setText(f"{head}{comma}{' ' if comma else ''}{self._one(value)}")
        self.typed = True
        self.offers.shut()
        self._enter()

    def _read(self, words: str) -> str | None:
        parts = [part.strip() for part in words.replace(";", ",").split(",")]
        picked = self._picked()
        if picked and parts[-1]:
            parts[-1] = self._one(picked)
        values = [self._of(part) for part in parts if part]
        return None if "" in values else " ".join(dict.fromkeys(values))


class GroupsField(SeveralField):
    used: Callable[[], Iterable[str]] = staticmethod(lambda: ())  # codes of the session's own

    def _one(self, code: str) -> str:
        return label(code)

    def _of(self, words: str) -> str:
        return code_of(words)

    def _found(self, words: str) -> list[tuple[str, str]]:
        last = words.replace(";", ",").rpartition(",")[2]
        wanted = [f" {word}" for word in words_of(last)]
        if not wanted:
            return []
        known = [code for part in groups().values() for code in part]
        codes = list(dict.fromkeys([*known, *self.used()]))
        hits = [code for code in codes if all(word in f" {_plain(code)}" for word in wanted)]
        hits.sort(key=lambda code: not f" {_plain(code)}".startswith(wanted[0]))
        meant = code_of(last)
        if meant in hits:
            return [(meant, ""), *((code, "") for code in hits if code != meant)]
        own = "" if meant in codes else self.tr("a group of your own")
        return [(code, "") for code in hits[: OFFERED - 1]] + [(meant, own)] if hits else []

    def _remarked(self, value: str) -> str:
        codes, listed = value.split(), groups()
        new = [one for one in codes if not any(one in part for part in listed.values())]
        if self.typed and new and new[0] not in self.used():
            return self.tr("{0}: a group of your own").format(in_words(new[0]))
        return self.tr("the first one counts") if len(codes) > 1 else ""


def _plain(code: str) -> str:
    return " ".join(words_of(label(code)))


class LanguagesField(SeveralField):
    def _read(self, words: str) -> str | None:
        return super()._read(words.replace("/", ","))

    def _one(self, code: str) -> str:
        return in_english(code)

    def _of(self, words: str) -> str:
        return language(words) or next(iter(languages(words)), "")

    def _found(self, words: str) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in languages(words.replace(";", ",").rpartition(",")[2])]

    def _question(self) -> str:
        return self.tr("which language?")


class RoleField(FindingField):
    def _found(self, words: str) -> list[tuple[str, str]]:
        wanted = fold_name(words)
        held = [role for role in ROLES if wanted in role and wanted != role]
        held.sort(key=lambda role: not role.startswith(wanted))
        return [*((role, "") for role in held[: OFFERED - 1]), (words, "")] if held else []

    def _read(self, words: str) -> str | None:
        return self._picked() or words


class TableField(WordsField):
    """The number of a table; nothing is no table."""

    def _read(self, words: str) -> str | None:
        digits = fold_name(words).removeprefix("table").strip()
        if digits.isdecimal() and len(digits) < 5:
            return str(int(digits)) if int(digits) else ""
        return None if digits else ""

    def _question(self) -> str:
        return self.tr("which number?")


class AddressField(WordsField):
    """An e-mail address, as it was typed; it never leaves the file."""

    def _remarked(self, value: str) -> str:
        return self.tr("stays in this file") if value else ""
