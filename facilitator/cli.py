"""The command line: the window, rehearsals, and what a session file holds."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.faults import Fault

if TYPE_CHECKING:
    import argparse

    from facilitator.log.history import History
    from facilitator.record.store import Store
    from facilitator.rehearsal import Script


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # names in any script, on any console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if not given:
            return _open(None)
        if not given[0].startswith("-") and given[0] not in _COMMANDS:
            if not Path(given[0]).suffix and not Path(given[0]).exists():
                raise Fault(f"there is no command {given[0]} and no such file; see --help.")
            if len(given) == 1:  # as a file is opened by a double click: nothing to parse
                return _open(Path(given[0]))
            given = ["open", *given]
        options = _options(given)
        status = _COMMANDS[options.command](options) or 0
        print(end="", flush=True)  # here, where a reader who has left is no error
        return status
    except Fault as fault:
        print(f"facilitator: {fault}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a full disk behind our output
        print(f"facilitator: the output could not be written: {error.strerror}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a bug: the window has a hook of its own
        from facilitator import logs

        logs.begin()
        logs.broken(error)
        raise


def _open(path: Path | None) -> int:
    if not _has_screen():
        if path is not None:
            raise Fault("there is no screen here to open a window on; see facilitator --help.")
        return _without_screen()
    gc.disable()  # the collector finds nothing in what only loads; the window turns it on again
    from ui import app

    return app.run(path)


def _rehearse(options: "argparse.Namespace") -> None:
    from facilitator import rehearsal

    script = rehearsal.read(options.script)
    if _is_there(options.file):
        with closing(_store(options.file, read_only=True)) as store:  # look before touching it
            rehearsal.refuse_known(script, store)
    fresh = not options.file.exists()
    try:
        with closing(_store(options.file)) as store:
            session = _play(script, store, acks=options.acks)
    except Fault:
        if fresh and not options.acks:  # what is half made is not left
            for end in ("", "-wal", "-journal"):
                options.file.with_name(options.file.name + end).unlink(missing_ok=True)
        raise
    if not options.acks:
        print(f"Rehearsed {len(script.acts)} acts as session {session} in {options.file}.")


def _sessions(options: "argparse.Namespace") -> None:
    with closing(_store(options.file, read_only=True)) as store:
        rows = [
            {
                "id": row["session"],
                **{name: row[name] for name in ("title", "series", "city", "date")},
                "ended": row["ended_at"] is not None,
                "part_of": row["part_of"],
            }
            for row in store.shelf.plans()
        ]
    if options.json:
        return _print_json(rows)
    for row in rows:
        state = "ended" if row["ended"] else "not ended"
        print(f"{row['date']}  {row['title']} ({row['id']}, {state})")
    if not rows:
        print(f"No sessions in {options.file} yet.")
    return None


def _show(options: "argparse.Namespace") -> None:
    from facilitator.commands import show
    from facilitator.figures.account import account, measured_at

    with closing(_store(options.file, read_only=True)) as store:
        ident, history = _history(store, options.session)
    found = account(ident, history.state, measured_at(history))
    if options.json:
        _print_json(found)
    else:
        show.print_account(found)


def _export(options: "argparse.Namespace") -> None:
    from facilitator.figures.account import measured_at
    from facilitator.publish.export import export
    from facilitator.publish.summarise import summarise
    from facilitator.series import thread
    from facilitator.temporary import sweep

    sweep()
    with closing(_store(options.file, read_only=True)) as store:
        ident, history = _history(store, options.session)
        series = thread(store, ident)
    now = measured_at(history)
    export(summarise(history.state, now, options.edition, series), options.to, options.paper)
    print(f"The {options.edition} summary is in {options.to}.")


def _check(options: "argparse.Namespace") -> int:
    from facilitator.record import checking

    with closing(_store(options.file, read_only=True)) as store:
        faults = checking.faults(store)
        if not faults:
            known = store.shelf.sessions()
            acts = sum(len(store.rows(log)) for log in store.shelf.logs())
            print(f"{options.file} is whole: {len(known)} sessions, {acts} acts.")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _strike(options: "argparse.Namespace") -> None:
    from facilitator.commands import strike

    strike.strike_item(options)


def _erase(options: "argparse.Namespace") -> None:
    from facilitator.commands import strike

    strike.erase_person(options)


def _merge(options: "argparse.Namespace") -> int:
    from facilitator.commands import merge

    return merge.run(options)


def _salvage(options: "argparse.Namespace") -> int:
    from facilitator.commands import salvage

    return salvage.run(options)


def _doctor(options: "argparse.Namespace") -> None:
    from facilitator.doctor import report

    for line in report(options.file):
        print(line)


_COMMANDS = {
    "open": lambda options: _open(options.file),
    "rehearse": _rehearse,
    "sessions": _sessions,
    "show": _show,
    "export": _export,
    "strike": _strike,
    "erase": _erase,
    "check": _check,
    "merge": _merge,
    "salvage": _salvage,
    "doctor": _doctor,
}


def _options(given: list[str]) -> "argparse.Namespace":
    from facilitator.usage import parser  # the window does without

    return parser().parse_args(given)


def _is_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:  # opening it will say why
        return False


def _store(path: Path, read_only: bool = False) -> "Store":
    from facilitator.record.files import store_at

    return store_at(path, read_only)


def _history(store: "Store", session: str | None = None) -> "tuple[str, History]":
    from facilitator.log.history import History

    known = store.shelf.sessions()
    if not known:
        raise Fault(f"{store.path} holds no session yet.")
    if session is not None and session not in known:
        raise Fault(f"{store.path} holds no session {session}; it holds {', '.join(known)}.")
    ident = session or known[-1]
    return ident, History(store.entries(ident))


def _play(script: "Script", store: "Store", acks: bool = False) -> str:
    """Play the script and return the session's id."""
    from tqdm import tqdm

    from facilitator import rehearsal

    quiet = acks or not sys.stderr.isatty()
    with tqdm(total=len(script.acts), unit=" acts", leave=False, disable=quiet) as bar:

        def done(number: int) -> None:
            bar.update()
            if acks:
                with suppress(BrokenPipeError):  # nobody listens any more; the act counts
                    print(f"act {number}", flush=True)

        if acks:  # each act is on disk when it is said, so they go there one by one
            return rehearsal.play(script, store, done).id
        (outcome,) = rehearsal.play_whole(script, store, done=done)
        return outcome.log


def _without_screen() -> int:
    """Do the main job where no window can open: rehearse the example and write its summary."""
    from facilitator.figures.account import measured_at
    from facilitator.publish.export import export, file_name
    from facilitator.publish.summarise import summarise
    from facilitator.session_file import example
    from facilitator.temporary import Temporary, sweep

    sweep()
    with Temporary() as folder, closing(example(folder)) as played:
        _, history = _history(played.store)
    summary = summarise(history.state, measured_at(history))
    name = file_name(summary)
    export(summary, Path(name))
    print(
        "There is no screen here, so the example session was rehearsed: "
        f"{summary.turns} turns, {len(history.state.notes)} notes, "
        f"{len(history.state.commitments)} commitments."
    )
    print(f'Its summary is in "{name}".')
    return 0


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _print_json(found: Any) -> None:
    import json

    print(json.dumps(found, ensure_ascii=False, indent=2))
