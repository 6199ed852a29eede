"""Terrain factors: vectors of the fact sheet (section 8), and blocks that fit without a seam."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redline_plugin.core.assess import (
    reliefamplitude,
    slope,
    slopelengthsteepness,
    soilroughness,
    terrainroughness,
)
from redline_plugin.core.declare.model import Certainty
from redline_plugin.core.errors import InputError
from redline_plugin.core.terrain.halo import LARGEST

WITH_HALO = {
    module.MODEL.id: module.MODEL
    for module in (slope, reliefamplitude, soilroughness, slopelengthsteepness)
}
MODELS = [*WITH_HALO.values(), terrainroughness.MODEL]


def names_of(model, **changed):
    names = {item.name.lower(): float(item.default) for item in model.coefficients}
    names.update({choice.name.lower(): choice.default for choice in model.choices})
    return {**names, **changed}


def run(model, arrays, widths, heights, block=None, **changed):
    """Run a model with nothing known around the arrays, whole or in blocks of a side in cells."""
    names = names_of(model, **changed)
    halo = model.halo(float(widths.min()), float(heights.min()), **names)
    framed = [
        None if a is None else np.pad(a.astype(float), halo, constant_values=np.nan) for a in arrays
    ]
    width, height = (np.pad(s, halo, mode="edge")[:, None] for s in (widths, heights))
    shape = next(a.shape for a in arrays if a is not None)
    found = {output.name: np.full(shape, -1.0) for output in model.outputs}
    checks = [np.zeros(shape, bool) for _ in model.checks]
    side = block or max(shape)
    for y in range(0, shape[0], side):
        for x in range(0, shape[1], side):
            bottom, right = min(y + side, shape[0]), min(x + side, shape[1])
            window = np.s_[y : bottom + 2 * halo, x : right + 2 * halo]
            place = np.s_[y:bottom, x:right]
            pieces = [None if a is None else a[window] for a in framed]
            more = {"cell_width": width[window[0]], "cell_height": height[window[0]], "halo": halo}
            with np.errstate(all="ignore"):
                if model.shared is not None:
                    shared = model.shared(*pieces, **names, **more)
                    args, by_name = (shared,), {}
                else:
                    args, by_name = pieces, {**names, **more}
                for output in model.outputs:
                    found[output.name][place] = output.kernel(*args, **by_name)
                for check, result in zip(model.checks, checks):
                    result[place] = check.kernel(*args, **by_name)
    return found, checks


def ground(seed, shape=(34, 29)):
    """Ground with long slopes, flats, pits, equal neighbours and holes."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[: shape[0], : shape[1]]
    tilt = random.integers(-9, 10, 2)
    elevation = tilt[0] * y + tilt[1] * x + random.integers(0, random.integers(2, 30), shape)
    elevation = elevation.astype(float)
    elevation[random.random(shape) < random.choice([0, 0.03])] = np.nan
    return elevation


LS_RUNS = [
    {"max_length": 90.0},
    {"max_length": 200.0, "cutoff_gentle": 0.0, "cutoff_steep": 0.0},
    {"max_length": 150.0, "channel_area": 4000.0},
    {"max_length": 60.0, "cutoff_gentle": 0.3, "cutoff_steep": 0.1, "channel_area": 9000.0},
    {"max_length": 120.0, "length_method": "contributingarea"},
    {"max_length": 33.0, "length_method": "contributingarea"},
    {"length_method": "fixed"},
]
RUNS = [
    *(("slopelengthsteepness", changed) for changed in LS_RUNS),
    ("slope", {}),
    ("slope", {"slope_method": "zevenbergenthorne"}),
    ("reliefamplitude", {}),
    ("reliefamplitude", {"neighbourhood": "square", "window_size": 170.0}),
    ("reliefamplitude", {"neighbourhood": "circle", "window_size": 260.0}),
    ("soilroughness", {"distance": 110.0}),
    ("soilroughness", {"distance": 110.0, "crr": "cover"}),
]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1_000_000), st.integers(3, 17), st.booleans(), st.booleans())
@pytest.mark.parametrize(("model_id", "changed"), RUNS)
def test_blocks_give_what_the_whole_gives(
    model_id, changed, seed, block, in_degrees, with_channels
):
    elevation = ground(seed)
    random = np.random.default_rng(seed + 1)
    # In degrees the width of a cell changes from row to row.
    widths = np.full(34, 30.0) - (0.05 * np.arange(34) if in_degrees else 0)
    heights = np.full(34, 31.0 if in_degrees else 30.0)
    arrays = {
        "slopelengthsteepness": [
            elevation,
            (random.random(elevation.shape) < 0.02) * 1.0 if with_channels else None,
        ],
        "soilroughness": [elevation, None, random.random(elevation.shape)],
    }.get(model_id, [elevation])
    model = WITH_HALO[model_id]
    whole, counted = run(model, arrays, widths, heights, **changed)
    pieces, again = run(model, arrays, widths, heights, block, **changed)
    for name, values in whole.items():
        # To the last bit.
        np.testing.assert_array_equal(pieces[name], values, err_msg=name)
        assert np.isnan(values[np.isnan(elevation)]).all()
    for first, second in zip(counted, again):
        np.testing.assert_array_equal(first, second)


def test_blocks_of_a_long_even_slope():
    # Every way is longer than the halo, every area larger than a channel's.
    elevation = np.tile(np.arange(60.0)[::-1] * 5, (12, 1))
    sizes = np.full(12, 30.0), np.full(12, 30.0)
    model = slopelengthsteepness.MODEL
    for changed in ({}, {"channel_area": 20_000.0}, {"length_method": "contributingarea"}):
        whole, counted = run(model, [elevation, None], *sizes, max_length=255.0, **changed)
        pieces, again = run(model, [elevation, None], *sizes, 5, max_length=255.0, **changed)
        for name, values in whole.items():
            np.testing.assert_array_equal(pieces[name], values)
        np.testing.assert_array_equal(counted[0], again[0])
        if not changed:
            np.testing.assert_allclose(
                whole["SLOPE_LENGTH"][3, :12], [*range(15, 256, 30), 255, 255, 255]
            )
            assert counted[0][3].sum() == 50
        if "channel_area" in changed:
            # 20 000 m2 are 22.2 cells: from the 23rd on it is a channel, one cell long.
            assert (whole["SLOPE_LENGTH"][3, 8:22] == 255).sum() == 14
            assert (whole["SLOPE_LENGTH"][3, 22:-1] == 30).all()


def test_soil_roughness_vector():
    ridge = soilroughness.ridge_roughness(np.array([5.0]), 250.0)
    assert ridge[0] == pytest.approx(0.02)
    assert soilroughness.soil_roughness(ridge)[0] == pytest.approx(0.9751156, abs=5e-8)


def test_soil_roughness_of_an_even_slope():
    # 25 m pixels: the window of 250 m has 11 x 11, exactly 250 m across.
    elevation = np.tile(np.arange(30.0) * 0.5, (30, 1))
    sizes = np.full(30, 25.0), np.full(30, 25.0)
    model = soilroughness.MODEL
    found, _ = run(model, [elevation, None, None], *sizes)
    np.testing.assert_allclose(found["OUTPUT"][:, 5:-5], 0.9751156, atol=5e-8)
    relief = np.full((30, 30), 5.0)
    by_relief, _ = run(model, [elevation * 9, relief, None], *sizes)
    np.testing.assert_allclose(by_relief["OUTPUT"], 0.9751156, atol=5e-8)
    cover = np.full((30, 30), 0.6)
    # Cover counts only by choice; without that choice it is told that it does not.
    unused, told = run(model, [None, relief, cover], *sizes)
    np.testing.assert_array_equal(unused["OUTPUT"], by_relief["OUTPUT"])
    assert [bool(flag.all()) for flag in told] == [False, False, True]
    for arrays in ([None, relief, None], [elevation, None, None]):
        missing, told = run(model, arrays, *sizes, crr="cover")
        assert [bool(flag.all()) for flag in told] == [False, True, False]
        plain, told = run(model, arrays, *sizes)
        np.testing.assert_array_equal(missing["OUTPUT"], plain["OUTPUT"])
        assert not any(flag.any() for flag in told)
    with_cover, told = run(model, [None, relief, cover], *sizes, crr="cover")
    assert not any(flag.any() for flag in told)
    random = 17.46 * (0.025 + 2.464 * 0.6**3.56) ** 0.738
    np.testing.assert_allclose(
        with_cover["OUTPUT"], by_relief["OUTPUT"] * np.exp(-0.127 * random), rtol=1e-12
    )
    # Cover alone says nothing of the height difference; a run asks for one of the others.
    assert model.one_of == (("ELEVATION", "RELIEF"),)


def test_coarse_pixels_take_their_own_distance():
    # On 250 m pixels the window is 3 x 3, 500 m across: dH = 10 m over 500 m.
    elevation = np.tile(np.arange(9.0) * 5, (9, 1))
    found, _ = run(
        soilroughness.MODEL, [elevation, None, None], np.full(9, 250.0), np.full(9, 250.0)
    )
    expected = soilroughness.soil_roughness(np.array(0.2 * 100 / 500))
    np.testing.assert_allclose(found["OUTPUT"][:, 1:-1], expected)


def test_soil_roughness_turns_and_is_told():
    turn = soilroughness.TURNING_POINT
    assert turn == pytest.approx(18.0019, abs=1e-4)
    around = soilroughness.soil_roughness(np.array([turn - 0.1, turn, turn + 0.1]))
    assert around[1] < min(around[0], around[2])
    relief = np.array([[149.0, 151.0]])
    assert 0.2 * 149**2 / 250 < turn < 0.2 * 151**2 / 250
    _, checks = run(soilroughness.MODEL, [None, relief, None], np.array([30.0]), np.array([30.0]))
    assert checks[0].tolist() == [[False, True]]


def test_terrain_roughness():
    found = terrainroughness.terrain_roughness(np.array([0, 10, 60, np.nan]))
    np.testing.assert_allclose(found, [1, 1.0154266, 2, np.nan], atol=5e-8)
    assert terrainroughness.terrain_roughness(np.zeros(2, "float32")).dtype == np.float32


def test_slope_length_and_steepness_together():
    # A plane of 12 degrees: slope lengths 15, 45 ... m; LS(100 m) of the sheet by a fixed length.
    rise = 30 * np.tan(np.radians(12))
    elevation = np.tile(-rise * np.arange(8.0), (5, 1))
    sizes = np.full(5, 30.0), np.full(5, 30.0)
    model = slopelengthsteepness.MODEL
    fixed, _ = run(model, [elevation, None], *sizes, length_method="fixed")
    np.testing.assert_allclose(fixed["OUTPUT"], 9.1781, atol=5e-5)
    np.testing.assert_allclose(fixed["SLOPE"], 12)
    np.testing.assert_allclose(fixed["SLOPE_LENGTH"], 100)
    csle, _ = run(model, [elevation, None], *sizes, length_method="fixed", exponent_method="csle")
    np.testing.assert_allclose(csle["OUTPUT"], 7.6428, atol=5e-5)
    path, _ = run(model, [elevation, None], *sizes)
    length = 15 + 30 * np.arange(7.0)
    np.testing.assert_allclose(path["SLOPE_LENGTH"][:, :-1], np.tile(length, (5, 1)))
    np.testing.assert_allclose(
        path["OUTPUT"][2, :-1], 3.59535 * (length / 22.13) ** 0.62137, rtol=1e-5
    )
    np.testing.assert_allclose(path["OUTPUT"], path["LENGTH_FACTOR"] * path["STEEPNESS_FACTOR"])
    area, _ = run(model, [elevation, None], *sizes, length_method="contributingarea")
    np.testing.assert_allclose(
        area["SLOPE_LENGTH"][:, :-1], np.tile(30 * np.arange(1.0, 8), (5, 1))
    )
    m = area["LENGTH_EXPONENT"][2, 0]
    n = np.arange(1.0, 8)
    np.testing.assert_allclose(
        area["LENGTH_FACTOR"][2, :-1], (30 / 22.13) ** m * (n ** (m + 1) - (n - 1) ** (m + 1))
    )


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("method", ["flowpath", "contributingarea", "fixed"])
def test_single_precision_is_enough(dtype, method):
    model = slopelengthsteepness.MODEL
    names = names_of(model, length_method=method)
    halo = model.halo(30.0, 30.0, **names)
    elevation = (ground(5, (60, 60)) + 4000).astype(dtype)
    sizes = np.full((60, 1), 30.0)
    with np.errstate(all="ignore"):
        found = model.shared(
            elevation, None, cell_width=sizes, cell_height=sizes, halo=halo, **names
        )
    exact, _ = run(model, [elevation, None], sizes[:, 0], sizes[:, 0], **names)
    inside = np.s_[halo:-halo, halo:-halo]
    np.testing.assert_allclose(found["slope"], exact["SLOPE"][inside], rtol=1e-5)
    if method == "fixed":
        assert found["length_factor"].dtype == dtype


def test_halos_of_usual_elevation():
    ls, relief = slopelengthsteepness.MODEL, reliefamplitude.MODEL

    def halo(model, cell, **changed):
        return model.halo(cell, cell, **names_of(model, **changed))

    assert halo(ls, 30) == 14
    assert halo(ls, 10) == 34
    assert halo(ls, 30, length_method="contributingarea") == 14
    assert halo(ls, 30, length_method="fixed") == 1
    assert halo(ls, 30, channel_area=100_000.0) == 116
    assert halo(slope.MODEL, 30) == 1
    assert [halo(relief, cell) for cell in (12.5, 30, 90, 250)] == [7, 6, 4, 1]
    assert halo(relief, 30, neighbourhood="square", window_size=1000.0) == 16
    assert halo(soilroughness.MODEL, 30) == 4
    with pytest.raises(InputError, match="at most 512"):
        halo(ls, 5, channel_area=100_000.0)
    with pytest.raises(InputError, match="at most 512"):
        halo(relief, 1, neighbourhood="circle", window_size=3000.0)
    assert halo(relief, 1, neighbourhood="circle", window_size=2.0 * LARGEST) == LARGEST


@pytest.mark.parametrize("model", MODELS, ids=[model.id for model in MODELS])
def test_nothing_unsure_is_presented_as_sure(model):
    facts = [
        *model.coefficients,
        *(option for choice in model.choices for option in choice.options),
    ]
    for fact in facts:
        assert fact.reference.document
        assert fact.reference.certainty is not Certainty.LOW
    for item in model.coefficients:
        low, high = item.valid
        assert low <= item.default <= high
    for choice in model.choices:
        assert choice.default in [option.id for option in choice.options]
