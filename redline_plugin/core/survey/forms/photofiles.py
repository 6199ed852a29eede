"""Photos of a folder, by the number and the type in their names.

``<number>-<type>`` or ``<number>_<type>``; types 1 east, 2 south, 3 west, 4 north, 5 centre, 6 location
sketch (fact sheet, submission 1.2).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.forms.filenames import safe_name
from redline_plugin.core.text import Message, msg

TYPES = (1, 2, 3, 4, 5, 6)
SKETCH_TYPE = 6
SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".heic")
_NAME = re.compile(r"(.+)[-_]([1-6])$")
_NAMED = 10


@dataclass(frozen=True)
class Photos:
    """Photos of a run.

    Attributes:
        files: by number, then by type.
        warnings: of photos that are there twice.
    """

    files: Mapping[str, Mapping[int, Path]]
    warnings: tuple[Message, ...]


def photos_of(folder: Path, numbers: Iterable[str], feedback: Feedback) -> Photos:
    """Return the photos of markers and signs in a folder and those below it.

    A number is found as it is, or with what a file name cannot hold replaced by ``_``; upper and lower
    case are the same.

    Raises:
        InputError: the folder cannot be read.
    """
    wanted: dict[str, str] = {}
    for each in numbers:
        for name in (each, safe_name(each)):
            wanted.setdefault(name.casefold(), each)
    found: dict[str, dict[int, Path]] = {}
    doubled: list[str] = []
    for path in _pictures(Path(folder), feedback):
        match = _NAME.match(path.stem)
        number = wanted.get(match[1].casefold()) if match else None
        if match is None or number is None:
            continue
        kinds = found.setdefault(number, {})
        if int(match[2]) in kinds:
            doubled.append(path.name)
        else:
            kinds[int(match[2])] = path
    warnings = []
    if doubled:
        warnings.append(
            msg(
                "Some photos are there more than once; the first in the order of folders and names is "
                "taken, not {names} ({count} in all).",
                names=", ".join(doubled[:_NAMED]),
                count=len(doubled),
            )
        )
    return Photos(found, tuple(warnings))


def _pictures(folder: Path, feedback: Feedback) -> list[Path]:
    def failed(error: OSError) -> None:
        raise InputError(
            Problem(
                msg("Cannot be read ({reason}).", reason=os_reason(error)),
                str(error.filename or folder),
            )
        ) from error

    found = []
    for place, folders, files in os.walk(folder, onerror=failed):
        stop_if_cancelled(feedback)
        folders.sort()
        found += [
            Path(place) / name
            for name in sorted(files)
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
    return found
