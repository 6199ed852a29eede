"""Bringing a factor to 0 to 1 by the lowest and highest value of the area (fact sheet 1.2).

The result depends on the area that is assessed. A province's numbers, given instead of those of the
rasters, make the result of a county comparable with that of its neighbours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import Certainty, Reference
from redline_plugin.core.text import N_

NONE = "none"
MAXIMUM = "maximum"
MINMAX = "minmax"

RULE = Reference(
    N_("Guide 2017, appendix A, net primary productivity method"),
    N_("factors are normalised by the highest and lowest value"),
    Certainty.HIGH,
)
RULE_LIKELY = Reference(RULE.document, RULE.section, Certainty.MEDIUM)
UNSETTLED = Reference(
    RULE.document,
    N_("no source read says whether this factor is normalised"),
    Certainty.CONFLICT,
)

LIMITS_NOTE = N_(
    "Factors are normalised by their lowest and highest value in the assessed area, so the result "
    "depends on that area. To compare counties, give the lowest and highest values of the province."
)
OUTSIDE_MESSAGE = N_(
    "{count} pixels ({share:.1f} %) hold values beyond the given lowest or highest value; they count as "
    "the lowest or highest."
)


def unit_range(values: NDArray, low: float, high: float) -> NDArray:
    """Return ``(values - low) / (high - low)``, clipped to 0 to 1.

    Args:
        values: any shape and unit; NaN stays NaN.
        low: lowest value of the area.
        high: highest value of the area.

    Returns:
        The shape of ``values``; NaN everywhere when ``high`` is not above ``low``.
    """
    low, high = float(low), float(high)
    scaled = values - low
    if not high > low:
        scaled[...] = np.nan
        return scaled
    scaled /= high - low
    return np.clip(scaled, 0, 1, out=scaled)


def beyond(values: NDArray, low: float, high: float) -> NDArray[np.bool_]:
    """Return where values lie below ``low`` or above ``high``; any shape."""
    return (values < float(low)) | (values > float(high))
