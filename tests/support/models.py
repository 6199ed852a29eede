"""Runs of any declared model on plausible inputs, whose files are written once and shared."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from redline_plugin.core.assess.registry import models
from redline_plugin.core.declare.job import Job, stack_of
from redline_plugin.core.declare.model import Model, RasterOutput
from redline_plugin.core.declare.pieces import arguments, read_band
from redline_plugin.core.declare.prepare import prepare, with_statistics
from redline_plugin.core.declare.run import RunOptions, run_jobs
from redline_plugin.core.declare.statistics import find_statistics
from redline_plugin.core.declare.table import FOLDER
from redline_plugin.core.declare.tally import RunTally
from redline_plugin.core.errors import InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Window, windows_of
from redline_plugin.core.raster.plan import Plan
from support.plausible import METRES, Where, random_values
from support.rasters import read, write

NODATA = -9999.0
MODELS = list(models().values())
every_model = pytest.mark.parametrize("model", MODELS, ids=[model.id for model in MODELS])


@dataclass
class Found:
    """What a run gave."""

    paths: dict[str, Path]
    tally: RunTally
    told: list[Any]
    warnings: list[Any]
    values: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def out(self) -> np.ndarray:
        return self.values["OUTPUT"]

    def record(self, name: str = "OUTPUT") -> dict[str, Any]:
        made = read_provenance(str(self.paths[name]))
        assert made is not None
        return made


def is_valid(output: RasterOutput, values: np.ndarray) -> np.ndarray:
    """Where an output has a value."""
    return values != (0 if output.classes else NODATA)


def assert_in_range(output: RasterOutput, values: np.ndarray, least: int = 1) -> None:
    """At least so many values, all of them as the output is declared."""
    valid = values[is_valid(output, values)]
    assert valid.size >= least, output.name
    assert np.isfinite(valid).all()
    if not valid.size:
        return
    if output.classes:
        assert set(np.unique(valid)) <= {entry.value for entry in output.classes}
        return
    low, high = output.valid
    assert low is None or valid.min() >= low
    assert high is None or valid.max() <= high
    if output.bands > 1:
        assert values.shape[0] == output.bands


def cut(where: Where, window: tuple[int, int], piece: tuple[int, int], threads: int) -> Plan:
    """A plan in windows and pieces of some width and height."""
    return Plan(windows_of(where.grid(), *window), (16, 16), piece, threads)


class Bench:
    """Files of inputs that several tests take, and runs on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[tuple[str, ...], str] = {}
        self._runs = 0
        self.feedback = Quiet()

    def save(self, values: np.ndarray, where: Where, dtype: str | None = None) -> str:
        """Write values, NaN as nodata; equal values on one grid are one file."""
        if values.dtype.kind == "f":
            values = np.where(np.isnan(values), NODATA, values).astype(dtype or values.dtype)
        key = hashlib.sha256(values.tobytes()).hexdigest(), str(values.dtype), where.name
        if key not in self._files:
            path = self.folder / f"{len(self._files):04d}.tif"
            nodata = NODATA if values.dtype.kind == "f" else None
            self._files[key] = write(path, values, where.place, where.epsg, nodata)
        return self._files[key]

    def tables(self, model: Model) -> dict[str, Path]:
        """The user's own tables: that of soil units, as the example's has no calcium carbonate."""
        names = {item.table.name for item in model.inputs if item.table}
        if "SOIL_PROPERTIES" not in names:
            return {}
        path = self.folder / "soil units.csv"
        if not path.exists():
            text = (FOLDER / "soil_units_example.csv").read_text("utf-8")
            path.write_text(text.replace(",1,,Example", ",1.2,3,Example"), "utf-8")
        return {"SOIL_PROPERTIES": path}

    def inputs(self, model: Model, where: Where = METRES, **replaced: Any) -> dict[str, Any]:
        """All inputs of a model as bands; arrays by name take the place of the usual ones."""
        found = {}
        for item in model.inputs:
            values = replaced.get(item.name, ...)
            if values is None:
                continue
            values = random_values(model, item) if values is ... else values
            found[item.name] = stack_of([self.save(values, where)])
        return found

    def run(
        self,
        model: Model,
        inputs: dict[str, Any],
        options: RunOptions | None = None,
        outputs: list[str] | None = None,
        **job: Any,
    ) -> Found:
        """Run a model; all outputs unless some are named."""
        self._runs += 1
        folder = self.folder / f"run{self._runs:04d}"
        folder.mkdir()
        names = outputs or [output.name for output in model.outputs]
        job.setdefault("tables", self.tables(model))
        paths = {name: folder / f"{name}.tif" for name in names}
        feedback = self.feedback = Quiet()
        tally = run_jobs([Job(model, inputs, paths, **job)], feedback, options)[0]
        return Found(
            paths,
            tally,
            feedback.messages,
            feedback.warnings,
            {name: read(path) for name, path in paths.items()},
        )

    def told(self, model: Model, inputs: dict[str, Any]) -> list[str]:
        """All warnings of a run, whether it ends well or not."""
        with contextlib.suppress(InputError):
            self.run(model, inputs, outputs=[model.outputs[0].name])
        return [str(warning) for warning in self.feedback.warnings]

    def kernel_arguments(self, model: Model, inputs: dict[str, Any], **how: Any) -> Any:
        """Arrays, names and mask that a run gives the kernels, for the whole grid at once."""
        unused = {"OUTPUT": self.folder / "unused.tif"}
        job = Job(model, inputs, unused, tables=self.tables(model), **how)
        with gdal_exceptions():
            made = prepare([job], None, Quiet())
            whole = Window(0, 0, made.grid.width, made.grid.height)
            how = Plan([whole], (16, 16), (whole.width, whole.height), 1)
            made = with_statistics(made, find_statistics(made, how, Quiet(), 1))
            item = made.jobs[0]
            with made.readers() as readers:
                bands = {
                    key: read_band(readers[key], whole, item.halo)
                    for key in made.keys_of(item.halo)
                }
                found = arguments(item, bands, made.grid, whole)
                # A reader's memory is used again.
                arrays = [None if array is None else array.copy() for array in found.arrays]
        return arrays, dict(found.names), found.mask


def call(model: Model, arrays: list[Any], names: dict[str, Any]) -> dict[str, np.ndarray]:
    """All outputs' kernels by name and all checks' by number, called as a run calls them."""
    with np.errstate(all="ignore"):
        shared = None if model.shared is None else model.shared(*arrays, **names)
        for value in (shared or {}).values():
            # What one kernel does to it the next one would see.
            value.setflags(write=False)
        kernels = {output.name: output.kernel for output in model.outputs}
        kernels.update({str(n): check.kernel for n, check in enumerate(model.checks)})
        return {
            name: kernel(*arrays, **names) if shared is None else kernel(shared)
            for name, kernel in kernels.items()
        }
