"""``redline:checktopology``: what is wrong with the shapes of a layer, and where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, check_writable
from redline_plugin.core.background import in_background
from redline_plugin.core.check.rule import SEVERITY_TITLES, Rule, Severity, Tolerance
from redline_plugin.core.check.topology import TOPOLOGY
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import source_of
from redline_plugin.processing.vectorsink import place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.check.engine import Report

FIELDS = (
    ("rule", str),
    ("title", str),
    ("severity", str),
    ("feature", str),
    ("feature2", str),
    ("value", float),
    ("unit", str),
    ("message", str),
    ("state", str),
)


class CheckTopology(RedlineAlgorithm):
    """``redline:checktopology``."""

    ID = "checktopology"
    TITLE = N_("Check topology")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Looks for overlaps, gaps, slivers, spikes, stair steps, self-contacts, sharp angles, narrow "
        "necks, short lines, duplicate and too near vertices, duplicate and invalid geometries. "
        "Each finding is put into a layer with its rule, severity, features and value. No public "
        "text gives tolerances for red lines: the defaults are analogs from other checks or "
        "Redline's own examples, and the report says which."
    )
    TAGS = (N_("check"), N_("topology"), N_("overlap"), N_("gap"), N_("sliver"))

    INPUT = "INPUT"
    RULES = "RULES"
    POINTS = "POINTS"
    LINES = "LINES"
    POLYGONS = "POLYGONS"
    REPORT = "REPORT"
    ERRORS = "ERRORS"
    WARNINGS = "WARNINGS"
    COUNT = "COUNT_"
    LAYERS = ((POINTS, "Point"), (LINES, "LineString"), (POLYGONS, "Polygon"))

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Polygons to check"), [QgsProcessing.SourceType.TypeVectorPolygon]
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.RULES,
                tr("Rules"),
                [tr(rule.title) for rule in TOPOLOGY],
                allowMultiple=True,
                defaultValue=list(range(len(TOPOLOGY))),
            )
        )
        for tolerance in _tolerances(TOPOLOGY):
            self.add_advanced(tolerance_parameter(tolerance))
        for name, title, kind in (
            (self.POINTS, tr("Findings at points"), QgsProcessing.SourceType.TypeVectorPoint),
            (self.LINES, tr("Findings along lines"), QgsProcessing.SourceType.TypeVectorLine),
            (self.POLYGONS, tr("Findings of areas"), QgsProcessing.SourceType.TypeVectorPolygon),
        ):
            self.addParameter(
                QgsProcessingParameterVectorDestination(name, title, kind, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Summary"), "HTML (*.html);;CSV (*.csv)", optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Warnings")))
        for rule in TOPOLOGY:
            self.addOutput(QgsProcessingOutputNumber(self.COUNT + rule.id.upper(), tr(rule.title)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.boundary.planar import planar_problems
        from redline_plugin.core.check.engine import run
        from redline_plugin.core.check.polygons import Polygons
        from redline_plugin.core.check.summary import verdict_of
        from redline_plugin.processing.vectors import read_rows

        chosen = self.parameterAsEnums(parameters, self.RULES, context)
        rules = [rule for number, rule in enumerate(TOPOLOGY) if number in chosen]
        source = source_of(self, parameters, self.INPUT, context)
        if source is None:
            raise InputError(Problem(msg("A layer is needed."), tr("Polygons to check")))
        extent = source.sourceExtent()
        crs = source.sourceCrs().toWkt()
        problems = planar_problems(
            crs,
            source.sourceName() or self.INPUT,
            (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
        )
        if not rules:
            problems.append(Problem(msg("At least one rule is needed."), tr("Rules")))
        wanted = [pair for pair in self.LAYERS if parameters.get(pair[0]) not in (None, "")]
        for name, _ in wanted:
            problems += place_problems(str(self.parameterAsOutputLayer(parameters, name, context)))
        page = str(self.parameterAsFileOutput(parameters, self.REPORT, context) or "")
        problems += check_writable(Path(page)) if page else []
        if problems:
            raise InputError(problems)
        given = {
            one.name: self.parameterAsDouble(parameters, one.name, context)
            for one in _tolerances(rules)
        }
        rows = list(read_rows(source, feedback))
        subject = Polygons([row.geometry for row in rows], [row.fid for row in rows])
        report = in_background(
            lambda inner: run(rules, subject, given, inner), Part(feedback, 0.1, 0.9)
        )
        record = provenance.provenance(
            "redline:checktopology",
            {"rules": [rule.id for rule in rules], **report.settings},
            [],
            {"counts": dict(report.counts), "features": len(rows)},
        )
        results: dict[str, Any] = {
            name: self._write(parameters, name, kind, context, crs, report, record, feedback)
            for name, kind in wanted
        }
        if page:
            _write_page(Path(page), report, rules, source.sourceName())
            results[self.REPORT] = page
        feedback.info(verdict_of(report))
        for rule in rules:
            results[self.COUNT + rule.id.upper()] = report.counts[rule.id]
            if report.counts[rule.id]:
                feedback.info(
                    msg("{title}: {count}", title=tr(rule.title), count=report.counts[rule.id])
                )
        results[self.ERRORS] = report.of(Severity.ERROR)
        results[self.WARNINGS] = report.of(Severity.WARNING)
        return results

    def _write(
        self,
        parameters: dict[str, Any],
        name: str,
        kind: str,
        context: QgsProcessingContext,
        crs: str,
        report: Report,
        record: Any,
        feedback: Feedback,
    ) -> str:
        rows = (
            (
                finding.shape,
                (
                    finding.rule.id,
                    tr(finding.rule.title),
                    tr(SEVERITY_TITLES[finding.rule.severity]),
                    finding.first,
                    finding.second,
                    finding.value if finding.value == finding.value else None,
                    finding.rule.unit,
                    finding.message.render(tr),
                    finding.state,
                ),
            )
            for finding in report.findings
            if finding.rule.shape == kind
        )
        return write_vector(
            self, parameters, name, context, FIELDS, kind, crs, rows, record, feedback
        )


def _tolerances(rules: Sequence[Rule]) -> list[Tolerance]:
    """Return the tolerances of rules, each once."""
    return list({one.name: one for rule in rules for one in rule.tolerances}.values())


def tolerance_parameter(tolerance: Tolerance) -> QgsProcessingParameterNumber:
    """Return the parameter of a tolerance, its default's source and certainty in its help."""
    kind = (
        QgsProcessingParameterNumber.Type.Integer
        if tolerance.whole
        else QgsProcessingParameterNumber.Type.Double
    )
    parameter = QgsProcessingParameterNumber(
        tolerance.name, tr(tolerance.title), kind, tolerance.default, minValue=0.0
    )
    seen = tr(tolerance.certainty)
    parameter.setHelp(f"{tr(tolerance.source)}: {seen}" if tolerance.source else seen)
    if not tolerance.whole:
        parameter.setMetadata({"widget_wrapper": {"decimals": 6}})
    return parameter


def _write_page(page: Path, report: Report, rules: Sequence[Rule], layer: str) -> None:
    from redline_plugin.core.check.summary import as_csv, as_html

    text = (
        as_csv(report, rules, tr)
        if page.suffix.lower() == ".csv"
        else as_html(report, rules, layer, tr)
    )
    with (
        atomic_folder_of(page) as place,
        (place / page.name).open("w", encoding="utf-8", newline="") as file,
    ):
        file.write(text)
