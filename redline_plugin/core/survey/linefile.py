"""The line in a GeoPackage: arcs and blocks as layers that QGIS shows, exact enough to be the line again.

``line`` holds one feature for each arc, ``blocks`` one for each block, with its rings as arcs in
order, the number of each and how far along it begins as the survey walks it. Kinds of boundary and classes of terrain are kept as runs: where one begins, and which.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.arcs import Use
from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.boundary.sessionfile import blob_of, shape_of
from redline_plugin.core.survey.line import OUTSIDE, Block, Line
from redline_plugin.core.survey.registerrings import Ring
from redline_plugin.core.survey.rules import ANY, SurveyRules

SAME = 1e-6
"""m. Distances along an arc that differ by less are the same."""

LINE_FIELDS = (
    ("left_block", str),
    ("right_block", str),
    ("closed", int),
    ("length_m", float),
    ("first_node", int),
    ("last_node", int),
    ("kinds", str),
    ("terrains", str),
)
BLOCK_FIELDS = (("code", str), ("name", str), ("county", str), ("rings", str))

_INSERT_LINE = (
    "insert into line (id, geom, left_block, right_block, closed, length_m, first_node, last_node,"
    " kinds, terrains) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_BLOCK = "insert into blocks (id, geom, code, name, county, rings) values (?, ?, ?, ?, ?, ?)"
_ARC = (
    "select geom, left_block, right_block, closed, first_node, last_node, kinds, terrains from line"
    " where id = ?"
)
_ARCS = (
    "select geom, left_block, right_block, closed, first_node, last_node, kinds, terrains from line"
    " order by id"
)
_NEAR = (
    "select id from rtree_line_geom where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?"
    " order by id"
)


@dataclass(frozen=True)
class Terrains:
    """Classes of terrain along a line, like its kinds of boundary.

    Attributes:
        index: (n,) of the segment that begins at each vertex of the line, an index into ``ids``.
        ids: of the rule set's classes, or ANY.
    """

    index: Ints
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Arc:
    """One arc as the register reads it when it is needed.

    Attributes:
        number: in the line.
        points, measure: (n, 2), (n,) its vertices, and how far along the arc they are, m.
        left, right: codes of the blocks beside it, "" for none.
        closed: whether it is a whole ring.
        first, last: nodes that it runs from and to; what meets at a node has its number.
        kinds, terrains: (vertex that it begins at, id) of each run.
    """

    number: int
    points: Floats
    measure: Floats
    left: str
    right: str
    closed: bool
    first: int
    last: int
    kinds: tuple[tuple[int, str], ...]
    terrains: tuple[tuple[int, str], ...]

    @property
    def length(self) -> float:
        """Its length in the plane, m."""
        return float(self.measure[-1])

    def at(self, measure: float) -> tuple[float, float]:
        """Return the point at a distance along the arc; vertices come back as they are."""
        place = min(max(measure, 0.0), self.length)
        after = int(np.searchsorted(self.measure, place, side="right"))
        if after == len(self.measure):
            x, y = self.points[-1]
            return float(x), float(y)
        low, high = self.measure[after - 1], self.measure[after]
        share = (place - low) / (high - low)
        x, y = self.points[after - 1] + (self.points[after] - self.points[after - 1]) * share
        return float(x), float(y)

    def near(self, x: float, y: float, low: float = 0.0, high: float = np.inf) -> float:
        """Return the distance along the arc, from ``low`` to ``high``, that is nearest to a place."""
        high = min(high, self.length)
        line = self.part(low, high)
        return low + float(shapely.line_locate_point(line, shapely.Point(x, y)))

    def part(self, low: float, high: float) -> BaseGeometry:
        """Return the line between two distances along the arc; a little one when they are the same."""
        inside = (self.measure > low) & (self.measure < high)
        return shapely.linestrings(
            np.concatenate([[self.at(low)], self.points[inside], [self.at(high)]])
        )

    def used(self, rules: SurveyRules) -> Floats:
        """Return how many longest spacings are used up from its beginning to each vertex, (n,).

        A metre on which the rules allow a spacing of ``limit`` metres uses up ``1 / limit`` of one.
        """
        begins = sorted({0, *(at for at, _ in (*self.kinds, *self.terrains))})
        ends = [*begins[1:], len(self.measure)]
        step = np.diff(self.measure)
        for begin, end in zip(begins, ends):
            kind, terrain = _run_at(self.kinds, begin), _run_at(self.terrains, begin)
            step[begin:end] /= rules.spacing(kind, terrain).most_m.number
        return np.concatenate([[0.0], np.cumsum(step)])

    def here(self, measure: float) -> tuple[str, str]:
        """Return kind and terrain of the segment at a distance along the arc."""
        vertex = int(np.searchsorted(self.measure, measure, side="right")) - 1
        vertex = min(max(vertex, 0), len(self.measure) - 2)
        return _run_at(self.kinds, vertex), _run_at(self.terrains, vertex)


def write_line(
    store: sqlite3.Connection,
    srs: int,
    line: Line,
    terrains: Terrains | None,
    rings: Sequence[Sequence[Ring]],
    begins: Sequence[Sequence[float]],
) -> None:
    """Fill the layers ``line`` and ``blocks`` of a new file.

    Args:
        store: the file.
        srs: number of its CRS.
        line, terrains: to write.
        rings, begins: of each block, its rings as the survey walks them, and where each begins.
    """
    codes = [block.code for block in line.blocks]
    first, last = nodes_of(line)

    def side(number: int) -> str | None:
        return None if number == OUTSIDE else codes[number]

    def rows() -> Iterator[tuple[Any, ...]]:
        for number, shape in enumerate(line.lines()):
            at = line.arc(number)
            yield (
                number + 1,
                blob_of(shape, srs),
                side(int(line.left[number])),
                side(int(line.right[number])),
                int(line.closed[number]),
                line.length(number),
                int(first[number]),
                int(last[number]),
                _written(line.kind[at], line.kinds),
                None if terrains is None else _written(terrains.index[at], terrains.ids),
            )

    store.executemany(_INSERT_LINE, rows())
    store.executemany(
        _INSERT_BLOCK,
        (
            (
                number + 1,
                blob_of(block_shape(line, number), srs),
                block.code,
                block.name,
                block.county,
                _rings_text(line, number, rings[number], begins[number]),
            )
            for number, block in enumerate(line.blocks)
        ),
    )


def _rings_text(line: Line, block: int, rings: Sequence[Ring], begins: Sequence[float]) -> str:
    """Return the rings of a block as text, in the order that the line has them."""
    number = {ring.index: at for at, ring in enumerate(rings)}
    return json.dumps(
        [
            {
                "outer": int(outer),
                "number": number[index] + 1,
                "begin": begins[number[index]],
                "arcs": [[int(arc), int(back)] for arc, back in uses],
            }
            for index, (uses, outer) in enumerate(zip(line.rings[block], line.outer[block]))
        ]
    )


def nodes_of(line: Line) -> tuple[Ints, Ints]:
    """Return numbers for the places that arcs begin and end at, (m,) each; one place has one."""
    ends = np.concatenate([line.points[line.starts[:-1]], line.points[line.starts[1:] - 1]])
    _, found = np.unique(ends, axis=0, return_inverse=True)
    found = found.reshape(-1).astype(np.int64)
    return found[: line.count], found[line.count :]


def block_shape(line: Line, number: int) -> BaseGeometry:
    """Return a block as the polygons that its rings make."""
    polygons: list[tuple[Floats, list[Floats]]] = []
    for uses, outer in zip(line.rings[number], line.outer[number]):
        ring = ring_points(line, uses)
        if outer:
            polygons.append((ring, []))
        else:
            polygons[-1][1].append(ring)
    return shapely.multipolygons([shapely.Polygon(ring, holes) for ring, holes in polygons])


def ring_points(line: Line, uses: Sequence[Use]) -> Floats:
    """Return the vertices of a ring as it is walked, the first one again at its end."""
    pieces = []
    for arc, backwards in uses:
        points = line.points[line.arc(arc)]
        pieces.append((points[::-1] if backwards else points)[:-1])
    return np.concatenate([*pieces, pieces[0][:1]])


def read_line(store: sqlite3.Connection, crs: str) -> tuple[Line, Terrains | None]:
    """Return the line as it was written, with its classes of terrain if there are any."""
    blocks, rings, outer = [], [], []
    for code, name, county, text in store.execute(
        "select code, name, county, rings from blocks order by id"
    ):
        blocks.append(Block(code, name or "", county or ""))
        found = json.loads(text)
        rings.append(tuple(tuple((arc, bool(back)) for arc, back in one["arcs"]) for one in found))
        outer.append(tuple(bool(one["outer"]) for one in found))
    number = {block.code: at for at, block in enumerate(blocks)}
    arcs = [_arc_of(at, row) for at, row in enumerate(store.execute(_ARCS))]
    sizes = [len(arc.points) for arc in arcs]
    starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
    kind, kinds = _index([arc.kinds for arc in arcs], sizes)
    terrain, ids = _index([arc.terrains for arc in arcs], sizes)
    line = Line(
        crs,
        tuple(blocks),
        np.concatenate([arc.points for arc in arcs]) if arcs else np.empty((0, 2)),
        starts,
        np.array([arc.closed for arc in arcs], dtype=bool),
        np.concatenate([arc.measure for arc in arcs]) if arcs else np.empty(0),
        kind,
        kinds,
        np.array([number.get(arc.left, OUTSIDE) for arc in arcs], dtype=np.int64),
        np.array([number.get(arc.right, OUTSIDE) for arc in arcs], dtype=np.int64),
        tuple(rings),
        tuple(outer),
    )
    known = any(arc.terrains for arc in arcs)
    return line, Terrains(terrain, ids) if known else None


def read_arc(store: sqlite3.Connection, number: int) -> Arc:
    """Return one arc."""
    return _arc_of(number, store.execute(_ARC, (number + 1,)).fetchone())


def arcs_near(store: sqlite3.Connection, x: float, y: float, reach: float) -> list[int]:
    """Return the arcs whose boxes come within ``reach`` of a place, by the spatial index."""
    found = store.execute(_NEAR, (x - reach, x + reach, y - reach, y + reach))
    return [key - 1 for (key,) in found]


def _arc_of(number: int, row: Sequence[Any]) -> Arc:
    blob, left, right, closed, first, last, kinds, terrains = row
    points = shapely.get_coordinates(shape_of(blob))
    measure = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    return Arc(
        number,
        points,
        measure,
        left or "",
        right or "",
        bool(closed),
        first,
        last,
        tuple((at, name) for at, name in json.loads(kinds)),
        tuple((at, name) for at, name in json.loads(terrains or "[]")),
    )


def _written(index: Ints, ids: Sequence[str]) -> str:
    """Return runs of the same id as text: where each begins, and the id."""
    begins = np.concatenate([[0], 1 + np.flatnonzero(np.diff(index))])
    return json.dumps([[int(at), ids[int(index[at])]] for at in begins])


def _index(
    runs: Sequence[tuple[tuple[int, str], ...]], sizes: Sequence[int]
) -> tuple[Ints, tuple[str, ...]]:
    """Return the ids of all vertices as numbers, and the ids."""
    ids = (ANY, *sorted({name for of in runs for _, name in of} - {ANY}))
    number = {name: at for at, name in enumerate(ids)}
    found = np.zeros(sum(sizes), dtype=np.int64)
    start = 0
    for of, size in zip(runs, sizes):
        for at, name in of:
            found[start + at : start + size] = number[name]
        start += size
    return found, ids


def _run_at(runs: tuple[tuple[int, str], ...], vertex: int) -> str:
    at = bisect_right([begin for begin, _ in runs], vertex) - 1
    return runs[at][1] if at >= 0 else ANY
