import numpy as np
import pytest
from support.rasters import TRANSFORM, wkt

from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.parallel import AHEAD
from redline_plugin.core.raster.plan import READING_BYTES, RESULT_BYTES, plan
from redline_plugin.core.raster.source import RasterSource, SourceInfo


def info(grid, block):
    return SourceInfo(RasterSource("x"), grid, np.dtype("float32"), None, block)


@pytest.mark.parametrize("threads", [1, 2, 4, 16])
@pytest.mark.parametrize("inputs", [1, 4, 12])
@pytest.mark.parametrize("outputs", [1, 3])
@pytest.mark.parametrize("block", [(256, 256), (512, 512), (40000, 1)])
def test_what_is_in_flight_fits_the_memory_promised(threads, inputs, outputs, block):
    grid = Grid(wkt(), TRANSFORM, 40000, 30000)
    how = plan(grid, [info(grid, block)] * inputs, outputs, threads)
    assert 1 <= how.threads <= threads
    piece = max(p.width * p.height for w in how.windows[:3] for p in how.pieces(w))
    reading = how.threads * piece * inputs * 4 * 4
    assert reading <= READING_BYTES or how.threads == 1
    largest = max(w.width * w.height for w in how.windows)
    waiting = largest * (how.threads + AHEAD) * outputs * 4
    # At the least a window is one tile, or 16 whole lines.
    assert waiting <= RESULT_BYTES or largest in (512 * 512, 16 * 40000)
    assert sum(w.width * w.height for w in how.windows) == 40000 * 30000
    assert all(side % 16 == 0 for side in how.tile)


def test_pieces_cover_their_window_once():
    grid = Grid(wkt(), TRANSFORM, 3000, 1100)
    how = plan(grid, [info(grid, (512, 512))], 1, 2)
    seen = np.zeros((1100, 3000), dtype=int)
    for window in how.windows:
        for piece in how.pieces(window):
            seen[piece.y : piece.y + piece.height, piece.x : piece.x + piece.width] += 1
    assert np.all(seen == 1)


def test_inputs_in_lines_are_read_in_whole_lines():
    grid = Grid(wkt(), TRANSFORM, 5000, 3000)
    assert {w.width for w in plan(grid, [info(grid, (5000, 1))], 1, 2).windows} == {5000}


def test_windows_begin_and_end_at_tiles():
    grid = Grid(wkt(), TRANSFORM, 40000, 30000)
    how = plan(grid, [info(grid, (512, 512))] * 4, 1, 2)
    for window in how.windows:
        assert window.x % how.tile[0] == 0
        assert window.y % how.tile[1] == 0
