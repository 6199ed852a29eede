import numpy as np
import pytest
from support.rasters import TRANSFORM, wkt

from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.raster.parallel import AHEAD
from redline_plugin.core.raster.plan import WORKING_BYTES, plan
from redline_plugin.core.raster.source import RasterSource, SourceInfo


def info(grid, block):
    return SourceInfo(RasterSource("x"), grid, np.dtype("float32"), None, block)


@pytest.mark.parametrize("threads", [1, 2, 4, 16])
@pytest.mark.parametrize("inputs", [1, 4, 12])
@pytest.mark.parametrize("block", [(256, 256), (512, 512), (40000, 1)])
def test_what_is_in_flight_fits_the_memory_promised(threads, inputs, block):
    grid = Grid(wkt(), TRANSFORM, 40000, 30000)
    how = plan(grid, [info(grid, block)] * inputs, 3, threads)
    largest = max(w.width * w.height for w in how.windows)
    in_flight = largest * (threads + AHEAD) * (inputs * 5 + 4 + 24)
    if block[1] > 1:
        assert in_flight <= WORKING_BYTES
    else:
        assert largest == 16 * 40000 or in_flight <= WORKING_BYTES
    assert sum(w.width * w.height for w in how.windows) == 40000 * 30000
    assert all(side % 16 == 0 for side in how.tile)


def test_inputs_in_lines_are_read_in_whole_lines():
    grid = Grid(wkt(), TRANSFORM, 5000, 3000)
    assert {w.width for w in plan(grid, [info(grid, (5000, 1))], 1, 2).windows} == {5000}


def test_windows_begin_and_end_at_tiles():
    grid = Grid(wkt(), TRANSFORM, 40000, 30000)
    how = plan(grid, [info(grid, (512, 512))] * 4, 1, 2)
    for window in how.windows:
        assert window.x % how.tile[0] == 0
        assert window.y % how.tile[1] == 0
