"""A session at the boundary: a GeoPackage with the line, its stretches, the choices and all decisions.

Layers: ``blocks`` (as they are now), ``assessed`` (as they were), ``stretches``, ``choice_line``,
``choice_in`` and ``choice_out`` (each choice's line, and the land that comes in and goes out), and
the table ``decisions``: what was decided, by whom, when and why, with the blocks before and after,
so that every step can be undone, today or after a restart.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.boundary.fit import Fit
from redline_plugin.core.boundary.parcels import without_hairs
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback, Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr, osr
from redline_plugin.core.text import msg

OPEN = "open"
ACCEPTED = "accepted"
CHANGED = "changed"
DRAWN = "drawn"
KEPT_LINE = "kept"
STATES = (OPEN, ACCEPTED, CHANGED, DRAWN, KEPT_LINE)

_VERSION = 1
_HEADER = struct.Struct("<2sBBi4d")


@dataclass(frozen=True)
class Row:
    """One stretch in the list: what the user sees of it before looking at the map.

    Attributes:
        id: key.
        rank: what needs an eye first has the lowest.
        kind: id of the source's kind, "assessment" for the assessed line.
        name: of the source.
        length_m, offset_mean_m, offset_max_m: of the line and its distance from the assessed one.
        area_in_m2, area_out_m2: moved at its place.
        state: of the decision: OPEN, ACCEPTED, CHANGED, DRAWN or KEPT_LINE.
        fitted: "fitted", "kept" or "unresolved", as the fit left it.
        place: of its choices, -1 for none.
        blocks: numbers of the blocks on either side, 0 for outside.
        bounds: west, south, east, north.
    """

    id: int
    rank: int
    kind: str
    name: str
    length_m: float
    offset_mean_m: float
    offset_max_m: float
    area_in_m2: float
    area_out_m2: float
    state: str
    fitted: str
    place: int
    blocks: tuple[int, int]
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True)
class Option:
    """One choice at a place: numbers for the list; geometry is read when it is shown."""

    id: int
    place: int
    kinds: tuple[str, ...]
    area_in_m2: float
    area_out_m2: float
    length_m: float
    on_sources_m: float
    offset_mean_m: float
    offset_max_m: float
    taken: bool


@dataclass(frozen=True)
class Decision:
    """One step of the log."""

    id: int
    when: str
    who: str
    what: str
    stretch: int
    why: str
    undone: bool


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
                for field, of in _FIELDS[name]:
                    layer.CreateField(ogr.FieldDefn(field, of))
            layer = dataset = None
            with _with_functions(sqlite3.connect(file)) as store:
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
_FIELDS: dict[str, tuple[tuple[str, int], ...]] = {
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
    ),
    "choice_in": (("place", _I),),
    "choice_out": (("place", _I),),
}


def _fill(
    store: sqlite3.Connection,
    fit: Fit,
    assessed: Shapes,
    kinds: Sequence[str],
    attributes: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
    feedback: Feedback,
) -> None:
    srs = _srs(store)
    store.executescript(
        "create table session (key text primary key, value text);"
        "create table decisions (id integer primary key, at text, who text, what text,"
        " stretch integer, why text, undone integer default 0, step text);"
    )
    store.executemany(
        "insert into session values (?, ?)",
        [("version", str(_VERSION)), ("settings", json.dumps(settings, ensure_ascii=False))],
    )
    for name, shapes in (("blocks", fit.blocks), ("assessed", assessed)):
        rows = [
            (
                number + 1,
                _blob(_multi(shape), srs),
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
                _blob(one.geometry, srs),
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
        line = _lines(one.line)
        lines.append(
            (
                number,
                _blob(line, srs),
                one.place,
                ",".join(dict.fromkeys(kinds[at] for at in one.sources)),
                one.length_m,
                one.offset_mean_m,
                one.offset_max_m,
                one.area_in_m2,
                one.area_out_m2,
                one.on_sources_m,
                int(one.chosen),
            )
        )
        into.append((number, _blob(_multi(one.taken), srs), one.place))
        out.append((number, _blob(_multi(one.given), srs), one.place))
    for name, rows in (("choice_line", lines), ("choice_in", into), ("choice_out", out)):
        _insert(store, name, rows)
        store.execute(f"create index {name}_place on {name} (place)")
    feedback.progress(1.0)


def _insert(store: sqlite3.Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    if not rows:
        return
    names = ["id", "geom", *(name for name, _ in _FIELDS[table])]
    marks = ", ".join("?" * len(names))
    # The names are our own.
    store.executemany(
        f"insert into {table} ({', '.join(names)}) values ({marks})",  # noqa: S608
        rows,
    )


def _with_functions(store: sqlite3.Connection) -> sqlite3.Connection:
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


def _srs(store: sqlite3.Connection) -> int:
    found = store.execute(
        "select srs_id from gpkg_geometry_columns where table_name = 'blocks'"
    ).fetchone()
    return int(found[0])


def _blob(shape: BaseGeometry, srs: int) -> bytes:
    """Return a geometry as a GeoPackage keeps it: a header with its box, then WKB."""
    wkb: bytes = shapely.to_wkb(shape)
    if shape.is_empty:
        return _HEADER.pack(b"GP", 0, 0b00010001, srs, 0, 0, 0, 0)[:8] + wkb
    west, south, east, north = shape.bounds
    return _HEADER.pack(b"GP", 0, 0b00000011, srs, west, east, south, north) + wkb


def _shape(blob: bytes) -> BaseGeometry:
    size = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + size :])


def _multi(shape: BaseGeometry) -> BaseGeometry:
    return shapely.multipolygons(polygon_parts([shape]))


def _clean(shape: BaseGeometry) -> BaseGeometry:
    """Return a block without the hairs that an overlay leaves where edges touch."""
    return _multi(without_hairs(shape))


def _lines(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(as_shapes([shape]))
    return shapely.multilinestrings(parts[shapely.length(parts) > 0.0])


class Session:
    """An open session. All changes are transactions: a decision is in the file whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open a session.

        Raises:
            InputError: the file is no session, or one of a newer Redline.
        """
        self.path = Path(path)
        try:
            self._store = _with_functions(
                sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=rw", uri=True)
            )
            version = self._store.execute(
                "select value from session where key = 'version'"
            ).fetchone()
        except sqlite3.Error as error:
            raise InputError(
                Problem(
                    msg("This is no session of the boundary ({reason}).", reason=error),
                    str(path),
                    msg("Run the fit first, or choose the session's GeoPackage."),
                )
            ) from error
        if version is None or int(version[0]) > _VERSION:
            raise InputError(Problem(msg("The session was made by a newer Redline."), str(path)))
        self._srs = _srs(self._store)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def settings(self) -> dict[str, Any]:
        """What the fit was run with."""
        found = self._store.execute("select value from session where key = 'settings'").fetchone()
        return dict(json.loads(found[0]))

    def rows(self) -> list[Row]:
        """Return all stretches, what needs an eye first in front."""
        return [
            Row(
                id=row[0],
                rank=row[1],
                kind=row[2],
                name=row[3] or "",
                length_m=row[4],
                offset_mean_m=row[5],
                offset_max_m=row[6],
                area_in_m2=row[7],
                area_out_m2=row[8],
                state=row[9],
                fitted=row[10],
                place=row[11],
                blocks=(row[12], row[13]),
                bounds=tuple(row[14:18]),
            )
            for row in self._store.execute(
                "select id, rank, kind, name, length_m, offset_mean_m, offset_max_m, area_in_m2,"
                " area_out_m2, state, fitted, place, left_block, right_block, west, south, east,"
                " north from stretches order by rank, id"
            )
        ]

    def options(self, place: int) -> list[Option]:
        """Return the choices at a place, the one that holds now first."""
        return [
            Option(
                key,
                at,
                tuple(filter(None, kinds.split(","))),
                into,
                out,
                long,
                on,
                mean,
                far,
                bool(now),
            )
            for key, at, kinds, into, out, long, on, mean, far, now in self._store.execute(
                "select id, place, kinds, area_in_m2, area_out_m2, length_m, on_sources_m,"
                " offset_mean_m, offset_max_m, taken from choice_line where place = ?"
                " order by taken desc, id",
                (place,),
            )
        ]

    def option_shapes(self, option: int) -> tuple[BaseGeometry, BaseGeometry, BaseGeometry]:
        """Return line, land in and land out of a choice."""
        return (
            self._geometry("choice_line", option),
            self._geometry("choice_in", option),
            self._geometry("choice_out", option),
        )

    def stretch_shape(self, stretch: int) -> BaseGeometry:
        """Return the line of a stretch."""
        return self._geometry("stretches", stretch)

    def blocks(self) -> tuple[list[int], Shapes]:
        """Return numbers and polygons of the blocks as they are now."""
        rows = self._store.execute("select number, geom from blocks order by number").fetchall()
        return [row[0] for row in rows], as_shapes([_shape(row[1]) for row in rows])

    def attributes(self) -> dict[int, dict[str, Any]]:
        """Return the attributes that each block came with."""
        return {
            number: json.loads(text)
            for number, text in self._store.execute("select number, attributes from blocks")
        }

    def log(self) -> list[Decision]:
        """Return all decisions, the last one first."""
        return [
            Decision(key, when, who, what, stretch, why, bool(undone))
            for key, when, who, what, stretch, why, undone in self._store.execute(
                "select id, at, who, what, stretch, why, undone from decisions order by id desc"
            )
        ]

    def progress(self) -> tuple[int, int]:
        """Return how many stretches are decided, and how many there are."""
        done, total = self._store.execute(
            "select sum(state <> ?), count(*) from stretches", (OPEN,)
        ).fetchone()
        return int(done or 0), int(total)

    def accept(self, stretches: Sequence[int], who: str, why: str = "") -> None:
        """Take stretches as they are."""
        self._step(ACCEPTED, stretches, who, why, {}, {})

    def choose(self, stretch: int, option: int, who: str, why: str = "") -> None:
        """Exchange the line at a stretch's place for another choice.

        Raises:
            InputError: the choice is of another place, or would harm the blocks.
        """
        row = self._row(stretch)
        options = {one.id: one for one in self.options(row.place)}
        if option not in options:
            raise InputError(Problem(msg("This choice belongs to another place.")))
        wanted = options[option]
        now = next((one for one in options.values() if one.taken), None)
        if now is not None and now.id == option:
            self.accept([stretch], who, why)
            return
        before, after = self._exchanged(now, wanted)
        moves = {"choices": {str(one.id): one.id == option for one in options.values()}}
        old = {"choices": {str(one.id): one.taken for one in options.values()}}
        state = CHANGED if wanted.kinds else KEPT_LINE
        together = [one.id for one in self.rows() if one.place == row.place and one.place >= 0]
        self._step(state, together or [stretch], who, why, before, after, old, moves)

    def draw(self, stretch: int, line: BaseGeometry, who: str, why: str = "") -> None:
        """Replace the part of the line between the ends of a drawn one.

        Both ends must lie on the outline of the same blocks; the land between the old part and the
        new one goes over. Neighbours on both sides of the line move together.

        Raises:
            InputError: the drawn line does not begin and end on the line, crosses itself, or would
                cut a block in two.
        """
        row = self._row(stretch)
        before, after = self._redrawn(row, line)
        self._step(DRAWN, [stretch], who, why, before, after, line=line)

    def snapped(self, line: BaseGeometry, reach: float) -> BaseGeometry:
        """Return a drawn line with its ends on the outlines: on a vertex, else on an edge, in reach."""
        outline = shapely.union_all(shapely.boundary(self.blocks()[1]))
        points = shapely.get_coordinates(line)
        corners = shapely.multipoints(shapely.get_coordinates(outline))
        for end in (0, -1):
            here = shapely.Point(points[end])
            for target in (corners, outline):
                nearest = shapely.get_coordinates(shapely.shortest_line(here, target))[-1]
                if np.hypot(*(nearest - points[end])) <= reach:
                    points[end] = nearest
                    break
        return shapely.LineString(points)

    def undo(self) -> Decision | None:
        """Undo the last step that holds; return it, None when there is none."""
        return self._turn(
            "select id, step from decisions where undone = 0 order by id desc limit 1", "before", 1
        )

    def redo(self) -> Decision | None:
        """Make the first undone step again; None when there is none."""
        return self._turn(
            "select id, step from decisions where undone = 1 order by id limit 1", "after", 0
        )

    def _geometry(self, table: str, key: int) -> BaseGeometry:
        # The names of tables are our own.
        row = self._store.execute(f"select geom from {table} where id = ?", (key,)).fetchone()  # noqa: S608
        if row is None:
            raise InputError(Problem(msg("There is no such stretch or choice in the session.")))
        return _shape(row[0])

    def _row(self, stretch: int) -> Row:
        for row in self.rows():
            if row.id == stretch:
                return row
        raise InputError(Problem(msg("There is no such stretch or choice in the session.")))

    def _exchanged(
        self, now: Option | None, wanted: Option
    ) -> tuple[dict[int, BaseGeometry], dict[int, BaseGeometry]]:
        """Return the blocks that change, before and after."""
        empty = shapely.MultiPolygon()
        _, into, out = self.option_shapes(now.id) if now else (None, empty, empty)
        _, wanted_in, wanted_out = self.option_shapes(wanted.id)
        # What one choice brought and the other brings too stays where it is.
        leaves = shapely.union(
            shapely.difference(into, wanted_in), shapely.difference(wanted_out, out)
        )
        comes = shapely.union(
            shapely.difference(wanted_in, into), shapely.difference(out, wanted_out)
        )
        return self._moved(comes, leaves)

    def _moved(
        self, comes: BaseGeometry, leaves: BaseGeometry
    ) -> tuple[dict[int, BaseGeometry], dict[int, BaseGeometry]]:
        numbers, shapes = self.blocks()
        before: dict[int, BaseGeometry] = {}
        after: dict[int, BaseGeometry] = {}
        for number, shape in zip(numbers, shapes):
            lost = shapely.difference(shape, leaves) if shape.intersects(leaves) else shape
            if not lost.equals_exact(shape, 0.0):
                before[number], after[number] = shape, _clean(lost)
        assessed = dict(self._store.execute("select number, geom from assessed").fetchall())
        for part in polygon_parts([comes]):
            owner = self._owner(part, numbers, shapes, after, assessed)
            shape = after.get(owner, shapes[numbers.index(owner)])
            before.setdefault(owner, shapes[numbers.index(owner)])
            after[owner] = _clean(shapely.union(shape, part))
        self._check(before, after)
        return before, after

    @staticmethod
    def _owner(
        part: BaseGeometry,
        numbers: Sequence[int],
        shapes: Shapes,
        after: Mapping[int, BaseGeometry],
        assessed: Mapping[int, bytes],
    ) -> int:
        """Return whose land it becomes: of the block that had it, else of the longest common edge."""
        inner = part.representative_point()
        for number in numbers:
            if number in assessed and _shape(assessed[number]).contains(inner):
                return number
        edges = [
            shapely.length(
                shapely.intersection(
                    shapely.boundary(part), shapely.boundary(after.get(number, shape))
                )
            )
            for number, shape in zip(numbers, shapes)
        ]
        return numbers[int(np.argmax(edges))]

    @staticmethod
    def _check(before: Mapping[int, BaseGeometry], after: Mapping[int, BaseGeometry]) -> None:
        for number, shape in after.items():
            had, has = len(polygon_parts([before[number]])), len(polygon_parts([shape]))
            if has != had:
                raise InputError(
                    Problem(
                        msg(
                            "Block {number} would fall into {count} parts.",
                            number=number,
                            count=has,
                        )
                        if has
                        else msg("Block {number} would vanish.", number=number)
                    )
                )

    def _redrawn(
        self, row: Row, line: BaseGeometry
    ) -> tuple[dict[int, BaseGeometry], dict[int, BaseGeometry]]:
        numbers, shapes = self.blocks()
        near = [
            at
            for at, shape in enumerate(shapes)
            if shapely.distance(shapely.boundary(shape), shapely.Point(line.coords[0])) < _ON_LINE
            and shapely.distance(shapely.boundary(shape), shapely.Point(line.coords[-1])) < _ON_LINE
        ]
        wanted = [at for at in near if numbers[at] in row.blocks]
        if not line.is_simple or len(line.coords) < 2:
            raise InputError(Problem(msg("The drawn line crosses itself.")))
        if not wanted:
            raise InputError(
                Problem(
                    msg("The drawn line must begin and end on the outline of the same block."),
                    remedy=msg("Snap its ends to the line."),
                )
            )
        before: dict[int, BaseGeometry] = {}
        after: dict[int, BaseGeometry] = {}
        for at in wanted[:1]:
            swept, comes = _swept(shapes[at], line)
            if comes:
                # What comes to one block leaves its neighbour: their common edge moves once.
                before, after = self._given(numbers, shapes, at, swept)
            else:
                neighbour = next((n for n in wanted if n != at), None)
                before = {numbers[at]: shapes[at]}
                after = {numbers[at]: _clean(shapely.difference(shapes[at], swept))}
                if neighbour is not None:
                    before[numbers[neighbour]] = shapes[neighbour]
                    after[numbers[neighbour]] = _clean(shapely.union(shapes[neighbour], swept))
        self._check(before, after)
        return before, after

    @staticmethod
    def _given(
        numbers: Sequence[int], shapes: Shapes, at: int, swept: BaseGeometry
    ) -> tuple[dict[int, BaseGeometry], dict[int, BaseGeometry]]:
        before = {numbers[at]: shapes[at]}
        after = {numbers[at]: _clean(shapely.union(shapes[at], swept))}
        for other, shape in enumerate(shapes):
            if other != at and shape.intersects(swept):
                left = shapely.difference(shape, swept)
                if not left.equals_exact(shape, 0.0):
                    before[numbers[other]], after[numbers[other]] = shape, _clean(left)
        return before, after

    def _step(
        self,
        state: str,
        stretches: Sequence[int],
        who: str,
        why: str,
        before: Mapping[int, BaseGeometry],
        after: Mapping[int, BaseGeometry],
        old: Mapping[str, Any] | None = None,
        new: Mapping[str, Any] | None = None,
        line: BaseGeometry | None = None,
    ) -> None:
        """Make a step and put it into the log, in one transaction."""
        states = {row.id: row.state for row in self.rows()}
        step = {
            "before": {
                "states": {str(at): states[at] for at in stretches},
                "blocks": {str(at): shapely.to_wkb(one, hex=True) for at, one in before.items()},
                **(old or {}),
            },
            "after": {
                "states": {str(at): state for at in stretches},
                "blocks": {str(at): shapely.to_wkb(one, hex=True) for at, one in after.items()},
                **(new or {}),
            },
        }
        if line is not None:
            key = str(stretches[0])
            step["before"]["lines"] = {
                key: shapely.to_wkb(self.stretch_shape(stretches[0]), hex=True)
            }
            step["after"]["lines"] = {key: shapely.to_wkb(line, hex=True)}
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0).isoformat()
        with self._writing():
            # A new step ends what could have been made again.
            self._store.execute("delete from decisions where undone = 1")
            self._apply(step["after"])
            self._store.execute(
                "insert into decisions (at, who, what, stretch, why, step) values (?, ?, ?, ?, ?, ?)",
                (now, who, state, stretches[0] if stretches else 0, why, json.dumps(step)),
            )

    def _turn(self, query: str, side: str, undone: int) -> Decision | None:
        found = self._store.execute(query).fetchone()
        if found is None:
            return None
        with self._writing():
            self._apply(json.loads(found[1])[side])
            self._store.execute("update decisions set undone = ? where id = ?", (undone, found[0]))
        return next(one for one in self.log() if one.id == found[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._store:
                yield
        except sqlite3.Error as error:
            raise OutputError(
                Problem(
                    msg("The session cannot be written ({reason}).", reason=error),
                    str(self.path),
                    msg("Is it open in another program, or is the disk full?"),
                )
            ) from error

    def _apply(self, state: Mapping[str, Any]) -> None:
        self._store.executemany(
            "update stretches set state = ? where id = ?",
            [(value, int(key)) for key, value in state["states"].items()],
        )
        self._store.executemany(
            "update choice_line set taken = ? where id = ?",
            [(int(value), int(key)) for key, value in state.get("choices", {}).items()],
        )
        for table, shapes in (("blocks", state["blocks"]), ("stretches", state.get("lines", {}))):
            rows = [
                (int(key), _blob(shapely.from_wkb(value), self._srs))
                for key, value in shapes.items()
            ]
            self._store.executemany(
                f"update {table} set geom = ? where id = ?",  # noqa: S608
                [(blob, key) for key, blob in rows],
            )


_ON_LINE = 1e-3


def _swept(block: BaseGeometry, line: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """Return the land between a block's outline and a drawn line, and whether it lies outside."""
    whole = shapely.union_all(as_shapes([shapely.boundary(block), line]))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(as_shapes([whole]))))
    inside = shapely.contains(block, shapely.point_on_surface(faces))
    touching = shapely.length(shapely.intersection(shapely.boundary(faces), line)) > _ON_LINE
    outer = faces[touching & ~inside]
    inner = faces[touching & inside]
    # Through the inside the line cuts the block in two: the smaller part goes.
    if len(outer):
        return shapely.union_all(outer), True
    if len(inner) < 2:
        raise InputError(Problem(msg("The drawn line encloses no land with the outline.")))
    return inner[int(np.argmin(shapely.area(inner)))], False
