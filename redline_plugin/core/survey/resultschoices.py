"""What a user chooses when field results are taken in. Nothing here needs a library."""

from __future__ import annotations

from redline_plugin.core.text import N_

MEAN, LATEST = "mean", "latest"
REPEATS = (MEAN, LATEST)
REPEAT_TITLES = {
    MEAN: N_("The mean of all, with their spread"),
    LATEST: N_("The latest"),
}
"""What counts of a marker that was measured several times."""

VERTEX, SPREAD = "vertex", "spread"
HOWS = (VERTEX, SPREAD)
HOW_TITLES = {
    VERTEX: N_("Only the point at the marker"),
    SPREAD: N_("The line up to the markers on either side, less and less"),
}
"""What of the line moves with a marker."""
