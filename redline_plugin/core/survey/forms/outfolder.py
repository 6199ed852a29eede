"""The folder of one run: told as ours by the record in it, and replaced only then."""

from __future__ import annotations

import json
from pathlib import Path

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.errors import Problem, os_reason
from redline_plugin.core.text import msg

RECORD = "provenance.json"
ALGORITHM = "redline:markerforms"


def folder_problems(folder: Path) -> list[Problem]:
    """Return what stands against writing a folder: it is somebody's, no folder, or not writable."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return [
            Problem(msg("This is not a folder."), str(folder), msg("Choose another name for it."))
        ]
    try:
        foreign = folder.is_dir() and any(folder.iterdir()) and not _is_ours(folder)
    except OSError as error:
        return [Problem(msg("Cannot be read ({reason}).", reason=os_reason(error)), str(folder))]
    if foreign:
        return [
            Problem(
                msg("The folder holds files that are no forms of Redline; it is left as it is."),
                str(folder),
                msg("Choose a new or an empty folder."),
            )
        ]
    return check_writable(folder, may_be_folder=True)


def _is_ours(folder: Path) -> bool:
    try:
        content = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("algorithm") == ALGORITHM
