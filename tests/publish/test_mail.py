"""An e-mail nobody has sent: it opens to be edited, reads well as text, and has all with it."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from facilitator.publish.mail import ICS, WIDTH, Attached, draft, flowed, message
from facilitator.publish.summary import Summary
from facilitator.publish.typed import one_line
from tests.publish.anything import any_summary, any_text
from tests.publish.sample import NOTHING, SAMPLE

PDF = b"%PDF-1.7 pages"
NAME = "2026-10-15 Who are we – public summary.pdf"


def opened(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def text_of(content: bytes) -> str:
    """Return the body as a mail program shows it: flowing again."""
    body = opened(content).get_body(("plain",))
    assert body is not None
    lines = body.get_content().replace("\r\n", "\n").split("\n")
    plain = [line[1:] if line.startswith(" ") else line for line in lines]  # unstuffed
    return "".join(line if line.endswith(" ") else f"{line}\n" for line in plain)


def test_it_opens_as_a_draft_in_the_common_programs():
    mail = opened(draft(SAMPLE, PDF, NAME))
    assert mail["X-Unsent"] == "1"  # Outlook, Thunderbird
    assert mail["X-Uniform-Type-Identifier"] == "com.apple.mail-draft"  # Apple Mail
    for header in ("To", "Cc", "Bcc", "From", "Date", "Message-ID"):
        assert mail[header] is None
    assert mail["Subject"] == "Draft: Who are we, where are we, 15 October 2026 – public summary"
    approved = replace(SAMPLE, approved=True)
    assert opened(draft(approved, PDF, NAME))["Subject"].startswith("Who are we")


def test_the_pages_and_the_dates_are_with_it():
    mail = opened(draft(SAMPLE, PDF, NAME))
    pages, dates = mail.iter_attachments()
    assert (pages.get_filename(), pages.get_content_type()) == (NAME, "application/pdf")
    assert pages.get_content() == PDF
    assert dates.get_filename() == NAME.replace(".pdf", ".ics")
    assert dates.get_content_charset() == "utf-8"
    assert Calendar.from_ical(dates.get_payload(decode=True)).walk("VEVENT")
    (alone,) = opened(draft(NOTHING, PDF, NAME)).iter_attachments()
    assert alone.get_content() == PDF


def test_the_text_tells_the_evening_with_the_numbers_of_the_summary():
    text = text_of(draft(SAMPLE, PDF, NAME))
    for words in (
        "Thursday 15 October 2026, 18:03 to 20:00",
        SAMPLE.purpose,
        "- 14 people, counted at the door\n- 10 people signed in",
        "- 12 people signed in or spoke",
        "57 turns, 70:02 minutes of talk",
        "21 different people signed in or spoke in the series so far",
        f"{len(SAMPLE.promises) - 1} promises, 7 with a date; 1 answer owed; 1 request",
        "2 of 3 earlier promises reported on: 1 done, 1 in progress; 1 not reported on yet.",
        "1 earlier request or answer owed, not reported on yet.",
        "C1 Sgt. Orla O’Fictive, Parable Falls Police: Ask the chief",
        "By 29 October 2026; first step: Put the request in writing to the chief, by 19 October",
        "19 November 2026, 18:00 to 20:00",
        "not minutes",
        "2 not checked yet",
        f"Contact: {SAMPLE.contact}",
        "This is a draft",
        f"Attached: {NAME}",
    ):
        assert words in text


def test_the_record_says_whom_it_is_for():
    assert "for the records officer alone" in text_of(
        draft(replace(SAMPLE, edition="record"), PDF, NAME)
    )


def test_at_the_first_session_of_a_series_nobody_is_told_to_be_new():
    first = replace(SAMPLE, number=1, newcomers=12)
    assert "new to the series" not in text_of(draft(first, PDF, NAME))


def test_the_same_summary_is_the_same_draft():
    assert draft(SAMPLE, PDF, NAME) == draft(SAMPLE, PDF, NAME)
    assert draft(SAMPLE, PDF, NAME) != draft(SAMPLE, PDF + b"!", NAME)


@settings(max_examples=60)
@given(any_summary)
def test_anything_typed_comes_out_as_text(summary: Summary):
    content = draft(summary, PDF, NAME)
    mail = opened(content)
    assert not mail.defects
    assert mail["To"] is mail["Bcc"] is None
    assert (one_line(summary.title) or "A session") in mail["Subject"]
    assert len(list(mail.iter_attachments())) <= 2
    for part in mail.walk():
        assert not part.defects
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    spaced = " ".join(text_of(content).split())
    for of in (*summary.promises, *summary.points):
        assert one_line(of.text) in spaced


@given(any_text)
def test_lines_flow_and_break_at_blanks_alone(text: str):
    text = one_line(text)
    lines = flowed(text).removesuffix("\n").split("\n")
    assert all(len(line) <= WIDTH + 2 for line in lines if " " in line.strip())
    unstuffed = (line[1:] if line.startswith(" ") else line for line in lines)
    assert " ".join("".join(unstuffed).split()) == text


@pytest.mark.parametrize("line", ["From here on", "> said she"])
def test_a_line_that_a_mailbox_would_take_for_its_own_is_stuffed(line: str):
    assert flowed(line) == f" {line}\n"


def test_a_letter_goes_to_its_address_and_to_no_other():
    name = "Ana\r\nBcc: all@example.org, b"
    mail = opened(message("Hello", "Text", (), (name, "ana@example.org")))
    (to,) = mail["To"].addresses
    assert (to.addr_spec, to.display_name) == ("ana@example.org", one_line(name))
    assert mail["Bcc"] is None


@pytest.mark.parametrize(
    "address",
    ["", "ana", "ana@", "ana@example.org, b@c.de", "a b@c.de", "<x>@c.de", "a@b.c\nBcc: x"],
)
def test_what_is_no_address_is_left_out(address: str):
    assert opened(message("Hello", "Text", (), ("Ana", address)))["To"] is None


def test_nothing_attached_is_a_plain_text():
    mail = opened(message("Hello", "Text"))
    assert mail.get_content_type() == "text/plain"
    dates = Attached("a.ics", b"BEGIN:VCALENDAR", ICS)
    assert opened(message("Hello", "Text", [dates])).is_multipart()
