"""A model bound to files: what is to be run, checked before any work starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.declare.model import Coefficient, Model, RasterInput, RasterOutput
from redline_plugin.core.declare.table import Lookup, load_table
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.raster.source import NEAREST, QUANTITY, RasterSource
from redline_plugin.core.text import Message, msg, title


@dataclass(frozen=True)
class Band:
    """A file and a band in it, as a user gives it."""

    path: str
    band: int = 1


@dataclass(frozen=True)
class Job:
    """One model with its inputs, coefficients, tables and the outputs that are wanted."""

    model: Model
    inputs: Mapping[str, Band]
    outputs: Mapping[str, Path]
    coefficients: Mapping[str, float] = field(default_factory=dict)
    tables: Mapping[str, Path] = field(default_factory=dict)

    def source(self, item: RasterInput) -> RasterSource:
        """Return how an input of this job is to be read."""
        band = self.inputs[item.name]
        return RasterSource(
            band.path,
            band.band,
            name=item.name,
            resampling=NEAREST if item.is_class else QUANTITY,
            valid=item.valid,
        )

    def coefficient(self, item: Coefficient) -> float:
        """Return the value used for a coefficient."""
        return float(self.coefficients.get(item.name, item.default))

    def wanted(self) -> list[RasterOutput]:
        """Return the outputs that are asked for, in the model's order."""
        return [output for output in self.model.outputs if output.name in self.outputs]


def between(low: float | None, high: float | None) -> Message:
    """Put a range into words."""
    if low is None and high is None:
        return msg("any value")
    if high is None:
        return msg("at least {low:g}", low=low)
    if low is None:
        return msg("at most {high:g}", high=high)
    return msg("{low:g} to {high:g}", low=low, high=high)


def load_tables(job: Job) -> tuple[dict[str, Lookup], list[Problem]]:
    """Read the job's code tables, by input name; return every problem with them."""
    lookups: dict[str, Lookup] = {}
    problems: list[Problem] = []
    for item in job.model.inputs:
        if item.table is None:
            continue
        try:
            lookups[item.name] = load_table(item.table, job.tables.get(item.table.name))
        except InputError as error:
            problems.extend(error.problems)
    return lookups, problems


def job_problems(job: Job) -> list[Problem]:
    """Return what is wrong with a job's numbers and places, before any file is opened."""
    problems = []
    for item in job.model.inputs:
        if item.name not in job.inputs:
            problems.append(
                Problem(
                    msg("{title} ({name}) is missing.", title=title(item.title), name=item.name)
                )
            )
    for coefficient in job.model.coefficients:
        value = job.coefficient(coefficient)
        low, high = coefficient.valid
        if not ((low is None or value >= low) and (high is None or value <= high)):
            problems.append(
                Problem(
                    msg(
                        "{title} ({name}) is {value:g}; it must be {range}.",
                        title=title(coefficient.title),
                        name=coefficient.name,
                        value=value,
                        range=between(low, high),
                    )
                )
            )
    if not job.outputs:
        problems.append(Problem(msg("No output is asked for.")))
    return problems + output_problems(
        list(job.outputs.values()), [band.path for band in job.inputs.values()]
    )


def output_problems(outputs: Sequence[Path], inputs: Sequence[str]) -> list[Problem]:
    """Return outputs that cannot be written, that are an input, or that are asked for twice."""
    problems = []
    taken = {Path(path).resolve() for path in inputs}
    seen: set[Path] = set()
    for path in outputs:
        problems.extend(check_writable(path))
        place = Path(path).resolve()
        if place in taken:
            problems.append(
                Problem(
                    msg("The output would overwrite an input."),
                    str(path),
                    msg("Choose another name."),
                )
            )
        if place in seen:
            problems.append(Problem(msg("Two outputs have one name."), str(path)))
        seen.add(place)
    return problems
