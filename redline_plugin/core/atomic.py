"""Outputs appear under their name only when they are whole.

A file or a folder is written beside its place under a temporary name and renamed at the end.
After a failure or a cancel the temporary is removed; after a kill it stays, named so that
nobody takes it for a result, and the next run into the same folder removes it if it is a day old.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from redline_plugin.core.errors import OutputError, Problem, os_reason
from redline_plugin.core.text import msg

MARK = ".redline-part"
STALE_SECONDS = 86400.0
_LITTLE_BYTES = 8 * 1024 * 1024


def check_writable(path: Path, may_be_folder: bool = False) -> list[Problem]:
    """Return what stands against writing ``path``: no folder, no permission, a folder of that name.

    A folder is only replaced by one who means to, and has looked into it: ``may_be_folder``.

    Permission is tried by making a file, because permission bits tell nothing on Windows shares.
    """
    path = Path(path)
    folder = path.parent
    if not folder.is_dir():
        return [
            Problem(
                msg("The output folder does not exist."),
                str(folder),
                msg("Create it or choose another one."),
            )
        ]
    if path.is_dir() and not may_be_folder:
        return [
            Problem(
                msg("There is a folder of this name; a file cannot take its place."),
                str(path),
                msg("Choose another name."),
            )
        ]
    try:
        handle, probe = tempfile.mkstemp(prefix=".", suffix=MARK, dir=folder)
        os.close(handle)
        os.remove(probe)
    except OSError as error:
        return [
            Problem(
                msg("Cannot write into this folder ({reason}).", reason=os_reason(error)),
                str(folder),
                msg("Choose another folder or ask for write permission."),
            )
        ]
    return []


def output_problem(error: OSError, path: Path) -> Problem:
    """Put a failed write into a sentence."""
    if error.errno == errno.ENOSPC:
        return Problem(
            msg("The disk is full."),
            str(path),
            msg("Free some space or choose another disk; nothing was left under this name."),
        )
    return Problem(
        msg("Cannot be written ({reason}).", reason=os_reason(error)),
        str(path),
        msg("Is it open in another program? Close it or choose another name."),
    )


def write_problem(error: RuntimeError, path: Path) -> Problem:
    """Put a write that GDAL gave up into a sentence; a full disk is the usual reason."""
    free = shutil.disk_usage(path.parent).free
    if free < _LITTLE_BYTES or "No space left" in str(error):
        return output_problem(OSError(errno.ENOSPC, "No space left on device"), path)
    return output_problem(OSError(errno.EIO, str(error)), path)


def _sweep(folder: Path) -> None:
    """Remove temporaries that a killed run left long ago."""
    now = time.time()
    for entry in folder.glob(f".*{MARK}*"):
        with contextlib.suppress(OSError):
            if now - entry.lstat().st_mtime > STALE_SECONDS:
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()


@contextlib.contextmanager
def atomic_folder_of(path: Path, may_be_folder: bool = False) -> Iterator[Path]:
    """Yield a new empty folder beside ``path``; the caller writes there under the final name.

    On success everything in it is moved beside ``path``, the entry called like ``path`` last, so
    that side-cars are there before the file that needs them. On any failure it is all removed.

    Raises:
        OutputError: the place cannot be written.
    """
    path = Path(path)
    problems = check_writable(path, may_be_folder)
    if problems:
        raise OutputError(problems)
    _sweep(path.parent)
    folder = Path(tempfile.mkdtemp(prefix=".", suffix=MARK, dir=path.parent))
    try:
        yield folder
        main = folder / path.name
        entries = [entry for entry in folder.iterdir() if entry != main]
        for entry in [*entries, main]:
            _replace(entry, path.parent / entry.name)
    except OSError as error:
        raise OutputError(output_problem(error, path)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def made_folder(path: Path) -> Iterator[Path]:
    """Make a folder, with those above it, for results to be written in; yield it.

    When the work fails, the folders that were made here and are still empty go again.

    Raises:
        OutputError: it cannot be made.
    """
    path = Path(path)
    made = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                Problem(
                    msg("The folder cannot be made ({reason}).", reason=os_reason(error)),
                    str(path),
                    msg("Choose another one."),
                )
            ) from error
        yield path
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _replace(source: Path, target: Path) -> None:
    """Move ``source`` over ``target``; a folder that is in the way is set aside first."""
    if target.is_dir() and not target.is_symlink():
        aside = Path(tempfile.mkdtemp(prefix=".", suffix=MARK, dir=target.parent))
        os.replace(target, aside / target.name)
        try:
            os.replace(source, target)
        except OSError:
            os.replace(aside / target.name, target)
            raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    else:
        os.replace(source, target)
