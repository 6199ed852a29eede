"""Vector files that appear when they are whole: a new file, or one table of a GeoPackage."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Optional, Union

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.errors import OutputError
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.text import msg
from redline_plugin.core.vector.destination import (
    DRIVERS,
    file_problems,
    is_open_elsewhere,
    layers_of,
)
from redline_plugin.core.vector.livefile import changed_copy

__all__ = ["DRIVERS", "Fields", "Rows", "file_problems", "layers_of", "write_file", "write_table"]

Field = Union["tuple[str, type]", "tuple[str, type, str]"]
Fields = Sequence[Field]
"""Name, kind (int, float, str, bool) and, if there is one, the title that people read."""

Rows = Iterable["tuple[Optional[BaseGeometry], Sequence[Any]]"]

_TYPES = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString, bool: ogr.OFTInteger}
_GEOMETRIES = {
    "Point": ogr.wkbPoint,
    "LineString": ogr.wkbLineString,
    "MultiLineString": ogr.wkbMultiLineString,
    "Polygon": ogr.wkbPolygon,
    "MultiPolygon": ogr.wkbMultiPolygon,
}
_MULTI = {
    "MultiPolygon": (shapely.GeometryType.POLYGON, shapely.multipolygons),
    "MultiLineString": (shapely.GeometryType.LINESTRING, shapely.multilinestrings),
}
_OPTIONS = {"ESRI Shapefile": ["ENCODING=UTF-8"], "GPKG": ["OVERWRITE=YES"]}
_BATCH = 1000
_SHORT_NAME = 10
"""Bytes that a Shapefile's field name may have."""

_OLD_INDEXES = (".qix", ".sbn", ".sbx")
"""Of a Shapefile that was replaced: they would find its features at their old places."""

_ENDS = {
    "GeoJSON": re.compile(rb"\]\s*\}\s*$"),
    "GML": re.compile(rb"FeatureCollection>\s*$"),
    "KML": re.compile(rb"</kml>\s*$"),
}


@gdal_exceptions()
def write_file(
    path: Path,
    layer_name: str,
    crs: str,
    geometry_type: str,
    fields: Fields,
    rows: Rows,
    record: Mapping[str, object],
    feedback: Feedback,
) -> None:
    """Write a new file with one layer, in the format that its name tells.

    A GeoPackage that another program has open is not replaced but gets the layer as
    :func:`write_table` writes it: all of it or nothing, too.

    Args:
        path: an existing file is replaced when the new one is whole.
        layer_name: of the layer.
        crs: any text that PROJ understands.
        geometry_type: "Point", "LineString", "MultiLineString", "Polygon" or "MultiPolygon"; single
            geometries become multi ones where that is asked for.
        fields: name and kind (int, float, str, bool) of each, and a title if there is one.
        rows: geometry, and values in the order of the fields; None is NULL. Read once.
        record: provenance, stored as metadata of a GeoPackage's layer.
        feedback: asked whether to stop.

    Raises:
        OutputError: the file cannot be written; nothing is left.
        CancelledError: the user stopped; nothing is left.
    """
    driver = DRIVERS[path.suffix.lower()]
    if driver == "GPKG" and is_open_elsewhere(path):
        write_table(path, layer_name, crs, geometry_type, fields, rows, record, feedback)
        return
    if driver == "ESRI Shapefile":
        _tell_cut_names(fields, path, feedback)
    try:
        with atomic_folder_of(path) as folder:
            new = folder / path.name
            dataset = ogr.GetDriverByName(driver).CreateDataSource(str(new))
            count = _write_layer(
                dataset, layer_name, crs, geometry_type, fields, rows, record, feedback, driver
            )
            if not _is_whole(new, driver, count):
                raise RuntimeError("incomplete")
            for suffix in _OLD_INDEXES if driver == "ESRI Shapefile" else ():
                with contextlib.suppress(FileNotFoundError):
                    os.remove(path.with_suffix(suffix))
    except RuntimeError as error:
        raise OutputError(write_problem(error, path)) from error


@gdal_exceptions()
def write_table(
    path: Path,
    table: str,
    crs: str,
    geometry_type: str,
    fields: Fields,
    rows: Rows,
    record: Mapping[str, object],
    feedback: Feedback,
) -> None:
    """Write one table of a GeoPackage, which keeps its others; all of it or nothing.

    Args as those of :func:`write_file`; a table of that name is replaced. Others may have the file
    open meanwhile.

    Raises:
        OutputError: it cannot be written, or others lock or change it; the file is as it was.
        CancelledError: the user stopped; the file is as it was.
    """
    if not path.is_file():
        write_file(path, table, crs, geometry_type, fields, rows, record, feedback)
        return
    try:
        with changed_copy(path, feedback) as copy:
            dataset = gdal.OpenEx(str(copy), gdal.OF_VECTOR | gdal.OF_UPDATE)
            _write_layer(dataset, table, crs, geometry_type, fields, rows, record, feedback, "GPKG")
    except RuntimeError as error:
        raise OutputError(write_problem(error, path)) from error


def _write_layer(
    dataset: Any,
    name: str,
    crs: str,
    geometry_type: str,
    fields: Fields,
    rows: Rows,
    record: Mapping[str, object],
    feedback: Feedback,
    driver: str,
) -> int:
    """Write a layer and close its file; return the number of features."""
    try:
        layer = dataset.CreateLayer(
            name, _reference(crs), _GEOMETRIES[geometry_type], _OPTIONS.get(driver, [])
        )
        layer.StartTransaction()
        count = _fill(layer, geometry_type, fields, rows, record, feedback, driver)
        layer.CommitTransaction()
        # What GDAL keeps for the end is written now, where a full disk is still told.
        layer.SyncToDisk()
    except BaseException:
        with contextlib.suppress(RuntimeError):
            _close(dataset)
        raise
    _close(dataset)
    return count


def _close(dataset: Any) -> None:
    """Close a file now, and raise what goes wrong; GDAL has a function for it since 3.8.

    An open file may neither be renamed nor removed, and tracebacks hold on to it.
    """
    close = getattr(dataset, "Close", None)
    if close is None:
        dataset.__swig_destroy__(dataset)
        return
    try:
        close()
    except RuntimeError:
        # It is gone, but its Python object still owns it, and would free it again.
        dataset.thisown = False
        dataset.this = None
        raise


def _reference(crs: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _fill(
    layer: ogr.Layer,
    geometry_type: str,
    fields: Fields,
    rows: Rows,
    record: Mapping[str, object],
    feedback: Feedback,
    driver: str,
) -> int:
    """Write fields, features and provenance; return the number of features."""
    names = _unique([name for name, *_ in fields])
    for name, (_, kind, *title) in zip(names, fields):
        definition = ogr.FieldDefn(name, _TYPES[kind])
        if kind is bool:
            definition.SetSubType(ogr.OFSTBoolean)
        if title and driver == "GPKG":
            # Stored since GDAL 3.7.
            definition.SetAlternativeName(title[0])
        layer.CreateField(definition)
    if driver == "GPKG":
        layer.SetMetadataItem(
            provenance.KEY, provenance.to_json(record), provenance.METADATA_DOMAIN
        )
    kinds = [kind for _, kind, *_ in fields]
    # One feature again and again: making one costs as much as filling it.
    feature = ogr.Feature(layer.GetLayerDefn())
    count = 0
    for shapes, values in _batches(rows, geometry_type):
        stop_if_cancelled(feedback)
        for shape, row in zip(shapes, values):
            feature.SetFID(ogr.NullFID)
            feature.SetGeometryDirectly(None if shape is None else ogr.CreateGeometryFromWkb(shape))
            for at, (kind, value) in enumerate(zip(kinds, row)):
                if value is None:
                    feature.SetFieldNull(at)
                else:
                    feature.SetField(at, kind(value))
            layer.CreateFeature(feature)
            count += 1
    return count


def _unique(names: Sequence[str]) -> list[str]:
    """Return names of which no two differ only in case, and none is that of a GeoPackage's own."""
    taken = {"fid", "geom"}
    found = []
    for name in names:
        free = name
        for number in itertools.count(2):
            if free.casefold() not in taken:
                break
            free = f"{name}_{number}"
        taken.add(free.casefold())
        found.append(free)
    return found


def _batches(
    rows: Rows, geometry_type: str
) -> Iterator[tuple[NDArray[np.object_], tuple[Sequence[Any], ...]]]:
    """Yield the rows by the thousand, geometries as WKB."""
    rest = iter(rows)
    while batch := list(itertools.islice(rest, _BATCH)):
        geometries, values = zip(*batch)
        shapes = np.empty(len(batch), dtype=object)
        shapes[:] = geometries
        if geometry_type in _MULTI:
            single_type, together = _MULTI[geometry_type]
            single = shapely.get_type_id(shapes) == single_type
            shapes[single] = together(shapes[single].reshape(-1, 1))
        yield shapely.to_wkb(shapes), values


def _is_whole(path: Path, driver: str, count: int) -> bool:
    """Return whether a closed file holds all: GDAL closes one on a full disk without a word."""
    end = _ENDS.get(driver)
    if end is not None:
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - 200))
            return end.search(stream.read()) is not None
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    return int(dataset.GetLayer(0).GetFeatureCount()) == count


def _tell_cut_names(fields: Fields, path: Path, feedback: Feedback) -> None:
    long = [name for name, *_ in fields if len(name.encode()) > _SHORT_NAME]
    if long:
        feedback.warn(
            msg(
                "{file}: a Shapefile cuts names of fields to 10 letters ({fields}) and texts to 254 "
                "bytes. A GeoPackage keeps all.",
                file=path.name,
                fields=", ".join(long),
            )
        )
