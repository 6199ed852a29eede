"""Registers and tables: what they say, that they add up, and how they come out of files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import shapely
from openpyxl.utils import get_column_letter
from support.forms import CRS, ENGLISH, X, Y, at, marker, material, point, sign, square

from redline_plugin.core.errors import CancelledError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.survey.forms.csvtable import csv_bytes
from redline_plugin.core.survey.forms.formvalues import Around
from redline_plugin.core.survey.forms.material import BlockInfo, Placed, Side
from redline_plugin.core.survey.forms.pointtable import point_table
from redline_plugin.core.survey.forms.references import Reference
from redline_plugin.core.survey.forms.registers import marker_table, sign_table
from redline_plugin.core.survey.forms.resulttable import result_table
from redline_plugin.core.survey.forms.ruletable import rule_table
from redline_plugin.core.survey.forms.table import (
    BODY,
    REAL,
    SECTION,
    SUM,
    TOTAL,
    WHOLE,
    Column,
    Line,
    Table,
)
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.forms.workbook import write_workbook
from redline_plugin.core.survey.rulesfile import load_rules


def rows(table: Table, kind: str = BODY) -> list[dict[str, object]]:
    titles = [column.title for column in table.columns]
    return [dict(zip(titles, line.values)) for line in table.lines if line.kind == kind]


def test_the_register_of_markers() -> None:
    village = Reference("village", "Hecun", 1234.0, 180.0)
    around = {"A-1": Around(village=village, signs=("S-1",)), "B-1": Around(signs=())}
    found = rows(marker_table(material(), around, ENGLISH))
    assert [row["Marker number"] for row in found] == ["A-1", "A-2", "B-1"]
    first = found[0]
    assert first["Where it stands"] == "Xichong, 1230 m south of Hecun"
    assert (first["X (north) [m]"], first["Y (east) [m]"]) == (Y, X + 1000.0)
    assert first["Longitude"].startswith("105°00′37.")
    assert (first["With a sign"], found[1]["With a sign"], found[2]["With a sign"]) == (
        "S-1", "", "No",
    )  # fmt: skip
    assert [row["State"] for row in found] == ["planned", "retired", "planned"]
    assert found[2]["Kind"] == "witness marker"
    assert (first["Blocks"], first["Reason"], first["Why here"]) == (
        "A, B", "corner, longest spacing", "It is a corner.",
    )  # fmt: skip
    assert found[1]["Reason"] == "Old."


def test_the_register_of_signs() -> None:
    signs = Placed([sign("S-1", block="A", content="=1", serves="Hecun")], at((5, 5)))
    table = sign_table(material(signs=signs), {}, ENGLISH)
    row = rows(table)[0]
    assert (row["Red-line code"], row["Serves"], row["Content of the sign"]) == (
        "HX-A",
        "Hecun",
        "=1",
    )


SIDES = tuple(
    Side(block, ring, n, start, end, length, length + 0.003, 90.0, "natural", "")
    for block, ring, n, start, end, length in (
        ("B", 1, 1, "A-J2", "B-J1", 10.004),
        ("B", 1, 2, "B-J1", "A-J2", 20.004),
        ("A", 1, 2, "A-J2", "A-J1", 33.334),
        ("A", 1, 1, "A-J1", "A-J2", 33.333),
        ("A", 2, 1, "A-J3", "A-J3", 33.333),
    )
)
POINTS = Placed(
    [
        point("A-J1", block="A", blocks="A", ring=1, serial=1, why="corner"),
        point("A-J2", block="A", blocks="A,B", ring=1, serial=2),
        point("A-J3", block="A", blocks="A", ring=2, serial=1),
        point("B-J1", block="B", blocks="B", ring=1, serial=1),
        point("A-J9", block="A", state="retired"),
    ],
    at((0, 0), (1000, 0), (500, 500), (2000, 0), (7, 7)),
)


def test_rings_have_all_their_points_also_those_of_neighbours() -> None:
    table = point_table(material(points=POINTS, sides=SIDES), ENGLISH, with_planar=True)
    found = rows(table)
    assert [(r["Block"], r["Ring"], r["No."], r["Turning point"]) for r in found] == [
        ("A", 1, 1, "A-J1"), ("A", 1, 2, "A-J2"), ("A", 2, 1, "A-J3"),
        ("B", 1, 1, "A-J2"), ("B", 1, 2, "B-J1"), ("A", 0, 1, "A-J9"),
    ]  # fmt: skip
    assert [line.values[0] for line in table.lines if line.kind == SECTION] == [
        "Block A Upper, ring 1: 2 points",
        "Block A Upper, ring 2: 1 points",
        "Block B Lower, ring 1: 2 points",
        "Retired: 1 numbers that are not given again",
    ]
    assert found[3]["Y (east) [m]"] == found[1]["Y (east) [m]"] == X + 1000.0


def test_sides_add_up_in_rings_and_in_all() -> None:
    table = point_table(material(points=POINTS, sides=SIDES), ENGLISH, with_planar=True)
    for title, more in (("Length in the plane [m]", 0.0), ("Side to the next point [m]", 0.003)):
        parts = [(r["Block"], r["Ring"], r[title]) for r in rows(table) if r[title] is not None]
        sums = [(r["Block"], r["Ring"], r[title]) for r in rows(table, SUM)]
        for block, ring, total in sums:
            members = [length for b, r, length in parts if (b, r) == (block, ring)]
            assert total == pytest.approx(sum(members), abs=1e-9)
        assert sum(total for *_, total in sums) == pytest.approx(
            round(sum(side.length_m + more for side in SIDES), 2), abs=1e-9
        )
    assert "largest remainders" in table.notes[0]


def test_no_ring_is_moved_for_the_sake_of_another() -> None:
    sides = tuple(
        Side("A", ring, n, "A-J1", "A-J1", 0.0, length, 0.0, "", "")
        for ring, length in ((1, 10.004), (2, 10.006))
        for n in range(30)
    )
    table = point_table(material(points=POINTS, sides=sides), ENGLISH, with_planar=False)
    assert [row["Side to the next point [m]"] for row in rows(table, SUM)] == [300.12, 300.18]


def test_without_sides_each_point_comes_once() -> None:
    table = point_table(material(points=POINTS), ENGLISH, with_planar=False)
    assert [row["Turning point"] for row in rows(table)] == ["A-J1", "A-J2", "A-J3", "B-J1", "A-J9"]
    assert "Side" not in table.notes[0]


def test_results_are_those_of_the_ellipsoid_and_add_up() -> None:
    blocks = {
        code: BlockInfo(code, "", "", "", "", square(80_000.0 + n * 700.0, 0, 331.1))
        for n, code in enumerate("ABCDEFG")
    }
    table = result_table(material(blocks=blocks), ENGLISH, "ha", with_planar=True)
    found, total = rows(table), rows(table, TOTAL)[0]
    exact = polygon_areas([block.shape for block in blocks.values()], CRS) / 1e4
    for row, area in zip(found, exact):
        assert row["Area [ha]"] == pytest.approx(area, abs=1e-4)
        assert row["Area in the plane [ha]"] == pytest.approx(331.1**2 / 1e4, abs=1e-4)
        assert row["Length in the plane [m]"] == pytest.approx(4 * 331.1, abs=0.01)
        assert row["Length of the boundary [m]"] != row["Length in the plane [m]"]
    for title in ("Area [ha]", "Area in the plane [ha]", "Length of the boundary [m]"):
        assert total[title] == pytest.approx(sum(row[title] for row in found), abs=1e-9)
    assert total["Area [ha]"] == round(float(exact.sum()), 4)
    text = " ".join(table.notes)
    assert "formula of the national land survey" in text
    assert "adjusted by 0.0001" in text


def test_results_count_what_stands_by_the_block_that_numbers_it() -> None:
    signs = Placed(
        [sign("S-1", block="Z"), sign("S-2", block="A", state="retired")], at((0, 0), (1, 1))
    )
    table = result_table(material(points=POINTS, signs=signs), ENGLISH, "km2", with_planar=False)
    titles = ("Turning points", "Markers", "Witness markers", "Signs")
    counts = {row["Block (patch) number"]: tuple(row[t] for t in titles) for row in rows(table)}
    assert counts == {"A": (3, 1, 0, 0), "B": (1, 0, 1, 0), "Z": (0, 0, 0, 1)}
    total = rows(table, TOTAL)[0]
    assert tuple(total[title] for title in titles) == (4, 1, 1, 1)
    assert next(r for r in rows(table) if r["Block (patch) number"] == "Z")["Area [km2]"] is None


def test_without_blocks_there_are_counts_only() -> None:
    table = result_table(material(blocks={}), ENGLISH, "km2", with_planar=False)
    assert [row["Area [km2]"] for row in rows(table)] == [None, None]
    assert rows(table, TOTAL)[0]["Area [km2]"] is None


def test_every_rule_is_in_the_table_with_its_source() -> None:
    rules = load_rules("example")
    table = rule_table(rules, ENGLISH)
    found = rows(table)
    assert len(found) == len(list(rules.values()))
    assert len({row["Rule"] for row in found}) == len(found)
    assert {row["Source"] for row in found} == {"the user's own value"}
    values = {row["Rule"]: row["Value"] for row in found}
    assert values["Markers: longest spacing, boundary: Parcel, terrain: flat land [m]"] == 500
    assert values["Markers: witness markers allowed"] == "Yes"
    assert "EXAMPLE" in table.warning
    assert "示例规则集" in rule_table(rules, Words(lambda text: text, "zh")).notes[0]


# --- files ---------------------------------------------------------------------------------------

TABLE = Table(
    "x",
    "A/B: [long] name of a sheet that is too long",
    "Title",
    (
        Column("No.", WHOLE),
        Column("Text"),
        Column("Metres", REAL, 3),
        Column("Degrees", REAL, 9, printed=False),
    ),
    [
        Line(("Block A",), SECTION),
        Line((1, "=1+1", 1.5, 106.123456789)),
        Line((2, "+a\n-b", None, None)),
        Line((3, "界桩" * 60, 123456.789, 0.0)),
        Line((None, "@sum", 2.0, None), SUM),
        Line((None, "Total", 3.0, None), TOTAL),
    ],
    "EXAMPLE",
    ("note one", "note two"),
)


@pytest.fixture
def sheet(tmp_path: Path):
    path = tmp_path / "表.xlsx"
    write_workbook(path, [TABLE, TABLE], "zh", Quiet())
    book = openpyxl.load_workbook(path)
    assert len({name.casefold() for name in book.sheetnames}) == 2
    assert all(len(name) <= 31 for name in book.sheetnames)
    return book.worksheets[0]


def test_text_is_text_and_numbers_are_numbers(sheet) -> None:
    cells = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row}
    assert not [cell for cell in cells.values() if cell.data_type == "f"]
    assert (cells["B7"].value, cells["B7"].data_type) == ("=1+1", "s")
    assert (cells["A7"].value, cells["C7"].value) == (1, 1.5)
    assert cells["C7"].number_format == "0.000"
    assert cells["D7"].value is None if "D7" in cells else True
    assert cells["A1"].value == "Title"
    assert cells["A2"].font.color.rgb == "FFC00000"
    assert cells["A6"].value == "Block A"


def test_the_sheet_prints_well(sheet) -> None:
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (int(setup.fitToWidth or 1), int(setup.fitToHeight)) == (1, 0)


def test_nothing_is_cut_off(sheet) -> None:
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in (1, 2, 3)]
    assert widths[2] >= len("123456.789")
    # 120 Chinese letters, each almost two units wide, need so many lines.
    lines = np.ceil(120 * 1.9 / widths[1])
    assert sheet.row_dimensions[9].height >= lines * 13
    assert sheet.row_dimensions[8].height >= 2 * 13
    assert sheet["B9"].alignment.wrap_text


def test_writing_stops_when_asked(tmp_path: Path) -> None:
    class Stop(Quiet):
        def cancelled(self) -> bool:
            return True

    many = Table("x", "x", "x", TABLE.columns, [Line((1, "a", 1.0, 1.0))] * 1500)
    with pytest.raises(CancelledError):
        write_workbook(tmp_path / "a.xlsx", [many], "en", Stop())


def test_a_workbook_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_workbook(tmp_path / "none" / "a.xlsx", [TABLE], "en", Quiet())


def test_csv_opens_as_it_is_and_runs_nothing() -> None:
    data = csv_bytes(TABLE)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert found == [
        ["No.", "Text", "Metres", "Degrees"],
        ["1", "'=1+1", "1.500", "106.123456789"],
        ["2", "'+a\n-b", "", ""],
        ["3", "界桩" * 60, "123456.789", "0.000000000"],
        ["", "Total", "3.000", ""],
    ]


def test_shapes_of_blocks_may_be_multipolygons() -> None:
    shape = shapely.MultiPolygon([square(0, 0, 100), square(500, 0, 100)])
    blocks = {"A": BlockInfo("A", "", "", "", "", shape)}
    found = material([marker("M", block="A")], at((0, 0)), blocks=blocks)
    row = rows(result_table(found, ENGLISH, "m2", with_planar=True))[0]
    assert row["Area in the plane [m2]"] == 20000.0
    assert row["Length in the plane [m]"] == 800.0
