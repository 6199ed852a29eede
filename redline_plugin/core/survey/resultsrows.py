"""Rows of the layers that field results make: fields with titles, and the values of each marker."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.survey.results import BEYOND, MISSING, NONE, UNSURE, Results
from redline_plugin.core.text import N_, Message, Translate, msg

Field = tuple[str, type, str]

_DIFFERENCE: tuple[Field, ...] = (
    ("verdict", str, N_("Verdict (code)")),
    ("verdict_why", str, N_("Verdict")),
    ("diff_m", float, N_("Difference [m]")),
    ("diff_x_m", float, N_("Difference east [m]")),
    ("diff_y_m", float, N_("Difference north [m]")),
    ("diff_along_m", float, N_("Difference along the line [m]")),
    ("diff_across_m", float, N_("Difference across the line, out of the block positive [m]")),
    ("diff_limit_m", float, N_("Largest difference allowed [m]")),
    ("outlier", bool, N_("Unlike all others")),
)
_MEASURED: tuple[Field, ...] = (
    ("meas_x", float, N_("Measured easting in the plane [m]")),
    ("meas_y", float, N_("Measured northing in the plane [m]")),
    ("meas_height_m", float, N_("Measured height [m]")),
    ("meas_accuracy_m", float, N_("Measured accuracy [m]")),
    ("meas_times", int, N_("Times measured")),
    ("meas_spread_m", float, N_("Spread of its measurements [m]")),
    ("meas_satellites", int, N_("Satellites")),
    ("meas_pdop", float, N_("PDOP")),
    ("meas_at", str, N_("Measured at")),
    ("meas_by", str, N_("Measured by")),
    ("meas_remark", str, N_("Remark of the crew")),
    ("meas_photos", str, N_("Photos of the crew")),
)
_DESIGN: tuple[Field, ...] = (
    ("design_x", float, N_("Designed easting in the plane [m]")),
    ("design_y", float, N_("Designed northing in the plane [m]")),
)
OWN_FIELDS = (*_DIFFERENCE, *_MEASURED, *_DESIGN)
"""What results add to the columns of a layer of markers."""

DIFFERENCE_FIELDS: tuple[Field, ...] = (
    ("marker", str, N_("Marker")),
    ("block", str, N_("Block")),
    ("boundary", str, N_("Kind of boundary")),
    *_DIFFERENCE,
    *_MEASURED,
)
"""Of the lines from the designed to the measured place."""

EXCEPTION_FIELDS: tuple[Field, ...] = (
    ("rule", str, N_("Rule")),
    ("marker", str, N_("Marker")),
    ("block", str, N_("Block")),
    ("value", float, N_("Value")),
    ("limit", float, N_("Limit")),
    ("why", str, N_("Why")),
)
"""Of the layer of rules that are not kept, the same as in the survey's other steps."""

HISTORY_FIELDS: tuple[Field, ...] = (
    ("at", str, N_("When (UTC)")),
    ("who", str, N_("Who")),
    ("what", str, N_("Action (code)")),
    ("marker", str, N_("Marker")),
    ("block", str, N_("Block")),
    ("old_x", float, N_("Easting before [m]")),
    ("old_y", float, N_("Northing before [m]")),
    ("new_x", float, N_("Easting after [m]")),
    ("new_y", float, N_("Northing after [m]")),
    ("moved_m", float, N_("Moved [m]")),
    ("why", str, N_("Why")),
)

ACCURACY, MEASURED_ACCURACY, NOT_MEASURED, NOT_LISTED, NOT_MOVED = (
    *("accuracy", "measured accuracy", "not measured", "not listed", "not moved"),
)
"""Rules of the exceptions."""


def own_values(results: Results, at: int, translate: Translate) -> tuple[Any, ...]:
    """Return the values of OWN_FIELDS of a marker; what is not known is None."""
    x, y = results.designed.places[at]
    return (
        *_difference(results, at, translate),
        *_measured(results, int(results.row[at])),
        float(x),
        float(y),
    )


def difference_rows(
    results: Results, translate: Translate
) -> Iterator[tuple[BaseGeometry | None, tuple[Any, ...]]]:
    """Yield a line and values of DIFFERENCE_FIELDS for each measured marker of the design."""
    designed = results.designed
    for at in np.flatnonzero(np.isfinite(results.distance)).tolist():
        start = designed.places[at]
        end = start + results.delta[at]
        # Where nothing differs there is no line to draw.
        line = shapely.LineString([start, end]) if results.distance[at] > 0.0 else None
        yield (
            line,
            (
                designed.numbers[at],
                designed.blocks[at] or None,
                designed.boundary[at],
                *_difference(results, at, translate),
                *_measured(results, int(results.row[at])),
            ),
        )


def exception_rows(
    results: Results, refused: dict[int, Message], translate: Translate
) -> Iterator[tuple[BaseGeometry, tuple[Any, ...]]]:
    """Yield a point and values of EXCEPTION_FIELDS for all that is not as it should be.

    Args:
        results: of the comparison.
        refused: markers for which the line was not moved, and why.
        translate: of the sentences.
    """
    designed, once = results.designed, results.once
    rules = {BEYOND: ACCURACY, UNSURE: MEASURED_ACCURACY, MISSING: NOT_MEASURED}
    for at, verdict in enumerate(results.verdict):
        row = int(results.row[at])
        place = designed.places[at] if row == NONE else once.measured.places[row]
        why = results.why[at]
        if verdict in rules:
            value = results.distance[at]
            if verdict == UNSURE:
                value = np.fmax(once.measured.accuracy[row], once.spread_m[row])
            yield _exception(
                rules[verdict], designed.numbers[at], designed.blocks[at], place, value,
                results.limit[at], why, translate,
            )  # fmt: skip
        if at in refused:
            yield _exception(
                NOT_MOVED, designed.numbers[at], designed.blocks[at], designed.places[at],
                results.distance[at], results.limit[at], refused[at], translate,
            )  # fmt: skip
    for row in results.unlisted.tolist():
        why = msg(
            "The design has no marker of this number ({where}).", where=once.measured.where[row]
        )
        yield _exception(
            NOT_LISTED, once.measured.numbers[row], "", once.measured.places[row], np.nan, np.nan,
            why, translate,
        )  # fmt: skip


def _exception(
    rule: str,
    number: str,
    block: str,
    place: Any,
    value: float,
    limit: float,
    why: Message,
    translate: Translate,
) -> tuple[BaseGeometry, tuple[Any, ...]]:
    values = (rule, number, block or None, _known(value), _known(limit), why.render(translate))
    return shapely.Point(place), values


def _difference(results: Results, at: int, translate: Translate) -> tuple[Any, ...]:
    return (
        results.verdict[at],
        results.why[at].render(translate),
        _known(results.distance[at]),
        _known(results.delta[at, 0]),
        _known(results.delta[at, 1]),
        _known(results.along[at]),
        _known(results.across[at]),
        float(results.limit[at]),
        bool(results.outlier[at]),
    )


def _measured(results: Results, row: int) -> tuple[Any, ...]:
    if row == NONE:
        return (None,) * len(_MEASURED)
    once, measured = results.once, results.once.measured
    satellites = _known(measured.satellites[row])
    return (
        float(measured.places[row, 0]),
        float(measured.places[row, 1]),
        _known(measured.height[row]),
        _known(measured.accuracy[row]),
        int(once.times[row]),
        float(once.spread_m[row]),
        None if satellites is None else round(satellites),
        _known(measured.pdop[row]),
        measured.time[row] or None,
        measured.who[row] or None,
        measured.remark[row] or None,
        measured.photos[row] or None,
    )


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
