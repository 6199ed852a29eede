"""The parameters of ``redline:surveyresults``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from redline_plugin.core.survey.measuredroles import ROLE_TITLES, ROLES
from redline_plugin.core.survey.resultschoices import HOW_TITLES, REPEAT_TITLES
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.surveylayers import INPUT, add_line_parameters

MARKERS, NUMBER_FIELD, BOUNDARY_FIELD = "MARKERS", "NUMBER_FIELD", "BOUNDARY_FIELD"
MEASURED, MEASURED_LAYER, CRS_MEASURED = "MEASURED", "MEASURED_LAYER", "CRS_MEASURED"
REPEATS, MOVE, HOW, PROTECTED = "REPEATS", "MOVE", "HOW", "PROTECTED"
WHO, WHY, REGISTER = "WHO", "WHY", "REGISTER"
SHARE, REACH = "ACCURACY_SHARE", "LINE_REACH"
OUTPUT, DIFFERENCES, EXCEPTIONS = "OUTPUT", "DIFFERENCES", "EXCEPTIONS"
LINE_OUTPUT, STRETCHES_OUTPUT, HISTORY = "LINE_OUTPUT", "STRETCHES_OUTPUT", "HISTORY"
REPORT = "REPORT"
LAYERS = (OUTPUT, DIFFERENCES, EXCEPTIONS, LINE_OUTPUT, STRETCHES_OUTPUT)

POINTS, LINE = 0, 1
MOVES = (
    N_("The accepted markers; the line stays"),
    N_("The accepted markers and the line, which runs through them then"),
)

NUMBERS = (
    ("ACCEPTED", N_("Markers accepted")),
    ("BEYOND", N_("Markers beyond the limit")),
    ("UNSURE", N_("Markers measured too roughly")),
    ("MISSING", N_("Markers not measured")),
    ("UNLISTED", N_("Measured numbers that are not on the list")),
    ("RMS", N_("Root mean square difference [m]")),
    ("LARGEST", N_("Largest difference [m]")),
    ("MOVED", N_("Markers that the line was moved to")),
    ("REFUSED", N_("Moves of the line that were refused")),
    ("NET", N_("Area that the red line gained [m2]")),
)


def column_name(role: str) -> str:
    """Return the name of the parameter for a column of what was measured."""
    return f"{role.upper()}_COLUMN"


def add_parameters(algorithm: RedlineAlgorithm) -> None:
    """Add all parameters and outputs."""
    _inputs(algorithm)
    _choices(algorithm)
    _advanced(algorithm)
    _outputs(algorithm)


def _inputs(algorithm: RedlineAlgorithm) -> None:
    point = QgsProcessing.SourceType.TypeVectorPoint
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(MARKERS, tr("Markers of the design"), [point])
    )
    for name, title, default in (
        (NUMBER_FIELD, tr("Field: number of the marker"), "marker"),
        (BOUNDARY_FIELD, tr("Field: kind of boundary at the marker"), "boundary"),
    ):
        algorithm.addParameter(
            QgsProcessingParameterField(
                name, title, default, parentLayerParameterName=MARKERS, optional=True
            )
        )
    measured = QgsProcessingParameterFile(
        MEASURED,
        tr("Measured: file of the receiver"),
        QgsProcessingParameterFile.Behavior.File,
        optional=True,
        fileFilter=tr(
            "Measurements (*.csv *.txt *.dat *.gpkg *.shp *.geojson *.xlsx *.gpx *.kml);;All files (*.*)"
        ),
    )
    measured.setHelp(
        tr(
            "Text in UTF-8 or GBK, with or without a head, separated by commas, semicolons, tabs or "
            "spaces; or a GeoPackage, Shapefile, GeoJSON, GPX, KML or .xlsx workbook. Columns, degrees "
            "or metres, belt number and order of the coordinates are recognised, and what was "
            "recognised is told. Of a file with several layers: file.gpkg|layername=name."
        )
    )
    algorithm.addParameter(measured)
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            MEASURED_LAYER,
            tr("Or: measured, as a layer"),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        )
    )
    crs = QgsProcessingParameterCrs(
        CRS_MEASURED, tr("CRS of the measured places (empty: found)"), optional=True
    )
    crs.setHelp(
        tr(
            "Degrees are taken to be on CGCS2000; metres to be in the belt that their number names, or, "
            "without one, in the belt near the design. Give the CRS for anything else."
        )
    )
    algorithm.addParameter(crs)
    add_line_parameters(algorithm)
    line = algorithm.parameterDefinition(INPUT)
    line.setFlags(line.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)


def _choices(algorithm: RedlineAlgorithm) -> None:
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            REPEATS,
            tr("Of a marker that was measured several times"),
            [tr(title) for title in REPEAT_TITLES.values()],
            defaultValue=0,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            MOVE, tr("What moves"), [tr(title) for title in MOVES], defaultValue=POINTS
        )
    )
    how = QgsProcessingParameterEnum(
        HOW,
        tr("What of the line moves"),
        [tr(title) for title in HOW_TITLES.values()],
        defaultValue=0,
    )
    how.setHelp(
        tr(
            "Only the point at the marker is the default, because nothing else was measured: between "
            "markers the line stays on the parcels, rivers and borders that it was drawn on. The "
            "other choice keeps the line's shape: the shift becomes less with the distance along the "
            "line and is zero at the next marker that does not move."
        )
    )
    algorithm.addParameter(how)
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            PROTECTED,
            tr("Protected areas, out of which nothing is taken"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(WHO, tr("Who accepts, for the history"), optional=True)
    )
    algorithm.addParameter(
        QgsProcessingParameterString(WHY, tr("Why, for the history"), optional=True)
    )
    register = QgsProcessingParameterFile(
        REGISTER,
        tr("Register of markers that takes the results in"),
        QgsProcessingParameterFile.Behavior.File,
        "gpkg",
        optional=True,
    )
    register.setHelp(
        tr(
            "States, places of accepted markers, remarks and names of photos go into the register, as "
            "one step that can be undone. Its line stays as it is."
        )
    )
    algorithm.addParameter(register)


def _advanced(algorithm: RedlineAlgorithm) -> None:
    real = QgsProcessingParameterNumber.Type.Double
    share = QgsProcessingParameterNumber(
        SHARE,
        tr("Worst measured accuracy, as a share of the limit"),
        real,
        1.0,
        minValue=0.01,
        maxValue=10.0,
    )
    share.setHelp(
        tr(
            "A marker that was measured less accurately is neither accepted nor beyond the limit. No "
            "public text gives a number; 1 is Redline's own."
        )
    )
    algorithm.add_advanced(share)
    reach = QgsProcessingParameterNumber(
        REACH,
        tr("A marker is on the line within [m]"),
        real,
        0.5,
        minValue=0.0,
        maxValue=100.0,
    )
    reach.setHelp(
        tr(
            "Designed markers lie on the line; imported ones may be off it by their rounded "
            "coordinates. A marker farther off does not move the line."
        )
    )
    algorithm.add_advanced(reach)
    for role in ROLES:
        column = QgsProcessingParameterString(
            column_name(role),
            tr("Column: {role}").format(role=tr(ROLE_TITLES[role])),
            optional=True,
        )
        column.setHelp(tr("Name, or place from 1 on; empty: recognised."))
        algorithm.add_advanced(column)


def _outputs(algorithm: RedlineAlgorithm) -> None:
    kinds = QgsProcessing.SourceType
    layers: tuple[tuple[str, str, Any, bool], ...] = (
        (OUTPUT, tr("Markers with results"), kinds.TypeVectorPoint, False),
        (DIFFERENCES, tr("Differences"), kinds.TypeVectorLine, True),
        (EXCEPTIONS, tr("Not accepted, not measured, not listed"), kinds.TypeVectorPoint, True),
        (LINE_OUTPUT, tr("Red-line blocks through the markers"), kinds.TypeVectorPolygon, True),
        (STRETCHES_OUTPUT, tr("Stretches of the moved line"), kinds.TypeVectorLine, True),
        (HISTORY, tr("History of the moves"), kinds.TypeVectorPoint, True),
    )
    for name, title, kind, optional in layers:
        algorithm.addParameter(
            QgsProcessingParameterVectorDestination(
                name, title, kind, optional=optional, createByDefault=not optional
            )
        )
    algorithm.addParameter(
        QgsProcessingParameterFileDestination(
            REPORT, tr("Report"), "HTML (*.html);;CSV (*.csv)", optional=True
        )
    )
    for name, title in NUMBERS:
        algorithm.addOutput(QgsProcessingOutputNumber(name, tr(title)))
