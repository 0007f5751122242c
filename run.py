#!/usr/bin/env python3
"""Start Facilitator from a checkout, setting it up the first time; needs nothing but Python.

`python3 run.py` is the app; `test`, `bench`, `mutants`, `verapdf` or `lint` as the first word is
for its developers. `test --long` runs the long proofs, for half an hour.
"""

import ctypes
import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# This file must still parse on Python 3.6, to tell people there what they need.
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)
ROOT = Path(__file__).resolve().parent
# What the app needs, and what its developers' commands need on top of it.
LOCK = ROOT / "requirements.lock"
TEST_LOCK, LINT_LOCK = ROOT / "test.lock", ROOT / "lint.lock"
MUTANTS_LOCK = ROOT / "mutants.lock"
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))

# What Qt leaves to a Linux system: shared library -> Debian and Ubuntu package.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
MODULES = {
    "test": "pytest",
    "bench": "tests.bench",
    "verapdf": "tests.verapdf",
    "mutants": "tests.long.mutants",
}
LINTERS = (
    ["-m", "ruff", "check"],
    ["-m", "ruff", "format", "--check"],
    ["-m", "mypy"],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
)


class SetUpError(Exception):
    """A step of the set-up failed; the text says so to a person."""


def main(arguments):
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        spans = "{}.{} to {}.{}".format(*OLDEST_PYTHON, *NEWEST_PYTHON)
        sys.exit("Facilitator needs Python {}; this is {}.{}.".format(spans, *sys.version_info))
    word = arguments[0] if arguments else ""
    try:
        set_up(locks_for(word))
        if word == "test" and "--long" in arguments:
            provide_strace()
    except SetUpError as error:
        sys.exit(f"Setting up stopped. {error}")
    except OSError as error:
        sys.exit(f"Setting up stopped: {error.strerror} ({error.filename or ROOT}).")
    if word == "lint":
        return next(filter(None, map(run, LINTERS)), 0)
    if word in MODULES:
        # Files are named from where the person stands, tests from here.
        rest = [str(Path(one).resolve()) if Path(one).exists() else one for one in arguments[1:]]
        os.chdir(str(ROOT))
        return hand_over(MODULES[word], rest)
    return hand_over("facilitator", arguments)


def locks_for(word):
    """Return what must be installed for a command; people who use the app get no test tools."""
    if word == "lint":
        return [LOCK, LINT_LOCK]
    if word == "mutants":
        return [LOCK, TEST_LOCK, MUTANTS_LOCK]
    return [LOCK, TEST_LOCK] if word in MODULES else [LOCK]


def hand_over(module, arguments):
    """Become the module; where a process cannot, wait for it and pass its exit status on."""
    # -P: files lying in the person's current folder must not pass for modules.
    command = [PYTHON, "-P", "-m", module, *arguments]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    sys.stdout.flush()
    return os.execve(PYTHON, command, environment)


def run(arguments):
    return subprocess.call([PYTHON, *arguments], cwd=str(ROOT))


def set_up(locks):
    """Bring .venv to what the locks say; once it is there, this only compares stamps."""
    if all(map(is_installed, locks)):
        return
    what = "the tools of its developers" if is_installed(LOCK) else "about 110 MB to download"
    print(f"Setting up Facilitator, once; {what} ...", flush=True)
    with take_turn():
        if not is_installed(LOCK):
            provide_system_packages()
            provide_venv()
        for lock in locks:
            if not is_installed(lock):
                install(lock)


def take_turn():
    """Wait while another start is setting up; the turn ends when the file is closed."""
    turn = LOCK.open("r+b")
    os.set_inheritable(turn.fileno(), True)  # a step outliving a killed run.py keeps its turn
    if os.name == "nt":
        import msvcrt

        turn.seek(1 << 30)  # Windows lets nobody read locked bytes, so lock one past the end
        while True:
            try:
                msvcrt.locking(turn.fileno(), msvcrt.LK_LOCK, 1)
                break
            except OSError as error:
                if error.errno != errno.EDEADLOCK:  # after ten seconds; setting up takes longer
                    raise
    else:
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX)
    return turn


def is_installed(lock):
    stamp = stamp_of(lock)
    return stamp.is_file() and stamp.read_text() == fingerprint(lock)


def stamp_of(lock):
    return VENV / f"{lock.name}.installed"


def fingerprint(lock):
    python = repr((sys.base_prefix, sys.version_info[:2]))
    return hashlib.sha256(lock.read_bytes() + python.encode()).hexdigest()


def provide_venv():
    """Make .venv; one that is not ours is filled, never wiped."""
    # -I: neither the current folder nor PYTHONPATH may lend a step their modules.
    stamp = stamp_of(LOCK)
    clear = ["--clear"] if stamp.exists() else []
    trouble = "Python could not make the folder .venv; is there room on the disk?"
    step(trouble, sys.executable, "-I", "-m", "venv", "--without-pip", *clear, str(VENV))
    stamp.write_text("unfinished")
    step(trouble, PYTHON, "-I", "-m", "ensurepip", "--upgrade")


def install(lock):
    command = [PYTHON, "-I", "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--require-hashes", "--requirement", str(lock)]
    trouble = "The packages could not be fetched; is this computer online, with room on the disk?"
    step(trouble, *command, stdout=None if sys.stdout.isatty() else subprocess.DEVNULL)
    stamp_of(lock).write_text(fingerprint(lock))


def provide_system_packages():
    needed, wanted = [], []
    if not importlib.util.find_spec("ensurepip"):
        needed.append("python{}.{}-venv".format(*sys.version_info))
    if sys.platform.startswith("linux"):
        needed += missing(QT_LIBRARIES)
        wanted += missing(WINDOW_LIBRARIES)
    if not needed + wanted:
        return
    apt_get = shutil.which("apt-get")
    if apt_get and os.geteuid() == 0:
        install_system_packages(apt_get, needed + wanted)
        return
    advice = "\n    sudo apt-get install {}\n".format(" ".join(needed + wanted))
    if not apt_get:
        advice += "\n(Those are Debian's and Ubuntu's names; yours may differ.)\n"
    if needed:
        raise SetUpError(f"Please install what the system lacks, then start again:\n{advice}")
    print(f"Should no window open, install what the system lacks:\n{advice}", flush=True)


def install_system_packages(apt_get, packages):
    print("Installing system packages:", *packages, flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # A machine that has just been switched on may be busy with its own updates.
    patient = [apt_get, "-qq", "-o", "DPkg::Lock::Timeout=300"]
    trouble = "The system packages could not be installed; is this computer online?"
    for task in ["update"], ["install", "--yes", "--no-install-recommends", *packages]:
        step(trouble, *patient, *task, env=environment)


def provide_strace():
    """Bring what tells the long proofs which bytes a process had written, and synced."""
    apt_get = shutil.which("apt-get")
    if sys.platform.startswith("linux") and not shutil.which("strace"):
        if not apt_get or os.geteuid() != 0:
            raise SetUpError("The long proofs need strace: sudo apt-get install strace")
        install_system_packages(apt_get, ["strace"])


def missing(libraries):
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def step(trouble, *command, stdout=subprocess.DEVNULL, env=None):
    """Run one step of the set-up; a failing one is told with the last words it left."""
    done = subprocess.run(
        command,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=env,
        close_fds=False,
        text=True,
        errors="replace",
    )
    if done.returncode:
        last_words = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SetUpError(f"{trouble}\n({last_words})")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
