"""Parameters of ``redline:markerforms``, and the small ones read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing import layerfields
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import add_field

MARKERS, NUMBER_FIELD = "MARKERS", "NUMBER_FIELD"
SIGNS, SIGN_FIELD = "SIGNS", "SIGN_FIELD"
TURNING_POINTS, SIDES = "TURNING_POINTS", "SIDES"
BLOCKS, BLOCK_FIELD, BLOCK_NAME = "BLOCKS", "BLOCK_FIELD", "NAME_FIELD"
COUNTY_FIELD, COUNTY_NAME, RED_LINE_CODE = "COUNTY_FIELD", "COUNTY_NAME_FIELD", "CODE_FIELD"
ROADS, RIVERS, WATER, VILLAGES = "ROADS", "RIVERS", "WATER", "VILLAGES"
PARCELS, REFERENCE, NAMES = "PARCELS", "REFERENCE", "NAMES"
REACH, WINDS, SIGN_WITHIN = "REACH", "WINDS", "SIGN_WITHIN"
RULES, PHOTOS = "RULES", "PHOTOS"
FILLED_BY, FILLED_ON = "FILLED_BY", "FILLED_ON"
REVIEWED_BY, REVIEWED_ON = "REVIEWED_BY", "REVIEWED_ON"
LANGUAGE, PARTS, PDF_FILES = "LANGUAGE", "PARTS", "PDF_FILES"
SCALE, UNIT, PLANAR = "SCALE", "UNIT", "PLANAR"
MARKER_TEMPLATE, SIGN_TEMPLATE = "MARKER_TEMPLATE", "SIGN_TEMPLATE"
OUTPUT = "OUTPUT"

LANGUAGES = ("qgis", "zh", "en")
WIND_COUNTS = (8, 16)
UNITS = ("km2", "ha", "m2", "mu")
DEFAULT_NAMES = "name,NAME,MC,XZQMC,ZLDWMC,BHQMC,DLMC,名称,DJMC"

WORKBOOK, CSV, DOCX, PDF, SKETCHES = "workbook", "csv", "docx", "pdf", "sketches"
GPX, DXF, RECEIVER, TEMPLATES = "gpx", "dxf", "receiver", "templates"
PART_TITLES = {
    WORKBOOK: N_("Workbook of all tables (XLSX)"),
    CSV: N_("Tables as CSV"),
    DOCX: N_("Forms as DOCX"),
    PDF: N_("Forms as PDF"),
    SKETCHES: N_("Location sketches as pictures (<number>-6.png)"),
    GPX: N_("Waypoints (GPX)"),
    DXF: N_("Drawing for CAD (DXF)"),
    RECEIVER: N_("GeoPackage for a receiver"),
    TEMPLATES: N_("Templates of the forms, to be changed"),
}
DEFAULT_PARTS = (WORKBOOK, CSV, DOCX, PDF, GPX, DXF, RECEIVER)

EACH, BY_BLOCK, ALL = "each", "block", "all"
PDF_TITLES = {
    EACH: N_("One for each marker"),
    BY_BLOCK: N_("One for each block"),
    ALL: N_("One for all"),
}


@dataclass(frozen=True)
class Choices:
    """What the user chose, besides layers.

    Attributes:
        parts: ids of PART_TITLES; pdf_files: ids of PDF_TITLES.
        unit: of areas; planar: whether those in the plane stand beside them.
        scale: of sketches, 0 for one that fits.
        reach_m: of reference objects; sign_within_m: how near a sign belongs to a marker.
        photos: folder; templates: of the user, by id of the page.
    """

    parts: frozenset[str]
    pdf_files: frozenset[str]
    unit: str
    planar: bool
    scale: int
    reach_m: float
    sign_within_m: float
    photos: Path | None
    templates: dict[str, Path]


def add_parameters(algorithm: RedlineAlgorithm) -> None:
    """Add all parameters."""
    _add_records(algorithm)
    _add_context(algorithm)
    _add_office(algorithm)
    _add_choices(algorithm)
    algorithm.addParameter(
        QgsProcessingParameterFolderDestination(OUTPUT, tr("Forms and tables (folder)"))
    )


def _add_records(algorithm: RedlineAlgorithm) -> None:
    point = [QgsProcessing.SourceType.TypeVectorPoint]
    _add_layer(algorithm, MARKERS, tr("Markers"), point, optional=False)
    add_field(algorithm, NUMBER_FIELD, tr("Field: number of the marker"), MARKERS, "marker")
    _add_layer(algorithm, SIGNS, tr("Signs"), point)
    add_field(algorithm, SIGN_FIELD, tr("Field: number of the sign"), SIGNS, "sign")
    _add_layer(algorithm, TURNING_POINTS, tr("Turning points"), point)
    sides = tr("Sides between turning points")
    _add_layer(algorithm, SIDES, sides, [QgsProcessing.SourceType.TypeVectorLine])
    area = [QgsProcessing.SourceType.TypeVectorPolygon]
    _add_layer(algorithm, BLOCKS, tr("Red-line blocks"), area)
    for name, title, default in (
        (BLOCK_FIELD, tr("Field: code of the block"), layerfields.BLOCK_CODE),
        (BLOCK_NAME, tr("Field: name of the block"), layerfields.BLOCK_NAME),
        (RED_LINE_CODE, tr("Field: code of the red line"), "block_code"),
        (COUNTY_FIELD, tr("Field: code of the county"), layerfields.COUNTY_CODE),
        (COUNTY_NAME, tr("Field: name of the county"), "county_name"),
    ):
        add_field(algorithm, name, title, BLOCKS, default)


def _add_context(algorithm: RedlineAlgorithm) -> None:
    anything = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    for name, title in (
        (ROADS, tr("Roads")),
        (RIVERS, tr("Rivers")),
        (WATER, tr("Lakes and other water")),
        (VILLAGES, tr("Villages")),
        (PARCELS, tr("Parcels, for sketches only")),
    ):
        _add_layer(algorithm, name, title, anything)
    algorithm.addParameter(
        QgsProcessingParameterMultipleLayers(
            REFERENCE,
            tr("Other reference objects"),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
            optional=True,
        )
    )
    photos = QgsProcessingParameterFile(
        PHOTOS, tr("Photos"), QgsProcessingParameterFile.Behavior.Folder, optional=True
    )
    photos.setHelp(
        tr(
            "Files called <number>-<type> or <number>_<type>: 1 east, 2 south, 3 west, 4 north, 5 "
            "centre, 6 a location sketch that takes the place of the drawn one."
        )
    )
    algorithm.addParameter(photos)
    names = QgsProcessingParameterString(
        NAMES, tr("Fields of names in these layers"), DEFAULT_NAMES, optional=True
    )
    names.setHelp(tr("Separated by commas; the first one that a layer has is taken."))
    algorithm.add_advanced(names)
    _add_number(algorithm, REACH, tr("Farthest reference object [m]"), 2000.0, 1.0, 20000.0)
    _add_number(
        algorithm, SIGN_WITHIN, tr("A sign this near belongs to a marker [m]"), 10.0, 0.0, 500.0
    )
    algorithm.add_advanced(
        QgsProcessingParameterEnum(WINDS, tr("Directions with names"), ["8", "16"], defaultValue=0)
    )


def _add_office(algorithm: RedlineAlgorithm) -> None:
    date = QgsProcessingParameterDateTime.Type.Date
    for name, title in ((FILLED_BY, tr("Filled in by")), (REVIEWED_BY, tr("Reviewed by"))):
        algorithm.addParameter(QgsProcessingParameterString(name, title, "", optional=True))
        day, when = (
            (FILLED_ON, tr("Date of filling in"))
            if name == FILLED_BY
            else (REVIEWED_ON, tr("Date of review"))
        )
        algorithm.addParameter(QgsProcessingParameterDateTime(day, when, date, optional=True))


def _add_choices(algorithm: RedlineAlgorithm) -> None:
    rules = QgsProcessingParameterFile(
        RULES,
        tr("Survey rule set"),
        QgsProcessingParameterFile.Behavior.File,
        optional=True,
        fileFilter=tr("Rule set (*.yaml *.yml)"),
    )
    rules.setHelp(tr("It is written into the workbook. Without one, the example of Redline is."))
    algorithm.addParameter(rules)
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            LANGUAGE,
            tr("Language"),
            [tr("Same as QGIS"), tr("Chinese"), tr("English")],
            defaultValue=0,
        )
    )
    ids = list(PART_TITLES)
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            PARTS,
            tr("What to make"),
            [tr(title) for title in PART_TITLES.values()],
            allowMultiple=True,
            defaultValue=[ids.index(part) for part in DEFAULT_PARTS],
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            PDF_FILES,
            tr("PDF files"),
            [tr(title) for title in PDF_TITLES.values()],
            allowMultiple=True,
            defaultValue=[0, 1],
        )
    )
    scale = QgsProcessingParameterNumber(
        SCALE,
        tr("Scale of sketches, 1 to (0: one that shows the neighbours)"),
        QgsProcessingParameterNumber.Type.Integer,
        0,
        minValue=0,
        maxValue=250000,
    )
    algorithm.add_advanced(scale)
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            UNIT,
            tr("Unit of areas"),
            [tr("square kilometres"), tr("hectares"), tr("square metres"), tr("mu")],
            defaultValue=0,
        )
    )
    algorithm.add_advanced(
        QgsProcessingParameterBoolean(
            PLANAR, tr("Areas and lengths in the plane, too"), defaultValue=False
        )
    )
    for name, title in (
        (MARKER_TEMPLATE, tr("Own template of the marker form")),
        (SIGN_TEMPLATE, tr("Own template of the sign form")),
    ):
        template = QgsProcessingParameterFile(
            name, title, QgsProcessingParameterFile.Behavior.File, "docx", optional=True
        )
        template.setHelp(
            tr(
                "A DOCX with {{fields}} in its text, and pictures whose alternative text is {{sketch}}, "
                "{{qr}} or {{photo_e}}; let the templates be made once to have one to begin with. PDFs "
                "keep Redline's own look."
            )
        )
        algorithm.add_advanced(template)


def _add_layer(
    algorithm: RedlineAlgorithm, name: str, title: str, kinds: list[int], optional: bool = True
) -> None:
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(name, title, kinds, optional=optional)
    )


def _add_number(
    algorithm: RedlineAlgorithm, name: str, title: str, value: float, least: float, most: float
) -> None:
    kind = QgsProcessingParameterNumber.Type.Double
    algorithm.add_advanced(
        QgsProcessingParameterNumber(name, title, kind, value, minValue=least, maxValue=most)
    )


def read_choices(
    algorithm: RedlineAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Choices:
    """Return what the user chose."""

    def chosen(name: str, ids: list[str]) -> frozenset[str]:
        return frozenset(ids[n] for n in algorithm.parameterAsEnums(parameters, name, context))

    photos = algorithm.parameterAsFile(parameters, PHOTOS, context)
    templates = {
        page: Path(algorithm.parameterAsFile(parameters, name, context))
        for page, name in (("marker", MARKER_TEMPLATE), ("sign", SIGN_TEMPLATE))
        if algorithm.parameterAsFile(parameters, name, context)
    }
    return Choices(
        parts=chosen(PARTS, list(PART_TITLES)),
        pdf_files=chosen(PDF_FILES, list(PDF_TITLES)),
        unit=UNITS[algorithm.parameterAsEnum(parameters, UNIT, context)],
        planar=algorithm.parameterAsBool(parameters, PLANAR, context),
        scale=algorithm.parameterAsInt(parameters, SCALE, context),
        reach_m=algorithm.parameterAsDouble(parameters, REACH, context),
        sign_within_m=algorithm.parameterAsDouble(parameters, SIGN_WITHIN, context),
        photos=Path(photos) if photos else None,
        templates=templates,
    )
