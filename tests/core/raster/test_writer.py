"""Writing rasters: overviews that can be stopped, figures stored inside."""

import numpy as np
import pytest
from osgeo import gdal
from support.rasters import TRANSFORM, wkt

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import cancellable, gdal_exceptions
from redline_plugin.core.raster.cache import give_back_memory
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.writer import RasterWriter


class StopsAt(Quiet):
    """Asks to stop the n-th time it is asked; counts how often it was."""

    def __init__(self, number):
        super().__init__()
        self.number = number
        self.asked = 0

    def cancelled(self):
        self.asked += 1
        return self.asked >= self.number


def writer_of(path, values):
    rows, columns = values.shape
    writer = RasterWriter(path, Grid(wkt(), TRANSFORM, columns, rows), values.dtype, -9999)
    writer.write(Window(0, 0, columns, rows), values)
    return writer


@pytest.mark.parametrize("number", [1, 2, 3])
@gdal_exceptions()
def test_overviews_stop_when_asked(tmp_path, number):
    writer = writer_of(tmp_path / "a.tif", np.ones((1500, 2100), "float32"))
    feedback = StopsAt(number)
    with pytest.raises(CancelledError):
        writer.build_overviews(feedback)
    assert feedback.asked == number
    writer.close()


@gdal_exceptions()
def test_overviews_are_whole_and_tell_progress(tmp_path):
    writer = writer_of(tmp_path / "a.tif", np.ones((1500, 2100), "float32"))
    feedback = StopsAt(10**9)
    writer.build_overviews(feedback)
    writer.close()
    dataset = gdal.Open(str(tmp_path / "a.tif"))
    band = dataset.GetRasterBand(1)
    sizes = [band.GetOverview(number).XSize for number in range(band.GetOverviewCount())]
    assert sizes == [1050, 525, 263]
    assert (band.GetOverview(2).ReadAsArray() == 1).all()
    assert feedback.fraction == 1.0
    assert feedback.asked > 3


def test_an_error_that_is_no_cancel_stays_what_it_is():
    with pytest.raises(RuntimeError, match="disk"), cancellable(Quiet()):
        raise RuntimeError("disk")
    with pytest.raises(CancelledError), cancellable(StopsAt(1)) as watch:
        # GDAL may end without an error although it was told to stop.
        assert watch(0.5, "", None) == 0


@gdal_exceptions()
def test_stored_figures_are_found_without_counting(tmp_path):
    values = np.array([[1, 2], [3, 6]], "float32")
    writer = writer_of(tmp_path / "a.tif", values)
    writer.set_statistics(1.0, 6.0, 3.0, float(values.std()))
    writer.close()
    dataset = gdal.Open(str(tmp_path / "a.tif"))
    found = dataset.GetRasterBand(1).GetStatistics(False, False)
    assert found == pytest.approx([1, 6, 3, values.std()], rel=1e-5)
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


def test_giving_memory_back_never_fails():
    give_back_memory()
