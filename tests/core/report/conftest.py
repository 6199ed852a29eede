"""A small assessment, made by the models and gradings themselves."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from support.rasters import TRANSFORM, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.raster.source import RasterSource

SHAPE = (44, 60)
NODATA = -9999.0
EVIL = "降雨 <b>&\"'1.tif"


@dataclasses.dataclass(frozen=True)
class World:
    """Files of the assessment."""

    folder: Path
    inputs: dict[str, str]
    water: Path
    water_classes: Path
    erosivity: Path
    cover: Path
    retention: Path
    retention_classes: Path


def job(name: str, inputs: dict, output: Path, **more) -> None:
    run_jobs([Job(models()[name], inputs, {"OUTPUT": output}, **more)], Quiet())


@pytest.fixture(scope="session")
def world(tmp_path_factory) -> World:
    folder = tmp_path_factory.mktemp("评估")
    rng = np.random.default_rng(7)

    def raster(name: str, low: float, high: float, bands: int = 1) -> str:
        values = (low + (high - low) * rng.random((bands, *SHAPE))).astype("float32")
        values[:, 5:12, 8:20] = NODATA
        return write(folder / name, values, nodata=NODATA)

    inputs = {
        "PRECIPITATION": raster(EVIL, 700, 1900),
        "EVAPOTRANSPIRATION": raster("et.tif", 300, 650),
        "SOIL_ERODIBILITY": raster("k.tif", 0.005, 0.05),
        "SLOPE_LENGTH_STEEPNESS": raster("ls.tif", 0.1, 30),
        "VEGETATION_COVER": raster("cover.tif", 0, 1),
        "MONTHLY_PRECIPITATION": raster("months.tif", 20, 200, 12),
    }
    codes = rng.choice([1, 2, 7, 12, 13, 18, 77], SHAPE).astype("uint8")
    inputs["ECOSYSTEM"] = write(folder / "ecosystem.tif", codes, nodata=0)
    made = World(
        folder,
        inputs,
        *(
            folder / f"{name}.tif"
            for name in ("water", "water_classes", "r", "c", "retention", "retention_classes")
        ),
    )

    def given(*names: str) -> dict[str, Band]:
        return {name: Band(inputs[name]) for name in names}

    job("waterconservation", given("PRECIPITATION", "EVAPOTRANSPIRATION", "ECOSYSTEM"), made.water)
    months = [Band(inputs["MONTHLY_PRECIPITATION"], number) for number in range(1, 13)]
    job(
        "monthlyerosivity",
        {"MONTHLY_PRECIPITATION": months},
        made.erosivity,
        coefficients={"UNIT_FACTOR": 12.5},
    )
    job("covermanagement", given("VEGETATION_COVER", "ECOSYSTEM"), made.cover)
    job(
        "soilretention",
        {
            **given("SOIL_ERODIBILITY", "SLOPE_LENGTH_STEEPNESS"),
            "RAINFALL_EROSIVITY": Band(str(made.erosivity)),
            "COVER_MANAGEMENT": Band(str(made.cover)),
        },
        made.retention,
    )
    for index, classes in (
        (made.water, made.water_classes),
        (made.retention, made.retention_classes),
    ):
        grade_by_cumulative_value(RasterSource(str(index)), classes, CumulativeRule(), Quiet())
    return made


@pytest.fixture(scope="session")
def counties():
    """Two counties that leave the north-east corner out; the first has an exclave in the second."""
    import shapely

    from redline_plugin.core.delineate.inputs import County
    from redline_plugin.core.report.assessment import CountyShapes

    x0, dx, _, y0, _, dy = TRANSFORM

    def ground(*points):
        return shapely.Polygon([(x0 + dx * column, y0 + dy * row) for column, row in points])

    from support.rasters import wkt

    west = ground((-3, -3), (25.2, -3), (33.7, 50), (-3, 50))
    exclave = ground((40.1, 20.3), (50.2, 21.1), (49, 30.6), (41, 29.2))
    east = ground((25.2, -3), (45, -3), (63, 14), (63, 50), (33.7, 50)).difference(exclave)
    return CountyShapes(
        [
            County(west, "110101", "西县 <i>&amp;"),
            County(east, "110102", "东县"),
            County(exclave, "110101", ""),
            County(None, "110103", "无县"),
        ],
        wkt(),
    )
