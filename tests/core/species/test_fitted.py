"""Models of a species on tables of numbers."""

import numpy as np
import pytest

from redline_plugin.core.species.auc import auc
from redline_plugin.core.species.evaluate import held_out, importance
from redline_plugin.core.species.features import CLASS, Features, Predictor
from redline_plugin.core.species.fitted import fit, response
from redline_plugin.core.species.folds import random_folds
from redline_plugin.core.species.losses import PointProcessLoss
from redline_plugin.core.species.penalised import optimality
from redline_plugin.core.species.regularise import maxent_penalty
from redline_plugin.core.species.settings import (
    FEATURES,
    HINGE,
    LINEAR,
    LOGISTIC,
    MAXENT,
    PRODUCT,
    QUADRATIC,
    Settings,
)

NAMES = (Predictor("a"), Predictor("b"), Predictor("soil", categorical=True))


def nothing():
    pass


@pytest.fixture(scope="module")
def table():
    rng = np.random.default_rng(11)
    land = np.column_stack(
        [rng.normal(5, 2, 1500), rng.gamma(2.0, 30.0, 1500), rng.integers(1, 5, 1500)]
    ).astype(float)
    z = (land[:, 0] - 5) / 2
    chance = np.exp(-((z - 0.6) ** 2) + 0.7 * (land[:, 2] == 3))
    presences = land[rng.choice(1500, 120, replace=False, p=chance / chance.sum())]
    return presences, land


@pytest.mark.parametrize("method", [MAXENT, LOGISTIC])
@pytest.mark.parametrize("clamp", [True, False])
def test_the_fast_way_gives_what_the_design_gives(table, method, clamp):
    presences, land = table
    settings = Settings(method=method, features=FEATURES, clamp=clamp)
    model = fit(NAMES, presences, land, settings, nothing)
    new = land.copy()
    new[:, 0] += 3.0 * np.linspace(-1, 1, len(new))
    new[:, 1] *= 1.5
    eta = model.features.design(new) @ model.coefficients + model.intercept
    found = model.suitability(new)
    np.testing.assert_allclose(found, response(method, eta), rtol=1e-10, atol=1e-12)
    assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("method", [MAXENT, LOGISTIC])
def test_units_of_predictors_do_not_matter(table, method):
    presences, land = table
    settings = Settings(method=method, features=FEATURES)
    turned = np.array([-0.01, 1000.0, 1.0]), np.array([273.15, -5.0, 0.0])
    model = fit(NAMES, presences, land, settings, nothing)
    other = fit(
        NAMES, presences * turned[0] + turned[1], land * turned[0] + turned[1], settings, nothing
    )
    np.testing.assert_allclose(
        model.suitability(land), other.suitability(land * turned[0] + turned[1]), atol=2e-6
    )


@pytest.mark.parametrize("method", [MAXENT, LOGISTIC])
def test_the_order_of_points_does_not_matter(table, method):
    presences, land = table
    rng = np.random.default_rng(2)
    settings = Settings(method=method, features=(LINEAR, QUADRATIC, HINGE))
    model = fit(NAMES, presences, land, settings, nothing)
    other = fit(NAMES, rng.permutation(presences), rng.permutation(land), settings, nothing)
    np.testing.assert_allclose(model.suitability(land), other.suitability(land), atol=1e-7)


def test_presences_that_stand_twice_weigh_twice_in_the_mean_only(table):
    presences, land = table
    settings = Settings(method=LOGISTIC)
    model = fit(NAMES, presences, land, settings, nothing)
    twice = fit(NAMES, np.repeat(presences, 2, axis=0), land, settings, nothing)
    np.testing.assert_allclose(model.coefficients, twice.coefficients, atol=1e-9)


def test_logistic_is_the_guides_formula(table):
    """Linear, ridge: the coefficients per unit give 1 / (1 + exp(-(b0 + b1 x1 + b2 x2)))."""
    presences, land = table
    model = fit(NAMES[:2], presences[:, :2], land[:, :2], Settings(method=LOGISTIC), nothing)
    features = model.features
    assert [term.kind for term in features.terms] == [LINEAR, LINEAR]
    slopes = model.coefficients / features.sd
    b0 = model.intercept - float(slopes @ features.mean)
    expected = 1 / (1 + np.exp(-(b0 + land[:, :2] @ slopes)))
    np.testing.assert_allclose(model.suitability(land[:, :2]), expected, rtol=1e-9)


def test_logistic_balances_presences_and_background(table):
    """With nothing to learn every place is as common among presences as elsewhere: 0.5."""
    _, land = table
    model = fit(NAMES[:2], land[::10, :2], land[::10, :2], Settings(method=LOGISTIC), nothing)
    np.testing.assert_allclose(model.suitability(land[:, :2]), 0.5, atol=1e-6)


def test_point_process_with_nothing_to_learn_gives_the_cloglog_of_typical_places(table):
    _, land = table
    settings = Settings(method=MAXENT, features=(LINEAR,))
    model = fit(NAMES[:2], land[:, :2], land[:, :2], settings, nothing)
    assert model.used == 0
    np.testing.assert_allclose(model.suitability(land[:, :2]), 1 - np.exp(-1), atol=1e-12)


def test_cloglog_from_raw_values(table):
    """Phillips et al. 2017: 1 - exp(-exp(H) r), r the raw values that sum to one."""
    presences, land = table
    settings = Settings(method=MAXENT, features=(LINEAR, QUADRATIC))
    # The presences are background, too, when their rows stand there; they do here.
    model = fit(NAMES[:2], presences[:, :2], land[:, :2], settings, nothing)
    raw = np.exp(model.features.design(land[:, :2]) @ model.coefficients)
    raw /= raw.sum()
    entropy = -(raw * np.log(raw)).sum()
    np.testing.assert_allclose(
        model.suitability(land[:, :2]), 1 - np.exp(-np.exp(entropy) * raw), rtol=1e-9
    )


def test_point_process_meets_maxents_constraints(table):
    """At the minimum the model's mean of each feature is within its penalty of the presences'."""
    presences, land = table
    settings = Settings(method=MAXENT, features=(LINEAR, QUADRATIC, PRODUCT))
    model = fit(NAMES, presences, land, settings, nothing)
    design = model.features.design(land)
    there = model.features.design(presences)
    size = maxent_penalty(model.features.terms, there, design, 1.0)
    raw = np.exp(design @ model.coefficients)
    gap = (raw / raw.sum()) @ design - there.mean(axis=0)
    assert (np.abs(gap) <= size * (1 + 1e-6)).all()
    used = model.coefficients != 0
    np.testing.assert_allclose(
        gap[used], -np.sign(model.coefficients[used]) * size[used], rtol=1e-6
    )
    loss = PointProcessLoss(there, design)
    assert optimality(loss, size, np.zeros(len(size)), model.coefficients) < 1e-7


def test_presences_outside_the_background_join_it(table):
    """As in maxnet; else a coefficient runs away, for all presences lie beyond the background."""
    _, land = table
    presences = land[:30, :2] + [50.0, 0.0]
    settings = Settings(method=MAXENT, features=(LINEAR,), strength=0.001)
    model = fit(NAMES[:2], presences, land[:, :2], settings, nothing)
    there = model.features.design(presences)
    around = np.concatenate([there, model.features.design(land[:, :2])])
    size = maxent_penalty(model.features.terms, there, around, 0.001)
    loss = PointProcessLoss(there, around)
    assert optimality(loss, size, np.zeros(2), model.coefficients) < 1e-8
    assert np.isfinite(model.suitability(land[:, :2])).all()


def test_held_out_points_are_not_trained_on():
    """A species that lives anywhere: what was learnt by heart is worth nothing elsewhere."""
    rng = np.random.default_rng(8)
    predictors = [Predictor(f"v{i}") for i in range(5)]
    presences, land = rng.normal(size=(60, 5)), rng.normal(size=(1500, 5))
    settings = Settings(features=FEATURES, strength=0.05)
    model = fit(predictors, presences, land, settings, nothing)
    assert auc(model.suitability(presences), model.suitability(land)) > 0.8
    folds = random_folds(60, 1500, 5, 1, 0)
    tested = held_out(predictors, presences, land, folds, settings, nothing)
    assert tested.mean == pytest.approx(0.5, abs=0.1)
    assert len(tested.by_fold) == 5
    assert importance(model, presences, land, 1, 0).sum() == pytest.approx(100)


@pytest.mark.parametrize("method", [MAXENT, LOGISTIC])
def test_an_unknown_class_has_no_suitability(table, method):
    presences, land = table
    model = fit(NAMES, presences, land, Settings(method=method), nothing)
    new = land[:4].copy()
    new[:, 2] = [3.0, 9.0, 0.0, np.nan]
    assert np.isnan(model.suitability(new)).tolist() == [False, True, True, True]


def test_a_class_gets_its_own_coefficient(table):
    presences, land = table
    settings = Settings(method=LOGISTIC, strength=0.1)
    model = fit(NAMES, presences, land, settings, nothing)
    of_class = {
        term.start: beta
        for term, beta in zip(model.features.terms, model.coefficients)
        if term.kind == CLASS
    }
    assert sorted(of_class) == [1, 2, 3, 4]
    assert max(of_class, key=lambda code: of_class[code]) == 3


def test_a_constant_predictor_is_left_out(table):
    presences, land = (rows[:, :2].copy() for rows in table)
    presences[:, 1] = land[:, 1] = 0.1
    model = fit(NAMES[:2], presences, land, Settings(features=FEATURES), nothing)
    assert {term.first for term in model.features.terms} == {0}
    assert np.isfinite(model.suitability(land)).all()


def test_clamping(table):
    presences, land = (rows[:, :2] for rows in table)
    settings = Settings(method=LOGISTIC)
    model = fit(NAMES[:2], presences, land, settings, nothing)
    far, edge = np.array([[1e4, 50.0]]), np.array([[land[:, 0].max(), 50.0]])
    assert model.suitability(far) == model.suitability(edge)
    free = fit(NAMES[:2], presences, land, Settings(method=LOGISTIC, clamp=False), nothing)
    assert free.suitability(far) != free.suitability(edge)


@pytest.mark.parametrize(
    ("presences", "kinds"),
    [
        (9, "linear"),
        (10, "linear quadratic"),
        (14, "linear quadratic"),
        (15, "linear quadratic hinge"),
        (79, "linear quadratic hinge"),
        (80, "linear quadratic product hinge"),
    ],
)
def test_usual_features_by_number_of_presences(presences, kinds):
    assert " ".join(Settings().features_for(presences)) == kinds
    assert Settings(method=LOGISTIC).features_for(presences) == (LINEAR,)
    assert Settings(features=(HINGE, LINEAR)).features_for(presences) == (LINEAR, HINGE)


def test_penalty_by_the_table():
    """Numbers of maxnet's default, by hand for 20 presences: 0.6 between 10 (1) and 30 (0.2)."""
    rng = np.random.default_rng(0)
    land = rng.normal(size=(500, 1))
    presences = land[:20]
    deviation = presences.std(ddof=1)
    root = np.sqrt(20)

    def penalty(*kinds):
        features = Features.of(NAMES[:1], land, land, kinds, clamp=True)
        there, around = features.design(presences), features.design(land)
        return features, there, maxent_penalty(features.terms, there, around, 1.0)

    features, _, linear = penalty(LINEAR)
    assert linear[0] == pytest.approx(0.6 * deviation / features.sd[0] / root)
    # 17: 0.5, 30: 0.25, so at 20: 0.5 - 0.25 * 3 / 13, for the linear term, too.
    _, there, quadratic = penalty(LINEAR, QUADRATIC)
    factor = 0.5 - 0.25 * 3 / 13
    np.testing.assert_allclose(quadratic, factor * there.std(axis=0, ddof=1) / root, rtol=1e-12)
    _, there, hinge = penalty(HINGE)
    spread = np.maximum(there.std(axis=0, ddof=1), 1 / root)
    assert (hinge >= 0.5 * spread / root - 1e-15).all()
