"""From the state of a session to its summary: what each edition may tell, decided in one place."""

from dataclasses import replace

from facilitator.figures.attendance import attendance
from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.approving import with_approval
from facilitator.publish.disclosure import RULES
from facilitator.publish.summary import EDITIONS, Summary
from facilitator.publish.telling import heard, promised, room, series_told
from facilitator.publish.telling.teller import Teller
from facilitator.room.clock import SECOND
from facilitator.room.ground_rules import told
from facilitator.room.spoken import talk_time


def summarise(
    state: State, now: int, edition: str = EDITIONS[0], thread: Thread | None = None
) -> Summary:
    """Return the summary of a session, measured at `now`, with only what the edition may tell.

    Without a thread, nothing is known of the other sessions of its series.
    """
    t = Teller(state, now, edition, thread or Thread())
    found = _first_page(t, _title(t))
    if edition == "action-plan":
        found = replace(found, progress=series_told.progress(t))
    elif edition != "one-page":
        found = _whole(t, found)
    found = replace(found, left_out=t.left_out, replaced=t.replaced)  # when all is told
    return with_approval(found, state)


def _title(t: Teller) -> Summary:
    """Return the title block, and who came; all else is empty yet."""
    meeting, agenda = t.state.meeting, t.state.agenda
    opened = agenda.begun if agenda.begun is not None else meeting.opens
    groups_present, groups_missing = room.big_table(t)
    there = attendance(t.state)
    return Summary(
        edition=t.edition,
        title=t.text(meeting.title),
        series=t.text(meeting.series),
        city=t.text(meeting.city),
        venue=t.text(meeting.venue),
        convener=t.text(meeting.convener),
        date=meeting.date,
        start="" if opened is None else f"{meeting.local(opened):%H:%M}",
        end="" if meeting.ended is None else f"{meeting.local(meeting.ended):%H:%M}",
        language=meeting.language,
        rule=RULES[meeting.disclosure],
        finished=meeting.ended is not None,
        tally=there.tally,
        tally_method=there.method,
        signed_in=there.signed_in,
        signed_in_or_spoke=there.signed_in_or_spoke,
        talk_s=sum(talk_time(t.state.floor, t.now).values()) / SECOND,
        turns=len(t.state.floor.turns),
        groups_present=groups_present,
        groups_missing=groups_missing,
        points=(),
        promises=(),
        requests=(),
        parts=(),
        elsewhere=(),
        voices=(),
        left_out=(),
    )


def _first_page(t: Teller, title: Summary) -> Summary:
    """Return what every edition tells: what was said in short, was promised, and comes next."""
    meeting, coming = t.state.meeting, promised.next_session(t)
    series = series_told.people(t)
    return replace(
        title,
        number=t.thread.number,
        timezone=meeting.timezone,
        contact=t.text(meeting.contact),
        purpose=t.text(meeting.purpose),
        newcomers=None if series is None else series.newcomers,
        unduplicated=None if series is None else series.people,
        points=heard.points(t),
        themes=heard.themes(t),
        promises=promised.promises(t),
        requests=promised.requests(t),
        owed=promised.owed(t),
        parts=heard.parts(t),
        elsewhere=heard.elsewhere(t),
        next=coming,
        steps=promised.steps(t, coming),
        joining=t.text(meeting.joining),
        support=t.text(meeting.support),
    )


def _whole(t: Teller, first_page: Summary) -> Summary:
    """Return the summary with the sections that the short editions do without."""
    return replace(
        first_page,
        room=room.room(t),
        languages=room.languages(t),
        officials=room.officials(t),
        ground_rules=heard.ground_rules(t),
        notices=tuple(t.text(notice.text) for notice in told(t.state.meeting.notices)),
        votes=heard.votes(t),
        acknowledgements=heard.of_kind(t, "acknowledgement"),
        questions=heard.of_kind(t, "question"),
        answers=heard.of_kind(t, "answer"),
        progress=series_told.progress(t),
        parked=heard.parked(t),
        voices=room.voices(t),
        people=room.people(t),
    )
