"""Export blocks as a submission package: layers, registration form, areas, report, manifest."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from redline_plugin.core.atomic import atomic_folder_of, check_writable
from redline_plugin.core.errors import InputError, OutputError, Problem, os_reason
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.package import manifest
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.geometry import TargetCrs, place
from redline_plugin.core.package.options import (
    GEOPACKAGE,
    SHAPEFILE,
    ExportOptions,
    option_problems,
)
from redline_plugin.core.package.records import Record, build_records
from redline_plugin.core.package.report import report_html
from redline_plugin.core.package.tables import (
    AreaRow,
    area_rows,
    areas_csv,
    register_csv,
    total_area,
)
from redline_plugin.core.package.vector import write_geopackage, write_shapefile
from redline_plugin.core.standard.profile import Profile
from redline_plugin.core.text import Message, msg


@dataclass(frozen=True)
class ExportResult:
    """What was written: folder, report, number of blocks, areas, CRS, warnings."""

    folder: Path
    report: Path
    manifest: Path
    blocks: int
    total: Decimal
    unit: str
    rows: tuple[AreaRow, ...]
    epsg: int
    warnings: tuple[Message, ...]


@gdal_exceptions()
def export_submission(
    blocks: Sequence[Block],
    crs: str,
    profile: Profile,
    options: ExportOptions,
    folder: Path,
    feedback: Feedback,
) -> ExportResult:
    """Write the package ``folder``, whole or not at all.

    A folder that is there already is replaced only when it is empty or a Redline package.

    Args:
        blocks: the blocks; their order does not matter.
        crs: CRS of their coordinates, any text that PROJ understands.
        profile: layout of the package.
        options: the user's values.
        folder: the folder to write; its parent must exist.
        feedback: progress, cancel, warnings.

    Raises:
        InputError: options, blocks or the folder cannot be worked with; all problems at once.
        OutputError: the folder cannot be written.
        CancelledError: the user stopped; nothing was written.
    """
    folder = Path(folder)
    _check(blocks, profile, options, folder)
    placed = place(blocks, crs, options.belt, profile.crs)
    feedback.progress(0.2)
    stop_if_cancelled(feedback)
    warnings = list(placed.warnings)
    if not options.bsm_layer_code:
        warnings.append(
            msg(
                "No element-layer code was given for the feature identifiers; the last four"
                " characters of the element code were taken: {code}.",
                code=options.layer_code,
            )
        )
    records = build_records(blocks, placed, profile, options, warnings)
    for warning in warnings:
        feedback.warn(warning)
    feedback.progress(0.4)
    rows = area_rows(records, profile)
    with atomic_folder_of(folder, may_be_folder=True) as temporary:
        place_ = temporary / folder.name
        place_.mkdir()
        _write_layers(place_, records, profile, placed.crs, options, Part(feedback, 0.4, 0.9))
        _write_rest(place_, records, rows, profile, placed.crs, options, warnings)
        stop_if_cancelled(feedback)
        _check_folder(folder)
    feedback.progress(1.0)
    return ExportResult(
        folder=folder,
        report=folder / profile.files.report,
        manifest=folder / manifest.NAME,
        blocks=len(records),
        total=total_area(records, profile),
        unit=profile.area_field.unit,
        rows=tuple(rows),
        epsg=placed.crs.epsg,
        warnings=tuple(warnings),
    )


def _check(blocks: Sequence[Block], profile: Profile, options: ExportOptions, folder: Path) -> None:
    problems = option_problems(options, profile)
    if not blocks:
        problems.append(
            Problem(
                msg("There are no blocks to export."),
                remedy=msg("Run the delineation first, or choose another layer."),
            )
        )
    problems += _folder_problems(folder)
    if problems:
        raise InputError(problems)
    unwritable = check_writable(folder, may_be_folder=True)
    if unwritable:
        raise OutputError(unwritable)


def _folder_problems(folder: Path) -> list[Problem]:
    """Return what stands against replacing ``folder``: it is somebody's, not ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return [
            Problem(
                msg("This is not a folder."),
                str(folder),
                msg("Choose a new folder for the package."),
            )
        ]
    try:
        foreign = folder.is_dir() and any(folder.iterdir()) and not manifest.is_package(folder)
    except OSError as error:
        return [Problem(msg("Cannot be read ({reason}).", reason=os_reason(error)), str(folder))]
    if not foreign:
        return []
    return [
        Problem(
            msg("The folder holds files that are no Redline package; it is left as it is."),
            str(folder),
            msg("Choose a new or an empty folder for the package."),
        )
    ]


def _check_folder(folder: Path) -> None:
    """Look again right before the folder is replaced: somebody may have put files there."""
    problems = _folder_problems(folder)
    if problems:
        raise InputError(problems)


def _write_layers(
    folder: Path,
    records: Sequence[Record],
    profile: Profile,
    crs: TargetCrs,
    options: ExportOptions,
    feedback: Feedback,
) -> None:
    vector = folder / profile.files.vector_folder
    vector.mkdir()
    if GEOPACKAGE in options.formats:
        path = vector / f"{profile.layer}.gpkg"
        write_geopackage(path, records, profile, crs.text, options.stamp_date, feedback)
    feedback.progress(0.5)
    if SHAPEFILE in options.formats:
        write_shapefile(
            vector / f"{profile.layer}.shp",
            records,
            profile,
            crs.text,
            options.stamp_date,
            options.shapefile_encoding,
            feedback,
        )
    feedback.progress(1.0)


def _write_rest(
    folder: Path,
    records: Sequence[Record],
    rows: Sequence[AreaRow],
    profile: Profile,
    crs: TargetCrs,
    options: ExportOptions,
    warnings: Sequence[Message],
) -> None:
    files = profile.files
    name = options.package_name or folder.name
    (folder / files.register).write_bytes(register_csv(records, profile))
    (folder / files.areas).write_bytes(areas_csv(rows, profile))
    (folder / files.report).write_bytes(
        report_html(name, records, rows, profile, crs, options, warnings)
    )
    (folder / files.provenance).write_bytes(manifest.json_bytes(options.provenance))
    for target, source in sorted(options.extra_files.items()):
        shutil.copyfile(source, folder / target)
    content = manifest.build_manifest(folder, records, profile, crs, options, name)
    (folder / manifest.NAME).write_bytes(manifest.json_bytes(content))
