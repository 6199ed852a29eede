"""Markers with their coordinates, all in one belt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.geodesy.belts import Belt, belt_of_extent
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.survey.coordinates import coordinates_of
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.marker import RETIRED
from redline_plugin.core.survey.placing.rows import Row
from redline_plugin.core.survey.rules import TurningRules


def belt_of(line: Line, rules: TurningRules) -> Belt:
    """Return the belt that the middle of a line lies in.

    Raises:
        InputError: there is none there.
    """
    far = line.points[
        [int(at) for axis in line.points.T for at in (np.argmin(axis), np.argmax(axis))]
    ]
    longitude = to_longitude_latitude(far, line.crs)[:, 0]
    return belt_of_extent(
        float(longitude.min()),
        float(longitude.max()),
        int(rules.belt_width.number),
        bool(rules.belt_prefix.value),
    )


def located(
    rows: Sequence[Row], crs: str, rules: TurningRules, belt: Belt
) -> tuple[list[Row], tuple[float, float]]:
    """Return rows with coordinates, retired ones as they were, and the longitudes that they lie between.

    Args:
        rows: in the plane of ``crs``.
        crs: any text that PROJ understands.
        rules: how coordinates are written.
        belt: of eastings and northings.
    """
    here = [at for at, row in enumerate(rows) if row.marker.state != RETIRED]
    where: Floats = np.array([rows[at].place for at in here], dtype=np.float64).reshape(-1, 2)
    found = coordinates_of(
        where,
        crs,
        belt=belt,
        second_decimals=int(rules.second_decimals.number),
        metre_decimals=int(rules.metre_decimals.number),
    )
    result = list(rows)
    for number, at in enumerate(here):
        marker = replace(
            rows[at].marker,
            longitude=float(found.longitude[number]),
            latitude=float(found.latitude[number]),
            longitude_dms=found.longitude_dms[number],
            latitude_dms=found.latitude_dms[number],
            easting=float(found.easting[number]),
            northing=float(found.northing[number]),
            belt=found.belt,
        )
        result[at] = replace(rows[at], marker=marker)
    if not here:
        return result, (np.nan, np.nan)
    return result, (float(found.longitude.min()), float(found.longitude.max()))
