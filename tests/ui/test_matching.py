"""Which layer is suggested for which term."""

from __future__ import annotations

import pytest

from redline_plugin.ui.aliases import ALIASES
from redline_plugin.ui.layers import Kind, LayerFacts
from redline_plugin.ui.matching import by_name, by_origin, weight
from redline_plugin.ui.origins import Origin
from redline_plugin.ui.steps import Mark, all_steps, run_all_step

NAMES = {term: (term, *aliases) for term, aliases in ALIASES.items()}
KINDS = {
    term: Kind.POLYGON if term in ("PROTECTED_AREAS", "COUNTIES") else Kind.RASTER for term in NAMES
}


def suggested(*names, kind=Kind.RASTER):
    layers = [LayerFacts(name, name, kind) for name in names]
    return by_name(layers, NAMES, KINDS)


def test_every_raw_term_has_other_names():
    raw = {t for step in all_steps() for t in step.inputs.values() if t.isupper()}
    assert raw | set(run_all_step().inputs.values()) == set(ALIASES)


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("precipitation", "PRECIPITATION"),
        ("Precipitation_2015-2024", "PRECIPITATION"),
        ("降水", "PRECIPITATION"),
        ("某县2020年降水量", "PRECIPITATION"),
        ("rainfall erosivity", "RAINFALL_EROSIVITY"),
        ("rainfall", "PRECIPITATION"),
        ("降雨侵蚀力R", "RAINFALL_EROSIVITY"),
        ("K因子", "SOIL_ERODIBILITY"),
        ("Ｋ因子", "SOIL_ERODIBILITY"),
        ("soil_texture", "SOIL_TEXTURE"),
        ("LS", "SLOPE_LENGTH_STEEPNESS"),
        ("植被覆盖度2020", "VEGETATION_COVER"),
        ("植被覆盖因子C", "COVER_MANAGEMENT"),
        ("地形起伏度", "RELIEF"),
        ("DEM_30m", "ELEVATION"),
        ("生态系统类型", "ECOSYSTEM"),
        ("坡度", "SLOPE"),
        ("slope", "SLOPE"),
        ("PET_2000-2020", "POTENTIAL_EVAPOTRANSPIRATION"),
        ("逐月降水量", "MONTHLY_PRECIPITATION"),
        ("月平均气温", "MONTHLY_TEMPERATURE"),
        ("年平均气温", "TEMPERATURE"),
        ("土壤有机碳含量", "ORGANIC_CARBON"),
        ("CLCD_v01_2022", "LAND_COVER"),
    ],
)
def test_a_raster_is_known_by_its_name(name, term):
    assert suggested(name) == {term: name}


@pytest.mark.parametrize(
    ("name", "term"), [("自然保护地", "PROTECTED_AREAS"), ("XX县行政区划", "COUNTIES")]
)
def test_polygons_are_known_by_their_name(name, term):
    assert suggested(name, kind=Kind.POLYGON) == {term: name}


@pytest.mark.parametrize("name", ["slopes", "demography", "petal", "scratch", "", "坡向", "温度"])
def test_a_name_that_only_looks_alike_is_not_taken(name):
    assert suggested(name) == {}


def test_a_layer_of_the_wrong_kind_is_not_taken():
    assert suggested("降水量", kind=Kind.POLYGON) == {}


def test_the_better_name_wins():
    assert suggested("old precipitation", "precipitation")["PRECIPITATION"] == "precipitation"


def test_results_are_no_raw_material():
    layer = LayerFacts("a", "precipitation", Kind.RASTER, origin=Origin("redline:soilretention"))
    assert by_name([layer], NAMES, KINDS) == {}


def test_latin_words_must_be_whole():
    assert weight("demography", "dem") == 0
    assert weight("my dem 30", "dem") == 3
    assert weight("DEM", "dem") > 1000


def made(layer_id, algorithm, created="1", band="", of=()):
    origin = Origin(f"redline:{algorithm}", created, band, of)
    return LayerFacts(layer_id, layer_id, Kind.RASTER, origin=origin)


def test_the_newest_layer_of_the_right_making_wins():
    marks = {"index": (Mark(("redline:soilretention",), band="Soil retention"),)}
    layers = [
        made("old", "soilretention", "2024", "Soil retention"),
        made("new", "soilretention", "2025", "Soil retention"),
        made("other output", "soilretention", "2026", "Potential soil erosion"),
        made("other model", "waterconservation", "2026", "Soil retention"),
        LayerFacts("foreign", "foreign", Kind.RASTER),
    ]
    assert by_origin(layers, marks) == {"index": "new"}


def test_classes_are_told_apart_by_what_was_graded():
    marks = {
        "soil": (Mark(("redline:gradefunction",), of=("redline:soilretention",)),),
        "water": (Mark(("redline:gradefunction",), of=("redline:waterconservation",)),),
    }
    layers = [made("a", "gradefunction", of=("redline:soilretention",)), made("b", "gradefunction")]
    assert by_origin(layers, marks) == {"soil": "a"}
