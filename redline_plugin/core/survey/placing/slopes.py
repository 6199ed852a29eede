"""The slope of the ground along the line: classes of terrain, and what is too steep for a marker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.geodesy.transform import spatial_reference, transform
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.survey.accessraster import PointRaster
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.linefile import Terrains
from redline_plugin.core.survey.placing.course import Paths
from redline_plugin.core.survey.placing.spans import Spans, nothing, ranges
from redline_plugin.core.survey.rules import ANY, SurveyRules

_AT_ONCE = 200_000
_STRAIGHT = 100.0
"""m. So long a piece of a straight line is straight in another CRS to far below a millimetre."""
_MARGIN = 0.001
"""m kept from the edge of a cell that is too steep."""


@dataclass(frozen=True)
class Pieces:
    """Pieces of paths, each in one cell: segment, from where to where on it (m), slope in degrees."""

    segment: Ints
    low: Floats
    high: Floats
    slope: Floats


class Slopes:
    """The slope of each cell of a raster, asked at places and along paths; belongs to one thread.

    Where the raster has no data, or ends, the slope is NaN.
    """

    @gdal_exceptions()
    def __init__(self, source: RasterSource, crs: str, *, elevation: bool) -> None:
        """Open it.

        Args:
            source: slopes in degrees, or heights in m.
            crs: of the places.
            elevation: whether they are heights; slopes are then by Horn (1981).

        Raises:
            InputError: it cannot be read, or has no place.
        """
        self._raster = PointRaster(source, crs)
        self._elevation = elevation
        self._grid = Grid.of_file(source.path)
        self._from = spatial_reference(crs)
        self._to = self._grid.spatial_reference
        self._same = bool(self._from.IsSame(self._to, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))

    def at(self, points: Floats) -> Floats:
        """Return slopes (n,) in degrees of the cells that points (n, 2) lie in."""
        return self._raster.slope(points) if self._elevation else self._raster.of_cell(points)

    def around(self, points: Floats, metres: float) -> Floats:
        """Return the slopes (n, 4) of the cells a little off points to all sides."""
        offsets = metres * np.array([(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)])
        around = points[:, None, :] + offsets[None, :, :]
        found: Floats = self.at(around.reshape(-1, 2)).reshape(-1, 4)
        return found

    def along(self, paths: Paths, feedback: Feedback) -> Pieces:
        """Return the pieces of paths in each cell."""
        found = []
        for begin in range(0, len(paths.at), _AT_ONCE):
            stop_if_cancelled(feedback)
            number = np.arange(begin, min(begin + _AT_ONCE, len(paths.at)))
            segment, low, high = self._cut(paths, number)
            middle = paths.point(paths.at[segment] + (low + high) / 2.0)
            found.append((segment, low, high, self.at(middle)))
        if not found:
            return Pieces(np.empty(0, np.int64), np.empty(0), np.empty(0), np.empty(0))
        return Pieces(*(np.concatenate(column) for column in zip(*found)))

    def close(self) -> None:
        """Let go of the file, so that others may replace it."""
        self._raster.close()

    def _cut(self, paths: Paths, number: Ints) -> tuple[Ints, Floats, Floats]:
        """Cut segments where they pass from cell to cell."""
        length = paths.length[number]
        many = (
            np.ones(len(number), dtype=np.int64)
            if self._same
            else np.ceil(length / _STRAIGHT).astype(np.int64)
        )
        whose = np.repeat(number, many)
        step = ranges(np.zeros(len(many), dtype=np.int64), many)
        share = length / many
        low, high = step * np.repeat(share, many), (step + 1) * np.repeat(share, many)
        one = self._cells(paths.start[whose] + self._way(paths, whose) * low[:, None])
        other = self._cells(paths.start[whose] + self._way(paths, whose) * high[:, None])
        # Lines of the grid that each piece passes, first across, then down.
        cuts, owner = [], []
        for axis in (0, 1):
            first = np.floor(np.minimum(one[:, axis], other[:, axis])).astype(np.int64) + 1
            last = np.ceil(np.maximum(one[:, axis], other[:, axis])).astype(np.int64) - 1
            passed = np.maximum(last - first + 1, 0)
            piece = np.repeat(np.arange(len(whose)), passed)
            line = ranges(first, passed)
            rise = other[piece, axis] - one[piece, axis]
            cuts.append(low[piece] + (high - low)[piece] * (line - one[piece, axis]) / rise)
            owner.append(piece)
        piece = np.concatenate([np.arange(len(whose)), *owner])
        begin = np.concatenate([low, *cuts])
        order = np.lexsort((begin, piece))
        piece, begin = piece[order], begin[order]
        end = np.append(begin[1:], 0.0)
        last_of = np.append(piece[1:] != piece[:-1], True)
        end[last_of] = high[piece[last_of]]
        real = end > begin
        return whose[piece[real]], begin[real], end[real]

    @staticmethod
    def _way(paths: Paths, number: Ints) -> Floats:
        length = np.where(paths.length > 0.0, paths.length, 1.0)[number]
        found: Floats = (paths.end[number] - paths.start[number]) / length[:, None]
        return found

    def _cells(self, points: Floats) -> Floats:
        """Return columns and rows, with fractions."""
        places = points if self._same else transform(points, self._from, self._to)
        x0, dx, _, y0, _, dy = self._grid.transform
        found: Floats = (places - (x0, y0)) / (dx, dy)
        return found


def steep_on(slopes: Slopes, paths: Paths, rules: SurveyRules, feedback: Feedback) -> Spans:
    """Return where paths pass ground on which no marker can stand; merged."""
    steepest = rules.markers.steepest_deg
    return nothing() if steepest is None else too_steep(slopes.along(paths, feedback), paths, rules)


def too_steep(pieces: Pieces, paths: Paths, rules: SurveyRules) -> Spans:
    """Return which pieces of paths are steeper than a marker can stand on; merged."""
    steepest = rules.markers.steepest_deg
    steep = pieces.slope > (np.inf if steepest is None else steepest.number)
    at = paths.at[pieces.segment[steep]]
    return Spans(at + pieces.low[steep] - _MARGIN, at + pieces.high[steep] + _MARGIN).merged()


def terrains_of(line: Line, paths: Paths, rules: SurveyRules, pieces: Pieces) -> Terrains:
    """Return the class of terrain of each segment of a line: that of the mean slope along it.

    Args:
        line: that it is about.
        paths: its segments, as :func:`course.paths_of` gives them.
        rules: with the classes.
        pieces: of these paths.
    """
    known = np.isfinite(pieces.slope)
    weight, segment = (pieces.high - pieces.low)[known], pieces.segment[known]
    total = np.bincount(segment, weight, minlength=len(paths.at))
    mean = np.bincount(segment, weight * pieces.slope[known], minlength=len(paths.at))
    mean = np.where(total > 0.0, mean / np.where(total > 0.0, total, 1.0), np.nan)
    ids = (ANY, *(terrain.id for terrain in rules.terrains))
    number = {name: at for at, name in enumerate(ids)}
    tail = line.tails()
    tail = tail[line.measure[tail + 1] > line.measure[tail]]
    index = np.zeros(len(line.points), dtype=np.int64)
    index[tail] = [number[rules.terrain_of(value)] for value in mean.tolist()]
    last = line.starts[1:] - 1
    index[last] = index[last - 1]
    return Terrains(index, ids)
