"""The appendix: further notes by part, how the summary was made, and the words it uses."""

from collections.abc import Iterator

from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.pages.heard import group, part_title
from facilitator.publish.pdf.press import Press
from facilitator.publish.summary import Summary

# A word, what it means, and the kind of a part or promise with which it occurs.
GLOSSARY = {
    "Round": "Everybody speaks in turn for the same time, and may pass.",
    "Open talk": "Whoever asks for the word gets it, those not yet heard first.",
    "Small groups": "Tables talk by themselves, and tell the room afterwards.",
    "Harvest": "The tables tell the room what they found.",
    "Dot vote": "Everybody has a few dots to put on what should come first.",
    "Pledge": "Somebody in the room said: I will.",
    "Conditional": "Somebody will if something else happens, or can ask but not decide.",
    "Answer owed": "A question that somebody will answer by a day.",
    "Request": "Asked of somebody who was not in the room; nobody has promised it.",
    "Read back": "A promise was said aloud to the room, and its owner said yes.",
    "Kept for later": "What came up and did not belong to the evening (the parking lot).",
    "Counted once": "Each person counts once, however many sessions they came to.",
}


def notes(summary: Summary, press: Press) -> Iterator[Block]:
    parts = [part for part in summary.parts if part.more]
    if not parts:
        return
    yield press.section("Further notes", name="notes")
    for part in parts:
        yield from group(press, part_title(part), part.more)


def method(summary: Summary, press: Press) -> Iterator[Block]:
    lines = ["Notes were typed while people spoke, in the words of the note-taker."]
    if summary.voices:
        lines.append("A turn is one person speaking. Talk time is measured from turn to turn.")
    if summary.parts:
        lines.append("A part took as long as the clock of the session ran for it.")
    if summary.edition != "record":
        lines.append("Who is named, and what is left out, follows the rule above for each note.")
    yield press.section("How this was made", name="method")
    yield press.paragraph(" ".join(lines))


def glossary(summary: Summary, press: Press) -> Iterator[Block]:
    used = _used(summary)
    words = [word for word in GLOSSARY if word in used]
    if not words:
        return
    yield press.section("Words used here", name="words")
    for word in words:
        yield press.labelled(word, GLOSSARY[word], soft=True)


def _used(summary: Summary) -> set[str]:
    used = {part.kind for part in summary.parts}
    used |= {promise.kind for promise in (*summary.promises, *summary.requests)}
    used |= {"Read back"} if summary.promises else set()
    used |= {"Kept for later"} if summary.parked else set()
    used |= {"Counted once"} if summary.number > 1 and summary.unduplicated is not None else set()
    return used
