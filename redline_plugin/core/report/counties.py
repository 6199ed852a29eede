"""Counties in the report: their outlines on maps, and what a raster holds in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import RasterSource, inspect, open_source
from redline_plugin.core.report.mapsheet import Border
from redline_plugin.core.text import msg

if TYPE_CHECKING:
    from redline_plugin.core.delineate.burning import CentreBurner
    from redline_plugin.core.delineate.inputs import County
    from redline_plugin.core.delineate.shapes import Shapes

STRIP_PIXELS = 4_000_000
"""What is read at a time: a row of blocks, and more of them up to so many pixels."""

LARGEST_STRIP_PIXELS = 16_000_000
"""A row of blocks is cut where it is larger; 64 MB of floats."""

PART_PIXELS = 1_000_000
"""What is counted at a time."""

CODES = 256
_NAMED = 40


@dataclass(frozen=True)
class CountyShapes:
    """Counties as the user gives them, and the CRS of their coordinates.

    Features with one code, or without codes one name, are one county.
    """

    counties: Sequence[County]
    crs: str


@dataclass(frozen=True)
class Area:
    """One county in a grid's CRS: its name and its polygons."""

    name: str
    polygons: Shapes


@dataclass(frozen=True)
class Brought:
    """Counties in a grid's CRS, and what was wrong with some."""

    areas: tuple[Area, ...]
    warnings: tuple[Problem, ...] = ()


def bring(shapes: CountyShapes, grid: Grid) -> Brought:
    """Bring counties to a grid's CRS, those without a usable polygon left out and listed.

    Raises:
        InputError: none can be used.
    """
    from redline_plugin.core.delineate.areas import usable

    found = usable(list(shapes.counties), shapes.crs, grid, msg("counties"))
    polygons: dict[str, list[Shapes]] = {}
    names: dict[str, str] = {}
    for county, parts in zip(found.features, found.polygons):
        key = county.code or county.name or f"#{county.fid}"
        names.setdefault(key, county.name or key)
        polygons.setdefault(key, []).append(parts)
    areas = tuple(Area(names[key], np.concatenate(parts)) for key, parts in polygons.items())
    return Brought(areas, found.warnings)


def borders_of(areas: Sequence[Area], grid: Grid, width: float, named: bool) -> list[Border]:
    """Return outlines for a map of ``grid`` that is ``width`` pixels wide."""
    import shapely

    west, south, east, north = grid.bounds
    frame = shapely.box(west, south, east, north)
    tolerance = (east - west) / width * 0.4
    borders = []
    for area in areas:
        near = area.polygons[shapely.intersects(area.polygons, frame)]
        if not len(near):
            continue
        lines = shapely.simplify(shapely.get_rings(near), tolerance, preserve_topology=False)
        rings = tuple(
            tuple((float(x), float(y)) for x, y in shapely.get_coordinates(line))
            for line in lines
            if shapely.get_num_coordinates(line) > 3
        )
        place = None
        if named and len(areas) <= _NAMED:
            seen = shapely.intersection(frame, near[int(np.argmax(shapely.area(near)))])
            if not seen.is_empty and seen.area > 0.004 * frame.area:
                point = seen.representative_point()
                place = (point.x, point.y)
        borders.append(Border(rings, area.name, place))
    return borders


@dataclass
class CountyCount:
    """What was counted in one county, or outside all of them.

    Attributes:
        name: of the county, "" outside all.
        pixels: valid ones.
        area_m2: of these.
        value_area: sum of value times area in m2, of a quantity.
        value_sum: sum of values.
        by_code: for classes: pixels and m2 by code.
    """

    name: str
    pixels: int = 0
    area_m2: float = 0.0
    value_area: float = 0.0
    value_sum: float = 0.0
    by_code: dict[int, tuple[int, float]] = field(default_factory=dict)

    @property
    def mean(self) -> float:
        """Mean value, weighed by area; NaN without pixels."""
        return self.value_area / self.area_m2 if self.area_m2 else float("nan")


@dataclass(frozen=True)
class CountyTable:
    """Counts per county, outside all, in the whole raster, and pixels that are in several."""

    counties: tuple[CountyCount, ...]
    outside: CountyCount
    whole: CountyCount
    shared_pixels: int


@gdal_exceptions()
def count_by_county(
    path: str, band: int, areas: Sequence[Area], classes: bool, feedback: Feedback
) -> CountyTable:
    """Count every pixel of a band, by the county that its centre lies in.

    Memory does not grow with the raster.

    Args:
        path: of the raster.
        band: from 1.
        areas: counties in the raster's CRS.
        classes: whether values are codes from 0 to 255.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user asked to stop.
    """
    info = inspect(RasterSource(path, band))
    grid = info.grid
    row_areas = grid.row_areas()
    burners = [_Burner(area, grid) for area in areas]
    table = CountyTable(
        tuple(CountyCount(area.name) for area in areas), CountyCount(""), CountyCount(""), 0
    )
    shared = 0
    add: Callable[..., int] = _add_classes if classes else _add_values
    with open_source(info, grid) as reader:
        for strip in _strips(grid, info.block[1]):
            values, inside = reader.look(strip)
            for start, stop in _parts(strip, grid.width):
                stop_if_cancelled(feedback)
                part = values[start - strip.y : stop - strip.y]
                mask = reader.valid(part, inside)
                valid = np.ones(part.shape, dtype=bool) if mask is None else mask
                weights = row_areas[start:stop]
                whole = add(table.whole, part, valid, weights)
                covered = np.zeros(part.shape, dtype=bool)
                in_counties = 0
                for count, burner in zip(table.counties, burners):
                    here = burner.burn(start, stop)
                    if here is None:
                        continue
                    columns, shape = here
                    covered[:, columns] |= shape
                    kept = valid[:, columns] & shape
                    in_counties += add(count, part[:, columns], kept, weights)
                outside = add(table.outside, part, valid & ~covered, weights)
                shared += in_counties + outside - whole
            feedback.progress((strip.y + strip.height) / grid.height)
    return CountyTable(table.counties, table.outside, table.whole, shared)


class _Burner:
    """Burns one county onto the columns it reaches."""

    def __init__(self, area: Area, grid: Grid) -> None:
        import shapely

        x0, dx, _, y0, _, dy = grid.transform
        # In columns and rows of the whole grid, rows downwards as negative north.
        pixels = shapely.transform(
            area.polygons,
            lambda points: np.column_stack(((points[:, 0] - x0) / dx, -(points[:, 1] - y0) / dy)),
        )
        west, south, east, north = shapely.total_bounds(pixels)
        self._first = int(np.clip(np.floor(west), 0, grid.width))
        self._stop = int(np.clip(np.ceil(east), 0, grid.width))
        self._top = int(np.clip(np.floor(-north), 0, grid.height))
        self._bottom = int(np.clip(np.ceil(-south), 0, grid.height))
        self._shapes = pixels
        self._burner: CentreBurner | None = None

    def burn(self, start: int, stop: int) -> tuple[slice, NDArray[np.bool_]] | None:
        """Return the columns and where the county is in them, None when it is not in these rows."""
        from redline_plugin.core.delineate.burning import CentreBurner

        width = self._stop - self._first
        if width <= 0 or stop <= self._top or start >= self._bottom:
            return None
        if self._burner is None:
            place = (float(self._first), 1.0, 0.0, 0.0, 0.0, -1.0)
            self._burner = CentreBurner(self._shapes, Grid("", place, width, self._bottom))
        return slice(self._first, self._stop), self._burner.burn(start, stop) > 0


def _strips(grid: Grid, block_rows: int) -> Iterator[Window]:
    """Cut the grid into strips of whole blocks, unless these are too large."""
    rows = max(1, STRIP_PIXELS // grid.width)
    if rows > block_rows > 0:
        rows -= rows % block_rows
    elif block_rows * grid.width <= LARGEST_STRIP_PIXELS:
        rows = block_rows
    for y in range(0, grid.height, rows):
        yield Window(0, y, grid.width, min(rows, grid.height - y))


def _parts(strip: Window, width: int) -> Iterator[tuple[int, int]]:
    rows = max(1, PART_PIXELS // width)
    for start in range(strip.y, strip.y + strip.height, rows):
        yield start, min(start + rows, strip.y + strip.height)


def _add_values(
    count: CountyCount, values: NDArray, valid: NDArray[np.bool_], row_areas: NDArray[np.float64]
) -> int:
    per_row = np.count_nonzero(valid, axis=1)
    pixels = int(per_row.sum())
    if pixels:
        sums = np.sum(np.where(valid, values, 0), axis=1, dtype=np.float64)
        count.pixels += pixels
        count.area_m2 += float(per_row @ row_areas)
        count.value_area += float(sums @ row_areas)
        count.value_sum += float(sums.sum())
    return pixels


def _add_classes(
    count: CountyCount, codes: NDArray, valid: NDArray[np.bool_], row_areas: NDArray[np.float64]
) -> int:
    row, column = np.nonzero(valid)
    if not len(row):
        return 0
    kept = np.clip(codes[row, column], 0, CODES - 1).astype(np.intp)
    by_row = np.bincount(row * CODES + kept, minlength=len(codes) * CODES).reshape(-1, CODES)
    pixels = by_row.sum(axis=0)
    square_metres = row_areas @ by_row
    for code in np.flatnonzero(pixels):
        before = count.by_code.get(int(code), (0, 0.0))
        count.by_code[int(code)] = (
            before[0] + int(pixels[code]),
            before[1] + float(square_metres[code]),
        )
    count.pixels += int(pixels.sum())
    count.area_m2 += float(square_metres.sum())
    return len(row)
