"""Pictures that are written without a library: read back by GDAL and by a reader of QR codes."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal

from redline_plugin.core.survey.forms import sketchstyle
from redline_plugin.core.survey.forms.palettepng import bitmap_png, png_bytes
from redline_plugin.core.survey.forms.qr import qr_picture


def read(data: bytes) -> gdal.Dataset:
    gdal.FileFromMemBuffer("/vsimem/picture.png", data)
    dataset = gdal.Open("/vsimem/picture.png")
    assert dataset.GetDriver().ShortName == "PNG"
    return dataset


def grey(data: bytes) -> np.ndarray:
    """Return the values of a bitmap; GDAL reads one bit as 0 and 1."""
    return read(data).ReadAsArray()


def colours(data: bytes) -> np.ndarray:
    dataset = read(data)
    band = dataset.GetRasterBand(1)
    table = band.GetColorTable()
    entries = np.array([table.GetColorEntry(n)[:3] for n in range(table.GetCount())])
    return entries[band.ReadAsArray()]


def test_colours_of_the_sketch_stay_what_they_are() -> None:
    wanted = [sketchstyle.PAPER, sketchstyle.TINT, sketchstyle.INK]
    wanted += [look.line for look in sketchstyle.LOOKS.values()]
    pixels = np.array([[0xFF000000 | int(one[1:], 16) for one in wanted]], dtype=np.uint32)
    found = colours(png_bytes(pixels, 6000))
    assert [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in found[0]] == wanted


def test_smooth_edges_stay_near() -> None:
    red = np.array([0xD1, 0x1B, 0x1B])
    share = np.linspace(0, 1, 64)[:, None]
    mixed = np.round(red * share + 255 * (1 - share)).astype(np.uint32)
    pixels = (0xFF000000 | mixed[:, 0] << 16 | mixed[:, 1] << 8 | mixed[:, 2]).astype(np.uint32)
    found = colours(png_bytes(pixels[None, :], 6000))[0]
    assert np.abs(found - mixed.astype(int)).max() <= 45


def test_a_bitmap_is_black_and_white() -> None:
    dots = (np.arange(7 * 13).reshape(7, 13) % 3 == 0).astype(np.uint8)
    found = grey(bitmap_png(dots))
    assert ((found == 0) == (dots == 1)).all()


@pytest.mark.parametrize(
    "text",
    [
        "511325-01-0001\nE106.12345678 N31.12345678\n511325-01",
        "界桩-0001\nE106.12345678 N31.12345678\n西充县",
        "A" * 200,
    ],
)
def test_a_qr_code_says_what_it_should(text: str) -> None:
    picture = qr_picture(text)
    dots = grey(picture.data)
    assert dots.shape == (picture.height, picture.width)
    image = np.where(dots == 0, 0, 255).astype(np.uint8)
    assert zxingcpp.read_barcode(image).text == text
    # Four modules of eight pixels are white all around, as the standard asks.
    assert image[:32].min() == image[:, :32].min() == 255
    assert image[32].min() == 0


@settings(max_examples=60)
@given(st.integers(0, 99_999), st.floats(73, 135), st.floats(18, 53))
def test_every_code_can_be_read_small(serial: int, longitude: float, latitude: float) -> None:
    text = f"511325-01-{serial:05d}\nE{longitude:.8f} N{latitude:.8f}\n511325-01"
    dots = grey(qr_picture(text).data)
    # 3 pixels a module: a code of 20 mm, photographed from a metre away.
    image = np.where(dots[::8, ::8].repeat(3, axis=0).repeat(3, axis=1) == 0, 60, 200)
    assert zxingcpp.read_barcode(image.astype(np.uint8)).text == text
