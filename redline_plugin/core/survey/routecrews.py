"""Markers shared out among crews, each with a round trip from its base."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import Delaunay, cKDTree

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.survey.route import round_trip
from redline_plugin.core.survey.routecost import Walk
from redline_plugin.core.survey.routeshares import shares

MOST_KICKS = 8000
"""For all crews together: a few seconds."""


@dataclass(frozen=True)
class CrewRoute:
    """The way of one crew.

    Attributes:
        base: x, y that it begins and ends at; base_number: its position among the bases given, None
            when it is a place on a road or a marker.
        visits: markers in order.
        minutes: on the way and at the markers.
        metres: straight, from base to base.
        off_road_m: on foot: each leg straight, or back to the road and in from it, whichever is less.
        least_m: no round trip through the same places is shorter (their minimum spanning tree).
    """

    base: tuple[float, float]
    base_number: int | None
    visits: tuple[int, ...]
    minutes: float
    metres: float
    off_road_m: float
    least_m: float


def crew_routes(
    places: Floats,
    heights: Floats | None,
    road_m: Floats,
    road_places: Floats | None,
    bases: Floats,
    crews: int,
    rule: str,
    work_minutes: float,
    feedback: Feedback,
) -> list[CrewRoute]:
    """Share places out among crews, and order each crew's.

    Work, walking and setting, is shared out equally; then each crew gets a base and a round trip.

    Args:
        places: (n, 2), m.
        heights: (n,), m, None for a plain.
        road_m: (n,) distance from the nearest road, NaN without one.
        road_places: (n, 2) nearest places of roads, None without any.
        bases: (b, 2) where crews begin, may be empty: then each begins at the road place of the
            marker that is nearest to a road, or at that marker.
        crews: how many; no more than there are places.
        rule: of walking, of RULE_TITLES.
        work_minutes: at each marker.
        feedback: cancel, progress.

    Raises:
        CancelledError: the user stopped.
    """
    walk = Walk(rule, places, heights)
    groups = shares(walk, crews, work_minutes, Part(feedback, 0.0, 0.4))
    starts = _bases(groups, places, road_m, road_places, bases)
    found = []
    for number, (group, (base, base_number)) in enumerate(zip(groups, starts)):
        step = 0.6 / len(groups)
        part = Part(feedback, 0.4 + step * number, 0.4 + step * (number + 1))
        found.append(_route(walk, group, base, base_number, road_m, work_minutes, part))
    return found


def _bases(
    groups: list[Ints],
    places: Floats,
    road_m: Floats,
    road_places: Floats | None,
    bases: Floats,
) -> list[tuple[Floats, int | None]]:
    """Return the base of each group."""
    if len(bases):
        away = np.array([cKDTree(places[group]).query(bases)[0] for group in groups])
        room = -(-len(groups) // len(bases))
        of_group, base = linear_sum_assignment(np.repeat(away, room, axis=1))
        chosen = dict(zip(of_group.tolist(), (base // room).tolist()))
        return [(bases[chosen[number]], chosen[number]) for number in range(len(groups))]
    found: list[tuple[Floats, int | None]] = []
    for group in groups:
        nearest = int(group[np.argmin(np.nan_to_num(road_m[group], nan=np.inf))])
        found.append((places[nearest] if road_places is None else road_places[nearest], None))
    return found


def _route(
    walk: Walk,
    group: Ints,
    base: Floats,
    base_number: int | None,
    road_m: Floats,
    work_minutes: float,
    feedback: Feedback,
) -> CrewRoute:
    own = walk.with_base(base, group)
    order = round_trip(own, feedback, MOST_KICKS * len(group) // len(walk.places))
    visits = group[np.array(order[1:], dtype=np.int64) - 1]
    way = [*order, 0]
    straight = own.metres(way)
    to_road = np.concatenate([[0.0], road_m[group]])[way]
    by_road = to_road[:-1] + to_road[1:]
    return CrewRoute(
        (float(base[0]), float(base[1])),
        base_number,
        tuple(visits.tolist()),
        float(own.legs(way).sum() + work_minutes * len(group)),
        float(straight.sum()),
        float(np.fmin(straight, by_road).sum()),
        spanning_tree_m(own.places),
    )


def spanning_tree_m(places: Floats) -> float:
    """Return the length of the minimum spanning tree of places, m: a round trip cannot be shorter."""
    distinct = np.unique(places, axis=0)
    if len(distinct) < 3:
        return float(np.hypot(*(distinct[-1] - distinct[0])))
    try:
        corners = Delaunay(distinct - distinct.mean(axis=0))
    except RuntimeError:
        # Qhull makes no triangles of places on one line.
        return float(np.hypot(*(distinct[-1] - distinct[0])))
    # The tree is part of the triangulation.
    edges = np.concatenate([corners.simplices[:, [0, 1]], corners.simplices[:, [1, 2]]])
    edges = np.unique(
        np.sort(np.concatenate([edges, corners.simplices[:, [0, 2]]]), axis=1), axis=0
    )
    away = np.hypot(*(distinct[edges[:, 0]] - distinct[edges[:, 1]]).T)
    graph = coo_matrix((away, (edges[:, 0], edges[:, 1])), shape=(len(distinct),) * 2)
    return float(minimum_spanning_tree(graph).sum())
