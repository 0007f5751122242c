"""The page that says what a strike took, and what it cannot reach."""

from collections.abc import Iterator

from facilitator.room.striking import REASONS
from facilitator.striking.plan import Done, Mention, Plan

LINE = 72  # letters of a text that is shown to be decided on
BEYOND = (
    "Exports that were already written or printed: PDF, tables, calendars, text.",
    "E-mails that were sent, and drafts in a mail program.",
    "Copies of this file on sticks, other laptops, shared folders and in backups of the system.",
    "Free blocks of the disk, which only a tool for the disk can overwrite.",
)


def preview(plan: Plan) -> str:
    """Return what a strike would take, a line each."""
    return "\n".join([f"This would go for good: {plan.what}.", *_taken(plan), *_mentioned(plan)])


def page(done: Done) -> str:
    """Return what was done and what was not, a line each."""
    plan, cleaned = done.plan, done.cleaned
    lines = [
        f"Struck for good on {plan.day}: {plan.what}.",
        f"Reason: {REASONS[plan.reason]}.",
        f"{_count(done.acts, 'act')} lost words. Times and turns stay, and so does the proof"
        " that each act was there.",
        *_taken(plan),
        *_mentioned(plan, done=True),
    ]
    if cleaned.copy is not None:
        lines.append(f"The file has a fresh copy: {cleaned.copy}")
        lines.append(f"{_count(cleaned.deleted, 'older copy', 'older copies')} deleted here.")
    lines += [f"This copy could not be deleted: {path}" for path in cleaned.left]
    lines += cleaned.faults
    lines.append("What this cannot reach:")
    return "\n".join([*lines, *(f"- {line}" for line in BEYOND)])


def _taken(plan: Plan) -> Iterator[str]:
    if plan.people:
        yield "Their name, groups, languages, role and address go. Talk time stays: a participant."
    if plan.items:
        yield f"What was theirs goes too: {', '.join(plan.items)}."
    yield from plan.also
    for ident in plan.ids:
        yield f"The id {ident} holds the name, and stays."


def _mentioned(plan: Plan, done: bool = False) -> Iterator[str]:
    sure = [one for one in plan.mentions if one.sure]
    maybe = [one for one in plan.mentions if not one.sure]
    if sure and plan.with_mentions:
        yield "Texts that named them are struck:" if done else "Texts that name them go too:"
        yield from (f"- {one.log}, {one.place}" for one in sure)
    elif sure:
        yield "These texts name them, and stay:"
        yield from map(_shown, sure)
    if maybe:
        yield "These texts may mean them, and stay. Look at each yourself:"
        yield from map(_shown, maybe)


def _shown(one: Mention) -> str:
    line = " ".join(one.text.split())
    short = line if len(line) <= LINE else f"{line[: LINE - 1]}…"
    return f"- {one.log}, {one.place}: {short}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
