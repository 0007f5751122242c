"""How long something takes and how much memory the process had by then; for rivals too.

A rival runs on its own packages, so this knows nothing but Python.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def watched(build: Callable[[Any, str], object], fonts: bool = True) -> None:
    """Build from the content in the first file the second one, and print what it took."""
    content, target = sys.argv[1:3]
    told = json.loads(Path(content).read_text("utf-8"))
    began = time.perf_counter()
    build(told, target)
    print(json.dumps({"build_s": time.perf_counter() - began, "peak_mb": peak()}))


def peak() -> float:
    """Return the most memory in MB; ru_maxrss of Linux counts that of the parent before exec."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
