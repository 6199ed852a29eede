"""A run as its record tells it, bound to the files as they lie now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redline_plugin.core.declare.job import Band, Job, load_tables
from redline_plugin.core.declare.model import CodeTable, Model, RasterInput
from redline_plugin.core.declare.prepare import Key, Prepared, bound, key_of
from redline_plugin.core.declare.table import Lookup, default_path
from redline_plugin.core.errors import Problem
from redline_plugin.core.explain.bands import BandLook, look_at_band
from redline_plugin.core.explain.files import Located, base_name, locate
from redline_plugin.core.explain.tree import Finding, Pixel, Stand
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.records import Given, Subject
from redline_plugin.core.text import msg


@dataclass(frozen=True)
class Recalled:
    """A model's run at one pixel.

    Attributes:
        subject: the result and its record.
        model: its declaration.
        item: the run with all that kernels need beside pixels.
        looks: the bands of each input that was given, by name.
        tables: the files of the tables, by the table's name.
        findings: what is wrong with tables.
    """

    subject: Subject
    model: Model
    item: Prepared
    looks: Mapping[str, tuple[BandLook, ...]]
    tables: Mapping[str, Path]
    findings: tuple[Finding, ...]

    def lookup(self, declared: RasterInput) -> Lookup | None:
        """Return the table of an input, None when it has none or it cannot be read."""
        return self.item.lookups.get(declared.name)

    @property
    def readable(self) -> bool:
        """Whether every input that the run needs can be read here, and its table, too."""
        for declared in self.model.inputs:
            looks = self.looks.get(declared.name, ())
            if not looks:
                if not declared.optional:
                    return False
                continue
            if declared.bands > 1 and len(looks) != declared.bands:
                return False
            if any(look.reading is None for look in looks):
                return False
            if declared.table is not None and declared.name not in self.item.lookups:
                return False
        return True


def recall(
    subject: Subject, model: Model, pixel: Pixel, feedback: Feedback, hashes: bool
) -> Recalled:
    """Bind a result's record to the files and read every input at a pixel.

    Raises:
        CancelledError: the user asked to stop.
    """
    known: dict[str, Located] = {}
    bands = {
        given.name: _located(given, subject, feedback, hashes, known)
        for given in subject.inputs
        if given.declared is not None
    }
    tables, sets, findings = _tables(subject, model, feedback)
    job = Job(
        model,
        {
            name: _given(model.input(name), [Band(one.path, band) for one, band in found])
            for name, found in bands.items()
        },
        {},
        {name: float(value) for name, value in _numbers(subject, "coefficients").items()},
        tables,
        {name: str(value) for name, value in subject.part("parameters", "choices").items()},
        sets,
        _statistics(subject, model),
    )
    lookups, problems = load_tables(job)
    findings += [_table_problem(problem) for problem in problems]
    findings += _other_tables(subject, model, lookups)
    keys: dict[str, tuple[Key, ...]] = {
        item.name: tuple(key_of(source) for source in job.sources(item))
        for item in model.inputs
        if item.name in bands
    }
    item = bound(job, lookups, keys, pixel.grid)
    looks: dict[str, tuple[BandLook, ...]] = {}
    for declared in item.given():
        found = []
        for source, (located, _) in zip(job.sources(declared), bands[declared.name]):
            stop_if_cancelled(feedback)
            found.append(look_at_band(source, located, pixel, item.halo))
        looks[declared.name] = tuple(found)
    paths = {
        declared.table.name: Path(lookups[declared.name].path)
        for declared in model.inputs
        if declared.table is not None and declared.name in lookups
    }
    return Recalled(subject, model, item, looks, paths, tuple(findings))


def _located(
    given: Given, subject: Subject, feedback: Feedback, hashes: bool, known: dict[str, Located]
) -> list[tuple[Located, int]]:
    found = []
    for (source, band), entry in zip(given.sources, given.records):
        if source not in known:
            known[source] = locate(entry, subject.path, feedback, hashes)
        found.append((known[source], band))
    return found


def _given(declared: RasterInput, bands: list[Band]) -> Band | list[Band]:
    return bands if declared.is_stack else bands[0]


def _numbers(subject: Subject, kind: str) -> dict[str, float]:
    return {
        name: value
        for name, value in subject.part("parameters", kind).items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }


def _statistics(subject: Subject, model: Model) -> dict[str, float]:
    found = {}
    for statistic in model.statistics:
        value = subject.part("parameters", "statistics", statistic.name).get("value")
        if isinstance(value, (int, float)):
            found[statistic.name] = float(value)
    return found


def _tables(
    subject: Subject, model: Model, feedback: Feedback
) -> tuple[dict[str, Path], dict[str, str], list[Finding]]:
    """Return own tables, chosen shipped ones, and what is wrong with them."""
    own: dict[str, Path] = {}
    sets: dict[str, str] = {}
    findings: list[Finding] = []
    for table in (item.table for item in model.inputs if item.table is not None):
        noted = subject.part("parameters", "tables", table.name)
        file = str(noted.get("file", ""))
        if not file:
            continue
        if noted.get("shipped"):
            chosen = _set_of(table, file)
            if chosen is None:
                findings.append(
                    Finding(
                        msg("The table {name} no longer comes with Redline.", name=file),
                        Stand.LACKING,
                    )
                )
            elif chosen:
                sets[table.name] = chosen
            continue
        entry = {"path": file, "sha256": noted.get("sha256", "")}
        located = locate(entry, subject.path, feedback)
        if located.found:
            own[table.name] = Path(located.path)
        findings += [
            Finding(msg("{name}: {what}.", name=base_name(file), what=one.text), one.stand)
            for one in located.findings
        ]
    return own, sets, findings


def _set_of(table: CodeTable, file: str) -> str | None:
    """Return the id of the shipped table of that file, "" for the default, None if there is none."""
    if file == default_path(table).name:
        return ""
    return next((other.id for other in table.others if other.file == file), None)


def _table_problem(problem: Problem) -> Finding:
    return Finding(
        msg("The table cannot be used. {where}: {what}", where=problem.where, what=problem.what),
        Stand.LACKING,
    )


def _other_tables(subject: Subject, model: Model, lookups: Mapping[str, Lookup]) -> list[Finding]:
    findings = []
    for item in model.inputs:
        lookup = lookups.get(item.name)
        if item.table is None or lookup is None:
            continue
        noted = subject.part("parameters", "tables", item.table.name).get("sha256")
        if noted and noted != lookup.sha256:
            finding = Finding(
                msg(
                    "The table {name} has changed since; the numbers of its classes may differ.",
                    name=Path(lookup.path).name,
                ),
                Stand.LACKING,
            )
            if finding not in findings:
                findings.append(finding)
    return findings
