"""Whether markers keep the rules, found without knowing how they were placed.

None of the code that places markers is used here: distances are measured to the things themselves,
spacings are walked along the rings of the blocks. So this can tell of any markers, placed by Redline,
by hand or by somebody else, and the placing can be held against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from redline_plugin.core.boundary.collapse import Floats
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.survey.marker import Marker
from redline_plugin.core.survey.placing.checkposts import kinds, too_near, too_steep
from redline_plugin.core.survey.placing.checkspacing import junctions, spacings
from redline_plugin.core.survey.placing.checkwanted import wanted
from redline_plugin.core.survey.placing.corners import Points
from redline_plugin.core.survey.placing.notkept import NotKept
from redline_plugin.core.survey.placing.standing import Checked, standing_of

__all__ = ["Checked", "check"]


def check(
    about: Checked,
    markers: Sequence[Marker],
    places: Floats,
    points: Points | None = None,
    feedback: Feedback | None = None,
) -> list[NotKept]:
    """Return where markers do not keep the rules.

    Args:
        about: the line and what is round it.
        markers: retired ones count for nothing.
        places: (n, 2) of them.
        points: turning points; None: corners are not looked at.
        feedback: progress and cancel.
    """
    feedback = feedback or Quiet()
    standing, found = standing_of(about, markers, places)
    found += spacings(about, standing, feedback)
    found += junctions(about, standing)
    stop_if_cancelled(feedback)
    feedback.progress(0.2)
    found += too_near(about, standing, feedback)
    found += too_steep(about, standing)
    found += kinds(about, standing)
    feedback.progress(0.4)
    found += wanted(about, standing, points, feedback)
    feedback.progress(1.0)
    return found
