"""Map sheets as a user runs them: layer, PDF pages that are not empty, templates, what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage

from redline_plugin.compat import is_null
from redline_plugin.processing.surveysheets import LAYOUTS, PAPERS, SurveySheets

BASE = (36_496_000.0, 3_585_000.0)
SCALE = SurveySheets.scales().index(25_000)


def layer(kind, shapes, fields, crs="EPSG:4524", base=BASE):
    made = QgsVectorLayer(
        f"{kind}?crs={crs}&" + "&".join(f"field={f}" for f in fields), "图层", "memory"
    )
    for shape, *values in shapes:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shapely.transform(shape, lambda xy: xy + base)))
        feature.setGeometry(geometry)
        made.dataProvider().addFeatures([feature])
    return made


def blocks(**more):
    return layer(
        "Polygon",
        [
            (shapely.box(0, 0, 3000, 2000), "990101110001", "甲", "990101"),
            (shapely.box(3000, 0, 7000, 1500), "990102110001", "乙", "990102"),
        ],
        ("block", "name", "county_code"),
        **more,
    )


def markers():
    places = [(0, 0), (0, 500), (0, 2000), (3000, 2000), (3000, 0), (7000, 0)]
    rows = [
        (shapely.Point(place), f"9901011{n:05d}-{n:04d}", "990101" if n < 4 else "990102", "solid")
        for n, place in enumerate(places)
    ]
    return layer("Point", rows, ("marker", "county", "kind"))


def base(tmp_path, **more):
    return {
        "INPUT": blocks(),
        "MARKERS": markers(),
        "OUTPUT": str(tmp_path / "图幅.gpkg"),
        "SCALE": SCALE,
        "DPI": 96,
        **more,
    }


def rows(path):
    found = QgsVectorLayer(path, "x", "ogr")
    names = found.fields().names()
    return [dict(zip(names, each.attributes())) for each in found.getFeatures()]


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


@pytest.fixture
def project():
    """The desktop's project, empty before and after."""
    project = QgsProject.instance()
    project.clear()
    yield project
    project.layoutManager().clear()
    project.clear()


def test_the_layer_of_sheets_without_maps(run, tmp_path):
    done = run("surveysheets", base(tmp_path))
    found = rows(done["OUTPUT"])
    assert done["SHEETS"] == len(found)
    assert {row["county"] for row in found} == {"990101", "990102"}
    assert all(re.fullmatch(r"I4[89]F\d{6}", row["sheet"]) for row in found)
    assert sum(row["markers"] for row in found if row["county"] == "990101") == 4
    assert "FOLDER" not in done
    assert sorted(path.name for path in tmp_path.iterdir()) == ["图幅.gpkg"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (0, {"990101_sheets.pdf", "990102_sheets.pdf"}),
        (2, {"survey_sheets.pdf"}),
        (1, None),
    ],
)
def test_files_and_their_pages(run, tmp_path, files, names):
    folder = tmp_path / "成果" / "图"
    done = run("surveysheets", base(tmp_path, FOLDER=str(folder), FILES=files, PAPER=1))
    found = rows(done["OUTPUT"])
    counts = {path.name: pages(path) for path in folder.iterdir()}
    if names is None:
        names = {f"{row['county']}_{row['sheet']}.pdf" for row in found}
        assert set(counts.values()) == {1}
    assert set(counts) == names
    assert sum(counts.values()) == done["SHEETS"] == len(found)
    assert done["DRAWN"] == 50_000
    assert Path(done["FOLDER"]) == folder


def picture(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    flat = np.frombuffer(bytes(data), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def red(pixels: np.ndarray) -> np.ndarray:
    """The colour of the line, not that of its fill."""
    return (pixels[..., 0] > 150) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)


def test_the_layout_stays_in_the_project_and_shows_every_sheet(run, tmp_path, project):
    folder = tmp_path / "maps"
    done = run("surveysheets", base(tmp_path, FOLDER=str(folder), KEEP_LAYOUT=True, PAPER=1))
    assert (folder / "survey_sheets.gpkg").is_file()
    (layout,) = project.layoutManager().printLayouts()
    item = layout.itemById("map")
    assert isinstance(item, QgsLayoutItemMap)
    assert item.scale() == pytest.approx(done["DRAWN"])
    assert [shown.name() for shown in item.layers()] == [
        *("Corners of the sheet", "Map sheets", "Beyond the sheet", "Markers"),
        "Red line",
    ]
    atlas = layout.atlas()
    exporter = QgsLayoutExporter(layout)
    found = rows(done["OUTPUT"])
    assert atlas.beginRender()
    assert atlas.updateFeatures() == len(found)
    seen = []
    for row in found:
        assert atlas.next()
        seen.append(atlas.currentFilename())
        area = QRectF(item.pos(), item.rect().size())
        pixels = picture(exporter.renderRegionToImage(area, dpi=60))
        wide = (row["east"] - row["west"]) * 111_000 * np.cos(np.radians(row["south"]))
        shown = item.extent()
        # The sheet is in the middle, and the map has a line on it.
        assert wide < shown.width() < 2.5 * wide
        assert red(pixels).sum() > 20, row["sheet"]
        # Beyond the sheet there is a veil: its corner is paler than the red of the line.
        assert not red(pixels[:8, :8]).any()
    assert not atlas.next()
    atlas.endRender()
    tree = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert "Markers" in tree
    run("surveysheets", base(tmp_path, FOLDER=str(folder), KEEP_LAYOUT=True, PAPER=1))
    names = {other.name() for other in project.layoutManager().printLayouts()}
    assert len(names) == 2


def test_the_project_is_left_alone_otherwise(run, tmp_path, project):
    run("surveysheets", base(tmp_path, FOLDER=str(tmp_path / "maps"), PAPER=1))
    assert project.layoutManager().printLayouts() == []
    assert project.mapLayers() == {}


def test_sheets_of_blocks_in_degrees_are_drawn_in_their_belt(run, tmp_path, feedback):
    told = feedback()
    made = layer(
        "Polygon",
        [(shapely.box(0, 0, 0.03, 0.02), "1", "", "")],
        ("block", "name", "county_code"),
        crs="EPSG:4490",
        base=(107.9, 32.4),
    )
    folder = tmp_path / "maps"
    done = run(
        "surveysheets",
        base(tmp_path, INPUT=made, MARKERS=None, FOLDER=str(folder), PAPER=1),
        told,
    )
    (file,) = folder.iterdir()
    assert (file.name, pages(file)) == ("sheets.pdf", done["SHEETS"])
    assert any("3-degree belt 36" in text for text in told.told)
    assert QgsVectorLayer(done["OUTPUT"], "x", "ogr").crs().authid() == "EPSG:4524"
    assert all(is_null(row["county"]) for row in rows(done["OUTPUT"]))


@pytest.mark.parametrize("paper", PAPERS)
def test_an_own_template_may_lack_all_but_the_map(run, tmp_path, paper):
    text = (LAYOUTS / paper).read_text(encoding="utf-8")
    for name in ("overview", "legend", "scalebar", "marker table"):
        assert f'id="{name}"' in text
        text = text.replace(f'id="{name}"', 'id="other"')
    own = tmp_path / "本局.qpt"
    own.write_text(text, encoding="utf-8")
    folder = tmp_path / "maps"
    run("surveysheets", base(tmp_path, FOLDER=str(folder), TEMPLATE=str(own)))
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("content", ["", "<Layout/>", "no xml", "\x00\xff"])
def test_what_is_no_template_is_said_before_work(run, tmp_path, content):
    own = tmp_path / "own.qpt"
    own.write_bytes(content.encode("latin-1"))
    with pytest.raises(QgsProcessingException, match=r"own\.qpt: (This is no|The) template"):
        run("surveysheets", base(tmp_path, FOLDER=str(tmp_path / "maps"), TEMPLATE=str(own)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.qpt"]


def test_places_that_cannot_serve_are_said_at_once(run, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "surveysheets",
            base(
                tmp_path,
                OUTPUT=str(tmp_path / "none" / "a.gpkg"),
                KEEP_LAYOUT=True,
            ),
        )
    assert "folder does not exist" in str(caught.value)
    assert "needs a folder" in str(caught.value)
    with pytest.raises(QgsProcessingException, match=r"not a folder|Cannot write|does not exist"):
        run("surveysheets", base(tmp_path, FOLDER=str(tmp_path / "file" / "maps")))


def test_layers_that_cannot_be_used_are_said(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="no field marker"):
        run("surveysheets", base(tmp_path, MARKERS=layer("Point", [], ("number",))))
    with pytest.raises(QgsProcessingException, match="no field NAMED"):
        run("surveysheets", base(tmp_path, COUNTY_FIELD="NAMED"))
    with pytest.raises(QgsProcessingException, match="no polygon that can be used"):
        run("surveysheets", base(tmp_path, INPUT=layer("Polygon", [], ("block",))))
    naked = layer("LineString", [(shapely.LineString([(0, 0), (9, 9)]),)], (), crs="")
    with pytest.raises(QgsProcessingException, match="no coordinate reference system"):
        run("surveysheets", base(tmp_path, ROADS=naked, FOLDER=str(tmp_path / "maps")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", [1, 50])
def test_a_cancelled_run_leaves_nothing(run, tmp_path, feedback, at):
    folder = tmp_path / "maps"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "surveysheets",
            base(tmp_path, FOLDER=str(folder), PAPER=1, FILES=1),
            feedback(cancel_at=at),
        )
    assert list(tmp_path.iterdir()) == []


def test_it_runs_on_the_main_thread():
    assert SurveySheets().flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
