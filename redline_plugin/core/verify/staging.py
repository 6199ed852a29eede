"""Take a package apart without trusting it: copy its plain files into a folder of our own.

Links, devices, paths that climb out, bombs and too many files are named and left behind.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import msg
from redline_plugin.core.verify.findings import Findings

MOST_FILES = 10_000
MOST_BYTES = 8 << 30
# Deflate reaches 1,000; a DBF full of blanks stays far below the limit.
HIGHEST_RATIO = 300
FREE_OF_RATIO = 10 << 20
_CHUNK = 1 << 20
_RESERVED = set('<>:"|?*')


@dataclass(frozen=True)
class StagedFile:
    """A plain file of the package: its name there, our copy, size and SHA-256."""

    name: str
    path: Path
    size: int
    sha256: str


@dataclass(frozen=True)
class Staged:
    """Our copy of a package: a folder to work in, and its files by their name in the package."""

    folder: Path
    files: dict[str, StagedFile]


def unsafe_path(name: str) -> bool:
    """Return whether a path of a package is absolute, climbs out, or is no plain relative path."""
    if not name or "\\" in name or "\x00" in name or name.startswith("/"):
        return True
    parts = name.split("/")
    return any(
        part in {"", ".", ".."} or _RESERVED & set(part) or any(ord(sign) < 32 for sign in part)
        for part in parts
    )


def names_in(package: Path) -> set[str]:
    """Return the paths of plain files in a zip, or of a folder down to two levels: a cheap look.

    Raises:
        InputError: it is neither, or cannot be read.
    """
    try:
        if package.is_dir():
            found = [*package.glob("*"), *package.glob("*/*")]
            return {_key(each.relative_to(package).as_posix()) for each in found}
        if not zipfile.is_zipfile(package):
            raise InputError(_no_package(package))
        with zipfile.ZipFile(package) as archive:
            names = {_key(_zip_name(item)) for item in archive.infolist() if not item.is_dir()}
    except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
        raise InputError(_unreadable(package, error)) from error
    top = _top_folder(names)
    return {name[len(top) :] for name in names}


@contextlib.contextmanager
def staged(package: Path, findings: Findings, feedback: Feedback) -> Iterator[Staged]:
    """Yield our copy of a package that is a folder or a zip.

    Raises:
        InputError: it is neither, or cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="redline-verify-") as name:
        copier = _Copier(Path(name), findings, feedback)
        try:
            if package.is_dir():
                copier.folder(package)
            else:
                copier.archive(package)
                copier.files = _without_top_folder(copier.files)
        except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
            raise InputError(_unreadable(package, error)) from error
        yield Staged(Path(name), copier.files)


def _key(name: str) -> str:
    """Return the form in which names are compared: some systems take accents apart."""
    return unicodedata.normalize("NFC", name)


def _unreadable(package: Path, error: Exception) -> Problem:
    return Problem(
        msg(
            "The package cannot be read ({reason}).",
            reason=os_reason(error) if isinstance(error, OSError) else error,
        ),
        str(package),
    )


def _no_package(package: Path) -> Problem:
    if not package.exists():
        return Problem(
            msg("There is no such folder or file."), str(package), msg("Check the path.")
        )
    return Problem(
        msg("This is neither a folder nor a zip archive."),
        str(package),
        msg("Give the folder of a package, or the zip of it."),
    )


class _Copier:
    """Copies files and counts what it copied."""

    def __init__(self, target: Path, findings: Findings, feedback: Feedback) -> None:
        self.files: dict[str, StagedFile] = {}
        self._target = target
        self._findings = findings
        self._feedback = feedback
        self._left = MOST_BYTES

    def folder(self, root: Path) -> None:
        """Copy the plain files of a folder; follow no link."""
        stack = [root]
        while stack:
            with os.scandir(stack.pop()) as entries:
                for entry in sorted(entries, key=lambda each: each.name):
                    name = Path(entry.path).relative_to(root).as_posix()
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(Path(entry.path))
                    elif not entry.is_file(follow_symlinks=False):
                        self._not_plain(name)
                    elif self._room(name):
                        # Opened without following links: it may have been swapped since.
                        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
                        flags |= getattr(os, "O_BINARY", 0)
                        with os.fdopen(os.open(entry.path, flags), "rb") as stream:
                            self._copy(name, stream, None)

    def archive(self, path: Path) -> None:
        """Copy the plain files of a zip."""
        with zipfile.ZipFile(path) as archive:
            for item in archive.infolist():
                name = _zip_name(item)
                if item.is_dir():
                    continue
                if unsafe_path(name):
                    self._findings.add(
                        "RL-F02",
                        msg("The zip holds a path that leads out of the package; not unpacked."),
                        name,
                        remedy=msg("Do not unpack this archive with other tools."),
                    )
                elif stat.S_IFMT(item.external_attr >> 16) not in {0, stat.S_IFREG}:
                    self._not_plain(name)
                elif _key(name) in self.files:
                    self._findings.add("RL-F06", msg("The zip holds this name twice."), name)
                elif item.flag_bits & 0x1:
                    self._findings.add("RL-F06", msg("The file is encrypted."), name)
                elif self._room(name):
                    with archive.open(item) as stream:
                        self._copy(name, stream, item.compress_size)

    def _not_plain(self, name: str) -> None:
        self._findings.add(
            "RL-F06",
            msg("This is a link or a device, not a file; it was not followed."),
            name,
            remedy=msg("Put the file itself in its place."),
        )

    def _room(self, name: str) -> bool:
        stop_if_cancelled(self._feedback)
        if len(self.files) < MOST_FILES:
            return True
        self._findings.add(
            "RL-F07", msg("The package has more than {count} files.", count=MOST_FILES), name
        )
        return False

    def _copy(self, name: str, stream: IO[bytes], packed: int | None) -> None:
        """Copy what really comes out of the stream, whatever headers say, within the limits."""
        target = self._target / f"{len(self.files):06d}"
        digest, size = hashlib.sha256(), 0
        with target.open("wb") as out:
            while True:
                try:
                    chunk = stream.read(_CHUNK)
                except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                    self._findings.add(
                        "RL-F05", msg("The file is damaged ({reason}).", reason=error), name
                    )
                    break
                if not chunk:
                    break
                stop_if_cancelled(self._feedback)
                size += len(chunk)
                self._left -= len(chunk)
                bomb = (
                    packed is not None
                    and size > FREE_OF_RATIO
                    and size > HIGHEST_RATIO * max(packed, 1)
                )
                if self._left < 0 or bomb:
                    self._findings.add(
                        "RL-F07", msg("The file is too large when unpacked; it was left out."), name
                    )
                    target.unlink()
                    return
                digest.update(chunk)
                out.write(chunk)
        key = _key(name)
        self.files[key] = StagedFile(key, target, size, digest.hexdigest())


def _zip_name(item: zipfile.ZipInfo) -> str:
    """Return the name of a member; without the UTF-8 mark it may be UTF-8 or GBK all the same."""
    if item.flag_bits & 0x800:
        return item.filename
    try:
        raw = item.filename.encode("cp437")
    except UnicodeEncodeError:
        return item.filename
    for encoding in ("utf-8", "gbk"):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return item.filename


def _top_folder(names: Iterable[str]) -> str:
    """Return "folder/" when all names begin with one and the same folder, else ""."""
    tops = {name.split("/", 1)[0] + "/" if "/" in name else "" for name in names}
    return tops.pop() if len(tops) == 1 else ""


def _without_top_folder(files: dict[str, StagedFile]) -> dict[str, StagedFile]:
    """Take off the one folder that a zip of a folder begins with."""
    cut = len(_top_folder(files))
    return {
        name[cut:]: StagedFile(name[cut:], each.path, each.size, each.sha256)
        for name, each in files.items()
    }
