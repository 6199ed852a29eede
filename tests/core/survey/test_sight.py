"""Lines of sight against an exact profile, a formula, and GDAL's viewshed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from osgeo import gdal
from support.survey import CELL, X, Y, centre, ground, hills

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.sight import EARTH_RADIUS_M, REFRACTION, drop_m, sights

EYE, SIGN = 1.6, 2.5


class Cancelled(Quiet):
    def cancelled(self):
        return True


def exact(values, one, other, eye=EYE, target=SIGN):
    """How far the ground rises above the line between two cells' centres (Franklin and Ray's R3).

    The profile is taken at every crossing with a row or a column of centres, one by one.
    """
    (r0, c0), (r1, c1) = one, other
    away = CELL * math.hypot(r1 - r0, c1 - c0)
    curve = (1 - REFRACTION) / (2 * EARTH_RADIUS_M)
    low, high = values[r0, c0] + eye, values[r1, c1] + target - curve * away**2
    crossings = {(n - c0) / (c1 - c0) for n in range(min(c0, c1) + 1, max(c0, c1))}
    crossings |= {(n - r0) / (r1 - r0) for n in range(min(r0, r1) + 1, max(r0, r1))}
    worst = -math.inf
    for share in crossings:
        row, column = r0 + share * (r1 - r0), c0 + share * (c1 - c0)
        if abs(column - round(column)) < 1e-9:
            first = min(math.floor(row), len(values) - 2)
            part = row - first
            height = values[first, round(column)] * (1 - part)
            height += values[first + 1, round(column)] * part
        else:
            first = min(math.floor(column), len(values) - 2)
            part = column - first
            height = values[round(row), first] * (1 - part)
            height += values[round(row), first + 1] * part
        there = height - curve * (share * away) ** 2
        worst = max(worst, there - (low + (high - low) * share))
    return worst


def pairs(count, size=60, seed=2):
    rng = np.random.default_rng(seed)
    cells = rng.integers(0, size, (count, 4))
    return [((a, b), (c, d)) for a, b, c, d in cells.tolist() if abs(a - c) + abs(b - d) > 2]


def look(raster, both, eye=EYE, target=SIGN):
    eyes = np.array([centre(*one) for one, _ in both])
    targets = np.array([centre(*other) for _, other in both])
    return sights(raster, eyes, targets, eye, target, Quiet())


def test_agrees_with_the_exact_profile(tmp_path):
    values = hills(1)
    both = pairs(1500)
    found = look(ground(tmp_path, values), both)
    expected = np.array([exact(values.astype(float), *pair) for pair in both])
    assert 0.1 < (expected <= 0.0).mean() < 0.9
    differ = found.seen != (expected <= 0.0)
    # Between the crossings the ground is no straight line; that is all that may differ.
    assert differ.mean() < 0.01
    assert np.abs(expected[differ]).max(initial=0.0) < 0.8
    assert np.median(np.abs(found.above_m - expected)) < 0.5


def test_agrees_with_gdal(tmp_path):
    """GDAL's planes (Wang, Robinson and White) hide too much by design: the exact profile tells who is right."""
    values = hills(3, height=40.0, smooth=5.0)
    raster = ground(tmp_path, values)
    dataset = gdal.Open(str(tmp_path / "elevation.tif"))
    same = right = total = 0
    for row, column in ((30, 30), (12, 40), (45, 15)):
        x, y = centre(row, column)
        # Modes: 1 diagonal, 2 edge, 3 highest, 4 lowest.
        seen = gdal.ViewshedGenerate(
            dataset.GetRasterBand(1), "MEM", "", [], x, y, EYE, SIGN, 255, 0, 0, -1,
            1.0 - REFRACTION, 4, 5000.0,
        ).ReadAsArray()  # fmt: skip
        cells = [(r, c) for r in range(60) for c in range(60) if abs(r - row) + abs(c - column) > 2]
        found = look(raster, [((row, column), cell) for cell in cells])
        theirs = np.array([seen[cell] == 255 for cell in cells])
        same += int((found.seen == theirs).sum())
        total += len(cells)
        for at in np.flatnonzero(found.seen != theirs).tolist():
            truth = exact(values.astype(float), (row, column), cells[at]) <= 0.0
            right += truth == found.seen[at]
    assert same / total > 0.95
    assert right > 0.9 * (total - same)


def test_the_horizon_is_where_the_formula_has_it(tmp_path):
    flat = ground(tmp_path, np.full((4, 400), 100.0), transform=(X, 100.0, 0.0, Y, 0.0, -100.0))
    # Of eyes at one height above a sphere, each sees as far as the tangent point.
    limit = 2.0 * math.sqrt(2.0 * EARTH_RADIUS_M * 1.5 / (1.0 - REFRACTION))
    start = np.array([X + 500.0, Y - 200.0])
    ends = start + np.array([[limit * 0.98, 0.0], [limit * 1.02, 0.0]])
    found = sights(flat, np.tile(start, (2, 1)), ends, 1.5, 1.5, Quiet())
    assert found.seen.tolist() == [True, False]
    assert drop_m(np.array([1000.0]))[0] == pytest.approx(0.0683, abs=1e-4)


def test_a_wall_is_in_the_way_and_told_of(tmp_path):
    values = np.full((20, 40), 10.0)
    values[:, 20] = 40.0
    found = look(ground(tmp_path, values), [((10, 5), (10, 35)), ((10, 5), (10, 15))], 2.0, 2.0)
    assert found.seen.tolist() == [False, True]
    assert found.at_m[0] == pytest.approx(15 * CELL)
    # The line has come down by the sphere under it.
    lower = float(drop_m(np.array([15 * CELL]))[0])
    assert found.above_m[0] == pytest.approx(28.0 - lower + 2 * lower, abs=1e-3)


def test_both_ways_are_the_same_with_equal_heights(tmp_path):
    raster = ground(tmp_path, hills(6))
    both = pairs(400)
    there = look(raster, both, 1.5, 1.5)
    back = look(raster, [(other, one) for one, other in both], 1.5, 1.5)
    assert (there.seen == back.seen).all()


def test_what_is_not_known(tmp_path):
    values = hills(7)
    values[:, 30] = -9999.0
    raster = ground(tmp_path, values, nodata=-9999.0)
    found = look(raster, [((5, 30), (5, 50)), ((5, 20), (5, 40)), ((5, 5), (5, 6))])
    assert found.known.tolist() == [False, True, True]
    assert found.seen[0]
    assert math.isnan(found.above_m[0])
    assert found.seen[2]


def test_batches_change_nothing(tmp_path, monkeypatch):
    from redline_plugin.core.survey import sight

    raster = ground(tmp_path, hills(8))
    both = pairs(300)
    whole = look(raster, both)
    monkeypatch.setattr(sight, "_SAMPLES", 50)
    parts = look(raster, both)
    assert (whole.seen == parts.seen).all()
    assert np.array_equal(whole.above_m, parts.above_m, equal_nan=True)
    assert np.array_equal(whole.at_m, parts.at_m)


def test_cancel(tmp_path):
    from redline_plugin.core.errors import CancelledError

    raster = ground(tmp_path, hills(9))
    eyes = np.array([centre(5, 5)])
    with pytest.raises(CancelledError):
        sights(raster, eyes, np.array([centre(50, 50)]), 1.0, 1.0, Cancelled())
