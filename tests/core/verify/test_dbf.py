"""The verifier's own DBF reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline_plugin.core.gdalsetup import gdal_exceptions, ogr
from redline_plugin.core.verify.dbf import Column, DbfError, read_dbf


@pytest.fixture
@gdal_exceptions()
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.dbf"
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = dataset.CreateLayer("a", None, ogr.wkbNone, ["ENCODING=UTF-8"])
    for name, kind, width, decimals in (
        ("NAME", ogr.OFTString, 12, 0), ("AREA", ogr.OFTReal, 15, 4), ("DAY", ogr.OFTDate, 0, 0),
    ):  # fmt: skip
        field = ogr.FieldDefn(name, kind)
        field.SetWidth(width)
        field.SetPrecision(decimals)
        layer.CreateField(field)
    for name, area in (("县", 1.5), ("gone", 2.0), ("b", None)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["NAME"] = name
        if area is not None:
            feature["AREA"] = area
        feature["DAY"] = "2024/01/31"
        layer.CreateFeature(feature)
    del feature, layer, dataset
    data = bytearray(path.read_bytes())
    header, width = data[8] + 256 * data[9], data[10] + 256 * data[11]
    data[header + width] = ord("*")
    path.write_bytes(data)
    return path


def test_structure_and_bytes_are_as_stored(table: Path) -> None:
    found = read_dbf(table)
    assert found.columns == (
        Column("NAME", "C", 12, 0), Column("AREA", "N", 15, 4), Column("DAY", "D", 8, 0),
    )  # fmt: skip
    assert found.deleted == 1
    assert [record[0].rstrip().decode() for record in found.records] == ["县", "b"]
    assert found.records[0][1].strip() == b"1.5000"
    assert found.records[0][2] == b"20240131"


@pytest.mark.parametrize("cut", [0, 10, 40, 100, -2])
def test_a_cut_table_is_said(table: Path, cut: int) -> None:
    data = table.read_bytes()
    table.write_bytes(data[:cut])
    with pytest.raises(DbfError):
        read_dbf(table)


def test_a_record_that_is_not_as_long_as_its_columns_is_said(table: Path) -> None:
    data = bytearray(table.read_bytes())
    data[32 + 16] -= 1  # the first column gets shorter, the record does not
    table.write_bytes(data)
    with pytest.raises(DbfError, match="record length"):
        read_dbf(table)


@given(data=st.binary(max_size=300))
def test_no_bytes_make_it_fail_otherwise(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "random.dbf"
    path.write_bytes(data)
    try:
        read_dbf(path)
    except DbfError:
        return
