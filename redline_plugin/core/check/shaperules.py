"""Rules on one polygon at a time: validity, duplicates, tiny, narrow and sliver polygons."""

from __future__ import annotations

import re

import numpy as np
import shapely

from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.rule import NOBODY, Bools, Floats, Found, Ints, Settings
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.text import N_, Message, msg, title

_REASONS = {
    "Self-intersection": N_("its outline crosses itself"),
    "Ring Self-intersection": N_("its outline touches itself"),
    "Hole lies outside shell": N_("a hole lies outside its outline"),
    "Holes are nested": N_("a hole lies in another hole"),
    "Interior is disconnected": N_("holes cut it into pieces"),
    "Nested shells": N_("a part lies in another part"),
    "Duplicate Rings": N_("two of its rings are the same"),
    "Too few points in geometry component": N_("a ring has too few points"),
}
_PLACE = re.compile(r"\[([-+.\deE]+) ([-+.\deE]+)\]")


def invalid(subject: Polygons, _settings: Settings) -> Found:
    """Find features without a geometry that serves, and those whose geometry is not valid."""
    shapes: list[shapely.Point | None] = []
    first: list[int] = []
    notes: list[Message] = []
    for index in subject.lost:
        shape = subject.features[index]
        first.append(int(index))
        if shape is None or shape.is_empty:
            shapes.append(None)
            notes.append(msg("it has no geometry"))
        else:
            shapes.append(shapely.point_on_surface(shape))
            notes.append(msg("it is a {kind}, no polygon", kind=shape.geom_type))
    for index in subject.wild:
        shapes.append(None)
        first.append(int(index))
        notes.append(msg("its coordinates are not numbers"))
    whole = np.unique(subject.owners)
    bad = whole[~shapely.is_valid(subject.features[whole])]
    for index, reason in zip(bad, shapely.is_valid_reason(subject.features[bad])):
        place = _PLACE.search(reason)
        words = reason.split("[")[0].strip()
        shapes.append(None if place is None else shapely.Point(float(place[1]), float(place[2])))
        first.append(int(index))
        known = _REASONS.get(words)
        notes.append(msg("{reason}", reason=words) if known is None else title(known))
    count = len(first)
    return Found(
        as_shapes(shapes),
        np.array(first, dtype=np.int64),
        np.full(count, NOBODY),
        np.full(count, np.nan),
        tuple(notes),
    )


def duplicate_features(subject: Polygons, _settings: Settings) -> Found:
    """Find features with the geometry of another; of three alike, two are found."""
    here = np.unique(subject.owners)
    return _repeated(
        shapely.normalize(subject.features[here]), np.zeros(len(here), dtype=np.int64), here
    )


def duplicate_rings(subject: Polygons, _settings: Settings) -> Found:
    """Find rings that occur twice in one feature."""
    rings, part = shapely.get_rings(subject.parts, return_index=True)
    found = _repeated(
        shapely.normalize(shapely.polygons(rings)), subject.owners[part], subject.owners[part]
    )
    return Found(
        shapely.boundary(found.shapes),
        found.first,
        np.full(len(found.first), NOBODY),
        shapely.length(found.shapes),
    )


def _repeated(shapes: Shapes, group: Ints, owner: Ints) -> Found:
    seen: dict[tuple[int, bytes], int] = {}
    again: list[tuple[int, int]] = []
    for at, key in enumerate(zip(group.tolist(), shapely.to_wkb(shapes).tolist())):
        before = seen.setdefault(key, at)
        if before != at:
            again.append((before, at))
    pairs = np.array(again, dtype=np.int64).reshape(-1, 2)
    return Found(
        shapes[pairs[:, 1]],
        owner[pairs[:, 0]],
        owner[pairs[:, 1]],
        shapely.area(shapes[pairs[:, 1]]),
    )


def tiny(subject: Polygons, settings: Settings) -> Found:
    """Find polygons smaller than TINY_AREA."""
    area = shapely.area(subject.solid[0])
    return _parts(subject, area < settings["TINY_AREA"], area)


def narrow(subject: Polygons, settings: Settings) -> Found:
    """Find polygons whose smallest enclosing box, at any angle, is narrower than NARROW_WIDTH."""
    limit = settings["NARROW_WIDTH"]
    shapes, _ = subject.solid
    west, south, east, north = shapely.bounds(shapes).T
    # A box at any angle is no longer than the upright one's diagonal, and holds the whole area.
    diagonal = np.hypot(east - west, north - south)
    width = np.full(len(shapes), np.inf)
    maybe = np.flatnonzero(shapely.area(shapes) <= limit * diagonal)
    width[maybe] = [_least_width(shape) for shape in shapely.convex_hull(shapes[maybe])]
    return _parts(subject, width < limit, width)


def _least_width(hull: shapely.Geometry) -> float:
    """Return the least width of a convex polygon over all directions; 0 of a line."""
    points = shapely.get_coordinates(hull)
    along = np.diff(points, axis=0)
    length = np.hypot(*along.T)
    along = along[length > 0.0] / length[length > 0.0, None]
    if hull.geom_type != "Polygon" or len(along) == 0:
        return 0.0
    normal = np.column_stack([-along[:, 1], along[:, 0]])
    across = (points - points[0]) @ normal.T
    return float(np.ptp(across, axis=0).min())


def slivers(subject: Polygons, settings: Settings) -> Found:
    """Find small polygons that are thin: 4 pi area / perimeter squared under SLIVER_ROUNDNESS."""
    shapes, _ = subject.solid
    area, around = shapely.area(shapes), shapely.length(shapes)
    roundness = 4.0 * np.pi * area / np.maximum(around, 1e-12) ** 2
    thin = roundness < settings["SLIVER_ROUNDNESS"]
    return _parts(subject, (area < settings["SLIVER_AREA"]) & thin, area)


def _parts(subject: Polygons, mask: Bools, values: Floats) -> Found:
    shapes, owners = subject.solid
    at = np.flatnonzero(mask)
    return Found(shapes[at], owners[at], np.full(len(at), NOBODY), values[at])
