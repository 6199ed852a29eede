"""What is kept of inputs: file, hash, and the name of a part of a file; never a password."""

from __future__ import annotations

import hashlib
import zipfile

import numpy as np
import pytest
from support.parts import geopackage, netcdf
from support.rasters import write

from redline_plugin.core.gdalsetup import gdal
from redline_plugin.core.provenance import InputRecords, main_file, to_json, told_name

needs_netcdf = pytest.mark.skipif(
    gdal.GetDriverByName("netCDF") is None, reason="this GDAL has no netCDF"
)
VALUES = np.arange(20, dtype=np.float32).reshape(4, 5)


def recorded(uri):
    return InputRecords({"A": uri}).result()[0]


def test_a_plain_file_is_told_by_its_path_alone(tmp_path):
    path = write(tmp_path / "降雨 1.tif", VALUES)
    found = recorded(path)
    assert found["path"] == path
    assert found["sha256"] == hashlib.sha256((tmp_path / "降雨 1.tif").read_bytes()).hexdigest()
    assert "source" not in found
    # A layer of QGIS is not a name that GDAL opens.
    assert "source" not in recorded(f"{path}|layername=x")


def test_a_raster_table_of_a_geopackage_is_told_by_name(tmp_path):
    names = geopackage(tmp_path / "二 表.gpkg", {"rain": VALUES, "relief": VALUES + 1})
    for name in names.values():
        found = recorded(name)
        assert found["path"] == str(tmp_path / "二 表.gpkg")
        assert found["source"] == name
        assert found["size"] == (tmp_path / "二 表.gpkg").stat().st_size


@needs_netcdf
def test_a_variable_of_a_netcdf_file_is_told_by_name(tmp_path):
    names = netcdf(tmp_path / "a b.nc", {"rain": VALUES, "relief": VALUES + 1})
    found = recorded(names["relief"])
    assert found["path"] == str(tmp_path / "a b.nc")
    assert found["source"] == names["relief"]
    assert found["sha256"] == hashlib.sha256((tmp_path / "a b.nc").read_bytes()).hexdigest()


def test_a_file_in_an_archive_is_told_by_name(tmp_path):
    path = write(tmp_path / "a b.tif", VALUES)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.write(path, "a b.tif")
    name = f"/vsizip/{tmp_path}/x.zip/a b.tif"
    assert recorded(name) == {"name": "A", "path": name, "sha256": None}


HIDDEN = "hunter2"


@pytest.mark.parametrize(
    "uri",
    [
        f"PG:dbname='x' host='db' user='me' password='{HIDDEN}' table='t'",
        f"PG:service=x sslkey=/{HIDDEN}",
        f"OCI:me/{HIDDEN}@host:table",
        f"MSSQL:server=h;database=d;uid=me;pwd={HIDDEN}",
        f"/vsicurl/https://me:{HIDDEN}@example.org/a.tif",
        f"/vsicurl?url=https%3A%2F%2Fexample.org&userpwd=me:{HIDDEN}",
        f"/vsizip//vsicurl/https://me:{HIDDEN}@example.org/a.zip/a.tif",
        f"/vsizip//vsis3/bucket/{HIDDEN}.zip/a.tif",
        f"/vsizip//x/a.zip/b.tif?password={HIDDEN}",
        f"WMS:https://example.org/wms?token={HIDDEN}",
        f"https://example.org/a.tif?sig={HIDDEN}",
        f"url=https://example.org/{{z}}&username=me&password={HIDDEN}",
        f"MEM:::DATAPOINTER={HIDDEN}",
        f"<VRTDataset><SourceFilename>{HIDDEN}</SourceFilename></VRTDataset>",
    ],
)
def test_no_password_is_kept(uri):
    assert main_file(uri) is None
    assert told_name(uri) is None


def test_no_password_is_kept_with_a_file(tmp_path):
    path = write(tmp_path / "a.tif", VALUES)
    for uri in (
        f'ZARR:"{path}":password={HIDDEN}',
        f'X:"{path}":https://me:{HIDDEN}@example.org',
        f"{path}|option:PASSWORD={HIDDEN}",
        f"{path}|authcfg={HIDDEN}",
    ):
        found = recorded(uri)
        assert HIDDEN not in to_json(found), uri
        if main_file(uri) is not None:
            assert found["path"] == path


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        (f"PG:dbname='x' password='{HIDDEN}'", "PG"),
        (f"OCI:me/{HIDDEN}@host:table", "OCI"),
        (f"dbname='x' password='{HIDDEN}'", "dbname"),
        (f"/vsicurl?url=example.org&userpwd=me%3A{HIDDEN}", "/vsicurl"),
        (f"/vsizip//vsicurl/https://me:{HIDDEN}@a.org/a.zip/a.tif", "/vsizip//vsicurl/https"),
        (f"<VRTDataset><SourceFilename>{HIDDEN}</SourceFilename></VRTDataset>", "VRTDataset"),
        (f"memory?geometry=Point&field={HIDDEN}", "memory"),
        ("", ""),
    ],
)
def test_of_a_server_only_the_kind_is_kept(uri, kind):
    assert recorded(uri) == {"name": "A", "path": kind, "sha256": None}
