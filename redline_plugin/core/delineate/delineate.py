"""From class rasters and protected areas to the blocks of the red line.

The order of steps: extreme pixels of all rasters; patches under the minimum out, but for those that
touch a protected area; holes under the minimum filled; polygons along the pixels' edges; union with
the protected areas, whose own edges stay exact; gaps that this closed filled as holes are; cut at
county borders; reasons and areas of each block.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely

from redline_plugin.core.delineate.account import Account, VectorAccount, account_of
from redline_plugin.core.delineate.bits import RASTER_REASONS, open_classes
from redline_plugin.core.delineate.blocks import Block
from redline_plugin.core.delineate.compose import (
    LeftOut,
    compose,
    total_area,
    united,
    with_protected,
)
from redline_plugin.core.delineate.disputedland import united_by_kind
from redline_plugin.core.delineate.inputs import MIN_PATCH_M2, County, Options, ProtectedArea
from redline_plugin.core.delineate.leavingout import leave_out
from redline_plugin.core.delineate.naming import Naming
from redline_plugin.core.delineate.outline import polygonise
from redline_plugin.core.delineate.patches import Patches, RasterAccount
from redline_plugin.core.delineate.pixelarea import PixelAreas
from redline_plugin.core.delineate.preflight import More, Ready, check
from redline_plugin.core.delineate.shapes import as_shapes, thin_width
from redline_plugin.core.delineate.shaping import Shaping
from redline_plugin.core.delineate.strips import strips_of, work_raster
from redline_plugin.core.delineate.touching import Touching
from redline_plugin.core.errors import InputError, OutputError, Problem, os_reason
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.cache import small_cache
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource, alignment_note
from redline_plugin.core.text import msg

_WARNINGS_SPOKEN = 20


@dataclass(frozen=True)
class Delineation:
    """The result: blocks in the CRS of ``grid``, the account, and what the user should look at."""

    blocks: list[Block]
    account: Account
    warnings: tuple[Problem, ...]
    grid: Grid

    @property
    def crs(self) -> str:
        """The CRS of the blocks, as WKT."""
        return self.grid.crs

    @property
    def area_m2(self) -> float:
        """The area of the red line on the ellipsoid."""
        return self.account.final_m2


@gdal_exceptions()
def delineate(
    classes: Mapping[str, RasterSource],
    protected: Sequence[ProtectedArea] = (),
    counties: Sequence[County] = (),
    protected_crs: str = "",
    counties_crs: str = "",
    options: Options | None = None,
    feedback: Feedback | None = None,
    *,
    grid: Grid | None = None,
    work_folder: Path | None = None,
    strip_rows: int | None = None,
    more: More | None = None,
    naming: Naming | None = None,
) -> Delineation:
    """Delineate the red line.

    Args:
        classes: reason id (:mod:`redline_plugin.core.standard.reasons`) to the raster of its
            classes: 0 no data, 1, 2, 3 extreme. Rasters on other grids are read by nearest
            neighbour.
        protected: protected areas, any number.
        counties: to cut the blocks at; none for no cutting.
        protected_crs, counties_crs: CRS of their coordinates; "" for that of the grid.
        options: the user's choices; the defaults when None.
        feedback: progress, cancel and messages; none when None.
        grid: the grid to work on; that of the first raster when None.
        work_folder: where working rasters (about the size of the inputs) go; the system's folder
            for temporary files when None. Nothing stays there.
        strip_rows: rows at a time, for tests; the result does not depend on it.
        more: land added by decision, and land that a policy decides about.
        naming: how blocks get their names and codes; None gives none.

    Raises:
        InputError: all that is wrong with the inputs; or nothing at all would be in the red line.
        OutputError: the working rasters cannot be written.
        CancelledError: the user stopped.
    """
    options = options or Options()
    feedback = feedback or Quiet()
    ready = check(classes, protected, counties, protected_crs, counties_crs, options, grid, more)
    named = naming.check(ready.grid) if naming is not None else None
    _tell(ready, options, feedback)
    with small_cache(), _work_folder(work_folder) as folder:
        found = _delineate(ready, options, feedback, Path(folder), strip_rows)
    if named is None:
        return found
    blocks, warnings = named.give(found.blocks)
    for problem in warnings:
        feedback.warn(problem.what)
    return replace(found, blocks=blocks, warnings=(*found.warnings, *warnings))


@contextlib.contextmanager
def _work_folder(parent: Path | None) -> Iterator[str]:
    try:
        folder = tempfile.TemporaryDirectory(prefix="redline-", dir=parent)
    except OSError as error:
        raise OutputError(
            Problem(
                msg(
                    "No folder for working rasters can be made ({reason}).", reason=os_reason(error)
                ),
                str(parent or tempfile.gettempdir()),
            )
        ) from error
    with folder as path:
        yield path


def _tell(ready: Ready, options: Options, feedback: Feedback) -> None:
    """Say which choices hold, and where each comes from."""
    feedback.info(
        msg(
            "Patches under {area} km2 go out unless they touch a protected area; pixels are "
            "joined over {connectivity} neighbours.",
            area=f"{options.min_patch_m2 / 1e6:g}",
            connectivity=options.connectivity,
        )
    )
    if options.min_patch_m2 == MIN_PATCH_M2:
        feedback.info(
            msg("1 km2 was seen in the practice of adjustment; the Guide of 2017 gives no number.")
        )
    if options.min_hole_m2 > 0:
        feedback.info(
            msg(
                "Holes under {area} m2 are filled (the user's choice).",
                area=f"{options.min_hole_m2:g}",
            )
        )
    else:
        feedback.info(
            msg("No holes are filled: no public text gives an area, and none was chosen.")
        )
    for info in ready.infos.values():
        note = alignment_note(info, ready.grid)
        if note is not None:
            feedback.info(note)


def _delineate(
    ready: Ready, options: Options, feedback: Feedback, folder: Path, strip_rows: int | None
) -> Delineation:
    grid = ready.grid
    strips = strips_of(grid.width, grid.height, strip_rows)
    pixel_areas = PixelAreas(grid)
    protected = united(ready.protected, ready.manual)
    land = united_by_kind(ready.disputed)
    touching = Touching(protected, grid) if len(protected) else None
    patches = Patches(grid.width, strips, pixel_areas, options, touching)
    with contextlib.ExitStack() as stack:
        size = (grid.width, grid.height)
        bits_raster = stack.enter_context(work_raster(folder / "bits.tif", *size, np.uint16))
        kept_raster = stack.enter_context(work_raster(folder / "kept.tif", *size, np.uint8))
        with open_classes(ready.infos, grid, options.classes) as reader:
            patches.read(reader, bits_raster, Part(feedback, 0.0, 0.35))
            if reader.problems():
                raise InputError(reader.problems())
            warnings = [*ready.warnings, *reader.warnings()]
        if options.shapes_patches:
            shaped = stack.enter_context(work_raster(folder / "shaped.tif", *size, np.uint8))
            shaping = Shaping(grid, strips, pixel_areas, protected)
            done = shaping.run(bits_raster, shaped, options, folder, Part(feedback, 0.35, 0.4))
            patches.take_shaped(shaped, done, Part(feedback, 0.4, 0.42))
        after_read = 0.42 if options.shapes_patches else 0.35
        patches.drop(bits_raster, kept_raster, Part(feedback, after_read, 0.55))
        patches.fill(bits_raster, kept_raster, Part(feedback, 0.55, 0.65))
        outline = polygonise(kept_raster, grid, Part(feedback, 0.65, 0.75))
        if len(outline) == 0 and len(protected) == 0:
            raise InputError(_nothing(patches.account, options))
        whole = with_protected(
            outline,
            protected,
            options.min_hole_m2,
            options.connectivity,
            grid.crs,
            Part(feedback, 0.75, 0.85),
        )
        stop_if_cancelled(feedback)
        filled_m2, left_out_land = whole.area_m2, None
        if land:
            whole, left_out_land = leave_out(
                whole, land, protected, options, grid.crs, thin_width(grid), feedback
            )
        if len(whole.parts) == 0:
            raise InputError(_all_disputed())
        composed = compose(
            whole,
            protected,
            ready,
            bits_raster,
            strips,
            pixel_areas,
            options,
            Part(feedback, 0.85, 1.0),
            land,
        )
    if not composed.blocks:
        raise InputError(_all_outside(composed.left_out))
    if len(outline) == 0:
        warnings.append(_only_protected(patches.account))
    warnings += composed.warnings
    account = account_of(
        patches.account,
        VectorAccount(
            raster_polygons=total_area(outline, grid.crs),
            protected=total_area(
                united(ready.protected) if ready.manual.features else protected, grid.crs
            ),
            with_protected=whole.with_protected_m2,
            gaps=whole.gaps,
            filled=filled_m2,
            left_out=composed.left_out,
            final=composed.final_m2,
            by_zone=_by_zone(ready),
            not_entering=(ready.selected.left_out, ready.selected.left_out_m2)
            if options.protected_rules is not None
            else None,
            exceptions=left_out_land,
            disputed=composed.disputed,
        ),
        [reason for reason in RASTER_REASONS if reason in ready.infos],
        composed.by_reason,
        options,
    )
    _say(account, len(composed.blocks), warnings, feedback)
    return Delineation(composed.blocks, account, tuple(warnings), grid)


def _by_zone(ready: Ready) -> dict[str, float]:
    """Return the m2 of each zone that is named; zones that overlap themselves count once."""
    zones = [feature.zone for feature in ready.protected.features]
    return {
        zone: total_area(
            as_shapes(
                [
                    shapely.union_all(
                        np.concatenate(
                            [
                                polygons
                                for name, polygons in zip(zones, ready.protected.polygons)
                                if name == zone
                            ]
                        )
                    )
                ]
            ),
            ready.grid.crs,
        )
        for zone in sorted(set(zones))
        if zone
    }


def _nothing(account: RasterAccount, options: Options) -> Problem:
    if account.union == 0:
        return Problem(
            msg(
                "Nothing is in the red line: no raster has an extreme class (3) and there are no "
                "protected areas."
            ),
            remedy=msg("Check the class rasters, or how they were graded."),
        )
    return Problem(
        msg(
            "Nothing is in the red line: all {count} patches ({area} km2) are under the minimum "
            "of {minimum} km2 and there are no protected areas.",
            count=account.dropped.count,
            area=f"{account.dropped.area_m2 / 1e6:.6g}",
            minimum=f"{options.min_patch_m2 / 1e6:g}",
        ),
        remedy=msg("Choose a smaller minimum, or check the class rasters."),
    )


def _all_disputed() -> Problem:
    return Problem(
        msg("Nothing is in the red line: all of it is land that the policy leaves out."),
        remedy=msg("Are the layers of disputed land the right ones? Or flag them only."),
    )


def _all_outside(left: LeftOut) -> Problem:
    return Problem(
        msg(
            "Nothing is in the red line: all {area} km2 of it lie outside the counties, or are "
            "small pieces along their borders.",
            area=f"{(left.outside_m2 + left.cut_off_m2) / 1e6:.6g}",
        ),
        remedy=msg("Is the county layer the right one, and its CRS?"),
    )


def _only_protected(account: RasterAccount) -> Problem:
    if account.union == 0:
        return Problem(
            msg("No raster has an extreme class (3); the red line is the protected areas alone.")
        )
    return Problem(
        msg("All patches are under the minimum; the red line is the protected areas alone.")
    )


def _say(account: Account, blocks: int, warnings: Sequence[Problem], feedback: Feedback) -> None:
    for row in account.rows:
        area = f"{row.area_m2 / 1e6:.6f}"
        if row.count is None:
            feedback.info(msg("{title}: {area} km2", title=row.title, area=area))
        else:
            feedback.info(
                msg("{title}: {area} km2 ({count})", title=row.title, area=area, count=row.count)
            )
    feedback.info(msg("Blocks: {count}", count=blocks))
    for problem in warnings[:_WARNINGS_SPOKEN]:
        feedback.warn(
            problem.what
            if not problem.where
            else msg("{where}: {what}", where=problem.where, what=problem.what)
        )
    if len(warnings) > _WARNINGS_SPOKEN:
        feedback.warn(
            msg("{count} more warnings are in the report.", count=len(warnings) - _WARNINGS_SPOKEN)
        )
