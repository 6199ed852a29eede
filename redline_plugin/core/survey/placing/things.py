"""What markers keep off, and where a path may be stood on: with the reason why not elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from redline_plugin.core.delineate.shapes import Shapes
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.placing.course import Paths
from redline_plugin.core.survey.placing.near import near
from redline_plugin.core.survey.placing.spans import Spans, joined
from redline_plugin.core.survey.rules import KEPT_OFF, SurveyRules

STEEP = "steep"
"""What keeps a marker off beside the things of rules.KEPT_OFF: the ground itself."""
CLEAR_OF = 0.0005
"""m. So much more than a clearance markers keep, that none is found nearer by rounding. With a
clearance of 0 nothing stands on a line or in an area."""


@dataclass(frozen=True)
class Things:
    """Roads, water and the like, by kind (rules.CROSSED, rules.KEPT_OFF), in the line's plane.

    Each is lines and polygons as they come; a kind that is left out is not known.
    """

    of: Mapping[str, Shapes] = field(default_factory=dict)

    def kind(self, kind: str) -> Shapes:
        """Return all of a kind, none when it is not known."""
        found = self.of.get(kind)
        return np.empty(0, dtype=object) if found is None else found


@dataclass(frozen=True)
class KeptOff:
    """Where on paths nothing may stand.

    Attributes:
        of: by cause (a kind of thing, STEEP), merged intervals.
        all: together, merged.
    """

    of: Mapping[str, Spans]
    all: Spans

    def causes(self, place: float) -> list[str]:
        """Return all that keeps a marker off a place."""
        return [cause for cause, spans in self.of.items() if spans.inside(np.array([place]))[0]]


def kept_off(
    paths: Paths,
    bounds: Spans,
    things: Things,
    rules: SurveyRules,
    steep: Spans | None,
    feedback: Feedback,
) -> KeptOff:
    """Return where on paths the rules let nothing stand.

    Args:
        paths: to be stood on.
        bounds: from where to where each connected path runs on their axis.
        things: what is kept off.
        rules: with the clearances.
        steep: where the ground is too steep, merged; None when that is not known.
        feedback: cancel.
    """
    found = {
        kind: near(paths, bounds, things.kind(kind), metres + CLEAR_OF, feedback)
        for kind in KEPT_OFF
        if (metres := rules.clearance_m(kind)) is not None and len(things.kind(kind))
    }
    if steep is not None:
        found[STEEP] = steep
    return KeptOff(found, joined(list(found.values())))
