"""Gauss-Kruger belts: codes and parameters against PROJ, recognition, warnings."""

from __future__ import annotations

import pytest

from redline_plugin.core.errors import InputError
from redline_plugin.core.gdalsetup import gdal_exceptions, osr
from redline_plugin.core.geodesy.belts import (
    Belt,
    belt_of_extent,
    belt_of_longitude,
    crs_kind,
    outside_belt,
    prefix_mismatch,
)

ALL = [
    Belt(width, number, prefixed)
    for width, numbers in ((3, range(25, 46)), (6, range(13, 24)))
    for number in numbers
    for prefixed in (True, False)
]
IDS = [f"{belt.width}-{belt.number}-{'zone' if belt.prefixed else 'cm'}" for belt in ALL]


def from_epsg(code: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    return reference


@pytest.mark.parametrize("belt", ALL, ids=IDS)
@gdal_exceptions()
def test_codes_and_parameters_are_those_of_proj(belt: Belt) -> None:
    reference = from_epsg(belt.epsg)
    assert reference.GetProjParm("central_meridian") == belt.central_meridian
    assert reference.GetProjParm("false_easting") == belt.false_easting
    name = reference.GetName()
    assert name.startswith("CGCS2000")
    assert ("3-degree" in name) == (belt.width == 3)
    ending = f"zone {belt.number}" if belt.prefixed else f"CM {belt.central_meridian}E"
    assert name.endswith(ending)


@pytest.mark.parametrize("belt", ALL, ids=IDS)
@gdal_exceptions()
def test_a_belt_is_known_by_its_code_by_its_text_and_as_esri_writes_it(belt: Belt) -> None:
    assert crs_kind(f"EPSG:{belt.epsg}").belt == belt
    assert crs_kind(from_epsg(belt.epsg).ExportToWkt()).belt == belt
    esri = from_epsg(belt.epsg)
    esri.MorphToESRI()
    assert crs_kind(esri.ExportToWkt()).belt == belt


def test_the_extremes_of_the_code_ranges() -> None:
    assert [Belt(3, 25).epsg, Belt(3, 45).epsg] == [4513, 4533]
    assert [Belt(3, 25, False).epsg, Belt(3, 45, False).epsg] == [4534, 4554]
    assert [Belt(6, 13).epsg, Belt(6, 23).epsg] == [4491, 4501]
    assert [Belt(6, 13, False).epsg, Belt(6, 23, False).epsg] == [4502, 4512]


@pytest.mark.parametrize(
    ("longitude", "three", "six"),
    [(108.2, 36, 19), (106.4999, 35, 18), (106.5, 36, 18), (108.0, 36, 19), (135.0, 45, 23)],
)
def test_the_belt_of_a_longitude(longitude: float, three: int, six: int) -> None:
    assert belt_of_longitude(longitude) == Belt(3, three)
    assert belt_of_longitude(longitude, 6, prefixed=False) == Belt(6, six, False)


def test_the_belt_of_an_extent_is_that_of_its_middle() -> None:
    assert belt_of_extent(106.0, 108.0) == Belt(3, 36)


def test_other_crs_are_told_apart() -> None:
    wgs, china, utm = crs_kind("EPSG:4326"), crs_kind("EPSG:4490"), crs_kind("EPSG:32648")
    assert (wgs.cgcs2000, wgs.geographic, wgs.belt) == (False, True, None)
    assert (china.cgcs2000, china.geographic, china.belt) == (True, True, None)
    assert (utm.cgcs2000, utm.geographic, utm.belt) == (False, False, None)
    xian = crs_kind("EPSG:2360")
    assert (xian.cgcs2000, xian.belt) == (False, None)


@gdal_exceptions()
@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("scale_factor", 0.9996),
        ("central_meridian", 108.5),
        ("false_easting", 400_000.0),
        ("latitude_of_origin", 1.0),
    ],
)
def test_a_changed_parameter_is_no_belt(parameter: str, value: float) -> None:
    reference = from_epsg(4524)
    reference.SetProjParm(parameter, value)
    kind = crs_kind(reference.ExportToWkt())
    assert kind.cgcs2000
    assert kind.belt is None


@pytest.mark.parametrize(("width", "longitude"), [(3, 70.0), (3, 140.0), (6, 60.0), (6, 140.0)])
def test_no_belt_there(width: int, longitude: float) -> None:
    with pytest.raises(InputError, match=r"no .*belt"):
        belt_of_longitude(longitude, width)


def test_no_belt_of_that_width() -> None:
    with pytest.raises(InputError, match="5-degree"):
        Belt(5, 20)


def test_data_beyond_the_belt_are_warned_of() -> None:
    belt = Belt(3, 36)
    assert outside_belt(belt, 106.5, 109.5) is None
    assert "0.2500° beyond" in str(outside_belt(belt, 107.0, 109.75))
    assert "0.5000° beyond" in str(outside_belt(belt, 106.0, 109.0))


def test_eastings_of_the_wrong_form_are_warned_of() -> None:
    assert prefix_mismatch(Belt(3, 36), [36_400_000.0, 36_600_000.0]) is None
    assert prefix_mismatch(Belt(3, 36, False), [400_000.0, 600_000.0]) is None
    assert prefix_mismatch(Belt(3, 36), []) is None
    assert "begin with 0" in str(prefix_mismatch(Belt(3, 36), [400_000.0]))
    assert "begin with 36" in str(prefix_mismatch(Belt(3, 36, False), [36_400_000.0]))
