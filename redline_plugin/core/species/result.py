"""What is known of one species when its model is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.species.auc import reading
from redline_plugin.core.species.evaluate import HeldOut
from redline_plugin.core.species.features import CLASS
from redline_plugin.core.species.fitted import Fitted
from redline_plugin.core.species.presences import Presences
from redline_plugin.core.species.settings import LINEAR


@dataclass(frozen=True)
class SpeciesResult:
    """A modelled species.

    Attributes:
        presences: its points on the grid.
        on_nodata: presences left out because a predictor has no value there.
        used: presences that the model was fitted to.
        model: fitted to all of them.
        held_out: the cross-validation.
        training_auc: under the points it was fitted to.
        importance: by predictor, in per cent, shape (k,).
        path: of its raster.
    """

    presences: Presences
    on_nodata: int
    used: int
    model: Fitted
    held_out: HeldOut
    training_auc: float
    importance: NDArray[np.float64]
    path: Path

    @property
    def name(self) -> str:
        """The species."""
        return self.presences.name

    def as_dict(self) -> dict[str, Any]:
        """Return the result for the provenance."""
        features = self.model.features
        return {
            "species": self.name,
            "points": self.presences.points,
            "outside": self.presences.outside,
            "thinned": self.presences.thinned,
            "on_nodata": self.on_nodata,
            "presences": self.used,
            "auc": _number(self.held_out.mean),
            "auc_sd": _number(self.held_out.sd),
            "auc_by_fold": list(self.held_out.by_fold),
            "auc_presences": self.held_out.presences,
            "auc_reading": reading(self.held_out.mean, self.held_out.presences),
            "block_m": self.held_out.edge_m,
            "training_auc": _number(self.training_auc),
            "intercept": self.model.intercept,
            "importance": {
                item.name: float(share) for item, share in zip(features.predictors, self.importance)
            },
            "terms": self.terms(),
        }

    def terms(self) -> list[dict[str, Any]]:
        """Return every term whose coefficient is not zero.

        ``coefficient`` belongs to the standardised predictor ``z = (x - mean) / sd``; ``per_unit``
        is that of a linear term in the predictor's own unit.
        """
        features = self.model.features
        found = []
        for term, beta in zip(features.terms, self.model.coefficients):
            if beta == 0.0:
                continue
            row: dict[str, Any] = {
                "term": term.title(features.predictors),
                "kind": term.kind,
                "coefficient": float(beta),
            }
            if term.kind != CLASS:
                row["mean"] = float(features.mean[term.first])
                row["sd"] = float(features.sd[term.first])
            if term.kind == LINEAR:
                row["per_unit"] = float(beta / features.sd[term.first])
            found.append(row)
        return found


def _number(value: float) -> float | None:
    """Return NaN as None: JSON has no NaN."""
    return None if np.isnan(value) else value
