"""The check before a session: each thing that can be found, as one sentence, in order or to do."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.preflight import (
    GB,
    MB,
    Measured,
    Power,
    findings,
    on_network,
    synced_by,
)

FINE = Measured(
    screens=1,
    free=80 * GB,
    power=Power(84, plugged=True),
    now="Fri 15 Jan, 08:00",
    zone="America/Chicago",
    apart=0,
    behind=False,
    folder="/home/ana/dialogues",
)
NAMES = ("Projector", "Power", "Staying awake", "Clock", "Disk", "File", "Names")
EVENING = 2 * 3600  # s


def said(measured: Measured, name: str) -> tuple[str, bool]:
    """Return what is said of one thing, and whether it is in order."""
    ((words, good),) = [
        (one.words, one.good) for one in findings(measured, EVENING) if one.name == name
    ]
    return words, good


def test_a_computer_that_is_fit_is_in_order():
    found = findings(FINE, EVENING)
    assert [one.name for one in found] == list(NAMES)
    assert all(one.good for one in found)


@pytest.mark.parametrize(
    ("changed", "name", "words"),
    [
        ({"screens": 0}, "Projector", "There is no second screen."),
        ({"power": Power(84, plugged=False)}, "Power", "It runs on its battery, at 84 %. Plug it"),
        ({"power": Power(84, False, EVENING + 60)}, "Power", "It runs on its battery, at 84 %."),
        ({"awake": False}, "Staying awake", "cannot be kept awake from here. Switch sleep off"),
        ({"behind": True}, "Clock", "before the last change to this session. Set the system’s"),
        ({"apart": 60}, "Clock", "this computer is 1 h ahead of that."),
        ({"apart": -330}, "Clock", "this computer is 5 h 30 min behind that."),
        ({"free": 312 * MB}, "Disk", "Only 312 MB are free. Make room"),
        ({"free": 0}, "Disk", "Only 0 MB are free."),
        ({"synced": "OneDrive"}, "File", "a folder that OneDrive copies, /home/ana/dialogues."),
        ({"network": True}, "File", "on a network drive, /home/ana/dialogues."),
        ({"undrawn": ("𒀀na",)}, "Names", "\u2068𒀀na\u2069 cannot be written whole"),
        ({"undrawn": ("𒀀na", "B", "C")}, "Names", "\u2068𒀀na\u2069 and 2 more cannot"),
    ],
)
def test_what_is_to_do_is_said_with_what_to_do(changed: dict[str, object], name: str, words: str):
    measured = FINE._replace(**changed)  # type: ignore[arg-type]
    told, good = said(measured, name)
    assert words in told
    assert not good
    assert [one.name for one in findings(measured, EVENING) if not one.good] == [name]


@pytest.mark.parametrize(
    ("changed", "name", "words"),
    [
        ({}, "Projector", "A second screen is there"),
        ({"screens": 3}, "Projector", "3 more screens are there"),
        ({"power": None}, "Power", "It has no battery, as far as it tells."),
        ({"power": Power(99, False, 4 * 3600)}, "Power", "lasts about 4 hours."),
        ({}, "Clock", "It is Fri 15 Jan, 08:00 in America/Chicago. Compare it with a watch."),
        ({"zone": "", "apart": 1}, "Clock", "It is Fri 15 Jan, 08:00. Compare it with a watch."),
        ({"free": 700 * MB}, "Disk", "700 MB are free"),
        ({}, "File", "It is on this computer’s own disk, in /home/ana/dialogues."),
    ],
)
def test_what_is_in_order_is_said_too(changed: dict[str, object], name: str, words: str):
    told, good = said(FINE._replace(**changed), name)  # type: ignore[arg-type]
    assert words in told
    assert good


def test_a_disk_that_tells_nothing_is_not_spoken_of():
    assert "Disk" not in [one.name for one in findings(FINE._replace(free=None), EVENING)]


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (PurePosixPath("/home/ana/Dropbox/dialogues"), "Dropbox"),
        (PurePosixPath("/Users/ana/Library/CloudStorage/OneDrive-Personal"), "OneDrive"),
        (PurePosixPath("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (PureWindowsPath(r"C:\Users\ana\OneDrive - City of Parable Falls\Files"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\ana\Google Drive\x"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\ana\Box\x"), "Box"),
        (PurePosixPath("/home/ana/box of notes"), ""),
        (PurePosixPath("/home/ana/dialogues"), ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(folder, program):
    assert synced_by(folder) == program


@pytest.mark.parametrize(
    ("folder", "far"),
    [
        (PurePosixPath("/mnt/hall/dialogues"), True),
        (PurePosixPath("/mnt/hall"), True),
        (PurePosixPath("/mnt/hallway"), False),
        (PurePosixPath("/mnt/hall/own/x"), False),  # a disk of one's own inside
        (PurePosixPath("/home/ana"), False),
        (PurePosixPath("relative"), False),
        (PureWindowsPath(r"\\hall\share\x"), True),
    ],
)
def test_a_folder_on_another_computer_is_known_by_its_mount(folder, far):
    mounts = {"/": "ext4", "/mnt/hall": "cifs", "/mnt/hall/own": "ext4"}
    assert on_network(folder, mounts) == far


def test_a_drive_of_windows_that_is_elsewhere_says_so_itself():
    mounts = {"C:\\": "NTFS", "H:\\": "remote"}
    assert on_network(PureWindowsPath(r"H:\dialogues"), mounts)
    assert not on_network(PureWindowsPath(r"C:\dialogues"), mounts)


@given(
    st.builds(
        Measured,
        screens=st.integers(0, 9),
        free=st.none() | st.integers(0, 10**15),
        power=st.none()
        | st.builds(Power, st.integers(0, 100), st.booleans(), st.none() | st.integers(0, 10**6)),
        now=st.text(max_size=20),
        zone=st.text(max_size=20),
        apart=st.integers(-2000, 2000),
        behind=st.booleans(),
        folder=st.text(max_size=50),
        synced=st.text(max_size=20),
        network=st.booleans(),
        awake=st.booleans(),
        undrawn=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    ),
    st.integers(0, 10**6),
)
def test_whatever_is_found_each_thing_has_its_sentence_once(measured: Measured, lasts: int):
    found = findings(measured, lasts)
    names = [name for name in NAMES if name != "Disk" or measured.free is not None]
    assert [one.name for one in found] == names
    assert all(one.words.endswith((".", "?")) for one in found)
