"""Who was in the room, and how the talk was shared: counts that point at nobody."""

from collections import Counter
from collections.abc import Mapping

from facilitator.figures.voices import COMMUNITY, Share, by_group, groups_present, side
from facilitator.figures.voices import NOT_STATED as NO_SIDE
from facilitator.publish.small_groups import heaps, merged
from facilitator.publish.summary import Attendee, Group, Language, Voice
from facilitator.publish.telling.teller import Teller
from facilitator.room.clock import SECOND
from facilitator.room.groups import groups, label
from facilitator.room.languages import in_english
from facilitator.room.people import NOT_STATED, SMALL, Person, attended, sits_with
from facilitator.room.spoken import heard, talk_time, turns

CONSENT = {
    "anonymous": "Not by name",
    "group": "By group",
    "official": "By office",
    "named": "By name",
}


def big_table(t: Teller) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the groups of the big table that came, and those whose voice is missing.

    Where nobody's group was noted, no group is missing: nothing is known.
    """
    present = groups_present(t.state)
    listed = groups()["big_table"] if present and t.tells_groups else {}
    return (
        tuple(words for code, words in listed.items() if code in present),
        tuple(words for code, words in listed.items() if code not in present),
    )


def room(t: Teller) -> tuple[Group, ...]:
    """Return who was invited, came and spoke, each person in one group, small groups merged.

    The record has every group as it is. Where groups are not told, there is nothing to tell.
    """
    if not t.tells_groups:
        return ()
    found = tuple(_groups(t).values())
    return found if t.record else merged(found)


def _groups(t: Teller) -> dict[str, Group]:
    """Return the groups by code, the largest first; who states none comes last."""
    spoke, talked = heard(t.state.floor), talk_time(t.state.floor, t.now)
    counts: dict[str, list[int]] = {}
    for person in t.state.people.values():
        marks = (person.invited, person.came is not None, person.id in spoke)
        if any(marks) or person.id in talked:
            of = counts.setdefault(_code(t, person), [0, 0, 0])
            for place, mark in enumerate(marks):
                of[place] += mark
    order = sorted(counts, key=lambda code: (code == NOT_STATED, -counts[code][1], label(code)))
    return {code: Group(t.group(code), *counts[code]) for code in order}


def _code(t: Teller, person: Person) -> str:
    """Return the group under which somebody is counted; some are shown in the record alone."""
    return person.group if t.record else sits_with(person.group)


def voices(t: Teller) -> tuple[Voice, ...]:
    """Return how the talk was shared: in the record by every group, else as in `room`.

    Where that leaves a single heap, officials stand against all others; they may be few, since
    they speak in an office, the others may not. Where groups are not told, no shares are.
    """
    if not t.tells_groups:
        return ()
    if t.record:
        return _voices({label(code): of for code, of in by_group(t.state, t.now).items()})
    codes = _groups(t)
    found = tuple(codes.values())
    shares = by_group(t.state, t.now, lambda person: sits_with(person.group))
    whole = zip(heaps(found), merged(found), strict=True)
    by_heap = {
        one.name: _sum(shares, [list(codes)[place] for place in heap]) for heap, one in whole
    }
    by_heap = {name: share for name, share in by_heap.items() if share.people}
    if len(by_heap) > 1 and all(share.people >= SMALL for share in by_heap.values()):
        return _voices(by_heap)
    return _voices(_sides(t))


def _sides(t: Teller) -> dict[str, Share]:
    """Return officials and all others; a few who state no group are no heap of their own."""
    shares = dict(by_group(t.state, t.now, side))
    if NO_SIDE in shares and shares[NO_SIDE].people < SMALL:
        both = _sum(shares, [COMMUNITY, NO_SIDE])
        del shares[NO_SIDE]
        shares[COMMUNITY] = both
    few = COMMUNITY in shares and shares[COMMUNITY].people < SMALL
    return {} if few else shares


def _sum(shares: Mapping[str, Share], names: list[str]) -> Share:
    found = [shares[name] for name in names if name in shares]
    return Share(
        sum(one.people for one in found),
        sum(one.turns for one in found),
        sum(one.talk for one in found),
    )


def _voices(shares: Mapping[str, Share]) -> tuple[Voice, ...]:
    talk = sum(share.talk for share in shares.values())
    people = sum(share.people for share in shares.values())
    return tuple(
        Voice(
            name,
            share.people,
            share.turns,
            share.talk / SECOND,
            share.talk / talk if talk else 0.0,
            share.people / people if people else 0.0,
        )
        for name, share in sorted(shares.items(), key=lambda item: (-item[1].talk, item[0]))
    )


def languages(t: Teller) -> tuple[Language, ...]:
    """Return the languages of those who came, the commonest first; numbers from five people on.

    A number that could be found by taking the others from the whole is not told either.
    """
    if not t.tells_groups:
        return ()
    speak, interpreted = Counter[str](), set[str]()
    for person in attended(t.state.people):
        names = dict.fromkeys(_language(t, tag) for tag in person.languages)
        speak.update([*names])
        if person.interpreted:
            interpreted.update(tuple(names)[:1])  # one's first language is the one to interpret
    order = sorted(speak, key=lambda name: (-speak[name], name))
    hidden = [] if t.record else [name for name in order if speak[name] < SMALL]
    if hidden and sum(speak[name] for name in hidden) < SMALL:
        hidden += [name for name in order if name not in hidden][-1:]
    return tuple(
        Language(name, None if name in hidden else speak[name], name in interpreted)
        for name in order
    )


def _language(t: Teller, tag: str) -> str:
    """Return the name of a language without its region; one that nobody knows is what was typed."""
    base = tag.partition("-")[0]
    name = in_english(base)
    return t.text(name) if name == base else name


def officials(t: Teller) -> tuple[str, ...]:
    """Return in what office officials were there, of those who agreed to be told in office.

    Where no names are told, an office would be one: then only their groups are.
    """
    if not t.tells_groups:
        return ()
    here = [one for one in attended(t.state.people) if one.official]
    agreed = [one for one in here if t.record or one.may_be_named]
    names = t.record or t.state.meeting.tells_names
    told = [(t.office(one) if names else "") or label(one.group) for one in agreed]
    return tuple(dict.fromkeys(told))


def people(t: Teller) -> tuple[Attendee, ...]:
    """Return everybody on the list, for the record alone; e-mail addresses are in no edition."""
    if not t.record:
        return ()
    talk, often = talk_time(t.state.floor, t.now), turns(t.state.floor)
    return tuple(
        Attendee(
            one.id,
            one.name,
            tuple(map(label, one.groups)),
            one.organisation,
            one.role,
            CONSENT.get(one.consent, one.consent),
            one.minor,
            one.invited,
            one.came is not None,
            often.get(one.id, 0),
            talk.get(one.id, 0) / SECOND,
        )
        for one in t.state.people.values()
    )
