"""Makes invitations.csv and .xlsx: a list as an organiser might really keep one, all invented.

python -m tests.data.make_invitations
"""

import csv
from io import StringIO
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
HEAD = (
    "#|Last name|First name|Sector|2nd group|Organization|E-mail address|Preferred language|"
    "Interpreter needed?|OK to name?|Under 18|Table|RSVP|Phone|Notes"
).split("|")
FIRST = (
    "Ana María José Íñigo Ángel Zoë Renée Søren Jürgen Deqa Hodan Tou Mai Naw Bao Linh Dara Sophea"
    " Tala Sina Olena Iryna Jean-Luc Fabiola Bob Grace Ruth Earl Denise Marcus Kia Noé"
).split()
LAST = (
    "García Núñez Peña Exempla Fictive O’Sample Invento Muñoz Paragón Storey Fabel Novella"
    " Scriptor Legende Contreras Cuento Märchen Conté Ficción Sagaard Vang-Novel Ly-Story"
).split()
SECTORS = (
    "Police|Law enforcement|Clergy|Faith leader|Council member|Business owner|Educator|Coach|"
    "Student|Activist|Organizer|Resident|Neighbor|Media|City staff|Youth|Civil rights group|"
    "Policía|Residente|Social services|Block club"
).split("|")
BODIES = (
    "Invented Police Department|Chapel of St. Nobody|Nowhere Chamber of Commerce|Café Fábula|"
    "Sample High School|Imaginary Neighbors’ Union|Radio Ficción|"
).split("|")
LANGUAGES = ["English"] * 8 + ["Spanish", "español", "Somali", "Hmong", "vi", "English / Spanish"]
BLANK = [""] * len(HEAD)
PEOPLE = 300


def rows() -> list[list[str]]:
    """Return the list as it stands in the spreadsheet: titles, head, people, what is astray."""
    chance = Random(4)
    people = [_person(chance, n) for n in range(1, PEOPLE + 1)]
    for again, first in ((57, 12), (130, 44), (131, 45), (222, 101), (290, 3)):
        people[again] = [people[again][0], *people[first][1:]]  # invited twice
    for again, first in ((75, 20), (240, 8)):  # two of one name, or one with a new address
        people[again][1:3] = people[first][1:3]
    people[90][1:3], people[90][6] = ["", ""], ""  # a seat kept for nobody yet
    people[91][1:3], people[91][6] = ["", ""], "quinn.unlisted@example.org"  # an address alone
    people[150][7] = "Elvish"
    people[151][11] = "near the door"
    people[152][1] = '=HYPERLINK("http://example.org";"Cuento")'
    people[153][14] = "says:\n“No microphone, please”; <b>bold</b>"
    title = ["Invitation list – community dialogue", *BLANK[1:]]
    under = ["Nowhere, spring (draft 3, do not forward)", *BLANK[1:]]
    total = ["", "Total", "", "", "", "", "", "", "", "", "", "", str(PEOPLE), "", ""]
    middle = [BLANK, HEAD]  # printed again on the second page
    return [title, under, BLANK, HEAD, *people[:160], *middle, *people[160:], BLANK, BLANK, total]


def _person(chance: Random, n: int) -> list[str]:
    first, last = FIRST[n % len(FIRST)], LAST[n * 7 % len(LAST)]
    first += f" {'ABCDEFGHJKLM'[n // 32]}." if n > 31 else ""
    language = chance.choice(LANGUAGES)
    mail = f"p{n}@example.org" if chance.random() < 0.8 else ""
    return [
        str(n),
        last,
        first,
        chance.choice(SECTORS),
        chance.choice(["", "", "", "Resident", "Student"]),
        chance.choice(BODIES),
        mail.upper() if n % 50 == 0 else mail,
        language,
        "yes" if language in ("español", "Somali") else chance.choice(["", "no"]),
        chance.choice(["yes", "Yes", "x", "no", ""]),
        "x" if chance.random() < 0.05 else "",
        str(n % 38 + 1) if n % 3 else "",
        chance.choice(["yes", "yes", "no", "maybe", "", "Confirmed"]),
        f"555-01{n % 100:02}",
        "vegetarian; no nuts" if n % 40 == 0 else "",
    ]


def main() -> None:
    from openpyxl import Workbook

    written = StringIO()
    csv.writer(written, delimiter=";").writerows(rows())
    (HERE / "invitations.csv").write_bytes(written.getvalue().encode("cp1252"))
    book = Workbook()
    book.active.title = "Read me"
    book.active.append(["Ask the clerk before you change this list."])
    listed = book.create_sheet("Invited")
    for row in rows():
        listed.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    for cell in listed["B"]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type  # no formula
    book.save(HERE / "invitations.xlsx")


if __name__ == "__main__":
    main()
