"""A layer of points behind a raster: the nearest stations, and the files they were made of."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from redline_plugin.core.explain.files import Located, base_name, locate
from redline_plugin.core.explain.tree import Entry, Finding, Pixel, Stand, plain
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.geodesy.transform import spatial_reference
from redline_plugin.core.provenance import main_file, read_layer_provenance
from redline_plugin.core.records import mappings
from redline_plugin.core.text import N_, Message, msg, title

INTERPOLATION = "interpolatestations"
NEAREST = 5
_NAMES = ("name", "station")
_EARTH_KM = 6371.0
_INPUTS = {
    "INPUT": N_("Stations"),
    "STATIONS": N_("Table of stations"),
    "ELEVATION": N_("Elevation"),
    "GRID": N_("Grid of the result"),
}
_DAILY = "INPUT "
"""Begins the names under which records list daily files; a number follows."""


def input_title(name: str) -> Message:
    """Return what an input of an interpolation, or of its layer of stations, is called."""
    if name.startswith(_DAILY):
        return msg("Daily file {number}", number=name[len(_DAILY) :])
    return title(_INPUTS[name]) if name in _INPUTS else plain(name)


def is_vector(path: str) -> bool:
    """Return whether a file holds a layer of vectors and no raster."""
    file = main_file(path.partition("|")[0])
    if file is None:
        return False
    with gdal_exceptions():
        try:
            source = gdal.OpenEx(str(file), gdal.OF_VECTOR)
        except RuntimeError:
            return False
        return bool(source is not None and source.GetLayerCount() and source.RasterCount == 0)


def station_entries(
    located: Located, fields: Sequence[str], band: int, pixel: Pixel
) -> list[Entry]:
    """Return the stations nearest to a pixel with the number that was interpolated.

    Args:
        located: the layer's file.
        fields: of the bands.
        band: of the result, from 1.
        pixel: of the result.
    """
    if not 1 <= band <= len(fields):
        return []
    with gdal_exceptions():
        try:
            source = gdal.OpenEx(located.path.partition("|")[0], gdal.OF_VECTOR)
            found = _nearest(source.GetLayer(0), fields[band - 1], pixel)
        except RuntimeError:
            # Another file lies there now; that it has changed is told beside it.
            return []
    return [
        Entry(
            plain(name),
            name,
            value=value,
            notes=(Finding(msg("{distance} km away", distance=f"{distance:.1f}")),),
        )
        for distance, name, value in found
    ]


def _nearest(layer: ogr.Layer, field: str, pixel: Pixel) -> list[tuple[float, str, float]]:
    """Return distance in km, name and number of the nearest stations, the nearest first."""
    geographic = spatial_reference("EPSG:4490")
    to_degrees = osr.CoordinateTransformation(pixel.grid.spatial_reference, geographic)
    own = layer.GetSpatialRef().Clone()
    own.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    of_station = osr.CoordinateTransformation(own, geographic)
    here = to_degrees.TransformPoint(*pixel.centre)[:2]
    found = []
    for feature in layer:
        items = feature.items()
        value = items.get(field)
        geometry = feature.GetGeometryRef()
        if value is None or geometry is None or not math.isfinite(float(value)):
            continue
        there = of_station.TransformPoint(geometry.GetX(), geometry.GetY())[:2]
        name = next((str(items[key]) for key in _NAMES if items.get(key)), str(feature.GetFID()))
        found.append((_distance(here, there), name, float(value)))
    return sorted(found)[:NEAREST]


def _distance(here: Sequence[float], there: Sequence[float]) -> float:
    """Return the distance in km on a sphere, which is near enough to tell which station is near."""
    x0, y0, x1, y1 = map(math.radians, (*here, *there))
    half = math.sin((y1 - y0) / 2) ** 2 + math.cos(y0) * math.cos(y1) * math.sin((x1 - x0) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def maker_of_layer(path: str) -> str:
    """Return the id of the algorithm that made a layer, "" when Redline did not."""
    return str(_record(path).get("algorithm") or "")


def file_entries(path: str, feedback: Feedback, hashes: bool) -> list[Entry]:
    """Return the files that a layer was made of.

    Raises:
        CancelledError: the user asked to stop.
    """
    entries = []
    for given in mappings(_record(path).get("inputs")):
        located = locate(given, Path(path), feedback, hashes)
        lacking = not located.found or located.changed
        entries.append(
            Entry(
                input_title(str(given.get("name", ""))),
                str(given.get("name", "")),
                text=plain(base_name(str(given.get("path", "")))),
                notes=located.findings,
                stand=Stand.LACKING if lacking else Stand.PLAIN,
            )
        )
    return entries


def fit_entries(results: Mapping[str, Any], band: int) -> list[Entry]:
    """Return how a band was interpolated: method, error at stations left out, line on elevation."""
    # SciPy comes with it, which the plugin's start does not need.
    from redline_plugin.core.stations.methods import METHOD_TITLES, Method

    fields = mappings(results.get("fields"))
    if not 1 <= band <= len(fields):
        return []
    fitted = fields[band - 1]
    titles = {method.value: title(METHOD_TITLES[method]) for method in Method}
    entries = [
        Entry(msg("Method used"), "method", text=titles.get(str(fitted.get("method")))),
        _number(fitted, "root_mean_square_error", msg("Root mean square error")),
        _number(fitted, "r2", msg("R2 at stations left out")),
    ]
    lapse = fitted.get("lapse")
    if isinstance(lapse, Mapping):
        entries.append(_number(lapse, "slope_per_m", msg("Change per metre of elevation")))
        entries.append(_number(lapse, "r2", msg("R2 of the line on elevation")))
    return [entry for entry in entries if entry.value is not None or entry.text is not None]


def _number(record: Mapping[str, Any], name: str, heading: Message) -> Entry:
    value = record.get(name)
    return Entry(heading, name, value=float(value) if isinstance(value, (int, float)) else None)


def _record(path: str) -> Mapping[str, Any]:
    try:
        return read_layer_provenance(path) or {}
    except ValueError:
        return {}
