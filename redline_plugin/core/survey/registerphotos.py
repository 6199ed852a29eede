"""Photos of markers: copied into a folder beside the register, which keeps their names only."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.atomic import atomic_folder_of, made_folder
from redline_plugin.core.errors import InputError, Problem, os_reason
from redline_plugin.core.survey.registersteps import Steps
from redline_plugin.core.text import msg

PHOTO_ADDED, PHOTO_REMOVED, REMARKED = "photos", "photo removed", "remark"
PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp", ".bmp")

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f;]+')
_SEPARATOR = ";"


class Album(Steps):
    """Photos and remarks."""

    @property
    def photo_folder(self) -> Path:
        """The folder with the photos; registers beside one another share it, as one follows another."""
        return self.path.with_name("photos")

    def photos(self, key: int) -> list[Path]:
        """Return the photos of a marker; a file may be missing."""
        names = (self.row(key)["photos"] or "").split(_SEPARATOR)
        return [self.photo_folder / name for name in names if name]

    def attach(self, key: int, files: Sequence[Path], who: str, why: str = "") -> None:
        """Copy photos beside the register, named by the marker's number, and note them.

        A step that is undone leaves the copies, so that it can be made again.

        Raises:
            InputError: a file is no picture or cannot be read; none is copied.
            OutputError: the folder cannot be written.
        """
        row = self.row(key)
        problems = []
        for file in files:
            if file.suffix.lower() not in PICTURES:
                problems.append(
                    Problem(
                        msg("This is no picture; known are {known}.", known=", ".join(PICTURES)),
                        str(file),
                    )
                )
                continue
            try:
                with file.open("rb") as stream:
                    stream.read(1)
            except OSError as error:
                problems.append(
                    Problem(
                        msg("The file cannot be read ({reason}).", reason=os_reason(error)),
                        str(file),
                    )
                )
        if problems:
            raise InputError(problems)
        names = []
        with made_folder(self.photo_folder) as folder:
            for file in files:
                target = self._free(folder, row["marker"], file.suffix.lower())
                with atomic_folder_of(target) as beside:
                    shutil.copyfile(file, beside / target.name)
                names.append(target.name)
        before = [name for name in (row["photos"] or "").split(_SEPARATOR) if name]
        with self.step(PHOTO_ADDED, [key], who, why) as change:
            change.update(key, {"photos": _SEPARATOR.join([*before, *names])})

    def detach(self, key: int, name: str, who: str, why: str = "") -> None:
        """Take a photo off a marker; the file stays in the folder, so that this can be undone."""
        kept = [path.name for path in self.photos(key) if path.name != name]
        with self.step(PHOTO_REMOVED, [key], who, why) as change:
            change.update(key, {"photos": _SEPARATOR.join(kept)})

    def remark(self, key: int, text: str, who: str, why: str = "") -> None:
        """Note a remark."""
        with self.step(REMARKED, [key], who, why) as change:
            change.update(key, {"remark": text.strip()})

    def _free(self, folder: Path, number: str, suffix: str) -> Path:
        """Return a name that no file has: the marker's number and a count."""
        stem = _FORBIDDEN.sub("_", number).strip(". ") or "photo"
        count = 1
        while True:
            found = folder / f"{stem}_{count}{suffix}"
            if not found.exists():
                return found
            count += 1
