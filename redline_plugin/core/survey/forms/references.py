"""Objects near a marker that help to find it again: nearest ones, in different directions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.survey.forms.things import Floats, Ints, Things, in_pieces

COUNT = 4
"""Rows of the form (fact sheet, submission 4.4), and quarters of the compass."""
LEAST_M = 1.0
"""What is nearer has no direction that could be measured."""
LEAST_APART_DEG = 30.0
"""Of two objects in almost the same direction the farther one adds nothing."""
_STEPS = (0.125, 0.25, 0.5, 1.0)
_AT_ONCE = 500


@dataclass(frozen=True)
class Reference:
    """An object seen from a marker.

    Attributes:
        kind, name: of the object.
        distance_m: to its nearest point, in the plane.
        azimuth_deg: to that point, from grid north, clockwise.
    """

    kind: str
    name: str
    distance_m: float
    azimuth_deg: float


@dataclass(frozen=True)
class _Pairs:
    """Marker, feature, distance and azimuth of each pair within reach, nearest first."""

    marker: Ints
    feature: Ints
    distance: Floats
    azimuth: Floats


def references_of(
    places: Floats,
    layers: Sequence[Things],
    reach_m: float,
    feedback: Feedback,
) -> list[list[Reference]]:
    """Return for each marker up to four objects, nearest first.

    First the nearest one in each quarter of the compass (around north, east, south, west), then the
    nearest of the rest. A feature comes once, and of features of one kind with one name one, unless
    there is nothing else in a quarter. What the marker stands at is none.

    Args:
        places: (n, 2) markers, m.
        layers: what may serve.
        reach_m: the farthest that is looked at.
        feedback: asked whether to stop.
    """
    found: list[list[Reference]] = [[] for _ in places]
    index = _Index(layers)
    waiting = np.arange(len(places))
    for step in _STEPS:
        pending: list[int] = []
        for start in range(0, len(waiting), _AT_ONCE):
            stop_if_cancelled(feedback)
            here = waiting[start : start + _AT_ONCE]
            pairs = index.pairs(places[here], reach_m * step)
            borders = np.searchsorted(pairs.marker, np.arange(len(here) + 1))
            for at, marker in enumerate(here.tolist()):
                part = slice(int(borders[at]), int(borders[at + 1]))
                chosen, whole = _chosen(index, pairs, part)
                found[marker] = chosen
                if not whole:
                    pending.append(marker)
        # Nearer objects in all quarters are known: what lies farther off cannot come before them.
        waiting = np.array(pending, dtype=np.int64)
    return found


class _Index:
    """All features of all layers in one tree; lines in short pieces, so that few are near."""

    def __init__(self, layers: Sequence[Things]) -> None:
        self.kinds = [layer.kind for layer in layers for _ in layer.names]
        self.names = [name for layer in layers for name in layer.names]
        shapes = as_shapes([shape for layer in layers for shape in layer.shapes])
        self._pieces, self._owner = in_pieces(shapes, outlines=False)
        self._tree = shapely.STRtree(self._pieces)

    def key(self, feature: int) -> object:
        """Return what makes a feature the same object as another: kind and name, if it has one."""
        name = self.names[feature]
        return (self.kinds[feature], name) if name else feature

    def pairs(self, places: Floats, reach_m: float) -> _Pairs:
        """Return what lies within reach of each place, by place and distance."""
        points = shapely.points(places)
        boxes = shapely.box(*(places - reach_m).T, *(places + reach_m).T)
        marker, piece = self._tree.query(boxes)
        lines = shapely.shortest_line(points[marker], self._pieces[piece])
        ends = shapely.get_coordinates(lines).reshape(-1, 2, 2)
        east, north = (ends[:, 1] - ends[:, 0]).T
        distance = np.hypot(east, north)
        azimuth = np.degrees(np.arctan2(east, north)) % 360.0
        keep = np.flatnonzero(distance <= reach_m)
        order = keep[np.lexsort((self._owner[piece[keep]], distance[keep], marker[keep]))]
        return _Pairs(marker[order], self._owner[piece[order]], distance[order], azimuth[order])


def _chosen(index: _Index, pairs: _Pairs, part: slice) -> tuple[list[Reference], bool]:
    """Return the objects of one marker, and whether farther ones cannot change them."""
    features = pairs.feature[part].tolist()
    azimuths, distances = pairs.azimuth[part].tolist(), pairs.distance[part].tolist()
    used: set[object] = set()
    met: set[int] = set()
    quarters: dict[int, int] = {}
    rest: list[int] = []
    for at, feature in enumerate(features):
        # Of a feature only the nearest point counts, not one of its farther pieces.
        if feature in met:
            continue
        met.add(feature)
        if distances[at] < LEAST_M:
            used |= {feature, index.key(feature)}
            continue
        quarter = int(azimuths[at] / (360.0 / COUNT) + 0.5) % COUNT
        if quarter in quarters or feature in used or index.key(feature) in used:
            rest.append(at)
        else:
            quarters[quarter] = at
            used |= {feature, index.key(feature)}
    whole = len(quarters) == COUNT
    for at in rest:
        # Another stretch of a road that is told of already is better than nothing on that side.
        quarter = int(azimuths[at] / (360.0 / COUNT) + 0.5) % COUNT
        if quarter not in quarters and features[at] not in used:
            quarters[quarter] = at
            used.add(features[at])
    taken = list(quarters.values())
    for at in rest:
        if len(taken) >= COUNT:
            break
        if index.key(features[at]) not in used and all(
            _between(azimuths[at], azimuths[other]) >= LEAST_APART_DEG for other in taken
        ):
            taken.append(at)
            used.add(index.key(features[at]))
    references = [
        Reference(index.kinds[features[at]], index.names[features[at]], distances[at], azimuths[at])
        for at in sorted(taken)
    ]
    return references, whole


def _between(one: float, other: float) -> float:
    return math.fabs((one - other + 180.0) % 360.0 - 180.0)
