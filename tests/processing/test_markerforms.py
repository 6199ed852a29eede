"""``redline:markerforms`` from layers to files, and what it says of bad input."""

from __future__ import annotations

import csv
import errno
import io
import json
import zipfile
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pypdf
import pytest
import shapely
import zxingcpp
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QDateTime
from qgis.PyQt.QtGui import QColor, QImage
from support.forms import CRS, X, Y, at, marker, point, sign, square

from redline_plugin.core.feedback import Quiet
from redline_plugin.core.survey.marker import Marker, Sign, TurningPoint, columns
from redline_plugin.core.survey.rows import values
from redline_plugin.core.vector.write import write_file
from redline_plugin.processing.formoutput import FormOutput

ENGLISH, CHINESE = 2, 1
WORKBOOK, CSV, DOCX, PDF, SKETCHES, GPX, DXF, RECEIVER, TEMPLATES = range(9)
EACH, BY_BLOCK, ALL = range(3)


def layer(path: Path, kind: str, fields, rows, crs: str = CRS) -> str:
    write_file(path, path.stem, crs, kind, fields, rows, {}, Quiet())
    return str(path)


def records(path: Path, record: type, rows) -> str:
    return layer(
        path, "Point", columns(record), [(shapely.Point(place), values(row)) for row, place in rows]
    )


@pytest.fixture
def world(tmp_path: Path) -> dict[str, object]:
    """A survey in a folder with a Chinese name: parameters of all its layers."""
    folder = tmp_path / "勘界 100%"
    folder.mkdir()
    places = at((0, 500), (1000, 0), (1000, 1000), (2000, 500), (500, 0))
    markers = [
        marker("A-1", block="A", blocks="A", county="511325", engraved="1", why="corner"),
        marker("A-2", block="A", blocks="A,B"),
        marker("A-3/x", block="A", blocks="A,B", kind="electronic", remark="=cmd"),
        marker("B-1", block="B", blocks="B"),
        marker("A-9", block="A", blocks="A", state="retired"),
    ]
    points = [point(f"A-J{n}", block="A", blocks="A", ring=1, serial=n) for n in (1, 2, 3, 4)]
    corners = at((0, 1000), (1000, 1000), (1000, 0), (0, 0))
    side_fields = [
        *((name, str) for name in ("block", "from_point", "to_point", "boundary", "neighbour")),
        *((name, int) for name in ("ring", "sequence")),
        *((name, float) for name in ("length_m", "ellipsoid_m", "azimuth_deg")),
    ]
    sides = [
        (
            shapely.LineString([corners[n], corners[(n + 1) % 4]]),
            (
                "A",
                f"A-J{n + 1}",
                f"A-J{(n + 1) % 4 + 1}",
                "natural",
                "",
                1,
                n + 1,
                1000.0,
                1000.1,
                90.0 * n,
            ),
        )
        for n in range(4)
    ]
    road = shapely.LineString([(X - 500, Y + 480), (X + 3000, Y + 480)])
    village = at((100, 900))
    return {
        "MARKERS": records(folder / "markers.gpkg", Marker, zip(markers, places)),
        "SIGNS": records(
            folder / "signs.gpkg",
            Sign,
            [(sign("S-1", block="A", content="Keep\noff"), places[0] + (3, 0))],
        ),
        "TURNING_POINTS": records(folder / "points.gpkg", TurningPoint, zip(points, corners)),
        "SIDES": layer(folder / "sides.gpkg", "LineString", side_fields, sides),
        "BLOCKS": layer(
            folder / "blocks.gpkg",
            "Polygon",
            [("block", str), ("name", str), ("county_code", str), ("county_name", str)],
            [
                (square(0, 0, 1000), ("A", "Upper", "511325", "Xichong")),
                (square(1000, 0, 1000), ("B", "Lower", "511325", "Xichong")),
            ],
        ),
        "ROADS": layer(folder / "roads.gpkg", "LineString", [("MC", str)], [(road, ("G1",))]),
        "VILLAGES": layer(
            folder / "villages.gpkg", "Point", [("MC", str)], [(shapely.Point(village[0]), ("上河村",))]
        ),
        "REFERENCE": [
            layer(folder / "towers.gpkg", "Point", [("name", str)],
                  [(shapely.Point(places[0] + (-30, 40)), ("T7",))])
        ],
        "FILLED_BY": "Li",
        "FILLED_ON": QDateTime.fromString("2025-11-20", "yyyy-MM-dd"),
        "LANGUAGE": ENGLISH,
        "OUTPUT": str(tmp_path / "forms"),
    }  # fmt: skip


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def cells(path: Path) -> list[str]:
    """Return the texts of a document's table, each cell once."""
    found = []
    for row in docx.Document(str(path)).tables[0].rows:
        for cell in row.cells:
            if cell.text and (not found or found[-1] != cell.text):
                found.append(cell.text)
    return found


def code_in(picture: bytes) -> str:
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    bits = image.constBits()
    bits.setsize(image.bytesPerLine() * image.height())
    pixels = np.frombuffer(bits, np.uint8).reshape(image.height(), -1)[:, : image.width()]
    return str(zxingcpp.read_barcode(np.ascontiguousarray(pixels)).text)


def test_everything_is_made(run, world, feedback) -> None:
    told = feedback()
    world.update(PARTS=list(range(9)), PDF_FILES=[EACH, BY_BLOCK, ALL])
    results = run("markerforms", world, told)
    folder = Path(results["OUTPUT"])
    assert results["FORMS"] == 5
    assert results["WORKBOOK"] == str(folder / "survey.xlsx")
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    files = ("A-1", "A-2", "A-3_x", "B-1")
    assert names == {
        "survey.xlsx", "waypoints.gpx", "survey.dxf", "receiver.gpkg", "provenance.json",
        *(f"tables/{name}.csv" for name in ("markers", "signs", "turning_points", "results", "rules")),
        *(f"markers/docx/{name}.docx" for name in files),
        *(f"markers/pdf/{name}.pdf" for name in files),
        *(f"markers/sketches/{name}-6.png" for name in files),
        "markers/pdf_by_block/A.pdf", "markers/pdf_by_block/B.pdf", "markers/markers.pdf",
        "signs/docx/S-1.docx", "signs/pdf/S-1.pdf", "signs/sketches/S-1-6.png",
        "signs/pdf_by_block/A.pdf", "signs/signs.pdf",
        "templates/marker.docx", "templates/sign.docx",
    }  # fmt: skip
    assert json.loads((folder / "provenance.json").read_text(encoding="utf-8"))["algorithm"] == (
        "redline:markerforms"
    )
    assert any("example" in text for text in told.warned)
    assert any("A-3/x → A-3_x" in text for text in told.warned)
    assert len(pypdf.PdfReader(folder / "markers" / "pdf_by_block" / "A.pdf").pages) == 3
    assert len(pypdf.PdfReader(folder / "markers" / "markers.pdf").pages) == 4


def test_document_and_pdf_say_the_same(run, world) -> None:
    world.update(PARTS=[DOCX, PDF], PDF_FILES=[EACH])
    folder = Path(run("markerforms", world)["OUTPUT"]) / "markers"
    written = cells(folder / "docx" / "A-1.docx")
    pdf = text_of(folder / "pdf" / "A-1.pdf")
    for text in (
        *(
            "A-1",
            "1",
            "A Upper",
            "Xichong, 410 m south of 上河村",
            "marker",
            "Li",
            "2025-11-20",
        ),
        *("■ Yes (S-1)    □ No", "20.0", "south 180.0°", "G1 (road)"),
        *("50.0", "northwest 323.1°", "T7 (towers)", "3400500.000", "35500000.000"),
    ):
        assert text in written
        assert "".join(text.split()) in "".join(pdf.split())
    assert "1:" in pdf
    with zipfile.ZipFile(folder / "docx" / "A-1.docx") as archive:
        code = code_in(archive.read("word/media/redline_qr.png"))
    assert code.startswith("A-1\nE105.00000000 N30.7")
    assert code.endswith("\nA")


def test_the_workbook_has_all_tables(run, world) -> None:
    world.update(PARTS=[WORKBOOK, CSV], UNIT=1, PLANAR=True)
    folder = Path(run("markerforms", world)["OUTPUT"])
    book = openpyxl.load_workbook(folder / "survey.xlsx")
    assert book.sheetnames == ["Markers", "Signs", "Turning points", "Results", "Rule set"]
    found = [cell.value for row in book["Markers"].iter_rows() for cell in row]
    assert {"A-1", "A-9", "retired", "=cmd"} <= set(found)
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    results = (folder / "tables" / "results.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(results)))
    assert [row["Area in the plane [ha]"] for row in rows] == ["100.0000", "100.0000", "200.0000"]
    assert [row["Markers"] for row in rows] == ["3", "1", "4"]
    points = (folder / "tables" / "turning_points.csv").read_text(encoding="utf-8-sig")
    lengths = [row["Side to the next point [m]"] for row in csv.DictReader(io.StringIO(points))]
    assert lengths == ["1000.10"] * 4


def test_sketches_show_the_line_and_the_neighbours(run, world) -> None:
    world.update(PARTS=[SKETCHES], SCALE=10000)
    folder = Path(run("markerforms", world)["OUTPUT"])
    image = QImage(str(folder / "markers" / "sketches" / "A-1-6.png"))
    dots = image.width() / 150.0
    # At 1:10000 the block's corner is 50 mm north of the marker, its line runs up to there.
    red = QColor(image.pixel(round(75 * dots), round((image.height() / dots / 2 - 20) * dots)))
    assert (red.red() > 180, red.green() < 80, red.blue() < 80) == (True, True, True)
    inside = QColor(image.pixel(round(90 * dots), round(20 * dots)))
    outside = QColor(image.pixel(round(40 * dots), round(20 * dots)))
    assert inside.name() == "#fdf0ee"
    assert outside.name() == "#ffffff"
    assert abs(image.dotsPerMeterX() - 6000) < 5


def test_chinese(run, world) -> None:
    world.update(PARTS=[DOCX, PDF], PDF_FILES=[EACH], LANGUAGE=CHINESE)
    folder = Path(run("markerforms", world)["OUTPUT"])
    document = docx.Document(str(folder / "markers" / "docx" / "A-1.docx"))
    assert document.paragraphs[0].text == "生态保护红线界桩登记表"
    assert "上河村" in text_of(folder / "markers" / "pdf" / "A-1.pdf")
    sign_form = docx.Document(str(folder / "signs" / "docx" / "S-1.docx"))
    assert sign_form.paragraphs[0].text == "生态保护红线标识牌登记表"
    assert "Keep\noff" in cells(folder / "signs" / "docx" / "S-1.docx")


def test_any_points_with_a_number_will_do(run, tmp_path: Path, feedback) -> None:
    told = feedback()
    rows = [(shapely.Point(105.01, 30.7), (7.0,)), (shapely.Point(105.02, 30.7), (8.0,)),
            (shapely.Point(105.03, 30.7), (None,)), (None, (9.0,))]  # fmt: skip
    source = layer(tmp_path / "p.gpkg", "Point", [("n", float)], rows, "EPSG:4326")
    results = run(
        "markerforms",
        {
            "MARKERS": source,
            "NUMBER_FIELD": "n",
            "LANGUAGE": ENGLISH,
            "OUTPUT": str(tmp_path / "o"),
        },
        told,
    )
    assert results["FORMS"] == 2
    written = cells(tmp_path / "o" / "markers" / "docx" / "7.docx")
    assert "105°00′36.0000″E" in written
    assert "□ Yes    □ No" in written
    assert any("Feature 3 was left out, it has no number" in text for text in told.warned)
    assert any("9 was left out, it is not at one place" in text for text in told.warned)
    assert any("show no red line" in text for text in told.warned)
    receiver = ogr.Open(str(tmp_path / "o" / "receiver.gpkg"))
    assert receiver.GetLayer(0).GetFeatureCount() == 2


# --- photos --------------------------------------------------------------------------------------


def picture(path: Path, width: int, height: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(path))


def test_photos_come_in_small_and_broken_ones_are_told(
    run, world, tmp_path: Path, feedback
) -> None:
    told = feedback()
    photos = tmp_path / "photos"
    picture(photos / "A-1-1.jpg", 3000, 2000)
    picture(photos / "下" / "a-1_3.png", 300, 400)
    picture(photos / "A-3_x-6.jpg", 900, 500)
    (photos / "A-1-2.jpg").write_bytes(b"\xff\xd8 broken")
    (photos / "A-1-4.heic").write_bytes(b"")
    world.update(PARTS=[DOCX, PDF, SKETCHES], PDF_FILES=[EACH], PHOTOS=str(photos))
    folder = Path(run("markerforms", world, told)["OUTPUT"]) / "markers"
    with zipfile.ZipFile(folder / "docx" / "A-1.docx") as archive:
        names = set(archive.namelist())
        east = QImage.fromData(archive.read("word/media/redline_photo_e.jpeg"))
        west = QImage.fromData(archive.read("word/media/redline_photo_w.jpeg"))
    assert (east.width(), east.height()) == (720, 480)
    assert (west.width(), west.height()) == (300, 400)
    assert not any("photo_s" in name or "photo_n" in name for name in names)
    unread = [text for text in told.warned if "cannot be read" in text]
    assert sorted(text.split(":")[0].rpartition("/")[2] for text in unread) == [
        "A-1-2.jpg", "A-1-4.heic",
    ]  # fmt: skip
    images = pypdf.PdfReader(folder / "pdf" / "A-1.pdf").pages[0]["/Resources"]["/XObject"]
    assert set(images) == {"/qr", "/photo_e", "/photo_w"}
    # A sketch of one's own takes the place of the drawn one, and is what goes out.
    assert (folder / "sketches" / "A-3_x-6.jpg").is_file()
    assert "1:" not in text_of(folder / "pdf" / "A-3_x.pdf")
    assert any("have no photo" in text for text in told.told)


# --- templates -----------------------------------------------------------------------------------


def test_an_own_template_is_filled(run, world, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{number}} at {{place}}, {{scale}}")
    document.save(str(tmp_path / "own.docx"))
    world.update(PARTS=[DOCX], MARKER_TEMPLATE=str(tmp_path / "own.docx"), SCALE=2000)
    folder = Path(run("markerforms", world)["OUTPUT"])
    found = docx.Document(str(folder / "markers" / "docx" / "A-1.docx"))
    assert found.paragraphs[-1].text == "A-1 at Xichong, 410 m south of 上河村, 1:2000"


# --- bad input -----------------------------------------------------------------------------------


def fails(run, parameters, words: str) -> None:
    """Check that a run fails with these words and leaves nothing behind."""
    output = Path(parameters["OUTPUT"])
    before = {path.name for path in output.parent.iterdir()}
    with pytest.raises(QgsProcessingException, match=words):
        run("markerforms", parameters)
    assert {path.name for path in output.parent.iterdir()} == before


def test_doubled_numbers_are_named(run, world, tmp_path: Path) -> None:
    rows = [
        (marker(number), place) for number, place in zip("ABAB", at((0, 0), (1, 1), (2, 2), (3, 3)))
    ]
    world["MARKERS"] = records(tmp_path / "m.gpkg", Marker, rows)
    fails(run, world, "more than one feature: A, B")


def test_a_field_that_is_not_there_is_named(run, world) -> None:
    fails(run, {**world, "NUMBER_FIELD": "nummer"}, "no field nummer; it has")
    fails(run, {**world, "BLOCK_FIELD": "code"}, "no field code")
    fails(run, {**world, "SIDES": world["ROADS"]}, "no field block, ring, sequence")


def test_a_layer_without_markers_is_told(run, world, tmp_path: Path) -> None:
    world["MARKERS"] = records(tmp_path / "m.gpkg", Marker, [])
    fails(run, world, "no marker with a number and a place")


def test_all_that_is_wrong_with_the_choice_is_told_at_once(run, world, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{nummer}}")
    document.save(str(tmp_path / "own.docx"))
    (tmp_path / "letter.docx").write_text("Dear Sir", encoding="utf-8")
    bad = {
        **world,
        "PHOTOS": str(tmp_path / "none"),
        "MARKER_TEMPLATE": str(tmp_path / "own.docx"),
        "SIGN_TEMPLATE": str(tmp_path / "letter.docx"),
    }
    fails(
        run, bad, r"(?s)no such folder.*no field \{\{nummer\}\}.*letter\.docx: This is not a DOCX"
    )


def test_a_folder_of_somebody_else_stays_as_it_is(run, world, tmp_path: Path) -> None:
    output = tmp_path / "forms"
    output.mkdir()
    (output / "letter.txt").write_text("mine", encoding="utf-8")
    fails(run, world, "left as it is")
    assert [path.name for path in output.iterdir()] == ["letter.txt"]


def test_what_somebody_puts_there_meanwhile_stays(run, world, monkeypatch, tmp_path: Path) -> None:
    output = tmp_path / "forms"
    write = FormOutput.write

    def meanwhile(self, folder: Path) -> None:
        write(self, folder)
        output.mkdir()
        (output / "letter.txt").write_text("mine", encoding="utf-8")

    monkeypatch.setattr(FormOutput, "write", meanwhile)
    with pytest.raises(QgsProcessingException, match="left as it is"):
        run("markerforms", {**world, "PARTS": [GPX]})
    assert [path.name for path in output.iterdir()] == ["letter.txt"]


def test_a_folder_of_ours_is_replaced_as_a_whole(run, world) -> None:
    output = Path(run("markerforms", {**world, "PARTS": [GPX]})["OUTPUT"])
    assert (output / "waypoints.gpx").is_file()
    run("markerforms", {**world, "PARTS": [DXF]})
    assert sorted(path.name for path in output.iterdir()) == ["provenance.json", "survey.dxf"]


@pytest.mark.parametrize("share", [1, 30, 60, 90])
def test_a_cancelled_run_leaves_nothing(run, world, feedback, share: int) -> None:
    output = Path(str(world["OUTPUT"]))
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("markerforms", world, feedback(cancel_at=share))
    assert not output.exists()
    assert not list(output.parent.glob(".*"))


@pytest.mark.parametrize(
    "place",
    [
        "redline_plugin.core.survey.forms.pdffile.PdfFile.finish",
        "redline_plugin.core.survey.forms.docxtemplate.DocxTemplate.write",
        "redline_plugin.core.survey.forms.workbook.write_workbook",
    ],
)
def test_a_full_disk_leaves_nothing(run, world, monkeypatch, place: str) -> None:
    def full(*args, **kwargs) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(place, full)
    fails(run, world, "The disk is full")


def test_stale_coordinates_and_strange_blocks_are_told(
    run, world, tmp_path: Path, feedback
) -> None:
    told = feedback()
    rows = [(marker("Z-1", block="Z", easting=X + 50, northing=Y, belt=35), at((0, 0))[0])]
    world["MARKERS"] = records(tmp_path / "m.gpkg", Marker, rows)
    run("markerforms", {**world, "PARTS": [CSV]}, told)
    assert any("in the table of Z-1 are not those" in text for text in told.warned)
    assert any("not in the layer of blocks: Z" in text for text in told.warned)


def test_gdal_is_left_as_it_was(run, world) -> None:
    before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
    run("markerforms", {**world, "PARTS": [DXF, RECEIVER]})
    assert (gdal.GetUseExceptions(), ogr.GetUseExceptions()) == before
