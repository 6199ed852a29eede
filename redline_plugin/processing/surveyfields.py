"""Fields of the survey's layers: which there are, and what kinds of boundary they tell."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.errors import Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import field_of as field_in
from redline_plugin.processing.planarlayers import PlanarLayer

_NAMED = 10


def field_of(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    layer: PlanarLayer,
    problems: list[Problem],
) -> str:
    """Return the field of a parameter; "" for a default one that the layer does not have.

    One that was named and is not there is added to ``problems``.
    """
    return field_in(algorithm, parameters, name, context, layer.title, layer.fields, problems)


def kinds_of_stretches(stretches: PlanarLayer, field: str, feedback: Feedback) -> Any:
    """Return the kind of each part; ANY where it is none that Redline knows, which is told once."""
    import numpy as np

    # People also fill in what they read in the layer's column of titles.
    known = {ANY: ANY, **{kind: kind for kind in KIND_TITLES}}
    known.update({title: kind for kind, title in KIND_TITLES.items()})
    known.update({tr(title): kind for kind, title in KIND_TITLES.items()})
    texts = [stretches.rows[owner].text(field) for owner in stretches.planar.owners.tolist()]
    strange = sorted({text for text in texts if text not in known})
    if strange:
        feedback.warn(
            msg(
                "{layer}: these are no kinds of boundary, and count as unknown: {values}. Known are "
                "{known}.",
                layer=stretches.title,
                values=", ".join(f"“{text}”" for text in strange[:_NAMED]),
                known=", ".join(KIND_TITLES),
            )
        )
    found = np.empty(len(texts), dtype=object)
    found[:] = [known.get(text, ANY) for text in texts]
    return found
