"""The county's files: what is said of them, and the faults that are there on purpose."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from osgeo import gdal, ogr

from redline_plugin.core.demo import CountyFiles, files_in, make_county
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet

SEED, SIZE = 20170207, 140
RANGES = {
    "elevation": (200.0, 3500.0),
    "slope": (0.0, 60.0),
    "relief": (0.0, 1500.0),
    "precipitation": (700.0, 1600.0),
    "evapotranspiration": (350.0, 900.0),
    "temperature": (0.0, 18.0),
    "ecosystem": (1.0, 20.0),
    "rainfall_erosivity": (1500.0, 9000.0),
    "soil_erodibility": (0.005, 0.05),
    "soil_texture": (11.0, 33.0),
    "slope_length_steepness": (0.0, 70.0),
    "cover_management": (0.0, 1.0),
    "vegetation_cover": (0.0, 1.0),
}
OWN_GRID = ("evapotranspiration",)


def _read(path: Path) -> tuple[NDArray, tuple[float, ...], float | None]:
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    return band.ReadAsArray(), dataset.GetGeoTransform(), band.GetNoDataValue()


def _layer(county: CountyFiles, name: str) -> list[tuple[shapely.Geometry, dict[str, object]]]:
    source = ogr.Open(str(county.vectors))
    return [
        (shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())), f.items())
        for f in source.GetLayerByName(name)
    ]


def _inside(county: CountyFiles) -> NDArray[np.bool_]:
    return _read(county.ecosystem)[0] > 0


def test_equal_seeds_give_equal_files(county: CountyFiles, tmp_path: Path) -> None:
    again = make_county(tmp_path / "again", SEED, SIZE)
    for one, other in zip(astuple(county), astuple(again)):
        assert hashlib.sha256(one.read_bytes()).digest() == (
            hashlib.sha256(other.read_bytes()).digest()
        ), one.name


@pytest.mark.parametrize("name", sorted(RANGES))
def test_values_are_sensible_and_only_inside(county: CountyFiles, name: str) -> None:
    values, transform, nodata = _read(getattr(county, name))
    low, high = RANGES[name]
    if name in OWN_GRID:
        valid = values != nodata
    else:
        valid = _inside(county)
        assert transform[1] == pytest.approx(60000.0 / SIZE)
        outside = 0 if nodata == 0 else -9999.0
        assert (values[~valid] == outside).all()
    assert low <= values[valid].min()
    assert values[valid].max() <= high
    assert values[valid].max() > values[valid].min()
    assert 0.3 < valid.mean() < 0.8


def test_rasters_are_tiled_deflated_and_in_the_belt(county: CountyFiles) -> None:
    for field in fields(county):
        path = getattr(county, field.name)
        if path.suffix != ".tif":
            continue
        dataset = gdal.Open(str(path))
        assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        assert dataset.GetRasterBand(1).GetBlockSize() == [256, 256]
        assert dataset.GetSpatialRef().GetAuthorityCode(None) == "4524"


def test_exactly_one_raster_does_not_declare_its_nodata(county: CountyFiles) -> None:
    silent = [name for name in RANGES if _read(getattr(county, name))[2] is None]
    assert silent == ["rainfall_erosivity"]


def test_exactly_one_raster_is_off_the_grid_by_half_its_pixel(county: CountyFiles) -> None:
    grids = {name: _read(getattr(county, name))[1] for name in RANGES}
    common = grids["elevation"]
    assert [name for name in RANGES if grids[name] != common] == ["evapotranspiration"]
    odd = grids["evapotranspiration"]
    assert odd[1] > common[1]
    assert (common[0] - odd[0]) / odd[1] == pytest.approx(0.5)
    assert (odd[3] - common[3]) / odd[1] == pytest.approx(0.5)


def test_the_odd_grid_still_covers_both_counties(county: CountyFiles) -> None:
    _, common, _ = _read(county.elevation)
    values, odd, nodata = _read(county.evapotranspiration)
    rows, columns = np.nonzero(_inside(county))
    x = common[0] + (columns + 0.5) * common[1]
    y = common[3] - (rows + 0.5) * common[1]
    at = values[((odd[3] - y) / odd[1]).astype(int), ((x - odd[0]) / odd[1]).astype(int)]
    assert (at != nodata).all()


def test_exactly_one_outline_is_invalid(county: CountyFiles) -> None:
    bad = []
    for name in ("counties", "protected_areas", "rivers", "lake", "roads", "villages", "parcels"):
        shapes = _layer(county, name)
        assert shapes, name
        bad += [
            (name, items.get("BHQMC")) for shape, items in shapes if not shapely.is_valid(shape)
        ]
    assert bad == [("protected_areas", "石笋沟地质公园")]


def test_counties_and_parcels_have_their_fields(county: CountyFiles) -> None:
    counties = _layer(county, "counties")
    assert [items["XZQDM"] for _, items in counties] == ["990101", "990102"]
    assert all(items["XZQMC"].endswith("县") for _, items in counties)
    parcels = _layer(county, "parcels")
    assert {items["XZQDM"] for _, items in parcels} == {"990101", "990102"}
    assert {items["QSXZ"] for _, items in parcels} == {"20", "30"}
    total = sum(shape.area for shape, _ in parcels)
    assert total == pytest.approx(sum(shape.area for shape, _ in counties), rel=1e-12)
    for shape, items in parcels:
        assert len(str(items["DLBM"])) == 4
        assert shape.geom_type == "Polygon"


def test_parcels_read_back_still_share_their_edges(county: CountyFiles) -> None:
    if not hasattr(shapely, "coverage_is_valid"):
        pytest.skip("needs Shapely 2.1")
    assert shapely.coverage_is_valid([shape for shape, _ in _layer(county, "parcels")])
    borders = [shapely.get_parts(shape)[0] for shape, _ in _layer(county, "counties")]
    assert shapely.coverage_is_valid(borders)


def test_the_mask_is_where_the_counties_are(county: CountyFiles) -> None:
    _, transform, _ = _read(county.elevation)
    both = shapely.union_all([shape for shape, _ in _layer(county, "counties")])
    rows, columns = np.indices((SIZE, SIZE))
    x = transform[0] + (columns + 0.5) * transform[1]
    y = transform[3] - (rows + 0.5) * transform[1]
    assert np.array_equal(shapely.contains_xy(both, x, y), _inside(county))


def test_protected_areas_have_zones_that_do_not_overlap(county: CountyFiles) -> None:
    areas: dict[str, list[shapely.Geometry]] = {}
    kinds, zones = set(), set()
    for shape, items in _layer(county, "protected_areas"):
        kinds.add(items["LX"])
        zones.add(items["FQ"])
        assert items["BHQJB"] in ("国家级", "省级", "市级", "县级")
        if shapely.is_valid(shape):
            areas.setdefault(str(items["BHQMC"]), []).append(shape)
    assert {"自然保护区", "森林公园", "饮用水水源地", "湿地公园", "地质公园"} <= kinds
    assert {"核心区", "缓冲区", "实验区", "一级保护区"} <= zones
    for name, shapes in areas.items():
        whole = shapely.union_all(shapes).area
        assert sum(shape.area for shape in shapes) == pytest.approx(whole, rel=1e-9), name


def test_lines_end_at_the_border(county: CountyFiles) -> None:
    both = shapely.union_all([shape for shape, _ in _layer(county, "counties")]).buffer(1.0)
    for name in ("rivers", "roads"):
        assert all(both.covers(shape) for shape, _ in _layer(county, name))


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    class Stopping(Quiet):
        def cancelled(self) -> bool:
            return self.fraction > 0.5

    with pytest.raises(CancelledError):
        make_county(tmp_path, SEED, 130, Stopping())
    assert list(tmp_path.iterdir()) == []


def test_progress_only_grows_and_ends_at_one(tmp_path: Path) -> None:
    class Watching(Quiet):
        seen: list[float] = []

        def progress(self, fraction: float) -> None:
            self.seen.append(fraction)

    watching = Watching()
    make_county(tmp_path, SEED, 120, watching)
    assert watching.seen == sorted(watching.seen)
    assert watching.seen[-1] == 1.0
    assert sorted(tmp_path.iterdir()) == sorted(astuple(files_in(tmp_path)))


@pytest.mark.parametrize("size", [0, 60, 1001, 100000])
def test_impossible_sizes_are_refused(tmp_path: Path, size: int) -> None:
    with pytest.raises(InputError, match=str(size)):
        make_county(tmp_path / "county", SEED, size)
    assert not (tmp_path / "county").exists()
