"""Rows of the survey's layers: records to values and back, also from layers that users edited."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from typing import Any, TypeVar

from redline_plugin.core.survey.marker import columns

Record = TypeVar("Record")


def values(record: Any) -> tuple[Any, ...]:
    """Return a record's values in the order of its columns; what is no number is None."""
    return tuple(
        None if isinstance(value, float) and math.isnan(value) else value
        for value in (getattr(record, each.name) for each in dataclasses.fields(record))
    )


def record_of(kind: type[Record], attributes: Mapping[str, Any]) -> Record:
    """Return the record of a row.

    A column that is missing, NULL or holds something else than its kind has the record's default;
    where there is none, "", 0, or no number (nan).

    Args:
        kind: TurningPoint, Marker or Sign.
        attributes: by name of column.
    """
    found: dict[str, Any] = {}
    given = {each.name: each for each in dataclasses.fields(kind)}  # type: ignore[arg-type]
    for name, form in columns(kind):
        value = _as(form, attributes.get(name))
        if value is not None:
            found[name] = value
        elif given[name].default is dataclasses.MISSING:
            found[name] = "" if form is str else math.nan if form is float else 0
    return kind(**found)


def _as(form: type, value: Any) -> Any:
    """Return a value in its column's kind, None where it is not of it."""
    if value is None or isinstance(value, bool):
        return None
    if form is str:
        # Spreadsheets make 7.0 of a code 7.
        whole = isinstance(value, float) and value.is_integer()
        return str(int(value) if whole else value).strip()
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    if not math.isfinite(number) or (form is int and not number.is_integer()):
        return None
    return form(number)
