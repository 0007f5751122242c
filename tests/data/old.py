"""Large files of version 1: the kept session many times, each under a name of its own."""

import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from tests.data.make import FOLDER


def many_sessions(path: Path, size: int) -> Path:
    """Write a file of version 1 of at least so many bytes."""
    shutil.copy(FOLDER / "version_1.db", path)
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("pragma synchronous = off")
        old.create_function("sum_of", 5, sum_of, deterministic=True)
        query = "select name from sqlite_master where type = 'table' and name not in ('anchor')"
        names = [name for (name,) in old.execute(query)]
        old.execute("begin")
        number = 0
        while old.execute("pragma page_count").fetchone()[0] * 4096 < size:
            number += 1
            for name in names:
                info = old.execute(f"pragma table_info({name})")
                columns = [column for _, column, *_ in info if column not in ("session", "sum")]
                values = ", ".join(columns)
                ident = f"evening-{number}"
                into, made = f"session, {values}", f"'{ident}', {values}"
                if name == "event":
                    into, made = f"{into}, sum", f"{made}, sum_of('{ident}', n, at, kind, data)"
                old.execute(
                    f"insert into {name} ({into}) select {made} from {name}"
                    " where session = 'evening'"
                )
        old.execute("commit")
    return path


def sum_of(session: str, n: int, at: int, kind: str, data: str) -> int:
    """Return the sum of an act, as version 1 wrote it."""
    return zlib.crc32(f"{session}\0{n}\0{at}\0{kind}\0{data}".encode())
