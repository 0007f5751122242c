"""How a summary leaves: with one key to where the last one went, as a draft, as letters."""

from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tests.desk import Desk

PUBLIC = "2027-01-15 Circle – public summary"


class Opener:
    """The programs of the system: they open what they are given, or there are none."""

    def __init__(self) -> None:
        self.willing = True
        self.opened: list[Path] = []

    def __call__(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.willing


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Opener:
    opener = Opener()
    monkeypatch.setattr(QDesktopServices, "openUrl", opener)
    return opener


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(desk: Desk, programs: Opener) -> Iterator[Desk]:
    """A desk at which an evening with one promise runs."""
    session = desk.session
    session.tally(7, "room")
    session.note("Who decides about the light?", "question")
    promise = {"owner": "Sgt. Orla O'Fictive", "person": "P3", "due": "2027-06-30"}
    session.commit("ask for the figures", publish="official", **promise)
    session.change_person("P3", email="orla@falls.example")
    desk.press("F5", "Return", "Escape")
    yield desk
    desk.house.deeds.exporting.writer.wait()


def end(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E", "Ctrl+4")
    desk.let_pages_come()


def approve(desk: Desk) -> None:
    """Press it until there is nothing that was not looked at, and once more."""
    for _ in range(9):
        desk.press("Ctrl+Return")
        desk.let_pages_come()


def export_to(desk: Desk, path: Path) -> None:
    desk.press("Ctrl+E")
    desk.save_as(path)
    desk.let_it_leave()


def export(desk: Desk) -> None:
    desk.press("Ctrl+E")
    assert not asks(desk)
    desk.let_it_leave()


def asks(desk: Desk) -> bool:
    return desk.shell.findChild(QFileDialog) is not None


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# One key


def test_a_draft_says_so_until_it_is_approved_and_what_leaves_is_what_was_seen(
    desk: Desk, out: Path
) -> None:
    end(desk)
    export_to(desk, out / "first.pdf")
    assert desk.banner == "The draft is saved as first.pdf"
    assert "draft" in text(out / "first.pdf").casefold()
    first_page = desk.page_text
    assert text(out / "first.pdf").startswith(first_page)
    approve(desk)
    assert desk.standing == "Approved, version 1"
    export(desk)
    assert desk.banner == f"The summary is saved as {PUBLIC}.pdf"
    assert names(out) == [f"{PUBLIC}.pdf", "first.pdf"]
    told = text(out / f"{PUBLIC}.pdf")
    assert "draft" not in told.casefold()
    assert told.startswith(desk.page_text) or desk.page_text in told


def test_the_second_time_it_is_one_key_and_writes_over_its_own_file_alone(
    desk: Desk, out: Path
) -> None:
    end(desk)
    name = f"{PUBLIC}, draft"
    export_to(desk, out / f"{name}.pdf")
    export(desk)
    assert names(out) == [f"{name}.pdf"]
    (out / f"{name}.pdf").write_text("somebody's own", "utf-8")
    export(desk)
    assert names(out) == [f"{name} 2.pdf", f"{name}.pdf"]
    assert (out / f"{name}.pdf").read_text("utf-8") == "somebody's own"
    desk.press("Alt+4")
    export(desk)
    assert "2027-01-15 Circle – action plan, draft.pdf" in names(out)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ics", "eml", "md", "json"])
def test_each_format_is_kept_for_the_next_time(desk: Desk, out: Path, ending: str) -> None:
    end(desk)
    export_to(desk, out / f"first.{ending}")
    assert desk.banner == f"The draft is saved as first.{ending}"
    export(desk)
    assert names(out) == [f"{PUBLIC}, draft.{ending}", f"first.{ending}"]


def test_the_button_says_what_leaves(desk: Desk, out: Path) -> None:
    end(desk)
    approve(desk)
    assert "Export the PDF" in desk.wrap_buttons
    export_to(desk, out / "first.xlsx")
    assert desk.banner == "The summary is saved as first.xlsx"
    assert "Export the spreadsheet" in desk.wrap_buttons


def test_save_as_asks_again(desk: Desk, out: Path) -> None:
    end(desk)
    export_to(desk, out / "first.pdf")
    assert desk.answers == ["Open it", "Save as…", "Close"]
    desk.answer("Save as…")
    desk.save_as(out / "second.md")
    desk.let_it_leave()
    desk.press("Ctrl+Shift+S")
    desk.save_as(out / "third.json")
    desk.let_it_leave()
    assert names(out) == ["first.pdf", "second.md", "third.json"]


def test_folder_and_format_are_offered_after_a_restart(desk: Desk, out: Path) -> None:
    end(desk)
    desk.press("Alt+2")
    export_to(desk, out / "first.md")
    desk.leave()
    desk.sit()
    desk.press("Return", "Ctrl+E")  # it asks once, and has all that it was told
    dialog = desk.shell.findChild(QFileDialog)
    assert dialog is not None
    (offered,) = dialog.selectedFiles()
    assert Path(offered) == out / "2027-01-15 Circle – summary for participants, draft.md"
    dialog.reject()


def test_a_folder_that_is_gone_is_asked_for_anew(desk: Desk, tmp_path: Path, out: Path) -> None:
    end(desk)
    (tmp_path / "stick").mkdir()
    export_to(desk, tmp_path / "stick" / "first.pdf")
    (tmp_path / "stick" / "first.pdf").unlink()
    (tmp_path / "stick").rmdir()
    export_to(desk, out / "second.pdf")
    assert names(out) == ["second.pdf"]


def test_a_disk_that_fails_is_one_sentence(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    end(desk)
    export_to(desk, out / "first.md")
    with monkeypatch.context() as broken:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        broken.setattr(Path, "write_bytes", full)
        export(desk)
    path = out / f"{PUBLIC}, draft.md"
    assert desk.banner == f"{path} cannot be written: No space left on device."
    assert names(out) == ["first.md"]
    export(desk)
    assert path.exists()


def test_it_leaves_while_the_session_runs_without_leaving_live(desk: Desk, out: Path) -> None:
    export_to(desk, out / "so far.pdf")
    assert (desk.place, desk.banner) == ("Live", "The draft is saved as so far.pdf")
    assert "draft" in text(out / "so far.pdf").casefold()
    desk.later(30)
    assert desk.clock_says.startswith("2  Where are we?, 24:30")


def test_the_record_is_for_one_person(desk: Desk, out: Path) -> None:
    end(desk)
    desk.press("Alt+5")
    export_to(desk, out / "record.pdf")
    assert desk.banner.endswith("It is the record: for the records officer, not for publication.")
    desk.press("Ctrl+Shift+D")
    assert desk.banner.startswith("The record is not for e-mail.")


def test_a_session_that_is_put_away_meanwhile_leaves_whole_files(desk: Desk, out: Path) -> None:
    end(desk)
    export_to(desk, out / "first.pdf")
    desk.press("Ctrl+E", "Ctrl+E", "Ctrl+E")
    desk.house.open_example()
    for name in names(out):
        assert (out / name).read_bytes().rstrip().endswith(b"%%EOF")


# E-mail


def test_an_email_is_a_draft_that_opens_and_is_never_sent(
    desk: Desk, out: Path, programs: Opener
) -> None:
    end(desk)
    export_to(desk, out / "first.pdf")
    desk.press("Ctrl+Shift+D")
    desk.let_it_leave()
    path = out / f"{PUBLIC}, draft.eml"
    assert programs.opened == [path]
    assert (
        desk.banner
        == f"The e-mail is a draft, {path.name}. Nothing is sent: you say to whom, and send it."
    )
    mail = message_from_bytes(path.read_bytes())
    assert (mail["X-Unsent"], mail["To"]) == ("1", None)


def test_a_draft_without_a_place_is_swept_away_later(
    desk: Desk, tmp_path: Path, programs: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    end(desk)
    desk.press("Ctrl+Shift+D")
    desk.let_it_leave()
    (path,) = programs.opened
    assert path.name == f"{PUBLIC}, draft.eml"
    assert path.parent.name.startswith("facilitator-")


def test_it_is_said_where_it_is_if_no_program_opens_it(
    desk: Desk, out: Path, programs: Opener
) -> None:
    programs.willing = False
    end(desk)
    export_to(desk, out / "first.pdf")
    desk.press("Ctrl+Shift+D")
    desk.let_it_leave()
    assert desk.banner == f"No program here opens {PUBLIC}, draft.eml. It is in {out}."


def test_letters_go_to_a_folder_of_their_own(desk: Desk, out: Path, programs: Opener) -> None:
    end(desk)
    export_to(desk, out / "first.pdf")
    for _ in range(2):
        desk.press("Ctrl+Shift+L")
        desk.let_it_leave()
    folders = [out / "2027-01-15 Circle – letters", out / "2027-01-15 Circle – letters 2"]
    assert programs.opened == folders
    assert desk.banner == (
        "1 letter is a draft in the folder 2027-01-15 Circle – letters 2. "
        "Nothing is sent: open each, read it, and send it yourself."
    )
    (letter,) = folders[0].iterdir()
    assert "orla@falls.example" in message_from_bytes(letter.read_bytes())["To"]


def test_without_promises_there_is_nobody_to_write_to(desk: Desk, out: Path) -> None:
    desk.session.drop("C1")
    end(desk)
    export_to(desk, out / "first.pdf")
    desk.press("Ctrl+Shift+L")
    desk.let_it_leave()
    assert desk.banner == "Nobody has promised anything that a letter could tell."
    assert names(out) == ["first.pdf"]
