"""Exporting a package: what is in it, that bytes repeat, and what is refused."""

from __future__ import annotations

import csv
import hashlib
import json
import pickle
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.package import manifest as manifest_module
from redline_plugin.core.package.blocks import Block
from redline_plugin.core.package.options import ExportOptions

EAST, NORTH = 36_520_000.0, 3_300_000.0
SQUARE = box(EAST, NORTH, EAST + 1000, NORTH + 1000)
FILES = {
    "manifest.json", "provenance.json", "report.html", "areas.csv", "登记表.csv",
    "矢量数据/STBHHX.gpkg", "矢量数据/STBHHX.shp", "矢量数据/STBHHX.shx", "矢量数据/STBHHX.dbf",
    "矢量数据/STBHHX.prj", "矢量数据/STBHHX.cpg",
}  # fmt: skip


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def content(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


@gdal_exceptions()
def read(path: Path) -> list[tuple[dict[str, object], shapely.Geometry]]:
    """Read a layer with OGR: values and geometry of each feature."""
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayerByName("STBHHX")
    return [(f.items(), shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb()))) for f in layer]


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_the_package_has_its_files_and_nothing_else(export, tmp_path: Path) -> None:
    result = export()
    assert names(result.folder) == FILES
    assert [entry.name for entry in tmp_path.iterdir()] == ["成果 50% 包"]
    assert result.manifest.is_file()
    assert result.report.is_file()


def test_the_manifest_describes_every_file(export) -> None:
    result = export()
    manifest = json.loads(result.manifest.read_text(encoding="utf-8"))
    listed = {each["path"]: each for each in manifest["files"]}
    assert set(listed) == FILES - {"manifest.json"}
    assert list(listed) == sorted(listed)
    for name, data in content(result.folder).items():
        if name != "manifest.json":
            assert listed[name]["size"] == len(data)
            assert listed[name]["sha256"] == hashlib.sha256(data).hexdigest()
    assert manifest["profile"] == {"id": "stbhhx_yizhangtu", "version": "1.0"}
    assert (manifest["blocks"], manifest["crs"]["epsg"]) == (4, 4524)
    assert manifest["area"] == {"total": str(result.total), "unit": "km2"}


def test_codes_names_and_values(export) -> None:
    rows = [values for values, _shape in read(export().folder / "矢量数据" / "STBHHX.gpkg")]
    # From the north on: the park (3), the small block (4), then the wide one (1), the other county.
    assert [row["BSM"] for row in rows] == [
        "500101131000000001", "500101131000000002", "500101131000000003", "500102131000000001",
    ]  # fmt: skip
    assert [(row["XJXZQHDM"], row["LXDM"], row["SLDM"]) for row in rows] == [
        ("500101", "15", "0001"), ("500101", "11", "0001"), ("500101", "11", "0002"),
        ("500102", "21", "0001"),
    ]  # fmt: skip
    assert [row["MC"] for row in rows] == [
        "示例县某国家公园生态保护红线", "示例县水源涵养生态保护红线", "示例县水源涵养生态保护红线",
        "另一县水土流失生态保护红线",
    ]  # fmt: skip
    assert rows[2]["STGNYBHMB"] == "水源涵养、生物多样性维护、水土流失；某自然保护区"
    assert {row["YSDM"] for row in rows} == {"2006030100"}
    assert {row["SLSJ"] for row in rows} == {"2024/01/31"}
    assert [bool(row["BZ"]) for row in rows] == [True, False, False, False]
    assert rows[0]["RKSL"] is None


def test_areas_are_those_of_the_geometry_that_is_written(export) -> None:
    result = export()
    total = Decimal(0)
    for values, shape in read(result.folder / "矢量数据" / "STBHHX.shp"):
        assert shape.is_valid
        square_metres = polygon_areas([shape], "EPSG:4524")[0]
        assert values["QYMJ"] == pytest.approx(square_metres / 1e6, abs=0.5001e-4)
        total += Decimal(repr(values["QYMJ"]))
    assert total == result.total
    lines = table(result.folder / "areas.csv")
    assert lines[0][5] == "面积(km2)"
    assert [line[:5] for line in lines[1:]] == [
        ["500101", "示例县", "11", "水源涵养", "2"], ["500101", "示例县", "15", "其他生态功能", "1"],
        ["500102", "另一县", "21", "水土流失", "1"], ["合计", "", "", "", "4"],
    ]  # fmt: skip
    assert sum(Decimal(line[5]) for line in lines[1:-1]) == Decimal(lines[-1][5]) == total


def test_formats_agree_and_shared_edges_stay_shared(export) -> None:
    folder = export().folder / "矢量数据"
    one, other = read(folder / "STBHHX.gpkg"), read(folder / "STBHHX.shp")
    for (left, shape_left), (right, shape_right) in zip(one, other):
        assert {k: v for k, v in left.items() if v} == {k: v for k, v in right.items() if v}
        assert shapely.normalize(shape_left).equals(shapely.normalize(shape_right))
    coordinates = shapely.get_coordinates([shape for _values, shape in one])
    assert (coordinates == coordinates.round(4)).all()
    wide, east = one[2][1], one[3][1]
    assert wide.touches(east)
    assert wide.intersection(east).length == pytest.approx(2000.1235, abs=1e-6)
    assert one[2][1].exterior.is_ccw


def test_the_registration_form(export) -> None:
    lines = table(export().folder / "登记表.csv")
    assert lines[0][:4] == ["县级行政区划", "行政区划代码", "红线编号", "名称"]
    assert lines[1][:4] == ["示例县", "500101", "500101150001", "示例县某国家公园生态保护红线"]
    assert len(lines) == 5


IN_ANOTHER_PROCESS = """
import pathlib, pickle, sys
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.package.export import export_submission
from redline_plugin.core.standard.loader import load_profile
blocks, options, folder = pickle.load(sys.stdin.buffer)
export_submission(blocks, "EPSG:4524", load_profile(), options, folder, Quiet())
"""


def test_the_same_input_gives_the_same_bytes(export, blocks, options, root, tmp_path) -> None:
    first = content(export().folder)
    assert content(export().folder) == first
    folder = tmp_path / "other" / "成果 50% 包"
    folder.parent.mkdir()
    subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        input=pickle.dumps((blocks, options, folder)),
        cwd=root,
        check=True,
    )
    assert content(folder) == first


def rolled(polygon: Polygon) -> Polygon:
    """The same polygon; its rings begin elsewhere and run the other way."""

    def ring(points: np.ndarray) -> np.ndarray:
        turned = np.roll(points[:-1], 1, axis=0)[::-1]
        return np.vstack([turned, turned[:1]])

    shell = ring(shapely.get_coordinates(polygon.exterior))
    return Polygon(shell, [ring(shapely.get_coordinates(hole)) for hole in polygon.interiors])


def test_the_order_of_blocks_and_of_vertices_does_not_change_a_byte(export, blocks) -> None:
    first = content(export().folder)
    turned = [replace(block, geometry=rolled(block.geometry)) for block in reversed(blocks)]
    assert content(export(turned).folder) == first


def test_dates_in_files_are_the_stamp(export, options: ExportOptions) -> None:
    folder = export(options=replace(options, stamp="20200229")).folder
    assert (folder / "矢量数据" / "STBHHX.dbf").read_bytes()[1:4] == bytes([120, 2, 29])
    assert json.loads((folder / "manifest.json").read_bytes())["date"] == "2020-02-29"
    connection = sqlite3.connect(folder / "矢量数据" / "STBHHX.gpkg")
    (changed,) = connection.execute("SELECT last_change FROM gpkg_contents").fetchone()
    connection.close()
    assert changed == "2020-02-29T00:00:00.000Z"


@pytest.mark.parametrize("encoding", ["UTF-8", "GBK"])
def test_chinese_texts_survive_both_encodings(export, options, encoding: str) -> None:
    folder = export(options=replace(options, shapefile_encoding=encoding)).folder / "矢量数据"
    assert (folder / "STBHHX.cpg").read_text() == encoding
    assert "示例县".encode(encoding) in (folder / "STBHHX.dbf").read_bytes()
    # By the .cpg, also after QGIS in this process told GDAL not to look at it.
    before = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    try:
        assert read(folder / "STBHHX.shp")[1][0]["MC"] == "示例县水源涵养生态保护红线"
    finally:
        gdal.SetConfigOption("SHAPE_ENCODING", before)


def test_one_format_alone(export, options) -> None:
    folder = export(options=replace(options, formats=("GeoPackage",))).folder
    assert {p.name for p in (folder / "矢量数据").iterdir()} == {"STBHHX.gpkg"}


def test_extra_files_are_taken_along(export, options, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG")
    folder = export(options=replace(options, extra_files={"map.png": picture})).folder
    assert (folder / "map.png").read_bytes() == b"\x89PNG"
    assert 'src="map.png"' in (folder / "report.html").read_text(encoding="utf-8")
    listed = json.loads((folder / "manifest.json").read_bytes())["files"]
    assert "map.png" in [each["path"] for each in listed]


def test_the_report_is_whole_offline_and_escaped(export, options, blocks) -> None:
    evil = replace(blocks[0], county_name="<b>县")
    feedback = Quiet()
    result = export([evil, *blocks[1:]], options=replace(options, bsm_layer_code=""),
                    feedback=feedback)  # fmt: skip
    text = result.report.read_text(encoding="utf-8")
    assert "<b>县" not in text
    assert "&lt;b&gt;县" in text
    assert "http" not in text.replace("http-equiv", "")
    for part in ("2006030100", "recalled, not read", "500101110001", str(result.total)):
        assert part in text
    assert "last four" in text
    assert any("last four" in str(w) for w in feedback.warnings)
    assert any("protected area only" in str(w) for w in feedback.warnings)


def test_cells_that_a_spreadsheet_would_compute_are_made_safe(export, blocks) -> None:
    folder = export([replace(blocks[0], county_name="=1+1县")]).folder
    assert table(folder / "areas.csv")[1][1] == "'=1+1县"
    assert table(folder / "登记表.csv")[1][0] == "'=1+1县"


def test_optional_columns_are_filled_from_the_block(export, blocks) -> None:
    block = replace(blocks[0], fields={"RKSL": 12, "RWHDLX": "放牧", "BSM": "not yours"})
    (row, _shape) = read(export([block]).folder / "矢量数据" / "STBHHX.shp")[0]
    assert (row["RKSL"], row["RWHDLX"]) == (12, "放牧")
    assert row["BSM"] == "500101131000000001"


def test_natural_units_and_default_county(export, options, blocks) -> None:
    chosen = [replace(blocks[0], county="", county_name="")]
    names_ = replace(
        options, default_county=("500199", "缺省县"), natural_units={"500199": "武陵山"}
    )
    (row, _shape) = read(export(chosen, options=names_).folder / "矢量数据" / "STBHHX.shp")[0]
    assert row["XJXZQHDM"] == "500199"
    assert row["MC"] == "武陵山水源涵养生态保护红线"


@pytest.mark.parametrize(
    ("crs", "belt", "epsg"),
    [
        ("EPSG:4524", "auto", 4524),
        ("EPSG:4524", "geographic", 4490),
        ("EPSG:4524", "EPSG:4545", 4545),
        ("EPSG:4524", "4497", 4497),
        ("EPSG:4545", "auto", 4545),
        ("EPSG:4490", "auto", 4524),
        ("EPSG:32648", "auto", 4524),
    ],
)
def test_belts(export, options, blocks, crs: str, belt: str, epsg: int) -> None:
    from redline_plugin.core.geodesy.transform import spatial_reference, transform

    source, target = spatial_reference("EPSG:4524"), spatial_reference(crs)
    moved = [
        replace(
            block,
            geometry=shapely.transform(block.geometry, lambda c: transform(c, source, target)),
        )
        for block in blocks
    ]
    feedback = Quiet()
    result = export(moved, crs, replace(options, belt=belt), feedback=feedback)
    assert result.epsg == epsg
    reference = export()
    assert float(result.total) == pytest.approx(float(reference.total), rel=2e-5)
    warned = any("CGCS2000" in str(w) or "transformed" in str(w) for w in feedback.warnings)
    assert warned == (crs != f"EPSG:{epsg}")


def test_data_beyond_the_belt_are_warned_of(export, options, blocks) -> None:
    feedback = Quiet()
    export(options=replace(options, belt="EPSG:4525"), feedback=feedback)
    assert any("beyond" in str(warning) for warning in feedback.warnings)


BOW_TIE = Polygon([(EAST, NORTH), (EAST + 9, NORTH + 9), (EAST + 9, NORTH), (EAST, NORTH + 9)])


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (None, "no geometry"),
        (Polygon(), "no geometry"),
        (LineString([(0, 0), (1, 1)]), "LineString"),
        (MultiPolygon([SQUARE, translate(SQUARE, 5000)]), "2 parts"),
        (BOW_TIE, "not valid (Self-intersection"),
        (box(EAST, NORTH, EAST + 5, NORTH + 5), "0.0 is not above 0"),
        (box(EAST, NORTH, EAST + 1e-5, NORTH + 1000), "falls apart"),
    ],
)
def test_bad_geometries_are_refused_by_name(export, blocks, tmp_path, geometry, said) -> None:
    with pytest.raises(InputError) as caught:
        export([blocks[0], Block(geometry, 77, "500101", "示例县", main_reason="biodiversity",
                                 functions=("biodiversity",))])  # fmt: skip
    assert said in str(caught.value)
    assert "block 77" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_single_part_multipolygon_with_heights_is_fine(export, blocks) -> None:
    high = shapely.force_3d(MultiPolygon([SQUARE]), 5.0)
    result = export([replace(blocks[0], geometry=high)])
    assert result.total == Decimal("1.0000")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ysdm": ""}, "YSDM"),
        ({"ysdm": "20060301001"}, "YSDM"),
        ({"established": "2024-01-31"}, "SLSJ"),
        ({"established": "20240230"}, "SLSJ"),
        ({"stamp": "yesterday"}, "stamp"),
        ({"bsm_layer_code": "13"}, "BSM"),
        ({"formats": ()}, "no format"),
        ({"formats": ("KML",)}, "KML"),
        ({"shapefile_encoding": "Big5"}, "Big5"),
        ({"belt": "EPSG:32648"}, "no Gauss-Kruger belt"),
        ({"belt": "36"}, "36"),
        ({"extra_files": {"map.png": Path("/does/not/exist")}}, "does not exist"),
        ({"extra_files": {"../map.png": Path(__file__)}}, "cannot be put"),
        ({"extra_files": {"Report.html": Path(__file__)}}, "cannot be put"),
        ({"extra_files": {"manifest.json": Path(__file__)}}, "cannot be put"),
    ],
)
def test_bad_options_are_refused(export, options, tmp_path, change, said) -> None:
    with pytest.raises(InputError) as caught:
        export(options=replace(options, **change))
    assert said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_all_problems_come_at_once(export, options, blocks, tmp_path) -> None:
    with pytest.raises(InputError) as caught:
        export([], options=replace(options, ysdm="", established="", shapefile_encoding="x"))
    assert len(caught.value.problems) == 4
    bad = [replace(block, county="12") for block in blocks]
    with pytest.raises(InputError) as caught:
        export(bad)
    assert len(caught.value.problems) == 4


def test_texts_are_never_cut(export, blocks, options) -> None:
    long = replace(blocks[0], county_name="长" * 70)
    with pytest.raises(InputError, match="a shapefile's column holds 200") as caught:
        export([long])
    assert "MC" in str(caught.value)
    only_package = replace(options, formats=("GeoPackage",))
    (row, _shape) = read(export([long], options=only_package).folder / "矢量数据/STBHHX.gpkg")[0]
    assert row["MC"] == "长" * 70 + "水源涵养生态保护红线"
    with pytest.raises(InputError, match="cannot be written in GBK"):
        export([replace(blocks[0], county_name="😀县")],
               options=replace(options, shapefile_encoding="GBK"))  # fmt: skip


def test_many_protected_areas_get_a_shorter_text(export, blocks) -> None:
    many = replace(blocks[0], protected=tuple(f"第{i}自然保护区" for i in range(40)))
    (row, _shape) = read(export([many]).folder / "矢量数据" / "STBHHX.shp")[0]
    assert row["STGNYBHMB"].endswith("保护地40处")


def test_a_block_of_the_tenth_thousand_is_refused(export, blocks, monkeypatch) -> None:
    monkeypatch.setattr("redline_plugin.core.package.records.serials", lambda g, o: [10_000] * 4)
    with pytest.raises(InputError, match="10000 does not fit into 4 digits"):
        export()


def test_a_foreign_folder_is_left_alone(export, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.docx").write_text("precious")
    with pytest.raises(InputError, match="no Redline package"):
        export(folder=folder)
    (folder / "manifest.json").write_text('{"name": "some web app"}')
    with pytest.raises(InputError, match="no Redline package"):
        export(folder=folder)
    assert names(folder) == {"thesis.docx", "manifest.json"}
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(InputError, match="not a folder"):
        export(folder=file)
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(InputError, match="not a folder"):
        export(folder=link)


def test_an_empty_folder_and_an_older_package_are_replaced(export, blocks, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert names(export(folder=folder).folder) == FILES
    (folder / "stale.txt").write_text("from an older run")
    assert names(export(blocks[:1], folder=folder).folder) == FILES
    assert json.loads((folder / "manifest.json").read_bytes())["blocks"] == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_fills_meanwhile_is_left_alone(export, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    build = manifest_module.build_manifest

    def slow(*arguments):
        (folder / "thesis.docx").write_text("precious")
        return build(*arguments)

    monkeypatch.setattr(manifest_module, "build_manifest", slow)
    with pytest.raises(InputError, match="no Redline package"):
        export(folder=folder)
    assert names(folder) == {"thesis.docx"}


def test_a_missing_parent_is_said(export, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        export(folder=tmp_path / "no" / "out")


@pytest.mark.parametrize("at", [0.2, 0.4, 0.9])
def test_a_cancel_leaves_nothing(export, tmp_path: Path, at: float) -> None:
    class Stopping(Quiet):
        def cancelled(self) -> bool:
            return self.fraction >= at

    with pytest.raises(CancelledError):
        export(feedback=Stopping())
    assert list(tmp_path.iterdir()) == []


def test_a_cancel_keeps_the_older_package(export, tmp_path: Path) -> None:
    before = content(export().folder)

    class Stopping(Quiet):
        def cancelled(self) -> bool:
            return self.fraction >= 0.9

    with pytest.raises(CancelledError):
        export(feedback=Stopping())
    assert content(tmp_path / "成果 50% 包") == before


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="GDAL's command line is not installed")
@pytest.mark.parametrize("name", ["STBHHX.gpkg", "STBHHX.shp"])
def test_a_foreign_reader_finds_the_same(export, name: str) -> None:
    path = export().folder / "矢量数据" / name
    text = subprocess.run(
        ["ogrinfo", "-al", "-so", str(path), "STBHHX"],
        capture_output=True, text=True, check=True, encoding="utf-8",
    ).stdout  # fmt: skip
    assert "Feature Count: 4" in text
    assert "Geometry: Polygon" in text
    assert "zone 36" in text
    assert "4524" in text
    places = [text.index(f"\n{code}: ") for code in ("BSM", "LXDM", "QYMJ", "SLSJ", "BZ")]
    assert places == sorted(places)
    done = subprocess.run(
        ["ogr2ogr", "-f", "CSV", "/vsistdout/", str(path), "-select", "MC"],
        capture_output=True, check=True,
    )  # fmt: skip
    assert "示例县水源涵养生态保护红线" in done.stdout.decode("utf-8")


def bay(mouth: list[tuple[float, float]]) -> Polygon:
    west, east = mouth
    ring = [(0, 0), (900, 0), (900, 900), east, (600, 500), (400, 500), west, (0, 900)]
    return Polygon([(EAST + x, NORTH + y) for x, y in ring])


def test_a_mouth_narrower_than_the_grid_of_coordinates_is_closed(export, blocks) -> None:
    """Rounding shuts the bay: the block is noded again, stays one polygon, and this is said."""
    shape = bay([(499.99996, 900), (500.00004, 900)])
    assert shape.is_valid
    feedback = Quiet()
    result = export([replace(blocks[0], geometry=shape)], feedback=feedback)
    (_row, written) = read(result.folder / "矢量数据" / "STBHHX.gpkg")[0]
    assert written.is_valid
    assert written.geom_type == "Polygon"
    assert len(written.interiors) == 1
    assert written.area == pytest.approx(shape.area, abs=1.0)
    assert any("noded again" in str(warning) for warning in feedback.warnings)
    feedback = Quiet()
    export([replace(blocks[0], geometry=bay([(499, 900), (501, 900)]))], feedback=feedback)
    assert feedback.warnings == []


def test_a_neck_narrower_than_the_grid_of_coordinates_is_refused(export, blocks) -> None:
    ring = [(0, 0), (900, 0), (900, 900), (500.00004, 450), (500, 900), (400, 900),
            (499.99996, 450), (0, 900)]  # fmt: skip
    shape = Polygon([(EAST + x, NORTH + y) for x, y in ring])
    with pytest.raises(InputError, match=r"block 1.*falls apart"):
        export([replace(blocks[0], geometry=shape)])
