"""Monthly cover: the year's end members in all months, and the year itself where months lack."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rasters import read, write

from redline_plugin.core.assess import monthlyvegetationcover, vegetationcover
from redline_plugin.core.declare.job import Band, Job, stack_of
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.feedback import Quiet

WAYS = {
    "end_members": "given",
    "scale": 1.0,
    "ndvi_soil": 0.1,
    "ndvi_vegetation": 0.9,
    "soil_quantile": np.nan,
    "vegetation_quantile": np.nan,
    "ndvi_minimum": np.nan,
    "ndvi_maximum": np.nan,
}


@given(st.integers(0, 11), st.floats(-0.875, 0.875, width=32))
def test_each_month_is_the_year_s_formula_on_its_own_ndvi(month, value):
    months = np.full((12, 2, 2), 0.5, "float32")
    months[month] = value
    year = np.full((2, 2), 0.8, "float32")
    found = monthlyvegetationcover.monthly_cover(year, months, **WAYS)
    alone = vegetationcover.vegetation_cover(months[month].copy(), **WAYS)
    np.testing.assert_allclose(found[month], alone, rtol=1e-6, atol=1e-7)
    assert found.shape == (12, 2, 2)


def test_values_that_are_no_ndvi_have_no_cover_in_their_month_only():
    months = np.full((12, 1, 1), 0.5, "float32")
    months[3] = -3000
    found = monthlyvegetationcover.monthly_cover(np.full((1, 1), 0.5, "float32"), months, **WAYS)
    assert list(np.flatnonzero(np.isnan(found[:, 0, 0]))) == [3]


@pytest.mark.parametrize("with_months", [True, False])
def test_end_members_are_those_of_the_year_s_raster(tmp_path, with_months):
    year = np.linspace(0.1, 0.9, 400, dtype="float32").reshape(20, 20)
    inputs = {"NDVI": Band(write(tmp_path / "y.tif", year))}
    if with_months:
        months = np.stack([year * (0.5 + m / 24) for m in range(12)]).astype("float32")
        inputs["MONTHLY_NDVI"] = stack_of([write(tmp_path / "m.tif", months)])
    paths = {"OUTPUT": tmp_path / "o.tif"}
    told = Quiet()
    run_jobs([Job(monthlyvegetationcover.MODEL, inputs, paths)], told)
    alone = tmp_path / "a.tif"
    run_jobs([Job(vegetationcover.MODEL, {"NDVI": inputs["NDVI"]}, {"OUTPUT": alone})], told)
    found, expected = read(paths["OUTPUT"]), read(alone)
    said = " ".join(str(one) for one in told.warnings)
    if with_months:
        assert (np.diff(found, axis=0) >= 0).all()
        assert (found[0] <= expected).all()
        assert "no NDVI of the months" not in said
    else:
        np.testing.assert_array_equal(found, np.broadcast_to(expected, found.shape))
        assert "no NDVI of the months" in said
