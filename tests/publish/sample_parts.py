"""What was said and promised in the sample, by people with names in seven scripts and tongues."""

from typing import Any

from facilitator.publish.summary import Heard, Part, Progress, Promise, Voice

NAMES = {
    "Vietnamese": "Nguyễn Ngọc Ảo",
    "Hmong": "Maiv Dabneeg Xyooj",
    "Somali": "Caasho Cabdi Sheekoxariir",
    "Spanish": "Inés Fábula-Muñoz",
    "Arabic": "ليلى الخيالية",
    "Khmer": "ចាន់ និទាន",
    "English": "Sgt. Orla O’Fictive",
}


def promise(number: str, who: str, organisation: str, text: str, due: str, **more: Any) -> Promise:
    names = ("first_step", "first_step_due", "measure", "support", "benefits", "burden")
    rest = {
        "kind": "Pledge",
        "status": "Confirmed aloud",
        "read_back": True,
        **dict.fromkeys(names, ""),
        **more,
    }
    return Promise(id=number, who=who, organisation=organisation, text=text, due=due, **rest)


def heard(
    number: int, kind: str, text: str, source: str = "", language: str = "en", **more: Any
) -> Heard:
    return Heard(f"N{number:02}", kind, text, source, language, **more)


AGREED = "Broad agreement: a family should hear from the department within days, not months."
SPLIT = "Split on body-camera release: some want it public, others fear for the people filmed."
WORKS = "The library corner with an officer on Saturdays works."
STOPS = "How many traffic stops, where, and who is stopped? Nobody in the room had the numbers."
KHMER = "យើងចង់បានអ្នកបកប្រែ។ (We want an interpreter.)"

PROMISES = (
    promise(
        "C1",
        NAMES["English"],
        "Parable Falls Police",
        "Ask the chief for quarterly traffic-stop figures by place and report the answer",
        "2026-10-29",
        first_step="Put the request in writing to the chief",
        first_step_due="2026-10-19",
        measure="Answer read at the next session",
        support="A records clerk’s time",
        benefits="Drivers on Route 9",
        burden="Records staff",
    ),
    promise(
        "C2",
        "Bram Placeholder",
        "Parable Falls Council",
        "Put the complaint process on a public work-session agenda",
        "2026-12-01",
        first_step="E-mail the city clerk",
        first_step_due="2026-10-19",
        measure="Item on the published agenda",
    ),
    promise(
        "C3",
        NAMES["Hmong"],
        "Fable High School",
        "Hold a lunch where students question two officers",
        "2027-01-31",
        burden="Students who fear officers: attendance stays voluntary",
    ),
    promise(
        "C4", NAMES["Spanish"], "Parish of Saint Exempla", "Host the next session", "2026-11-19"
    ),
    promise("C5", NAMES["Arabic"], "", "Collect neighbours’ questions on stops", "2026-11-05"),
    promise(
        "C6",
        "Bram Placeholder",
        "Parable Falls Council",
        "Ask the school district for Somali and Hmong interpreters; no promise of the result",
        "2026-11-19",
        kind="Conditional",
    ),
    promise(
        "C7",
        NAMES["Vietnamese"],
        "",
        "Post session notices in the shop window in three languages",
        "2026-11-12",
        first_step="Get the poster",
        status="In progress",
    ),
    promise("C8", NAMES["Khmer"], "", "Check C1 to C7 and report at the next session", ""),
    promise(
        "A1",
        "Bram Placeholder",
        "Parable Falls Council",
        "Say who reads the complaints that arrive in other languages",
        "2026-11-19",
        kind="Answer owed",
    ),
)

REQUEST = promise(
    "Q1",
    "",
    "School district, absent",
    "Interpreters at open school meetings",
    "",
    kind="Request",
    status="No owner yet",
    read_back=False,
)

PARTS = (
    Part(
        1, "Welcome, roles and purpose", "Opening", "What brought you here tonight?", 600, 640, ()
    ),
    Part(
        2,
        "Ground rules and confidentiality",
        "Agreements",
        "Which rule do you need in order to speak honestly?",
        600,
        620,
        (
            heard(2, "Ground rule", "Speak for yourself; passing is fine; no photos of people."),
            heard(3, "Process", "Told the room: these notes belong to the city."),
        ),
    ),
    Part(
        3,
        "Phase 1 – Who are we?",
        "Round",
        "Tell us a little of where you come from and when you first noticed race mattered.",
        1500,
        1612,
        (
            heard(4, "Experience", "A shop owner learned the officers' names after a break-in."),
            heard(5, "Experience", "An elder still crosses the street.", NAMES["Somali"], "so"),
            heard(6, "Experience", "Most of a shift is people’s worst day.", NAMES["English"]),
        ),
    ),
    Part(
        4,
        "Phase 2 – Where are we?",
        "Open discussion",
        "How do people of different backgrounds and the police meet each other here today?",
        1500,
        1500,
        (
            heard(8, "Question", STOPS, "Activists"),
            heard(11, "Strength", WORKS),
            heard(12, "Disagreement", SPLIT),
            heard(
                13, "Experience", "نريد أن يعرف الضباط أسماءنا (officers should know us).", "", "ar"
            ),
        ),
        more=(
            heard(20, "Concern", "The last bus leaves before the meetings end.", table=1),
            heard(21, "Concern", "Qof wuxuu u baahan yahay turjubaan.", "", "so", table=2),
            heard(22, "Idea", "Print the complaint form in four languages.", "Students", table=3),
        ),
        tables=3,
    ),
    Part(
        5,
        "Phase 3 – Where do we want to be?",
        "Open discussion",
        "It is five years on and this went well. What do you see on your street?",
        1200,
        1085,
        (
            heard(14, "Vision", "Young people greet officers by first name.", NAMES["Hmong"]),
            heard(15, "Vision", KHMER, NAMES["Khmer"], "km"),
            heard(17, "Agreement", AGREED),
        ),
    ),
    Part(
        6, "Phase 4 – What will we do?", "Commitments", "What is your first step?", 1200, 1260, ()
    ),
    Part(7, "Wrap-up and evaluation", "Closing", "One thing you take with you.", 600, 410, ()),
)

VOICES = (
    Voice("Residents and families", 3, 14, 1121, 0.267, 0.25),
    Voice("Police and elected officials", 2, 11, 877, 0.209, 0.167),
    Voice("Schools and students", 3, 13, 818, 0.195, 0.25),
    Voice("Clergy, business, civil rights", 4, 19, 1386, 0.33, 0.333),
)

PROGRESS = (
    Progress(
        "session 1, C1",
        "2026-06-11",
        NAMES["English"],
        "Parable Falls Police",
        "Send an officer without a uniform to the youth night every month",
        "2026-07-31",
        "Attendance list of the youth night",
        "Done",
        "2026-09-03",
        "Four youth nights attended, by the list of the library",
        "Agree: the same officer came each time",
        reported_on=True,
        open=False,
        kind="Pledge",
    ),
    Progress(
        "session 1, C2",
        "2026-06-11",
        "Bram Placeholder",
        "Parable Falls Council",
        "Ask the county what an interpreter at the front desk costs",
        "2026-09-30",
        "A figure in writing",
        "In progress",
        "2026-10-15",
        "The county has not answered",
        "Not yet",
        reported_on=True,
        open=True,
        told_here=True,
        kind="Pledge",
    ),
    Progress(
        "session 1, C3",
        "2026-06-11",
        NAMES["Vietnamese"],
        "",
        "Translate the complaint form into Vietnamese",
        "2026-12-15",
        "",
        "Not reported on yet",
        "",
        "",
        "",
        reported_on=False,
        open=False,
        kind="Pledge",
    ),
    Progress(
        "session 1, C4",
        "2026-06-11",
        "",
        "County attorney",
        "Read the figures aloud in public, once a year",
        "",
        "",
        "Not reported on yet",
        "",
        "",
        "",
        reported_on=False,
        open=False,
        kind="Request",
        asked=True,
    ),
)
