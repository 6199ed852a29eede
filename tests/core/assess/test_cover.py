"""The vegetation and land-cover models: declarations, tables, and whole runs."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.assess import (
    covermanagement,
    landcovermapping,
    vegetationcover,
    windcover,
)
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.model import Certainty, Group
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.declare.table import FOLDER, load_table
from redline_plugin.core.feedback import Quiet

MODELS = [
    module.MODEL for module in (covermanagement, landcovermapping, vegetationcover, windcover)
]
CERTAINTIES = {"seen", "memory H", "memory M", "memory L", "conflict", "advice", "user"}
LAND_COVER = landcovermapping.MODEL.input("LAND_COVER").table
PRODUCTS = {"": LAND_COVER.file, **{other.id: other.file for other in LAND_COVER.others}}


def run(tmp_path, model, values, **more):
    bands = {
        name: Band(write(tmp_path / f"{name}.tif", np.atleast_2d(array)))
        for name, array in values.items()
    }
    path = tmp_path / "out.tif"
    tally = run_jobs([Job(model, bands, {"OUTPUT": path}, **more)], Quiet())[0]
    return read(path)[0], tally


def f32(*values):
    return np.array([values], "float32")


def u8(*values):
    return np.array([values], "uint8")


def rows(file):
    lines = (FOLDER / file).read_text("utf-8").splitlines()
    return lines, list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_every_model_is_a_cover_factor_that_others_can_take(model):
    assert model.group is Group.COVER
    assert model.outputs[0].term
    assert {item.name for item in model.inputs} <= set(model.symbols)


@pytest.mark.parametrize(
    "file", [*PRODUCTS.values(), "cover_factors.csv", "wind_cover_rates.csv", "function_land.csv"]
)
def test_every_row_says_where_it_comes_from(file):
    lines, found = rows(file)
    assert lines[0].startswith("# ")
    assert lines[1] == "# version: 1"
    for row in found:
        assert row["title"]
        assert row["title_zh"]
        assert row["source"]
        assert row["certainty"] in CERTAINTIES


def test_tables_of_ecosystems_have_all_the_classes():
    titles = {entry.value: entry.title for entry in landcovermapping.ECOSYSTEMS}
    assert list(titles) == list(range(1, 22))
    assert len({entry.colour for entry in landcovermapping.ECOSYSTEMS}) == 21
    for file in (
        "runoff_coefficients.csv",
        "runoff_coefficients_national2017.csv",
        "cover_factors.csv",
        "wind_cover_rates.csv",
        "sand_fixation_land.csv",
        "function_land.csv",
    ):
        assert {int(row["code"]): row["title"] for row in rows(file)[1]} == titles


# Vegetation cover


def cover(values, **names):
    given = {
        "end_members": "given",
        "scale": 1.0,
        "ndvi_soil": 0.05,
        "ndvi_vegetation": 0.85,
        **dict.fromkeys(
            ("soil_quantile", "vegetation_quantile", "ndvi_minimum", "ndvi_maximum"), np.nan
        ),
        **names,
    }
    with np.errstate(all="ignore"):
        return vegetationcover.vegetation_cover(np.array(values, "float32"), **given)


def test_given_end_members_and_scale():
    np.testing.assert_allclose(cover([0.05, 0.45, 0.85]), [0, 0.5, 1], atol=1e-6)
    np.testing.assert_allclose(cover([500, 4500, 8500], scale=10000.0), [0, 0.5, 1], atol=1e-6)


def test_beyond_the_end_members_is_left_to_the_framework():
    found = cover([-0.35, 1.0])
    assert found[0] == pytest.approx(-0.5)
    assert found[1] > 1


def test_what_is_no_ndvi_has_no_cover():
    assert np.isnan(cover([1.01, -1.01, np.nan])).all()
    assert np.isfinite(cover([1.0, -1.0])).all()


@pytest.mark.parametrize("vegetation", [0.05, 0.01])
def test_degenerate_end_members_give_no_cover(vegetation):
    assert np.isnan(cover([0.1, 0.5], ndvi_vegetation=vegetation)).all()


def test_quantiles_and_extremes_through_a_run(tmp_path):
    ndvi = np.linspace(0, 1, 101, dtype="float32")[None]
    by_quantiles, tally = run(tmp_path, vegetationcover.MODEL, {"NDVI": ndvi})
    np.testing.assert_allclose(by_quantiles, np.clip((ndvi[0] - 0.05) / 0.9, 0, 1), atol=1e-5)
    assert (tally.outputs["OUTPUT"].raised, tally.outputs["OUTPUT"].lowered) == (5, 5)
    scaled, _ = run(
        tmp_path,
        vegetationcover.MODEL,
        {"NDVI": np.round(ndvi * 10000).astype("int16")},
        coefficients={"SCALE": 10000},
    )
    np.testing.assert_allclose(scaled, by_quantiles, atol=1e-4)
    by_extremes, _ = run(
        tmp_path,
        vegetationcover.MODEL,
        {"NDVI": ndvi * np.float32(0.5) + np.float32(0.1)},
        choices={"END_MEMBERS": "extremes"},
    )
    np.testing.assert_allclose(by_extremes, ndvi[0], atol=1e-5)


def test_what_is_wrong_with_ndvi_is_counted(tmp_path):
    # NDVI times 10000 without saying so.
    found, tally = run(
        tmp_path,
        vegetationcover.MODEL,
        {"NDVI": f32(0.5, 3000, 5000)},
        choices={"END_MEMBERS": "given"},
    )
    assert (found == -9999).tolist() == [False, True, True]
    assert tally.checks == [2, 0]


def test_equal_end_members_are_told():
    names = {"end_members": "quantiles", "scale": 1.0, "ndvi_soil": 0, "ndvi_vegetation": 1}
    names.update(ndvi_minimum=np.nan, ndvi_maximum=np.nan)
    check = vegetationcover.MODEL.checks[1].kernel
    ndvi = np.array([0.3, 0.3], "float32")
    assert check(ndvi, soil_quantile=0.3, vegetation_quantile=0.3, **names).all()
    assert not check(ndvi, soil_quantile=0.2, vegetation_quantile=0.3, **names).any()
    assert not check(ndvi, soil_quantile=np.nan, vegetation_quantile=np.nan, **names).any()


def test_each_way_needs_its_own_statistics():
    for way, needed in {
        "quantiles": {"SOIL_QUANTILE", "VEGETATION_QUANTILE"},
        "extremes": {"NDVI_MINIMUM", "NDVI_MAXIMUM"},
        "given": set(),
    }.items():
        found = {s.name for s in vegetationcover.MODEL.statistics if s.used({"END_MEMBERS": way})}
        assert found == needed


# Cover factor of RUSLE


def test_cover_factors_are_the_sheet_s():
    table = load_table(covermanagement.COVER_FACTORS).values
    expected = {
        (1, 2, 3, 4, 5, 6): (0.10, 0.08, 0.06, 0.02, 0.004, 0.001),
        (7, 8, 9, 10): (0.40, 0.22, 0.14, 0.085, 0.040, 0.011),
        (11, 12, 13, 14): (0.45, 0.24, 0.15, 0.09, 0.043, 0.011),
        (16,): (0.42, 0.23, 0.14, 0.089, 0.042, 0.011),
        (15, 17): (0,) * 6,
        (19,): (0.01,) * 6,
        (20, 21): (0.7,) * 6,
    }
    for codes, steps in expected.items():
        for code in codes:
            np.testing.assert_allclose(table[:, code], (0, *steps), rtol=1e-6)
    assert table[0, 18] == 1
    assert np.isnan(table[1:, 18]).all()


def test_cover_factor_through_a_run(tmp_path):
    values = {
        "VEGETATION_COVER": f32(0.1, 0.0999, 0.3, 0.02, 0, 0.5, 0.5, 0.5, 0.9),
        "ECOSYSTEM": u8(1, 1, 18, 18, 18, 20, 17, 19, 77),
    }
    found, tally = run(tmp_path, covermanagement.MODEL, values)
    np.testing.assert_allclose(found, [0.08, 0.10, 0.53211, 1, 1, 0.7, 0, 0.01, -9999], atol=6e-6)
    assert tally.outputs["OUTPUT"].lowered == 2
    assert tally.checks == [0]


def test_other_equations_through_a_run(tmp_path):
    values = {
        "VEGETATION_COVER": f32(0, 0.1, 0.5, 0.9, 0.5, 0.5, 0.5),
        "ECOSYSTEM": u8(1, 1, 12, 12, 15, 18, 20),
    }
    cai, tally = run(tmp_path, covermanagement.MODEL, values, choices={"METHOD": "cai"})
    np.testing.assert_allclose(cai, [1, 0.30720, 0.06703, 0, *[0.06703] * 3], atol=6e-6)
    # Water alone; dry farmland and bare land are land.
    assert tally.checks == [1]
    bu, tally = run(tmp_path, covermanagement.MODEL, values, choices={"METHOD": "bu"})
    np.testing.assert_allclose(bu, [0.4149, 0.3629, 0.1549, 0, *[0.1549] * 3], atol=6e-6)
    assert tally.outputs["OUTPUT"].raised == 1


# Vegetation factor of RWEQ


def test_wind_rates_are_the_sheet_s(tmp_path):
    values = load_table(windcover.MODEL.input("ECOSYSTEM").table).values
    for rate, codes in {
        -0.1535: range(1, 7),
        -0.0921: (7, 8, 9, 10, 16),
        -0.1151: range(11, 15),
        -0.0438: (17, 18),
        -0.0768: (20,),
        -0.0658: (21,),
    }.items():
        np.testing.assert_allclose(values[list(codes)], rate, rtol=1e-6)
    assert np.isnan(values[[15, 19]]).all()
    found, _ = run(
        tmp_path,
        windcover.MODEL,
        {"VEGETATION_COVER": f32(0.4, 0, 1, 0.5, 0.2, 0.2), "ECOSYSTEM": u8(12, 1, 18, 15, 20, 21)},
    )
    # At 20 % cover sand lies more open to the wind than other bare land.
    expected = [0.0100117, 1, np.exp(-4.38), -9999, 0.2152403, 0.2682060]
    np.testing.assert_allclose(found, expected, atol=1e-7)


# Land cover


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_product_maps_to_ecosystems(product):
    lookup = load_table(LAND_COVER, FOLDER / PRODUCTS[product])
    ecosystem, ambiguous = lookup.values[:, lookup.listed]
    known = ~np.isnan(ecosystem)
    assert np.isin(ecosystem[known], np.arange(1, 22)).all()
    assert np.isin(ambiguous, (0, 1)).all()
    assert not ambiguous[~known].any()


@pytest.mark.parametrize("product", PRODUCTS)
def test_an_ambiguous_row_is_advice_and_names_its_default(product):
    titles = {entry.value: entry.title.lower() for entry in landcovermapping.ECOSYSTEMS}
    for row in rows(PRODUCTS[product])[1]:
        if row["ambiguous"] == "1":
            assert row["certainty"] == "advice"
            assert row["note"].startswith(f"default: {titles[int(row['ecosystem'])]}")


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.csv")))
def test_a_rule_of_redline_s_own_is_no_fact_of_a_source(file):
    for row in rows(file)[1]:
        if "Redline's own rule" in row["source"]:
            assert row["certainty"] in ("advice", "memory L"), row["code"]


@pytest.mark.parametrize(
    ("product", "advice", "others"),
    [("", 11, 0), ("clcd", 9, 0), ("cnlucc", 34, 0), ("worldcover", 11, 0), ("glcfcs30", 43, 0)],
)
def test_which_ecosystem_a_code_becomes_is_advice(product, advice, others):
    found = rows(PRODUCTS[product])[1]
    assert sum(row["certainty"] == "advice" for row in found) == advice
    assert len(found) - advice == others
    # What is known of the product's code stays told.
    assert all(
        "code read" in row["source"] or "code from general knowledge" in row["source"]
        for row in found
    )


def test_unsure_codes_of_the_national_classification_are_told(tmp_path):
    unsure = {71, 72, 73, 81, 82, 91, 711, 721, 731, 811, 821, 822}
    lookup = load_table(LAND_COVER, FOLDER / PRODUCTS["national"])
    assert lookup.unsure == unsure
    reference = next(other.reference for other in LAND_COVER.others if other.id == "national")
    assert reference.certainty is Certainty.MEDIUM
    assert "71" in reference.section
    found, tally = run(
        tmp_path,
        landcovermapping.MODEL,
        {"LAND_COVER": np.array([[111, 711, 721, 721, 731, 811]], "uint16")},
        table_sets={"LAND_COVER_CLASSES": "national"},
    )
    assert found.tolist() == [1, 21, 21, 21, 20, 0]
    assert dict(tally.inputs["LAND_COVER"].unsure) == {711: 1, 721: 2, 731: 1, 811: 1}


def test_sand_is_sandy_land_where_the_product_tells_it():
    assert mapped("cnlucc", 61, 62, 63, 65, 66) == [21, 20, 20, 20, 20]
    assert mapped("national", 71, 711, 72, 721, 73, 82) == [21, 21, 21, 21, 20, 20]
    for product in ("", "clcd", "worldcover", "glcfcs30"):
        assert 21 not in load_table(LAND_COVER, FOLDER / PRODUCTS[product]).first


def mapped(product, *codes):
    lookup = load_table(LAND_COVER, FOLDER / PRODUCTS[product])
    return np.nan_to_num(lookup.apply(np.array(codes))[0]).astype(int).tolist()


def test_codes_of_products():
    assert mapped("", 10, 20, 30, 40, 50, 60, 80, 90, 100) == [18, 3, 12, 8, 15, 15, 19, 20, 0]
    assert mapped("clcd", *range(1, 10)) == [18, 3, 8, 12, 15, 0, 20, 19, 15]
    assert mapped("worldcover", 10, 20, 30, 40, 50, 60, 70, 80, 90) == [
        *(3, 8, 12, 18, 19, 20, 0, 15, 15)
    ]
    assert mapped("cnlucc", 11, 12, 21, 22, 23, 33, 51, 64, 66) == [17, 18, 3, 8, 6, 14, 19, 15, 20]
    assert mapped("glcfcs30", 10, 51, 61, 71, 81, 91, 121, 190, 220) == [
        *(18, 1, 4, 2, 5, 3, 7, 19, 0)
    ]
    assert mapped("national", 111, 122, 13, 211, 31, 511, 512, 521, 61) == [
        *(1, 5, 3, 7, 11, 17, 18, 16, 19)
    ]


def test_land_cover_through_a_run(tmp_path):
    values = {"LAND_COVER": u8(1, 2, 6, 9, 77)}
    found, tally = run(
        tmp_path, landcovermapping.MODEL, values, table_sets={"LAND_COVER_CLASSES": "clcd"}
    )
    assert found.dtype == np.uint8
    assert found.tolist() == [18, 3, 0, 15, 0]
    # Cropland and forest rest on a default.
    assert tally.checks == [2]
    assert dict(tally.inputs["LAND_COVER"].unlisted) == {77: 1}
