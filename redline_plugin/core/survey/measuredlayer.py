"""A receiver's or a field app's vector layer (or workbook) as a table: attributes and points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.survey.measuredreceiver import filled_in
from redline_plugin.core.survey.measuredtable import Table
from redline_plugin.core.text import msg

SUFFIXES = (
    *(".gpkg", ".shp", ".geojson", ".json", ".kml", ".gpx", ".fgb", ".gml", ".tab", ".dxf"),
    *(".xlsx", ".ods", ".sqlite"),
)
"""Files that are read as layers; all others are text."""

_POINT, _MULTIPOINT = 0, 4


def table_of(
    name: str,
    crs: str,
    head: tuple[str, ...],
    features: Iterable[tuple[str, BaseGeometry | None, Mapping[str, Any]]],
) -> Table:
    """Return a table of features.

    Args:
        name: of the layer.
        crs: of the geometries, "" unknown.
        head: names of the fields.
        features: id, geometry and attributes of each; a multipoint of one point counts as a point.
    """
    lines, shapes, rows = [], [], []
    for line, shape, attributes in features:
        lines.append(line)
        shapes.append(shape)
        rows.append([_text(attributes.get(field)) for field in head])
    columns = tuple([row[at] for row in rows] for at in range(len(head)))
    points = _points(as_shapes(shapes))
    how = msg("Layer {layer}, {count} features.", layer=name, count=len(lines))
    known = bool(np.isfinite(points).any())
    table = Table(
        name,
        head,
        columns,
        tuple(lines),
        (how,),
        (),
        points if known else None,
        crs if known else "",
    )
    return filled_in(table)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def _points(shapes: np.ndarray) -> np.ndarray:
    found = np.full((len(shapes), 2), np.nan)
    single = np.isin(shapely.get_type_id(shapes), (_POINT, _MULTIPOINT)) & (
        shapely.get_num_coordinates(shapes) == 1
    )
    found[single] = shapely.get_coordinates(shapes[single])
    return found


@gdal_exceptions()
def read_layer(source: str) -> Table:
    """Return the table of a file's layer.

    Args:
        source: a path, or a path with the layer's name: ``file.gpkg|layername=points``.

    Raises:
        InputError: it cannot be opened, or which of several layers is meant is not told.
    """
    path, _, rest = source.partition("|")
    wanted = rest.partition("layername=")[2].partition("|")[0]
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    except RuntimeError as error:
        raise InputError(
            Problem(
                msg("It cannot be opened as a vector layer ({reason}).", reason=error),
                path,
                msg("Check the path; is the file complete?"),
            )
        ) from error
    layer = _layer(dataset, wanted, Path(path).name)
    definition = layer.GetLayerDefn()
    head = tuple(definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount()))
    reference = layer.GetSpatialRef()
    crs = "" if reference is None else str(reference.ExportToWkt(["FORMAT=WKT2_2018"]))
    if reference is not None:
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    name = Path(path).name if dataset.GetLayerCount() == 1 else layer.GetName()
    return table_of(name, crs, head, _features(layer, head))


def _features(
    layer: ogr.Layer, head: tuple[str, ...]
) -> Iterable[tuple[str, BaseGeometry | None, Mapping[str, Any]]]:
    for feature in layer:
        geometry = feature.GetGeometryRef()
        shape = None
        if geometry is not None and not geometry.IsEmpty():
            shape = shapely.force_2d(shapely.from_wkb(bytes(geometry.ExportToWkb())))
        # Times as text: GDAL's lists of parts are of no use here.
        values = {
            field: feature.GetField(at)
            if feature.GetFieldType(at) in (ogr.OFTReal, ogr.OFTInteger, ogr.OFTInteger64)
            else feature.GetFieldAsString(at)
            for at, field in enumerate(head)
            if feature.IsFieldSetAndNotNull(at)
        }
        yield str(feature.GetFID()), shape, values


def _layer(dataset: gdal.Dataset, wanted: str, file: str) -> ogr.Layer:
    layers = [dataset.GetLayer(at) for at in range(dataset.GetLayerCount())]
    if wanted:
        layers = [layer for layer in layers if layer.GetName() == wanted]
    elif len(layers) > 1:
        filled = [layer for layer in layers if layer.GetFeatureCount() > 0]
        points = [layer for layer in filled if ogr.GT_Flatten(layer.GetGeomType()) in (1, 4)]
        layers = points or filled or layers[:1]
    if len(layers) == 1:
        return layers[0]
    names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    raise InputError(
        Problem(
            msg("It has several layers: {layers}.", layers=", ".join(names))
            if len(layers) > 1
            else msg("It has no such layer; it has {layers}.", layers=", ".join(names) or "–"),
            file,
            msg("Name one: {file}|layername=…", file=file),
        )
    )
