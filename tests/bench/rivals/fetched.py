"""The rivals' own packages, in a folder for caches: never among those of the project."""

import shutil
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

PACKAGES = {"typeset": "typst==0.15.2", "weasy": "weasyprint==70.0"}
MODULES = {"typeset": "typst", "weasy": "weasyprint"}
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")  # what WeasyPrint sets with


@cache
def python(rival: str) -> str:
    """Return the Python that a rival runs on, or nothing where it cannot be had; it says why."""
    found = _made()
    if not found:
        return ""
    if _run(found, "-c", f"import {MODULES[rival]}"):
        return found
    if not _run(found, "-m", "pip", "install", "-q", "--only-binary=:all:", PACKAGES[rival]):
        print(f"      {PACKAGES[rival]} could not be fetched; is this computer online?")
        return ""
    if not _run(found, "-c", f"import {MODULES[rival]}") and not _with_pango(found):
        print(f"      {PACKAGES[rival]} does not start here; it may want {' '.join(PANGO)}.")
        return ""
    return found


@cache
def _made() -> str:
    """Return a Python with room for packages of its own."""
    place = user_cache_path("facilitator-bench") / f"rivals-{sys.version_info[1]}"
    found = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not _run(str(found), "-c", "import pip"):
        print("      Fetching the rivals, once …", flush=True)
        venv.create(place, clear=True, with_pip=True)
    return str(found)


def _with_pango(found: str) -> bool:
    install = ("install", "-qq", "--yes", "--no-install-recommends", *PANGO)
    apt = shutil.which("apt-get")
    return bool(apt) and _run(apt, *install) and _run(found, "-c", "import weasyprint")


def _run(*command: str) -> bool:
    """Say whether a command went well."""
    if not Path(command[0]).exists():
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
