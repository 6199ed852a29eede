"""Statistics of the assessed area, found in a pass of their own before the model runs."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.job import Job
from redline_plugin.core.declare.model import Kind, Statistic
from redline_plugin.core.declare.pieces import arguments, read_band
from redline_plugin.core.declare.prepare import Key, Preparation, Prepared
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.raster.grid import Window
from redline_plugin.core.raster.parallel import map_ordered
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.raster.quantile import Quantiles
from redline_plugin.core.raster.source import AlignedReader
from redline_plugin.core.text import msg, title


class _Sought:
    """The statistics of one job that its rasters must give."""

    def __init__(self, item: Prepared) -> None:
        self.item = item
        self.wanted = [s for s in item.job.needed_statistics() if s.name not in item.job.statistics]
        self._lock = threading.Lock()
        self.inputs = {s.input for s in self.wanted}
        self._low = dict.fromkeys(self.inputs, np.inf)
        self._high = dict.fromkeys(self.inputs, -np.inf)
        self.quantiles: dict[str, Quantiles] = {}
        for name in self.inputs:
            percents = [self._percent(s) for s in self._quantiles_of(name)]
            if percents:
                self.quantiles[name] = Quantiles(percents)

    def _quantiles_of(self, name: str) -> list[Statistic]:
        return [s for s in self.wanted if s.kind is Kind.QUANTILE and s.input == name]

    def _percent(self, statistic: Statistic) -> float:
        return float(self.item.names[statistic.percent.lower()])

    def first(self, name: str, values: NDArray) -> None:
        low, high = float(values.min()), float(values.max())
        with self._lock:
            self._low[name] = min(self._low[name], low)
            self._high[name] = max(self._high[name], high)
        if name in self.quantiles:
            self.quantiles[name].first(values)

    def second(self, name: str, values: NDArray) -> None:
        if name in self.quantiles:
            self.quantiles[name].second(values)

    def problems(self) -> list[Problem]:
        if self.wanted and not all(np.isfinite(low) for low in self._low.values()):
            return [
                Problem(
                    msg("No pixel is valid in all inputs, so {title} is not known.", title=one),
                    self.item.job.model.id,
                    msg("Check nodata values, units and class codes; no output was written."),
                )
                for one in [title(self.wanted[0].title)]
            ]
        return []

    def result(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name in self.inputs:
            if name in self.quantiles:
                values = self.quantiles[name].result()
                found.update({s.name: v for s, v in zip(self._quantiles_of(name), values)})
        for statistic in self.wanted:
            if statistic.kind is Kind.MINIMUM:
                found[statistic.name] = self._low[statistic.input]
            elif statistic.kind is Kind.MAXIMUM:
                found[statistic.name] = self._high[statistic.input]
        return found


def find_statistics(
    preparation: Preparation, how: Plan, feedback: Feedback, threads: int
) -> list[dict[str, float]]:
    """Return the statistics that each job needs, by name; those that the user gave are not looked for.

    Raises:
        InputError: no pixel is valid.
        CancelledError: the user asked to stop.
    """
    sought = [_Sought(item) for item in preparation.jobs]
    if not any(one.wanted for one in sought):
        _refuse_ranges([one.item.job for one in sought], [{} for _ in sought])
        return [{} for _ in sought]
    passes = 2 if any(one.quantiles for one in sought) else 1
    for number in range(passes):
        _scan(
            preparation,
            sought,
            number,
            how,
            Part(feedback, number / passes, (number + 1) / passes),
            threads,
        )
        problems = [problem for one in sought for problem in one.problems()]
        if problems:
            raise InputError(problems)
    results = [one.result() for one in sought]
    _refuse_ranges([one.item.job for one in sought], results)
    return results


def _refuse_ranges(jobs: Sequence[Job], results: Sequence[Mapping[str, float]]) -> None:
    """Refuse a lowest value that is not below the highest: nothing can be scaled between them."""
    problems = []
    for job, found in zip(jobs, results):
        numbers = {**found, **job.statistics}
        lowest = {s.input: s for s in job.needed_statistics() if s.kind is Kind.MINIMUM}
        for high in job.needed_statistics():
            low = lowest.get(high.input)
            if high.kind is not Kind.MAXIMUM or low is None:
                continue
            if not numbers[low.name] < numbers[high.name]:
                problems.append(
                    Problem(
                        msg(
                            "{lowest} is {low:g} and {highest} is {high:g}: the first must be below "
                            "the second.",
                            lowest=title(low.title),
                            low=numbers[low.name],
                            highest=title(high.title),
                            high=numbers[high.name],
                        ),
                        high.input,
                        msg("Is the input constant, or are the numbers given the right ones?"),
                    )
                )
    if problems:
        raise InputError(problems)


def _scan(
    preparation: Preparation,
    sought: list[_Sought],
    number: int,
    how: Plan,
    feedback: Feedback,
    threads: int,
) -> None:
    def work(readers: Mapping[Key, AlignedReader], window: Window) -> None:
        for piece in how.pieces(window):
            for one in sought:
                if one.wanted:
                    _visit(one, readers, piece, number)

    def _visit(
        one: _Sought, readers: Mapping[Key, AlignedReader], piece: Window, number: int
    ) -> None:
        keys = {key for keys in one.item.keys.values() for key in keys}
        read = {key: read_band(readers[key], piece, 0) for key in keys}
        found = arguments(one.item, read, preparation.grid, piece)
        for declared, values in zip(one.item.job.model.inputs, found.arrays):
            if declared.name not in one.inputs or values is None:
                continue
            inside = values if found.mask is None else values[..., found.mask]
            inside = inside[np.isfinite(inside)]
            if inside.size:
                (one.second if number else one.first)(declared.name, inside)

    map_ordered(
        how.windows, preparation.readers, work, lambda _, __: None, feedback, how.threads or threads
    )
