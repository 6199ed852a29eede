"""A real chain of results on a small grid, made by the core itself."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Band, Job
from redline_plugin.core.declare.run import run_jobs
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.grade.cumulative import CumulativeRule, grade_by_cumulative_value
from redline_plugin.core.grade.sensitivity import SETS, LimitSet, grade_by_limits
from redline_plugin.core.raster.source import RasterSource
from support.rasters import TRANSFORM, read, write

SHAPE = (8, 10)
NODATA = -9999.0
GEOGRAPHIC = {"transform": (110.0, 0.01, 0.0, 32.0, 0.0, -0.01), "epsg": 4490}
"""A grid in degrees."""


def middle(column, row, transform=TRANSFORM):
    """The middle of a pixel."""
    x0, dx, _, y0, _, dy = transform
    return x0 + (column + 0.5) * dx, y0 + (row + 0.5) * dy


def factors(folder, where=None):
    """Write the factors of both assessments; return paths and arrays by name."""
    where = where or {}
    rng = np.random.default_rng(7)
    arrays = {
        "RAINFALL_EROSIVITY": rng.uniform(50, 5000, SHAPE).astype(np.float32),
        "SOIL_ERODIBILITY": rng.uniform(0.01, 0.06, SHAPE).astype(np.float32),
        "SLOPE_LENGTH_STEEPNESS": rng.uniform(0.1, 30, SHAPE).astype(np.float32),
        "COVER_MANAGEMENT": rng.uniform(0, 1, SHAPE).astype(np.float32),
        "SOIL_TEXTURE": rng.choice(np.array([1, 14, 21], np.uint8), SHAPE),
        "RELIEF": rng.uniform(0, 500, SHAPE).astype(np.float32),
        "VEGETATION_COVER": rng.uniform(0, 1, SHAPE).astype(np.float32),
    }
    arrays["RAINFALL_EROSIVITY"][0, 0] = NODATA
    arrays["COVER_MANAGEMENT"][0, 1] = 1.5
    arrays["SOIL_TEXTURE"][0, 2] = 99
    paths = {
        name: write(
            folder / f"{name.lower()}.tif",
            values,
            nodata=NODATA if values.dtype.kind == "f" else None,
            **where,
        )
        for name, values in arrays.items()
    }
    return paths, arrays


def run_model(name, paths, folder, options=None, **job):
    """Run a model on files that bear its inputs' names; return the main output."""
    model = models()[name]
    inputs = {item.name: Band(paths[item.name]) for item in model.inputs if item.name in paths}
    output = folder / f"{name}.tif"
    run_jobs([Job(model, inputs, {"OUTPUT": output}, **job)], Quiet(), options)
    return output


def make_chain(folder, where=None):
    """Run both assessments and both gradings."""
    paths, arrays = factors(folder, where)
    retention = run_model("soilretention", paths, folder)
    sensitivity = run_model("soilerosionsensitivity", paths, folder)
    importance, classes = folder / "importance.tif", folder / "classes.tif"
    grade_by_cumulative_value(RasterSource(str(retention)), importance, CumulativeRule(), Quiet())
    grade_by_limits(RasterSource(str(sensitivity)), classes, SETS[LimitSet.A], Quiet())
    return SimpleNamespace(
        folder=folder,
        paths=paths,
        arrays=arrays,
        retention=retention,
        sensitivity=sensitivity,
        importance=importance,
        classes=classes,
        values={
            name: read(path)
            for name, path in {
                "retention": retention,
                "sensitivity": sensitivity,
                "importance": importance,
                "classes": classes,
            }.items()
        },
    )


def said(explanation):
    """All findings as one text."""
    return "\n".join(str(one.text) for one in explanation.findings)


def entry(explanation, name):
    """The line of that name, wherever it stands."""

    def search(entries):
        for one in entries:
            if one.name == name:
                return one
            found = search(one.children)
            if found is not None:
                return found
        return None

    found = search(explanation.groups)
    assert found is not None, name
    return found
