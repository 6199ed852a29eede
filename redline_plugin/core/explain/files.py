"""Where a result's inputs lie now, and whether they are still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from redline_plugin.core.errors import os_reason
from redline_plugin.core.explain.tree import Finding, Stand, plain
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.provenance import main_file
from redline_plugin.core.text import Message, msg

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Located:
    """A file that a record names.

    Attributes:
        path: where it lies now, or as recorded when it is gone.
        found: whether it is there.
        findings: what is to be told of it: moved, changed, gone.
    """

    path: str
    found: bool
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it is there, but not the file of the record."""
        return self.found and any(one.stand is Stand.LACKING for one in self.findings)


def base_name(path: str) -> str:
    """Return a file's name, also from a path that another system wrote."""
    return PureWindowsPath(path).name


def locate(
    entry: Mapping[str, Any], result: Path, feedback: Feedback, hashes: bool = False
) -> Located:
    """Find a file that a record names: where it was, or beside the result under its name.

    Args:
        entry: of the record: ``path``, and ``source``, ``size`` and ``sha256`` where they are known.
        result: the file that holds the record.
        feedback: asked whether to stop.
        hashes: whether to read the whole file and compare its hash, when the size is equal.

    Raises:
        CancelledError: the user asked to stop.
    """
    recorded = str(entry.get("path", ""))
    findings: list[Finding] = []
    path = str(entry.get("source") or recorded)
    file = main_file(path)
    if file is None and entry.get("sha256") is not None:
        beside = result.parent / base_name(recorded)
        moved = _moved(path, recorded, beside)
        if moved is None or not beside.is_file():
            return Located(recorded, False, (_gone(recorded),))
        path, file = moved, beside
        findings.append(
            Finding(msg("moved; found beside the result: {path}", path=beside), Stand.MARKED)
        )
    if file is not None:
        changed = _change(file, entry, feedback, hashes)
        if changed is not None:
            findings.append(Finding(changed, Stand.LACKING))
        elif hashes and entry.get("sha256"):
            findings.append(Finding(msg("the file is the same as then"), Stand.GOOD))
    return Located(path, True, tuple(findings))


def _moved(source: str, recorded: str, file: Path) -> str | None:
    """Return a GDAL name with another file in it, None where the recorded one is not in it."""
    for written in (recorded, recorded.replace("\\", "/")):
        if written in source:
            return source.replace(written, str(file))
    return None


def _gone(path: str) -> Finding:
    return Finding(
        msg("the file is no longer there: {path}", path=plain(path)),
        Stand.LACKING,
    )


def _change(
    file: Path, entry: Mapping[str, Any], feedback: Feedback, hashes: bool
) -> Message | None:
    size = entry.get("size")
    try:
        now = file.stat().st_size
        if isinstance(size, int) and now != size:
            return msg(
                "the input has changed since: it had {before} bytes and has {now}",
                before=size,
                now=now,
            )
        if hashes and entry.get("sha256") and _digest(file, feedback) != entry["sha256"]:
            return msg("the input has changed since: its content is another, by its hash")
    except OSError as error:
        return msg("the file cannot be read ({reason})", reason=os_reason(error))
    return None


def _digest(file: Path, feedback: Feedback) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            stop_if_cancelled(feedback)
            digest.update(chunk)
    return digest.hexdigest()
