"""Whole runs over rasters: known species, and everything that can be wrong."""

import math
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, osr
from support.rasters import TRANSFORM, read, write
from support.species import SIDE, places

from redline_plugin.core.errors import CancelledError, InputError
from redline_plugin.core.feedback import Quiet
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import windows_of
from redline_plugin.core.raster.plan import Plan
from redline_plugin.core.species.auc import auc
from redline_plugin.core.species.blocks import BlockOptions
from redline_plugin.core.species.environment import Layer
from redline_plugin.core.species.presences import Points
from redline_plugin.core.species.report import metrics_csv, variables_csv
from redline_plugin.core.species.run import Request, model_species
from redline_plugin.core.species.settings import (
    LINEAR,
    LOGISTIC,
    MAXENT,
    QUADRATIC,
    Settings,
)

FEW = Settings(background=2000)


def told(feedback):
    return "\n".join(str(message) for message in feedback.messages + feedback.warnings)


def run(points, layers, folder, settings=FEW, options=None, feedback=None, **where):
    return model_species(
        Request(points, layers, folder, **where), feedback or Quiet(), settings, options
    )


@pytest.mark.parametrize("method", [MAXENT, LOGISTIC])
def test_a_known_species_is_found_again(country, suited, tmp_path, method):
    cells = country.cells(suited, 200)
    settings = replace(FEW, method=method, features=(LINEAR, QUADRATIC))
    found = run(country.points({"豹": cells}), country.layers, tmp_path, settings).species[0]
    # What a model that knew the truth would reach.
    best = sum(
        auc(np.array([value]), suited.ravel()) * share for value, share in zip(*_shares(suited))
    )
    assert found.held_out.mean == pytest.approx(best, abs=0.03)
    assert found.training_auc == pytest.approx(best, abs=0.03)
    assert len(found.held_out.by_fold) == 5
    assert 0 < found.held_out.sd < 0.1
    drawn = read(tmp_path / "豹.tif")
    assert drawn.min() >= 0
    assert drawn.max() <= 1
    order = [np.argsort(np.argsort(v.ravel())) for v in (drawn, suited)]
    assert np.corrcoef(*order)[0, 1] > 0.97
    assert found.importance[2] < 3
    assert found.importance.sum() == pytest.approx(100)


def _shares(suited):
    """A hundred values that stand for the presences, with how often each is met."""
    values = np.quantile(np.repeat(suited.ravel(), 1), np.linspace(0.005, 0.995, 100))
    return values, values / values.sum()


def test_presences_have_the_values_of_their_pixels(country, suited, tmp_path):
    """The map at the presences gives the training AUC again: both read the same pixels."""
    cells = country.cells(suited, 60)
    found = run(country.points({"a": cells}), country.layers, tmp_path).species[0]
    drawn = read(tmp_path / "a.tif").ravel()
    sampled = np.column_stack(
        [country.values[layer.name].ravel()[cells] for layer in country.layers]
    ).astype(float)
    np.testing.assert_allclose(drawn[cells], found.model.suitability(sampled), atol=1e-6)
    made = read_provenance(str(tmp_path / "a.tif"))
    assert made["results"]["training_auc"] == pytest.approx(found.training_auc)
    assert made["results"]["presences"] == 60
    assert made["parameters"]["drawn"] == 2000
    assert made["parameters"]["seed"] == 1


def test_what_is_stored_is_enough_to_compute_the_map_again(country, suited, tmp_path):
    """The Guide's formula with the coefficients per unit that stand in the file."""
    settings = replace(FEW, method=LOGISTIC)
    run(country.points({"a": country.cells(suited, 60)}), country.layers, tmp_path, settings)
    results = read_provenance(str(tmp_path / "a.tif"))["results"]
    total = np.full((SIDE, SIDE), results["intercept"])
    for term in results["terms"]:
        name = term["term"][2:-1]
        total += term["per_unit"] * (country.values[name].astype(float) - term["mean"])
    drawn = read(tmp_path / "a.tif")
    # Beyond what the training saw the map is clamped; that is a pixel or two.
    assert np.quantile(np.abs(drawn - 1 / (1 + np.exp(-total))), 0.99) < 1e-6
    assert results["auc"] == pytest.approx(np.mean(results["auc_by_fold"]))
    assert results["auc_sd"] == pytest.approx(np.std(results["auc_by_fold"], ddof=1))


def test_windows_and_threads_do_not_matter(country, suited, tmp_path):
    """Nor does the order of the points; the files' pixels are the same to the last bit."""
    soil = np.add.outer(np.arange(SIDE) // 40, np.arange(SIDE) // 60).astype("uint8")
    layers = [*country.layers, Layer(write(tmp_path / "soil.tif", soil), "soil", True)]
    cells = country.cells(suited, 50)
    points = country.points({"a": cells})
    grid = _grid(layers[0].path)
    results = []
    for number, (windows, piece, threads) in enumerate(
        [((SIDE, SIDE), (512, 512), 1), ((64, 32), (16, 16), 3), ((48, 80), (48, 7), 2)]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        order = np.random.default_rng(number).permutation(len(cells))
        how = Plan(windows_of(grid, *windows), (64, 64), piece)
        moved = Points(points.species, points.x[order], points.y[order], points.crs)
        found = run(
            moved, layers, folder, options=BlockOptions(windows=how, threads=threads)
        ).species[0]
        results.append((read(folder / "a.tif"), found.held_out.by_fold, found.importance))
    for drawn, folds, importance in results[1:]:
        assert np.array_equal(drawn, results[0][0])
        assert folds == results[0][1]
        assert np.array_equal(importance, results[0][2])


def _grid(path):
    from redline_plugin.core.raster.grid import Grid

    return Grid.of_file(path)


def test_the_seed_decides_and_nothing_else_does(country, suited, tmp_path):
    cells = country.cells(suited, 40)
    points = country.points({"a": cells})
    drawn = []
    for number, seed in enumerate((1, 1, 2)):
        folder = tmp_path / str(number)
        folder.mkdir()
        run(points, country.layers, folder, replace(FEW, seed=seed))
        drawn.append(read(folder / "a.tif"))
    assert np.array_equal(drawn[0], drawn[1])
    assert not np.array_equal(drawn[0], drawn[2])


def test_a_species_does_not_depend_on_the_others(country, suited, tmp_path):
    cells = {"大熊猫": country.cells(suited, 40), "雪豹": country.cells(1.001 - suited, 30)}
    (tmp_path / "both").mkdir()
    both = run(country.points(cells), country.layers, tmp_path / "both")
    assert [result.name for result in both.species] == ["大熊猫", "雪豹"]
    (tmp_path / "one").mkdir()
    one = run(country.points({"雪豹": cells["雪豹"]}), country.layers, tmp_path / "one")
    assert np.array_equal(read(tmp_path / "both" / "雪豹.tif"), read(tmp_path / "one" / "雪豹.tif"))
    assert one.species[0].held_out == both.species[1].held_out


def test_more_species_than_fit_into_one_pass(country, suited, tmp_path, monkeypatch):
    monkeypatch.setattr("redline_plugin.core.species.run.SPECIES_AT_A_TIME", 2)
    cells = {f"s{n}": country.cells(suited, 20) for n in range(5)}
    settings = replace(FEW, method=LOGISTIC)
    found = run(country.points(cells), country.layers, tmp_path, settings)
    for result in found.species:
        drawn = read(tmp_path / f"{result.name}.tif").ravel()
        values = np.column_stack([v.ravel() for v in country.values.values()]).astype(float)
        np.testing.assert_allclose(drawn, result.model.suitability(values), atol=1e-6)


def test_too_few_presences_do_not_end_the_run_of_the_others(country, suited, tmp_path):
    cells = {"many": country.cells(suited, 10), "few": country.cells(suited, 9)}
    feedback = Quiet()
    found = run(country.points(cells), country.layers, tmp_path, feedback=feedback)
    assert [result.name for result in found.species] == ["many"]
    assert [problem.where for problem in found.failures] == ["few"]
    assert "9 presences are left of 9 points, and at least 10 are needed" in told(feedback)
    assert not (tmp_path / "few.tif").exists()
    with pytest.raises(InputError, match=r"few: 9 presences .* at least 10") as caught:
        run(country.points({"few": cells["few"]}), country.layers, tmp_path)
    assert caught.value.problems[0].where == "few"
    metrics_csv(found, tmp_path / "m.csv", str)
    variables_csv(found.species, tmp_path / "v.csv", str)
    lines = (tmp_path / "m.csv").read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("many,many.tif,10,0,0,0,10,2000,0.")
    assert lines[2].startswith("few,,,")
    assert "at least 10 are needed" in lines[2]
    assert len({line.count(",") for line in lines[:2]}) == 1
    rows = (tmp_path / "v.csv").read_text("utf-8-sig").splitlines()
    assert sum(",importance [%]," in row for row in rows) == 3


def test_points_are_counted_where_they_get_lost(country, suited, tmp_path):
    rain = country.values["rain"].copy()
    cells = country.cells(suited, 40)
    rain.ravel()[cells[:6]] = -1
    layers = [
        Layer(write(tmp_path / "r.tif", rain, nodata=-1), "rain"),
        *country.layers[1:],
    ]
    inside = places(np.concatenate([cells, cells[10:14]]))
    x = np.concatenate([inside[0], [TRANSFORM[0] - 1, TRANSFORM[0] + 1e9, np.nan]])
    y = np.concatenate([inside[1], [TRANSFORM[3] - 1, TRANSFORM[3], np.nan]])
    names = ["a"] * 47
    feedback = Quiet()
    points = Points([*names, ""], np.append(x, x[0]), np.append(y, y[0]), "EPSG:4524")
    found = run(points, layers, tmp_path, feedback=feedback)
    result = found.species[0]
    assert (result.presences.points, result.presences.outside) == (47, 3)
    assert (result.presences.thinned, result.on_nodata, result.used) == (4, 6, 34)
    assert found.unnamed == 1
    assert "6 presences lie on nodata" in told(feedback)
    assert "1 points have no species' name" in told(feedback)
    thick = run(points, layers, tmp_path, replace(FEW, thin=False)).species[0]
    assert (thick.presences.thinned, thick.used) == (0, 38)
    drawn = read(tmp_path / "a.tif").ravel()
    assert (drawn[cells[:6]] == -9999).all()
    assert (drawn == -9999).sum() == 6


def test_points_in_another_crs(country, suited, tmp_path):
    cells = country.cells(suited, 40)
    target, source = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4524)
    target.ImportFromEPSG(4490)
    for reference in (source, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y = places(cells)
    moved = np.array(
        osr.CoordinateTransformation(source, target).TransformPoints(
            np.column_stack([x, y]).tolist()
        )
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    run(country.points({"s": cells}), country.layers, tmp_path / "a")
    degrees = Points(["s"] * 40, moved[:, 0], moved[:, 1], "EPSG:4490")
    run(degrees, country.layers, tmp_path / "b")
    assert np.array_equal(read(tmp_path / "a" / "s.tif"), read(tmp_path / "b" / "s.tif"))
    with pytest.raises(InputError, match="is not understood"):
        run(replace(degrees, crs="nonsense"), country.layers, tmp_path)


def test_points_that_no_crs_can_hold_are_outside(country, suited, tmp_path):
    x, y = places(country.cells(suited, 20))
    far = [math.inf, 1e300, 500.0], [0.0, 1e300, 95.0]
    wild = Points(["s"] * 23, np.append(x, far[0]), np.append(y, far[1]), "EPSG:4524")
    assert run(wild, country.layers, tmp_path).species[0].presences.outside == 3
    with pytest.raises(InputError, match="23 lie outside"):
        run(replace(wild, crs="EPSG:4490"), country.layers, tmp_path)


def test_predictors_on_other_grids(country, suited, tmp_path):
    """A coarser raster in degrees is brought to the first one's grid, for all alike."""
    warped = tmp_path / "w.tif"
    gdal.Warp(str(warped), country.layers[1].path, dstSRS="EPSG:4490", width=70, height=70)
    feedback = Quiet()
    layers = [country.layers[0], Layer(str(warped), "warmth")]
    found = run(
        country.points({"s": country.cells(suited, 60)}), layers, tmp_path, FEW, None, feedback
    )
    assert "warmth is on another grid" in told(feedback)
    assert read(tmp_path / "s.tif").shape == (SIDE, SIDE)
    assert found.species[0].held_out.mean > 0.7


def test_a_class_that_nobody_has_seen(country, suited, tmp_path):
    soil = np.ones((SIDE, SIDE), "uint8")
    soil[:, 75:] = 2
    soil[0, 0] = 77
    layers = [*country.layers, Layer(write(tmp_path / "soil.tif", soil), "soil", True)]
    feedback = Quiet()
    cells = country.cells(suited, 40)
    cells = cells[cells > 0]
    settings = replace(FEW, background=500)
    run(country.points({"s": cells}), layers, tmp_path, settings, None, feedback)
    drawn = read(tmp_path / "s.tif")
    assert drawn[0, 0] == -9999
    assert (drawn == -9999).sum() == 1
    assert "1 pixels have class 77 of soil" in told(feedback)
    made = read_provenance(str(tmp_path / "s.tif"))
    assert made["results"]["unseen_classes"] == [{"predictor": "soil", "class": 77, "pixels": 1}]


def test_too_many_classes_and_no_classes(country, suited, tmp_path):
    codes = (np.arange(SIDE * SIDE) % 40).reshape(SIDE, SIDE).astype("int16")
    layers = [
        *country.layers,
        Layer(write(tmp_path / "c.tif", codes), "codes", True),
        Layer(write(tmp_path / "h.tif", codes.astype("float32") / 2), "halves", True),
    ]
    points = country.points({"s": country.cells(suited, 20)})
    with pytest.raises(InputError) as caught:
        run(points, layers, tmp_path)
    assert [problem.where for problem in caught.value.problems] == ["codes", "halves"]
    assert "40 classes; at most 30" in str(caught.value)
    assert not (tmp_path / "s.tif").exists()
    run(points, layers[:4], tmp_path, replace(FEW, max_classes=40))


def test_predictors_that_deserve_a_warning(country, suited, tmp_path):
    rain = country.values["rain"]
    holes = country.values["warmth"].copy()
    holes[:20] = -9999
    layers = [
        *country.layers,
        Layer(write(tmp_path / "a.tif", 0.1 * rain + 3), "rain again"),
        Layer(write(tmp_path / "b.tif", np.full_like(rain, 4)), "constant"),
        Layer(write(tmp_path / "c.tif", holes), "holes"),
    ]
    feedback = Quiet()
    run(country.points({"s": country.cells(suited, 20)}), layers, tmp_path, FEW, None, feedback)
    warned = "\n".join(str(message) for message in feedback.warnings)
    assert "rain and rain again go together (r = 1.000" in warned
    assert warned.count("go together") == 1
    assert "constant has the same value everywhere" in warned
    assert "holes goes down to -9999" in warned
    made = read_provenance(str(tmp_path / "s.tif"))
    assert len(made["warnings"]) == len(feedback.warnings)


def test_background_by_mask_and_bias(country, suited, tmp_path):
    mask = np.zeros((SIDE, SIDE), "uint8")
    mask[:, :30] = 1
    bias = np.ones((SIDE, SIDE), "float32")
    bias[:, :10] = 4
    bias[:, 25:] = 0
    points = country.points({"s": country.cells(suited, 40)})
    where = {
        "mask": write(tmp_path / "mask.tif", mask),
        "bias": write(tmp_path / "bias.tif", bias),
    }
    drawn = _background(points, country, tmp_path, **where)
    column = drawn % SIDE
    assert len(np.unique(drawn)) == 1000
    assert column.max() == 24
    # 10 columns weigh 4, 15 weigh 1; drawn without replacement, so a little less than 40/55.
    assert 0.55 < (column < 10).mean() < 0.73
    with pytest.raises(InputError, match="No pixel is left for the background"):
        run(points, country.layers, tmp_path, mask=write(tmp_path / "n.tif", 0 * mask))
    few = run(
        points,
        country.layers,
        tmp_path,
        mask=where["mask"],
        feedback=(feedback := Quiet()),
        settings=replace(FEW, background=9000),
    )
    assert few.background == 30 * SIDE
    assert "all of the 4500 pixels" in told(feedback)


def _background(points, country, tmp_path, **where):
    from redline_plugin.core.species import run as module

    seen = []
    original = module.take_sample

    def spy(*arguments):
        seen.append(original(*arguments))
        return seen[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "take_sample", spy)
        run(points, country.layers, tmp_path, replace(FEW, background=1000), **where)
    return seen[0].background_cells


def test_the_draw_is_even_and_by_true_area(country, suited, tmp_path):
    points = country.points({"s": country.cells(suited, 40)})
    cells = _background(points, country, tmp_path)
    rows = np.histogram(cells // SIDE, 3, (0, SIDE))[0]
    assert np.abs(rows - 333).max() < 60
    # In degrees the rows near the pole are small; here from 0 to 75 degrees north.
    tall = (100.0, 0.5, 0.0, 75.0, 0.0, -0.5)
    flat = np.arange(SIDE * SIDE, dtype="float32").reshape(SIDE, SIDE)
    layer = Layer(write(tmp_path / "d.tif", flat, tall, 4490), "d")
    country.layers = [layer]
    x = 100 + 0.5 * (np.arange(0, 150, 6) + 0.5)
    found = _background(Points(["s"] * 25, x, np.full(25, 37.0), "EPSG:4490"), country, tmp_path)
    north = (found // SIDE < SIDE // 2).mean()
    sine = np.sin(np.radians([37.5, 75.0]))
    assert north == pytest.approx(1 - sine[0] / sine[1], abs=0.05)


def test_cancel_leaves_nothing(country, suited, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    points = country.points({"s": country.cells(suited, 40)})

    class Stop(Quiet):
        def __init__(self, at):
            super().__init__()
            self.at = at

        def cancelled(self):
            return self.fraction >= self.at

    for at in (0.0, 0.34, 0.36, 0.65):
        with pytest.raises(CancelledError):
            run(points, country.layers, folder, feedback=Stop(at))
        assert list(folder.iterdir()) == []


def test_places_of_the_results(country, suited, tmp_path):
    two = country.points({"a": country.cells(suited, 20), "b": country.cells(suited, 20)})
    one = country.points({"a": country.cells(suited, 20)})
    with pytest.raises(InputError, match="2 species, and one output"):
        run(two, country.layers, None, output=tmp_path / "x.tif")
    with pytest.raises(InputError, match="No output is asked for"):
        run(one, country.layers, None)
    with pytest.raises(InputError, match="folder does not exist") as caught:
        run(two, country.layers, tmp_path / "nowhere")
    assert len(caught.value.problems) == 1
    with pytest.raises(InputError, match="overwrite an input"):
        run(one, country.layers, None, output=tmp_path / "rain.tif")
    run(one, country.layers, None, output=tmp_path / "猫.tif")
    assert read(tmp_path / "猫.tif").shape == (SIDE, SIDE)


def test_inputs_that_cannot_be_used(country, suited, tmp_path):
    points = country.points({"a": country.cells(suited, 20)})
    with pytest.raises(InputError, match="There is no raster"):
        run(points, [], tmp_path)
    with pytest.raises(InputError, match="没有 cannot be read as a raster"):
        run(points, [Layer(str(tmp_path / "没有.tif"), "没有")], tmp_path)
    with pytest.raises(InputError, match="no point with a species' name"):
        run(replace(points, species=[""] * 20), country.layers, tmp_path)
    empty = Layer(write(tmp_path / "e.tif", np.full((SIDE, SIDE), np.nan, "float32")), "e")
    with pytest.raises(InputError, match="No pixel is valid"):
        run(points, [*country.layers, empty], tmp_path)
    far = Layer(
        write(tmp_path / "f.tif", np.ones((5, 5), "float32"), (0.0, 30.0, 0.0, 0.0, 0.0, -30.0)),
        "f",
    )
    with pytest.raises(InputError, match="Does not overlap"):
        run(points, [*country.layers, far], tmp_path)


def test_bands_are_predictors_of_their_own(country, suited, tmp_path):
    stack = np.stack(list(country.values.values()))
    layers = [
        Layer(write(tmp_path / "s.tif", stack), "bio"),
        Layer(country.layers[0].path, "bio_1"),
    ]
    found = run(country.points({"a": country.cells(suited, 30)}), layers, tmp_path).species[0]
    names = [item.name for item in found.model.features.predictors]
    assert names == ["bio_1", "bio_2", "bio_3", "bio_1_2"]


def test_a_design_that_does_not_fit_into_memory_is_refused(country, suited, tmp_path, monkeypatch):
    monkeypatch.setattr("redline_plugin.core.species.modelling.LARGEST_DESIGN", 1000)
    with pytest.raises(InputError, match="do not fit into memory"):
        run(country.points({"a": country.cells(suited, 30)}), country.layers, tmp_path)


def test_presences_in_one_block_give_a_map_without_an_auc(country, suited, tmp_path):
    feedback = Quiet()
    settings = replace(FEW, block_m=1e6)
    points = country.points({"a": country.cells(suited, 30)})
    found = run(points, country.layers, tmp_path, settings, None, feedback).species[0]
    assert np.isnan(found.held_out.mean)
    assert "no held-out AUC" in told(feedback)
    assert read_provenance(str(tmp_path / "a.tif"))["results"]["auc"] is None
