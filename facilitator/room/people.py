"""The people of a session: who was invited, who came, and what may be told of them."""

from collections.abc import Mapping
from dataclasses import dataclass

# May a person be named outside the room? Ladder of the practice guide, section 0, rule 4.
CONSENT = ("anonymous", "group", "official", "named")
NAMED = frozenset(CONSENT[2:])  # with these, of a person or of a promise, a name may be told
NEVER_SHOWN = frozenset({"FAMILY_AFFECTED"})  # but to those it names (guide, section (b))
HOST = "TRUSTED_LEADER"  # with whom they are counted and seated, since they are never alone
NOT_STATED = "NOT_STATED"
ERASED = "a participant"  # of whom nothing is known any more
SMALL = 5  # people of a group, under which a number may tell who (practice guide, section 3)
BY_SIGN_IN, BY_FLOOR = "sign_in", "floor"
OFFICIALS = frozenset({"ELECTED", "POLICE", "CITY_STAFF", "COURT_PROSECUTOR"})
# Roles of the practice guide, section (b), whose speech is to have others speak.
FACILITATING = ("facilitator", "moderator", "circle keeper", "table host")


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str = ""
    groups: tuple[str, ...] = ()  # stakeholder codes, the primary one first
    languages: tuple[str, ...] = ()
    interpreted: bool = False
    consent: str = CONSENT[0]
    minor: bool = False
    organisation: str = ""
    role: str = ""
    table: int = 0
    walk_in: bool = False
    invited: bool = False
    confirmed: bool = False
    came: int | None = None
    left: int | None = None
    email: str = ""  # to write to them; it leaves the file in no edition
    same_as: str = ""  # who they were at an earlier session: a Ref, written
    same_of: str = ""  # of that Ref
    also: tuple[str, ...] = ()  # other names they went by in this session
    came_by: str = ""  # how it is known that they came: BY_SIGN_IN, BY_FLOOR
    erased: bool = False  # what was known of them was struck for good

    @property
    def group(self) -> str:
        return self.groups[0] if self.groups else NOT_STATED

    @property
    def sits_as(self) -> str:
        """Return the group under which they are counted and seated, once: the first."""
        return sits_with(self.group)

    @property
    def shown_groups(self) -> tuple[str, ...]:
        """Return the groups that a screen in the hall may show beside a name."""
        return tuple(code for code in self.groups if code not in NEVER_SHOWN)

    @property
    def shown_group(self) -> str:
        return next(iter(self.shown_groups), NOT_STATED)

    @property
    def may_be_named(self) -> bool:
        """Say whether they agreed to it; a child is never named (practice guide, section 6)."""
        return self.consent in NAMED and not self.minor

    @property
    def agreed(self) -> str:
        """Return how a promise of theirs may be told, as they agreed to: `PUBLISH` of promises."""
        return self.consent if self.may_be_named else "group"

    @property
    def called(self) -> str:
        """Return the name, or the id of somebody who gave none: nobody must sign in."""
        return self.name or (ERASED if self.erased else self.id)

    @property
    def office(self) -> str:
        """Return as what somebody is there: Sergeant, Parable Falls Police."""
        return ", ".join(filter(None, (self.role, self.organisation)))

    @property
    def signed_in(self) -> bool:
        """Say whether a person marked them as there; to ask for the floor is not to sign in."""
        return self.came is not None and self.came_by != BY_FLOOR

    @property
    def official(self) -> bool:
        return self.group in OFFICIALS

    @property
    def facilitates(self) -> bool:
        """Say whether the role is to lead the talk: lead facilitator, co-facilitator, moderator."""
        role = self.role.casefold().replace("_", " ").replace("-", " ")
        return bool(role) and role.endswith(FACILITATING)


People = Mapping[str, Person]


def sits_with(code: str) -> str:
    """Return the group under which a group is counted and has its table."""
    return HOST if code in NEVER_SHOWN else code


def attended(people: People) -> list[Person]:
    """Return who signed in or asked to speak: of the others nobody knows whether they came."""
    return [person for person in people.values() if person.came is not None]
