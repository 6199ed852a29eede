"""``redline:setbacks``: land within a set distance of water, and the line where it ends."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core import provenance
from redline_plugin.core.background import in_background
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.text import N_, Message, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, source_of, wkt_of
from redline_plugin.processing.vectorsink import write_vector

if TYPE_CHECKING:
    from redline_plugin.core.reference.distances import Distances
    from redline_plugin.core.reference.setback import Coast, Water, Zone

_NUMBERED = 5


class Setbacks(RedlineAlgorithm):
    """``redline:setbacks``."""

    ID = "setbacks"
    TITLE = N_("Set distances from water")
    GROUP = Group.BOUNDARY
    ABOUT = N_(
        "Makes the zones within a set distance of rivers, lakes, reservoirs and the coast, and the "
        "lines where they end: one of the four kinds of lines of article (五). No public text gives "
        "the distances; the user does, for each kind, and for rivers by order or width in a table "
        "with the columns low, high and distance_m."
    )
    TAGS = (N_("buffer"), N_("river"), N_("lake"), N_("coast"))

    RIVERS, RIVER_NAME, RIVER_VALUE = "RIVERS", "RIVER_NAME", "RIVER_VALUE"
    RIVER_WIDTH, RIVER_TABLE, RIVER_DISTANCE = "RIVER_WIDTH", "RIVER_TABLE", "RIVER_DISTANCE"
    LAKES, LAKE_NAME, LAKE_DISTANCE = "LAKES", "LAKE_NAME", "LAKE_DISTANCE"
    RESERVOIRS, RESERVOIR_NAME = "RESERVOIRS", "RESERVOIR_NAME"
    RESERVOIR_DISTANCE = "RESERVOIR_DISTANCE"
    COAST, LAND, LANDWARD, SEAWARD = "COAST", "LAND", "LANDWARD", "SEAWARD"
    WITH_WATER = "WITH_WATER"
    OUTPUT, LIMITS = "OUTPUT", "LIMITS"
    COUNT, LENGTH = "COUNT", "LENGTH"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        line, area = (
            QgsProcessing.SourceType.TypeVectorLine,
            QgsProcessing.SourceType.TypeVectorPolygon,
        )
        self._add_layer(self.RIVERS, tr("Rivers (lines or polygons)"), [line, area])
        self._add_field(self.RIVER_NAME, tr("Field: name of the river"), self.RIVERS, "MC")
        self._add_field(
            self.RIVER_VALUE, tr("Field: order or width, for the table"), self.RIVERS, "HLJB"
        )
        self._add_field(
            self.RIVER_WIDTH, tr("Field: width of the river [m], for lines"), self.RIVERS, ""
        )
        table = QgsProcessingParameterFile(
            self.RIVER_TABLE,
            tr("Table of distances by order or width"),
            QgsProcessingParameterFile.Behavior.File,
            "csv",
            optional=True,
        )
        table.setHelp(
            tr(
                "CSV with the columns low, high and distance_m: rivers from low to below high keep "
                "that distance; an empty low or high is no limit."
            )
        )
        self.addParameter(table)
        self._add_distance(
            self.RIVER_DISTANCE,
            tr("Distance from rivers [m]"),
            tr("For all rivers, or for those that the table does not hold."),
        )
        self._add_layer(self.LAKES, tr("Lakes"), [area])
        self._add_field(self.LAKE_NAME, tr("Field: name of the lake"), self.LAKES, "MC")
        self._add_distance(self.LAKE_DISTANCE, tr("Distance from lakes [m]"))
        self._add_layer(self.RESERVOIRS, tr("Reservoirs"), [area])
        self._add_field(
            self.RESERVOIR_NAME, tr("Field: name of the reservoir"), self.RESERVOIRS, "MC"
        )
        self._add_distance(self.RESERVOIR_DISTANCE, tr("Distance from reservoirs [m]"))
        self._add_layer(self.COAST, tr("Coastline"), [line])
        self._add_layer(self.LAND, tr("Land, to tell the sides of the coast"), [area])
        self._add_distance(self.LANDWARD, tr("Distance landward of the coast [m]"))
        self._add_distance(self.SEAWARD, tr("Distance seaward of the coast [m]"))
        self.add_advanced(
            QgsProcessingParameterBoolean(
                self.WITH_WATER, tr("Zones hold the water itself"), defaultValue=True
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.LIMITS, tr("Limits of the zones"), QgsProcessing.SourceType.TypeVectorLine
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Zones"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of zones")))
        self.addOutput(QgsProcessingOutputNumber(self.LENGTH, tr("Length of all lines [m]")))

    def _add_layer(self, name: str, title: str, kinds: list[Any]) -> None:
        self.addParameter(QgsProcessingParameterFeatureSource(name, title, kinds, optional=True))

    def _add_field(self, name: str, title: str, parent: str, default: str) -> None:
        self.addParameter(
            QgsProcessingParameterField(
                name, title, default or None, parentLayerParameterName=parent, optional=True
            )
        )

    def _add_distance(self, name: str, title: str, text: str = "") -> None:
        parameter = QgsProcessingParameterDistance(name, title, None, minValue=0.0, optional=True)
        parameter.setHelp(
            text or tr("No public text gives a number: enter the one that your province set.")
        )
        self.addParameter(parameter)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.reference.line import FIELDS, SETBACK
        from redline_plugin.core.reference.setback import setbacks, told

        crs = self._plane(parameters, context)
        problems: list[Problem] = []
        waters = [
            water
            for water in (
                self._rivers(parameters, context, feedback, crs, problems),
                self._still(
                    parameters,
                    context,
                    feedback,
                    crs,
                    problems,
                    self.LAKES,
                    self.LAKE_NAME,
                    self.LAKE_DISTANCE,
                    "lake",
                    msg("lakes"),
                ),
                self._still(
                    parameters,
                    context,
                    feedback,
                    crs,
                    problems,
                    self.RESERVOIRS,
                    self.RESERVOIR_NAME,
                    self.RESERVOIR_DISTANCE,
                    "reservoir",
                    msg("reservoirs"),
                ),
            )
            if water is not None
        ]
        coast = self._coast(parameters, context, feedback, crs, problems)
        if problems:
            raise InputError(problems)
        keep_water = self.parameterAsBool(parameters, self.WITH_WATER, context)
        made = in_background(
            lambda inner: setbacks(waters, coast, inner, with_water=keep_water),
            Part(feedback, 0.1, 0.9),
        )
        length = float(sum(limit.geometry.length for limit in made.limits))
        record = provenance.provenance(
            "redline:setbacks",
            {"distances_m": dict(told(made.zones)), "with_water": keep_water},
            [],
            {"zones": len(made.zones), "length_m": length},
        )

        def row(zone: Zone) -> tuple[Any, tuple[Any, ...]]:
            return zone.geometry, (
                SETBACK,
                self._name(zone),
                self._origin(zone),
                zone.distance_m,
                float(zone.geometry.length),
            )

        results: dict[str, Any] = {self.COUNT: len(made.zones), self.LENGTH: length}
        results[self.LIMITS] = write_vector(
            self,
            parameters,
            self.LIMITS,
            context,
            FIELDS,
            "LineString",
            crs,
            map(row, made.limits),
            record,
            feedback,
        )
        if self.parameterAsOutputLayer(parameters, self.OUTPUT, context):
            results[self.OUTPUT] = write_vector(
                self,
                parameters,
                self.OUTPUT,
                context,
                FIELDS,
                "MultiPolygon",
                crs,
                map(row, made.zones),
                record,
                feedback,
            )
        return results

    def _plane(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the CRS to work in: that of the first layer given, which must be in metres."""
        from redline_plugin.core.boundary.planar import planar_problems

        for name in (self.RIVERS, self.LAKES, self.RESERVOIRS, self.COAST):
            source = source_of(self, parameters, name, context)
            if source is None:
                continue
            extent = source.sourceExtent()
            problems = planar_problems(
                wkt_of(source),
                source.sourceName() or self.parameterDefinition(name).description(),
                (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
            )
            if problems:
                raise InputError(problems)
            return wkt_of(source)
        raise InputError(
            Problem(
                msg("There is no water to keep a distance from."),
                remedy=msg("Give at least one layer of water, and its distance."),
            )
        )

    def _distance(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> float | None:
        if parameters.get(name) in (None, ""):
            return None
        return float(self.parameterAsDouble(parameters, name, context))

    def _rivers(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        crs: str,
        problems: list[Problem],
    ) -> Water | None:
        import numpy as np
        import shapely

        from redline_plugin.core.reference.setback import RIVER, Water

        layer = read_layer(
            self, parameters, self.RIVERS, context, feedback, msg("rivers"), crs, lines=True
        )
        if layer is None:
            return None
        distances = self._river_distances(parameters, context, problems)
        value = self.parameterAsString(parameters, self.RIVER_VALUE, context)
        if distances.ranges and value not in layer.fields:
            problems.append(
                Problem(
                    msg("The rivers have no field “{field}” for the table.", field=value),
                    layer.title,
                    msg("Choose the field that holds the order or the width."),
                )
            )
            return None
        rows = [layer.rows[owner] for owner in layer.planar.owners]
        reach = distances.of([_number(row.attributes.get(value)) for row in rows])
        without = np.flatnonzero(~(reach > 0.0))
        if len(without):
            names = sorted({rows[at].fid for at in without}, key=lambda fid: (len(fid), fid))
            problems.append(
                Problem(
                    msg(
                        "{count} rivers have no distance: {rivers}.",
                        count=len(names),
                        rivers=", ".join(names[:_NUMBERED])
                        + (" …" if len(names) > _NUMBERED else ""),
                    ),
                    layer.title,
                    msg("Give a distance for all rivers, or rows of the table that hold them."),
                )
            )
            return None
        width = self.parameterAsString(parameters, self.RIVER_WIDTH, context)
        lines = shapely.get_dimensions(layer.planar.shapes) == 1
        widths = np.array([_number(row.attributes.get(width)) or 0.0 for row in rows])
        name = self.parameterAsString(parameters, self.RIVER_NAME, context)
        return Water(
            RIVER,
            layer.planar.shapes,
            reach,
            [row.text(name) for row in rows],
            np.where(lines, np.maximum(widths, 0.0) / 2.0, 0.0),
        )

    def _river_distances(
        self, parameters: dict[str, Any], context: QgsProcessingContext, problems: list[Problem]
    ) -> Distances:
        from redline_plugin.core.reference.distances import Distances, read_ranges

        table = self.parameterAsFile(parameters, self.RIVER_TABLE, context)
        otherwise = self._distance(parameters, self.RIVER_DISTANCE, context)
        try:
            return Distances(read_ranges(Path(table)) if table else (), otherwise)
        except InputError as error:
            problems.extend(error.problems)
            # The rest is checked as though every river had a distance.
            return Distances((), math.inf)

    def _still(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        crs: str,
        problems: list[Problem],
        layer_name: str,
        field_name: str,
        distance_name: str,
        kind: str,
        words: Message,
    ) -> Water | None:
        import numpy as np

        from redline_plugin.core.reference.setback import Water

        layer = read_layer(self, parameters, layer_name, context, feedback, words, crs)
        if layer is None:
            return None
        distance = self._distance(parameters, distance_name, context)
        if not distance:
            problems.append(self._no_distance(distance_name, layer))
            return None
        field = self.parameterAsString(parameters, field_name, context)
        count = len(layer.planar.shapes)
        return Water(
            kind,
            layer.planar.shapes,
            np.full(count, distance),
            [layer.rows[owner].text(field) for owner in layer.planar.owners],
            np.zeros(count),
        )

    def _no_distance(self, name: str, layer: PlanarLayer) -> Problem:
        return Problem(
            msg(
                "“{parameter}” is needed for the layer “{layer}”.",
                parameter=self.parameterDefinition(name).description(),
                layer=layer.title,
            ),
            remedy=msg("No public text gives a number: enter the one that your province set."),
        )

    def _coast(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
        crs: str,
        problems: list[Problem],
    ) -> Coast | None:
        from redline_plugin.core.reference.setback import Coast

        coast = read_layer(
            self, parameters, self.COAST, context, feedback, msg("coastline"), crs, lines=True
        )
        if coast is None:
            return None
        land = read_layer(self, parameters, self.LAND, context, feedback, msg("land"), crs)
        landward = self._distance(parameters, self.LANDWARD, context) or 0.0
        seaward = self._distance(parameters, self.SEAWARD, context) or 0.0
        if land is None:
            problems.append(
                Problem(
                    msg("Polygons of land are needed, to tell the sides of the coast."),
                    self.parameterDefinition(self.LAND).description(),
                )
            )
            return None
        if landward == 0.0 and seaward == 0.0:
            problems.append(self._no_distance(self.LANDWARD, coast))
            return None
        return Coast(coast.planar.shapes, land.planar.shapes, landward, seaward)

    @staticmethod
    def _name(zone: Zone) -> str:
        return {"landward": tr("Coast, landward"), "seaward": tr("Coast, seaward")}.get(
            zone.name if zone.kind == "coast" else "", zone.name
        )

    @staticmethod
    def _origin(zone: Zone) -> str:
        kinds = {
            "river": N_("{distance} m from the river"),
            "lake": N_("{distance} m from the lake"),
            "reservoir": N_("{distance} m from the reservoir"),
            "coast": N_("{distance} m from the coast"),
        }
        return tr(kinds[zone.kind]).format(distance=f"{zone.distance_m:g}")


def _number(value: Any) -> float | None:
    """Return an attribute as a number; None for NULL and for text that is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
