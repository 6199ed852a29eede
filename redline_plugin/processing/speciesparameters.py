"""Parameters of ``redline:speciessuitability`` that decide about the model and its test."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.species.auc import ENOUGH
from redline_plugin.core.species.settings import (
    FEATURE_TITLES,
    METHOD_TITLES,
    METHODS,
    REFERENCES,
    Settings,
)
from redline_plugin.core.species.settings import (
    FEATURES as FEATURE_KINDS,
)
from redline_plugin.i18n import tr
from redline_plugin.processing.modelalgorithm import reference_text
from redline_plugin.processing.speciesbase import SpeciesAlgorithm

METHOD = "METHOD"
FEATURES = "FEATURES"
FOLD_KIND = "FOLD_KIND"
MASK = "MASK"
BIAS = "BIAS"
BACKGROUND = "BACKGROUND"
SEED = "SEED"
THIN = "THIN"
STRENGTH = "STRENGTH"
L1_SHARE = "L1_SHARE"
CLAMP = "CLAMP"
FOLDS = "FOLDS"
BLOCK_SIZE = "BLOCK_SIZE"
MIN_PRESENCES = "MIN_PRESENCES"
MAX_CLASSES = "MAX_CLASSES"


def add_choices(algorithm: SpeciesAlgorithm) -> None:
    """Add model, features and kind of test."""
    method = QgsProcessingParameterEnum(
        METHOD, tr("Model"), [tr(METHOD_TITLES[name]) for name in METHODS], defaultValue=0
    )
    method.setHelp(
        " ".join(
            (
                tr("The Guide names the families; these two models of them are Redline's choice."),
                reference_text(REFERENCES["FAMILY"]),
                reference_text(REFERENCES["METHOD"]),
            )
        )
    )
    algorithm.addParameter(method)
    features = QgsProcessingParameterEnum(
        FEATURES,
        tr("Features"),
        [tr(FEATURE_TITLES[name]) for name in FEATURE_KINDS],
        allowMultiple=True,
        optional=True,
    )
    features.setHelp(
        tr(
            "Empty: linear for the logistic regression, as in the Guide's formula; for the "
            "point process by the number of presences: linear, from 10 also quadratic, from 15 "
            "also hinge, from 80 also product."
        )
        + " "
        + reference_text(REFERENCES["FEATURES"])
    )
    algorithm.addParameter(features)
    kind = QgsProcessingParameterEnum(
        FOLD_KIND,
        tr("Test on"),
        [tr("blocks of land"), tr("points drawn at random")],
        defaultValue=0,
    )
    kind.setHelp(
        tr(
            "Neighbouring points resemble each other, so a test on points drawn at random "
            "flatters the model; blocks hold out whole pieces of land."
        )
        + " "
        + reference_text(REFERENCES["SPATIAL"])
        + " "
        + tr("An AUC from 0.7 is read as fair, from 0.8 as good, from 0.9 as excellent.")
        + " "
        + reference_text(REFERENCES["AUC"])
        + " "
        + tr("Only with at least {count} held-out presences; fewer are too few to judge.").format(
            count=ENOUGH
        )
        + " "
        + reference_text(REFERENCES["ENOUGH"])
    )
    algorithm.addParameter(kind)


def add_advanced(algorithm: SpeciesAlgorithm) -> None:
    """Add what has a default that mostly fits."""
    usual = Settings()
    mask = QgsProcessingParameterRasterLayer(
        MASK, tr("Background only where this raster is not 0"), optional=True
    )
    mask.setHelp(
        tr("For instance the land that the species could reach. The map covers all the rest, too.")
    )
    algorithm.add_advanced(mask)
    bias = QgsProcessingParameterRasterLayer(
        BIAS, tr("Background in proportion to this raster"), optional=True
    )
    bias.setHelp(
        tr(
            "The effort of those who looked for the species: presences near roads then weigh no "
            "more than they should."
        )
    )
    algorithm.add_advanced(bias)
    algorithm.add_number(
        BACKGROUND,
        tr("Background: number of pixels"),
        usual.background,
        100,
        200_000,
        reference_text(REFERENCES["BACKGROUND"]),
        whole=True,
    )
    algorithm.add_number(
        SEED,
        tr("Seed of all that is drawn"),
        usual.seed,
        0,
        2**31 - 1,
        tr("The same seed gives the same result."),
        whole=True,
    )
    algorithm.add_advanced(
        QgsProcessingParameterBoolean(
            THIN, tr("Count one presence per pixel"), defaultValue=usual.thin
        )
    )
    algorithm.add_number(
        STRENGTH,
        tr("Strength of the penalty (1: usual)"),
        usual.strength,
        0.001,
        1000.0,
        tr(
            "More makes the response smoother. For the logistic regression 1 is a penalty of 0.01 per "
            "standardised coefficient, which is Redline's own; for the point process:"
        )
        + " "
        + reference_text(REFERENCES["STRENGTH"]),
    )
    algorithm.add_number(
        L1_SHARE,
        tr("Kind of the penalty: 0 ridge to 1 lasso"),
        None,
        0.0,
        1.0,
        tr("Empty: lasso for the point process, ridge for the logistic regression."),
    )
    clamp = QgsProcessingParameterBoolean(
        CLAMP,
        tr("Take values beyond the model's experience as the nearest it knows"),
        defaultValue=usual.clamp,
    )
    algorithm.add_advanced(clamp)
    algorithm.add_number(
        FOLDS,
        tr("Parts of the test"),
        usual.folds,
        2,
        50,
        reference_text(REFERENCES["FOLDS"]),
        whole=True,
    )
    algorithm.add_number(
        BLOCK_SIZE,
        tr("Edge of a block [km]"),
        None,
        0.001,
        math.inf,
        tr(
            "Empty: from the extent of the presences. Better: the distance beyond which places no longer resemble each other."
        ),
    )
    algorithm.add_number(
        MIN_PRESENCES,
        tr("Fewest presences"),
        usual.min_presences,
        2,
        100_000,
        tr(
            "A species with fewer in the rasters, one per pixel, is not modelled but listed. 10 is a "
            "floor, not enough for a good model: in a real area 14 (narrow range) to 25 (wide range) "
            "were the least, and below 30 none of twelve methods predicted consistently well."
        )
        + " "
        + reference_text(REFERENCES["RECORDS"])
        + " "
        + reference_text(REFERENCES["MIN_PRESENCES"]),
        whole=True,
    )
    algorithm.add_number(
        MAX_CLASSES,
        tr("Most classes of a raster"),
        usual.max_classes,
        2,
        1000,
        reference_text(REFERENCES["MAX_CLASSES"]),
        whole=True,
    )


def settings_of(
    algorithm: SpeciesAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Settings:
    """Return the user's decisions."""
    block = algorithm.number(parameters, BLOCK_SIZE, context)
    chosen = algorithm.parameterAsEnums(parameters, FEATURES, context)
    return Settings(
        method=METHODS[algorithm.parameterAsEnum(parameters, METHOD, context)],
        features=tuple(FEATURE_KINDS[index] for index in chosen),
        strength=algorithm.parameterAsDouble(parameters, STRENGTH, context),
        l1_share=algorithm.number(parameters, L1_SHARE, context),
        clamp=algorithm.parameterAsBool(parameters, CLAMP, context),
        background=algorithm.parameterAsInt(parameters, BACKGROUND, context),
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        thin=algorithm.parameterAsBool(parameters, THIN, context),
        folds=algorithm.parameterAsInt(parameters, FOLDS, context),
        spatial=algorithm.parameterAsEnum(parameters, FOLD_KIND, context) == 0,
        block_m=None if block is None else 1000.0 * block,
        min_presences=algorithm.parameterAsInt(parameters, MIN_PRESENCES, context),
        max_classes=algorithm.parameterAsInt(parameters, MAX_CLASSES, context),
    )
