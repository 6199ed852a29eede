"""Vector files that appear when they are whole: a new file, or one table of a GeoPackage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.errors import OutputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.text import msg

Fields = Sequence[tuple[str, type]]
Rows = Iterable[tuple[BaseGeometry, Sequence[object]]]

DRIVERS = {
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    ".geojson": "GeoJSON",
    ".fgb": "FlatGeobuf",
    ".gml": "GML",
    ".kml": "KML",
}
_TYPES = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString, bool: ogr.OFTInteger}
_GEOMETRIES = {
    "Point": ogr.wkbPoint,
    "LineString": ogr.wkbLineString,
    "MultiLineString": ogr.wkbMultiLineString,
    "Polygon": ogr.wkbPolygon,
    "MultiPolygon": ogr.wkbMultiPolygon,
}
_MULTI = {"MultiPolygon": shapely.multipolygons, "MultiLineString": shapely.multilinestrings}
_BATCH = 1000


@gdal_exceptions()
def file_problems(path: Path) -> list[Problem]:
    """Return what stands against a file of that name: an unknown format, layers that would be lost."""
    if path.suffix.lower() not in DRIVERS:
        return [
            Problem(
                msg(
                    "Vector layers are written as {known}; the name ends with “{suffix}”.",
                    known=", ".join(DRIVERS),
                    suffix=path.suffix,
                ),
                str(path),
                msg("Choose another name."),
            )
        ]
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return []
    layers = layers_of(path)
    if len(layers) < 2:
        return []
    return [
        Problem(
            msg(
                "This GeoPackage has {count} layers ({layers}), which would all be lost.",
                count=len(layers),
                layers=", ".join(layers[:10]),
            ),
            str(path),
            msg(
                "Choose another file, or “Save to GeoPackage…” to write one table of it and keep the "
                "others."
            ),
        )
    ]


@gdal_exceptions()
def layers_of(path: Path) -> list[str]:
    """Return the names of the layers (rasters too) of a GeoPackage; none if it is no such file."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_RASTER)
    except RuntimeError:
        return []
    names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    rasters = [name for name, _ in dataset.GetSubDatasets()]
    return names + rasters + ([path.stem] if dataset.RasterCount else [])


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

    Args:
        path: an existing file is replaced when the new one is whole.
        layer_name: of the layer.
        crs: any text that PROJ understands.
        geometry_type: "Point", "LineString", "MultiLineString", "Polygon" or "MultiPolygon"; single
            geometries become multi ones where that is asked for.
        fields: name and type (int, float, str, bool) of each.
        rows: geometry, and values in the order of the fields; None is NULL.
        record: provenance, stored as metadata of a GeoPackage's layer.
        feedback: asked whether to stop.

    Raises:
        OutputError: the file cannot be written; nothing is left.
        CancelledError: the user stopped; nothing is left.
    """
    driver = DRIVERS[path.suffix.lower()]
    options = ["ENCODING=UTF-8"] if driver == "ESRI Shapefile" else []
    try:
        with atomic_folder_of(path) as folder:
            dataset = ogr.GetDriverByName(driver).CreateDataSource(str(folder / path.name))
            layer = dataset.CreateLayer(
                layer_name, _reference(crs), _GEOMETRIES[geometry_type], options
            )
            _fill(layer, geometry_type, fields, rows, record, feedback, driver)
            # Both must go before the file is renamed: they hold it open.
            layer = dataset = None
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

    Args as those of :func:`write_file`; a table of that name is replaced.

    Raises:
        OutputError: it cannot be written; the file is as it was.
        CancelledError: the user stopped; the file is as it was.
    """
    if not path.is_file():
        write_file(path, table, crs, geometry_type, fields, rows, record, feedback)
        return
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        dataset.StartTransaction()
        try:
            layer = dataset.CreateLayer(
                table, _reference(crs), _GEOMETRIES[geometry_type], ["OVERWRITE=YES"]
            )
            _fill(layer, geometry_type, fields, rows, record, feedback, "GPKG", inner=False)
            layer = None
            dataset.CommitTransaction()
        except BaseException:
            layer = None
            dataset.RollbackTransaction()
            raise
        finally:
            dataset = None
    except RuntimeError as error:
        raise OutputError(write_problem(error, path)) from error


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
    *,
    inner: bool = True,
) -> None:
    for name, kind in fields:
        definition = ogr.FieldDefn(name, _TYPES[kind])
        if kind is bool:
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    if driver == "GPKG":
        layer.SetMetadataItem(
            provenance.KEY, provenance.to_json(record), provenance.METADATA_DOMAIN
        )
    definition = layer.GetLayerDefn()
    multi = _MULTI.get(geometry_type)
    if inner:
        layer.StartTransaction()
    for number, (geometry, values) in enumerate(rows):
        if number % _BATCH == 0:
            stop_if_cancelled(feedback)
        feature = ogr.Feature(definition)
        shape = geometry
        if multi is not None and geometry.geom_type != geometry_type:
            shape = multi([geometry])
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        for at, value in enumerate(values):
            if value is not None:
                feature.SetField(at, value)
        layer.CreateFeature(feature)
    if inner:
        layer.CommitTransaction()
