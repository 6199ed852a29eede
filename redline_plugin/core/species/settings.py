"""What the user decides about a species distribution model, and where each default comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redline_plugin.core.declare.model import GUIDE, Certainty, Reference
from redline_plugin.core.text import N_

MAXENT = "maxent"
LOGISTIC = "logistic"
METHODS = (MAXENT, LOGISTIC)
METHOD_TITLES = {
    MAXENT: N_("Point process, as in MaxEnt (cloglog output)"),
    LOGISTIC: N_("Penalised logistic regression"),
}

LINEAR = "linear"
QUADRATIC = "quadratic"
PRODUCT = "product"
HINGE = "hinge"
FEATURES = (LINEAR, QUADRATIC, PRODUCT, HINGE)
FEATURE_TITLES = {
    LINEAR: N_("linear"),
    QUADRATIC: N_("quadratic"),
    PRODUCT: N_("product"),
    HINGE: N_("hinge"),
}

_MAXNET = N_("Code of the package maxnet, which goes with Phillips et al. 2017, Ecography 40")
_OWN = N_("Redline")

REFERENCES: Mapping[str, Reference] = {
    "FAMILY": Reference(
        GUIDE, N_("biodiversity: species distribution models"), certainty=Certainty.MEDIUM
    ),
    "METHOD": Reference(_OWN, N_("choice of the model"), certainty=Certainty.ADVICE),
    "FEATURES": Reference(_MAXNET, N_("features by number of presences")),
    "STRENGTH": Reference(_MAXNET, N_("default regularisation")),
    "BACKGROUND": Reference(_OWN, N_("number of background pixels"), certainty=Certainty.ADVICE),
    "MIN_PRESENCES": Reference(_OWN, N_("fewest presences"), certainty=Certainty.ADVICE),
    "RECORDS": Reference(
        N_(
            "van Proosdij et al. 2016, Ecography 39; Wisz et al. 2008, Diversity and Distributions 14"
        ),
        N_("abstracts"),
        certainty=Certainty.HIGH,
    ),
    "MAX_CLASSES": Reference(_OWN, N_("most classes of a raster"), certainty=Certainty.ADVICE),
    "FOLDS": Reference(_OWN, N_("number of folds"), certainty=Certainty.ADVICE),
    "SPATIAL": Reference(
        N_("Roberts et al. 2017, Ecography 40"), N_("block cross-validation"), Certainty.HIGH
    ),
    "AUC": Reference(N_("Swets 1988, Science 240"), N_("reading of the AUC"), Certainty.HIGH),
    "ENOUGH": Reference(_OWN, N_("held-out presences to read an AUC"), certainty=Certainty.ADVICE),
}
"""Where the parameters of the model come from and how sure that is."""


@dataclass(frozen=True)
class Settings:
    """How species are modelled and tested.

    Attributes:
        method: :data:`MAXENT` or :data:`LOGISTIC`.
        features: of :data:`FEATURES`; empty: linear for the logistic regression (the Guide's
            formula), and by the number of presences for the point process.
        strength: factor on the usual penalty.
        l1_share: 1 is the lasso, 0 is ridge, between is the elastic net; None: lasso for the point
            process, ridge for the logistic regression.
        clamp: whether predictors beyond what the training saw count as the nearest value it saw.
        background: how many background pixels are drawn.
        seed: of everything that is drawn.
        thin: whether several presences of a species in one pixel count once.
        folds: parts of the cross-validation.
        spatial: whether these are blocks of land; else they are drawn at random.
        block_m: edge of a block in m; None: from the extent of the presences.
        min_presences: a species with fewer, after thinning, is not modelled.
        max_classes: a categorical raster with more classes is refused.
    """

    method: str = MAXENT
    features: tuple[str, ...] = ()
    strength: float = 1.0
    l1_share: float | None = None
    clamp: bool = True
    background: int = 10000
    seed: int = 1
    thin: bool = True
    folds: int = 5
    spatial: bool = True
    block_m: float | None = None
    min_presences: int = 10
    max_classes: int = 30

    def features_for(self, presences: int) -> tuple[str, ...]:
        """Return the features for a species with so many presences.

        The point process takes what maxnet takes, but for thresholds, which Redline does not have.
        """
        if self.features:
            return tuple(name for name in FEATURES if name in self.features)
        if self.method == LOGISTIC or presences < 10:
            return (LINEAR,)
        if presences < 15:
            return (LINEAR, QUADRATIC)
        if presences < 80:
            return (LINEAR, QUADRATIC, HINGE)
        return FEATURES

    @property
    def lasso(self) -> float:
        """The share of the L1 penalty."""
        if self.l1_share is not None:
            return self.l1_share
        return 1.0 if self.method == MAXENT else 0.0

    def as_dict(self) -> dict[str, object]:
        """Return the settings for the provenance."""
        return {
            "method": self.method,
            "features": list(self.features) or "usual",
            "strength": self.strength,
            "l1_share": self.lasso,
            "clamp": self.clamp,
            "background": self.background,
            "seed": self.seed,
            "thin": self.thin,
            "folds": self.folds,
            "fold_kind": "spatial blocks" if self.spatial else "random",
            "block_m": self.block_m,
            "min_presences": self.min_presences,
            "max_classes": self.max_classes,
        }
