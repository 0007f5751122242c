"""What the review shows of one thing to settle."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What is shown of an item. Choices and what is chosen are codes that a hand can press."""

    head: str = ""  # what it is: Quote, Promise C1
    kind: str = ""  # the code of a note's kind
    at: int | None = None
    part: str = ""  # the title of the part it was said in
    words: str = ""
    marks: tuple[tuple[int, int], ...] = ()  # the words in question, from where to where
    field: str = "text"  # which words of a promise they are
    said: str = ""  # who said it and what they chose: for the writer's eyes
    becomes: str = ""  # what comes of it as it stands
    choices: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()  # fields to type into
