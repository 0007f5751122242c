"""Our own pages, watched as the rivals are."""

import json
import pickle
import sys
import time
from pathlib import Path

import babel.dates  # noqa: F401  what we import late is an import too, and no building
import bidi.algorithm  # noqa: F401

from facilitator.publish.pdf import report
from tests.bench.rivals.watch import peak

if __name__ == "__main__":
    summary = pickle.loads(Path(sys.argv[1]).read_bytes())
    began = time.perf_counter()
    report.write(summary, Path(sys.argv[2]))
    print(json.dumps({"build_s": time.perf_counter() - began, "peak_mb": peak()}))
