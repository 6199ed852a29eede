"""All functions and sensitivities of the Guide come out of the raw data, one step after another."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.model import Group
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.demo import CountyFiles
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.raster.grid import Grid

READY = (
    *("rainfall_erosivity", "soil_erodibility", "slope_length_steepness", "cover_management"),
    *("relief", "slope", "soil_texture", "vegetation_cover"),
)
"""Factors that are made from the raw data here."""
MODELS = (
    *("slope", "reliefamplitude", "slopelengthsteepness", "soilunits", "usdatexture"),
    *("texturefromusda", "soilinfiltration", "erodiblefraction", "soilcrust", "vegetationcover"),
    *("covermanagement", "windcover", "soilroughness", "monthlyerosivity", "climaticerosivity"),
    *("guidepet", "drynessindex", "weatherfactor"),
    *("waterconservation", "soilretention", "sandfixation"),
    *("waterconservationindex", "soilretentionindex", "sandfixationindex", "biodiversityindex"),
    *("soilerosionsensitivity", "desertificationsensitivity"),
    *("rockydesertificationsensitivity", "salinizationsensitivity"),
)
COEFFICIENTS = {"weatherfactor": {"DAYS": 365.0}}


@pytest.fixture(scope="module")
def made(county: CountyFiles, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("whole")
    have = {
        name.upper(): path
        for name, path in vars(county).items()
        if path.suffix == ".tif" and name not in READY
    }
    grid = Grid.of_file(str(county.elevation))
    results = {}
    for model_id in MODELS:
        model = models()[model_id]
        inputs = {
            item.name: [Band(str(have[item.name]), n + 1) for n in range(item.bands)]
            if item.bands > 1
            else Band(str(have[item.name]))
            for item in model.inputs
            if item.name in have
        }
        output = model.outputs[0]
        path = folder / f"{model_id}.tif"
        tables = {"SOIL_PROPERTIES": county.soil_units} if model_id == "soilunits" else {}
        job = Job(
            model,
            inputs,
            {output.name: path},
            coefficients=COEFFICIENTS.get(model_id, {}),
            tables=tables,
        )
        run_jobs([job], Quiet(), RunOptions(grid=grid, threads=1))
        results[model_id] = path
        if output.term:
            have[output.term] = path
    return results


@pytest.mark.parametrize(
    "model_id",
    [name for name in MODELS if models()[name].group in (Group.FUNCTION, Group.SENSITIVITY)],
)
def test_index_tells_places_apart(
    county: CountyFiles, made: dict[str, Path], model_id: str
) -> None:
    dataset = gdal.Open(str(made[model_id]))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    valid = values != band.GetNoDataValue()
    inside = gdal.Open(str(county.ecosystem)).ReadAsArray() > 0
    assert (valid & inside).sum() > 0.1 * inside.sum()
    assert values[valid].max() > values[valid].min()
