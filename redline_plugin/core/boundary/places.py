"""Places where the line may run one way or another, and the choices there.

A place is land that the fit, or one source alone, would move together: clusters that follow one
another along one source. A choice is what a solution makes of a place: the land that comes in and
goes out, the new line, and how far that is. All choices of a place move only its own faces, so that
one can be exchanged for another without touching the rest of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.clusters import Clusters
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.faces import Faces
from redline_plugin.core.boundary.network import Network
from redline_plugin.core.delineate.shapes import Shapes, polygon_parts

ALL, NONE = -1, -2
"""The solution with all sources, and the assessed line."""


@dataclass(frozen=True)
class Solution:
    """Which faces are in: by the sources together (ALL), by one alone (its index), or before (NONE).

    ``clusters`` are the faces that change together: for ALL since the assessment, for others since
    the fit.
    """

    source: int
    label: Bools
    clusters: Clusters


@dataclass(frozen=True)
class Choice:
    """One way for the line at a place.

    Attributes:
        place: index of the place.
        sources: indices of the sources that the new line runs along; none to keep the old line.
        taken, given: land that comes in and that goes out, as multipolygons, noded exactly as the
            blocks are; blocks follow by union and difference.
        line: the line here.
        area_in_m2, area_out_m2: of the land, in the plane.
        length_m, on_sources_m: of the line here, and of its part along sources.
        offset_mean_m, offset_max_m: of the line here from the assessed one.
        chosen: whether the fit took it.
        assessed: whether it is the assessed line.
    """

    place: int
    sources: tuple[int, ...]
    taken: BaseGeometry
    given: BaseGeometry
    line: BaseGeometry
    area_in_m2: float
    area_out_m2: float
    length_m: float
    on_sources_m: float
    offset_mean_m: float
    offset_max_m: float
    chosen: bool
    assessed: bool


@dataclass(frozen=True)
class Places:
    """Places and their choices.

    Attributes:
        of_face: (f,) place of each face, -1 for a face that no solution moves.
        count: number of places.
        choices: all choices, by place, the one that was taken first.
    """

    of_face: Ints
    count: int
    choices: tuple[Choice, ...]


def places_of(
    network: Network, faces: Faces, solutions: Sequence[Solution], away: Floats
) -> Places:
    """Return places and choices.

    Args:
        network, faces: of the fit.
        solutions: the one that was taken first, the assessed line last.
        away: (p,) distance of each point from the assessed line.
    """
    of_face, count = _places(network, faces, solutions)
    choices: list[Choice] = []
    seen: list[set[bytes]] = [set() for _ in range(count)]
    order = np.argsort(of_face, kind="stable")
    order = order[np.searchsorted(of_face[order], 0) :]
    bounds = np.searchsorted(of_face[order], np.arange(count + 1))
    beside = _segments_beside(faces, of_face, count)
    for number, solution in enumerate(solutions):
        boundary = _boundary(faces, solution.label)
        for place in range(count):
            own = order[bounds[place] : bounds[place + 1]]
            state = np.packbits(solution.label[own]).tobytes()
            if state in seen[place]:
                continue
            seen[place].add(state)
            line = beside[place][boundary[beside[place]]]
            choice = _choice(network, faces, solution.label, place, own, line, away, number == 0)
            # A line that runs along nothing is a choice only where it is the assessed one.
            if choice.chosen or choice.sources or choice.assessed:
                choices.append(choice)
    choices.sort(key=lambda one: (one.place, not one.chosen, -one.on_sources_m, one.offset_mean_m))
    return Places(of_face, count, tuple(choices))


def _places(network: Network, faces: Faces, solutions: Sequence[Solution]) -> tuple[Ints, int]:
    """Join clusters to places; numbered from the west."""
    first = solutions[0]
    changed = first.label != (faces.assessed >= 0)
    count = len(faces.shapes)
    moved = changed.copy()
    one, other = [], []
    for solution in solutions:
        moved |= solution.label != first.label
        member = np.flatnonzero(solution.clusters.of_face >= 0)
        member = member[np.argsort(solution.clusters.of_face[member], kind="stable")]
        cluster = solution.clusters.of_face[member]
        same = cluster[1:] == cluster[:-1]
        one.append(member[:-1][same])
        other.append(member[1:][same])
    point, face = _faces_at(network, faces, changed)
    steady = _steady(network, faces, first.label)[point]
    point, face = point[steady], face[steady]
    order = np.lexsort((face, point))
    point, face = point[order], face[order]
    same = point[1:] == point[:-1]
    one.append(face[:-1][same])
    other.append(face[1:][same])
    left, right = np.concatenate(one), np.concatenate(other)
    graph = coo_matrix((np.ones(len(left)), (left, right)), shape=(count, count))
    group = connected_components(graph, directed=False)[1]
    of_face = np.full(count, -1, dtype=np.int64)
    index = np.flatnonzero(moved)
    if len(index) == 0:
        return of_face, 0
    names, number = np.unique(group[index], return_inverse=True)
    west = np.full(len(names), np.inf)
    np.minimum.at(west, number.reshape(-1), shapely.bounds(faces.shapes[index])[:, 0])
    rank = np.empty(len(names), dtype=np.int64)
    rank[np.lexsort((names, west))] = np.arange(len(names))
    of_face[index] = rank[number.reshape(-1)]
    return of_face, len(names)


def _faces_at(network: Network, faces: Faces, wanted: Bools) -> tuple[Ints, Ints]:
    """Return pairs of a point and a wanted face that has it on its outline."""
    points, found = [], []
    for end in (network.tail, network.head):
        for side in (faces.left, faces.right):
            here = (side >= 0) & (faces.left != faces.right)
            here[here] = wanted[side[here]]
            points.append(end[here])
            found.append(side[here])
    pairs = np.unique(np.stack([np.concatenate(points), np.concatenate(found)], axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _steady(network: Network, faces: Faces, label: Bools) -> Bools:
    """Return the points at which the line goes on along the same source."""
    edge = _boundary(faces, label)
    count = len(network.points)
    ends = np.concatenate([network.tail[edge], network.head[edge]])
    source = np.concatenate([network.source[edge], network.source[edge]])
    least = np.full(count, np.iinfo(np.int64).max)
    most = np.full(count, -2, dtype=np.int64)
    np.minimum.at(least, ends, source)
    np.maximum.at(most, ends, source)
    return (np.bincount(ends, minlength=count) == 2) & (least == most) & (most >= 0)


def _boundary(faces: Faces, label: Bools) -> Bools:
    left = (faces.left >= 0) & label[faces.left]
    right = (faces.right >= 0) & label[faces.right]
    return left != right


def _segments_beside(faces: Faces, of_face: Ints, count: int) -> list[Ints]:
    """Return, for each place, the segments with one of its faces on a side."""
    left = np.where(faces.left >= 0, of_face[faces.left], -1)
    right = np.where(faces.right >= 0, of_face[faces.right], -1)
    segments = np.arange(len(left))
    segment = np.concatenate([segments[left >= 0], segments[(right >= 0) & (right != left)]])
    place = np.concatenate([left[left >= 0], right[(right >= 0) & (right != left)]])
    order = np.lexsort((segment, place))
    bounds = np.searchsorted(place[order], np.arange(count + 1))
    return [segment[order[start:stop]] for start, stop in zip(bounds[:-1], bounds[1:])]


def _choice(
    network: Network,
    faces: Faces,
    label: Bools,
    place: int,
    own: Ints,
    line: Ints,
    away: Floats,
    chosen: bool,
) -> Choice:
    before, after = faces.assessed[own] >= 0, label[own]
    into, out = own[~before & after], own[before & ~after]
    length = network.lengths[line]
    far = np.maximum(away[network.tail[line]], away[network.head[line]])
    middle = (away[network.tail[line]] + away[network.head[line]]) / 2.0
    total = float(length.sum())
    on = network.source[line] >= 0
    return Choice(
        place=place,
        sources=tuple(np.unique(network.source[line][on]).tolist()),
        taken=_land(faces.shapes[into]),
        given=_land(faces.shapes[out]),
        line=_line(network, line),
        area_in_m2=float(faces.areas[into].sum()),
        area_out_m2=float(faces.areas[out].sum()),
        length_m=total,
        on_sources_m=float(length[on].sum()),
        offset_mean_m=float((middle * length).sum() / total) if total else 0.0,
        offset_max_m=float(far.max(initial=0.0)),
        chosen=chosen,
        assessed=bool((before == after).all()),
    )


def _land(shapes: Shapes) -> BaseGeometry:
    return shapely.multipolygons(polygon_parts([shapely.union_all(shapes)]))


def _line(network: Network, segments: Ints) -> BaseGeometry:
    ends = np.stack(
        [network.points[network.tail[segments]], network.points[network.head[segments]]], axis=1
    )
    return shapely.line_merge(shapely.multilinestrings(shapely.linestrings(ends)))
