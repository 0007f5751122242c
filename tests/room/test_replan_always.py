"""What holds for any new plan, of any evening: checked against the slowest way to find out."""

from collections.abc import Collection, Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.replan import Offer, Rest

T = 1_800_000_000_000
LENGTHS = st.integers(0, 40).map(lambda n: n * MINUTE) | st.integers(0, 2_000_000)
MOMENTS = st.integers(-20, 160).map(lambda n: T + n * MINUTE) | st.integers(T, T + 6_000_000)
SLIPS = st.integers(0, 60).map(lambda n: n * MINUTE) | st.integers(-1_000_000, 4_000_000)


@st.composite
def evenings(draw: st.DrawFn) -> Rest:
    segments = tuple(
        Segment(
            ident,
            ident.upper(),
            draw(st.sampled_from(["open", "commit", "closing"])),
            planned=0,
            length=draw(LENGTHS),
            least=draw(st.just(0) | LENGTHS),
            fixed_start=draw(st.none() | st.none() | MOMENTS),
            granted=draw(st.sampled_from([0, 0, 2 * MINUTE])),
        )
        for ident in draw(st.sampled_from(["", "a", "abc", "abcd", "abcdefg"]))
    )
    agenda = Agenda(segments)
    if segments and draw(st.booleans()):
        for ident in draw(st.sampled_from(["a", "ba", "ab"])):
            agenda = agenda.start(ident, T - draw(st.integers(0, 40)) * MINUTE)
        agenda = agenda.pause(T) if draw(st.booleans()) else agenda
    closes = draw(st.none() | MOMENTS)
    opens = draw(st.none() | MOMENTS)
    end = agenda.projected_end(T, opens) - draw(SLIPS)
    told = Rest(agenda, T, opens, end, closes)
    assume(told.late)
    return told


def of(told: Rest, name: str) -> list[Offer]:
    return [offer for offer in told.offers() if offer.name == name]


def keeps(
    told: Rest, lengths: Mapping[str, int], gone: Collection[str] = (), slip: float = 0
) -> bool:
    """Say whether every deadline holds, were all of them later by `slip`: the slowest way."""
    agenda = told.agenda
    at = told.now if agenda.begun else max(told.now, told.opens or told.now)
    at += max(0, agenda.running.left(told.now)) if agenda.running else 0
    for one in agenda.coming():
        if one.id in gone:
            continue
        if one.fixed_start is not None:
            if at > one.fixed_start + slip:
                return False
            at = max(at, one.fixed_start)
        at += max(0, lengths.get(one.id, whole(one)) - one.watch.elapsed(0))
    return at <= told.end + slip


def whole(one: Segment) -> int:
    return one.length + one.granted


def smallest(one: Segment) -> int:
    """Return what must stay of a part: its least, or a minute, and the time it already had."""
    return min(whole(one), max(one.least if one.least else MINUTE, one.watch.elapsed(0)))


def all_at_least(told: Rest) -> dict[str, int]:
    return {one.id: smallest(one) for one in told.agenda.coming()}


def nothing_to_spare(told: Rest, lengths: Mapping[str, int]) -> bool:
    """Say whether giving any part back a moment would break a deadline: it ends exactly there."""
    return not any(keeps(told, {**lengths, ident: lengths[ident] + 1}) for ident in lengths)


@given(evenings())
def test_what_is_feasible_ends_exactly_at_the_hard_end_with_nothing_under_its_least(told: Rest):
    after_fixed: list[str] = []
    for one in told.agenda.coming():
        after_fixed = [*([] if one.fixed_start else after_fixed), one.id]
    held_up = any(one.fixed_start for one in told.agenda.coming())
    for offer in told.offers():
        if offer.short or offer.name not in ("share", "take"):
            continue
        assert keeps(told, offer.lengths)
        assert nothing_to_spare(told, offer.lengths)
        assert offer.ends == told.end or (
            held_up and offer.ends < told.end and not set(after_fixed) & set(offer.lengths)
        )
        for one in told.agenda.coming():
            assert smallest(one) <= offer.lengths.get(one.id, whole(one)) <= whole(one)


@given(evenings())
def test_what_is_not_feasible_changes_nothing_and_its_shortfall_is_right(told: Rest):
    share = of(told, "share")[0]
    assert bool(share.short) == (not keeps(told, all_at_least(told)))
    for offer in told.offers():
        if offer.short:
            assert not offer.lengths
            assert not offer.dropped
            assert offer.on(told.agenda).segments == told.agenda.segments
            assert reaches(told, offer.name, offer.short)
            assert not reaches(told, offer.name, offer.short - 1)


def reaches(told: Rest, name: str, slip: int) -> bool:
    """Say whether a way would do, were all deadlines later by so much."""
    coming, best = told.agenda.coming(), all_at_least(told)
    match name:
        case "push":
            at_last = told.end + 10**12 if told.closes is None else told.closes
            return keeps(told._replace(end=at_last), {}, slip=slip)
        case "share":
            return keeps(told, best, slip=slip)
        case "take":
            ways = [{one.id: best[one.id]} for one in coming] or [{}]
            return any(keeps(told, way, slip=slip) for way in ways)
    gone = [one.id for one in coming if one.fixed_start is None] or [""]
    return any(keeps(told, {}, [ident], slip) for ident in gone)


@given(evenings())
def test_a_share_is_in_proportion_to_what_each_part_can_give(told: Rest):
    offer = of(told, "share")[0]
    blocks: list[list[Segment]] = [[]]
    for one in told.agenda.coming():
        blocks += [[]] if one.fixed_start else []
        blocks[-1].append(one)
    for block in blocks:
        cuts = [whole(one) - offer.lengths.get(one.id, whole(one)) for one in block]
        slack = [whole(one) - smallest(one) for one in block]
        for cut, most in zip(cuts, slack, strict=True):
            assert abs(cut - sum(cuts) * most / (sum(slack) or 1)) <= MINUTE
        if all(most % MINUTE == 0 for most in slack):
            assert sum(cut % MINUTE != 0 for cut in cuts) <= 1


@given(evenings())
def test_every_part_that_could_give_or_go_alone_is_offered_the_best_first(told: Rest):
    coming, best = told.agenda.coming(), all_at_least(told)
    able = [one for one in coming if keeps(told, {one.id: best[one.id]})]
    able.sort(key=lambda one: best[one.id] - whole(one))
    assert [offer.part for offer in of(told, "take") if not offer.short] == [o.id for o in able]
    for offer in of(told, "take"):
        assert offer.short or list(offer.lengths) == [offer.part]
    gone = [one for one in coming if not one.fixed_start and keeps(told, {}, [one.id])]
    gone.sort(key=lambda one: (one.kind != "open", one.left(told.now)))
    drops = [offer for offer in of(told, "drop") if not offer.short]
    assert [offer.dropped for offer in drops] == [(one.id,) for one in gone]


@given(evenings())
def test_taking_an_offer_does_what_it_says_and_leaves_the_running_part_alone(told: Rest):
    for offer in told.offers():
        after = offer.on(told.agenda)
        assert after.projected_end(told.now, told.opens) == offer.ends
        assert after.running == told.agenda.running
        assert [s.watch for s in after.segments] == [s.watch for s in told.agenda.segments]
        assert after.agreed_end == (offer.ends if offer.name == "push" else None)
        if not offer.short and offer.name != "push":
            assert told._replace(agenda=after).late == 0
