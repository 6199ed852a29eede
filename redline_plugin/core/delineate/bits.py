"""The extreme classes of all rasters in one working raster: a bit for each reason."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.delineate.components import Mask
from redline_plugin.core.delineate.inputs import EXTREME
from redline_plugin.core.delineate.strips import Strip
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.grade.importance import BETWEEN
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import NEAREST, AlignedReader, SourceInfo, open_source
from redline_plugin.core.records import read_subject
from redline_plugin.core.standard.reasons import PROTECTED, REASONS
from redline_plugin.core.text import Message, msg

Bits = NDArray[np.uint16]

RASTER_REASONS = tuple(reason.id for reason in REASONS if reason.kind != PROTECTED)
BIT = {reason: 1 << place for place, reason in enumerate(RASTER_REASONS)}
ASSESSED = 1 << 15
"""Set where any of the rasters has a class."""
EXTREME_BITS = ASSESSED - 1


class ClassReader:
    """Reads strips of all class rasters, brought to the grid by nearest neighbour."""

    def __init__(
        self,
        readers: Mapping[str, AlignedReader],
        names: Mapping[str, str],
        entering: Mapping[str, tuple[int, ...]],
        more: Mapping[str, tuple[int, ...]],
    ) -> None:
        self._readers = readers
        self._names = names
        self._entering = entering
        self._more = more
        self._wrong: dict[str, tuple[int, float]] = {}
        self._with_class: set[str] = set()
        self._with_extreme: set[str] = set()

    def read(self, strip: Strip, width: int) -> Bits:
        """Return the bits of a strip, shape (rows, width)."""
        rows = strip.stop - strip.start
        bits = np.zeros((rows, width), dtype=np.uint16)
        for reason, reader in self._readers.items():
            try:
                classes, mask = reader.read(Window(0, strip.start, width, rows))
            except RuntimeError as error:
                raise InputError(
                    Problem(
                        msg("Cannot be read to its end ({reason}).", reason=error),
                        self._names[reason],
                        msg("The file is damaged; make it again."),
                    )
                ) from error
            self._check(reason, classes, mask)
            extreme = _any_of(classes, self._entering.get(reason, (EXTREME,)))
            assessed = classes > 0
            if mask is not None:
                extreme &= mask
                assessed &= mask
            if assessed.any():
                self._with_class.add(reason)
                bits |= assessed * np.uint16(ASSESSED)
            if extreme.any():
                self._with_extreme.add(reason)
                bits |= extreme * np.uint16(BIT[reason])
        return bits

    def _check(self, reason: str, classes: NDArray, mask: Mask | None) -> None:
        if classes.dtype.kind == "u":
            highest = classes.max(initial=0) if mask is None else classes.max(initial=0, where=mask)
            if highest <= EXTREME:
                return
        valid = classes if mask is None else classes[mask]
        wrong = valid[~np.isin(valid, (0, 1, 2, EXTREME, *self._more.get(reason, ())))]
        if wrong.size:
            count, example = self._wrong.get(reason, (0, float(wrong[0])))
            self._wrong[reason] = (count + wrong.size, example)

    def problems(self) -> list[Problem]:
        """Return what was wrong with the values read."""
        return [
            Problem(
                msg(
                    "{count} pixels hold no class; one of them holds {value:g}. Classes are "
                    "0 (no data), 1, 2 and 3 (extreme).",
                    count=count,
                    value=value,
                ),
                self._names[reason],
                msg("Grade it first, or declare that value as its nodata."),
            )
            for reason, (count, value) in self._wrong.items()
        ]

    def warnings(self) -> list[Problem]:
        """Return what is remarkable about the values read: no class at all, no extreme class."""
        found = []
        for reason, name in self._names.items():
            if reason not in self._with_class:
                found.append(
                    Problem(
                        msg("Has no class at all on the grid."),
                        name,
                        msg("Is it the right raster, and does it cover the area?"),
                    )
                )
            elif reason not in self._with_extreme:
                found.append(Problem(self._none_enters(reason), name))
        return found

    def _none_enters(self, reason: str) -> Message:
        entering = self._entering.get(reason, (EXTREME,))
        if entering == (EXTREME,):
            return msg("Has no extreme class (3) on the grid.")
        if not entering:
            return msg("No class of it enters, as the rules say.")
        return msg(
            "Has none of the classes that enter ({classes}) on the grid.",
            classes=", ".join(map(str, entering)),
        )


def _any_of(classes: NDArray, entering: Sequence[int]) -> Mask:
    """Return where a class is one of those that enter."""
    found: Mask = np.zeros(classes.shape, dtype=bool)
    for number in entering:
        found |= classes == number
    return found


@contextlib.contextmanager
def open_classes(
    infos: Mapping[str, SourceInfo],
    grid: Grid,
    entering: Mapping[str, tuple[int, ...]] | None = None,
) -> Iterator[ClassReader]:
    """Open the class rasters, keyed by reason; call with GDAL's exceptions on.

    ``entering`` are the classes of each reason that enter, 3 alone for one that is not in it. A
    raster that Redline graded into more than three classes holds those between 2 and 1 as well.
    """
    with contextlib.ExitStack() as stack:
        readers, names, more = {}, {}, {}
        for reason in RASTER_REASONS:
            if reason in infos:
                info = as_classes(infos[reason])
                readers[reason] = stack.enter_context(open_source(info, grid))
                names[reason] = info.source.title
                more[reason] = codes_between(info.source.path)
        yield ClassReader(readers, names, entering or {}, more)


def codes_between(path: str) -> tuple[int, ...]:
    """Return the classes between 2 and 1 that a raster has by its own record of its grading.

    Without a record none is allowed: in rasters of others 4 may be the highest of four classes.
    """
    try:
        rows = read_subject(path).class_rows
    except RuntimeError:
        return ()
    return tuple(code for code in BETWEEN if any(row.get("class") == code for row in rows))


def as_classes(info: SourceInfo) -> SourceInfo:
    """Return how a class raster is read: nearest neighbour, and 0 is nodata if none is known."""
    source = replace(info.source, resampling=NEAREST)
    if source.nodata is None and info.declared_nodata is None:
        source = replace(source, nodata=0.0)
    return replace(info, source=source)
