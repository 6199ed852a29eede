"""Every model of the registry: what is explained is what was stored, in every pixel."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Job, stack_of
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import load_table
from redline_plugin.core.errors import InputError
from redline_plugin.core.explain.explain import explain
from redline_plugin.core.explain.tree import Place
from redline_plugin.core.feedback import Quiet

GEOGRAPHIC = {"transform": (110.0, 0.01, 0.0, 32.0, 0.0, -0.01), "epsg": 4490}
SHAPE = (7, 9)
# Where the declared range is far wider than what occurs, or has an open end.
USUAL = {
    "MONTHLY_MIN_TEMPERATURE": (-10, 5),
    "MONTHLY_MAX_TEMPERATURE": (6, 35),
    "MONTHLY_TEMPERATURE": (-5, 30),
    "TEMPERATURE": (5, 20),
    "SAND": (20, 40),
    "SILT": (20, 40),
    "CLAY": (20, 40),
    "ELEVATION": (100, 900),
    "NDVI": (0, 0.9),
    "MONTHLY_NDVI": (0, 0.9),
    "DAILY_WIND": (0, 15),
}


def values_of(item, rng):
    """Random valid values of an input, with a gap at the first pixel."""
    if item.table is not None:
        lookup = load_table(item.table)
        codes = np.flatnonzero(lookup.listed)
        return rng.choice(codes, SHAPE).astype(np.uint16)
    bands = item.bands or 4
    shape = SHAPE if item.bands == 1 else (bands, *SHAPE)
    low, high = item.valid
    low, high = USUAL.get(
        item.name,
        (low if low is not None else 0, min(high if high is not None else 500, (low or 0) + 500)),
    )
    if item.codes:
        return rng.integers(0, 4, shape).astype(np.uint8)
    values = rng.uniform(low, high, shape).astype(np.float32)
    values[..., 0, 0] = -9999
    return values


@pytest.mark.parametrize("name", list(models()))
@pytest.mark.parametrize("where", [{}, GEOGRAPHIC], ids=["metres", "degrees"])
def test_computed_again_is_what_is_stored(name, where, tmp_path):
    model = models()[name]
    rng = np.random.default_rng(3)
    inputs = {}
    for item in model.inputs:
        values = values_of(item, rng)
        nodata = -9999 if values.dtype.kind == "f" else None
        inputs[item.name] = stack_of(
            [write(tmp_path / f"{item.name}.tif", values, nodata=nodata, **where)]
        )
    outputs = {output.name: tmp_path / f"out_{output.name}.tif" for output in model.outputs}
    try:
        run_jobs([Job(model, inputs, outputs)], Quiet())
    except InputError as error:
        pytest.fail(str(error))
    x0, dx, _, y0, _, dy = where.get("transform") or (36_500_000.0, 30.0, 0, 3_600_000.0, 0, -30.0)
    told = 0
    for output in model.outputs:
        stored = read(outputs[output.name])
        stored = stored if stored.ndim == 2 else stored[0]
        for row, column in ((0, 0), (3, 4), (6, 8), (2, 1)):
            place = Place(
                str(outputs[output.name]), x0 + (column + 0.5) * dx, y0 + (row + 0.5) * dy
            )
            found = explain(place)
            text = "\n".join(str(one.text) for one in found.findings)
            # A check's own words may hold a "but", too.
            assert not re.search(r"Computed again from the inputs: .*, but ", text), text
            expected = float(stored[row, column])
            if expected in (-9999.0,) or (output.classes and expected == 0):
                assert found.value is None
                assert "No result here" in text
            else:
                told += 1
                assert found.value == expected
                assert found.recomputed == pytest.approx(expected, rel=1e-5)
    assert told
