"""Read the layer of a package from each format into plain rows, believing nothing."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.gdalsetup import gdal, ogr, osr
from redline_plugin.core.standard.profile import CHAR, DATE, FLOAT, INT, VARCHAR, Profile
from redline_plugin.core.text import msg
from redline_plugin.core.verify.dbf import Column, DbfError, Table, read_dbf
from redline_plugin.core.verify.findings import Findings
from redline_plugin.core.verify.staging import Staged

GEOPACKAGE = "GeoPackage"
SHAPEFILE = "Shapefile"
SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_ENCODINGS = {
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
    "65001": "utf-8",
    "GBK": "gbk",
    "936": "gbk",
    "CP936": "gbk",
    "GB2312": "gbk",
    "GB18030": "gb18030",
    "54936": "gb18030",
}
_OGR_KINDS = {
    ogr.OFTString: "text",
    ogr.OFTInteger: "integer",
    ogr.OFTInteger64: "integer",
    ogr.OFTReal: "real",
    ogr.OFTDate: "date",
}
_DBF_KINDS = {"C": "text", "N": "number", "F": "number", "D": "date"}
_EXPECTED = {CHAR: "text", VARCHAR: "text", INT: "integer", FLOAT: "real", DATE: "date"}
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?", re.ASCII)


@dataclass
class Row:
    """One feature: its place, values by column as text (None when null), its geometry.

    ``geometry`` is None when there is none that can be read; ``kind`` is its stored type's name.
    """

    number: int
    values: dict[str, str | None]
    geometry: BaseGeometry | None = None
    kind: str = ""


@dataclass
class Layer:
    """The layer as one format holds it."""

    format: str
    file: str
    rows: list[Row] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    crs: osr.SpatialReference | None = None


def read_geopackage(
    package: Staged, name: str, profile: Profile, findings: Findings
) -> Layer | None:
    """Return the layer of the GeoPackage ``name``; None when it cannot be read."""
    path = _working_copy(package, {".gpkg": name}, "gpkg", profile.layer)
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
        layer, found = _only_layer(dataset, profile, name, findings)
        if layer is None:
            return None
        _check_columns(layer, profile, name, findings)
        found.columns = tuple(each.GetName() for each in _definitions(layer))
        found.rows = [_row(feature, index) for index, feature in enumerate(layer)]
    except RuntimeError as error:
        _unreadable(name, error, findings)
        return None
    else:
        return found


def read_shapefile(
    package: Staged, name: str, profile: Profile, findings: Findings
) -> Layer | None:
    """Return the layer of the Shapefile ``name`` (.shp); None when it cannot be read."""
    stem = name[: -len(".shp")]
    names = {part: stem + part for part in SHAPEFILE_PARTS if stem + part in package.files}
    if not {".shp", ".shx", ".dbf"} <= set(names):
        return None
    path = _working_copy(package, names, "shp", profile.layer)
    try:
        table = read_dbf(path.with_suffix(".dbf"))
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["ESRI Shapefile"])
        layer, found = _only_layer(dataset, profile, name, findings)
        if layer is None:
            return None
        geometries = [_geometry(feature) for feature in layer]
    except (RuntimeError, DbfError, OSError) as error:
        _unreadable(name, error, findings)
        return None
    if table.deleted or len(table.records) != len(geometries):
        findings.add("RL-S01", msg("Table and geometries do not have the same records."), name)
        return None
    encoding = _encoding(package, names.get(".cpg", ""), stem + ".cpg", findings)
    _check_dbf(table, profile, names[".dbf"], findings)
    found.columns = tuple(column.name for column in table.columns)
    found.rows = _dbf_rows(table, encoding, names[".dbf"], findings)
    for row, (geometry, kind) in zip(found.rows, geometries):
        row.geometry, row.kind = geometry, kind
    return found


def _unreadable(name: str, error: Exception, findings: Findings) -> None:
    findings.add(
        "RL-S01",
        msg("The layer cannot be read ({reason}).", reason=error),
        name,
        remedy=msg("The file is damaged; export again."),
    )


def _working_copy(package: Staged, names: dict[str, str], folder: str, layer: str) -> Path:
    """Put files together under one plain name, where side-cars find each other."""
    place = package.folder / folder
    place.mkdir(exist_ok=True)
    for suffix, name in names.items():
        target = place / f"{layer}{suffix}"
        source = package.files[name].path
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
    return place / f"{layer}{next(iter(names))}"


def _only_layer(
    dataset: gdal.Dataset, profile: Profile, name: str, findings: Findings
) -> tuple[ogr.Layer | None, Layer]:
    found = Layer(GEOPACKAGE if name.endswith(".gpkg") else SHAPEFILE, name)
    names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    for other in names:
        if other != profile.layer:
            findings.add("RL-S10", msg("There is another layer: {layer}.", layer=other), name)
    if profile.layer not in names:
        findings.add("RL-S01", msg("There is no layer {layer}.", layer=profile.layer), name)
        return None, found
    layer = dataset.GetLayerByName(profile.layer)
    reference = layer.GetSpatialRef()
    found.crs = None if reference is None else reference.Clone()
    if ogr.GT_Flatten(layer.GetGeomType()) != ogr.wkbPolygon:
        findings.add(
            "RL-S11",
            msg("The layer is of type {type}.", type=ogr.GeometryTypeToName(layer.GetGeomType())),
            name,
        )
    return layer, found


def _definitions(layer: ogr.Layer) -> list[ogr.FieldDefn]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]


def _row(feature: ogr.Feature, index: int) -> Row:
    values: dict[str, str | None] = {}
    for number in range(feature.GetFieldCount()):
        definition = feature.GetFieldDefnRef(number)
        if not feature.IsFieldSetAndNotNull(number):
            value = None
        elif definition.GetType() == ogr.OFTDate:
            year, month, day = feature.GetFieldAsDateTime(number)[:3]
            value = f"{year:04d}{month:02d}{day:02d}"
        elif definition.GetType() == ogr.OFTReal:
            value = repr(feature.GetFieldAsDouble(number))
        else:
            value = feature.GetFieldAsString(number)
        values[definition.GetName()] = value
    geometry, kind = _geometry(feature)
    return Row(index + 1, values, geometry, kind)


def _geometry(feature: ogr.Feature) -> tuple[BaseGeometry | None, str]:
    geometry = feature.GetGeometryRef()
    if geometry is None:
        return None, ""
    kind = geometry.GetGeometryName()
    # Curves and other types that no layout knows are named by their kind and not read.
    shape = None
    with contextlib.suppress(shapely.errors.GEOSException):
        shape = shapely.from_wkb(bytes(geometry.ExportToWkb(ogr.wkbNDR)), on_invalid="ignore")
    return (None if shape is None else shapely.force_2d(shape)), kind


def _check_columns(layer: ogr.Layer, profile: Profile, name: str, findings: Findings) -> None:
    definitions = _definitions(layer)
    check_order([each.GetName() for each in definitions], profile, name, findings)
    by_name = {each.GetName(): each for each in definitions}
    for spec in profile.fields:
        definition = by_name.get(spec.code)
        if definition is None:
            continue
        kind = _OGR_KINDS.get(definition.GetType(), definition.GetTypeName())
        if kind != _EXPECTED[spec.type]:
            _wrong_type(name, spec.code, kind, spec.type, findings)
        elif spec.type == CHAR and definition.GetWidth() != spec.length:
            _wrong_length(name, spec.code, str(definition.GetWidth()), str(spec.length), findings)


def check_order(found: list[str], profile: Profile, name: str, findings: Findings) -> None:
    """Hold the columns that are there against the profile's, name and order."""
    expected = [spec.code for spec in profile.fields]
    for code in expected:
        if code not in found:
            findings.add("RL-S02", msg("The column is missing."), name, field=code)
    for code in found:
        if code not in expected:
            findings.add("RL-S02", msg("The profile does not have this column."), name, field=code)
    if sorted(found) == sorted(expected) and found != expected:
        findings.add(
            "RL-S02",
            msg("The columns are not in the profile's order."),
            name,
            value=" ".join(found),
            remedy=msg("The order is {order}.", order=" ".join(expected)),
        )


def _wrong_type(name: str, code: str, found: str, expected: str, findings: Findings) -> None:
    findings.add(
        "RL-S03",
        msg(
            "The column is of type {found}, the profile says {expected}.",
            found=found,
            expected=expected,
        ),
        name,
        field=code,
        value=found,
    )


def _wrong_length(name: str, code: str, found: str, expected: str, findings: Findings) -> None:
    findings.add(
        "RL-S04",
        msg(
            "The column's length is {found}, the profile says {expected}.",
            found=found,
            expected=expected,
        ),
        name,
        field=code,
        value=found,
    )


def _check_dbf(table: Table, profile: Profile, name: str, findings: Findings) -> None:
    check_order([column.name for column in table.columns], profile, name, findings)
    by_name = {column.name: column for column in table.columns}
    for spec in profile.fields:
        column = by_name.get(spec.code)
        if column is None:
            continue
        expected = {INT: "number", FLOAT: "number"}.get(spec.type, _EXPECTED[spec.type])
        kind = _DBF_KINDS.get(column.type, column.type)
        length = spec.length or profile.text_bytes
        if kind != expected:
            _wrong_type(name, spec.code, kind, spec.type, findings)
        elif (column.length, column.decimals) != (length, spec.decimals or 0):
            _wrong_length(
                name,
                spec.code,
                f"{column.length},{column.decimals}",
                f"{length},{spec.decimals or 0}",
                findings,
            )


def _encoding(package: Staged, name: str, expected: str, findings: Findings) -> str:
    if not name:
        findings.add(
            "RL-S09",
            msg("There is no .cpg; the encoding of the texts is not known."),
            expected,
            remedy=msg("UTF-8 is tried."),
        )
        return "utf-8"
    text = package.files[name].path.read_bytes()[:64].decode("latin-1").strip()
    encoding = _ENCODINGS.get(text.upper())
    if encoding is None:
        findings.add("RL-S09", msg("The encoding is not known here."), name, value=text)
        return "utf-8"
    return encoding


def _dbf_rows(table: Table, encoding: str, name: str, findings: Findings) -> list[Row]:
    return [
        Row(
            index + 1,
            {
                column.name: _dbf_value(raw, column, encoding, (name, index + 1), findings)
                for column, raw in zip(table.columns, record)
            },
        )
        for index, record in enumerate(table.records)
    ]


def _dbf_value(
    raw: bytes, column: Column, encoding: str, place: tuple[str, int], findings: Findings
) -> str | None:
    """Return the text of a cell; numbers in the form that Python gives them."""
    name, number = place
    try:
        text = raw.decode(encoding).rstrip(" \x00")
    except UnicodeDecodeError as error:
        findings.add(
            "RL-S09",
            msg("The text is not {encoding} ({reason}).", encoding=encoding, reason=error.reason),
            name,
            f"{number}",
            column.name,
            raw[:40].hex(),
            msg("Is the .cpg right? Export again with the encoding that you need."),
        )
        return raw.decode("latin-1").rstrip(" \x00")
    kind = _DBF_KINDS.get(column.type)
    if kind == "number":
        text = text.strip()
        if _NUMBER.fullmatch(text):
            return repr(float(text)) if column.decimals else str(int(text))
        # Blanks and asterisks are how null is written.
        return None if not text.strip("*") else text
    if kind == "date" and not text.strip("0"):
        return None
    return text or None
