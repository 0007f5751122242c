"""Make the fonts of this folder anew: trim.py OUT FILE…, where each FILE is a full font."""

import sys
from pathlib import Path

import uharfbuzz as hb

LATIN = (
    *(range(0x20, 0x530), range(0x1D00, 0x2000), range(0x2000, 0x2300), range(0x2C60, 0x2C80)),
    *(range(0xA640, 0xA6A0), range(0xA700, 0xA800), range(0xFB00, 0xFB07), range(0xFFFD, 0xFFFE)),
)
KEEP = {  # these cover far more than anyone will type; the others keep all they have
    "NotoSans-": LATIN,
    "NotoSansMath-": (range(0x2190, 0x2300),),
    "NotoSansSymbols2-": (range(0x2300, 0x27C0), range(0x2B00, 0x2C00)),
}
UNUSED = "DSIG FFTM LTSH MATH STAT VDMX gasp hdmx meta".split()


def trim(path: Path) -> bytes:
    """Without hints and without tables that paper has no use for; shaping tables stay."""
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    ranges = next((kept for stem, kept in KEEP.items() if path.name.startswith(stem)), None)
    subset = hb.SubsetInput()
    subset.unicode_set.update(
        sign for sign in face.unicodes if ranges is None or any(sign in kept for kept in ranges)
    )
    subset.flags = hb.SubsetFlags.NO_HINTING
    tags = subset.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    tags.update(int.from_bytes(name.ljust(4).encode(), "big") for name in UNUSED)
    return bytes(hb.subset(face, subset).blob.data)


if __name__ == "__main__":
    for name in sys.argv[2:]:
        source = Path(name)
        (Path(sys.argv[1]) / source.name.replace("_400", "-")).write_bytes(trim(source))
