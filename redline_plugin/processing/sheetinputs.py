"""Inputs of the survey maps: blocks, points of the survey, counties, villages, what stands around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from redline_plugin.core.background import in_background
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.geodesy.belts import Belt, belt_of_extent, crs_kind
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import (
    BLOCK_CODE,
    BLOCK_NAME,
    COUNTY_CODE,
    add_field,
    field_of,
)
from redline_plugin.processing.planarlayers import PlanarLayer, read_layer, source_of, wkt_of
from redline_plugin.processing.surveylayers import (
    BLOCK_FIELD,
    COUNTY_FIELD,
    INPUT,
    NAME_FIELD,
    RecordRows,
    read_records,
)

if TYPE_CHECKING:
    from redline_plugin.core.survey.sheetmapsfile import MapContents, Things

MARKERS, TURNING_POINTS, SIGNS = "MARKERS", "TURNING_POINTS", "SIGNS"
COUNTIES, CODE_FIELD, COUNTY_NAME_FIELD = "COUNTIES", "CODE_FIELD", "COUNTY_NAME_FIELD"
VILLAGES, VILLAGE_FIELD, PEOPLE_FIELD = "VILLAGES", "VILLAGE_FIELD", "PEOPLE_FIELD"
ROADS, RIVERS, WATER, CONTEXT = "ROADS", "RIVERS", "WATER", "CONTEXT"
ELEVATION = "ELEVATION"


@dataclass(frozen=True)
class Plane:
    """The plane that maps are drawn in: a Gauss-Kruger belt."""

    crs: str
    belt: Belt


def add_map_parameters(algorithm: RedlineAlgorithm) -> None:
    """Add the parameters of what the maps show."""
    kinds = QgsProcessing.SourceType
    area, line, point = kinds.TypeVectorPolygon, kinds.TypeVectorLine, kinds.TypeVectorPoint

    def source(name: str, title: str, kind: Any, optional: bool = True) -> None:
        algorithm.addParameter(
            QgsProcessingParameterFeatureSource(name, title, [kind], optional=optional)
        )

    source(INPUT, tr("Red-line blocks"), area, optional=False)
    add_field(algorithm, BLOCK_FIELD, tr("Field: code of the block"), INPUT, BLOCK_CODE)
    add_field(algorithm, NAME_FIELD, tr("Field: name of the block"), INPUT, BLOCK_NAME)
    add_field(algorithm, COUNTY_FIELD, tr("Field: code of the county"), INPUT, COUNTY_CODE)
    source(MARKERS, tr("Markers"), point)
    source(TURNING_POINTS, tr("Turning points"), point)
    source(SIGNS, tr("Signs"), point)
    source(COUNTIES, tr("Counties"), area)
    add_field(algorithm, CODE_FIELD, tr("Counties: field of the code"), COUNTIES, "XZQDM")
    add_field(algorithm, COUNTY_NAME_FIELD, tr("Counties: field of the name"), COUNTIES, "XZQMC")
    source(VILLAGES, tr("Villages"), point)
    add_field(algorithm, VILLAGE_FIELD, tr("Villages: field of the name"), VILLAGES, "MC")
    add_field(algorithm, PEOPLE_FIELD, tr("Villages: field of the population"), VILLAGES, "RK")
    for name, title, kind in (
        (ROADS, tr("Roads"), line),
        (RIVERS, tr("Rivers"), line),
        (WATER, tr("Lakes and other water"), area),
    ):
        algorithm.addParameter(
            QgsProcessingParameterVectorLayer(name, title, [kind], optional=True)
        )
    algorithm.addParameter(
        QgsProcessingParameterRasterLayer(
            ELEVATION, tr("Elevation, drawn as a pale hillshade"), optional=True
        )
    )
    around = QgsProcessingParameterMultipleLayers(
        CONTEXT, tr("More layers of the map, topmost first"), kinds.TypeMapLayer, optional=True
    )
    around.setHelp(tr("They are drawn below all others, as they look in the project."))
    algorithm.addParameter(around)


def plane_of(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> Plane:
    """Return the belt of the blocks' layer, or else the 3-degree one that they lie in.

    Raises:
        InputError: the layer cannot be opened, has no CRS, or lies in no belt.
    """
    source = source_of(algorithm, parameters, INPUT, context)
    if source is None:
        raise InputError(Problem(msg("A layer is needed."), tr("Red-line blocks")))
    crs = wkt_of(source)
    belt = crs_kind(crs).belt
    if belt is not None:
        return Plane(crs, belt)
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    degrees = QgsCoordinateTransform(
        source.sourceCrs(), QgsCoordinateReferenceSystem("EPSG:4490"), QgsProject.instance()
    ).transformBoundingBox(source.sourceExtent())
    belt = belt_of_extent(degrees.xMinimum(), degrees.xMaximum())
    feedback.info(
        msg(
            "The blocks are in {crs}; the maps are drawn in the 3-degree belt {number}.",
            crs=source.sourceCrs().description(),
            number=belt.number,
        )
    )
    return Plane(f"EPSG:{belt.epsg}", belt)


def read_contents(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    plane: Plane,
    scale: int,
) -> MapContents:
    """Read all that the maps show of the survey, and find their sheets.

    Raises:
        InputError: a layer cannot be used, or a field that is named is not there.
        CancelledError: the user stopped.
    """
    import shapely

    from redline_plugin.core.survey.marker import Marker, Sign, TurningPoint
    from redline_plugin.core.survey.sheetmaps import sheet_maps
    from redline_plugin.core.survey.sheetmapsfile import MapContents, Things

    blocks = read_layer(
        algorithm, parameters, INPUT, context, feedback, msg("red-line blocks"), plane.crs
    )
    if blocks is None or len(blocks.planar.shapes) == 0:
        raise InputError(
            Problem(msg("The layer has no polygon that can be used."), tr("Red-line blocks"))
        )
    counties = read_layer(
        algorithm, parameters, COUNTIES, context, feedback, msg("counties"), plane.crs
    )
    problems: list[Problem] = []

    def texts(name: str, layer: PlanarLayer | None) -> list[str]:
        if layer is None:
            return []
        field = field_of(algorithm, parameters, name, context, layer.title, layer.fields, problems)
        return [row.text(field) for row in layer.rows]

    codes, names, of_county = (
        texts(name, blocks) for name in (BLOCK_FIELD, NAME_FIELD, COUNTY_FIELD)
    )
    county_codes, county_names = (texts(name, counties) for name in (CODE_FIELD, COUNTY_NAME_FIELD))
    villages = _villages(algorithm, parameters, context, feedback, plane, problems)
    if problems:
        raise InputError(problems)

    def things(name: str, record: type, number: str) -> Things:
        found: RecordRows[Any] | None = read_records(
            algorithm, parameters, name, context, feedback, record, number, plane.crs
        )
        return Things() if found is None else Things(found.records, found.places).standing()

    owners = blocks.planar.owners
    maps = in_background(
        lambda inner: sheet_maps(
            shapely.boundary(blocks.planar.shapes),
            [of_county[owner] for owner in owners.tolist()],
            plane.crs,
            scale,
            inner,
        ),
        Part(feedback, 0.02, 0.1),
    )
    return MapContents(
        plane.crs,
        scale,
        maps,
        dict(zip(county_codes, county_names)),
        [
            (
                shapely.multipolygons(blocks.planar.shapes[owners == at]),
                codes[at] or row.fid,
                names[at],
                of_county[at],
            )
            for at, row in enumerate(blocks.rows)
            if (owners == at).any()
        ],
        things(MARKERS, Marker, "marker"),
        things(TURNING_POINTS, TurningPoint, "point"),
        things(SIGNS, Sign, "sign"),
        villages,
    )


def _villages(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
    plane: Plane,
    problems: list[Problem],
) -> Things:
    from redline_plugin.core.survey.rowsplaces import places_of
    from redline_plugin.core.survey.sheetmapsfile import Things
    from redline_plugin.processing.vectors import read_rows

    source = source_of(algorithm, parameters, VILLAGES, context)
    if source is None:
        return Things()
    fields = source.fields().names()
    title = source.sourceName() or tr("Villages")
    name, people = (
        field_of(algorithm, parameters, each, context, title, fields, problems)
        for each in (VILLAGE_FIELD, PEOPLE_FIELD)
    )
    rows = [row for row in read_rows(source, feedback) if row.text(name)]
    ids = [row.fid for row in rows]
    # Villages may have one name; they are told apart by their ids.
    found = places_of([row.geometry for row in rows], ids, ids, wkt_of(source), plane.crs, title)
    for warning in found.warnings:
        feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
    return Things(
        [(rows[at].text(name), _number(rows[at].attributes.get(people))) for at in found.rows],
        found.places,
    )


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def layers_around(
    algorithm: RedlineAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, list[QgsMapLayer]]:
    """Return copies of the layers of COUNTIES, ROADS, RIVERS, WATER, ELEVATION and CONTEXT.

    Raises:
        InputError: some cannot be opened, or have no CRS; all of them at once.
    """
    found: dict[str, list[QgsMapLayer]] = {}
    problems: list[Problem] = []
    for name in (COUNTIES, ROADS, RIVERS, WATER, ELEVATION, CONTEXT):
        given = parameters.get(name)
        if given in (None, "", []):
            continue
        title = algorithm.parameterDefinition(name).description()
        if name == CONTEXT:
            layers = algorithm.parameterAsLayerList(parameters, name, context)
        elif name == ELEVATION:
            layers = [algorithm.parameterAsRasterLayer(parameters, name, context)]
        else:
            layers = [algorithm.parameterAsVectorLayer(parameters, name, context)]
        for layer in layers:
            if layer is None or not layer.isValid():
                what = msg("“{value}” cannot be opened as a layer.", value=given)
                problems.append(Problem(what, title))
            elif not layer.crs().isValid():
                problems.append(
                    Problem(
                        msg("The layer has no coordinate reference system."),
                        layer.name() or title,
                        msg("Assign its CRS, then try again."),
                    )
                )
            else:
                found.setdefault(name, []).append(layer.clone())
    if problems:
        raise InputError(problems)
    return found
