"""What is told of inputs before a run: units, fill values, stacks' order, another product's codes."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from core.declare.conftest import model_of
from support.rasters import write

from redline_plugin.core.assess.inputs import SLOPE, VEGETATION_COVER
from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.model import CodeTable, Hint, RasterInput, TableFile
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.soil.inputs import CLAY, SAND, SILT
from redline_plugin.core.text import Message


def rng():
    return np.random.default_rng(7)


def told(run, item, values, **more):
    """The warnings that a run with this one input gives, or what it is refused with."""
    model = model_of([item], lambda a, **_: a, **more)
    try:
        found = run(model, {item.name: values})
    except InputError as error:
        return str(error)
    return "\n".join(found.warnings)


# Units


@pytest.mark.parametrize(
    ("lowest", "highest", "sign"),
    [
        (0.0, 1.55, "radians"),
        (0.0, 1.60, None),
        (0.0, 45.0, None),
        # Hilly land in per cent: few pixels are beyond 90, and the mean is small.
        (0.0, 89.0, None),
    ],
)
def test_slopes_in_radians(run, lowest, highest, sign):
    values = np.linspace(lowest, highest, 1600).reshape(40, 40)
    text = told(run, SLOPE, values)
    assert ("radians" in text) == (sign is not None)
    assert "per cent" not in text


@pytest.mark.parametrize(("steep", "sign"), [(5, False), (12, True)])
def test_slopes_in_per_cent_of_which_few_are_beyond_ninety(run, steep, sign):
    values = rng().uniform(0, 40, 1600)
    values[:steep] = np.linspace(95, 140, steep)
    text = told(run, SLOPE, values.reshape(40, 40))
    assert ("It looks like per cent" in text) == sign


def test_a_slope_of_nothing_but_zeros_is_no_wrong_unit(run):
    assert "radians" not in told(run, SLOPE, np.zeros((20, 20)))


@pytest.mark.parametrize(("mean", "sign"), [(0.99, False), (1.2, True), (75.0, True)])
def test_cover_in_per_cent(run, mean, sign):
    values = rng().uniform(0.98, 1.02, (20, 20)) * mean
    values[0, 0] = 0.5
    assert ("may be in per cent" in told(run, VEGETATION_COVER, values)) == sign


def test_cover_in_per_cent_of_a_dense_forest(run):
    values = rng().integers(0, 100, (40, 40)).astype(float)
    values[:22] = 100
    assert "may be in per cent" in told(run, VEGETATION_COVER, values)


@pytest.mark.parametrize(("negative", "sign"), [(10, False), (40, True)])
def test_ndvi_given_as_cover(run, negative, sign):
    values = rng().uniform(0.1, 0.9, 1600)
    values[:negative] = rng().uniform(-0.4, -0.01, negative)
    assert ("looks like NDVI" in told(run, VEGETATION_COVER, values.reshape(40, 40))) == sign


def soils(run, sand, silt, clay):
    model = model_of(
        [SAND, SILT, CLAY], lambda a, b, c: a + b + c, wholes=(("SAND", "SILT", "CLAY"),)
    )
    parts = {"SAND": sand, "SILT": silt, "CLAY": clay}
    arrays = {name: np.full((20, 20), value) + np.eye(20) for name, value in parts.items()}
    try:
        return "\n".join(run(model, arrays).warnings)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize(
    ("parts", "sign"),
    [
        ((40, 40, 20), None),
        ((60, 50, 39), None),
        ((60, 50, 41), "sum to 151"),
        ((30, 20, 11), None),
        ((25, 20, 11), "sum to 56"),
        ((95, 90, 60), "sum to 245"),
    ],
)
def test_sand_silt_and_clay_are_one_whole(run, parts, sign):
    text = soils(run, *parts)
    assert ("the means of samples sum" in text) == (sign is not None)
    assert sign is None or sign in text


def test_one_in_grams_per_kilogram_is_told_by_itself(run):
    model = model_of(
        [SAND, SILT, CLAY], lambda a, b, c: a + b + c, wholes=(("SAND", "SILT", "CLAY"),)
    )
    half = np.full((20, 20), 30.0)
    sand = half.copy()
    sand[:, 10:] = np.linspace(300, 500, 200).reshape(20, 10)
    text = "\n".join(run(model, {"SAND": sand, "SILT": half, "CLAY": half}).warnings)
    assert "(SAND): the mean of samples is 215 %." in text
    assert "g/kg" in text
    assert "sum to" not in text


def test_a_hint_is_of_values_after_the_scale(tmp_path):
    model = models()["vegetationcover"]
    values = (rng().uniform(0.1, 0.9, (40, 40)) * 10000).astype("int16")
    path = write(tmp_path / "ndvi.tif", values)
    texts = {}
    for scale in (1.0, 10000.0):
        feedback = Quiet()
        job = Job(model, {"NDVI": Band(path)}, {"OUTPUT": tmp_path / "o.tif"}, {"SCALE": scale})
        try:
            run_jobs([job], feedback)
        except InputError:
            assert scale == 1.0
        texts[scale] = "\n".join(map(str, feedback.warnings))
    assert "Set the scale to 10000" in texts[1.0]
    assert "looks like" not in texts[10000.0]


def test_no_scale_is_needed(tmp_path):
    model = models()["vegetationcover"]
    path = write(tmp_path / "ndvi.tif", rng().uniform(0.1, 0.9, (40, 40)).astype("float32"))
    feedback = Quiet()
    job = Job(model, {"NDVI": Band(path)}, {"OUTPUT": tmp_path / "o.tif"}, {"SCALE": 10000.0})
    run_jobs([job], feedback)
    assert any("Set the scale to 1." in str(warning) for warning in feedback.warnings)


FRACTIONS = [
    ("sandfixation", "ERODIBLE_FRACTION"),
    ("sandfixation", "SOIL_CRUST"),
    ("sandfixation", "WIND_COVER"),
    ("soilretention", "COVER_MANAGEMENT"),
    ("waterconservationindex", "SOIL_INFILTRATION"),
    ("weatherfactor", "SNOW_FACTOR"),
    ("monthlyweatherfactor", "MONTHLY_SNOW_FACTOR"),
    ("monthlysandfixation", "MONTHLY_VEGETATION_COVER"),
    ("penmanpet", "MONTHLY_HUMIDITY"),
]


def test_every_fraction_and_every_percentage_has_a_hint():
    fractions = set()
    for model in models().values():
        for item in model.inputs:
            if item.valid == (0, 1) and not item.is_class:
                assert any(hint.high is not None and hint.high <= 1.5 for hint in item.hints), item
                fractions.add((model.id, item.name))
            if item.unit == "%" and not item.is_class:
                assert item.hints, item
    assert set(FRACTIONS) <= fractions


# Fill values


def ndvi(share, fill, low=0.05):
    values = rng().uniform(low, 0.9, (50, 50))
    values.flat[: round(share * 2500)] = fill
    return values


@pytest.mark.parametrize(
    ("share", "fill", "sign"),
    [
        (0.30, -0.3, True),
        (0.06, -0.3, True),
        (0.04, -0.3, False),
        (0.30, -0.2, True),
        (0.30, -0.19, False),
        (0.30, 0.05, False),
    ],
)
def test_a_fill_value_inside_the_valid_range(run, share, fill, sign):
    item = RasterInput("NDVI", "NDVI", "1", (-1, 1), fill_from=-0.2)
    text = told(run, item, np.float32(ndvi(share, np.float32(fill) if fill != -0.2 else -0.2001)))
    assert ("It looks like the fill value" in text) == sign
    if sign:
        assert f"about {100 * share:.0f} % of the samples are exactly" in text


def test_water_of_many_values_is_no_fill(run):
    item = RasterInput("NDVI", "NDVI", "1", (-1, 1), fill_from=-0.2)
    values = ndvi(0, 0)
    values[:20] = rng().uniform(-0.5, -0.2, (20, 50))
    assert "fill value" not in told(run, item, values)


def test_a_scaled_fill_value(tmp_path):
    model = models()["vegetationcover"]
    for fill, sign in ((-3000, True), (-1500, False)):
        values = (ndvi(0.2, fill / 10000) * 10000).round().astype("int16")
        path = write(tmp_path / f"{-fill}.tif", values)
        feedback = Quiet()
        out = {"OUTPUT": tmp_path / "o.tif"}
        run_jobs([Job(model, {"NDVI": Band(path)}, out, {"SCALE": 10000.0})], feedback)
        text = "\n".join(map(str, feedback.warnings))
        assert ("exactly -3000, the lowest value" in text) == sign
        assert ("fill value of the product" in text) == sign


# Stacks


STACK = RasterInput("MONTHS", "Months", "mm", (0, 1000), bands=12)
YEARS = RasterInput("YEARS", "Years", "mm", (0, 1000), bands=0)


def stack(folder, names, item=STACK):
    model = model_of([item], lambda a: a.sum(axis=0))
    bands = [Band(str(folder / f"{name}.tif")) for name in names]
    for number, band in enumerate(bands):
        if not Path(band.path).exists():
            write(Path(band.path), rng().uniform(1, 2, (12, 12)).astype("float32") + number)
    feedback = Quiet()
    run_jobs([Job(model, {item.name: bands}, {"OUTPUT": folder / "o.tif"})], feedback)
    return "\n".join(map(str, feedback.warnings))


NATURAL = [f"p{number}" for number in range(1, 13)]


def test_files_sorted_as_texts_are_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        stack(tmp_path, sorted(NATURAL))
    text = str(caught.value)
    assert "Months (MONTHS): The files are in the order p1, p10, p11, p12 …" in text
    assert "Put them in the order p1, p2, p3, p4 …" in text
    assert not (tmp_path / "o.tif").exists()


@pytest.mark.parametrize(
    ("names", "sign"),
    [
        (NATURAL, False),
        ([f"p{number:02}" for number in range(1, 13)], False),
        ([f"t_{year}_{month}" for year, month in ((2001, m) for m in range(1, 13))], False),
        (NATURAL[::-1], True),
        ([NATURAL[-1], *NATURAL[:-1]], True),
        # Names of months tell no numbers.
        (list("jfmabdeghikl"), False),
    ],
)
def test_the_order_of_files(tmp_path, names, sign):
    text = stack(tmp_path, names)
    assert ("not in that of their numbers" in text) == sign


def test_the_order_of_years_does_not_matter(tmp_path):
    assert "order" not in stack(tmp_path, sorted(NATURAL), YEARS)


def test_a_raster_that_is_there_twice(tmp_path):
    text = stack(tmp_path, ["a", "b", "a", "c"], YEARS)
    assert "Years (YEARS): the same raster is there more than once: a.tif." in text
    assert "more than once" not in stack(tmp_path, ["a", "b", "c"], YEARS)


def test_two_bands_of_one_file_are_two_rasters(run):
    found = run(model_of([STACK], lambda a: a.sum(axis=0)), {"MONTHS": rng().random((12, 9, 9))})
    assert not any("more than once" in warning for warning in found.warnings)


def test_an_empty_list_of_rasters(tmp_path):
    model = model_of([YEARS], lambda a: a.sum(axis=0))
    with pytest.raises(InputError, match=r"Years \(YEARS\): the list of rasters is empty"):
        run_jobs([Job(model, {"YEARS": []}, {"OUTPUT": tmp_path / "o.tif"})], Quiet())


# Codes of another product


def land(tmp_path, codes, product=""):
    model = models()["landcovermapping"]
    path = write(tmp_path / "land.tif", np.resize(np.array(codes, "uint8"), (20, 20)))
    sets = {"LAND_COVER_CLASSES": product} if product else {}
    feedback = Quiet()
    job = Job(model, {"LAND_COVER": Band(path)}, {"OUTPUT": tmp_path / "o.tif"}, table_sets=sets)
    with contextlib.suppress(InputError):
        run_jobs([job], feedback)
    return "\n".join(map(str, feedback.warnings))


@pytest.mark.parametrize(
    ("codes", "product", "table"),
    [
        ([1, 2, 4, 5, 7, 8], "", "landcover_clcd.csv"),
        ([10, 20, 30, 60], "clcd", "landcover_globeland30.csv"),
        ([10, 20, 30, 60], "", None),
        ([1, 2, 4, 5, 7, 8], "clcd", None),
        # Most of the pixels are in the table.
        ([1, 2, 4, 10], "clcd", None),
        # In no table.
        ([201, 202, 203], "clcd", None),
    ],
)
def test_the_table_of_another_product(tmp_path, codes, product, table):
    text = land(tmp_path, codes, product)
    assert ("codes that the chosen table does not list" in text) == (table is not None)
    assert table is None or table in text


def test_few_unlisted_codes_are_no_other_product(tmp_path):
    assert "Is another product chosen" not in land(tmp_path, [1] * 6 + [95] * 4, "clcd")


def test_tables_without_alternatives_are_left_alone(run):
    table = CodeTable("T", "T", "soil_infiltration.csv")
    item = RasterInput("C", "C", table=table)
    assert not item.table.others
    assert "another product" not in told(run, item, np.full((20, 20), 99, "uint8"))
    assert isinstance(replace(table, others=(TableFile("x", "X", "y.csv", None),)), CodeTable)


# Names


def test_an_input_is_called_by_its_title_in_every_language(run):
    item = RasterInput("A", "Rain", "mm/a", (0, 1e6), hints=(Hint(50, None, "Daily?"),))
    model = model_of([item], lambda a: a)
    assert any(
        text.startswith("Rain (A): the mean of samples")
        for text in run(model, {"A": np.eye(5)}).warnings
    )
    called = item.called
    assert isinstance(called, Message)
    words = {"Rain": "雨", "{title} ({name})": "{title}（{name}）"}
    assert called.render(lambda text: words.get(text, text)) == "雨（A）"
