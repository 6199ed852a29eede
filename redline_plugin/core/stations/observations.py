"""Observed values at places, made ready: in the grid's CRS, on the plane, sorted, none twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource, SourceInfo, inspect
from redline_plugin.core.stations.plane import Plane
from redline_plugin.core.stations.surface import Floats
from redline_plugin.core.text import msg

_MILLIMETRE = 6
"""Decimals of a km."""


@dataclass(frozen=True)
class Observations:
    """Stations as a layer has them.

    Attributes:
        ids: what messages and the report call them, (n,).
        places: x and y in ``crs``, shape (n, 2).
        crs: any text that PROJ understands.
        values: by field name, shape (n,), NaN where there is none.
        elevation: in m, shape (n,), NaN where it is not known; None when nothing is known.
    """

    ids: Sequence[str]
    places: Floats
    crs: str
    values: dict[str, Floats]
    elevation: Floats | None = None


@dataclass(frozen=True)
class Sample:
    """Stations of one field that have a value, in the order of their places.

    Attributes:
        ids: (n,).
        places: x and y in the grid's CRS, shape (n, 2).
        points: the same in km on the plane.
        values: shape (n,).
        elevation: in m, shape (n,); None without covariate.
    """

    ids: list[str]
    places: Floats
    points: Floats
    values: Floats
    elevation: Floats | None

    def __len__(self) -> int:
        return len(self.ids)


@gdal_exceptions()
def project(found: Observations, grid: Grid) -> Floats:
    """Return the stations' places in the grid's CRS, x before y, shape (n, 2)."""
    return transform(found.places, spatial_reference(found.crs), grid.spatial_reference)


@gdal_exceptions()
def elevation_of(found: Observations, raster: RasterSource, feedback: Feedback) -> Floats:
    """Return the stations' elevations: the layer's own, else the raster's pixel; NaN for neither."""
    info = inspect(raster)
    own = found.elevation
    result = np.full(len(found.ids), np.nan) if own is None else own.astype(np.float64)
    missing = np.flatnonzero(np.isnan(result))
    if len(missing):
        here = spatial_reference(info.grid.crs)
        places = transform(found.places[missing], spatial_reference(found.crs), here)
        result[missing] = _pixels(info, places)
    unknown = np.flatnonzero(np.isnan(result))
    if len(unknown):
        feedback.warn(
            msg(
                "Stations without an elevation of their own and outside the elevation raster, left "
                "out ({count}): {stations}.",
                count=len(unknown),
                stations=_names([found.ids[number] for number in unknown]),
            )
        )
    return result


def _pixels(info: SourceInfo, places: Floats) -> Floats:
    dataset = gdal.OpenEx(info.source.path, gdal.OF_RASTER)
    band = dataset.GetRasterBand(info.source.band)
    x0, dx, _, y0, _, dy = info.grid.transform
    result = np.full(len(places), np.nan)
    columns = np.floor((places[:, 0] - x0) / dx)
    rows = np.floor((places[:, 1] - y0) / dy)
    nodata = info.declared_nodata if info.source.nodata is None else info.source.nodata
    low, high = info.source.valid
    for number, (column, row) in enumerate(zip(columns, rows)):
        if 0 <= column < info.grid.width and 0 <= row < info.grid.height:
            value = float(band.ReadAsArray(int(column), int(row), 1, 1)[0, 0])
            inside = (low is None or value >= low) and (high is None or value <= high)
            if inside and np.isfinite(value) and value != nodata:
                result[number] = value
    return result


def sample(
    field: str,
    found: Observations,
    places: Floats,
    elevation: Floats | None,
    plane: Plane,
    feedback: Feedback,
) -> Sample:
    """Return the stations of a field that have a value, sorted; those in one place are averaged.

    Raises:
        InputError: no station has a value.
    """
    values = found.values[field]
    known = np.isfinite(values)
    if np.count_nonzero(~known):
        feedback.warn(
            msg(
                "{field}: stations without a value, left out ({count}): {stations}.",
                field=field,
                count=int(np.count_nonzero(~known)),
                stations=_names([found.ids[number] for number in np.flatnonzero(~known)]),
            )
        )
    if elevation is not None:
        known = known & np.isfinite(elevation)
    chosen = np.flatnonzero(known)
    if not len(chosen):
        raise InputError(
            Problem(msg("No station has a value in the field “{field}”.", field=field))
        )
    points = np.round(plane.points(places[chosen]), _MILLIMETRE) + 0.0  # no -0.0
    _, first, group = np.unique(points, axis=0, return_index=True, return_inverse=True)
    group = group.ravel()
    members = [chosen[group == number] for number in range(len(first))]
    shared = [item for item in members if len(item) > 1]
    if shared:
        feedback.warn(
            msg(
                "{field}: stations in one place with others ({count}), of which the mean is taken: "
                "{stations}.",
                field=field,
                count=sum(len(item) for item in shared),
                stations=_names(
                    [" = ".join(sorted(found.ids[number] for number in item)) for item in shared]
                ),
            )
        )
    return Sample(
        ids=[", ".join(sorted(found.ids[number] for number in item)) for item in members],
        places=places[chosen[first]],
        points=plane.points(places[chosen[first]]),
        values=np.array([_mean(values[item]) for item in members]),
        elevation=None
        if elevation is None
        else np.array([_mean(elevation[item]) for item in members]),
    )


def _mean(values: NDArray) -> float:
    """Return the mean, whatever the order."""
    return float(np.sort(values).mean())


def _names(names: Sequence[str], most: int = 20) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
