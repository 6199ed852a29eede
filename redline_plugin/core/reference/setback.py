"""Land within a set distance of water, and the line where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.text import msg

RIVER, LAKE, RESERVOIR, COAST = "river", "lake", "reservoir", "coast"
QUARTER = 16
"""Segments in a quarter circle: the line is 0.12 % of the distance too near at most."""

_AT_ONCE = 500


@dataclass(frozen=True)
class Water:
    """Waters of one kind.

    Attributes:
        kind: RIVER, LAKE or RESERVOIR.
        shapes: (n,) lines or polygons in metres.
        distances_m: (n,) from the water's edge; for a line from its middle plus ``half_widths_m``.
        names: (n,) "" without a name.
        half_widths_m: (n,) of rivers drawn as lines, 0 for others.
    """

    kind: str
    shapes: Shapes
    distances_m: NDArray[np.float64]
    names: Sequence[str]
    half_widths_m: NDArray[np.float64]


@dataclass(frozen=True)
class Coast:
    """The coastline, which side of it is land, and the distances; 0 for none on that side."""

    lines: Shapes
    land: Shapes
    landward_m: float
    seaward_m: float


@dataclass(frozen=True)
class Zone:
    """Land (or sea) within the distance of waters of one kind, name and distance."""

    geometry: BaseGeometry
    kind: str
    name: str
    distance_m: float


@dataclass(frozen=True)
class Setbacks:
    """The zones, which may overlap, and the outer limits of all of them together, each with its zone."""

    zones: tuple[Zone, ...]
    limits: tuple[Zone, ...] = field(default=())


def setbacks(
    waters: Sequence[Water],
    coast: Coast | None = None,
    feedback: Feedback | None = None,
    *,
    with_water: bool = True,
) -> Setbacks:
    """Return the zones along waters, and the lines where land outside of all zones begins.

    Args:
        waters: rivers, lakes, reservoirs.
        coast: the coastline, if there is one.
        feedback: progress and cancel.
        with_water: whether polygons of water belong to their zones.

    Raises:
        InputError: nothing to do.
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    groups: dict[tuple[str, str, float], list[BaseGeometry]] = {}
    total = sum(len(water.shapes) for water in waters) + 1
    done = 0
    for water in waters:
        for start in range(0, len(water.shapes), _AT_ONCE):
            stop_if_cancelled(feedback)
            part = slice(start, start + _AT_ONCE)
            shapes = water.shapes[part]
            reach = water.distances_m[part] + water.half_widths_m[part]
            strips = shapely.buffer(shapes, reach, quad_segs=QUARTER)
            if not with_water:
                areal = shapely.get_dimensions(shapes) == 2
                strips[areal] = shapely.difference(strips[areal], shapes[areal])
            for at, strip in enumerate(strips, start=start):
                key = (water.kind, water.names[at], float(water.distances_m[at]))
                groups.setdefault(key, []).append(strip)
            done += len(shapes)
            feedback.progress(0.6 * done / total)
    if coast is not None:
        for zone in _coastal(coast):
            groups.setdefault((zone.kind, zone.name, zone.distance_m), []).append(zone.geometry)
    zones = []
    for key in sorted(groups):
        stop_if_cancelled(feedback)
        united = shapely.union_all(as_shapes(_ordered(groups[key])))
        parts = polygon_parts([united])
        if len(parts):
            zones.append(Zone(shapely.multipolygons(parts), *key))
    if not zones:
        raise InputError(
            Problem(
                msg("There is no water to keep a distance from."),
                remedy=msg("Give at least one layer of water, and its distance."),
            )
        )
    feedback.progress(0.8)
    stop_if_cancelled(feedback)
    limits = _limits(zones)
    feedback.progress(1.0)
    return Setbacks(tuple(zones), limits)


def _ordered(shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Return shapes in an order that does not depend on that of the features."""
    keys = shapely.to_wkb(shapely.normalize(as_shapes(shapes)))
    return [shapes[index] for index in sorted(range(len(shapes)), key=lambda at: keys[at])]


def _coastal(coast: Coast) -> list[Zone]:
    """Return the strips on both sides of the coast; the names tell which is which."""
    line = shapely.union_all(coast.lines)
    land = shapely.union_all(coast.land)
    found = []
    for distance, side, cut in (
        (coast.landward_m, "landward", shapely.intersection),
        (coast.seaward_m, "seaward", shapely.difference),
    ):
        if distance > 0.0:
            strip = cut(shapely.buffer(line, distance, quad_segs=QUARTER), land)
            found.append(Zone(strip, COAST, side, distance))
    return found


def _limits(zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return the outline of all zones together, cut where another zone makes it."""
    outlines = shapely.boundary(as_shapes([zone.geometry for zone in zones]))
    parts, zone_of = shapely.get_parts(outlines, return_index=True)
    edges, part_of = _segments(parts)
    tree = shapely.STRtree(edges)
    whole = shapely.union_all(as_shapes([zone.geometry for zone in zones]))
    found = []
    for ring in _ordered(list(shapely.get_rings(polygon_parts([whole])))):
        points = shapely.get_coordinates(ring)
        middles = shapely.points((points[:-1] + points[1:]) / 2.0)
        # Each segment of the outline is a part of a segment of the zone that made it; of several
        # zones in one place the first is taken.
        segment, edge = tree.query_nearest(middles, all_matches=True)
        maker = np.full(len(middles), len(zones))
        np.minimum.at(maker, segment, zone_of[part_of[edge]])
        found += [
            Zone(shapely.linestrings(line), zone.kind, zone.name, zone.distance_m)
            for line, zone in ((line, zones[at]) for line, at in _runs(points, maker))
        ]
    return tuple(found)


def _segments(lines: Shapes) -> tuple[Shapes, NDArray[np.int64]]:
    """Return the segments of lines, and the line of each."""
    points, owner = shapely.get_coordinates(lines, return_index=True)
    tail = np.flatnonzero(owner[:-1] == owner[1:])
    return shapely.linestrings(np.stack([points[tail], points[tail + 1]], axis=1)), owner[tail]


def _runs(
    points: NDArray[np.float64], maker: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.float64], int]]:
    """Yield the runs of one maker along a closed ring, and the maker."""
    change = np.flatnonzero(maker != np.roll(maker, 1))
    if len(change) == 0:
        yield points, int(maker[0])
        return
    closed = np.roll(points[:-1], -change[0], axis=0)
    closed = np.vstack([closed, closed[:1]])
    stops = np.append(change[1:], change[0] + len(maker)) - change[0]
    for start, stop, first in zip(change - change[0], stops, change):
        yield closed[start : stop + 1], int(maker[first])


def told(zones: Sequence[Zone]) -> Mapping[str, float]:
    """Return the distances by kind and name, for the record of the run."""
    return {
        f"{zone.kind}:{zone.name}" if zone.name else zone.kind: zone.distance_m for zone in zones
    }
