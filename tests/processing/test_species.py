"""The two algorithms about species, as QGIS runs them."""

import csv

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from support.rasters import TRANSFORM, read, write
from support.species import field, places

from redline_plugin.core.provenance import read_provenance
from redline_plugin.processing.species import SpeciesSuitability
from redline_plugin.processing.speciesrichness import SpeciesRichness

SIDE = 80


@pytest.fixture
def start(provider, feedback):
    """Run an algorithm that need not be in the provider."""

    def run_it(algorithm, parameters, heard=None):
        import processing

        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        heard = heard or feedback()
        return processing.run(algorithm(), parameters, feedback=heard, context=context)

    return run_it


@pytest.fixture
def world(tmp_path):
    """Two predictors, a raster of classes, and presences of two species and a half."""
    rng = np.random.default_rng(3)
    rain, warmth = field(rng, 3, SIDE), field(rng, 3, SIDE)
    soil = (1 + (np.arange(SIDE * SIDE) // 900) % 3).reshape(SIDE, SIDE).astype("uint8")
    paths = {
        "rain": write(tmp_path / "降水.tif", rain.astype("float32")),
        "warmth": write(tmp_path / "warmth.tif", warmth.astype("float32")),
        "soil": write(tmp_path / "soil.tif", soil),
    }
    layer = QgsVectorLayer("Point?crs=EPSG:4524&field=物种:string(40)", "调查点", "memory")
    features = []
    for name, sign, count in (("大熊猫", 1, 60), ("Panthera uncia", -1, 40), ("x/y", 1, 4)):
        chance = np.exp(1.5 * sign * rain - warmth**2).ravel()
        cells = rng.choice(SIDE * SIDE, count, replace=False, p=chance / chance.sum())
        for x, y in zip(*places(cells, SIDE)):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([name])
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            features.append(feature)
    features.append(QgsFeature(layer.fields()))
    layer.dataProvider().addFeatures(features)
    return layer, paths


def suitability(world, **more):
    layer, paths = world
    return {
        "INPUT": layer,
        "SPECIES_FIELD": "物种",
        "ENVIRONMENT": [paths["rain"], paths["warmth"]],
        "CATEGORIES": [paths["soil"]],
        "BACKGROUND": 1500,
        **more,
    }


@pytest.mark.parametrize("method", [0, 1])
def test_several_species_into_a_folder(start, feedback, world, tmp_path, method):
    heard = feedback()
    folder = tmp_path / "结果"
    found = start(
        SpeciesSuitability,
        suitability(
            world,
            METHOD=method,
            OUTPUT_FOLDER=str(folder),
            METRICS=str(tmp_path / "模型.csv"),
            VARIABLES=str(tmp_path / "v.csv"),
        ),
        heard,
    )
    assert sorted(path.name for path in folder.iterdir()) == ["Panthera_uncia.tif", "大熊猫.tif"]
    assert (found["SPECIES"], found["FAILED"], found["BACKGROUND_PIXELS"]) == (2, 1, 1500)
    assert 0.6 < found["LOWEST_AUC"] <= found["AUC"] < found["TRAINING_AUC"] + 0.05 < 1.05
    drawn = read(folder / "大熊猫.tif")
    assert drawn.shape == (SIDE, SIDE)
    assert ((drawn >= 0) & (drawn <= 1)).all()
    assert any("x/y" in text and "4 presences are left" in text for text in heard.warned)
    rows = list(csv.reader((tmp_path / "模型.csv").open(encoding="utf-8-sig")))
    assert [row[0] for row in rows[1:]] == ["Panthera uncia", "大熊猫", "x/y"]
    assert rows[0].index("Held-out presences") == rows[0].index("Reading") - 1
    for row in rows[1:3]:
        scored, word = row[rows[0].index("Held-out presences") :][:2]
        assert (word == "too few presences to judge") == (int(scored) < 30)
    made = read_provenance(str(folder / "大熊猫.tif"))
    assert made["algorithm"] == "redline:speciessuitability"
    assert {record["name"] for record in made["inputs"]} == {"降水", "warmth", "soil"}
    assert list(made["results"]["importance"]) == sorted(made["results"]["importance"])


def test_one_species_into_a_raster_and_on_to_richness(start, world, tmp_path):
    layer, _ = world
    layer.setSubsetString("") if layer.subsetString() else None
    for feature in list(layer.getFeatures()):
        if feature["物种"] != "大熊猫":
            layer.dataProvider().deleteFeatures([feature.id()])
    output = str(tmp_path / "大熊猫.tif")
    found = start(
        SpeciesSuitability,
        suitability(
            world, SPECIES_FIELD=None, OUTPUT=output, FEATURES=[0, 1], FOLD_KIND=1, L1_SHARE=0.5
        ),
    )
    assert found["OUTPUT"] == output
    made = read_provenance(output)
    assert made["results"]["species"] == "调查点"
    assert made["parameters"]["features"] == ["linear", "quadratic"]
    assert made["parameters"]["l1_share"] == 0.5
    assert made["parameters"]["fold_kind"] == "random"
    index = start(SpeciesRichness, {"INPUT": [output], "OUTPUT": str(tmp_path / "i.tif")})
    np.testing.assert_array_equal(read(tmp_path / "i.tif"), read(output))
    assert index["VALID_PIXELS"] == SIDE * SIDE
    import processing

    graded = processing.run(
        "redline:gradefunction", {"INPUT": index["OUTPUT"], "OUTPUT": str(tmp_path / "c.tif")}
    )
    assert set(np.unique(read(graded["OUTPUT"]))) == {1, 2, 3}


def test_temporary_folder(start, world):
    found = start(SpeciesSuitability, suitability(world, OUTPUT_FOLDER="TEMPORARY_OUTPUT"))
    assert read(f"{found['OUTPUT_FOLDER']}/大熊猫.tif").shape == (SIDE, SIDE)


def test_what_stands_against_a_run(start, world, tmp_path):
    with pytest.raises(QgsProcessingException, match="3 species, and one output"):
        start(SpeciesSuitability, suitability(world, OUTPUT=str(tmp_path / "a.tif")))
    with pytest.raises(QgsProcessingException, match="no field “nothing”"):
        start(
            SpeciesSuitability,
            suitability(world, SPECIES_FIELD="nothing", OUTPUT_FOLDER=str(tmp_path / "f")),
        )
    with pytest.raises(QgsProcessingException, match=r"x/y: 4 presences .* at least 100"):
        start(
            SpeciesSuitability,
            suitability(world, MIN_PRESENCES=100, OUTPUT_FOLDER=str(tmp_path / "f")),
        )
    with pytest.raises(QgsProcessingException, match="There is no raster"):
        start(
            SpeciesSuitability,
            suitability(
                world, ENVIRONMENT=None, CATEGORIES=None, OUTPUT_FOLDER=str(tmp_path / "f")
            ),
        )


def test_cancel_leaves_nothing(start, feedback, world, tmp_path):
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        start(
            SpeciesSuitability,
            suitability(world, OUTPUT_FOLDER=str(tmp_path / "f")),
            feedback(40),
        )
    assert not (tmp_path / "f").exists()


@pytest.fixture
def maps(tmp_path):
    values = np.array([[10, 60, 80], [0, 50, 100]], "uint8")
    return [
        write(tmp_path / "大熊猫.tif", values),
        write(tmp_path / "wolf.tif", values[::-1].copy()),
    ]


def test_richness_with_weights_ranges_and_cut_off(start, maps, tmp_path):
    table = tmp_path / "权重.csv"
    table.write_text("species,weight,protection,note\n大熊猫,3,一级,\nwolf,1,,\n", encoding="gbk")
    ranges = QgsVectorLayer("Polygon?crs=EPSG:4524&field=name:string", "core", "memory")
    feature = QgsFeature(ranges.fields())
    feature.setAttributes(["大熊猫"])
    x, y = TRANSFORM[0], TRANSFORM[3]
    square = f"POLYGON(({x} {y}, {x + 30} {y}, {x + 30} {y - 60}, {x} {y - 60}, {x} {y}))"
    feature.setGeometry(QgsGeometry.fromWkt(square))
    ranges.dataProvider().addFeatures([feature])
    parameters = {
        "INPUT": maps,
        "SCALE": 100,
        "WEIGHTS": str(table),
        "RANGES": ranges,
        "RANGES_FIELD": "name",
        "OUTPUT": str(tmp_path / "i.tif"),
        "REPORT": str(tmp_path / "r.csv"),
    }
    found = start(SpeciesRichness, parameters)
    np.testing.assert_allclose(
        read(tmp_path / "i.tif"), [[3.0, 2.3, 3.4], [3.1, 2.1, 3.8]], atol=1e-6
    )
    assert found["MAXIMUM"] == pytest.approx(3.8)
    rows = list(csv.reader((tmp_path / "r.csv").open(encoding="utf-8-sig")))
    assert rows[1][:4] == ["大熊猫", "3", "一级", "6"]
    assert rows[1][6:] == ["", "2"]
    start(SpeciesRichness, {**parameters, "METHOD": 1, "CUT_OFF": 0.6})
    assert read(tmp_path / "i.tif").tolist() == [[3, 3, 4], [3, 1, 4]]
    with pytest.raises(QgsProcessingException, match="needs a cut-off"):
        start(SpeciesRichness, {**parameters, "METHOD": 1})


def test_a_wrong_scale_is_an_error(start, maps, tmp_path):
    with pytest.raises(QgsProcessingException, match="大熊猫: The value 10 at column 0, row 0"):
        start(SpeciesRichness, {"INPUT": maps, "OUTPUT": str(tmp_path / "i.tif")})
    assert not (tmp_path / "i.tif").exists()


def test_no_limit_of_habitat_has_a_default(provider):
    together, single = SpeciesRichness().create(), SpeciesSuitability().create()
    assert together.parameterDefinition("CUT_OFF").defaultValue() is None
    names = [definition.name() for definition in single.parameterDefinitions()]
    assert not [name for name in names if "CUT" in name or "THRESHOLD" in name]
