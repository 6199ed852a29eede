"""Write the layer as GeoPackage and as Shapefile, the same bytes for the same records."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from redline_plugin.core.errors import OutputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr
from redline_plugin.core.geodesy.transform import spatial_reference
from redline_plugin.core.package.records import Record
from redline_plugin.core.standard.profile import (
    CHAR,
    DATE,
    FLOAT,
    INT,
    FieldSpec,
    Profile,
)
from redline_plugin.core.text import msg

_OGR_TYPES = {INT: ogr.OFTInteger, FLOAT: ogr.OFTReal, DATE: ogr.OFTDate}
_ASK_EVERY = 500


@gdal_exceptions()
def write_geopackage(
    path: Path,
    records: Sequence[Record],
    profile: Profile,
    crs: str,
    stamp: datetime.date,
    feedback: Feedback,
) -> None:
    """Write the records as a GeoPackage whose time stamps are all ``stamp``."""
    layer_options = [
        "GEOMETRY_NAME=geom",
        "FID=fid",
        f"IDENTIFIER={profile.layer}",
        f"DESCRIPTION={profile.layer_title.zh} {profile.id} {profile.version}",
        "SPATIAL_INDEX=YES",
    ]
    with _option("OGR_CURRENT_DATE", f"{stamp:%Y-%m-%d}T00:00:00.000Z"):
        _write("GPKG", path, ["VERSION=1.2"], layer_options, records, profile, crs, feedback, False)


@gdal_exceptions()
def write_shapefile(
    path: Path,
    records: Sequence[Record],
    profile: Profile,
    crs: str,
    stamp: datetime.date,
    encoding: str,
    feedback: Feedback,
) -> None:
    """Write the records as a Shapefile with a .cpg of the encoding, dated ``stamp``."""
    layer_options = [
        f"ENCODING={encoding}",
        f"DBF_DATE_LAST_UPDATE={stamp:%Y-%m-%d}",
        "SPATIAL_INDEX=NO",
    ]
    with _own_encoding(encoding):
        _write("ESRI Shapefile", path, [], layer_options, records, profile, crs, feedback, True)


@contextlib.contextmanager
def _own_encoding(encoding: str) -> Iterator[None]:
    """Let GDAL write the DBF in ``encoding``, on this thread only.

    QGIS sets SHAPE_ENCODING to nothing for the whole process, which makes GDAL write UTF-8 under a
    .cpg that says otherwise.
    """
    before = gdal.GetThreadLocalConfigOption("SHAPE_ENCODING")
    gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", encoding)
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", before)


def _write(
    driver_name: str,
    path: Path,
    dataset_options: list[str],
    layer_options: list[str],
    records: Sequence[Record],
    profile: Profile,
    crs: str,
    feedback: Feedback,
    widths: bool,
) -> None:
    try:
        dataset = gdal.GetDriverByName(driver_name).Create(
            str(path), 0, 0, 0, gdal.GDT_Unknown, dataset_options
        )
        layer = dataset.CreateLayer(
            profile.layer, spatial_reference(crs), ogr.wkbPolygon, layer_options
        )
        for spec in profile.fields:
            layer.CreateField(_definition(spec, profile, widths))
        definition = layer.GetLayerDefn()
        layer.StartTransaction()
        for index, record in enumerate(records):
            if index % _ASK_EVERY == 0:
                stop_if_cancelled(feedback)
            layer.CreateFeature(_feature(definition, record))
        layer.CommitTransaction()
        # GDAL writes the rest when the last reference goes.
        dataset.FlushCache()
        del layer, dataset
    except RuntimeError as error:
        raise OutputError(
            Problem(
                msg("The layer cannot be written ({reason}).", reason=error),
                str(path),
                msg("Is the disk full, or the folder not writable?"),
            )
        ) from error


def _definition(spec: FieldSpec, profile: Profile, widths: bool) -> ogr.FieldDefn:
    """Return OGR's column: widths in a DBF; in a GeoPackage only texts have one."""
    field = ogr.FieldDefn(spec.code, _OGR_TYPES.get(spec.type, ogr.OFTString))
    if spec.type == CHAR:
        field.SetWidth(spec.length)
    elif widths and spec.type in {INT, FLOAT}:
        field.SetWidth(spec.length)
        field.SetPrecision(spec.decimals or 0)
    elif widths and spec.type != DATE:
        field.SetWidth(profile.text_bytes)
    if not widths:
        field.SetNullable(not spec.mandatory)
    return field


def _feature(definition: ogr.FeatureDefn, record: Record) -> ogr.Feature:
    feature = ogr.Feature(definition)
    for code, value in record.values.items():
        if value is None:
            feature.SetFieldNull(code)
        elif isinstance(value, datetime.date):
            feature.SetField(code, value.year, value.month, value.day, 0, 0, 0.0, 0)
        else:
            feature.SetField(code, value)
    feature.SetGeometry(ogr.CreateGeometryFromWkb(record.polygon.wkb))
    return feature


@contextlib.contextmanager
def _option(name: str, value: str) -> Iterator[None]:
    """Set an option of GDAL for this thread, and put back what was there."""
    before = gdal.GetThreadLocalConfigOption(name, None)
    gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(name, before)
