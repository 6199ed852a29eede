"""Safe fixes of vertices: near ones become one, spikes go, for all polygons that use them at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from redline_plugin.core.boundary.arcs import SAME_PLACE, with_neighbours_vertices
from redline_plugin.core.check.polygons import (
    Polygons,
    Vertices,
    linked,
    names_of_points,
    vertices_of,
    without_repeated,
)
from redline_plugin.core.check.rule import Bools, Floats, Ints
from redline_plugin.core.check.vertexrules import corner_angles, spike_mask
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_of
from redline_plugin.core.text import Message, msg

_HELD = 10**9
"""More than any count of uses: a vertex that stays."""


@dataclass(frozen=True)
class Step:
    """One fix, made or left.

    Attributes:
        kind: id of the rule that it serves.
        place: (2,) where.
        feature: number of the feature.
        before, after: in words.
        made: whether it was made; if not, ``after`` says why.
    """

    kind: str
    place: tuple[float, float]
    feature: int
    before: Message
    after: Message
    made: bool


def rebuilt(vertices: Vertices, points: Floats, owners: Ints) -> tuple[Shapes, Ints]:
    """Return the polygons with other points in place of their corners; collapsed rings go."""
    moved = without_repeated(
        Vertices(points, vertices.ring, vertices.part, vertices.following, vertices.before)
    )
    size = np.bincount(moved.ring, minlength=1)
    use = size[moved.ring] >= 3
    ring = np.unique(moved.ring[use], return_inverse=True)[1].reshape(-1)
    if len(ring) == 0:
        return as_shapes([]), owners[:0]
    rings = shapely.linearrings(moved.points[use], indices=ring)
    first = np.unique(ring, return_index=True)[1]
    part = moved.part[use][first]
    exterior = np.unique(vertices.ring[np.flatnonzero(np.diff(vertices.part, prepend=-1) != 0)])
    is_exterior = np.isin(moved.ring[use][first], exterior)
    alive = np.isin(part, part[is_exterior])
    rings, part = rings[alive], part[alive]
    starts = np.flatnonzero(np.diff(part, prepend=-1) != 0)
    stops = np.append(starts[1:], len(part))
    shapes = shapely.polygons(rings[starts])
    for at in np.flatnonzero(stops - starts > 1):
        shapes[at] = polygon_of(rings[starts[at]], rings[starts[at] + 1 : stops[at]])
    return shapes, owners[part[starts]]


def merge_near(
    shapes: Shapes, owners: Ints, tolerance: float, fixed: Shapes
) -> tuple[Shapes, Ints, list[Step]]:
    """Make vertices nearer than ``tolerance`` one, and put neighbours' vertices into edges.

    A vertex of ``fixed`` wins; else the one that most rings use, then the lowest coordinates.
    A chain of near vertices that is wider than the tolerance is left and listed.
    """
    vertices = vertices_of(shapes)
    held = np.unique(shapely.get_coordinates(fixed), axis=0)
    every = np.concatenate([vertices.points, held])
    names = names_of_points(every)
    _, first, uses = np.unique(names, return_index=True, return_counts=True)
    places = every[first]
    rank = np.where(np.isin(np.arange(len(places)), names[len(vertices.points) :]), _HELD, uses)
    pairs = cKDTree(places).query_pairs(tolerance * 1.000001, output_type="ndarray")
    near = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T) < tolerance
    pairs = pairs[near]
    graph = coo_matrix((np.ones(len(pairs)), pairs.T), shape=(len(places), len(places)))
    _, cluster = connected_components(graph, directed=False)
    order = np.lexsort((places[:, 1], places[:, 0], -rank, cluster))
    best = order[np.unique(cluster[order], return_index=True)[1]][cluster]
    move = np.hypot(*(places[best] - places).T)
    for far in np.unique(cluster[move >= tolerance]):
        # Another one of them may be near to all.
        here = np.flatnonzero(cluster == far)
        apart = np.hypot(*(places[here][:, None] - places[here]).transpose(2, 0, 1)).max(axis=1)
        middle = here[np.lexsort((*places[here].T[::-1], apart, rank[here] < _HELD))[0]]
        best[here], move[here] = middle, np.hypot(*(places[middle] - places[here]).T)
    wide = np.zeros(cluster.max(initial=-1) + 1, dtype=bool)
    wide[cluster[move >= tolerance]] = True
    held_moves = (rank >= _HELD) & (best != np.arange(len(places)))
    best = np.where(wide[cluster] | held_moves, np.arange(len(places)), best)
    moved = move > 0.0
    owner_of = np.full(len(places), -1)
    owner_of[names[: len(vertices.points)][::-1]] = owners[vertices.part][::-1]
    steps = []
    for at in np.flatnonzero(moved & (owner_of >= 0)):
        made = not (wide[cluster[at]] or held_moves[at])
        steps.append(
            Step(
                "nearvertex",
                (float(places[at, 0]), float(places[at, 1])),
                int(owner_of[at]),
                msg("{distance} m from another vertex", distance=f"{move[at]:.3g}"),
                msg("one vertex")
                if made
                else msg("left: a chain of near vertices, wider than the tolerance"),
                made,
            )
        )
    points = places[best][names[: len(vertices.points)]]
    same = (vertices.points == vertices.points[vertices.before]).all(axis=1)
    for at in np.flatnonzero(same):
        steps.append(
            Step(
                "duplicatevertex",
                (float(points[at, 0]), float(points[at, 1])),
                int(owners[vertices.part[at]]),
                msg("two vertices at one place"),
                msg("one vertex"),
                True,
            )
        )
    shapes, owners = rebuilt(vertices, points, owners)
    return (*_noded(shapes, owners, tolerance, fixed), steps)


def _noded(shapes: Shapes, owners: Ints, tolerance: float, fixed: Shapes) -> tuple[Shapes, Ints]:
    """Put vertices into the edges of neighbours that they lie on; edges of ``fixed`` stay straight."""
    if len(shapes) == 0:
        return shapes, owners
    rings, part = shapely.get_rings(shapes, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    reach = SAME_PLACE if len(fixed) else tolerance
    points, ring = with_neighbours_vertices(points, ring, reach)
    last = np.diff(ring, append=-1) != 0
    points, ring = points[~last], ring[~last].astype(np.int64)
    noded = linked(points, ring, part[ring].astype(np.int64))
    return rebuilt(noded, points, owners)


def cut_spikes(
    shapes: Shapes,
    owners: Ints,
    settings: dict[str, float],
    tolerance: float,
    fixed: Shapes,
) -> tuple[Shapes, Ints, list[Step]]:
    """Take spikes away: the longer leg ends where the shorter one begins.

    Left and listed: spikes at which polygons branch, of more area than MAX_AREA, on the outline of
    ``fixed``, and those into which another polygon reaches.
    """
    subject = Polygons(shapes, [""] * len(shapes))
    corners = subject.corners
    angle, width = corner_angles(corners)
    at = np.flatnonzero(spike_mask(angle, width, settings))
    if len(at) == 0:
        return shapes, owners, []
    names = names_of_points(corners.points)
    single = _passed_alike(corners, names)
    back = corners.points[corners.before[at]]
    ahead = corners.points[corners.following[at]]
    tip = corners.points[at]
    short_is_back = _shorter(back, ahead, tip)
    short = np.where(short_is_back[:, None], back, ahead)
    long = np.where(short_is_back[:, None], ahead, back)
    along = long - tip
    share = np.einsum("ij,ij->i", short - tip, along) / np.einsum("ij,ij->i", along, along)
    foot = tip + np.clip(share, 0.0, 1.0)[:, None] * along
    # Narrower than the tolerance, the foot is the shorter leg's own end; legs of about one length
    # end where they began.
    foot = np.where((width[at] < tolerance)[:, None], short, foot)
    even = np.hypot(*(long - foot).T) < np.maximum(width[at], tolerance)
    foot = np.where(even[:, None], long, foot)
    area = width[at] * np.hypot(*(short - tip).T) / 2.0
    on_fixed = np.zeros(len(at), dtype=bool)
    if len(fixed):
        tree = shapely.STRtree(shapely.boundary(fixed))
        on_fixed[tree.query(shapely.points(tip), predicate="dwithin", distance=SAME_PLACE)[0]] = (
            True
        )
    reached = _reached(shapes, names, corners, at, short, foot)
    points = corners.points.copy()
    changed = np.zeros(int(names.max()) + 1, dtype=bool)
    steps = []
    for number, index in enumerate(at):
        why = None
        if not single[names[index]]:
            why = msg("left: polygons branch off at it")
        elif area[number] > settings["MAX_AREA"]:
            why = msg("left: it has {area} m2", area=f"{area[number]:.3g}")
        elif on_fixed[number]:
            why = msg("left: it lies on the outline of a protected area")
        elif reached[number]:
            why = msg("left: another polygon reaches into it")
        elif changed[names[corners.before[index]]] or changed[names[corners.following[index]]]:
            # Its neighbour has just moved: the next round looks again.
            continue
        if why is None:
            changed[names[index]] = True
            points[names == names[index]] = foot[number]
        steps.append(
            Step(
                "spike",
                (float(tip[number, 0]), float(tip[number, 1])),
                int(owners[corners.part[index]]),
                msg(
                    "a spike {width} m wide, of {area} m2",
                    width=f"{width[index]:.3g}",
                    area=f"{area[number]:.3g}",
                ),
                why or msg("cut off"),
                why is None,
            )
        )
    made, of = rebuilt(corners, points, owners)
    return made, of, steps


def _shorter(back: Floats, ahead: Floats, tip: Floats) -> Bools:
    """Return whether the leg from behind is the shorter one; of equals the lower end, for both sides."""
    one, other = np.hypot(*(back - tip).T), np.hypot(*(ahead - tip).T)
    lower = (back[:, 0] < ahead[:, 0]) | ((back[:, 0] == ahead[:, 0]) & (back[:, 1] < ahead[:, 1]))
    return (one < other) | ((one == other) & lower)


def _passed_alike(corners: Vertices, names: Ints) -> Bools:
    """Return, by name of point, whether all rings pass it between the same two points."""
    one, other = names[corners.before], names[corners.following]
    low, high = np.minimum(one, other), np.maximum(one, other)
    alike = np.ones(int(names.max()) + 1, dtype=bool)
    for side in (low, high):
        least = np.full(len(alike), np.iinfo(np.int64).max)
        most = np.full(len(alike), -1, dtype=np.int64)
        np.minimum.at(least, names, side)
        np.maximum.at(most, names, side)
        alike &= least == most
    return alike


def _reached(
    shapes: Shapes, names: Ints, corners: Vertices, at: Ints, short: Floats, foot: Floats
) -> Bools:
    """Return whether a polygon that does not pass the tip covers some of the spike."""
    tip = corners.points[at]
    triangles = shapely.polygons(np.stack([short, tip, foot], axis=1))
    flat = shapely.area(triangles) == 0.0
    spike, shape = shapely.STRtree(shapes).query(triangles)
    uses = set(zip(names.tolist(), corners.part.tolist()))
    strange = np.array(
        [(int(names[at[s]]), int(p)) not in uses for s, p in zip(spike, shape)], dtype=bool
    )
    keep = strange & ~flat[spike] if len(spike) else strange
    spike, shape = spike[keep], shape[keep]
    solid = shapely.make_valid(shapes[shape])
    covered = shapely.area(shapely.intersection(triangles[spike], solid)) > 0.0
    reached = np.zeros(len(at), dtype=bool)
    reached[spike[covered]] = True
    return reached
