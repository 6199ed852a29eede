"""The file of a marker register: a GeoPackage that QGIS shows and SQLite changes.

Layers: ``markers`` (witness markers too), ``signs``, ``turning_points``, ``line`` and ``blocks``
(see :mod:`redline_plugin.core.survey.linefile`), ``things`` (roads, water and the like, that
markers keep off). Tables: ``settings`` (the rule set's text among them), ``numbers`` (those that
must not be given again though no marker has them) and ``history``: each step, who made it, when and
why, with what it changed before and after, so that it can be undone, today or after a restart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import yaml

from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.boundary.sessionfile import blob_of, srs_of
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr, osr
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import BLOCK_FIELDS, LINE_FIELDS, Terrains, write_line
from redline_plugin.core.survey.marker import Marker, Sign, TurningPoint, columns
from redline_plugin.core.survey.registerfirst import First, Placed, first_look
from redline_plugin.core.survey.rows import values
from redline_plugin.core.survey.rulesfile import rules_from
from redline_plugin.core.text import msg

VERSION = 1

MARKER_FIELDS = (
    *columns(Marker),
    ("arc", int),
    ("measure", float),
    ("ring", int),
    ("along_m", float),
    ("warnings", str),
)
"""Columns of ``markers``: those of a marker; its arc and the distance along it (NULL for a witness);
the ring of its block, from 1, and the distance along that; warnings."""

LAYERS: dict[str, tuple[int, tuple[tuple[str, type], ...]]] = {
    "markers": (ogr.wkbPoint, MARKER_FIELDS),
    "signs": (ogr.wkbPoint, columns(Sign)),
    "turning_points": (ogr.wkbPoint, columns(TurningPoint)),
    "line": (ogr.wkbLineString, LINE_FIELDS),
    "blocks": (ogr.wkbMultiPolygon, BLOCK_FIELDS),
    "things": (ogr.wkbUnknown, (("kind", str),)),
}
_TYPES = {str: ogr.OFTString, int: ogr.OFTInteger64, float: ogr.OFTReal}
_BATCH = 5000


@gdal_exceptions()
def create(
    path: Path,
    line: Line,
    rules_text: str,
    markers: Sequence[Placed],
    signs: Sequence[tuple[Sign, tuple[float, float]]] = (),
    points: Sequence[tuple[TurningPoint, tuple[float, float]]] = (),
    crs: str = "",
    feedback: Feedback | None = None,
    *,
    things: Mapping[str, Shapes] | None = None,
    terrains: Terrains | None = None,
    retired: Iterable[str] = (),
) -> None:
    """Write a new register; an existing file is replaced when the new one is whole.

    A register that was worked with is not replaced.

    Args:
        path: of the GeoPackage.
        line: that the markers stand on.
        rules_text: the rule set as YAML.
        markers: each with its place, its arc and the distance along it, m; a witness has arc -1, a
            retired one may be nowhere, (nan, nan).
            Distances to the next one, their limits and warnings are found anew, coordinates where
            they are missing.
        signs, points: each with its place.
        crs: of all coordinates; empty for that of the line.
        feedback: progress, cancel.
        things: shapes by kind (road, path, river, border, water), kept for the warnings; None or a kind left
            out: it is not known where such things are, and nothing is said about them.
        terrains: of the line's segments, None unknown.
        retired: numbers that no marker has and none may get.

    Raises:
        InputError: the rule set is wrong, a number stands at more than one marker, or the file is a
            register with a history.
        OutputError: it cannot be written; nothing is left.
        CancelledError: the user stopped; nothing is left.
    """
    feedback = feedback or Quiet()
    crs = crs or line.crs
    things = things or {}
    problems = replace_problems(path)
    if problems:
        raise InputError(problems)
    rules = rules_from(yaml.safe_load(rules_text), path.name)
    first = first_look(line, rules, markers, terrains, things, crs, Part(feedback, 0.0, 0.3))
    feedback = Part(feedback, 0.3, 1.0)
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    try:
        with atomic_folder_of(path) as folder:
            file = folder / path.name
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(file))
            for name, (kind, fields) in LAYERS.items():
                # The spatial index is made at the end, which is much faster.
                options = ["GEOMETRY_NAME=geom", "FID=id", "SPATIAL_INDEX=NO"]
                layer = dataset.CreateLayer(name, reference, kind, options)
                for field, of in fields:
                    layer.CreateField(ogr.FieldDefn(field, _TYPES[of]))
            layer = dataset = None
            store = sqlite3.connect(file)
            try:
                with store:
                    _tables(store)
                    srs = srs_of(store)
                    write_line(store, srs, line, terrains, first.rings, first.begins)
                    _fill(store, srs, markers, first, signs, points, things, feedback)
                    store.executemany(
                        "insert or ignore into numbers values (?)", ((one,) for one in retired)
                    )
                    settings = {
                        "version": str(VERSION),
                        "rules": rules_text,
                        "crs": crs,
                        "belt": str(first.belt),
                        "things": ",".join(sorted(things)),
                    }
                    store.executemany("insert into settings values (?, ?)", settings.items())
            finally:
                store.close()
            feedback.progress(0.9)
            dataset = gdal.OpenEx(str(file), gdal.OF_VECTOR | gdal.OF_UPDATE)
            for name in LAYERS:
                dataset.ExecuteSQL(f"select CreateSpatialIndex('{name}', 'geom')")
            dataset = None
            feedback.progress(1.0)
    except (RuntimeError, sqlite3.Error) as error:
        raise OutputError(write_problem(RuntimeError(str(error)), path)) from error


def used_up_numbers(path: Path) -> list[str]:
    """Return the numbers that a register has used up though none of its markers has them; else none."""
    return [str(row[0]) for row in _asked(path, "select number from numbers order by number")]


def replace_problems(path: Path) -> list[Problem]:
    """Return what stands against a new register in place of a file: the history of the one that is there."""
    steps = _asked(path, "select count(*) from history")
    if not steps or not steps[0][0]:
        return []
    return [
        Problem(
            msg(
                "There is a register with a history of {count} steps, which would be lost.",
                count=steps[0][0],
            ),
            str(path),
            msg("Choose another name; the photos beside it serve both."),
        )
    ]


def _asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Return rows of a register; none when the file is no register."""
    if not Path(path).is_file():
        return []
    store = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
    try:
        return store.execute(query).fetchall()
    except sqlite3.Error:
        return []
    finally:
        store.close()


def insert_statement(table: str) -> str:
    """Return how a row comes into a layer: key, geometry, and its fields in order."""
    names = ["id", "geom", *(f'"{name}"' for name, _ in LAYERS[table][1])]
    # Names of tables and fields are our own.
    return f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"  # noqa: S608 # nosec B608


def _tables(store: sqlite3.Connection) -> None:
    store.executescript(
        "create table settings (key text primary key, value text);"
        "create table numbers (number text primary key);"
        "create table history (id integer primary key, at text, who text, what text, marker text,"
        " why text, undone integer default 0, before text, after text);"
        "create table touched (step integer, marker integer);"
        "create index touched_marker on touched (marker);"
        "create index touched_step on touched (step);"
        "create index line_first_node on line (first_node);"
        "create index line_last_node on line (last_node);"
        "create index line_left_block on line (left_block);"
        "create index line_right_block on line (right_block);"
        "create unique index blocks_code on blocks (code);"
        "create index markers_arc on markers (arc, measure);"
        "create index markers_marker on markers (marker);"
        "create index markers_of_marker on markers (of_marker);"
        "create index markers_engraved on markers (engraved);"
        "create index markers_block on markers (block);"
        "create index turning_points_point on turning_points (point);"
    )


def _fill(
    store: sqlite3.Connection,
    srs: int,
    markers: Sequence[Placed],
    first: First,
    signs: Sequence[tuple[Sign, tuple[float, float]]],
    points: Sequence[tuple[TurningPoint, tuple[float, float]]],
    things: Mapping[str, Shapes],
    feedback: Feedback,
) -> None:
    blobs = _point_blobs([place for _, place, *_ in markers], srs)
    names = [name for name, _ in columns(Marker)]

    def marker_rows() -> Iterator[tuple[Any, ...]]:
        for number, (blob, (marker, _, arc, measure), found) in enumerate(
            zip(blobs, markers, first.columns), start=1
        ):
            own = zip(names, values(marker))
            yield (
                number,
                blob,
                *(found.get(name, value) for name, value in own),
                None if arc < 0 else int(arc),
                None if arc < 0 else float(measure),
                found["ring"],
                found["along_m"],
                found["warnings"],
            )

    rows = marker_rows()
    _insert(store, "markers", rows, len(markers), feedback)
    for table, records in (("signs", signs), ("turning_points", points)):
        blobs = _point_blobs([place for _, place in records], srs)
        _insert(
            store,
            table,
            (
                (number, blob, *values(record))
                for number, (blob, (record, _)) in enumerate(zip(blobs, records), start=1)
            ),
            0,
            feedback,
        )
    of_things = ((kind, shape) for kind, shapes in things.items() for shape in shapes)
    _insert(
        store,
        "things",
        (
            (number, blob_of(shape, srs), kind)
            for number, (kind, shape) in enumerate(of_things, start=1)
        ),
        0,
        feedback,
    )


def _insert(
    store: sqlite3.Connection,
    table: str,
    rows: Iterator[tuple[Any, ...]],
    total: int,
    feedback: Feedback,
) -> None:
    """Insert rows by the thousand; with a total, tell the progress."""
    statement = insert_statement(table)
    batch: list[tuple[Any, ...]] = []
    done = 0
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            stop_if_cancelled(feedback)
            store.executemany(statement, batch)
            done += len(batch)
            batch.clear()
            if total:
                feedback.progress(0.8 * done / total)
    stop_if_cancelled(feedback)
    store.executemany(statement, batch)


def _point_blobs(places: Sequence[tuple[float, float]], srs: int) -> list[bytes | None]:
    if not places:
        return []
    where = np.asarray(places, dtype=np.float64).reshape(-1, 2)
    known = np.isfinite(where).all(axis=1)
    return [
        blob_of(shape, srs) if there else None
        for shape, there in zip(shapely.points(np.where(known[:, None], where, 0.0)), known)
    ]
