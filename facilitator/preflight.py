"""The check before a session: what was measured on this computer, as one plain sentence each."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

MB, GB = 10**6, 10**9
LEAST = 500 * MB  # free on the disk; a session takes a few, a full disk takes nothing
HOUR = 3600  # s
CLOCK_SLACK = 2  # minutes that a laptop's clock may differ from the one of the session

# Folders that some program copies elsewhere, by how their names begin in small letters, or whole.
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "proton drive": "Proton Drive",
    "pclouddrive": "pCloud",
    "box sync": "Box",
    "box-box": "Box",
    "megasync": "MEGA",
}
_SYNCED_WHOLE = {"Box": "Box", "MEGA": "MEGA", "Seafile": "Seafile"}
# What such a program leaves in the folder that it copies, as patterns.
MARKS = {
    ".dropbox*": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_*.db": "Nextcloud or ownCloud",
}
_NETWORK = frozenset(
    "nfs nfs4 cifs smb smb2 smb3 smbfs afpfs webdav davfs davfs2 fuse.sshfs fuse.rclone"
    " fuse.davfs fuse.gvfsd-fuse 9p afs ncpfs ceph glusterfs fuse.glusterfs".split()
)


class Power(NamedTuple):
    percent: int
    plugged: bool
    lasts: int | None = None  # s, if the system knows


class Measured(NamedTuple):
    """What was found on this computer; None is what it did not tell."""

    screens: int  # besides the one with the controls
    free: int | None  # bytes, where the session is kept
    power: Power | None
    now: str  # by the clock of the session: "Thu 15 Jan, 18:00"
    zone: str  # in which the session is
    apart: int  # minutes that the laptop's clock is ahead of that
    behind: bool  # the laptop's clock is before the last change to the session
    folder: str
    synced: str = ""  # by which program
    network: bool = False
    awake: bool = True
    undrawn: tuple[str, ...] = ()  # names with signs that no typeface has


class Finding(NamedTuple):
    name: str
    words: str
    good: bool = True
    tab: str = ""  # of Prepare, where it can be mended


def findings(measured: Measured, lasts: int) -> list[Finding]:
    """Return what was found, for a session of so many seconds."""
    return [
        _screen(measured),
        _power(measured.power, lasts),
        _awake(measured),
        _clock(measured),
        *_disk(measured),
        _folder(measured),
        *_names(measured),
    ]


def _screen(of: Measured) -> Finding:
    if not of.screens:
        no = "There is no second screen. If there is a projector, connect it and switch it on."
        return Finding("Projector", no, False)
    one = "A second screen is there; the room screen shows on it."
    many = f"{of.screens} more screens are there; the room screen shows on the first of them."
    return Finding("Projector", one if of.screens == 1 else many)


def _power(power: Power | None, lasts: int) -> Finding:
    if power is None:
        words = "It has no battery, as far as it tells. See that nobody trips over its cable."
        return Finding("Power", words)
    if power.plugged:
        return Finding("Power", f"It is plugged in; the battery is at {power.percent} %.")
    if power.lasts is not None and power.lasts > lasts + HOUR:
        hours = power.lasts // HOUR
        words = f"The battery is at {power.percent} % and lasts about {hours} hours."
        return Finding("Power", words)
    unplugged = f"It runs on its battery, at {power.percent} %. Plug it in."
    return Finding("Power", unplugged, False)


def _awake(of: Measured) -> Finding:
    if of.awake:
        return Finding("Staying awake", "While a part runs, this computer does not go to sleep.")
    words = "This system cannot be kept awake from here. Switch sleep off in its settings."
    return Finding("Staying awake", words, False)


def _clock(of: Measured) -> Finding:
    if of.behind:
        words = (
            f"It shows {of.now}, before the last change to this session. Set the system’s clock."
        )
        return Finding("Clock", words, False)
    zone = f" in {of.zone}" if of.zone else ""
    if abs(of.apart) > CLOCK_SLACK:
        way = "ahead of" if of.apart > 0 else "behind"
        words = (
            f"It is {of.now}{zone}, where the session is; this computer is {_long(abs(of.apart))}"
            f" {way} that. If it should not be, change its time zone or the session’s."
        )
        return Finding("Clock", words, False, "Session")
    return Finding("Clock", f"It is {of.now}{zone}. Compare it with a watch.")


def _disk(of: Measured) -> Iterator[Finding]:
    if of.free is None:
        return
    if of.free < LEAST:
        words = f"Only {of.free // MB} MB are free. Make room: on a full disk nothing is saved."
        yield Finding("Disk", words, False)
    else:
        free = f"{of.free // GB:,} GB" if of.free >= GB else f"{of.free // MB} MB"
        yield Finding("Disk", f"{free} are free, more than any session takes.")


def _folder(of: Measured) -> Finding:
    if of.network:
        words = f"It is on a network drive, {of.folder}. If the network fails, nothing is saved."
        return Finding("File", f"{words} Keep it on this computer.", False)
    if of.synced:
        words = f"It is in a folder that {of.synced} copies, {of.folder}. Pause that program"
        return Finding(
            "File", f"{words} while the session runs, or keep the file elsewhere.", False
        )
    return Finding("File", f"It is on this computer’s own disk, in {of.folder}.")


def _names(of: Measured) -> Iterator[Finding]:
    if of.undrawn:
        first, *more = of.undrawn
        also = f" and {len(more)} more" if more else ""
        words = f"\u2068{first}\u2069{also} cannot be written whole: a sign is in none of the"
        words += " typefaces. Is there another spelling?"
        yield Finding("Names", words, False, "People")
    else:
        yield Finding("Names", "All names can be written, on the screen and on paper.")


def _long(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    told = (f"{hours} h" if hours else "", f"{rest} min" if rest else "")
    return " ".join(filter(None, told))


def synced_by(folder: PurePath) -> str:
    """Return which program copies a folder elsewhere, as far as names tell it."""
    for part in folder.parts:
        if part in _SYNCED_WHOLE:
            return _SYNCED_WHOLE[part]
        for begins, program in _SYNCED.items():
            if part.casefold().startswith(begins):
                return program
    return ""


def on_network(folder: PurePath, mounts: Mapping[str, str]) -> bool:
    """Say whether a folder is on another computer, by the kinds of file system mounted where."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    above = {folder, *folder.parents}
    places = [place for place in mounts if type(folder)(place) in above]
    return bool(places) and mounts[max(places, key=len)] in _NETWORK | {"remote"}
