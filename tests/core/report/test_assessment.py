"""The report as a file: well-formed, alone, in one language, the same each time, and true."""

import base64
import dataclasses
import io
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from osgeo import gdal
from support.rasters import read, write

from redline_plugin.core.assess.registry import models
from redline_plugin.core.errors import CancelledError, InputError, OutputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import KEY, METADATA_DOMAIN, read_provenance, to_json
from redline_plugin.core.report.assessment import write_assessment_report
from redline_plugin.core.report.labels import LABELS
from redline_plugin.core.report.numbers import number
from redline_plugin.core.text import untranslated

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """Checks that elements are closed in order, and keeps text by element and all attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data):
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))

    @property
    def words(self) -> str:
        return "\n".join(text for tag, text in self.texts if tag != "style")


def report(results, path, counties=None, translate=untranslated, language="en", **more) -> str:
    write_assessment_report(
        [Path(result) for result in results], path, translate, language, Quiet(), counties, **more
    )
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole(world, counties, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "报告.html"
    results = [world.water_classes, world.water, world.retention, world.retention_classes]
    return report(results, path, counties)


def test_it_is_well_formed_and_stands_alone(whole):
    page = Page(whole)
    assert {"script", "link", "iframe", "object"} & page.tags == set()
    anchors = {value for _, name, value in page.attributes if name == "id"}
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(anchors)
    for tag, name, value in page.attributes:
        if name in ("src", "href"):
            assert value.startswith("data:image/png;base64,") or value[1:] in anchors, (tag, value)
        assert not name.startswith("on")
    style = re.search("<style>(.*?)</style>", whole, re.DOTALL).group(1)
    assert "url(" not in style
    assert "@import" not in style


def test_every_drawing_is_xml(whole):
    drawings = re.findall(r"<svg .*?</svg>(?!<text|</svg>)", whole, re.DOTALL)
    assert len(drawings) > 20
    tree = etree.HTML(whole)
    assert len(tree.findall(".//svg")) >= len(drawings) - 20


def test_pictures_can_be_decoded_and_are_not_empty(whole):
    from PIL import Image

    pictures = re.findall(r"data:image/png;base64,([A-Za-z0-9+/=]+)", whole)
    assert len(pictures) > 20
    for text in pictures:
        image = Image.open(io.BytesIO(base64.b64decode(text)))
        pixels = np.asarray(image.convert("RGBA"))
        assert (pixels[..., 3] == 255).any()


def test_names_of_files_and_counties_cannot_break_out(whole):
    assert "<b>&" not in whole
    assert "降雨 &lt;b&gt;&amp;" in whole
    assert "<i>&amp;" not in whole.replace("<i>&amp;amp;", "")
    page = Page(whole)
    assert "西县 <i>&amp;" in page.words
    assert "降雨 <b>&\"'1.tif" in page.words


def test_the_same_results_give_the_same_bytes(whole, world, counties, tmp_path):
    results = [world.water_classes, world.water, world.retention, world.retention_classes]
    assert report(results, tmp_path / "again.html", counties) == whole


def county_masks(counties, shape):
    """Tell by Shapely, pixel by pixel, which centres lie in which county."""
    import shapely
    from support.rasters import TRANSFORM

    x0, dx, _, y0, _, dy = TRANSFORM
    columns, rows = np.meshgrid(np.arange(shape[1]) + 0.5, np.arange(shape[0]) + 0.5)
    points = shapely.points(x0 + dx * columns, y0 + dy * rows)
    west, east, exclave = (county.geometry for county in counties.counties[:3])
    return {
        "西县 <i>&amp;": shapely.contains(west, points) | shapely.contains(exclave, points),
        "东县": shapely.contains(east, points),
    }


def rows_of(text, section_title, heading):
    """Return the rows of the table under a heading of a section, as lists of texts."""
    tree = etree.HTML(text)
    for section in tree.iter("section"):
        if "".join(section.find("h2").itertext()).strip().startswith(section_title):
            for element in section:
                if element.tag == "h3":
                    now = "".join(element.itertext()).strip()
                if element.tag == "table" and now == heading:
                    return [
                        ["".join(cell.itertext()).strip() for cell in row]
                        for row in element.iter("tr")
                    ]
    raise AssertionError((section_title, heading))


def test_areas_by_county_are_those_counted_one_by_one(whole, world, counties):
    rows = {row[0]: row[1:] for row in rows_of(whole, "Importance of function: Water", "By county")}
    classes = read(world.water_classes)
    inside = county_masks(counties, classes.shape)
    anywhere = np.zeros(classes.shape, bool)
    for name, mask in inside.items():
        anywhere |= mask
        expected = [np.count_nonzero(mask & (classes == c)) * 900 / 1e6 for c in (3, 2, 1)]
        shown = [float(rows[name][place]) for place in (0, 2, 4)]
        np.testing.assert_allclose(shown, expected, atol=0.00005 + 0.005 * (max(shown) >= 1))
        total = sum(expected)
        shares = [float(rows[name][place]) for place in (1, 3, 5)]
        np.testing.assert_allclose(shares, [100 * e / total for e in expected], atol=0.0051)
    left = (~anywhere) & (classes > 0)
    assert left.any()
    assert float(rows["Outside all counties"][-1]) == pytest.approx(
        np.count_nonzero(left) * 9e-4, abs=6e-5
    )
    assert float(rows["Total"][-1]) == pytest.approx(np.count_nonzero(classes) * 9e-4, abs=0.006)


def test_means_and_sums_by_county(whole, world, counties):
    rows = {row[0]: row[1:] for row in rows_of(whole, "Soil retention", "By county")}
    values = read(world.retention).astype("float64")
    valid = values != -9999
    for name, mask in county_masks(counties, values.shape).items():
        kept = values[mask & valid]
        assert float(rows[name][1].replace(",", "")) == pytest.approx(kept.mean(), rel=5e-5)
        # t per hm2 and year, pixels of 0.09 hm2.
        assert float(rows[name][2].replace(",", "")) == pytest.approx(kept.sum() * 0.09, rel=1e-6)
    head = rows_of(whole, "Soil retention", "By county")[0]
    assert head[-1] == "Sum [t a⁻¹]"


def test_figures_are_those_of_the_pixels(whole, world):
    values = read(world.water).astype("float64")
    kept = values[values != -9999]
    tree = etree.HTML(whole)
    tables = [t for t in tree.iter("table") if t.get("class") == "figures"]
    shown = {
        "".join(row[0].itertext()): float("".join(row[1].itertext()).strip().replace(",", ""))
        for row in list(tables[0].iter("tr"))[:5]
    }
    assert shown["Lowest"] == pytest.approx(kept.min(), rel=5e-5)
    assert shown["Mean"] == pytest.approx(kept.mean(), rel=5e-5)
    assert shown["Median"] == pytest.approx(np.median(kept), rel=5e-5)
    assert shown["Highest"] == pytest.approx(kept.max(), rel=5e-5)
    assert shown["Valid pixels"] == kept.size


def test_the_inputs_table(whole, world):
    rows = {row[0]: row for row in rows_of(whole, "Water conservation depth", "Inputs")}
    row = rows["Mean annual precipitationmm/a"]
    values = read(world.inputs["PRECIPITATION"])
    share = 100 * np.count_nonzero(values == -9999) / values.size
    assert row[3] == f"{share:.2f}"
    assert float(row[5].replace(",", "")) == pytest.approx(values[values > 0].min(), rel=5e-5)
    assert float(row[7].replace(",", "")) == pytest.approx(values.max(), rel=5e-5)
    assert "77 (" in Page(whole).words


def test_changed_and_unsure_numbers_are_marked(whole):
    rows = rows_of(whole, "Rainfall erosivity R", "Coefficients")
    factor = next(row for row in rows if row[1].startswith("12.5"))
    assert factor[1] == "12.5 changed"
    assert factor[2] == "17.02"
    assert "not sure" in factor[4]
    kept = next(row for row in rows if row[1].startswith("0.1833"))
    assert "changed" not in kept[1]
    assert "not sure" not in kept[4]


def test_breaks_are_told_and_drawn(whole, world):
    record = read_provenance(str(world.retention_classes))
    text = "Extremely important " + number(record["parameters"]["break_extreme"])
    # Beside the classes, in the histogram beside them, and in the index's own.
    assert whole.count(text) >= 3


def test_the_classes_follow_their_index_and_the_chain_goes_back(whole):
    headings = re.findall("<h2>(.*?)<", whole)
    assert [h.strip() for h in headings] == [
        "Water conservation depth",
        "Importance of function: Water conservation depth",
        "Soil retention",
        "Importance of function: Soil retention",
        "Rainfall erosivity R",
        "Cover factor C",
    ]
    tree = etree.HTML(whole)
    trees = [u for u in tree.iter("ul") if u.get("class") == "tree"]
    last = "".join(trees[2].itertext())
    for text in ("Soil retention", "Rainfall erosivity R", "Monthly precipitation", "months.tif"):
        assert text in last


def test_depth_decides_which_factors_have_a_section(world, tmp_path):
    for depth, expected in ((0, 1), (1, 2), (2, 4)):
        text = report([world.retention_classes], tmp_path / f"{depth}.html", depth=depth)
        assert text.count("<section") == expected


def test_every_word_of_a_person_goes_through_the_translation(world, counties, tmp_path):
    asked = set()

    def marked(text):
        asked.add(text)
        return "".join(f"⟦{part}⟧" if part and part[0] != "{" else part for part in split(text))

    def split(text):
        return re.split(r"(\{[^}]*\})", text)

    results = [world.water, world.water_classes, world.retention, world.retention_classes]
    text = report(results, tmp_path / "a.html", counties, marked)
    assert set(LABELS.values()) <= asked
    plain = Page(re.sub(r"⟦[^⟧]*⟧|[0-9a-f]{12}", "", text)).words
    for model in models().values():
        plain = plain.replace(model.equation, "")
    # What is left is numbers, units, names of files and software, and what tables say themselves.
    tables = "".join(
        path.name + path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[3] / "redline_plugin/resources/tables").glob("*.csv")
    )
    known = tables + "".join(str(path) for path in world.inputs.values()) + str(world)
    known += "Redline redline: gdal numpy python UTC KB MB B CGCS2000 / 3-degree Gauss-Kruger zone"
    known += "gC MJ mm hm month km m3 km² N c00 c10 c30 c50 c70 c90 formula ChinaXiv"
    known += "".join(sign for model in models().values() for sign in model.symbols.values())
    known += " ".join(f"redline:{name} {name}" for name in [*models(), "gradefunction"])
    left = {word for word in re.findall(r"[A-Za-z]{3,}", plain) if word not in known}
    assert left == set()


def test_in_chinese_tables_give_their_chinese_names(world, tmp_path):
    text = report([world.water], tmp_path / "a.html", language="zh")
    assert 'lang="zh-CN"' in text
    assert "常绿阔叶林" in text
    assert "Evergreen broadleaf forest" not in text


def changed(path: Path, target: Path, change) -> Path:
    """Copy a raster with its record changed."""
    shutil.copy(path, target)
    record = dict(read_provenance(str(path)))
    change(record)
    dataset = gdal.Open(str(target), gdal.GA_Update)
    dataset.SetMetadataItem(KEY, to_json(record), METADATA_DOMAIN)
    dataset = None
    return target


def test_warnings_are_told_in_the_readers_language(world, tmp_path):
    def change(record):
        record["warnings"] = [
            {
                "text": "{name}: {count} pixels",
                "fields": {"name": {"text": "Rain", "fields": {}}, "count": 12},
            },
            {"text": "{name.__class__} {count:>999999999}", "fields": {"name": "x", "count": 1}},
            "only text <b>",
            7,
        ]

    path = changed(world.water, tmp_path / "w.tif", change)
    words = {"{name}: {count} pixels": "{name}：{count}个像元", "Rain": "雨"}
    text = report([path], tmp_path / "a.html", translate=lambda t: words.get(t, t), language="zh")
    page = Page(text)
    assert "雨：12个像元" in page.words
    assert "{name.__class__} {count:>999999999}" in page.words
    assert "only text <b>" in page.words


@pytest.mark.parametrize(
    "key", ["parameters", "inputs", "results", "warnings", "software", "redline"]
)
@pytest.mark.parametrize("value", [None, [], {}, "x", 3, [1, "a", None], {"outputs": 3}])
def test_nothing_odd_in_a_record_stops_the_report(world, tmp_path, key, value):
    def change(record):
        if value is None:
            record.pop(key, None)
        else:
            record[key] = value

    paths = [
        changed(path, tmp_path / path.name, change) for path in (world.water, world.water_classes)
    ]
    Page(report(paths, tmp_path / "a.html"))


def test_a_raster_without_a_record_is_shown_with_what_it_has(world, tmp_path):
    text = report([world.inputs["EVAPOTRANSPIRATION"]], tmp_path / "a.html")
    page = Page(text)
    assert "This raster carries no record of how it was made." in page.words
    assert "<image" in text


def test_an_input_that_is_gone_or_changed_is_told(world, tmp_path):
    folder = tmp_path / "moved"
    folder.mkdir()
    rain = shutil.copy(world.inputs["PRECIPITATION"], folder / "rain.tif")
    gone = str(folder / "gone.tif")

    def change(record):
        for entry in record["inputs"]:
            if entry["name"] == "PRECIPITATION":
                entry["path"], entry["size"] = str(rain), 5
            if entry["name"] == "EVAPOTRANSPIRATION":
                entry["path"], entry["made_by"] = gone, "redline:guidepet"

    path = changed(world.water, tmp_path / "w.tif", change)
    page = Page(report([path], tmp_path / "a.html"))
    assert "the file has changed since" in page.words
    assert "the file is no longer there" in page.words
    assert models()["guidepet"].title in page.words


def test_a_graded_index_that_is_gone_is_named_with_its_unit(world, tmp_path):
    folder = tmp_path / "moved"
    folder.mkdir()

    def change(record):
        for entry in record["inputs"]:
            # That model's main output is another one than what was graded.
            entry["path"], entry["made_by"] = str(folder / "gone.tif"), "redline:guidepet"
        record["parameters"]["index"] = {"title": "Actual soil erosion", "unit": "t hm-2 a-1"}

    path = changed(world.retention_classes, tmp_path / "c.tif", change)
    text = report([path], tmp_path / "a.html")
    heading = "Importance of function: Actual soil erosion"
    assert heading in text
    [row] = rows_of(text, heading, "Inputs")[1:]
    assert row[0].startswith("Actual soil erosiont hm⁻² a⁻¹")
    assert f"function: {models()['guidepet'].outputs[0].title}" not in Page(text).words


def test_a_raster_of_one_value_and_one_without_any(tmp_path):
    same = write(tmp_path / "same.tif", np.full((20, 30), 4.5, "float32"))
    none = write(tmp_path / "none.tif", np.full((20, 30), -1, "float32"), nodata=-1)
    page = Page(report([same, none], tmp_path / "a.html"))
    assert "4.5" in page.words


def test_degrees(world, counties, tmp_path):
    rng = np.random.default_rng(3)
    values = (rng.random((40, 50)) + np.arange(40)[:, None]).astype("float32")
    where = {"transform": (110.0, 0.25, 0, 40.0, 0, -0.25), "epsg": 4490}
    path = write(tmp_path / "degrees.tif", values, **where)
    text = report([path], tmp_path / "a.html")
    page = Page(text)
    assert any(text == "115°" for _, text in page.texts)
    assert any(text.endswith(" km") for _, text in page.texts)
    # The mean is weighed by the pixels' true areas.
    from redline_plugin.core.raster.grid import Grid

    areas = Grid.of_file(path).row_areas()[:, None] * np.ones(values.shape)
    mean = (values.astype("float64") * areas).sum() / areas.sum()
    assert abs(mean - values.mean()) > 0.1
    assert f"{mean:.5g}" in page.words
    counted = rows_of(report([path], tmp_path / "b.html", counties), "degrees.tif", "By county")
    assert counted[-1][2] == f"{mean:.5g}"


def test_a_large_raster_is_sampled_and_says_so(world, tmp_path, monkeypatch):
    from redline_plugin.core.report import look

    monkeypatch.setattr(look, "WHOLE_PIXELS", 500)
    monkeypatch.setattr(look, "SAMPLE_PIXELS", 400)
    page = Page(report([world.water], tmp_path / "a.html"))
    assert "from a sample of" in page.words
    assert "from a sample" in page.words


def test_problems_are_told_all_at_once(tmp_path, world):
    with pytest.raises(InputError, match="No result"):
        report([], tmp_path / "a.html")
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(InputError) as caught:
        report([tmp_path / "text.tif", tmp_path / "none.tif"], tmp_path / "a.html")
    assert len(caught.value.problems) == 2
    with pytest.raises(OutputError):
        report([world.water], tmp_path / "no folder" / "a.html")


def test_counties_that_cannot_be_used_are_told_and_do_not_stop_it(world, counties, tmp_path):
    none = dataclasses.replace(counties, counties=counties.counties[3:])
    page = Page(report([world.water], tmp_path / "a.html", none))
    assert "no geometry" in page.words
    some = Page(report([world.water], tmp_path / "b.html", counties))
    assert "无县" in some.words


def test_cancel_leaves_nothing(world, counties, tmp_path):
    class Stop(Quiet):
        def cancelled(self):
            return self.fraction > 0.3

    with pytest.raises(CancelledError):
        write_assessment_report(
            [world.water, world.water_classes],
            tmp_path / "a.html",
            untranslated,
            "en",
            Stop(),
            counties,
        )
    assert list(tmp_path.iterdir()) == []


def test_classes_of_a_model_are_counted_and_named(world, counties, tmp_path):
    from redline_plugin.core.declare.job import Band, Job
    from redline_plugin.core.declare.run import run_jobs

    highest, which = tmp_path / "highest.tif", tmp_path / "which.tif"
    given = {
        "WATER_CONSERVATION": Band(str(world.water_classes)),
        "SOIL_RETENTION": Band(str(world.retention_classes)),
    }
    job = Job(models()["highestfunction"], given, {"OUTPUT": highest, "WHICH": which})
    run_jobs([job], Quiet())
    text = report([highest, which], tmp_path / "a.html", counties)
    Page(text)
    codes = read(highest)
    rows = rows_of(text, models()["highestfunction"].output("OUTPUT").title, "Classes")
    assert [row[1] for row in rows[1:-1]] == [f"{np.sum(codes == c):,}" for c in (3, 2, 1)]
    kinds = read(which)
    long = rows_of(text, models()["highestfunction"].output("WHICH").title, "By county")
    assert [len(row) for row in long] == [4] * len(long)
    assert {row[1] for row in long[1:]} == {
        entry.title
        for entry in models()["highestfunction"].output("WHICH").classes
        if entry.value in np.unique(kinds)
    }
    # Both came from one run, whose inputs are told once.
    assert text.count("<h3>Inputs</h3>") == 1 + sum(
        text.count(f"<h2>{title}") for title in ("Importance", "Water", "Soil")
    )
    assert text.count("those of the same run") == 1
    # The input's map has the colours and names of the classes, not those of unknown codes.
    assert "Extremely important" in text[text.index('class="cards"') :][:200_000]
