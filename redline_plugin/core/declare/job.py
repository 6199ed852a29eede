"""A model bound to files: what is to be run, checked before any work starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from redline_plugin.core.atomic import check_writable
from redline_plugin.core.declare.coefficients import CoefficientSet
from redline_plugin.core.declare.limits import between, within
from redline_plugin.core.declare.model import (
    Choice,
    Coefficient,
    Model,
    RasterInput,
    RasterOutput,
    Statistic,
)
from redline_plugin.core.declare.table import Lookup, chosen_path, load_table
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.raster.source import NEAREST, QUANTITY, RasterSource
from redline_plugin.core.text import joined, msg, title


@dataclass(frozen=True)
class Band:
    """A file and a band in it, as a user gives it."""

    path: str
    band: int = 1


Given = Union[Band, Sequence[Band]]
"""What stands for an input: a band, or for a stack its bands in order."""


@dataclass(frozen=True)
class Job:
    """One model with its inputs, numbers, choices, tables and the outputs that are wanted.

    Attributes:
        model: what is run.
        inputs: by name; optional ones may be missing.
        outputs: paths by name; only these are made.
        coefficients: numbers that were given for this run.
        choices: ids of options that were given for this run.
        tables: the user's own tables by their names.
        table_sets: ids of shipped alternatives by the table's name.
        statistics: numbers that take the place of statistics of this run's rasters.
        coefficient_set: a province's own numbers and options, where this run gives none.
    """

    model: Model
    inputs: Mapping[str, Given]
    outputs: Mapping[str, Path]
    coefficients: Mapping[str, float] = field(default_factory=dict)
    tables: Mapping[str, Path] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    table_sets: Mapping[str, str] = field(default_factory=dict)
    statistics: Mapping[str, float] = field(default_factory=dict)
    coefficient_set: CoefficientSet | None = None

    def bands(self, item: RasterInput) -> tuple[Band, ...]:
        """Return the bands given for an input, none when it is left out."""
        given = self.inputs.get(item.name)
        if given is None:
            return ()
        return (given,) if isinstance(given, Band) else tuple(given)

    def sources(self, item: RasterInput) -> list[RasterSource]:
        """Return how the bands of an input are to be read."""
        bands = self.bands(item)
        return [
            RasterSource(
                band.path,
                band.band,
                name=item.name if len(bands) == 1 else f"{item.name} [{number}]",
                resampling=NEAREST if item.is_class else QUANTITY,
                valid=item.valid,
                caption=item.title,
            )
            for number, band in enumerate(bands, start=1)
        ]

    def coefficient(self, item: Coefficient) -> float:
        """Return the value used for a coefficient: this run's, the province's, the default."""
        if item.name in self.coefficients:
            return float(self.coefficients[item.name])
        if self.coefficient_set is not None:
            place = self.model.id, item.name
            return self.coefficient_set.numbers.get(place, item.default)
        return float(item.default)

    def choice(self, item: Choice) -> str:
        """Return the id of the option used: this run's, the province's, the default."""
        if item.name in self.choices:
            return self.choices[item.name]
        if self.coefficient_set is not None:
            return self.coefficient_set.options.get((self.model.id, item.name), item.default)
        return item.default

    def needed_statistics(self) -> list[Statistic]:
        """Return the statistics that this run's choices need."""
        choices = {choice.name: self.choice(choice) for choice in self.model.choices}
        return [s for s in self.model.statistics if s.used is None or s.used(choices)]

    def wanted(self) -> list[RasterOutput]:
        """Return the outputs that are asked for, in the model's order."""
        return [output for output in self.model.outputs if output.name in self.outputs]


@gdal_exceptions()
def stack_of(paths: Sequence[str]) -> list[Band]:
    """Return all bands of some files, in order: twelve files, or one of twelve bands.

    A file that cannot be opened gives one band; the run's own check tells what is wrong with it.
    """
    bands: list[Band] = []
    for path in paths:
        try:
            count = gdal.OpenEx(path, gdal.OF_RASTER).RasterCount
        except RuntimeError:
            count = 1
        bands += [Band(path, number) for number in range(1, count + 1)]
    return bands


def load_tables(job: Job) -> tuple[dict[str, Lookup], list[Problem]]:
    """Read the job's code tables, by input name; return every problem with them."""
    lookups: dict[str, Lookup] = {}
    problems: list[Problem] = []
    for item in job.model.inputs:
        table = item.table
        if table is None or (item.optional and not job.bands(item)):
            continue
        path = job.tables.get(table.name)
        try:
            lookups[item.name] = load_table(
                table, path or chosen_path(table, job.table_sets.get(table.name, ""))
            )
        except InputError as error:
            problems.extend(error.problems)
    return lookups, problems


def job_problems(job: Job) -> list[Problem]:
    """Return what is wrong with a job's numbers and places, before any file is opened."""
    problems = _unknown_names(job)
    for item in job.model.inputs:
        problems += _input_problems(job, item)
    for names in job.model.one_of:
        if not any(job.inputs.get(name) for name in names):
            called = joined([job.model.input(name).called for name in names])
            problems.append(Problem(msg("One of {names} is needed.", names=called)))
    for coefficient in job.model.coefficients:
        value = job.coefficient(coefficient)
        if not within(value, coefficient.valid):
            problems.append(
                Problem(
                    msg(
                        "{title} ({name}) is {value:g}; it must be {range}.",
                        title=title(coefficient.title),
                        name=coefficient.name,
                        value=value,
                        range=between(*coefficient.valid),
                    )
                )
            )
    for names in job.model.rising:
        items = [c for name in names for c in job.model.coefficients if c.name == name]
        numbers = [job.coefficient(c) for c in items]
        if any(low >= high for low, high in zip(numbers, numbers[1:])):
            problems.append(
                Problem(
                    msg(
                        "{names} must rise; they are {numbers}.",
                        names=joined([title(c.title) for c in items]),
                        numbers=", ".join(f"{number:g}" for number in numbers),
                    )
                )
            )
    if not job.outputs:
        problems.append(Problem(msg("No output is asked for.")))
    return problems + output_problems(list(job.outputs.values()), read_by(job))


def read_by(job: Job) -> list[str]:
    """Return the files that a job reads: an output must not be one of them."""
    paths = [band.path for item in job.model.inputs for band in job.bands(item)]
    tables = [str(path) for path in job.tables.values()]
    own = [job.coefficient_set.path] if job.coefficient_set is not None else []
    return [*paths, *tables, *own]


def _unknown_names(job: Job) -> list[Problem]:
    """Return names that the model does not have, and options that a choice does not have."""
    model = job.model
    tables = {item.table.name: item.table for item in model.inputs if item.table is not None}
    known: list[tuple[Iterable[str], set[str]]] = [
        (job.inputs, {item.name for item in model.inputs}),
        (job.outputs, {output.name for output in model.outputs}),
        (job.coefficients, {c.name for c in model.coefficients}),
        (job.choices, {choice.name for choice in model.choices}),
        (job.statistics, {s.name for s in model.statistics}),
        (job.tables, set(tables)),
        (job.table_sets, set(tables)),
    ]
    problems = [
        Problem(msg("{model} has nothing of the name {name}.", model=model.id, name=name))
        for given, names in known
        for name in given
        if name not in names
    ]
    options = [(c.name, job.choices.get(c.name), [o.id for o in c.options]) for c in model.choices]
    options += [
        (name, job.table_sets.get(name), ["", *(other.id for other in table.others)])
        for name, table in tables.items()
    ]
    problems += [
        Problem(
            msg("{name} has no option “{text}”.", name=name, text=given),
            remedy=msg("Its options are: {options}.", options=", ".join(filter(None, ids))),
        )
        for name, given, ids in options
        if given is not None and given not in ids
    ]
    return problems


def _input_problems(job: Job, item: RasterInput) -> list[Problem]:
    count = len(job.bands(item))
    if not count:
        if item.name in job.inputs:
            return [
                Problem(
                    msg("{name}: the list of rasters is empty.", name=item.called),
                    remedy=msg("Choose at least one raster, or leave the input out.")
                    if item.optional
                    else msg("Choose at least one raster."),
                )
            ]
        if item.optional:
            return []
        return [
            Problem(msg("{title} ({name}) is missing.", title=title(item.title), name=item.name))
        ]
    if item.bands and count != item.bands:
        return [
            Problem(
                msg(
                    "{title} ({name}) needs {needed} bands, {count} are given.",
                    title=title(item.title),
                    name=item.name,
                    needed=item.bands,
                    count=count,
                ),
                remedy=msg("Give one raster with that many bands, or so many rasters in order."),
            )
        ]
    return []


def output_problems(outputs: Sequence[Path], inputs: Sequence[str]) -> list[Problem]:
    """Return outputs that cannot be written, that are an input, or that are asked for twice."""
    problems = []
    # A layer of a GeoPackage is named with what follows the file.
    taken = {Path(path.split("|", 1)[0]).resolve() for path in inputs}
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
