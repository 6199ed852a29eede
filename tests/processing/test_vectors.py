"""The fact sheet's vectors (assessment, section 8) through the algorithms: files in, files out.

The kernels have the same numbers in ``tests/core/assess``; here they go through parameters, rasters,
tables, units and the single precision of the result. Tolerances are half of the last digit given.
"""

from __future__ import annotations

import csv
import datetime
import math
import re

import numpy as np
import pytest
from qgis.core import QgsVectorLayer
from support.climate import days, write_csv, write_table
from support.rasters import TRANSFORM, read, write

from redline_plugin.core.assess.registry import models

MIDDLE = f"{TRANSFORM[0] + TRANSFORM[1] / 2},{TRANSFORM[3] + TRANSFORM[5] / 2}"
"""The middle of the first pixel, as the dialog writes it."""
MONTH_OF_30_DAYS = 3  # April, counted from 0


@pytest.fixture
def through(run, tmp_path):
    """Run a model on rows of numbers; returns its outputs by name, and the results themselves."""

    def run_it(name, values, feedback=None, outputs=("OUTPUT",), where=None, **parameters):
        model = models()[name]
        paths = {}
        for term, numbers in values.items():
            item = model.input(term)
            array = np.asarray(numbers, "uint8" if item.is_class else "float64")
            if array.ndim < 3:
                array = np.atleast_2d(array)
            path = write(tmp_path / f"{name} {term}.tif", array, **(where or {}))
            paths[term] = [path] if item.is_stack else path
        places = {output: str(tmp_path / f"{name} {output}.tif") for output in outputs}
        results = run(name, {**paths, **places, **parameters}, feedback)
        return {output: read(results[output]).astype("float64") for output in outputs}, results

    return run_it


def option(name, choice, wanted):
    """The place of an option, as Processing takes it."""
    return next(c for c in models()[name].choices if c.name == choice).index(wanted)


def near(found, expected, digits=None):
    """Compare to half of the last digit of ``digits`` decimals, else to single precision."""
    tolerance = 0 if digits is None else 0.5000001 * 10.0**-digits
    np.testing.assert_allclose(
        np.ravel(found), np.ravel(expected), rtol=2e-7 if digits is None else 1e-7, atol=tolerance
    )


# Water balance and area


@pytest.mark.parametrize(("side", "volume"), [(1000, 373_300), (250, 23_331.25)])
def test_water_balance(through, side, volume):
    # An equal-area grid, where the ellipsoid's area and the plane's are the same.
    where = {"transform": (0.0, side, 0.0, 0.0, 0.0, -side), "epsg": 6933}
    values = {"PRECIPITATION": 1000, "EVAPOTRANSPIRATION": 600, "ECOSYSTEM": 1}
    found, _ = through("waterconservation", values, outputs=("OUTPUT", "VOLUME"), where=where)
    near(found["OUTPUT"], 373.3)
    near(found["VOLUME"], volume)


@pytest.mark.parametrize(
    ("south", "size", "area"),
    [(30, 1, 10_642_393_438.7), (40, 1, 9_412_851_604.2), (30, 0.01, 1_069_521.173)],
)
def test_area_of_a_cell_on_the_ellipsoid(through, run, tmp_path, south, size, area):
    where = {"transform": (110.0, size, 0, south + size, 0, -size), "epsg": 4490}
    # A metre of water that neither runs off nor evaporates: as many m3 as m2.
    values = {"PRECIPITATION": 1000, "EVAPOTRANSPIRATION": 0, "ECOSYSTEM": 15}
    found, _ = through("waterconservation", values, outputs=("OUTPUT", "VOLUME"), where=where)
    near(found["VOLUME"], area)
    # The grading tells the area in double precision, to every digit of the sheet.
    index = write(tmp_path / "index.tif", np.full((1, 1), 5.0), **where)
    graded = run("gradesensitivity", {"INPUT": index, "OUTPUT": str(tmp_path / "graded.tif")})
    assert graded["EXTREME_AREA"] == pytest.approx(area, abs=0.06 if size == 1 else 0.0006)


def test_area_of_the_whole_ellipsoid(run, tmp_path):
    where = {"transform": (-180.0, 1.0, 0, 90.0, 0, -1.0), "epsg": 4490}
    index = write(tmp_path / "index.tif", np.full((180, 360), 5.0, "float32"), **where)
    graded = run("gradesensitivity", {"INPUT": index, "OUTPUT": str(tmp_path / "graded.tif")})
    # The land survey's series ends at the eighth power of the eccentricity: the rest is below 1e-11.
    assert graded["EXTREME_AREA"] == pytest.approx(5.10065621718e14, rel=1e-11)


# NPP indices

INDICES = [
    (
        "waterconservationindex",
        {"NPP": 0.8, "SOIL_INFILTRATION": 9 / 13, "PRECIPITATION": 0.5, "SLOPE": 0.2},
        {"PRECIPITATION": "PRECIPITATION", "SLOPE": "SLOPE"},
        {},
        0.2215385,
    ),
    # K of 0.3 after normalising: given as such by a range up to the highest K that is valid.
    (
        "soilretentionindex",
        {"NPP": 0.8, "SOIL_ERODIBILITY": 0.06, "SLOPE": 0.2},
        {"ERODIBILITY": "SOIL_ERODIBILITY", "SLOPE": "SLOPE"},
        {},
        0.448,
    ),
    (
        "biodiversityindex",
        {"NPP": 0.8, "PRECIPITATION": 0.5, "TEMPERATURE": 0.6, "ELEVATION": 0.1},
        {"PRECIPITATION": "PRECIPITATION", "TEMPERATURE": "TEMPERATURE", "ELEVATION": "ELEVATION"},
        {},
        0.216,
    ),
    (
        "sandfixationindex",
        {"NPP": 0.8, "SOIL_ERODIBILITY": 0.06, "CLIMATIC_EROSIVITY": 0.6, "SLOPE": 10},
        {"ERODIBILITY": "SOIL_ERODIBILITY", "EROSIVITY": "CLIMATIC_EROSIVITY"},
        {"ROUGHNESS_SCALING": "none"},
        0.1462214,
    ),
]
HIGHEST = {"SOIL_ERODIBILITY": 0.2}


@pytest.mark.parametrize("given", [True, False], ids=["range given", "range found"])
@pytest.mark.parametrize(("name", "point", "ranges", "choices", "index"), INDICES)
def test_npp_indices(through, name, point, ranges, choices, index, given):
    parameters = {choice: option(name, choice, wanted) for choice, wanted in choices.items()}
    if given:
        values = point
        for statistic, term in ranges.items():
            parameters[f"{statistic}_MINIMUM"] = 0
            parameters[f"{statistic}_MAXIMUM"] = HIGHEST.get(term, 1)
    else:
        # The area has the range: its lowest and highest pixel stand beside the one of the sheet.
        scaled = set(ranges.values())
        values = {
            term: [number, 0, HIGHEST.get(term, 1)] if term in scaled else [number] * 3
            for term, number in point.items()
        }
    found, results = through(name, values, **parameters)
    near(found["OUTPUT"][0, 0], index, 7)
    for statistic, term in ranges.items():
        assert results[f"{statistic}_MINIMUM_USED"] == 0
        assert results[f"{statistic}_MAXIMUM_USED"] == HIGHEST.get(term, 1)


def test_factors_of_the_indices(through):
    found, _ = through("soilinfiltration", {"USDA_TEXTURE": [[1, 2, 9, 13]]})
    near(found["OUTPUT"], np.array([1, 2, 9, 13]) / 13, 7)
    found, _ = through("terrainroughness", {"SLOPE": 10})
    near(found["OUTPUT"], 1.0154266, 7)


# Wind and climate


def months(value, otherwise):
    bands = np.full((12, 1, 1), float(otherwise))
    bands[MONTH_OF_30_DAYS] = value
    return bands


def test_climatic_erosivity(through):
    warmth, humidity = months(15, 15), months(0.5, 0.5)
    values = {"MONTHLY_TEMPERATURE": warmth, "MONTHLY_HUMIDITY": humidity}
    found, _ = through("guidepet", values, outputs=("OUTPUT", "MONTHLY"))
    near(found["MONTHLY"], [116.375] * 12, 3)
    # Wind in one month alone, so that the sum is that month's term.
    values.update(MONTHLY_WIND=months(3, 0), MONTHLY_PRECIPITATION=months(20, 20))
    found, _ = through("climaticerosivity", values)
    near(found["OUTPUT"], 6.707948, 6)


def test_wind_at_two_metres(through):
    found, _ = through("windtotwometres", {"MONTHLY_WIND_AT_HEIGHT": np.full((12, 1, 1), 4.0)})
    near(found["OUTPUT"], [3.178390] * 12, 6)


# Rainfall erosivity from daily rain

WARM, COLD = datetime.date(2001, 7, 10), datetime.date(2001, 11, 20)
SINGLE_DAYS = [
    (12, WARM, 28.7324),
    (12, COLD, 22.6312),
    (40, WARM, 229.6794),
    (40, COLD, 180.9082),
    (100, WARM, 1117.2887),
]
# Erosive rains of a year beside one of 40 mm: their mean and sum are the sheet's.
ZHANG = [
    ([24] * 30 + [40], 25, 800, 1.59263, 0.76059, 270.793),
    ([19] * 23 + [23], 20, 500, 1.79241, 0.32523, 241.955),
    ([30] * 48 + [20], 30, 1500, 1.45740, 1.43940, 311.192),
]


def erosivity(run, folder, rains, **parameters):
    """Rows of stations, each with rains by day in one year that is dry otherwise."""
    rows = [
        {"station": 54000 + n, "date": day.isoformat(), "rain": of.get(day, 0)}
        for n, of in enumerate(rains)
        for day in days(2001, 2001)
    ]
    places = [(54000 + n, 110 + n / 10, 34, 100) for n in range(len(rains))]
    found = run(
        "stationerosivity",
        {
            "INPUT": [str(write_csv(folder / "daily.csv", rows))],
            "STATIONS": str(write_table(folder / "stations.csv", places)),
            "OUTPUT": str(folder / "r.gpkg"),
            **parameters,
        },
    )
    layer = QgsVectorLayer(found["OUTPUT"], "r", "ogr")
    names = layer.fields().names()
    rows = [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]
    return sorted(rows, key=lambda row: str(row["station"]))


def test_erosivity_of_single_days(run, tmp_path):
    found = erosivity(run, tmp_path, [{day: rain} for rain, day, _ in SINGLE_DAYS])
    for row, (_, day, expected) in zip(found, SINGLE_DAYS):
        half = 2 * day.month - (day.day <= 15)
        assert row["R"] == pytest.approx(expected, abs=5.1e-5)
        assert row[f"r_{half:02d}"] == row["R"]


def test_erosivity_of_zhang(run, tmp_path):
    year = days(2001, 2001)
    rains = [{datetime.date(2001, 12, 25): 40, **dict(zip(year, other))} for other, *_ in ZHANG]
    found = erosivity(run, tmp_path, rains, METHOD=1)
    for row, (_, mean, total, beta, alpha, of_the_day) in zip(found, ZHANG):
        assert (row["p_day"], row["p_year"]) == (pytest.approx(mean), pytest.approx(total))
        assert row["beta"] == pytest.approx(beta, abs=5.1e-6)
        assert row["alpha"] == pytest.approx(alpha, abs=5.1e-6)
        # The last half-month has the one day of 40 mm and no other.
        assert row["r_24"] == pytest.approx(of_the_day, abs=5.1e-4)


# Soil, terrain, cover

ERODIBILITY = [
    # sand, silt, clay, organic carbon in per cent; K_EPIC; K
    (40, 40, 20, 1.0, 0.295381, 0.0182422),
    (20, 60, 20, 1.5, 0.331025, 0.0206632),
    (80, 10, 10, 0.5, 0.151758, 0.0084867),
    (10, 30, 60, 2.0, 0.247495, 0.0149895),
    (65, 25, 10, 0.8, 0.242819, 0.0146719),
    (92, 4, 4, 0.2, 0.087734, 0.0041379),
]


@pytest.mark.parametrize(("method", "column", "digits"), [("epic", 4, 6), ("corrected", 5, 7)])
def test_erodibility(through, method, column, digits):
    table = np.array(ERODIBILITY).T
    values = dict(zip(("SAND", "SILT", "CLAY", "ORGANIC_CARBON"), table[:4, None]))
    chosen = option("soilerodibility", "METHOD", method)
    found, _ = through("soilerodibility", values, METHOD=chosen)
    # Without the correction the algorithm gives K_EPIC in SI units, the sheet in US units.
    us = 0.1317 if method == "epic" else 1
    near(found["OUTPUT"] / us, table[column], digits)


SLOPES = [
    # degrees, S, m by McCool, LS of 100 m by McCool, and by the steps of CSLE
    (2, 0.40691, 0.33743, 0.6769, 0.6397),
    (7, 1.54740, 0.54908, 3.5421, 3.2894),
    (12, 3.59535, 0.62137, 9.1781, 7.6428),
    (25, 8.29957, 0.69538, 23.6889, 17.6427),
    (30, 9.99500, 0.70966, 29.1490, 21.2467),
]


def plane(degrees, side=9, cell=30.0):
    """Ground that falls to the east."""
    return np.tile(500 - math.tan(math.radians(degrees)) * cell * np.arange(side), (side, 1))


def slopelengthsteepness(through, degrees, exponent, length):
    outputs = ("OUTPUT", "STEEPNESS_FACTOR", "LENGTH_EXPONENT", "SLOPE", "SLOPE_LENGTH")
    found, _ = through(
        "slopelengthsteepness",
        {"ELEVATION": plane(degrees)},
        outputs=outputs,
        LENGTH_METHOD=option("slopelengthsteepness", "LENGTH_METHOD", "fixed"),
        EXPONENT_METHOD=option("slopelengthsteepness", "EXPONENT_METHOD", exponent),
        FIXED_LENGTH=length,
    )
    return {name: array[1:-1, 1:-1] for name, array in found.items()}


@pytest.mark.parametrize(("degrees", "steepness", "exponent", "mccool", "csle"), SLOPES)
def test_slope_length_and_steepness(through, degrees, steepness, exponent, mccool, csle):
    found = slopelengthsteepness(through, degrees, "mccool", 100)
    near(found["SLOPE"], np.full((7, 7), degrees), 5)
    near(found["STEEPNESS_FACTOR"], np.full((7, 7), steepness), 5)
    near(found["LENGTH_EXPONENT"], np.full((7, 7), exponent), 5)
    near(found["OUTPUT"], np.full((7, 7), mccool), 4)
    found = slopelengthsteepness(through, degrees, "csle", 100)
    near(found["OUTPUT"], np.full((7, 7), csle), 4)
    found = slopelengthsteepness(through, degrees, "mccool", 22.13)
    near(found["OUTPUT"], found["STEEPNESS_FACTOR"])


def test_the_unit_plot(through):
    found = slopelengthsteepness(through, math.degrees(math.atan(0.09)), "mccool", 22.13)
    near(found["SLOPE"], np.full((7, 7), 5.14276), 5)
    near(found["OUTPUT"], np.full((7, 7), 1.00591), 5)
    assert np.all(found["SLOPE_LENGTH"] == np.float32(22.13))


@pytest.mark.parametrize(
    ("method", "cover", "factor"),
    [
        ("guide", (0.1, 0.3, 0.5, 1), (0.816, 0.53211, 0.40011, 0.221)),
        ("cai", (0.1, 0.5, 0.782), (0.30720, 0.06703, 0.00029)),
    ],
)
def test_cover_factor(through, method, cover, factor):
    dry_farmland = np.full((1, len(cover)), 18)
    values = {"VEGETATION_COVER": [cover], "ECOSYSTEM": dry_farmland}
    chosen = option("covermanagement", "METHOD", method)
    found, _ = through("covermanagement", values, METHOD=chosen)
    near(found["OUTPUT"], factor, 5)


def test_soil_retention(through):
    values = {
        "RAINFALL_EROSIVITY": 5000,
        "SOIL_ERODIBILITY": 0.03,
        "SLOPE_LENGTH_STEEPNESS": 2,
        "COVER_MANAGEMENT": 0.05,
    }
    found, _ = through("soilretention", values)
    near(found["OUTPUT"], 285)


# Wind erosion

WIND_SOIL = {"ERODIBLE_FRACTION": 0.47475, "SOIL_CRUST": 0.3949057, "SOIL_ROUGHNESS": 0.9751156}
GRASS = 0.0100117
RWEQ = [
    # WF, C, B, Qmax, s, SL
    (5, 1, 0.914081, 100.366057, 155.819108, 0.372930),
    (20, 1, 3.656323, 401.464228, 93.152872, 3.468430),
    (80, 1, 14.625291, 1605.856910, 55.689304, 23.124504),
    (5, GRASS, 0.009152, 1.004836, 860.264732, 0.000135),
    (20, GRASS, 0.036606, 4.019343, 514.289498, 0.001505),
    (80, GRASS, 0.146424, 16.077372, 307.456156, 0.016564),
]
EROSION = ("OUTPUT", "POTENTIAL_EROSION", "ACTUAL_EROSION")


def like_the_sheet(loss):
    # The factors above are rounded to seven digits, the sheet's losses are not made from these.
    return pytest.approx(loss, rel=3e-7, abs=5.1e-7)


def test_factors_of_wind_erosion(through):
    soil = {"SAND": 60, "SILT": 25, "CLAY": 15, "ORGANIC_MATTER": 1.5, "CALCIUM_CARBONATE": 2}
    found, _ = through("erodiblefraction", soil)
    near(found["OUTPUT"], WIND_SOIL["ERODIBLE_FRACTION"], 5)
    found, _ = through("soilcrust", {"CLAY": 15, "ORGANIC_MATTER": 1.5})
    near(found["OUTPUT"], WIND_SOIL["SOIL_CRUST"], 7)
    found, _ = through("soilroughness", {"RELIEF": 5}, DISTANCE=250)
    near(found["OUTPUT"], WIND_SOIL["SOIL_ROUGHNESS"], 7)
    found, _ = through("windcover", {"VEGETATION_COVER": 0.4, "ECOSYSTEM": 12})
    near(found["OUTPUT"], GRASS, 7)


def sandfixation(through, rows, feedback, **parameters):
    weather, cover = np.array(rows).T[:2]
    values = {"WEATHER_FACTOR": [weather], "WIND_COVER": [cover]}
    values.update({term: np.full((1, len(rows)), number) for term, number in WIND_SOIL.items()})
    return through("sandfixation", values, feedback, EROSION, **parameters)


def test_wind_erosion(through, feedback):
    told = feedback()
    found, _ = sandfixation(through, RWEQ, told)
    losses = np.array([row[5] for row in RWEQ])
    assert found["ACTUAL_EROSION"][0] == like_the_sheet(losses)
    assert found["POTENTIAL_EROSION"][0] == like_the_sheet(np.tile(losses[:3], 2))
    fixed = found["POTENTIAL_EROSION"] - found["ACTUAL_EROSION"]
    np.testing.assert_allclose(found["OUTPUT"], fixed, rtol=1e-6)
    assert not found["OUTPUT"][0, :3].any()
    assert not any("turning point" in text for text in told.warned)


@pytest.mark.parametrize("row", RWEQ)
def test_parts_of_wind_erosion(through, run, row):
    *_, factors, transport, length, loss = row
    _, results = sandfixation(through, [row], None)
    place = {"RASTER": results["ACTUAL_EROSION"], "POINT": MIDDLE, "DEPTH": 0}
    explained = run("explainpixel", place)
    assert explained["VALUE"] == explained["RECOMPUTED"] == like_the_sheet(loss)
    # The parts are told with seven digits.
    shown = dict(re.findall(r"^ *(B|Qmax|s): (\S+)$", explained["TEXT"], re.MULTILINE))
    assert float(shown["B"]) == pytest.approx(factors, rel=3e-7, abs=5.1e-7)
    assert float(shown["Qmax"]) == pytest.approx(transport, rel=1e-6)
    assert float(shown["s"]) == pytest.approx(length, rel=1e-6)


def test_wind_erosion_over_a_long_way_is_degenerate_and_told(through, feedback):
    told = feedback()
    found, results = sandfixation(through, RWEQ[:3], told, DISTANCE=900)
    near(found["POTENTIAL_EROSION"][0, 0], 2.4e-14, 15)
    # Single precision ends near 1e-45.
    near(found["POTENTIAL_EROSION"][0, 1], 2.4e-39, 40)
    assert found["POTENTIAL_EROSION"][0, 2] == 0
    beyond = [text for text in told.warned if "turning point" in text]
    assert any(text.startswith("3 pixels (100.0 %) have a potential") for text in beyond)
    assert any(text.startswith("3 pixels (100.0 %) have an actual") for text in beyond)
    assert results["CLAMPED_PIXELS"] == 0


def test_less_erosion_without_plants_is_set_to_none_and_told(through, feedback):
    # Section 1.4: B of 500 bare and of 100 under plants.
    bare = 500 / np.prod(list(WIND_SOIL.values()))
    told = feedback()
    found, results = sandfixation(through, [(bare, 0.2)], told)
    near(found["POTENTIAL_EROSION"], 0.373, 3)
    near(found["ACTUAL_EROSION"], 51.338, 3)
    assert found["OUTPUT"].item() == 0
    assert results["CLAMPED_PIXELS"] == 1
    assert any("lose more sand with vegetation" in text for text in told.warned)


# Grading

FUNCTION_VALUES = (100, 80, 60, 40, 20, 10, 5, 5)


@pytest.mark.parametrize("mode", [0, 1], ids=["exact", "integers"])
@pytest.mark.parametrize(
    ("rule", "classes", "shares"),
    [
        (0, [3, 3, 2, 2, 1, 1, 1, 1], {3: 56.25, 2: 87.5 - 56.25, 1: 12.5}),
        (1, [3, 2, 2, 1, 1, 1, 1, 1], {3: 31.25, 2: 75 - 31.25, 1: 25}),
    ],
    ids=["inclusive", "exclusive"],
)
def test_grading_by_cumulative_value(run, tmp_path, rule, classes, shares, mode):
    order = [5, 0, 7, 2, 4, 1, 6, 3]
    values = np.array(FUNCTION_VALUES, "float32")[order]
    report = tmp_path / "classes.csv"
    # Cells of an equal-area grid weigh the same.
    where = {"transform": (0.0, 250.0, 0.0, 0.0, 0.0, -250.0), "epsg": 6933}
    found = run(
        "gradefunction",
        {
            "INPUT": write(tmp_path / "index.tif", values.reshape(2, 4), **where),
            "RULE": rule,
            "MODE": mode,
            "OUTPUT": str(tmp_path / "graded.tif"),
            "REPORT": str(report),
        },
    )
    assert read(found["OUTPUT"]).ravel().tolist() == np.array(classes)[order].tolist()
    rows = list(csv.DictReader(report.open(encoding="utf-8-sig")))
    told = {int(row["Class"]): float(row["Share of value [%]"]) for row in rows}
    assert told == {code: pytest.approx(share, abs=1e-3) for code, share in shares.items()}


# Sensitivities

SCORED = """
1111 1.0000 1 1 | 1113 1.3161 1 1 | 1115 1.4953 1 1 | 1133 1.7321 1 1 | 1135 1.9680 1 1
1155 2.2361 3 1 | 1333 2.2795 3 1 | 1335 2.5900 3 3 | 1355 2.9428 3 3 | 3333 3.0000 3 3
1555 3.3437 3 3 | 3335 3.4087 3 3 | 3355 3.8730 3 5 | 3555 4.4006 5 5 | 5555 5.0000 5 5
111 1.0000 1 1 | 113 1.4422 1 1 | 115 1.7100 1 1 | 133 2.0801 3 1 | 135 2.4662 3 3
155 2.9240 3 3 | 333 3.0000 3 3 | 335 3.5569 3 3 | 355 4.2172 5 5 | 555 5.0000 5 5
"""
SHEET = {
    scores: (float(value), int(by_a), int(by_b))
    for scores, value, by_a, by_b in (
        row.split() for line in SCORED.split("\n") for row in line.split("|") if row.strip()
    )
}
COVER = {"1": 0.7, "3": 0.4, "5": 0.1}
# A value of each input that scores 1, 3 and 5, by the shipped limits and tables.
SENSITIVITIES = {
    "soilerosionsensitivity": {
        "RAINFALL_EROSIVITY": {"1": 50, "3": 300, "5": 900},
        "SOIL_TEXTURE": {"1": 33, "3": 14, "5": 22},
        "RELIEF": {"1": 20, "3": 120, "5": 400},
        "VEGETATION_COVER": COVER,
    },
    "desertificationsensitivity": {
        "DRYNESS": {"1": 1, "3": 4, "5": 20},
        "WIND_DAYS": {"1": 5, "3": 20, "5": 40},
        "SOIL_TEXTURE": {"1": 33, "3": 14, "5": 11},
        "VEGETATION_COVER": COVER,
    },
    "salinizationsensitivity": {
        # Over 400 mm of rain: ratios of 2, 6 and 20.
        "EVAPORATION": {"1": 800, "3": 2400, "5": 8000},
        "GROUNDWATER_SALINITY": {"1": 2, "3": 12, "5": 30},
        "GROUNDWATER_DEPTH": {"1": 8, "3": 3, "5": 0.5},
        "SOIL_TEXTURE": {"1": 11, "3": 14, "5": 15},
    },
    "rockydesertificationsensitivity": {
        "CARBONATE_SHARE": {"1": 20, "3": 50, "5": 80},
        "SLOPE": {"1": 4, "3": 15, "5": 35},
        "VEGETATION_COVER": COVER,
    },
}


@pytest.mark.parametrize("name", SENSITIVITIES)
def test_sensitivities(through, run, tmp_path, name):
    terms = SENSITIVITIES[name]
    # Every combination of scores in every order, one a pixel.
    combinations = np.array(np.meshgrid(*[list("135")] * len(terms), indexing="ij"))
    combinations = combinations.reshape(len(terms), -1)
    values = {
        term: np.array([worth[score] for score in scores]).reshape(-1, 9)
        for (term, worth), scores in zip(terms.items(), combinations)
    }
    if name == "salinizationsensitivity":
        values["PRECIPITATION"] = np.full((9, 9), 400)
    found, results = through(name, values)
    rows = [SHEET["".join(sorted(scores))] for scores in combinations.T]
    assert {"".join(sorted(s)) for s in combinations.T} == {
        s for s in SHEET if len(s) == len(terms)
    }
    near(found["OUTPUT"], [value for value, *_ in rows], 4)
    for limits, column in ((0, 1), (1, 2)):
        graded = run(
            "gradesensitivity",
            {
                "INPUT": results["OUTPUT"],
                "LIMITS": limits,
                "OUTPUT": str(tmp_path / f"graded {limits}.tif"),
            },
        )
        # Codes 1, 2, 3 of the classes that the sheet calls 1, 3, 5.
        assert (2 * read(graded["OUTPUT"]).ravel() - 1).tolist() == [row[column] for row in rows]
