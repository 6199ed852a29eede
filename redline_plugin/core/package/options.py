"""What the user decides about a package, and the checks on it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redline_plugin.core.errors import Problem
from redline_plugin.core.standard.profile import ELEMENT_CODE, ESTABLISHED, IDENTIFIER, Profile
from redline_plugin.core.text import Translate, msg, untranslated

GEOPACKAGE = "GeoPackage"
SHAPEFILE = "Shapefile"
FORMATS = (GEOPACKAGE, SHAPEFILE)
ENCODINGS = ("UTF-8", "GBK")
AUTO = "auto"
GEOGRAPHIC = "geographic"


@dataclass(frozen=True)
class ExportOptions:
    """The user's values.

    Args:
        ysdm: element code of the layer, 10 characters; no public value exists.
        established: date of establishment, YYYYMMDD.
        formats: of :data:`FORMATS`.
        shapefile_encoding: of :data:`ENCODINGS`.
        belt: ``auto`` (the 3-degree belt of the data), ``geographic`` (EPSG:4490) or an EPSG code
            of a CGCS2000 belt.
        stamp: date that every time stamp in the package gets, YYYYMMDD; the date of establishment
            when empty. Same input, same stamp, same bytes.
        bsm_layer_code: the four digits in the middle of a BSM; the last four of ``ysdm`` when
            empty, and the report says so.
        natural_units: county code to natural geographic unit, for block names; the county's name
            where there is none.
        default_county: code and name for blocks without a county.
        package_name: heading of the report; the folder's name when empty.
        provenance: what made the blocks; stored as it is.
        extra_files: name in the package to file, for example a picture of the map.
        translate: language of warnings in the report.
    """

    ysdm: str
    established: str
    formats: tuple[str, ...] = FORMATS
    shapefile_encoding: str = "UTF-8"
    belt: str = AUTO
    stamp: str = ""
    bsm_layer_code: str = ""
    natural_units: Mapping[str, str] = field(default_factory=dict)
    default_county: tuple[str, str] = ("", "")
    package_name: str = ""
    provenance: Mapping[str, Any] = field(default_factory=dict)
    extra_files: Mapping[str, Path] = field(default_factory=dict)
    translate: Translate = untranslated

    @property
    def stamp_date(self) -> datetime.date:
        """The date of every time stamp."""
        return _date(self.stamp or self.established)

    @property
    def established_date(self) -> datetime.date:
        """The date of establishment."""
        return _date(self.established)

    @property
    def layer_code(self) -> str:
        """The four digits in the middle of a BSM."""
        return self.bsm_layer_code or self.ysdm[-4:]


def _date(text: str) -> datetime.date:
    return datetime.datetime.strptime(text, "%Y%m%d").date()


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"[0-9]{8}", text, re.ASCII)) and _date(text).year >= 1900
    except ValueError:
        return False


def option_problems(options: ExportOptions, profile: Profile) -> list[Problem]:
    """Return what is wrong with the user's values."""
    problems: list[Problem] = []
    spec = profile.role(ELEMENT_CODE)
    if len(options.ysdm) != spec.length or not spec.matches(options.ysdm):
        problems.append(
            Problem(
                msg("{value} is not an element code.", value=repr(options.ysdm)),
                spec.code,
                msg("Enter the {length} letters and digits of your standard.", length=spec.length),
            )
        )
    established = profile.find(ESTABLISHED)
    dates = [(established.code if established else "established", options.established)]
    dates += [("stamp", options.stamp)] if options.stamp else []
    problems += [
        Problem(
            msg("{value} is not a date.", value=repr(value)),
            where,
            msg("Enter year, month and day, for example 20240131."),
        )
        for where, value in dates
        if not _is_date(value)
    ]
    width = profile.codes.bsm_parts[1]
    if not re.fullmatch(rf"[0-9]{{{width}}}", options.layer_code, re.ASCII):
        problems.append(
            Problem(
                msg("{value} is not an element-layer code.", value=repr(options.layer_code)),
                profile.role(IDENTIFIER).code,
                msg("Enter {digits} digits.", digits=width),
            )
        )
    unknown = [name for name in options.formats if name not in FORMATS]
    if unknown or not options.formats:
        problems.append(
            Problem(
                msg("{formats} is no format of a package.", formats=", ".join(unknown) or "''"),
                remedy=msg("Choose from {known}.", known=", ".join(FORMATS)),
            )
        )
    if options.shapefile_encoding not in ENCODINGS:
        problems.append(
            Problem(
                msg("{name} is no encoding for shapefiles.", name=options.shapefile_encoding),
                remedy=msg("Choose from {known}.", known=", ".join(ENCODINGS)),
            )
        )
    problems += [
        Problem(msg("The file does not exist."), str(path))
        for path in options.extra_files.values()
        if not Path(path).is_file()
    ]
    return problems + _extra_name_problems(options, profile)


def _extra_name_problems(options: ExportOptions, profile: Profile) -> list[Problem]:
    files = profile.files
    taken = {files.vector_folder, files.register, files.areas, files.report, files.provenance}
    taken |= {"manifest.json"}
    lowered = {name.lower() for name in taken}
    return [
        Problem(
            msg("A file of this name cannot be put into the package."),
            name,
            msg("Give it a plain name that the package does not use itself."),
        )
        for name in options.extra_files
        if name.lower() in lowered
        or not re.fullmatch(r"[^\\/:*?\"<>|\x00-\x1f.][^\\/:*?\"<>|\x00-\x1f]*", name)
    ]
