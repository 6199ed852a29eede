"""Writing the demo county: GeoTIFF rasters, tables and one GeoPackage."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.atomic import output_problem
from redline_plugin.core.errors import OutputError, Problem
from redline_plugin.core.gdalsetup import gdal, ogr, osr
from redline_plugin.core.text import msg

DATE = "2017-05-27T00:00:00.000Z"
"""Written as date of change into the GeoPackage, so that equal seeds give equal files."""

NODATA = -9999.0
"""Of rasters of decimal numbers."""


def reference(code: int) -> osr.SpatialReference:
    """Return the reference system of an EPSG code, x before y."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(code)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


@dataclass(frozen=True)
class Frame:
    """Where rasters lie: reference system, upper left corner and pixel in m."""

    system: osr.SpatialReference
    left: float
    top: float
    cell: float


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn GDAL's failures to write into ours."""
    try:
        yield
    except RuntimeError as error:
        raise OutputError(
            Problem(
                msg("Cannot be written ({reason}).", reason=error),
                path.name,
                msg("Free some space or choose another folder."),
            )
        ) from error


Classes = Mapping[int, tuple[str, tuple[int, int, int]]]
"""Name and colour by code."""

_TYPES_OF = {"uint8": gdal.GDT_Byte, "int16": gdal.GDT_Int16, "float32": gdal.GDT_Float32}
_PREDICTORS = {"uint8": 1, "int16": 2, "float32": 3}


def write_raster(
    path: Path,
    values: NDArray,
    frame: Frame,
    unit: str = "",
    nodata: float | None = None,
    classes: Classes = MappingProxyType({}),
) -> None:
    """Write float32, int16 or uint8 ``values`` as tiled GeoTIFF with deflate.

    Args:
        path: of the file.
        values: what to write, (rows, columns) or (bands, rows, columns).
        frame: where they lie.
        unit: of the values.
        nodata: declared value, None to declare none.
        classes: name and colour by code.

    Raises:
        OutputError: it cannot be written.
    """
    with _told(path):
        bands = values.reshape(-1, *values.shape[-2:])
        kind = values.dtype.name
        options = ["TILED=YES", "COMPRESS=DEFLATE", f"PREDICTOR={_PREDICTORS[kind]}"]
        options += ["NUM_THREADS=2", *(["INTERLEAVE=BAND"] if len(bands) > 1 else [])]
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path), bands.shape[2], bands.shape[1], len(bands), _TYPES_OF[kind], options
        )
        dataset.SetProjection(frame.system.ExportToWkt())
        dataset.SetGeoTransform((frame.left, frame.cell, 0.0, frame.top, 0.0, -frame.cell))
        for number, content in enumerate(bands, 1):
            band = dataset.GetRasterBand(number)
            if nodata is not None:
                band.SetNoDataValue(nodata)
            if unit:
                band.SetUnitType(unit)
            for code, (name, _) in classes.items():
                # Category names would go into a second file.
                band.SetMetadataItem(f"class_{code}", name)
            if classes:
                table = gdal.ColorTable()
                for code, (_, colour) in classes.items():
                    table.SetColorEntry(code, (*colour, 255 if code else 0))
                band.SetColorTable(table)
            band.WriteArray(content)
        dataset.FlushCache()


def write_text(path: Path, lines: Iterable[str]) -> None:
    """Write ``lines`` as UTF-8.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise OutputError(output_problem(error, path)) from error


@dataclass(frozen=True)
class Layer:
    """A layer to be written.

    Attributes:
        name: of the layer.
        title: said to people.
        kind: ``Point``, ``LineString``, ``Polygon`` or ``MultiPolygon``.
        geometries: one for each feature.
        fields: field name to its values: str, int or float, all of one type.
    """

    name: str
    title: str
    kind: str
    geometries: Sequence[shapely.Geometry]
    fields: dict[str, Sequence[object]]


_TYPES = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}


@contextlib.contextmanager
def _fixed_date() -> Iterator[None]:
    before = gdal.GetConfigOption("OGR_CURRENT_DATE")
    gdal.SetConfigOption("OGR_CURRENT_DATE", DATE)
    try:
        yield
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", before)


def write_vectors(path: Path, layers: Sequence[Layer], system: osr.SpatialReference) -> None:
    """Write the layers into a new GeoPackage.

    Raises:
        OutputError: it cannot be written.
    """
    with _told(path), _fixed_date():
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        for layer in layers:
            _write_layer(source, layer, system)
        source.FlushCache()
        del source


def _write_layer(source: ogr.DataSource, layer: Layer, system: osr.SpatialReference) -> None:
    kind = getattr(ogr, "wkb" + layer.kind)
    options = [f"DESCRIPTION={layer.title}", "GEOMETRY_NAME=geom"]
    target = source.CreateLayer(layer.name, system, kind, options)
    for name, values in layer.fields.items():
        target.CreateField(ogr.FieldDefn(name, _TYPES[type(values[0]) if len(values) else str]))
    shapes = np.array(layer.geometries, dtype=object)
    if layer.kind == "MultiPolygon":
        single = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
        shapes[single] = [shapely.MultiPolygon([shape]) for shape in shapes[single]]
    target.StartTransaction()
    definition = target.GetLayerDefn()
    for shape, values in zip(shapely.to_wkb(shapes), zip(*layer.fields.values())):
        feature = ogr.Feature(definition)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shape))
        for number, value in enumerate(values):
            feature.SetField(number, value)
        target.CreateFeature(feature)
    target.CommitTransaction()


def burn(shapes: Sequence[shapely.Geometry], size: int, frame: Frame) -> NDArray[np.bool_]:
    """Return (size, size) whether the centre of each pixel is in one of ``shapes``."""
    raster = gdal.GetDriverByName("MEM").Create("", size, size, 1, gdal.GDT_Byte)
    raster.SetProjection(frame.system.ExportToWkt())
    raster.SetGeoTransform((frame.left, frame.cell, 0.0, frame.top, 0.0, -frame.cell))
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = memory.CreateLayer("shapes", frame.system)
    for shape in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, burn_values=[1])
    return np.asarray(raster.ReadAsArray() > 0)
