"""Field results against the design: differences, the limit of each, what is accepted and what not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.survey.line import Line
from redline_plugin.core.survey.marker import ACCEPTED, ELECTRONIC, MEASURED, RETIRED, WITNESSED
from redline_plugin.core.survey.measuredrepeats import Once
from redline_plugin.core.survey.resultschoices import MEAN
from redline_plugin.core.survey.resultsline import OnLine, on_line
from redline_plugin.core.survey.resultsshift import outliers_of
from redline_plugin.core.survey.rules import SurveyRules
from redline_plugin.core.text import N_, Message, msg

BEYOND, UNSURE, MISSING, EARLIER, NOTHING, UNLISTED = (
    *("beyond", "unsure", "missing", "earlier", "nothing", "unlisted"),
)
VERDICT_TITLES = {
    ACCEPTED: N_("accepted"),
    BEYOND: N_("beyond the limit"),
    UNSURE: N_("measured accuracy too low"),
    MISSING: N_("not measured"),
    EARLIER: N_("measured earlier"),
    NOTHING: N_("nothing to measure"),
    UNLISTED: N_("not on the list"),
}
"""Verdicts on a marker. EARLIER: its state says that another file had it. NOTHING: an electronic marker, a point with witness markers, a retired one;
they may be measured all the same. UNLISTED: measured, but not a marker of the design, or retired."""

NONE = -1
NOISE = 1e-6
"""m. What computing adds to a difference; one of just the limit keeps it."""


@dataclass(frozen=True)
class Designed:
    """The markers of the design, (n,) each.

    Attributes:
        numbers: unique; engraved: "" none.
        places: (n, 2) in the plane.
        boundary: kind of boundary, an id or ANY.
        blocks: code of the block, "" unknown.
        kinds, states: as of :class:`redline_plugin.core.survey.marker.Marker`; "" unknown.
    """

    numbers: tuple[str, ...]
    engraved: tuple[str, ...]
    places: Floats
    boundary: tuple[str, ...]
    blocks: tuple[str, ...]
    kinds: tuple[str, ...]
    states: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many markers there are."""
        return len(self.numbers)


@dataclass(frozen=True)
class Results:
    """What became of each marker of the design, (n,) each.

    Attributes:
        designed: the markers.
        once: the measurements, one for each number.
        row: the measurement of each, NONE for none.
        delta: (n, 2) from the designed to the measured place, m; nan without.
        distance: its length.
        along, across: its parts along the line (positive: clockwise round the block) and across it
            (positive: out of the block); nan without a line there.
        limit: the largest distance that the rules allow, m.
        verdict: of VERDICT_TITLES.
        why: the verdict in a sentence.
        outlier: differences unlike all others, left out of means.
        place: where the markers are on the line, None without one.
        unlisted: measurements whose number is no marker of the design.
    """

    designed: Designed
    once: Once
    row: Ints
    delta: Floats
    distance: Floats
    along: Floats
    across: Floats
    limit: Floats
    verdict: tuple[str, ...]
    why: tuple[Message, ...]
    outlier: Bools
    place: OnLine | None
    unlisted: Ints

    def of(self, verdict: str) -> Ints:
        """Return the markers of a verdict."""
        return np.array(
            [at for at, each in enumerate(self.verdict) if each == verdict], dtype=np.int64
        )

    @property
    def compared(self) -> Ints:
        """The markers with a difference that counts for means: measured, no outliers."""
        return np.flatnonzero(np.isfinite(self.distance) & ~self.outlier)

    @property
    def rms(self) -> float:
        """Root mean square of the distances that count, m; nan without any."""
        here = self.compared
        return float(np.sqrt(np.mean(self.distance[here] ** 2))) if len(here) else float("nan")

    @property
    def largest(self) -> int:
        """The marker with the largest distance, outliers too; NONE without any."""
        return int(np.nanargmax(self.distance)) if np.isfinite(self.distance).any() else NONE


def compare(
    designed: Designed,
    once: Once,
    rules: SurveyRules,
    line: Line | None = None,
    *,
    reach_m: float = 0.5,
    share: float = 1.0,
) -> Results:
    """Compare measurements with the design.

    Args:
        designed: the markers.
        once: measurements in the plane of the design, one for each number.
        rules: give the limits.
        line: the red line, to take differences apart.
        reach_m: a marker farther from the line than this has no part along or across it.
        share: of the limit; a measurement less accurate than that cannot tell whether it is kept.
    """
    count = designed.count
    row = np.full(count, NONE, dtype=np.int64)
    listed = np.flatnonzero(once.measured.of >= 0)
    row[once.measured.of[listed]] = listed
    delta = np.full((count, 2), np.nan)
    retired = np.array([state == RETIRED for state in designed.states], dtype=bool)
    there = np.flatnonzero((row != NONE) & ~retired)
    delta[there] = once.measured.places[row[there]] - designed.places[there]
    distance = np.hypot(*delta.T)
    limits = {kind: rules.accuracy(kind).most_m.number for kind in set(designed.boundary)}
    limit = np.array([limits[kind] for kind in designed.boundary], dtype=np.float64)
    place = None if line is None else on_line(line, designed.places, designed.blocks)
    along, across = np.full(count, np.nan), np.full(count, np.nan)
    if place is not None:
        near = place.away_m <= reach_m
        along[near] = np.einsum("ij,ij->i", delta, place.along)[near]
        across[near] = np.einsum("ij,ij->i", delta, place.across)[near]
    verdicts = [
        _verdict(designed, once, at, row[at], distance[at], limit[at], share) for at in range(count)
    ]
    return Results(
        designed,
        once,
        row,
        delta,
        distance,
        along,
        across,
        limit,
        tuple(verdict for verdict, _ in verdicts),
        tuple(why for _, why in verdicts),
        outliers_of(delta, limit),
        place,
        np.flatnonzero(once.measured.of < 0),
    )


def _verdict(
    designed: Designed, once: Once, at: int, row: int, distance: float, limit: float, share: float
) -> tuple[str, Message]:
    if designed.states[at] == RETIRED:
        if row == NONE:
            return NOTHING, msg("It is retired.")
        return UNLISTED, msg("It is retired, and was measured all the same.")
    if row == NONE:
        if designed.kinds[at] in (ELECTRONIC, WITNESSED):
            return NOTHING, msg("Nothing stands there.")
        if designed.states[at] in (MEASURED, ACCEPTED):
            return EARLIER, msg("It was measured earlier, and is as it was.")
        return MISSING, msg("There is no measurement of it.")
    told = {"distance": f"{distance:.3f}", "limit": f"{limit:.3f}"}
    accuracy = float(once.measured.accuracy[row])
    # Who takes the latest has measured anew what was wrong before.
    spread = float(once.spread_m[row]) if once.how == MEAN else 0.0
    # So far off that no error of this size explains it.
    sure = distance > limit + max(accuracy if np.isfinite(accuracy) else 0.0, spread)
    if not sure and spread > limit:
        return UNSURE, msg(
            "Its {count} measurements lie up to {spread} m from their mean, more than the {limit} m "
            "allowed.",
            count=int(once.times[row]),
            spread=f"{spread:.3f}",
            limit=told["limit"],
        )
    if not sure and accuracy > limit * share:
        return UNSURE, msg(
            "It was measured to {accuracy} m, which is too rough for the {limit} m allowed.",
            accuracy=f"{accuracy:.3f}",
            limit=told["limit"],
        )
    if distance > limit + NOISE:
        return BEYOND, msg("It differs by {distance} m, more than the {limit} m allowed.", **told)
    return ACCEPTED, msg("It differs by {distance} m, of {limit} m allowed.", **told)
