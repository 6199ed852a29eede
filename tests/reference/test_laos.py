"""The whole chain on real data: climate, terrain and soil of Laos at 5 km, in degrees.

What the data lack is derived here by published formulas, so that magnitudes are real: annual
evapotranspiration by Turc (1954), erosivity by Wischmeier's monthly formula (fact sheet 1.3), K by
EPIC from typical fractions of the texture classes, LS from the slope, land cover from elevation.
"""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal
from scipy import ndimage
from support.rasters import read, write

NODATA = -9999.0
DAYS = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[:, None, None]
# Typical sand, silt, clay in per cent of USDA texture classes, for K by EPIC.
FRACTIONS = {
    "Sandy clay": (52, 6, 42),
    "Clay (light)": (20, 25, 55),
    "Sandy clay loam": (60, 13, 27),
    "Loam": (40, 40, 20),
    "Clay loam": (32, 34, 34),
}
CHINESE_TEXTURE = {
    "Sandy clay": 25,
    "Clay (light)": 33,
    "Sandy clay loam": 15,
    "Loam": 14,
    "Clay loam": 32,
}


def epic(sand, silt, clay, carbon):
    """K in SI units from percentages: fact sheet 1.3, EPIC with Zhang Keli's correction."""
    fine = 1 - sand / 100
    k = (
        (0.2 + 0.3 * np.exp(-0.0256 * sand * (1 - silt / 100)))
        * (silt / (clay + silt)) ** 0.3
        * (1 - 0.25 * carbon / (carbon + np.exp(3.72 - 2.95 * carbon)))
        * (1 - 0.7 * fine / (fine + np.exp(-5.51 + 22.9 * fine)))
    )
    return max((-0.01383 + 0.51575 * k) * 0.1317, 0)


def bands(path):
    values = gdal.Open(str(path)).ReadAsArray().astype("float64")
    return np.where(values == NODATA, np.nan, values)


@pytest.fixture(scope="module")
def inputs(laos, tmp_path_factory):
    folder = tmp_path_factory.mktemp("老挝 输入")
    grid = gdal.Open(str(laos / "elevation.tif")).GetGeoTransform()
    soil_grid = gdal.Open(str(laos / "soil.tif")).GetGeoTransform()

    def save(name, values, where=grid, nodata=NODATA, dtype="float32"):
        filled = np.where(np.isnan(values), NODATA if nodata is None else nodata, values)
        return write(folder / f"{name}.tif", filled.astype(dtype), where, 4326, nodata)

    monthly = bands(laos / "precipitation.tif") * DAYS
    rain = monthly.sum(axis=0)
    warmth = ((bands(laos / "min_temp.tif") + bands(laos / "max_temp.tif")) / 2).mean(axis=0)
    limit = 300 + 25 * warmth + 0.05 * warmth**3
    evaporation = rain / np.sqrt(0.9 + (rain / limit) ** 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        erosivity = np.nansum(1.735 * 10 ** (1.5 * np.log10(monthly**2 / rain) - 0.8188), axis=0)
    erosivity = np.where(np.isnan(rain), np.nan, erosivity * 17.02)  # to MJ mm hm-2 h-1 a-1
    elevation = read(laos / "elevation.tif").astype("float64")
    relief = ndimage.maximum_filter(elevation, 3) - ndimage.minimum_filter(elevation, 3)
    angle = np.arctan(bands(laos / "slope.tif").clip(0) / 100)
    ls = np.where(np.degrees(angle) < 5, 10.8 * np.sin(angle) + 0.03, 16.8 * np.sin(angle) - 0.5)
    cover = np.clip(0.35 + elevation / 2000 + rain / 8000, 0.05, 0.98)
    ecosystem = np.select(
        [elevation > 1000, elevation > 400, elevation > 200], [1, 4, 13], default=18
    ).astype("float64")
    ecosystem[np.isnan(rain)] = np.nan
    rows = list(csv.DictReader((laos / "soil_topsoil.csv").open()))
    soil = read(laos / "soil.tif")
    k = np.full(soil.shape, np.nan)
    texture = np.zeros(soil.shape)
    for row in rows:
        here = soil == int(row["CODE"])
        k[here] = epic(*FRACTIONS[row["TXT"]], float(row["OC"]))
        texture[here] = CHINESE_TEXTURE[row["TXT"]]
    return SimpleNamespace(
        folder=folder,
        rain=rain,
        evaporation=evaporation,
        soil=soil,
        paths={
            "PRECIPITATION": save("rain", rain),
            # Nodata is there and not declared, as in much real data.
            "EVAPOTRANSPIRATION": save("et", evaporation, nodata=None),
            "ECOSYSTEM": save("eco", ecosystem, nodata=0, dtype="uint8"),
            "RAINFALL_EROSIVITY": save("r", erosivity, nodata=None),
            # Soil lies on a grid that differs in the fourth digit.
            "SOIL_ERODIBILITY": save("k", k, soil_grid),
            "SLOPE_LENGTH_STEEPNESS": save("ls", ls),
            "COVER_MANAGEMENT": save("c", 0.3 * (1 - cover)),
            "SOIL_TEXTURE": save("texture", texture, soil_grid, 0, "uint8"),
            "RELIEF": save("relief", relief, nodata=None),
            "VEGETATION_COVER": save("cover", cover),
        },
    )


def areas_of(folder):
    """A province-like frame and two protected areas, in degrees."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "areas.gpkg"))
    shapes = {
        "counties": [
            ("990201", "北县", "POLYGON((101.6 18,104.4 18,104.4 23,101.6 23,101.6 18))"),
            ("990202", "南县", "POLYGON((101.6 13,104.4 13,104.4 18,101.6 18,101.6 13))"),
        ],
        "protected": [
            ("A", "南康自然保护区", "POLYGON((102.9 20.3,103.3 20.3,103.3 20.7,102.9 20.3))"),
            ("B", "会芬保护区", "POLYGON((103.9 17.8,104.3 17.8,104.3 18.2,103.9 17.8))"),
        ],
    }
    for name, rows in shapes.items():
        layer = source.CreateLayer(name, reference, ogr.wkbPolygon)
        fields = ("XZQDM", "XZQMC") if name == "counties" else ("FQ", "BHQMC")
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for first, second, text in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(fields[0], first)
            feature.SetField(fields[1], second)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
            layer.CreateFeature(feature)
    return f"{folder / 'areas.gpkg'}|layername="


@pytest.fixture(scope="module")
def results(inputs, provider):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    areas, out = areas_of(inputs.folder), inputs.folder
    feedback = QgsProcessingFeedback(False)
    processing.run(
        "redline:redlinecounty",
        {
            **inputs.paths,
            "PROTECTED_AREAS": areas + "protected",
            "COUNTIES": areas + "counties",
            "MIN_PATCH": 100,
            "YSDM": "9999999999",
            "ESTABLISHED": "2025-06-01",
            "delineate:RED_LINE": str(out / "red.gpkg"),
            "export:PACKAGE": str(out / "成果"),
            "map:MAP": str(out / "map.png"),
        },
        context=context,
        feedback=feedback,
    )
    return SimpleNamespace(folder=out, log=feedback.textLog())


def soil_shape(inputs):
    return inputs.soil.shape


def single(run_name, inputs, tmp_path):
    import processing
    from qgis.core import QgsProcessingContext

    from redline_plugin.core.assess.registry import models

    names = [item.name for item in models()[run_name].inputs]
    path = str(tmp_path / f"{run_name}.tif")
    processing.run(
        f"redline:{run_name}",
        {**{name: inputs.paths[name] for name in names}, "OUTPUT": path},
        context=QgsProcessingContext(),
    )
    return read(path).astype("float64")


def test_water_conservation_is_sensible(inputs, provider, tmp_path):
    found = single("waterconservation", inputs, tmp_path)
    depth = found[found != NODATA]
    # Laos has 1200 to 3500 mm of rain; the water yield of its forests is some hundred mm.
    assert 100 < np.median(depth) < 1500
    assert depth.max() < 3500
    # Below 200 m is farmland here, which has no coefficient.
    lowland = read(inputs.paths["ECOSYSTEM"]) == 18
    assert (found[lowland] == NODATA).all()
    # Against the equation in double precision, where the class is evergreen forest.
    forest = read(inputs.paths["ECOSYSTEM"]) == 1
    expected = inputs.rain * (1 - 0.0267) - inputs.evaporation
    np.testing.assert_allclose(found[forest], expected[forest], rtol=1e-4)


def test_soil_retention_is_sensible(inputs, provider, tmp_path):
    found = single("soilretention", inputs, tmp_path)
    values = found[found != NODATA]
    # R some thousand, K about 0.02, LS below 1.4 at 5 km: tens of t per hectare, never thousands.
    assert 1 < np.median(values) < 200
    assert values.max() < 1000
    # Soil units without a row in the table are nodata: nearest pixel of soil's own grid.
    own, soil = (gdal.Open(inputs.paths[n]).GetGeoTransform() for n in ("RELIEF", "SOIL_TEXTURE"))
    rows, columns = np.indices(found.shape)
    column = ((own[0] + (columns + 0.5) * own[1] - soil[0]) / soil[1]).astype(int)
    row = ((own[3] + (rows + 0.5) * own[5] - soil[3]) / soil[5]).astype(int)
    inside = (column < soil_shape(inputs)[1]) & (row < soil_shape(inputs)[0])
    texture = read(inputs.paths["SOIL_TEXTURE"])
    known = inside & (texture[np.where(inside, row, 0), np.where(inside, column, 0)] > 0)
    expected = known & ~np.isnan(inputs.rain)
    assert 0.1 < expected.mean() < 0.9
    # K is a quantity, so it is interpolated; only where its four neighbours are all known is it sure.
    sure = ndimage.binary_erosion(known, np.ones((3, 3))) & ~np.isnan(inputs.rain)
    assert (found[sure] != NODATA).all()
    gone = ~ndimage.binary_dilation(known, np.ones((3, 3)))
    assert (found[gone] == NODATA).all()


def test_erosion_sensitivity_is_sensible(inputs, provider, tmp_path):
    found = single("soilerosionsensitivity", inputs, tmp_path)
    values = np.unique(np.round(found[found != NODATA], 4))
    reachable = {
        1.0,
        1.3161,
        1.4953,
        1.7321,
        1.968,
        2.2361,
        2.2795,
        2.59,
        2.9428,
        3.0,
        3.3437,
        3.4087,
        3.873,
        4.4006,
        5.0,
    }
    assert set(values) <= reachable


def test_the_chain_ends_in_a_package_that_passes(results):
    package = results.folder / "成果"
    from redline_plugin.core.feedback import Quiet
    from redline_plugin.core.verify.verify import verify_package

    verdict = verify_package(package, Quiet())
    assert verdict.passed, verdict.text()
    manifest = json.loads((package / "manifest.json").read_text("utf-8"))
    assert manifest
    assert (results.folder / "map.png").stat().st_size > 10_000


def test_blocks_know_why_they_are_in(results):
    from osgeo import ogr

    source = ogr.Open(str(results.folder / "red.gpkg"))
    rows = [feature.items() for feature in source.GetLayer(0)]
    assert {row["county"] for row in rows} == {"990201", "990202"}
    assert all(row["area_m2"] > 0 for row in rows)
    assert all(json.loads(row["reasons"]) for row in rows)
    names = ";".join(row["protected"] or "" for row in rows)
    assert "南康自然保护区" in names
    assert "会芬保护区" in names
    reasons = {row["main_reason"] for row in rows}
    assert {"waterconservation", "soilretention"} <= reasons
