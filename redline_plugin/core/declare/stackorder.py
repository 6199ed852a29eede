"""Stacks of files: in an order that their names speak against, or with a raster twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.errors import Problem
from redline_plugin.core.text import Message, msg

_NUMBER = re.compile(r"\d+")
_SHOWN = 4


def order_problems(job: Job) -> list[Problem]:
    """Return stacks of months whose files are sorted as texts: p1, p10, p11, p12, p2 and so on."""
    found: list[Problem] = []
    for item in job.model.inputs:
        names = _names(item, job.bands(item))
        numbers = _numbers(names)
        # As texts, and not as numbers: nobody means that.
        if numbers and numbers != sorted(numbers) and names == sorted(names):
            found.append(
                Problem(
                    msg(
                        "The files are in the order {names}, which sorts numbers as texts.",
                        **_fields(names),
                    ),
                    item.called,
                    msg(
                        "Put them in the order {names}, from January to December.",
                        **_fields(_in_order(names, numbers)),
                    ),
                )
            )
    return found


def stack_signs(job: Job) -> list[Message]:
    """Return warnings of stacks in another order than their numbers', or with a raster twice."""
    found: list[Message] = []
    for item in job.model.inputs:
        if not item.is_stack:
            continue
        bands = job.bands(item)
        names = _names(item, bands)
        numbers = _numbers(names)
        if numbers and numbers != sorted(numbers):
            found.append(
                msg(
                    "{name}: the files are in the order {names}, not in that of their numbers, which "
                    "would be {sorted}. Is January the first?",
                    name=item.called,
                    **_fields(names),
                    sorted=_listed(_in_order(names, numbers)),
                )
            )
        twice = [band for band, count in Counter(map(_place, bands)).items() if count > 1]
        if twice:
            found.append(
                msg(
                    "{name}: the same raster is there more than once: {rasters}.",
                    name=item.called,
                    rasters=", ".join(_called(band) for band in twice),
                )
            )
    return found


def _names(item: RasterInput, bands: Sequence[Band]) -> list[str]:
    """Return the files' names where their order counts: one band of each, none called like another."""
    names = [Path(band.path).stem for band in bands]
    counts = item.bands > 1 and len(set(names)) == len(names) > 1
    return names if counts else []


def _numbers(names: Sequence[str]) -> list[tuple[int, ...]]:
    """Return the numbers in each name, nothing where names differ in more than their numbers."""
    if len({_NUMBER.sub("#", name) for name in names}) != 1:
        return []
    return [tuple(int(number) for number in _NUMBER.findall(name)) for name in names]


def _in_order(names: Sequence[str], numbers: Sequence[tuple[int, ...]]) -> list[str]:
    return [name for _, name in sorted(zip(numbers, names))]


def _fields(names: Sequence[str]) -> dict[str, object]:
    return {"names": _listed(names)}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


def _place(band: Band) -> Band:
    return Band(
        str(Path(band.path).resolve()) if Path(band.path).exists() else band.path, band.band
    )


def _called(band: Band) -> str:
    name = Path(band.path).name
    return name if band.band == 1 else f"{name} [{band.band}]"
