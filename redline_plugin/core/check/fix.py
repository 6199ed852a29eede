"""The fixes of topology that are safe, in rounds, until a round changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.check.fixfaces import share_out
from redline_plugin.core.check.fixpoints import Step, cut_spikes, merge_near
from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.rule import Floats, Ints
from redline_plugin.core.delineate.shapes import Shapes, as_shapes, polygon_parts
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import msg

_ROUNDS = 8
_NOTHING_M2 = 1e-4
"""A part of less area is none: coordinates are kept to 0.0001 m."""


Areas = Callable[[Shapes], Floats]


@dataclass(frozen=True)
class Fixed:
    """What the fixes gave.

    Attributes:
        shapes: (n,) of each feature: a polygon or multipolygon, or what it was when it was no
            polygon.
        before_m2, after_m2, added_m2, removed_m2: (n,) areas; before + added - removed is
            after, up to rounding.
        steps: fixes made, and places left, from the north-west.
        rounds: how many changed something.
    """

    shapes: Shapes
    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats
    steps: tuple[Step, ...]
    rounds: int


def fix(
    geometries: Sequence[BaseGeometry | None] | Shapes,
    protected: Shapes,
    settings: Mapping[str, float],
    feedback: Feedback,
    areas: Areas = shapely.area,
) -> Fixed:
    """Fix what can be fixed safely.

    Args:
        geometries: of the features, None for those without.
        protected: polygons whose vertices and edges stay.
        settings: XY_TOLERANCE, SHARP_ANGLE, SPIKE_WIDTH, MAX_AREA, MAX_WIDTH.
        feedback: progress and cancel, between steps.
        areas: of polygons for the accounts; plane ones by default.

    Raises:
        CancelledError: the user stopped.
    """
    features = shapely.force_2d(as_shapes(geometries))
    order = _canonical(features)
    subject = Polygons(features[order], [""] * len(features))
    limits = {**settings, "NOTHING": _NOTHING_M2}
    shapes, owners, steps = _made_valid(subject, limits["XY_TOLERANCE"])
    before = shapes, owners
    done = 0
    left: list[Step] = []
    for number in range(_ROUNDS):
        stop_if_cancelled(feedback)
        last = _keys(shapes, owners)
        shapes, owners, near = merge_near(shapes, owners, limits["XY_TOLERANCE"], protected)
        shapes, owners, whiskers = cut_spikes(
            shapes, owners, limits, limits["XY_TOLERANCE"], protected
        )
        shapes, owners = _polygons(shapes, owners)
        stop_if_cancelled(feedback)
        shapes, owners, places = share_out(shapes, owners, limits, protected)
        shapes, owners, gone = _without_nothing(shapes, owners)
        now = [*near, *whiskers, *places, *gone]
        steps += [step for step in now if step.made]
        left = [step for step in now if not step.made]
        feedback.progress((number + 1) / _ROUNDS)
        if _keys(shapes, owners) == last:
            break
        done += 1
    told = {(-s.place[1], s.place[0], s.kind, s.feature): s for s in [*steps, *left]}
    listed = [replace(told[key], feature=int(order[told[key].feature])) for key in sorted(told)]
    return _accounts(subject, before, (shapes, owners), listed, done, np.argsort(order), areas)


def _canonical(features: Shapes) -> Ints:
    """Return the order of features from the north-west, whatever order they came in."""
    keys = shapely.to_wkb(shapely.normalize(features))
    west, _, _, north = np.nan_to_num(shapely.bounds(features)).T
    ranked = sorted(range(len(features)), key=lambda i: (-north[i], west[i], keys[i] or b""))
    return np.array(ranked, dtype=np.int64)


def _made_valid(subject: Polygons, tolerance: float) -> tuple[Shapes, Ints, list[Step]]:
    """Split polygons where they touch themselves; those that lose or gain area are left out."""
    steps: list[Step] = []
    shapes = subject.parts.copy()
    for at in np.flatnonzero(~subject.valid):
        made = shapely.make_valid(shapes[at])
        point = shapely.point_on_surface(made)
        walked = abs(shapely.area(shapes[at]))
        safe = abs(shapely.area(made) - walked) <= tolerance * shapely.length(shapes[at])
        steps.append(
            Step(
                "selfcontact" if safe else "invalid",
                (point.x, point.y),
                int(subject.owners[at]),
                msg("not valid, {area} m2", area=f"{walked:.10g}"),
                msg("split where it touches itself")
                if safe
                else msg("left as it was: repairing it would change its area"),
                safe,
            )
        )
        shapes[at] = shapely.multipolygons(polygon_parts([made])) if safe else shapely.Polygon()
    parts, owner = shapely.get_parts(shapes, return_index=True)
    solid = ~shapely.is_empty(parts)
    left_out = np.unique(subject.owners[owner[~solid]])
    keep = solid & ~np.isin(subject.owners[owner], left_out)
    return parts[keep], subject.owners[owner[keep]], steps


def _polygons(shapes: Shapes, owners: Ints) -> tuple[Shapes, Ints]:
    """Return valid polygons: merged vertices may have made a ring touch itself."""
    bad = np.flatnonzero(~shapely.is_valid(shapes))
    if len(bad) == 0:
        return shapes, owners
    shapes = shapes.copy()
    for at in bad:
        shapes[at] = shapely.multipolygons(polygon_parts([shapely.make_valid(shapes[at])]))
    parts, owner = shapely.get_parts(shapes, return_index=True)
    return parts, owners[owner]


def _without_nothing(shapes: Shapes, owners: Ints) -> tuple[Shapes, Ints, list[Step]]:
    area = shapely.area(shapes)
    alone = np.bincount(owners, minlength=1)[owners] == 1 if len(owners) else area > 0.0
    nothing = (area < _NOTHING_M2) & ~alone
    steps = []
    for shape, owner, size in zip(shapes[nothing], owners[nothing], area[nothing]):
        point = shapely.point_on_surface(shape)
        steps.append(
            Step(
                "tiny",
                (point.x, point.y),
                int(owner),
                msg("a part of {area} m2", area=f"{size:.3g}"),
                msg("taken away"),
                True,
            )
        )
    return shapes[~nothing], owners[~nothing], steps


def _keys(shapes: Shapes, owners: Ints) -> list[tuple[int, bytes]]:
    return sorted(zip(owners.tolist(), shapely.to_wkb(shapely.normalize(shapes)).tolist()))


def _accounts(
    subject: Polygons,
    before: tuple[Shapes, Ints],
    after: tuple[Shapes, Ints],
    steps: list[Step],
    rounds: int,
    back: Ints,
    areas: Areas,
) -> Fixed:
    count = len(subject.features)
    old, new = _by_feature(*before, count), _by_feature(*after, count)
    same = shapely.equals_exact(old, new, tolerance=0.0)
    changed = np.flatnonzero(~same)
    added, removed = np.zeros(count), np.zeros(count)
    added[changed] = areas(_left(new[changed], old[changed]))
    removed[changed] = areas(_left(old[changed], new[changed]))
    touched = np.isin(np.arange(count), before[1])
    shapes = np.where(touched, new, subject.features)
    return Fixed(
        shapes[back],
        areas(old)[back],
        areas(new)[back],
        added[back],
        removed[back],
        tuple(steps),
        rounds,
    )


def _left(one: Shapes, other: Shapes) -> Shapes:
    """Return the polygons of one without the other."""
    return as_shapes(
        [shapely.MultiPolygon(polygon_parts([left])) for left in shapely.difference(one, other)]
    )


def _by_feature(shapes: Shapes, owners: Ints, count: int) -> Shapes:
    parts: list[list[BaseGeometry]] = [[] for _ in range(count)]
    for shape, owner in zip(shapely.normalize(shapes), owners.tolist()):
        parts[owner].append(shape)
    return as_shapes(
        [
            part[0] if len(part) == 1 else shapely.normalize(shapely.MultiPolygon(part))
            for part in parts
        ]
    )
