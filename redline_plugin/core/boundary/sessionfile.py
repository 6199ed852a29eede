"""The file of a session at the boundary: a GeoPackage that QGIS shows and SQLite changes.

Layers: ``blocks`` (as they are now), ``assessed`` (as they were), ``stretches``, ``choice_line``,
``choice_in`` and ``choice_out`` (each choice's line, and the land that comes in and goes out), and
the table ``decisions``: what was decided, by whom, when and why, with what it changed before and
after, so that every step can be undone, today or after a restart.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.boundary.fit import Fit
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import OutputError
from redline_plugin.core.feedback import Feedback, Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr, osr

OPEN = "open"
VERSION = 1
_HEADER = struct.Struct("<2sBBi4d")


@gdal_exceptions()
def create(
    path: Path,
    fit: Fit,
    assessed: Shapes,
    crs: str,
    attributes: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
    feedback: Feedback | None = None,
) -> None:
    """Write a new session; an existing file is replaced when the new one is whole.

    Args:
        path: of the GeoPackage.
        fit: the fitted line.
        assessed: (b,) the blocks before.
        crs: of all coordinates.
        attributes: of each block, kept for the end.
        settings: of the fit: sources, tolerances; kept with the session.
        feedback: cancel.

    Raises:
        OutputError: it cannot be written; nothing is left.
    """
    feedback = feedback or Quiet()
    kinds = [source.kind for source in fit.sources]
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    try:
        with atomic_folder_of(path) as folder:
            file = folder / path.name
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(file))
            for name, kind in (
                ("blocks", ogr.wkbMultiPolygon),
                ("assessed", ogr.wkbMultiPolygon),
                ("stretches", ogr.wkbLineString),
                ("choice_line", ogr.wkbMultiLineString),
                ("choice_in", ogr.wkbMultiPolygon),
                ("choice_out", ogr.wkbMultiPolygon),
            ):
                layer = dataset.CreateLayer(name, reference, kind, ["GEOMETRY_NAME=geom", "FID=id"])
                for field, of in FIELDS[name]:
                    layer.CreateField(ogr.FieldDefn(field, of))
            layer = dataset = None
            with with_functions(sqlite3.connect(file)) as store:
                _fill(store, fit, assessed, kinds, attributes, settings, feedback)
            store.close()
    except RuntimeError as error:
        raise OutputError(write_problem(error, path)) from error


_I, _R, _S = ogr.OFTInteger, ogr.OFTReal, ogr.OFTString
_NUMBERS = (
    ("length_m", _R),
    ("offset_mean_m", _R),
    ("offset_max_m", _R),
    ("area_in_m2", _R),
    ("area_out_m2", _R),
)
FIELDS: dict[str, tuple[tuple[str, int], ...]] = {
    "blocks": (("number", _I), ("attributes", _S)),
    "assessed": (("number", _I),),
    "stretches": (
        ("rank", _I),
        ("kind", _S),
        ("name", _S),
        *_NUMBERS,
        ("state", _S),
        ("fitted", _S),
        ("place", _I),
        ("left_block", _I),
        ("right_block", _I),
        ("west", _R),
        ("south", _R),
        ("east", _R),
        ("north", _R),
    ),
    "choice_line": (
        ("place", _I),
        ("kinds", _S),
        *_NUMBERS,
        ("on_sources_m", _R),
        ("taken", _I),
        ("assessed", _I),
    ),
    "choice_in": (("place", _I),),
    "choice_out": (("place", _I),),
}


INSERTS = {
    "blocks": ("insert into blocks (id, geom, number, attributes) values (?, ?, ?, ?)"),
    "assessed": ("insert into assessed (id, geom, number) values (?, ?, ?)"),
    "stretches": (
        "insert into stretches (id, geom, rank, kind, name, length_m, offset_mean_m, "
        "offset_max_m, area_in_m2, area_out_m2, state, fitted, place, left_block, "
        "right_block, west, south, east, north) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?)"
    ),
    "choice_line": (
        "insert into choice_line (id, geom, place, kinds, length_m, offset_mean_m, "
        "offset_max_m, area_in_m2, area_out_m2, on_sources_m, taken, assessed) values (?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    "choice_in": ("insert into choice_in (id, geom, place) values (?, ?, ?)"),
    "choice_out": ("insert into choice_out (id, geom, place) values (?, ?, ?)"),
}
"""How a row comes into each layer: key, geometry, and the fields of :data:`FIELDS` in order."""


def _fill(
    store: sqlite3.Connection,
    fit: Fit,
    assessed: Shapes,
    kinds: Sequence[str],
    attributes: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
    feedback: Feedback,
) -> None:
    srs = srs_of(store)
    # The names of tables are our own.
    store.executescript(
        "create table session (key text primary key, value text);"
        "create table decisions (id integer primary key, at text, who text, what text,"
        " stretch integer, why text, undone integer default 0, step text);"
    )
    store.executemany(
        "insert into session values (?, ?)",
        [("version", str(VERSION)), ("settings", json.dumps(settings, ensure_ascii=False))],
    )
    for name, shapes in (("blocks", fit.blocks), ("assessed", assessed)):
        rows = [
            (
                number + 1,
                blob_of(multi(shape), srs),
                number + 1,
                *(
                    (json.dumps(attributes[number], ensure_ascii=False, default=str),)
                    if name == "blocks"
                    else ()
                ),
            )
            for number, shape in enumerate(shapes)
        ]
        _insert(store, name, rows)
    feedback.progress(0.3)
    _insert(
        store,
        "stretches",
        [
            (
                number + 1,
                blob_of(one.geometry, srs),
                number + 1,
                kinds[one.source] if one.source >= 0 else "assessment",
                one.name,
                one.length_m,
                one.offset_mean_m,
                one.offset_max_m,
                one.area_in_m2,
                one.area_out_m2,
                OPEN,
                one.state,
                one.place,
                one.left + 1,
                one.right + 1,
                *one.geometry.bounds,
            )
            for number, one in enumerate(fit.stretches)
        ],
    )
    feedback.progress(0.6)
    lines, into, out = [], [], []
    for number, one in enumerate(fit.choices, start=1):
        line = lines_of(one.line)
        lines.append(
            (
                number,
                blob_of(line, srs),
                one.place,
                ",".join(dict.fromkeys(kinds[at] for at in one.sources)),
                one.length_m,
                one.offset_mean_m,
                one.offset_max_m,
                one.area_in_m2,
                one.area_out_m2,
                one.on_sources_m,
                int(one.chosen),
                int(one.assessed),
            )
        )
        into.append((number, blob_of(multi(one.taken), srs), one.place))
        out.append((number, blob_of(multi(one.given), srs), one.place))
    store.execute("create index stretches_place on stretches (place)")
    for name, rows in (("choice_line", lines), ("choice_in", into), ("choice_out", out)):
        _insert(store, name, rows)
    store.execute("create index choice_line_place on choice_line (place)")
    feedback.progress(1.0)


def _insert(store: sqlite3.Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    if not rows:
        return
    store.executemany(INSERTS[table], rows)


def with_functions(store: sqlite3.Connection) -> sqlite3.Connection:
    """Give SQLite the functions that a GeoPackage's triggers call to keep the spatial index."""

    def empty(blob: bytes | None) -> int | None:
        return None if blob is None else (blob[3] >> 4) & 1

    def bound(at: int) -> Any:
        def one(blob: bytes | None) -> float | None:
            if blob is None or (blob[3] >> 1) & 7 == 0:
                return None
            return float(struct.unpack_from("<d", blob, 8 + 8 * at)[0])

        return one

    store.create_function("ST_IsEmpty", 1, empty)
    for at, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        store.create_function(name, 1, bound(at))
    return store


def srs_of(store: sqlite3.Connection) -> int:
    """Return the number of the file's CRS."""
    found = store.execute(
        "select srs_id from gpkg_geometry_columns where table_name = 'blocks'"
    ).fetchone()
    return int(found[0])


def blob_of(shape: BaseGeometry, srs: int) -> bytes:
    """Return a geometry as a GeoPackage keeps it: a header with its box, then WKB."""
    wkb: bytes = shapely.to_wkb(shape)
    if shape.is_empty:
        return _HEADER.pack(b"GP", 0, 0b00010001, srs, 0, 0, 0, 0)[:8] + wkb
    west, south, east, north = shape.bounds
    return _HEADER.pack(b"GP", 0, 0b00000011, srs, west, east, south, north) + wkb


def shape_of(blob: bytes) -> BaseGeometry:
    """Return the geometry that a GeoPackage keeps as a blob."""
    size = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + size :])


def multi(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry as one multipolygon."""
    return shapely.multipolygons(polygon_parts([shape]))


def lines_of(shape: BaseGeometry) -> BaseGeometry:
    """Return the lines of a geometry as one."""
    parts = shapely.get_parts(as_shapes([shape]))
    return shapely.multilinestrings(parts[shapely.length(parts) > 0.0])
