"""``redline:exportsubmission`` and ``redline:verifysubmission``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.declare.model import Group
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part
from redline_plugin.core.standard.loader import available_profiles, load_profile
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries

NEEDED_FIELDS = ("block", "functions", "sensitivities", "protected", "main_reason")


class ExportSubmission(RedlineAlgorithm):
    """``redline:exportsubmission``."""

    ID = "exportsubmission"
    TITLE = N_("Export a submission package")
    GROUP = Group.PACKAGE
    ABOUT = N_(
        "Writes the blocks as a package in a national layout: layers with codes, names and areas on "
        "the ellipsoid, registration form, table of areas, report, and a manifest with a hash of "
        "every file. The same input and dates give the same bytes."
    )
    TAGS = (N_("package"), N_("submission"), "STBHHX")

    INPUT = "INPUT"
    PROFILE = "PROFILE"
    YSDM = "YSDM"
    ESTABLISHED = "ESTABLISHED"
    PACKAGE_NAME = "PACKAGE_NAME"
    FORMATS = "FORMATS"
    ENCODING = "ENCODING"
    BELT = "BELT"
    STAMP = "STAMP"
    BSM_LAYER_CODE = "BSM_LAYER_CODE"
    NATURAL_UNITS = "NATURAL_UNITS"
    DEFAULT_COUNTY_CODE = "DEFAULT_COUNTY_CODE"
    DEFAULT_COUNTY_NAME = "DEFAULT_COUNTY_NAME"
    MAP = "MAP"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    BLOCKS = "BLOCKS"
    AREA = "AREA"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        from redline_plugin.core.package.options import ENCODINGS, FORMATS

        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT,
                tr("Red-line blocks, as delineated"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PROFILE, tr("Layout"), list(available_profiles()), defaultValue=0
            )
        )
        code = QgsProcessingParameterString(self.YSDM, tr("Element code YSDM (10 characters)"))
        code.setHelp(tr("No public text gives it; ask the authority that takes the package."))
        self.addParameter(code)
        date_only = QgsProcessingParameterDateTime.Type.Date
        self.addParameter(
            QgsProcessingParameterDateTime(
                self.ESTABLISHED, tr("Date of establishment (SLSJ)"), date_only
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.PACKAGE_NAME, tr("Name of the package"), "", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.FORMATS,
                tr("Formats of the layers"),
                list(FORMATS),
                allowMultiple=True,
                defaultValue=[0, 1],
            )
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.ENCODING, tr("Encoding of the Shapefile"), list(ENCODINGS), defaultValue=0
            )
        )
        belt = QgsProcessingParameterString(self.BELT, tr("Belt"), "auto")
        belt.setHelp(
            tr(
                "auto: the 3-degree belt of the data; geographic: CGCS2000 degrees; or the EPSG code "
                "of a CGCS2000 belt."
            )
        )
        self.add_advanced(belt)
        stamp = QgsProcessingParameterDateTime(
            self.STAMP, tr("Date written as the date of all files"), date_only, optional=True
        )
        stamp.setHelp(tr("Empty: the date of establishment."))
        self.add_advanced(stamp)
        layer_code = QgsProcessingParameterString(
            self.BSM_LAYER_CODE, tr("Layer code inside BSM (4 digits)"), "", optional=True
        )
        layer_code.setHelp(tr("Empty: the last four characters of YSDM, which the report says."))
        self.add_advanced(layer_code)
        units = QgsProcessingParameterString(
            self.NATURAL_UNITS, tr("Natural units for names"), "", multiLine=True, optional=True
        )
        units.setHelp(
            tr("One line per county: code=name of the natural unit. Empty: the county's name.")
        )
        self.add_advanced(units)
        self.add_advanced(
            QgsProcessingParameterString(
                self.DEFAULT_COUNTY_CODE, tr("County code of blocks without one"), "", optional=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterString(
                self.DEFAULT_COUNTY_NAME, tr("County name of blocks without one"), "", optional=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterFile(
                self.MAP, tr("Map picture to include"), extension="png", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Package (folder)"))
        )
        self.addOutput(QgsProcessingOutputHtml(self.REPORT, tr("Report")))
        self.addOutput(QgsProcessingOutputNumber(self.BLOCKS, tr("Number of blocks")))
        self.addOutput(QgsProcessingOutputNumber(self.AREA, tr("Total area, in the layout's unit")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.package.export import export_submission
        from redline_plugin.core.package.options import ENCODINGS, FORMATS, ExportOptions

        blocks, crs, origin = self._blocks(parameters, context, Part(feedback, 0.0, 0.2))
        map_file = self.parameterAsFile(parameters, self.MAP, context)
        text = {
            name: self.parameterAsString(parameters, name, context).strip()
            for name in (
                self.YSDM,
                self.PACKAGE_NAME,
                self.BELT,
                self.BSM_LAYER_CODE,
                self.DEFAULT_COUNTY_CODE,
                self.DEFAULT_COUNTY_NAME,
            )
        }
        options = ExportOptions(
            ysdm=text[self.YSDM],
            established=self._date(parameters, self.ESTABLISHED, context),
            formats=tuple(
                FORMATS[n] for n in self.parameterAsEnums(parameters, self.FORMATS, context)
            ),
            shapefile_encoding=ENCODINGS[self.parameterAsEnum(parameters, self.ENCODING, context)],
            belt=text[self.BELT],
            stamp=self._date(parameters, self.STAMP, context),
            bsm_layer_code=text[self.BSM_LAYER_CODE],
            natural_units=self._natural_units(parameters, context),
            default_county=(text[self.DEFAULT_COUNTY_CODE], text[self.DEFAULT_COUNTY_NAME]),
            package_name=text[self.PACKAGE_NAME],
            provenance={"blocks": origin},
            extra_files={"map.png": Path(map_file)} if map_file else {},
            translate=tr,
        )
        profile = load_profile(
            available_profiles()[self.parameterAsEnum(parameters, self.PROFILE, context)]
        )
        folder = Path(self.parameterAsString(parameters, self.OUTPUT, context))
        result = export_submission(blocks, crs, profile, options, folder, Part(feedback, 0.2, 1.0))
        feedback.info(
            msg(
                "{count} blocks, {area} {unit}, EPSG:{epsg}.",
                count=result.blocks,
                area=result.total,
                unit=result.unit,
                epsg=result.epsg,
            )
        )
        return {
            self.OUTPUT: str(result.folder),
            self.REPORT: str(result.report),
            self.BLOCKS: result.blocks,
            self.AREA: float(result.total),
        }

    def _blocks(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> tuple[list[Any], str, Any]:
        from redline_plugin.core.package.blocks import Block, split_ids
        from redline_plugin.processing.vectors import read_rows

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise InputError(
                Problem(
                    msg(
                        "“{value}” cannot be opened as a polygon layer.",
                        value=parameters[self.INPUT],
                    ),
                    self.INPUT,
                )
            )
        names = source.fields().names()
        problems = [
            Problem(
                msg("The blocks have no field “{field}”.", field=name),
                source.sourceName() or self.INPUT,
                msg("Use a layer made by “Delineate red-line blocks”."),
            )
            for name in NEEDED_FIELDS
            if name not in names
        ]
        if not source.sourceCrs().isValid():
            problems.append(
                Problem(
                    msg("The layer has no coordinate reference system."),
                    source.sourceName() or self.INPUT,
                    msg("Assign its CRS, then try again."),
                )
            )
        if problems:
            raise InputError(problems)
        blocks = [
            Block(
                row.geometry,
                int(row.attributes["block"] or 0),
                row.text("county"),
                row.text("county_name"),
                split_ids(row.text("functions")),
                split_ids(row.text("sensitivities")),
                split_ids(row.text("protected"), ";"),
                row.text("main_reason"),
                _areas(row.text("reasons"), row.fid),
            )
            for row in read_rows(source, feedback)
        ]
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        return blocks, source.sourceCrs().toWkt(), _origin(layer)

    def _date(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        date = self.parameterAsDateTime(parameters, name, context).date()
        return date.toString("yyyyMMdd") if date.isValid() else ""

    def _natural_units(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str]:
        units: dict[str, str] = {}
        for line in self.parameterAsString(parameters, self.NATURAL_UNITS, context).splitlines():
            code, equals, name = line.partition("=")
            if not line.strip():
                continue
            if not equals or not code.strip() or not name.strip():
                raise InputError(
                    Problem(
                        msg("“{line}” is not of the form code=name.", line=line),
                        self.NATURAL_UNITS,
                    )
                )
            units[code.strip()] = name.strip()
        return units


def _areas(text: str, fid: str) -> dict[str, float]:
    if not text:
        return {}
    try:
        return {str(key): float(value) for key, value in json.loads(text).items()}
    except (ValueError, AttributeError) as error:
        raise InputError(
            Problem(
                msg(
                    "The field “reasons” of feature {fid} is not what delineation writes.", fid=fid
                ),
                remedy=msg("Use a layer made by “Delineate red-line blocks”."),
            )
        ) from error


def _origin(layer: Any) -> Any:
    """Return what made the blocks, as stored with them, without the time of that run.

    Equal inputs must give equal packages; when they were assessed is told by the dates given.
    """
    from redline_plugin.core.provenance import read_layer_provenance

    record = read_layer_provenance(layer.source()) if layer is not None else None
    if record is None:
        return None
    return {key: value for key, value in record.items() if key != "created"}


class VerifySubmission(RedlineAlgorithm):
    """``redline:verifysubmission``."""

    ID = "verifysubmission"
    TITLE = N_("Verify a submission package")
    GROUP = Group.PACKAGE
    ABOUT = N_(
        "Reads a package, trusts nothing in it, and names everything that is wrong: changed or "
        "missing files, structure, codes, coordinate system, geometry, areas. It shares no code "
        "with the exporter but the layout. Also runs without QGIS: python -m redline_plugin.verify."
    )
    TAGS = (N_("package"), N_("check"))

    INPUT = "INPUT"
    ARCHIVE = "ARCHIVE"
    STOP = "STOP"
    OUTPUT = "OUTPUT"
    PASSED = "PASSED"
    ERRORS = "ERRORS"
    WARNINGS = "WARNINGS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT,
                tr("Package (folder)"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.ARCHIVE, tr("or package (zip)"), extension="zip", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.STOP, tr("Stop with an error when it does not pass"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Findings"), "JSON (*.json)", optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.PASSED, tr("1 when it passes, else 0")))
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Warnings")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        from redline_plugin.core.verify.verify import verify_package

        given = [
            text
            for name in (self.INPUT, self.ARCHIVE)
            if (text := self.parameterAsString(parameters, name, context).strip())
        ]
        if len(given) != 1:
            raise InputError(Problem(msg("Give a folder or a zip file, one of them.")))
        verdict = verify_package(Path(given[0]), feedback)
        for line in verdict.text(tr).splitlines():
            feedback.info(msg("{line}", line=line))
        results: dict[str, Any] = {
            self.PASSED: int(verdict.passed),
            self.ERRORS: len(verdict.errors),
            self.WARNINGS: len(verdict.warnings),
        }
        text = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if text:
            path = Path(text)
            with atomic_folder_of(path) as folder:
                (folder / path.name).write_text(verdict.json(tr), encoding="utf-8")
            results[self.OUTPUT] = str(path)
        if not verdict.passed and self.parameterAsBool(parameters, self.STOP, context):
            raise InputError(
                Problem(
                    msg("The package does not pass: {count} errors.", count=len(verdict.errors)),
                    given[0],
                    msg("They are listed above."),
                )
            )
        return results
