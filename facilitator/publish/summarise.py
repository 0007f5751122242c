"""From the state of a session to its summary: what each edition may tell, decided in one place."""

from facilitator.figures.voices import by_group, groups_present, side
from facilitator.log.state import State
from facilitator.publish.disclosure import (
    RULES,
    groups_may_be_told,
    may_publish,
    may_tell,
    source,
    who,
)
from facilitator.publish.summary import EDITIONS, Heard, LeftOut, Part, Promise, Summary, Voice
from facilitator.room import ground_rules
from facilitator.room.clock import SECOND
from facilitator.room.commitments import Commitment
from facilitator.room.groups import groups, in_words, label
from facilitator.room.kinds import kind_in_words
from facilitator.room.notes import Note
from facilitator.room.people import attended
from facilitator.room.spoken import talk_time
from facilitator.series import Thread

# Page one begins with where the room agreed, then what it asked, what works, where it split.
POINTS = ("agreement", "question", "strength", "disagreement", "concern", "vision", "suggestion")
MOST_POINTS = 4
STATUS = {"draft": "Not yet confirmed aloud", "confirmed": "Confirmed aloud"}


def summarise(
    state: State, now: int, edition: str = EDITIONS[0], thread: Thread | None = None
) -> Summary:
    """Return the summary of a session, measured at `now`, with only what the edition may tell."""
    meeting, agenda = state.meeting, state.agenda
    told = [note for note in state.notes.values() if may_tell(note, state, edition)]
    promises = [of for of in state.commitments.values() if may_publish(of, edition)]
    present = groups_present(state)
    # Where nobody's group was noted, no group is missing: nothing is known.
    told_groups = bool(present) and groups_may_be_told(state, edition)
    big_table = groups()["big_table"] if told_groups else {}
    opened = agenda.begun if agenda.begun is not None else meeting.opens
    return Summary(
        edition=edition,
        title=meeting.title,
        series=meeting.series,
        city=meeting.city,
        venue=meeting.venue,
        convener=meeting.convener,
        date=meeting.date,
        start="" if opened is None else f"{meeting.local(opened):%H:%M}",
        end="" if meeting.ended is None else f"{meeting.local(meeting.ended):%H:%M}",
        language=meeting.language,
        rule=RULES[meeting.disclosure],
        present=len(attended(state.people)),
        tally=None if meeting.tally is None else meeting.tally.count,
        tally_method="" if meeting.tally is None else meeting.tally.method,
        groups_present=tuple(label for code, label in big_table.items() if code in present),
        groups_missing=tuple(label for code, label in big_table.items() if code not in present),
        points=_points(told, state, edition),
        promises=tuple(_promise(c, state, edition) for c in promises if c.kind != "request"),
        requests=tuple(_promise(c, state, edition) for c in promises if c.kind == "request"),
        parts=_parts(told, state, now, edition),
        elsewhere=tuple(_heard(note, state, edition) for note in told if not note.segment),
        voices=_voices(state, now, edition),
        talk_s=sum(talk_time(state.floor, now).values()) / SECOND,
        turns=len(state.floor.turns),
        left_out=tuple(
            [LeftOut("withheld", len(state.notes) - len(told))] * (len(told) < len(state.notes))
        ),
        finished=meeting.ended is not None,
        ground_rules=ground_rules.agreed(meeting.ground_rules, told),
        notices=tuple(notice.text for notice in ground_rules.told(meeting.notices)),
    )


def _heard(note: Note, state: State, edition: str) -> Heard:
    return Heard(
        note.id,
        in_words(note.kind),
        note.text,
        source(note, state, edition),
        note.language or state.meeting.language,
    )


def _promise(of: Commitment, state: State, edition: str) -> Promise:
    return Promise(
        id=of.id,
        kind=in_words(of.kind),
        who=who(of, state, edition),
        organisation=of.organisation if groups_may_be_told(state, edition) else "",
        text=of.text,
        due=of.due,
        first_step=of.first_step,
        first_step_due=of.first_step_due,
        measure=of.measure,
        support=of.support,
        benefits=of.benefits,
        burden=of.burden,
        status=STATUS.get(of.status) or in_words(of.status),
    )


def _points(told: list[Note], state: State, edition: str) -> tuple[Heard, ...]:
    starred = [note for note in told if note.starred]
    firsts = (next((n for n in told if n.kind == kind), None) for kind in POINTS)
    chosen = dict.fromkeys([*starred, *(note for note in firsts if note)])
    return tuple(_heard(note, state, edition) for note in list(chosen)[:MOST_POINTS])


def _parts(told: list[Note], state: State, now: int, edition: str) -> tuple[Part, ...]:
    return tuple(
        Part(
            number,
            segment.title,
            kind_in_words(segment.kind),
            segment.prompt,
            segment.length / SECOND,
            segment.watch.elapsed(now) / SECOND,
            tuple(_heard(note, state, edition) for note in told if note.segment == segment.id),
        )
        for number, segment in enumerate(state.agenda.segments, 1)
    )


def _voices(state: State, now: int, edition: str) -> tuple[Voice, ...]:
    """Return the shares of talk: every group in the record, else only the coarse split."""
    shares = by_group(state, now) if edition == "record" else by_group(state, now, side)
    talk = sum(share.talk for share in shares.values())
    people = sum(share.people for share in shares.values())
    return tuple(
        Voice(
            label(name) if edition == "record" else name,
            share.people,
            share.turns,
            share.talk / SECOND,
            share.talk / talk if talk else 0.0,
            share.people / people if people else 0.0,
        )
        for name, share in sorted(shares.items(), key=lambda item: (-item[1].talk, item[0]))
    )
