"""Elevation as covariate only where it lessens the error at stations left out, field by field."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.stations.methods import Method, Settings, better, fit_method
from redline_plugin.core.stations.observations import Sample

COUNT = 40


def sample(values, elevation):
    places = np.random.default_rng(5).random((COUNT, 2)) * 100
    return Sample([str(n) for n in range(COUNT)], places, places, values, elevation)


@pytest.mark.parametrize("method", [Method.IDW, Method.SPLINE])
@pytest.mark.parametrize("follows", [True, False])
def test_the_smaller_error_decides(method, follows):
    rng = np.random.default_rng(8)
    elevation = rng.random(COUNT) * 2000
    points = np.random.default_rng(5).random((COUNT, 2)) * 100
    # Either a line on elevation alone, or a smooth surface that has nothing to do with it.
    values = 20 - 0.006 * elevation if follows else 10 + points[:, 0] / 10 + points[:, 1] / 25
    whole = sample(values, elevation)
    settings = Settings(method)
    with_it = fit_method("f", whole, method, settings, Quiet())
    without = fit_method("f", replace(whole, elevation=None), method, settings, Quiet())
    chosen = better(with_it, without)
    roots = (with_it.errors.root, without.errors.root)
    assert chosen.errors.root == min(roots)
    assert (chosen.lapse is not None) == follows == (roots[0] < roots[1])
    if not follows:
        assert chosen.error_with_elevation == roots[0]
        assert chosen.as_dict()["error_with_elevation"] == roots[0]


def test_of_equal_errors_the_simpler_surface_is_taken():
    flat = sample(np.full(COUNT, 3.0), np.arange(COUNT, dtype=float))
    fitted = [
        fit_method("f", one, Method.IDW, Settings(Method.IDW), Quiet())
        for one in (flat, replace(flat, elevation=None))
    ]
    assert better(*fitted).lapse is None
