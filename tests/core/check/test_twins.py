"""The rules against plain second implementations, and on coverages that are right by construction."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import Voronoi
from shapely.geometry import box

from redline_plugin.core.check.engine import run
from redline_plugin.core.check.polygons import Polygons
from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.core.feedback import Quiet

RULES = {rule.id: rule for rule in TOPOLOGY}


def check(shapes, ids, **tolerances):
    subject = Polygons(shapes, [str(n) for n in range(len(shapes))])
    return run([RULES[one] for one in ids], subject, tolerances, Quiet())


def voronoi(seed, count, size=1000.0, offset=(0.0, 0.0)):
    """Return a partition of a disc-like region: the bounded cells of random points."""
    points = np.random.default_rng(seed).uniform(0, size, (count, 2))
    cells = Voronoi(points)
    frame = (-size, 2 * size)
    found = []
    for region in cells.regions:
        if not region or -1 in region:
            continue
        corners = cells.vertices[region]
        if (corners < frame[0]).any() or (corners > frame[1]).any():
            continue
        found.append(shapely.Polygon(corners + offset))
    return found


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(8, 60), st.booleans())
def test_a_partition_has_no_overlap_and_no_gap(seed, count, far):
    offset = (39_500_000.0, 4_300_000.0) if far else (0.0, 0.0)
    cells = voronoi(seed, count, offset=offset)
    report = check(cells, ["overlap", "gap", "duplicatefeature", "invalid"])
    holes = [hole for hole in holes_of(cells) if small(hole)]
    assert report.counts["overlap"] == 0
    assert report.counts["duplicatefeature"] == report.counts["invalid"] == 0
    assert report.counts["gap"] == len(holes)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_overlaps_and_gaps_are_those_of_a_plain_overlay(seed):
    random = np.random.default_rng(seed)
    corners = random.integers(0, 60, (25, 2))
    sizes = random.integers(5, 25, (25, 2))
    shapes = [box(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes)]
    report = check(shapes, ["overlap", "gap"], GAP_AREA=40.0)
    expected = sum(
        one.intersection(other).area > 1e-4 for one, other in itertools.combinations(shapes, 2)
    )
    assert report.counts["overlap"] == expected
    total = sum(one.intersection(other).area for one, other in itertools.combinations(shapes, 2))
    found = sum(one.value for one in report.findings if one.rule.id == "overlap")
    assert found == pytest.approx(total)
    holes = [hole for hole in holes_of(shapes) if small(hole, 40.0)]
    assert report.counts["gap"] == len(holes)
    found = sum(one.value for one in report.findings if one.rule.id == "gap")
    assert found == pytest.approx(sum(hole.area for hole in holes))


def holes_of(shapes):
    union = shapely.union_all(shapes)
    parts = getattr(union, "geoms", [union])
    inside = [shapely.Polygon(ring) for part in parts for ring in part.interiors]
    # An island in a hole is no part of it.
    return [left for hole in inside for left in shapely.get_parts(hole.difference(union))]


def small(hole, area=400.0, width=0.5):
    return hole.area > 1e-4 and (hole.area < area or 2 * hole.area / hole.length < width)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_near_vertices_short_lines_and_angles_one_by_one(seed):
    random = np.random.default_rng(seed)
    shapes = []
    for number in range(8):
        angles = np.sort(random.uniform(0, 2 * np.pi, 12))
        reach = random.choice([1.0, 1.3, 40.0], 12)
        ring = np.column_stack([np.cos(angles), np.sin(angles)]) * reach[:, None]
        shapes.append(shapely.Polygon(ring + np.array([200 * number, 0])))
    report = check(
        shapes, ["nearvertex", "shortline", "spike", "sharpangle"], NEAR_VERTEX=0.1, SHORT_LINE=0.3
    )
    near = short = spikes = sharp = 0
    for shape in shapes:
        points = [np.array(p) for p in shape.exterior.coords[:-1]]
        near += sum(0 < np.linalg.norm(a - b) < 0.1 for a, b in itertools.combinations(points, 2))
        for before, here, after in zip(points[-1:] + points[:-1], points, points[1:] + points[:1]):
            short += 0.1 <= np.linalg.norm(after - here) < 0.3
            one, other = before - here, after - here
            a, b = np.linalg.norm(one), np.linalg.norm(other)
            angle = np.degrees(np.arccos(np.clip(one @ other / (a * b), -1, 1)))
            if angle < 10.0:
                wide = min(a, b) * np.sin(np.radians(angle)) < 0.5
                spikes += wide
                sharp += not wide
    assert report.counts == {
        "nearvertex": near,
        "shortline": short,
        "spike": spikes,
        "sharpangle": sharp,
    }


@settings(max_examples=30, deadline=None)
@given(st.floats(0.02, 1.2), st.floats(0, 360), st.integers(0, 10**6))
def test_a_neck_is_found_where_an_opening_takes_the_bridge_away(width, angle, seed):
    random = np.random.default_rng(seed)
    low = 50.0 - width / 2
    bridge = box(90, low, 90 + random.uniform(25, 60), low + width)
    shape = shapely.union_all([box(0, 0, 100, 100), bridge, box(bridge.bounds[2] - 5, 0, 300, 100)])
    shape = shapely.affinity.rotate(shape, angle, origin=(0, 0))
    opened = shape.buffer(-0.25, join_style="mitre")
    split = len(getattr(opened, "geoms", [opened])) > 1
    if abs(width - 0.5) > 1e-6:
        assert (check([shape], ["neck"]).counts["neck"] > 0) == split
