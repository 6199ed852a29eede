"""Changing a GeoPackage that others may have open: at once, and all of it or nothing.

GDAL's own transaction does not do: on a full disk SQLite undoes it by itself, and GDAL then still
writes metadata, extents and indexes of what it believes to be there. So a copy is changed, and
SQLite brings the copy's pages into the file in one transaction, under its own locks and journal.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from redline_plugin.core.atomic import MARK, check_writable, write_problem
from redline_plugin.core.errors import OutputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import msg

_PATIENCE = 40
_SLEEP_SECONDS = 0.25
_DONE = 101
"""SQLite's code for a backup that is complete."""


@contextlib.contextmanager
def changed_copy(path: Path, feedback: Feedback) -> Iterator[Path]:
    """Yield a copy of a GeoPackage to be changed and closed; at the end the file becomes like it.

    On any failure the file stays as it was, and the copy goes.

    Raises:
        OutputError: the folder or the file cannot be written, another program keeps it locked, or
            has changed it meanwhile.
        CancelledError: the user stopped; the file is as it was.
    """
    problems = check_writable(path)
    if problems:
        raise OutputError(problems)
    folder = Path(tempfile.mkdtemp(prefix=".", suffix=MARK, dir=path.parent))
    copy = folder / path.name
    try:
        with contextlib.closing(sqlite3.connect(path)) as live:
            before = _version(live)
            _bring(live, copy, path, feedback)
            yield copy
            if _version(live) != before:
                raise OutputError(
                    Problem(
                        msg("Another program has changed this file during the run."),
                        str(path),
                        msg("Nothing was written. Run it again, or choose another file."),
                    )
                )
        _bring(copy, path, path, feedback)
    except sqlite3.Error as error:
        raise OutputError(write_problem(RuntimeError(str(error)), path)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _version(base: sqlite3.Connection) -> int:
    """Return a number that changes when another connection changes the file."""
    return int(base.execute("PRAGMA data_version").fetchone()[0])


def _bring(source: sqlite3.Connection | Path, target: Path, path: Path, feedback: Feedback) -> None:
    """Make ``target`` the same as ``source``; wait some seconds for others to let go of it."""
    tries = 0

    def watch(status: int, *_: int) -> None:
        nonlocal tries
        if status == _DONE:
            return
        stop_if_cancelled(feedback)
        tries += 1
        if tries > _PATIENCE:
            raise OutputError(
                Problem(
                    msg("Another program keeps this file locked."),
                    str(path),
                    msg("Close its tables there or end editing, or choose another file."),
                )
            )

    with contextlib.ExitStack() as stack:
        if isinstance(source, Path):
            source = stack.enter_context(contextlib.closing(sqlite3.connect(source)))
        into = stack.enter_context(contextlib.closing(sqlite3.connect(target, timeout=0)))
        source.backup(into, progress=watch, sleep=_SLEEP_SECONDS)
