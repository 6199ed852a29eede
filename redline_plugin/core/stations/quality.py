"""Stations that look wrong: far away, at no place, exchanged coordinates, values unlike all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.geodesy.transform import spatial_reference
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.stations.methods import Fitted
from redline_plugin.core.stations.observations import Observations
from redline_plugin.core.stations.outliers import outliers
from redline_plugin.core.stations.places import looks_exchanged
from redline_plugin.core.stations.plane import Plane
from redline_plugin.core.stations.surface import Floats
from redline_plugin.core.text import Message, joined, msg

FAR_DIAGONALS = 2.0
FAR_KM = 300.0
"""A station is far when it is farther from the grid than both: Redline's own limits."""

_SHOWN = 5


@gdal_exceptions()
def with_places(found: Observations, feedback: Feedback) -> Observations:
    """Return the stations without those whose coordinates cannot be; these are told.

    Raises:
        InputError: none is left, or one of them would not be on Earth.
    """
    geographic = bool(spatial_reference(found.crs).IsGeographic())
    x, y = found.places[:, 0], found.places[:, 1]
    nowhere = (x == 0) & (y == 0)
    if not nowhere.all() and _origin_is_near(found.places[~nowhere]):
        nowhere[:] = False
    exchanged = np.zeros(len(x), dtype=bool)
    if geographic:
        exchanged = np.array([looks_exchanged(*place) for place in found.places], dtype=bool)
    signs: list[Message] = []
    if nowhere.any():
        signs.append(
            msg(
                "Stations at 0, 0, which mostly stands for a place that is not known ({count}): "
                "{stations}.",
                count=int(nowhere.sum()),
                stations=_names(found.ids, nowhere),
            )
        )
    if exchanged.any():
        signs.append(
            msg(
                "Stations whose longitude and latitude seem to be in each other's field ({count}): "
                "{stations}.",
                count=int(exchanged.sum()),
                stations=_names(found.ids, exchanged),
            )
        )
    kept = ~(nowhere | exchanged)
    if kept.all():
        return found
    remedy = msg("They are left out. Correct their coordinates.")
    if not kept.any():
        remedy = msg("No station is left. Correct the coordinates.")
        raise InputError([Problem(sign, remedy=remedy) for sign in signs])
    for sign in signs:
        feedback.warn(msg("{what} {remedy}", what=sign, remedy=remedy))
    return replace(
        found,
        ids=[name for name, keep in zip(found.ids, kept) if keep],
        places=found.places[kept],
        values={field: values[kept] for field, values in found.values.items()},
        elevation=None if found.elevation is None else found.elevation[kept],
    )


def _origin_is_near(places: Floats) -> bool:
    """Return whether 0, 0 lies among the stations, or not farther off than they are apart."""
    low, high = places.min(axis=0), places.max(axis=0)
    size = high - low
    return bool(np.all((low - size <= 0) & (high + size >= 0)))


def tell_far(ids: Sequence[str], places: Floats, grid: Grid, feedback: Feedback) -> None:
    """Warn of stations that are far outside the grid, and tell how far.

    Args:
        ids: what messages call the stations, (n,).
        places: x and y in the grid's CRS, shape (n, 2).
        grid: of the result.
        feedback: takes the warning.
    """
    west, south, east, north = grid.bounds
    corners = np.array([[west, south], [east, north], [west, north], [east, south]])
    plane = Plane.of(grid, np.concatenate((corners, places)))
    edges = plane.points(corners)
    diagonal = float(np.hypot(*(edges.max(axis=0) - edges.min(axis=0))))
    nearest = np.clip(places, [west, south], [east, north])
    away = np.hypot(*(plane.points(places) - plane.points(nearest)).T)
    far = away > max(FAR_DIAGONALS * diagonal, FAR_KM)
    if not far.any():
        return
    order = np.argsort(-away, kind="stable")[: int(far.sum())]
    shown = [
        msg("{station} ({distance:.0f} km)", station=ids[number], distance=float(away[number]))
        for number in order[:_SHOWN]
    ]
    feedback.warn(
        msg(
            "Stations far outside the grid ({count}), with their distance from it: {stations}{more}. "
            "Are their coordinates and the CRS right?",
            count=int(far.sum()),
            stations=joined(shown),
            more=_more(order),
        )
    )


def tell_quality(items: Sequence[Fitted], feedback: Feedback) -> None:
    """Warn of values unlike their neighbours', and of surfaces that are worse than the mean."""
    worse = [item for item in items if np.isfinite(item.errors.r2) and item.errors.r2 < 0]
    if worse:
        fields = [
            msg("{field} (R2 {r2:.3f})", field=item.field, r2=item.errors.r2)
            for item in worse[:_SHOWN]
        ]
        feedback.warn(
            msg(
                "At stations left out the mean of all stations would do better than the surface "
                "({count} of {all}): {fields}{more}. Look at the stations, or choose another method.",
                count=len(worse),
                all=len(items),
                fields=joined(fields),
                more=_more(worse),
            )
        )
    odd = [message for item in items for message in _odd_values(item)]
    if odd:
        feedback.warn(
            msg(
                "Values unlike those of the other stations ({count}): {values}{more}. Check them; "
                "they are used as they are.",
                count=len(odd),
                values=joined(odd[:_SHOWN]),
                more=_more(odd),
            )
        )


def _odd_values(item: Fitted) -> list[Message]:
    sample = item.sample
    base = None
    if item.lapse is not None and sample.elevation is not None:
        base = item.lapse.at(sample.elevation)
    return [
        msg(
            "{field} at {station} ({value:.5g}, expected {estimate:.5g})",
            field=item.field,
            station=sample.ids[number],
            value=float(sample.values[number]),
            estimate=float(item.left_out[number]),
        )
        for number in outliers(sample.points, sample.values, item.left_out, base)
    ]


def _names(ids: Sequence[str], chosen: NDArray[np.bool_]) -> str:
    names = [name for name, yes in zip(ids, chosen) if yes]
    return ", ".join(names[:_SHOWN]) + _more(names)


def _more(everything: Sequence[object] | NDArray[np.int64]) -> str:
    return " …" if len(everything) > _SHOWN else ""
