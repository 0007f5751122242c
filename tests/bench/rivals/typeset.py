"""The rival that is a typesetter of its own: Typst, tagged as PDF/UA-1."""

import sys
from pathlib import Path

import typst

sys.path.insert(0, str(Path(__file__).parent))
from watch import watched

HERE = Path(__file__).parent
FONTS = HERE.parents[2] / "resources" / "fonts"


def build(_: object, target: str) -> None:
    made = typst.compile(
        HERE / "typeset.typ",
        root="/",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"story": str(Path(sys.argv[1]).resolve())},
    )
    Path(target).write_bytes(made)


if __name__ == "__main__":
    watched(build)
