"""Waypoints, the drawing for CAD, the receiver's GeoPackage: read back by others."""

from __future__ import annotations

from pathlib import Path

import ezdxf
import pytest
import shapely
from ezdxf.lldxf.encoding import decode_dxf_unicode
from osgeo import ogr
from support.forms import BELT, CRS, ENGLISH, X, Y, at, marker, sign, square

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.forms import dxf
from redline_plugin.core.survey.forms.gpx import gpx_bytes
from redline_plugin.core.survey.forms.material import Placed, located
from redline_plugin.core.survey.forms.receiver import write_receiver
from redline_plugin.core.survey.rulesfile import load_rules

TURNING = load_rules("example").turning


class Stop(Quiet):
    def cancelled(self) -> bool:
        return True


def placed(*records) -> Placed:
    places = at(*((100.0 * n, 50.0 * n) for n in range(len(records))))
    return located(records, places, CRS, BELT, TURNING)[0]


MARKERS = placed(
    marker("界桩-1", block="A", why="a < b & “c”\x00"), marker("A-2"), marker("A {3}\\x", block="B")
)


def test_waypoints(tmp_path: Path) -> None:
    path = tmp_path / "a.gpx"
    path.write_bytes(gpx_bytes([MARKERS, placed(sign("S-1", block="A"))], ENGLISH))
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer("waypoints")
    found = [(f["name"], f["desc"], f["type"], f.GetGeometryRef().GetPoint_2D()) for f in layer]
    assert [each[0] for each in found] == ["界桩-1", "A-2", "A {3}\\x", "S-1"]
    assert found[0][1] == "A; a < b & “c”"
    assert [each[2] for each in found] == ["marker"] * 3 + ["sign"]
    record = MARKERS.records[1]
    assert found[1][3] == pytest.approx((record.longitude, record.latitude), abs=1e-9)


def test_the_drawing_is_sound_and_on_its_layers(tmp_path: Path) -> None:
    path = tmp_path / "a.dxf"
    ring = shapely.boundary(square(0, 0, 500))
    hole = shapely.MultiLineString([[(X, Y), (X + 1, Y)], [(X, Y), (X, Y + 1)]])
    dxf.write_dxf(path, [ring, hole], [(dxf.MARKERS, MARKERS), (dxf.POINTS, placed())], Quiet())
    drawing = ezdxf.readfile(path)
    audit = drawing.audit()
    assert not audit.errors
    assert not audit.fixes
    space = drawing.modelspace()
    assert len(space.query(f'LWPOLYLINE[layer=="{dxf.BLOCKS}"]')) == 3
    points = [tuple(e.dxf.location)[:2] for e in space.query(f'POINT[layer=="{dxf.MARKERS}"]')]
    assert points == [pytest.approx(tuple(place)) for place in MARKERS.places]
    texts = [
        decode_dxf_unicode(e.text) for e in space.query(f'MTEXT[layer=="{dxf.MARKERS}_NUMBERS"]')
    ]
    assert texts == ["界桩-1", "A-2", "A (3)/x"]
    data = path.read_bytes()
    # Letters that no code page changes, in the capitals that every CAD takes.
    assert data.isascii()
    assert rb"\U+754C\U+6869-1" in data


def test_a_drawing_stops_when_asked(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        dxf.write_dxf(tmp_path / "a.dxf", [], [(dxf.MARKERS, MARKERS)], Stop())


def test_the_receiver_knows_where_to_go_and_has_room_for_what_it_measures(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    write_receiver(path, MARKERS, ENGLISH, {"algorithm": "x"}, Quiet())
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4490"
    feature = layer.GetNextFeature()
    record = MARKERS.records[0]
    assert feature["marker"] == "界桩-1"
    assert feature.GetGeometryRef().GetPoint_2D() == pytest.approx(
        (record.longitude, record.latitude)
    )
    assert (feature["design_easting"], feature["design_northing"]) == (X, Y)
    for name in ("easting", "northing", "height", "accuracy", "time", "who", "photos", "remark"):
        assert feature[name] is None
    assert layer.GetFeatureCount() == 3
