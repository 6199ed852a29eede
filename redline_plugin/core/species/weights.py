"""Weights of species: a CSV file that the user makes.

Columns: ``species`` (or ``file``) and ``weight``; for people ``protection`` and ``note``. Lines that
begin with ``#`` are comments. UTF-8 (with or without BOM) or GBK, as spreadsheets save it. No public
text gives weights, so there is no table with the plugin.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.declare.table import read_rows
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.species.names import safe_name
from redline_plugin.core.text import msg

_NAME_COLUMNS = ("species", "file")
_SUFFIXES = (".tif", ".tiff", ".asc", ".img", ".vrt")


@dataclass(frozen=True)
class Weight:
    """One species in the table."""

    name: str
    weight: float
    protection: str = ""


def matching_key(name: str) -> str:
    """Return what two spellings of a species have in common: its safe file name, in one case."""
    text = unicodedata.normalize("NFKC", name).strip()
    lower = text.lower()
    for suffix in _SUFFIXES:
        if lower.endswith(suffix):
            text = text[: -len(suffix)]
            break
    return safe_name(text).casefold()


def load_weights(path: Path) -> list[Weight]:
    """Read a table of weights.

    Raises:
        InputError: every line that is wrong, by its number.
    """
    rows = read_rows(path, ("weight",))
    name_column = next((name for name in _NAME_COLUMNS if rows and name in rows[0][1]), None)
    if rows and name_column is None:
        raise InputError(
            Problem(
                msg("The table has no column species, nor one called file."),
                str(path),
                msg("Its first line must name the columns."),
            )
        )
    problems: list[Problem] = []
    found: dict[str, Weight] = {}
    for number, row in rows:
        where = f"{path.name}:{number}"
        name = row.get(name_column or "", "")
        weight = _weight(row.get("weight", ""))
        if not name:
            problems.append(Problem(msg("The species is missing."), where))
        elif matching_key(name) in found:
            problems.append(Problem(msg("{species} is there twice.", species=name), where))
        elif weight is None:
            problems.append(
                Problem(
                    msg(
                        "A weight is a number that is not negative, not “{text}”.",
                        text=row.get("weight", ""),
                    ),
                    where,
                )
            )
        else:
            found[matching_key(name)] = Weight(name, weight, row.get("protection", ""))
    if not problems and not found:
        problems.append(Problem(msg("The table has no rows."), str(path)))
    if problems:
        raise InputError(problems)
    return list(found.values())


def weights_for(
    names: Sequence[str], table: Sequence[Weight] | None, feedback: Feedback
) -> list[Weight]:
    """Return the weight of each raster, in order; tell what has none and what was not needed.

    Raises:
        InputError: no raster is in the table, or all weights are 0.
    """
    if table is None:
        feedback.info(msg("All species weigh the same: there is no table of weights."))
        return [Weight(name, 1.0) for name in names]
    by_key = {matching_key(row.name): row for row in table}
    found, without = [], []
    for name in names:
        row = by_key.pop(matching_key(name), None)
        if row is None:
            without.append(name)
        found.append(row or Weight(name, 1.0))
    if len(without) == len(names):
        raise InputError(
            Problem(
                msg("No raster has the name of a species in the table of weights."),
                remedy=msg("Names in the table must be those of the files, without suffix."),
            )
        )
    if without:
        feedback.warn(
            msg("Not in the table of weights, so with weight 1: {names}.", names=", ".join(without))
        )
    if by_key:
        feedback.warn(
            msg(
                "In the table of weights, but without a raster: {names}.",
                names=", ".join(row.name for row in by_key.values()),
            )
        )
    if not any(row.weight for row in found):
        raise InputError(Problem(msg("All weights are 0.")))
    return found


def _weight(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
