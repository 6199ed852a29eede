"""Where roads meet, end, and reach the red line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.survey.line import OUTSIDE, Line

SNAP_M = 1.0
"""Ends of roads this near to one another, or to another road, meet: drawn by hand they rarely touch."""

SAME_JUNCTION_M = 30.0
"""Junctions this near to one another are one for who passes: the lanes of a wide road, the corners of
a roundabout. A choice of Redline's own."""

SAME_CROSSING_M = 100.0
"""So are places this near to one another where people reach the line: a road that winds along it
crosses it again and again. A choice of Redline's own."""

_PIECE = 32
_ENDS_OF_JUNCTION = 3


@dataclass(frozen=True)
class Ways:
    """Roads and paths.

    Attributes:
        lines: (n,) lines in the plane.
        names: (n,) of each, "" for none.
        labels: (n,) what to call one without a name: the feature's id.
        main: (n,) which are main roads.
        path: (n,) which are paths.
    """

    lines: Shapes
    names: tuple[str, ...]
    labels: tuple[str, ...]
    main: Bools
    path: Bools

    def part(self, at: Ints) -> Ways:
        """Return some of them."""
        return Ways(
            self.lines[at],
            tuple(self.names[n] for n in at),
            tuple(self.labels[n] for n in at),
            self.main[at],
            self.path[at],
        )


@dataclass(frozen=True)
class Spot:
    """A place of the network, and the ways (their positions in Ways) that make it."""

    x: float
    y: float
    ways: tuple[int, ...]


def line_pieces(line: Line, inner: bool) -> Shapes:
    """Return the line in short pieces, so that few of them meet any one place.

    Args:
        line: the red line.
        inner: whether boundaries between two blocks count, too.
    """
    pieces = []
    for arc in arcs_used(line, inner).tolist():
        points = line.points[line.arc(arc)]
        for start in range(0, len(points) - 1, _PIECE):
            pieces.append(shapely.linestrings(points[start : start + _PIECE + 1]))
    found = np.empty(len(pieces), dtype=object)
    found[:] = pieces
    return found


def arcs_used(line: Line, inner: bool) -> Ints:
    """Return the arcs that signs may stand on."""
    outside = (line.left == OUTSIDE) | (line.right == OUTSIDE)
    return np.flatnonzero(outside | inner).astype(np.int64)


def near_pieces(lines: Shapes, pieces: Shapes, distance_m: float) -> Ints:
    """Return which lines come this near to any piece."""
    if len(lines) == 0 or len(pieces) == 0:
        return np.empty(0, dtype=np.int64)
    found = shapely.STRtree(lines).query(pieces, predicate="dwithin", distance=distance_m)[1]
    return np.unique(found).astype(np.int64)


def thinned(spots: list[Spot], apart_m: float) -> list[Spot]:
    """Return spots of which no two are nearer than a distance; those left out lend theirs their ways.

    The first in the order of coordinates stays, whatever order they came in.
    """
    if len(spots) < 2:
        return spots
    spots = sorted(spots, key=lambda spot: (round(spot.x, 3), round(spot.y, 3), spot.ways))
    places = np.array([(spot.x, spot.y) for spot in spots])
    neighbours: list[list[int]] = cKDTree(places).query_ball_point(places, apart_m).tolist()
    owner = np.full(len(spots), -1)
    kept: list[int] = []
    for at, near in enumerate(neighbours):
        if owner[at] < 0:
            kept.append(at)
            for other in near:
                if owner[other] < 0:
                    owner[other] = at
    ways: dict[int, set[int]] = {at: set() for at in kept}
    for at, spot in enumerate(spots):
        ways[int(owner[at])].update(spot.ways)
    return [Spot(spots[at].x, spots[at].y, tuple(sorted(ways[at]))) for at in kept]


def junctions(ways: Ways) -> list[Spot]:
    """Return the junctions of main roads: nodes with three or more ends of main roads.

    A road that runs through a node has two ends there; so a road that ends on another one makes a
    junction, and two that cross do, since most layers are not cut where they do. A bridge is taken
    for a junction, too: plain lines do not tell.
    """
    main = np.flatnonzero(ways.main)
    main = main[_first_of_equals(ways.lines[main])]
    lines = ways.lines[main]
    if len(lines) == 0:
        return []
    tree = shapely.STRtree(lines)
    ends = np.concatenate(
        [
            shapely.get_coordinates(shapely.get_point(lines, 0)),
            shapely.get_coordinates(shapely.get_point(lines, -1)),
        ]
    )
    end_of = np.tile(np.arange(len(lines)), 2)
    places = np.concatenate([ends, _crossings(lines, tree)])
    node = _clusters(places, SNAP_M)
    count = int(node.max()) + 1
    # A node is at the mean of its places; near lines are asked for from each of them.
    number = np.bincount(node, minlength=count)
    middle = np.stack(
        [np.bincount(node, places[:, axis], minlength=count) / number for axis in (0, 1)], axis=1
    )
    at, near = tree.query(shapely.points(places), predicate="dwithin", distance=SNAP_M)
    touching = np.unique(np.stack([node[at], near], axis=1), axis=0)
    own = np.zeros((len(touching),), dtype=np.int64)
    key = touching[:, 0] * len(lines) + touching[:, 1]
    np.add.at(own, np.searchsorted(key, node[: len(ends)] * len(lines) + end_of), 1)
    of_node = np.bincount(touching[:, 0], np.where(own == 0, 2, own), minlength=count)
    found = []
    for here in np.flatnonzero(of_node >= _ENDS_OF_JUNCTION).tolist():
        members = touching[touching[:, 0] == here, 1]
        x, y = middle[here].tolist()
        found.append(Spot(x, y, tuple(sorted(main[members].tolist()))))
    return thinned(found, SAME_JUNCTION_M)


def reaching(ways: Ways, pieces: Shapes, end_m: float, most_m: float) -> list[Spot]:
    """Return where ways cross the line, end at it, or run along it.

    Args:
        ways: near the line.
        pieces: the line.
        end_m: a way that ends this near to the line reaches it, if nothing goes on from there.
        most_m: where a way runs along the line there is a spot at each end and at most so far apart.
    """
    if len(ways.lines) == 0 or len(pieces) == 0:
        return []
    tree = shapely.STRtree(ways.lines)
    piece, way = tree.query(pieces, predicate="intersects")
    common = shapely.intersection(pieces[piece], ways.lines[way])
    spots: list[Spot] = []
    parts, of = shapely.get_parts(common, return_index=True)
    point = shapely.get_dimensions(parts) == 0
    for (x, y), at in zip(shapely.get_coordinates(parts[point]).tolist(), of[point].tolist()):
        spots.append(Spot(x, y, (int(way[at]),)))
    for number in np.unique(way[of[~point]]).tolist():
        along = shapely.line_merge(
            shapely.multilinestrings(parts[~point][way[of[~point]] == number].tolist())
        )
        for run in shapely.get_parts(along):
            spaces = max(1, int(np.ceil(run.length / most_m)))
            for x, y in shapely.get_coordinates(
                shapely.line_interpolate_point(run, np.arange(spaces + 1) / spaces, normalized=True)
            ).tolist():
                spots.append(Spot(x, y, (number,)))
    spots += _dead_ends(ways, tree, pieces, end_m)
    return thinned(spots, SAME_CROSSING_M)


def _dead_ends(ways: Ways, tree: shapely.STRtree, pieces: Shapes, end_m: float) -> list[Spot]:
    """Return ends of ways near the line from which nothing goes on."""
    ends = np.concatenate([shapely.get_point(ways.lines, 0), shapely.get_point(ways.lines, -1)])
    owner = np.tile(np.arange(len(ways.lines)), 2)
    near = near_pieces(ends, pieces, end_m)
    at, _ = tree.query(ends[near], predicate="dwithin", distance=SNAP_M)
    alone = np.bincount(at, minlength=len(near)) == 1
    loop = shapely.equals(ends[near], ends[(near + len(ways.lines)) % len(ends)])
    last = near[alone & ~loop]
    return [
        Spot(x, y, (int(owner[n]),))
        for (x, y), n in zip(shapely.get_coordinates(ends[last]).tolist(), last.tolist())
    ]


def _crossings(lines: Shapes, tree: shapely.STRtree) -> Floats:
    """Return where lines cross or touch; of stretches that they share, the ends."""
    one, other = tree.query(lines, predicate="intersects")
    pair = one < other
    parts = shapely.get_parts(shapely.intersection(lines[one[pair]], lines[other[pair]]))
    straight = shapely.get_dimensions(parts) == 1
    return np.concatenate(
        [
            shapely.get_coordinates(parts[~straight]),
            shapely.get_coordinates(shapely.get_point(parts[straight], 0)),
            shapely.get_coordinates(shapely.get_point(parts[straight], -1)),
        ]
    )


def _clusters(places: Floats, distance: float) -> Ints:
    """Return the number of each place's cluster: chains of places no farther apart than a distance."""
    pairs = cKDTree(places).query_pairs(distance, output_type="ndarray")
    links = coo_matrix(
        (np.ones(len(pairs), dtype=bool), (pairs[:, 0], pairs[:, 1])),
        shape=(len(places), len(places)),
    )
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.int64)


def _first_of_equals(lines: Shapes) -> Ints:
    """Return lines without those that repeat another one, walked either way."""
    keys = shapely.to_wkb(shapely.normalize(lines))
    first: dict[bytes, int] = {}
    for at, key in enumerate(keys):
        first.setdefault(key, at)
    return np.array(sorted(first.values()), dtype=np.int64)
