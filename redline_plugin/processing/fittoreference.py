"""``redline:fittoreference``: the red line on reference lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
)

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, check_writable
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, read_plane
from redline_plugin.processing.vectorsink import kinds_of, place_problems, write_vector

if TYPE_CHECKING:
    from redline_plugin.core.boundary.fit import Fit
    from redline_plugin.core.boundary.source import FitOptions, Source

KINDS = ("protectedarea", "natural", "setback", "administrative", "parcel", "road")
"""Kinds of sources, in the order of priority that is proposed."""
TITLES = {
    "protectedarea": N_("Protected areas"),
    "natural": N_("Natural lines"),
    "setback": N_("Limits of set distances from water"),
    "administrative": N_("Administrative borders"),
    "parcel": N_("Parcels"),
    "road": N_("Roads"),
}
NAME_FIELDS = ("name", "MC", "BHQMC", "XZQMC", "DJMC", "TBBH")
"""Fields that hold a name, in the layers of the national format and in our own."""
DEFAULT_METRES = 50.0


class FitToReference(RedlineAlgorithm):
    """``redline:fittoreference``."""

    ID = "fittoreference"
    TITLE = N_("Fit the red line to reference lines")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Puts the red line on real boundaries, article (五): limits of protected areas, natural lines, "
        "set distances from water, parcels, borders. Near the line all of them make faces, and each "
        "face goes in or out as is cheapest; so the line has the reference's own coordinates, and no "
        "gap, overlap or sliver can come of it. No block vanishes, falls apart or merges with another, "
        "and nothing is taken out of a protected area. To fit the result again changes nothing."
    )
    TAGS = (N_("snap"), N_("boundary"), N_("align"))

    INPUT, ORDER, MOST_MOVED = "INPUT", "ORDER", "MOST_MOVED"
    KEEP_PROTECTED, XY_TOLERANCE = "KEEP_PROTECTED", "XY_TOLERANCE"
    OUTPUT, STRETCHES, ACCOUNT, SESSION = "OUTPUT", "STRETCHES", "ACCOUNT", "SESSION"
    SHARE, ADDED, REMOVED, UNRESOLVED = "SHARE", "ADDED", "REMOVED", "UNRESOLVED"
    LARGEST_OFFSET = "LARGEST_OFFSET"
    OWN_FIELDS = (("area_m2", float), ("fit_added_m2", float), ("fit_removed_m2", float))
    STRETCH_FIELDS = (
        ("source", str),
        ("source_title", str),
        ("name", str),
        ("state", str),
        ("length_m", float),
        ("offset_mean_m", float),
        ("offset_max_m", float),
        ("area_in_m2", float),
        ("area_out_m2", float),
        ("left_block", int),
        ("right_block", int),
        ("place", int),
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        area = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Red-line blocks"), [area])
        )
        for kind in KINDS:
            self.addParameter(
                QgsProcessingParameterMultipleLayers(
                    kind.upper(),
                    tr(TITLES[kind]),
                    QgsProcessing.SourceType.TypeVectorAnyGeometry,
                    optional=True,
                )
            )
            tolerance = QgsProcessingParameterDistance(
                f"{kind.upper()}_TOLERANCE",
                tr("{kind}: tolerance [m]").format(kind=tr(TITLES[kind])),
                DEFAULT_METRES,
                self.INPUT,
                minValue=0.001,
            )
            tolerance.setHelp(
                tr(
                    "How far the red line may move to these lines. The fit is made again until nothing "
                    "changes, and each turn may go on from the last, so that a few stretches lie "
                    "farther; their offsets are told. No public text gives a number; 50 m is an "
                    "example of Redline's own."
                )
            )
            self.addParameter(tolerance)
        order = QgsProcessingParameterString(self.ORDER, tr("Priority"), ",".join(KINDS))
        order.setHelp(
            tr(
                "Kinds of references with commas, the first one first; with “=” between two of them "
                "both count the same. A reference within its tolerance is taken before all later ones. "
                "Kinds: {kinds}."
            ).format(kinds=", ".join(KINDS))
        )
        self.addParameter(order)
        most = QgsProcessingParameterNumber(
            self.MOST_MOVED,
            tr("Largest share of a block that may move [%]"),
            QgsProcessingParameterNumber.Type.Double,
            None,
            optional=True,
            minValue=0.0,
            maxValue=100.0,
        )
        most.setHelp(tr("Empty: no limit. Moves of a block beyond it are left out, and told."))
        self.addParameter(most)
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.KEEP_PROTECTED,
                tr("Nothing is taken out of a protected area"),
                defaultValue=True,
            )
        )
        xy = QgsProcessingParameterDistance(
            self.XY_TOLERANCE,
            tr("Vertices this near are one [m]"),
            0.001,
            self.INPUT,
            minValue=1e-6,
            maxValue=1.0,
        )
        xy.setHelp(
            tr(
                "For offsets between layers that should share an edge. 0.001 m was seen in the checks "
                "of farmland rights, an analog; the norm of the red line was not found."
            )
        )
        self.add_advanced(xy)
        self.addParameter(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Fitted blocks"), area)
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.STRETCHES,
                tr("Stretches of the line with their sources"),
                QgsProcessing.SourceType.TypeVectorLine,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.ACCOUNT,
                tr("Account of areas"),
                "CSV (*.csv)",
                optional=True,
                createByDefault=False,
            )
        )
        session = QgsProcessingParameterFileDestination(
            self.SESSION,
            tr("Session for the boundary dock"),
            "GeoPackage (*.gpkg)",
            optional=True,
            createByDefault=False,
        )
        session.setHelp(tr("The line with all choices, to decide in the boundary dock."))
        self.addParameter(session)
        for name, title in (
            (self.SHARE, tr("Share of the line on references")),
            (self.ADDED, tr("Area taken in [m2]")),
            (self.REMOVED, tr("Area given up [m2]")),
            (self.UNRESOLVED, tr("Stretches that need a decision")),
            (self.LARGEST_OFFSET, tr("Largest offset [m]")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        import numpy as np
        import shapely

        from redline_plugin.core.boundary.fit import fit
        from redline_plugin.core.delineate.shapes import as_shapes

        ranks = self._ranks(parameters, context)
        account, session = self._check_places(parameters, context)
        red_line = read_plane(
            self, parameters, self.INPUT, context, feedback, msg("red-line blocks")
        )
        sources, protected = self._sources(parameters, context, feedback, red_line.crs, ranks)
        options = self._options(parameters, context)
        features = np.unique(red_line.planar.owners)
        blocks = as_shapes(
            [
                shapely.multipolygons(red_line.planar.shapes[red_line.planar.owners == feature])
                for feature in features
            ]
        )
        kept = (
            as_shapes(protected)
            if self.parameterAsBool(parameters, self.KEEP_PROTECTED, context)
            else None
        )
        wants_choices = session is not None or bool(
            self.parameterAsOutputLayer(parameters, self.STRETCHES, context)
        )
        result = in_background(
            lambda inner: fit(
                blocks, sources, red_line.crs, options, kept, inner, candidates=wants_choices
            ),
            Part(feedback, 0.1, 0.9),
        )
        for warning in result.warnings:
            feedback.warn(warning.what)
        rows = [red_line.rows[feature] for feature in features]
        settings = {
            "order": self.parameterAsString(parameters, self.ORDER, context),
            "tolerances_m": {source.id: source.tolerance_m for source in sources},
            "xy_tolerance_m": options.xy_tolerance_m,
            "most_moved": options.most_moved,
        }
        results = self._publish(result, red_line, rows, settings, parameters, context, feedback)
        if account is not None:
            _write_account(account, result, rows)
            results[self.ACCOUNT] = str(account)
        if session is not None:
            from redline_plugin.core.boundary.session import create

            create(
                session,
                result,
                blocks,
                red_line.crs,
                [dict(row.attributes) for row in rows],
                settings,
                Part(feedback, 0.95, 1.0),
            )
            results[self.SESSION] = str(session)
        return results

    def _ranks(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, int]:
        """Return the priority of each kind, 1 first."""
        text = self.parameterAsString(parameters, self.ORDER, context)
        ranks: dict[str, int] = {}
        wrong = []
        for rank, part in enumerate(text.replace("，", ",").split(","), start=1):
            for word in part.split("="):
                kind = word.strip().lower()
                if kind in KINDS:
                    ranks.setdefault(kind, rank)
                elif kind:
                    wrong.append(word.strip())
        if wrong:
            raise InputError(
                Problem(
                    msg("There is no kind of reference “{kind}”.", kind=", ".join(wrong)),
                    self.parameterDefinition(self.ORDER).description(),
                    msg("Kinds are {kinds}.", kinds=", ".join(KINDS)),
                )
            )
        # What is not named comes last.
        for kind in KINDS:
            ranks.setdefault(kind, len(KINDS) + 1)
        return ranks

    def _check_places(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[Path | None, Path | None]:
        problems: list[Problem] = []
        for name in (self.OUTPUT, self.STRETCHES):
            place = self.parameterAsOutputLayer(parameters, name, context)
            if place:
                problems += place_problems(place)
        found = []
        for name in (self.ACCOUNT, self.SESSION):
            text = self.parameterAsFileOutput(parameters, name, context)
            found.append(Path(text) if text else None)
            if text:
                problems += check_writable(Path(text))
        if problems:
            raise InputError(problems)
        return found[0], found[1]

    def _sources(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        crs: str,
        ranks: dict[str, int],
    ) -> tuple[list[Source], list[Any]]:
        """Return the sources, and the polygons of protected areas."""
        from redline_plugin.core.boundary.source import Source, as_lines
        from redline_plugin.core.delineate.shapes import as_shapes

        sources: list[Source] = []
        protected: list[Any] = []
        for kind in KINDS:
            layers = self.parameterAsLayerList(parameters, kind.upper(), context) or []
            shapes: list[Any] = []
            names: list[str] = []
            for layer in layers:
                found = self._read(layer, kind, context, feedback, crs)
                field = next((name for name in NAME_FIELDS if name in found.fields), "")
                shapes += list(found.planar.shapes)
                names += [found.rows[owner].text(field) for owner in found.planar.owners]
            if not shapes:
                continue
            if kind == "protectedarea":
                protected += [shape for shape in shapes if shape.geom_type == "Polygon"]
            lines, line_names = as_lines(as_shapes(shapes), names)
            tolerance = self.parameterAsDouble(parameters, f"{kind.upper()}_TOLERANCE", context)
            sources.append(Source(kind, kind, ranks[kind], tolerance, lines, line_names))
        if not sources:
            raise InputError(
                Problem(
                    msg("There is no reference line to fit to."),
                    remedy=msg("Give at least one layer of reference lines."),
                )
            )
        return sources, protected

    def _read(
        self,
        layer: Any,
        kind: str,
        context: QgsProcessingContext,
        feedback: Feedback,
        crs: str,
    ) -> PlanarLayer:
        if not isinstance(layer, QgsVectorLayer) or not layer.crs().isValid():
            raise InputError(
                Problem(
                    msg("The layer has no coordinate reference system."),
                    getattr(layer, "name", lambda: kind)(),
                    msg("Assign its CRS, then try again."),
                )
            )
        found = read_layer(
            self,
            {self.INPUT: layer},
            self.INPUT,
            context,
            feedback,
            msg("{layer}", layer=layer.name()),
            crs,
            lines=True,
        )
        if found is None:
            raise InputError(Problem(msg("A layer is needed."), layer.name()))
        return found

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> FitOptions:
        from redline_plugin.core.boundary.source import FitOptions

        most = parameters.get(self.MOST_MOVED)
        return FitOptions(
            xy_tolerance_m=self.parameterAsDouble(parameters, self.XY_TOLERANCE, context),
            most_moved=None
            if most in (None, "")
            else self.parameterAsDouble(parameters, self.MOST_MOVED, context) / 100.0,
        )

    def _publish(
        self,
        result: Fit,
        red_line: PlanarLayer,
        rows: list[Any],
        settings: dict[str, Any],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> dict[str, Any]:
        added = float(result.account.added_m2.sum())
        removed = float(result.account.removed_m2.sum())
        unresolved = sum(stretch.state == "unresolved" for stretch in result.stretches)
        largest = max((stretch.offset_max_m for stretch in result.stretches), default=0.0)
        numbers: dict[str, Any] = {
            self.SHARE: result.share_on_references,
            self.ADDED: added,
            self.REMOVED: removed,
            self.UNRESOLVED: unresolved,
            self.LARGEST_OFFSET: largest,
        }
        record = provenance.provenance(
            "redline:fittoreference",
            settings,
            [],
            {key.lower(): value for key, value in numbers.items()},
        )
        own = [name for name, _ in self.OWN_FIELDS]
        kept = [
            field
            for field in kinds_of(self, parameters, self.INPUT, context)
            if field[0] not in own
        ]
        names = [field[0] for field in kept]
        account = result.account
        single = all(shape.geom_type == "Polygon" for shape in result.blocks)
        results = dict(numbers)
        results[self.OUTPUT] = write_vector(
            self,
            parameters,
            self.OUTPUT,
            context,
            [*kept, *self.OWN_FIELDS],
            "Polygon" if single else "MultiPolygon",
            red_line.crs,
            (
                (
                    shape,
                    (
                        *(row.attributes[name] for name in names),
                        float(account.after_m2[at]),
                        float(account.added_m2[at]),
                        float(account.removed_m2[at]),
                    ),
                )
                for at, (shape, row) in enumerate(zip(result.blocks, rows))
            ),
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.STRETCHES, context):
            results[self.STRETCHES] = write_vector(
                self,
                parameters,
                self.STRETCHES,
                context,
                self.STRETCH_FIELDS,
                "LineString",
                red_line.crs,
                _stretch_rows(result),
                record,
                feedback,
            )
        feedback.info(
            msg(
                "{share} % of the line runs along references; {added} m2 came in and {removed} m2 went "
                "out; {open} stretches need a decision.",
                share=f"{100.0 * result.share_on_references:.2f}",
                added=f"{added:.2f}",
                removed=f"{removed:.2f}",
                open=unresolved,
            )
        )
        return results


def _stretch_rows(result: Fit) -> Any:
    from redline_plugin.core.boundary.kinds import ASSESSMENT, KIND_TITLES

    for stretch in result.stretches:
        kind = result.sources[stretch.source].kind if stretch.source >= 0 else ASSESSMENT
        yield (
            stretch.geometry,
            (
                kind,
                tr(KIND_TITLES[kind]),
                stretch.name or None,
                stretch.state,
                stretch.length_m,
                stretch.offset_mean_m,
                stretch.offset_max_m,
                stretch.area_in_m2,
                stretch.area_out_m2,
                stretch.left + 1,
                stretch.right + 1,
                stretch.place,
            ),
        )


def _write_account(path: Path, result: Fit, rows: list[Any]) -> None:
    """Write areas per block before and after, and the length of the line per kind of source."""
    from redline_plugin.core.boundary.kinds import ASSESSMENT, KIND_TITLES

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(
        [tr("block"), tr("before (m2)"), tr("added (m2)"), tr("removed (m2)"), tr("after (m2)")]
    )
    account = result.account
    for at, row in enumerate(rows):
        writer.writerow(
            [
                row.text("block") or row.fid,
                f"{account.before_m2[at]:.2f}",
                f"{account.added_m2[at]:.2f}",
                f"{account.removed_m2[at]:.2f}",
                f"{account.after_m2[at]:.2f}",
            ]
        )
    writer.writerow([])
    writer.writerow([tr("source"), tr("length (m)"), tr("share")])
    total = sum(stretch.length_m for stretch in result.stretches) or 1.0
    lengths: dict[str, float] = {}
    for stretch in result.stretches:
        kind = result.sources[stretch.source].kind if stretch.source >= 0 else ASSESSMENT
        lengths[kind] = lengths.get(kind, 0.0) + stretch.length_m
    for kind in KIND_TITLES:
        if kind in lengths:
            writer.writerow(
                [tr(KIND_TITLES[kind]), f"{lengths[kind]:.2f}", f"{lengths[kind] / total:.4f}"]
            )
    with atomic_folder_of(path) as folder:
        (folder / path.name).write_bytes(text.getvalue().encode("utf-8-sig"))
