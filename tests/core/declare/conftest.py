"""Small models and runs for the tests of the framework."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from support.rasters import read, write

from redline_plugin.core.declare.job import Job, stack_of
from redline_plugin.core.declare.model import (
    Group,
    Model,
    RasterOutput,
    Reference,
)
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import windows_of
from redline_plugin.core.raster.plan import Plan

NODATA = -9999.0


def model_of(inputs, kernel, **more):
    """A model with one output, and whatever a test needs."""
    output = {key: more.pop(key) for key in ("valid", "bands", "classes") if key in more}
    outputs = more.pop("outputs", (RasterOutput("OUTPUT", "Result", "1", kernel, **output),))
    return Model(
        id="probe",
        title="Probe",
        group=Group.CLIMATE,
        about="",
        equation="",
        reference=Reference("test"),
        inputs=tuple(inputs),
        outputs=outputs,
        **more,
    )


def cut(grid, width, height, threads=2):
    """A plan in windows and pieces of that size."""
    return Plan(windows_of(grid, width, height), (16, 16), (width, height), threads)


@pytest.fixture
def run(tmp_path):
    """Run a model on arrays; returns results by output, tally, warnings and the record."""
    counter = iter(range(100))

    def run_it(model, arrays, *, where=None, options=None, plan=None, **job):
        folder = tmp_path / str(next(counter))
        folder.mkdir()
        inputs = {}
        for name, given in arrays.items():
            values = np.asarray(given)
            if values.dtype.kind == "f":
                values = np.where(np.isnan(given), NODATA, given).astype("float32")
            nodata = NODATA if values.dtype.kind == "f" else None
            path = write(folder / f"{name}.tif", values, nodata=nodata, **(where or {}))
            inputs[name] = stack_of([path])
        wanted = {o.name: folder / f"{o.name}.tif" for o in model.outputs}
        feedback = Quiet()
        options = options or RunOptions()
        if plan is not None:
            from redline_plugin.core.raster.grid import Grid

            grid = Grid.of_file(inputs[next(iter(inputs))][0].path)
            options = RunOptions(windows=cut(grid, *plan))
        tally = run_jobs([Job(model, inputs, wanted, **job)], feedback, options)[0]
        return SimpleNamespace(
            values={name: read(path) for name, path in wanted.items()},
            out=read(next(iter(wanted.values()))),
            paths=wanted,
            tally=tally,
            warnings=[str(message) for message in feedback.warnings],
            told=[str(message) for message in feedback.messages],
            record=read_provenance(str(next(iter(wanted.values())))),
            folder=folder,
        )

    return run_it
