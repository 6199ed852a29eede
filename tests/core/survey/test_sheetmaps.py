"""Map sheets of a red line: which, by brute force; what is on them; the file that maps are drawn from."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr
from redline_plugin.core.geodesy.geodesic import line_lengths
from redline_plugin.core.geodesy.sheets import SERIES, Sheet, cells, sheet_from
from redline_plugin.core.geodesy.transform import to_longitude_latitude
from redline_plugin.core.survey.marker import ELECTRONIC, RETIRED, Marker, Sign, TurningPoint
from redline_plugin.core.survey.sheetmaps import (
    GRID,
    corners,
    grid_interval,
    numbers_of,
    outlines,
    sheet_maps,
)
from redline_plugin.core.survey.sheetmapsfile import (
    SHEET_FIELDS,
    MapContents,
    Things,
    sheet_rows,
    short,
    write_contents,
)

CRS = "EPSG:4524"
X, Y = 36_496_000.0, 3_585_000.0


def ring(points: list[tuple[float, float]]) -> shapely.LinearRing:
    return shapely.linearrings(np.array(points) + np.array([X, Y]))


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.floats(0, 14_000), st.floats(0, 12_000)), min_size=3, max_size=7, unique=True
    ),
    st.sampled_from([10_000, 25_000, 5_000]),
)
def test_sheets_are_those_that_points_of_the_line_lie_on(
    points: list[tuple[float, float]], scale: int
) -> None:
    line = ring(points)
    assume(shapely.is_valid(shapely.polygons(line)))
    found = {
        each.sheet.number: each
        for each in sheet_maps(as_shapes([line]), ["1"], CRS, scale, Quiet())
    }
    dense = shapely.segmentize(line, 5.0)
    degrees = to_longitude_latitude(shapely.get_coordinates(dense), CRS)
    cells_of = zip(*(each.tolist() for each in cells(degrees[:, 0], degrees[:, 1], scale)))
    expected = {Sheet(scale, *cell).number for cell in set(cells_of)}
    assert expected <= set(found)
    assert all(each.line_m > 0.001 for each in found.values())
    # What is more is only just touched: between two of the points.
    assert all(found[number].line_m < 8.0 for number in set(found) - expected)
    total = line_lengths([shapely.union_all(line)], CRS)[0]
    assert sum(each.line_m for each in found.values()) == pytest.approx(total, rel=1e-6, abs=0.02)
    assert [each.page for each in found.values()] == list(range(1, len(found) + 1))
    order = [(-each.sheet.row, each.sheet.column) for each in found.values()]
    assert order == sorted(order)


def test_counties_have_their_own_maps_and_what_blocks_share_counts_once() -> None:
    left = ring([(0, 0), (0, 1000), (1000, 1000), (1000, 0)])
    right = ring([(1000, 0), (1000, 1000), (2000, 1000), (2000, 0)])
    other = ring([(1000, -900), (1000, 0), (2000, 0), (2000, -900)])
    maps = sheet_maps(as_shapes([left, other, right]), ["2", "", "2"], CRS, 100_000, Quiet())
    lengths = {}
    for each in maps:
        lengths[each.county] = lengths.get(each.county, 0.0) + each.line_m
    assert [each.county for each in maps] == sorted(
        (each.county for each in maps), key=lambda code: (code == "", code)
    )
    assert lengths["2"] == pytest.approx(7000, rel=1e-3)
    assert lengths[""] == pytest.approx(3800, rel=1e-3)


def test_a_long_edge_is_followed_over_all_its_sheets() -> None:
    line = ring([(0, 0), (60_000, 10), (60_000, 0)])
    columns = {
        each.sheet.column for each in sheet_maps(as_shapes([line]), [""], CRS, 10_000, Quiet())
    }
    assert columns == set(range(min(columns), max(columns) + 1))
    assert len(columns) >= 10


def test_outlines_bend_with_their_parallels() -> None:
    sheet = sheet_from("I48E022024")
    (outline,) = outlines([sheet], CRS)
    points = to_longitude_latitude(shapely.get_coordinates(outline.exterior), CRS)
    west, south, east, north = sheet.bounds
    sides = np.array([west, east]), np.array([south, north])
    at_edge = np.min([np.abs(points[:, [n]] - sides[n]).min(axis=1) for n in (0, 1)], axis=0)
    assert at_edge.max() < 1e-10
    assert points.min(axis=0) == pytest.approx([west, south], abs=1e-10)
    assert points.max(axis=0) == pytest.approx([east, north], abs=1e-10)
    # The middle of a straight northern edge would lie metres to the south.
    straight = shapely.Polygon(corners(sheet, CRS))
    assert shapely.hausdorff_distance(straight, outline) > 5.0
    np.testing.assert_allclose(
        to_longitude_latitude(corners(sheet, CRS), CRS),
        [(west, north), (east, north), (east, south), (west, south)],
        atol=1e-10,
    )
    assert len(outlines([], CRS)) == 0


def test_numbers_of_places() -> None:
    places = np.array([[36_500_000.0 - 1, 3_590_000.0], [36_500_000.0 + 1, 3_590_000.0]])
    west, east = numbers_of(places, CRS, 10_000)
    assert (west[:3], east[:3]) == ("I48", "I49")
    assert numbers_of(np.empty((0, 2)), CRS, 10_000) == []


def test_grids_are_two_centimetres_wide_at_least() -> None:
    assert grid_interval(10_000, 10_000) == 1000
    assert grid_interval(10_000, 20_000) == 1000
    assert grid_interval(10_000, 75_000) == 2000
    assert grid_interval(50_000, 100_000) == 2000
    for scale in SERIES:
        assert grid_interval(scale, scale) == GRID[scale]
        assert GRID[scale] / scale >= 0.02


def test_a_cancel_is_heard_and_strange_scales_are_said() -> None:
    class Stopped(Quiet):
        def cancelled(self) -> bool:
            return True

    lines = as_shapes([ring([(0, 0), (0, 1000), (1000, 1000)])])
    with pytest.raises(CancelledError):
        sheet_maps(lines, [""], CRS, 10_000, Stopped())
    with pytest.raises(InputError, match="1:20000"):
        sheet_maps(lines, [""], CRS, 20_000, Quiet())


def marker(number: str, county: str, **more: str) -> Marker:
    state = more.pop("state", "planned")
    kind = more.pop("kind", "solid")
    return Marker(number, "", "990101110001", "", county, kind, state, "", "")


def contents() -> MapContents:
    lines = [ring([(0, 0), (0, 9000), (9000, 9000), (9000, 0)])] * 2
    maps = sheet_maps(as_shapes(lines), ["990101", "990102"], CRS, 10_000, Quiet())
    on = np.array([[X, Y + 10], [X, Y + 20], [X, Y + 30], [X, Y + 9000]])
    return MapContents(
        CRS,
        10_000,
        maps,
        {"990101": "青垣县"},
        [(shapely.box(X, Y, X + 9000, Y + 9000), "990101110001", "甲", "990101")],
        Things(
            [
                marker("990101110001-0002", "990101", kind=ELECTRONIC),
                marker("990101110001-0001", "990102", kind="post"),
                marker("990101110001-0003", ""),
                marker("990101110001-0004", "990101", state=RETIRED),
            ],
            on,
        ).standing(),
        Things(
            [
                TurningPoint(
                    "J1", "b", "b", "990101", 1, 1, "", "", "", 90.0, 0, 0, "", "", 0, 0, 36
                )
            ],
            on[:1],
        ),
        Things([Sign("S1", "b", "b", "990101", "planned", "", "", "", 1.0)], on[3:]),
        Things([("小村", 10.0), ("大村", 900.0), ("", 5000.0)], on[:3] + 500.0),
    )


def rows_by_key(found: MapContents) -> dict[tuple[str, str], dict[str, object]]:
    names = [name for name, *_ in SHEET_FIELDS]
    rows = [dict(zip(names, values)) for _, values in sheet_rows(found)]
    return {(str(row["county"]), str(row["sheet"])): row for row in rows}


def test_rows_of_the_layer_of_sheets() -> None:
    found = contents()
    rows = rows_by_key(found)
    (at,) = set(numbers_of(found.markers.places, CRS, 10_000))
    first, second = rows["990101", at], rows["990102", at]
    # One is of the other county, one of none, which counts in both; the retired one in neither.
    assert (first["markers"], second["markers"]) == (2, 2)
    assert (first["points"], second["points"]) == (1, 0)
    assert sum(int(str(row["signs"])) for row in rows.values()) == 1
    assert first["name"] == "大村"
    assert (first["county_name"], second["county_name"]) == ("青垣县", None)
    assert first["pages"] == sum(county == "990101" for county, _ in rows)
    sheet = sheet_from(at)
    east, south = sheet.beside(0, 1), sheet.beside(-1, 0)
    assert east is not None
    assert south is not None
    assert (first["e"], first["s"]) == (east.number, south.number)
    assert (first["west"], first["north"]) == (sheet.bounds[0], sheet.bounds[3])


@gdal_exceptions()
def test_the_file_that_maps_are_drawn_from(tmp_path) -> None:
    path = tmp_path / "图.gpkg"
    write_contents(path, contents(), {}, Quiet(), lambda text: text.upper())
    dataset = ogr.Open(str(path))
    counts = {
        dataset.GetLayer(n).GetName(): dataset.GetLayer(n).GetFeatureCount()
        for n in range(dataset.GetLayerCount())
    }
    assert counts == {
        "sheets": len(contents().maps),
        "blocks": 1,
        "markers": 3,
        "turning_points": 1,
        "signs": 1,
        "villages": 3,
        "corners": 4 * len({each.sheet for each in contents().maps}),
    }
    markers = [
        (row["number"], row["label"], row["kind"], row["kind_title"], row["easting"])
        for row in dataset.GetLayerByName("markers")
    ]
    assert markers == [
        ("990101110001-0001", "0001", "solid", "MARKER", f"{X:.3f}"),
        ("990101110001-0002", "0002", "electronic", "ELECTRONIC MARKER", f"{X:.3f}"),
        ("990101110001-0003", "0003", "solid", "MARKER", f"{X:.3f}"),
    ]
    labels = {row["label"] for row in dataset.GetLayerByName("corners")}
    assert all("." not in label and label.count("″") == 2 for label in labels)


def test_an_empty_survey_still_has_all_layers(tmp_path) -> None:
    full = contents()
    bare = MapContents(CRS, 10_000, full.maps, {}, full.blocks)
    write_contents(tmp_path / "a.gpkg", bare, {}, Quiet())
    assert ogr.Open(str(tmp_path / "a.gpkg")).GetLayerCount() == 7


@pytest.mark.parametrize(
    ("number", "block", "label"),
    [
        ("990101110001-0012", "990101110001", "0012"),
        ("990101110001J0012", "990101110001", "J0012"),
        ("17-0012", "17", "17-0012"),
        ("990101110001-0012", "990101110002", "990101110001-0012"),
        ("990101110001", "990101110001", "990101110001"),
        ("990101110001-0012", "", "990101110001-0012"),
    ],
)
def test_numbers_on_the_map_are_short(number: str, block: str, label: str) -> None:
    assert short(number, block) == label
