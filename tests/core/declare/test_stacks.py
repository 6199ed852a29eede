"""Inputs of several bands, optional and lenient ones, and outputs of several bands."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from support.rasters import write

from redline_plugin.core.declare.job import Band, Job, stack_of
from redline_plugin.core.declare.model import RasterInput
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet

from .conftest import NODATA, model_of

MONTHS = RasterInput("MONTHS", "Months", "mm", (0, 1000), bands=12)
YEARS = RasterInput("YEARS", "Years", "mm", (0, 1000), bands=0, lenient=True)
PLAIN = RasterInput("PLAIN", "Plain", "1")
MAYBE = RasterInput("MAYBE", "Maybe", "1", optional=True)


def rng():
    return np.random.default_rng(3)


def test_twelve_bands_reach_the_kernel_in_order(run):
    weights = np.arange(1, 13, dtype="float32")
    model = model_of([MONTHS], lambda m: np.tensordot(weights, m, axes=1))
    months = rng().random((12, 9, 11)).astype("float32")
    found = run(model, {"MONTHS": months})
    np.testing.assert_allclose(found.out, np.tensordot(weights, months, axes=1), rtol=1e-5)
    assert [entry["band"] for entry in found.record["inputs"]] == list(range(1, 13))


def test_files_in_order_are_as_good_as_bands(tmp_path):
    model = model_of([MONTHS], lambda m: m[3] - m[7])
    months = rng().random((12, 5, 6)).astype("float32")
    paths = [write(tmp_path / f"{n}.tif", layer) for n, layer in enumerate(months)]
    run_jobs([Job(model, {"MONTHS": stack_of(paths)}, {"OUTPUT": tmp_path / "o.tif"})], Quiet())
    np.testing.assert_array_equal(
        gdal.Open(str(tmp_path / "o.tif")).ReadAsArray(), months[3] - months[7]
    )


def test_a_wrong_number_of_bands_is_told_with_the_numbers(tmp_path):
    path = write(tmp_path / "m.tif", np.ones((11, 3, 3), "float32"))
    job = Job(
        model_of([MONTHS], lambda m: m[0]),
        {"MONTHS": stack_of([path])},
        {"OUTPUT": tmp_path / "o.tif"},
    )
    with pytest.raises(InputError, match="needs 12 bands, 11 are given"):
        run_jobs([job], Quiet())


def test_one_missing_month_makes_the_pixel_nodata(run):
    months = np.ones((12, 4, 4), "float32")
    months[5, 1, 2] = np.nan
    months[7, 3, 3] = 5000  # outside the valid range
    found = run(model_of([MONTHS], lambda m: m.sum(axis=0)), {"MONTHS": months})
    expected = np.full((4, 4), 12.0)
    expected[1, 2] = expected[3, 3] = NODATA
    np.testing.assert_array_equal(found.out, expected)
    assert (found.tally.inputs["MONTHS"].nodata, found.tally.inputs["MONTHS"].outside) == (1, 1)


def test_a_lenient_stack_gives_nan_to_the_kernel(run):
    years = np.arange(5 * 4, dtype="float32").reshape(5, 2, 2)
    years[1, 0, 0] = np.nan
    years[:, 1, 1] = np.nan
    found = run(model_of([YEARS], lambda y: np.nanmean(y, axis=0)), {"YEARS": years})
    expected = np.array(
        [[np.nanmean(years[:, 0, 0]), years[:, 0, 1].mean()], [years[:, 1, 0].mean(), NODATA]]
    )
    np.testing.assert_allclose(found.out, expected)
    # A pixel without a value in any year lies outside; that is no failure of the equation.
    tally = found.tally.outputs["OUTPUT"]
    assert (tally.valid, tally.undefined) == (3, 0)


def test_an_optional_input_may_be_left_out(run):
    model = model_of([PLAIN, MAYBE], lambda p, m: p if m is None else p + m)
    assert run(model, {"PLAIN": [[1.0, 2.0]]}).out.tolist() == [[1, 2]]
    both = run(model, {"PLAIN": [[1.0, 2.0]], "MAYBE": [[10.0, np.nan]]})
    assert both.out.tolist() == [[11, NODATA]]


def test_at_least_one_input_is_needed(run):
    model = model_of([MAYBE], lambda m: m)
    with pytest.raises(InputError, match="No input is given"):
        run(model, {})


def test_one_of_several_inputs_is_needed(run):
    other = RasterInput("OTHER", "Other", "1", optional=True)
    model = model_of(
        [PLAIN, MAYBE, other],
        lambda p, m, o: p + (o if m is None else m),
        one_of=(("MAYBE", "OTHER"),),
    )
    with pytest.raises(InputError, match=r"One of .*\(MAYBE\), Other \(OTHER\) is needed"):
        run(model, {"PLAIN": [[1.0]]})
    assert run(model, {"PLAIN": [[1.0]], "OTHER": [[2.0]]}).out.item() == 3


def test_an_output_of_several_bands(run):
    model = model_of([MONTHS], lambda m: m * 2, bands=12, valid=(0, 1.5))
    months = rng().random((12, 7, 5)).astype("float32")
    months[2, 1, 1] = np.nan
    found = run(model, {"MONTHS": months})
    expected = np.minimum(months * 2, 1.5)
    expected[:, 1, 1] = NODATA
    np.testing.assert_allclose(found.out, expected, rtol=1e-6)
    tally = found.tally.outputs["OUTPUT"]
    assert tally.valid == 12 * 34
    assert tally.lowered == int(
        (np.nan_to_num(np.delete(months.reshape(12, -1), 6, axis=1)) * 2 > 1.5).sum()
    )
    dataset = gdal.Open(str(found.paths["OUTPUT"]))
    assert dataset.RasterCount == 12
    assert dataset.GetRasterBand(7).GetDescription() == "Result 7"


@pytest.mark.parametrize("plan", [(7, 5), (16, 16), (64, 3)])
def test_windows_do_not_matter(run, plan):
    model = model_of([MONTHS, YEARS], lambda m, y: m.sum(axis=0) * np.nanmax(y, axis=0))
    months, years = rng().random((12, 33, 29)), rng().random((3, 33, 29))
    months[rng().random(months.shape) < 0.02] = np.nan
    years[rng().random(years.shape) < 0.2] = np.nan
    arrays = {"MONTHS": months, "YEARS": years}
    whole, parts = run(model, arrays), run(model, arrays, plan=plan)
    np.testing.assert_array_equal(whole.out, parts.out)
    assert whole.tally.inputs == parts.tally.inputs


def test_integers_in_a_stack(tmp_path):
    path = write(tmp_path / "m.tif", np.full((12, 2, 2), 7, "int16"))
    single = Job(
        model_of([MONTHS], lambda m: m.sum(axis=0) / 8),
        {"MONTHS": [Band(path, n) for n in range(1, 13)]},
        {"OUTPUT": tmp_path / "o.tif"},
    )
    run_jobs([single], Quiet())
    assert gdal.Open(str(tmp_path / "o.tif")).ReadAsArray()[0, 0] == 10.5
