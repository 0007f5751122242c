"""Pages made into a file, whole or not at all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.publish.pdf.press import Press
from facilitator.publish.pdf.sheet import Sheet
from facilitator.publish.pdf.xmp import About
from facilitator.whole import replacing


@contextmanager
def bound(path: Path, press: Press, about: About) -> Iterator[Sheet]:
    """A sheet to paint on; the file appears when the last page is done. The same pages give the
    same bytes."""
    with replacing(path) as part:
        sheet = Sheet(part, press.shaper, about, press.page)
        yield sheet
        sheet.save()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the collector of garbage off: pages are many small objects, and none is garbage."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
