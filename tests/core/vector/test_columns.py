"""Layers as columns: against GDAL feature by feature."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr
from redline_plugin.core.vector import columns
from redline_plugin.core.vector.columns import read_columns

ROWS = [
    ("0101", 3, 1.5, "POLYGON ((0 0, 1 0, 1 1, 0 0))"),
    ("水田", None, None, "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)))"),
    (None, -7, 2.25, None),
    ("", 0, 0.0, "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))"),
    ("z", 1, 1.0, "POLYGON Z ((0 0 9, 3 0 9, 3 3 9, 0 0 9))"),
]


@pytest.fixture
@gdal_exceptions()
def layer(tmp_path: Path) -> Path:
    path = tmp_path / "地块 100%.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    made = source.CreateLayer("地块", None, ogr.wkbUnknown)
    for name, kind in (("DLBM", ogr.OFTString), ("N", ogr.OFTInteger64), ("X", ogr.OFTReal)):
        made.CreateField(ogr.FieldDefn(name, kind))
    for code, number, real, wkt in ROWS:
        feature = ogr.Feature(made.GetLayerDefn())
        for name, value in (("DLBM", code), ("N", number), ("X", real)):
            if value is not None:
                feature.SetField(name, value)
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        made.CreateFeature(feature)
    return path


@pytest.mark.parametrize("arrow", [True, False])
def test_fields_and_shapes_come_as_they_are(
    layer: Path, arrow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not arrow:
        monkeypatch.setattr(columns, "_batches", columns._one_by_one)
    found = read_columns(layer, "地块", ["X", "DLBM", "N"], Quiet())
    assert found.fids.tolist() == [1, 2, 3, 4, 5]
    assert found.fields["DLBM"].tolist() == [row[0] for row in ROWS]
    assert found.fields["N"].tolist() == [row[1] for row in ROWS]
    assert found.fields["X"].tolist() == [row[2] for row in ROWS]
    assert found.shapes[2] is None
    assert [shape.geom_type for shape in np.delete(found.shapes, 2)] == [
        "Polygon",
        "MultiPolygon",
        "Polygon",
        "Polygon",
    ]
    assert found.shapes[3].area == pytest.approx(np.pi, rel=0.01)
    assert not shapely.has_z(found.shapes[4])


def test_what_is_missing_is_named(layer: Path) -> None:
    with pytest.raises(InputError, match="DLMC"):
        read_columns(layer, "地块", ["DLMC"], Quiet())
    with pytest.raises(InputError, match="no layer"):
        read_columns(layer, "nothing", [], Quiet())
    with pytest.raises(InputError, match="cannot be read"):
        read_columns(layer.with_name("none.gpkg"), "", [], Quiet())


def test_cancel(layer: Path) -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        read_columns(layer, "", [], Stop())
