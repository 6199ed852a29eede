"""The line in stretches: one source, the same land on either side, and how far from the assessed line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.faces import Faces, point_index, segment_index
from redline_plugin.core.boundary.network import Network
from redline_plugin.core.boundary.places import Places
from redline_plugin.core.boundary.rebuild import side, unneeded
from redline_plugin.core.boundary.source import Source
from redline_plugin.core.delineate.shapes import Shapes, as_shapes

FITTED = "fitted"
KEPT = "kept"
UNRESOLVED = "unresolved"

_BESIDE_METRES = 0.01
_NEAR_LIMIT = 0.8
_LEAST_SHARE = 0.1


@dataclass(frozen=True)
class Stretch:
    """A piece of the red line.

    Attributes:
        geometry: a line; a closed one where nothing changes around a block.
        source: index of the source, -1 for the assessed line.
        name: of the source's line that most of it runs along, "".
        left, right: indices of the blocks on either side, -1 for outside.
        length_m: in the plane.
        offset_mean_m, offset_max_m: distance from the assessed line.
        area_in_m2, area_out_m2: moved at its place; a place counts for the stretch with most of it.
        state: FITTED on a source, KEPT on the assessed line without another choice, UNRESOLVED on
            the assessed line although some source would move it.
        place: index of the place that it runs through, -1 for none: there are no choices.
    """

    geometry: LineString
    source: int
    name: str
    left: int
    right: int
    length_m: float
    offset_mean_m: float
    offset_max_m: float
    area_in_m2: float
    area_out_m2: float
    state: str
    place: int


def offsets(line: Shapes, places: Floats) -> Floats:
    """Return the distance of each place from the nearest of the segments of a line, m."""
    if len(places) == 0 or len(line) == 0:
        return np.zeros(len(places))
    points = shapely.points(places)
    nearest = shapely.STRtree(line).nearest(points)
    away = shapely.distance(points, line[nearest])
    return np.where(away < _BESIDE_METRES * 1e-3, 0.0, away)


def stretches_of(
    network: Network,
    faces: Faces,
    sources: Sequence[Source],
    owner: Ints,
    away: Floats,
    places: Places,
) -> tuple[Stretch, ...]:
    """Return the whole line after the fit in stretches, what needs an eye first in front."""
    left, right = side(owner, faces.left), side(owner, faces.right)
    edge = np.flatnonzero(left != right)
    if len(edge) == 0:
        return ()
    low, high = np.minimum(left[edge], right[edge]), np.maximum(left[edge], right[edge])
    key = np.stack([network.source[edge], low, high])
    _, group = np.unique(key, axis=1, return_inverse=True)
    group = group.reshape(-1)
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(group.max() + 2))
    ends = np.stack(
        [network.points[network.tail[edge]], network.points[network.head[edge]]], axis=1
    )
    lines: list[LineString] = []
    owners: list[int] = []
    junction = _junctions(network, edge)
    for start, stop in zip(bounds[:-1], bounds[1:]):
        here = order[start:stop]
        for line in _chains(ends[here], network, edge[here], junction):
            lines.append(line)
            owners.append(int(order[start]))
    return _described(network, faces, sources, edge, low, high, lines, owners, away, places)


def _junctions(network: Network, edge: Ints) -> np.ndarray:
    """Return the points where more than two segments of the line meet."""
    degree = np.bincount(
        np.concatenate([network.tail[edge], network.head[edge]]), minlength=len(network.points)
    )
    return degree > 2


def _chains(ends: Floats, network: Network, edge: Ints, junction: np.ndarray) -> list[LineString]:
    """Join segments to lines that end where others join."""
    merged = shapely.get_parts(
        shapely.line_merge(shapely.multilinestrings(as_shapes(shapely.linestrings(ends))))
    )
    if not (junction[network.tail[edge]] | junction[network.head[edge]]).any():
        return list(merged)
    keys = network.points[junction]
    stops = set(map(tuple, keys))
    found = []
    for line in merged:
        points = shapely.get_coordinates(line)
        inner = [at for at in range(1, len(points) - 1) if tuple(points[at]) in stops]
        if not inner:
            found.append(line)
            continue
        for start, stop in zip([0, *inner], [*inner, len(points) - 1]):
            found.append(LineString(points[start : stop + 1]))
    return found


def _described(
    network: Network,
    faces: Faces,
    sources: Sequence[Source],
    edge: Ints,
    low: Ints,
    high: Ints,
    lines: Sequence[LineString],
    owners: Sequence[int],
    away: Floats,
    places: Places,
) -> tuple[Stretch, ...]:
    points, of = shapely.get_coordinates(as_shapes(lines), return_index=True)
    index = point_index(network.points, points)
    far = np.zeros(len(lines))
    np.maximum.at(far, of, away[index])
    tail = np.flatnonzero(of[:-1] == of[1:])
    length = np.hypot(*(points[tail + 1] - points[tail]).T)
    middle = offsets(network.assessed, (points[tail] + points[tail + 1]) / 2.0)
    total = np.bincount(of[tail], length, minlength=len(lines))
    mean = np.bincount(of[tail], length * middle, minlength=len(lines)) / total
    np.maximum.at(far, of[tail], middle)
    start, end = index[tail], index[tail + 1]
    segment = segment_index(network, np.minimum(start, end), np.maximum(start, end))
    names = _names(network, sources, segment, of[tail], length, len(lines))
    place, main = _places_beside(faces, places, segment, of[tail], length, len(lines))
    moved = {one.place: one for one in places.choices if one.chosen}
    several = np.bincount([one.place for one in places.choices], minlength=places.count + 1) > 1
    drop = unneeded(network, edge)[index]
    starts = np.searchsorted(of, np.arange(len(lines) + 1))
    found = []
    for number in range(len(lines)):
        part = slice(starts[number], starts[number + 1])
        kept = ~drop[part]
        kept[[0, -1]] = True
        line = LineString(points[part][kept])
        source = int(network.source[edge[owners[number]]])
        at = int(place[number])
        choices = at >= 0 and bool(several[at])
        state = FITTED if source >= 0 else UNRESOLVED if choices else KEPT
        taken = moved.get(at) if main[number] else None
        found.append(
            Stretch(
                line,
                source,
                names[number] if source >= 0 else "",
                int(low[owners[number]]),
                int(high[owners[number]]),
                float(total[number]),
                float(mean[number]),
                float(far[number]),
                taken.area_in_m2 if taken else 0.0,
                taken.area_out_m2 if taken else 0.0,
                state,
                at,
            )
        )
    return tuple(sorted(found, key=lambda one: _urgency(one, sources)))


def _places_beside(
    faces: Faces, places: Places, segment: Ints, line: Ints, length: Floats, count: int
) -> tuple[Ints, Bools]:
    """Return the place beside most of each line, and whether it has most of that place's line."""
    left = np.where(faces.left[segment] >= 0, places.of_face[faces.left[segment]], -1)
    right = np.where(faces.right[segment] >= 0, places.of_face[faces.right[segment]], -1)
    beside = np.maximum(left, right)
    known = beside >= 0
    place = np.full(count, -1, dtype=np.int64)
    main = np.zeros(count, dtype=bool)
    if not known.any():
        return place, main
    key, inverse = np.unique(np.stack([line[known], beside[known]]), axis=1, return_inverse=True)
    metres = np.bincount(inverse.reshape(-1), length[known])
    for by, of in ((0, 1), (1, 0)):
        order = np.lexsort((key[of], -metres, key[by]))
        first = order[np.flatnonzero(np.diff(key[by][order], prepend=-1))]
        if by == 0:
            # What only touches a place with a small part of its length is not there.
            total = np.bincount(line, length, minlength=count)
            much = metres[first] >= _LEAST_SHARE * total[key[0][first]]
            place[key[0][first[much]]] = key[1][first[much]]
        else:
            mine = first[place[key[0][first]] == key[1][first]]
            main[key[0][mine]] = True
    return place, main


def _urgency(stretch: Stretch, sources: Sequence[Source]) -> tuple:
    """Return a key: unresolved ones with choices, large offsets, long assessed ones, then the rest."""
    near_limit = (
        stretch.source >= 0
        and stretch.offset_max_m >= _NEAR_LIMIT * sources[stretch.source].tolerance_m
    )
    rank = (
        0 if stretch.state == UNRESOLVED else 1 if near_limit else 2 if stretch.state == KEPT else 3
    )
    bounds = stretch.geometry.bounds
    return (rank, -round(stretch.length_m, 3), bounds[0], -bounds[3], stretch.geometry.wkb)


def _names(
    network: Network,
    sources: Sequence[Source],
    segment: Ints,
    line: Ints,
    length: Floats,
    count: int,
) -> list[str]:
    """Return the name that most of each line runs along."""
    source, name = network.source[segment], network.name[segment]
    known = (source >= 0) & (name >= 0)
    found: list[dict[str, float]] = [{} for _ in range(count)]
    for at, one, number, metres in zip(line[known], source[known], name[known], length[known]):
        word = sources[one].names[number]
        if word:
            found[at][word] = found[at].get(word, 0.0) + metres
    return [max(words, key=lambda word: (words[word], word)) if words else "" for words in found]
