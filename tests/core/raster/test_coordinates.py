"""Coordinates that cannot be those of the CRS."""

import numpy as np
import pytest
from support.rasters import write

from redline_plugin.core.errors import InputError
from redline_plugin.core.raster.grid import Grid

SHAPE = np.ones((4, 5), "float32")


def grid(tmp_path, west, north, size, epsg):
    return Grid.of_file(write(tmp_path / "a.tif", SHAPE, (west, size, 0, north, 0, -size), epsg))


@pytest.mark.parametrize(
    ("west", "north", "size"),
    [
        (116.0, 40.0, 0.01),
        (-180.125, 90.125, 0.25),  # centres on the pole and the meridian
        (355.0, 10.0, 1.0),  # from Greenwich on
    ],
)
def test_degrees_are_degrees(tmp_path, west, north, size):
    assert grid(tmp_path, west, north, size, 4490).is_geographic


@pytest.mark.parametrize(
    ("west", "north", "size"),
    [(500_000.0, 3_500_000.0, 30.0), (39_500_000.0, 30.0, 1.0), (100.0, 92.0, 1.0)],
)
def test_metres_called_degrees_are_refused(tmp_path, west, north, size):
    with pytest.raises(InputError) as caught:
        grid(tmp_path, west, north, size, 4490)
    text = str(caught.value)
    assert "a.tif" in text
    assert "its coordinates are no degrees" in text
    assert "Assign the CRS that the data really have" in text


@pytest.mark.parametrize(
    ("west", "north", "size", "refused"),
    [
        (116.0, 40.0, 0.01, True),
        (116.0, 40.0, 0.25, True),
        (116.0, 40.0, 30.0, False),  # a local grid near the origin
        (36_500_000.0, 3_600_000.0, 0.1, False),  # a picture from a drone
        (181.0, 40.0, 0.01, False),
    ],
)
def test_degrees_called_metres_are_refused(tmp_path, west, north, size, refused):
    if not refused:
        assert not grid(tmp_path, west, north, size, 4524).is_geographic
        return
    with pytest.raises(InputError, match="look like degrees") as caught:
        grid(tmp_path, west, north, size, 4524)
    assert "EPSG:4490" in str(caught.value)
