import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rasters import TRANSFORM, wkt, write

from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.grid import Grid, Window, windows_of
from redline_plugin.core.raster.source import (
    AVERAGE,
    BILINEAR,
    NEAREST,
    QUANTITY,
    RasterSource,
    inspect,
    open_source,
    resolve_resampling,
    with_undeclared_nodata,
)

X0, DX, _, Y0, _, DY = TRANSFORM


def all_of(source, grid, window=None):
    with gdal_exceptions(), open_source(source, grid) as reader:
        values, mask = reader.read(window or Window(0, 0, grid.width, grid.height))
        if mask is None:
            mask = np.ones(values.shape, dtype=bool)
        return values, mask, reader


def test_masks_declared_undeclared_nan_and_out_of_range(tmp_path):
    values = np.array([[1, -9999, np.nan, 5], [200, -1, np.inf, 0]], "float32")
    path = write(tmp_path / "a.tif", values, nodata=-9999)
    grid = Grid.of_file(path)
    _, mask, reader = all_of(RasterSource(path, valid=(0, 100)), grid)
    assert mask.tolist() == [[True, False, False, True], [False, False, False, True]]
    assert (reader.nodata_pixels, reader.outside_pixels) == (3, 2)
    _, mask, reader = all_of(RasterSource(path), grid)
    assert mask.tolist() == [[True, False, False, True], [True, True, False, True]]
    assert reader.outside_pixels == 0


def test_a_declared_nodata_inside_the_valid_range_is_nodata(tmp_path):
    path = write(tmp_path / "a.tif", np.array([[0, 1, 2]], "float32"), nodata=0)
    _, mask, reader = all_of(RasterSource(path, valid=(0, 5)), Grid.of_file(path))
    assert mask.tolist() == [[False, True, True]]
    assert (reader.nodata_pixels, reader.outside_pixels) == (1, 0)


def test_integers(tmp_path):
    path = write(tmp_path / "a.tif", np.array([[0, 1, 255, 7]], "uint8"), nodata=255)
    _, mask, reader = all_of(RasterSource(path, valid=(1, None)), Grid.of_file(path))
    assert mask.tolist() == [[False, True, False, True]]
    assert (reader.nodata_pixels, reader.outside_pixels) == (1, 1)


def test_a_larger_grid_is_padded_and_counted(tmp_path):
    path = write(tmp_path / "a.tif", np.arange(6, dtype="uint8").reshape(2, 3) + 1)
    grid = Grid(wkt(), (X0 - DX, DX, 0, Y0 - DY, 0, DY), 5, 4)
    values, mask, reader = all_of(RasterSource(path), grid)
    assert values[mask].tolist() == [1, 2, 3, 4, 5, 6]
    assert mask[1:3, 1:4].all()
    assert mask.sum() == 6
    assert reader.nodata_pixels == 14


def test_a_window_outside_is_all_nodata(tmp_path):
    path = write(tmp_path / "a.tif", np.ones((2, 2), "float32"))
    grid = Grid(wkt(), TRANSFORM, 10, 10)
    _, mask, _ = all_of(RasterSource(path), grid, Window(5, 5, 4, 4))
    assert not mask.any()


def test_half_a_pixel_off_is_interpolated_like_its_definition(tmp_path):
    values = np.random.default_rng(1).random((12, 12)).astype("float32")
    path = write(tmp_path / "a.tif", values, (X0 + DX / 2, DX, 0, Y0 + DY / 2, 0, DY))
    grid = Grid(wkt(), TRANSFORM, 12, 12)
    found, mask, _ = all_of(RasterSource(path, resampling=BILINEAR), grid)
    expected = (values[:-1, :-1] + values[1:, :-1] + values[:-1, 1:] + values[1:, 1:]) / 4
    assert mask[1:, 1:].all()
    np.testing.assert_allclose(found[1:, 1:], expected, rtol=1e-5)


def test_average_of_whole_blocks(tmp_path):
    values = np.random.default_rng(1).random((12, 12)).astype("float32")
    path = write(tmp_path / "a.tif", values)
    grid = Grid(wkt(), (X0, 3 * DX, 0, Y0, 0, 3 * DY), 4, 4)
    found, _, _ = all_of(RasterSource(path, resampling=QUANTITY), grid)
    np.testing.assert_allclose(found, values.reshape(4, 3, 4, 3).mean(axis=(1, 3)), rtol=1e-5)


def test_classes_are_never_mixed(tmp_path):
    values = np.random.default_rng(1).choice([1, 9], (12, 12)).astype("uint8")
    path = write(tmp_path / "a.tif", values, (X0 + 7, 31.0, 0, Y0 + 3, 0, -29.0))
    grid = Grid(wkt(), TRANSFORM, 12, 12)
    found, mask, _ = all_of(RasterSource(path, resampling=NEAREST), grid)
    assert set(np.unique(found[mask])) == {1, 9}
    rows, columns = np.nonzero(mask)
    x, y = X0 + (columns + 0.5) * DX, Y0 + (rows + 0.5) * DY
    own = values[((y - Y0 - 3) / -29.0).astype(int), ((x - X0 - 7) / 31.0).astype(int)]
    assert np.array_equal(found[mask], own)


def test_quantity_chooses_by_pixel_size(tmp_path):
    fine = write(tmp_path / "fine.tif", np.ones((40, 40), "float32"))
    coarse = Grid(wkt(), (X0, 250.0, 0, Y0, 0, -250.0), 4, 4)
    degrees = Grid(wkt(4490), (107.9, 0.0025, 0, 32.6, 0, -0.0025), 9, 9)
    with gdal_exceptions():
        info = inspect(RasterSource(fine, resampling=QUANTITY))
        assert resolve_resampling(info, coarse) == AVERAGE
        assert resolve_resampling(info, degrees) == AVERAGE
        assert resolve_resampling(info, Grid(wkt(), (X0, 20.0, 0, Y0, 0, -20.0), 4, 4)) == BILINEAR


def test_undeclared_nodata_is_found_and_not_blended(tmp_path):
    values = np.full((12, 12), 100, "float32")
    values[:, :6] = -9999
    path = write(tmp_path / "a.tif", values, (X0 + DX / 2, DX, 0, Y0 + DY / 2, 0, DY))
    grid = Grid(wkt(), TRANSFORM, 12, 12)
    with gdal_exceptions():
        source = RasterSource(path, resampling=BILINEAR, valid=(-6000, None), name="ELEVATION")
        info, note = with_undeclared_nodata(inspect(source))
        assert "-9999" in str(note)
        found, mask, _ = all_of(info, grid)
    assert np.all(found[mask] == 100)
    # Without it -4949.5, a blend, would pass for a value.
    blended, mask, _ = all_of(source, grid)
    assert blended[mask].min() < 0


@given(st.integers(1, 13), st.integers(1, 13), st.sampled_from([NEAREST, BILINEAR, AVERAGE]))
def test_resampling_does_not_depend_on_windows(tmp_path_factory, width, height, how):
    folder = tmp_path_factory.mktemp("w")
    values = np.random.default_rng(2).random((17, 19)).astype("float32")
    path = write(folder / "a.tif", values, (X0 + 11, 37.0, 0, Y0 - 8, 0, -41.0), nodata=-1)
    grid = Grid(wkt(), TRANSFORM, 23, 21)
    source = RasterSource(path, resampling=how)
    whole, mask, _ = all_of(source, grid)
    with gdal_exceptions(), open_source(source, grid) as reader:
        for window in windows_of(grid, width, height):
            part, part_mask = reader.read(window)
            place = np.s_[window.y : window.y + window.height, window.x : window.x + window.width]
            assert np.array_equal(part, whole[place], equal_nan=True)
            if part_mask is None:
                assert mask[place].all()
            else:
                assert np.array_equal(part_mask, mask[place])


def test_reprojection_brings_values_to_the_right_place(tmp_path):
    values = np.zeros((40, 40), "float32")
    values[20:22, 20:22] = 1
    path = write(tmp_path / "a.tif", values, (107.99, 0.0005, 0, 32.53, 0, -0.0005), epsg=4490)
    grid = Grid(wkt(), (36_499_000.0, 30.0, 0, 3_601_000.0, 0, -30.0), 80, 90)
    found, mask, _ = all_of(RasterSource(path, resampling=NEAREST), grid)
    rows, columns = np.nonzero((found == 1) & mask)
    x, y = 36_499_000 + (columns.mean() + 0.5) * 30, 3_601_000 - (rows.mean() + 0.5) * 30
    to_degrees = grid.spatial_reference
    from osgeo import osr

    geographic = osr.SpatialReference()
    geographic.ImportFromEPSG(4490)
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lon, lat, _ = osr.CoordinateTransformation(to_degrees, geographic).TransformPoint(x, y)
    assert lon == pytest.approx(107.99 + 21 * 0.0005, abs=2e-4)
    assert lat == pytest.approx(32.53 - 21 * 0.0005, abs=2e-4)


def test_a_band_that_is_not_there_and_complex_numbers(tmp_path):
    path = write(tmp_path / "a.tif", np.ones((2, 2), "float32"))
    wave = write(tmp_path / "b.tif", np.ones((2, 2), "complex64"))
    with gdal_exceptions():
        with pytest.raises(InputError, match="no band 3; the file has 1"):
            inspect(RasterSource(path, band=3))
        with pytest.raises(InputError, match="Complex numbers"):
            inspect(RasterSource(wave))


def test_a_truncated_file_says_where(tmp_path):
    path = tmp_path / "a.tif"
    values = np.random.default_rng(1).integers(0, 99, (512, 512)).astype("float32")
    write(path, values, options=("TILED=YES", "COMPRESS=DEFLATE"))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="RELIEF cannot be read at column 0, row 0"):
        all_of(RasterSource(str(path), name="RELIEF"), Grid.of_file(str(path)))
