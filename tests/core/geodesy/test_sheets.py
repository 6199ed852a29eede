"""Map sheets: numbers that others published, round trips, neighbours, covers."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.errors import InputError
from redline_plugin.core.geodesy.sheets import (
    DIRECTIONS,
    SERIES,
    Sheet,
    bounds_of,
    cells,
    neighbours,
    sheet_from,
    sheet_of,
    sheets_of_extent,
)

OPPOSITE = str.maketrans("nsew", "snwe")
scales = st.sampled_from(sorted(SERIES))
longitudes = st.floats(0.0, 180.0, exclude_max=True)
latitudes = st.floats(0.0, 60.0, exclude_max=True)


def dms(degrees: int, minutes: int, seconds: float = 0.0) -> float:
    return degrees + minutes / 60 + seconds / 3600


@pytest.mark.parametrize(
    ("longitude", "latitude", "scale", "number"),
    [
        # Beijing, in textbooks and in the example of a package that cites the standard.
        (dms(116, 28, 25), dms(39, 54, 30), 1_000_000, "J50"),
        (dms(116, 28, 15), dms(39, 54, 30), 50_000, "J50E001010"),
        # Of lecture notes on the 1992 edition: 32°54′N 112°48′E, and 39°22′30″N 114°33′45″E.
        (dms(112, 48), dms(32, 54), 50_000, "I49E019020"),
        (dms(114, 33, 45), dms(39, 22, 30), 100_000, "J50D002002"),
        (dms(106, 25, 30), dms(29, 49, 27), 1_000_000, "H48"),
    ],
)
def test_numbers_that_others_published(
    longitude: float, latitude: float, scale: int, number: str
) -> None:
    assert sheet_of(longitude, latitude, scale).number == number


def test_bounds_that_others_published() -> None:
    assert bounds_of("J50E001010") == (116.25, dms(39, 50), 116.5, 40.0)
    assert bounds_of("J49B001002") == (111.0, 38.0, 114.0, 40.0)


@pytest.mark.parametrize(
    ("scale", "width", "height"),
    [
        (500_000, 3 * 3600, 2 * 3600),
        (250_000, 1.5 * 3600, 3600),
        (100_000, 1800, 1200),
        (50_000, 900, 600),
        (25_000, 450, 300),
        (10_000, 225, 150),
        (5_000, 112.5, 75),
        (2_000, 37.5, 25),
        (1_000, 18.75, 12.5),
        (500, 9.375, 6.25),
    ],
)
def test_sizes_in_seconds(scale: int, width: float, height: float) -> None:
    west, south, east, north = sheet_of(110.0, 30.0, scale).bounds
    assert (east - west) * 3600 == pytest.approx(width, abs=1e-9)
    assert (north - south) * 3600 == pytest.approx(height, abs=1e-9)


def test_digits_of_the_largest_scales() -> None:
    corner = 114.0, 40.0 - 1e-6
    numbers = [sheet_of(*corner, scale).number for scale in (2_000, 1_000, 500)]
    assert numbers == ["J50I001001", "J50J00010001", "J50K00010001"]
    assert sheet_of(120 - 1e-6, 36.0, 500).number == "J50K23042304"


@given(longitudes, latitudes, scales)
def test_a_place_lies_on_its_sheet_and_the_number_leads_back(
    longitude: float, latitude: float, scale: int
) -> None:
    sheet = sheet_of(longitude, latitude, scale)
    west, south, east, north = bounds_of(sheet.number)
    assert west - 1e-11 <= longitude < east
    assert south - 1e-11 <= latitude < north
    assert sheet_from(sheet.number) == sheet
    assert sheet_from(f" {sheet.number.lower()} ") == sheet
    # The same by the formula of the textbooks, from the million's corner.
    series = SERIES[scale]
    high, wide = 4 / series.parts, 6 / series.parts
    assert sheet.number.startswith(f"{chr(65 + int(latitude // 4))}{31 + int(longitude // 6)}")
    middle = (south + north) / 2
    row = series.parts - int((middle % 4) // high)
    column = int((((west + east) / 2) % 6) // wide) + 1
    if series.letter:
        half = len(sheet.number[4:]) // 2
        assert (int(sheet.number[4:][:half]), int(sheet.number[4:][half:])) == (row, column)


@given(scales, st.data())
def test_corners_belong_to_the_north_eastern_sheet(scale: int, data: st.DataObject) -> None:
    parts = SERIES[scale].parts
    sheet = Sheet(
        scale,
        data.draw(st.integers(0, 15 * parts - 1)),
        data.draw(st.integers(0, 30 * parts - 1)),
    )
    west, south, east, north = sheet.bounds
    assert sheet_of(west, south, scale) == sheet
    assert sheets_of_extent(west, south, east, north, scale) == [sheet]
    around = neighbours(sheet)
    for name, (up, right) in DIRECTIONS.items():
        if not around[name]:
            continue
        other = sheet_from(around[name])
        assert (other.row - sheet.row, other.column - sheet.column) == (up, right)
        assert neighbours(other)[name.translate(OPPOSITE)] == sheet.number


def test_neighbours_over_the_edges_of_a_millionth() -> None:
    around = neighbours(sheet_from("J50D001012"))
    assert around["n"] == "K50D012012"
    assert around["e"] == "J51D001001"
    assert around["ne"] == "K51D012001"
    assert neighbours(sheet_from("A31"))["s"] == ""
    assert neighbours(sheet_from("O60"))["e"] == neighbours(sheet_from("O60"))["n"] == ""


@given(
    west=st.floats(73, 134),
    south=st.floats(3, 53),
    width=st.floats(0, 0.4),
    height=st.floats(0, 0.4),
)
def test_covers_are_complete_and_without_more(
    west: float, south: float, width: float, height: float
) -> None:
    east, north = west + width, south + height
    found = sheets_of_extent(west, south, east, north, 10_000)
    assert len(set(found)) == len(found)
    inner = np.random.default_rng(0).uniform((west, south), (east, north), (50, 2))
    rows, columns = cells(*inner.T, 10_000)
    assert {Sheet(10_000, *cell) for cell in zip(rows.tolist(), columns.tolist())} <= set(found)
    for sheet in found:
        w, s, e, n = sheet.bounds
        assert w <= east
        assert e >= west
        assert s <= north
        assert n >= south
    assert found == sorted(found, key=lambda sheet: (-sheet.row, sheet.column))


@pytest.mark.parametrize(
    "number",
    [
        *("", "J", "J5", "Z50", "J50G", "J50G097001", "J50G000001", "J50G001000", "J50G0010011"),
        *(
            "J50A001001",
            "J50L001001",
            "J50J001001",
            "J50G00010001",
            "J99",
            "J30",
            "V50",
            "J50G1001",
        ),
    ],
)
def test_what_is_no_number_is_said(number: str) -> None:
    with pytest.raises(InputError, match="not the number of a map sheet"):
        sheet_from(number)


@pytest.mark.parametrize("place", [(-1, 30), (180, 30), (110, -1), (110, 60), (np.nan, 30)])
def test_places_outside_are_said(place: tuple[float, float]) -> None:
    with pytest.raises(InputError, match="equator"):
        sheet_of(*place, 10_000)


def test_strange_scales_and_endless_covers_are_said() -> None:
    with pytest.raises(InputError, match=r"1:20000\..*1:10000"):
        sheet_of(110, 30, 20_000)
    with pytest.raises(InputError, match="too many"):
        sheets_of_extent(100, 20, 120, 50, 500)


@given(scales, st.data())
def test_edges_that_people_write_are_edges(scale: int, data: st.DataObject) -> None:
    """Degrees, minutes and seconds put together are often a little below what they mean."""
    parts = SERIES[scale].parts
    row = data.draw(st.integers(0, 15 * parts - 1))
    column = data.draw(st.integers(0, 30 * parts - 1))
    sheet = Sheet(scale, row, column)

    def written(seconds: Fraction) -> float:
        whole, rest = divmod(seconds, 60)
        return dms(int(whole) // 60, int(whole) % 60, float(rest))

    west = written(Fraction(column * 6 * 3600, parts))
    south = written(Fraction(row * 4 * 3600, parts))
    assert sheet_of(west, south, scale) == sheet


def test_an_edge_a_little_below_what_it_means() -> None:
    assert dms(0, 5, 50) * 144 < 14
    assert dms(73, 4, 22.5) * 96 < 7015
    sheet = sheet_of(dms(73, 4, 22.5), dms(0, 5, 50), 2_000)
    assert (sheet.row, sheet.column) == (14, 7015)
