"""How well places serve for a marker, beyond what the rules ask."""

from __future__ import annotations

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.placing.candidates import near_one
from redline_plugin.core.survey.placing.choose import Candidates
from redline_plugin.core.survey.placing.known import Known
from redline_plugin.core.survey.placing.near import edges_of, segments
from redline_plugin.core.survey.placing.reach import SAME
from redline_plugin.core.survey.placing.scene import Scene
from redline_plugin.core.survey.placing.sites import NOWHERE
from redline_plugin.core.survey.placing.spans import Spans
from redline_plugin.core.survey.rules import PATH, ROAD

TURNING, NEAR_WANTED, GENTLE, ROADSIDE = 0.25, 0.15, 0.1, 0.1
"""What a place costs at most for being no turning point (the sharper the better), far from the
crossing or corner that it is wanted for, on steep ground, far from a road. Redline's own."""
_FAR_M = 500.0
_STEEP_DEG = 45.0
_AT = 1e-8
"""Spacings. A place so near to a known one, a hundredth of a millimetre, is it."""


class Valuer:
    """Values places on one line."""

    def __init__(
        self, scene: Scene, free: Spans, witness: Floats, points: Known, kept: Known, wanted: Known
    ) -> None:
        """Prepare.

        Args:
            scene: the line and what is round it.
            free: where markers may stand, witness places too, in spacings used up.
            witness: these, in order.
            points: turning points; worth: how sharp.
            kept: planned markers.
            wanted: what markers are wanted for; worth: within how many spacings.
        """
        self._scene = scene
        self._free = free
        self._witness = witness
        self.points, self.kept, self._wanted = points, kept, wanted
        near = [
            shapely.linestrings(np.stack([start, end], axis=1))
            for kind in (ROAD, PATH)
            for start, end in segments(edges_of(scene.things.kind(kind)), scene.paths, _FAR_M)
        ]
        self._roads = shapely.STRtree(np.concatenate(near)) if near else None

    def of(self, place: Floats) -> Candidates:
        """Return places as candidates."""
        course = self._scene.course
        arc, measure = course.back(course.unused(place))
        points = self._scene.line.place(arc, measure)
        soft = (
            TURNING * self._turning(place)
            + NEAR_WANTED * self._from_wanted(place)
            + GENTLE * self._steep(points)
            + ROADSIDE * self._off_road(points)
        )
        return Candidates(
            place,
            soft,
            ~self._free.inside(place, slack=10.0 * SAME),
            near_one(place, self._witness, _AT)[1],
            near_one(place, self.kept.place, _AT)[1],
        )

    def known_at(self, place: Floats) -> tuple[Ints, Ints]:
        """Return which turning point and which planned marker is at each place, NOWHERE for none."""
        found = []
        for known in (self.points, self.kept):
            nearest, is_one = near_one(place, known.place, _AT)
            of = np.full(len(place), NOWHERE, dtype=np.int64)
            of[is_one] = known.index[nearest[is_one]]
            found.append(of)
        return found[0], found[1]

    def _turning(self, place: Floats) -> Floats:
        if len(self.points.place) == 0:
            return np.zeros(len(place))
        nearest, is_one = near_one(place, self.points.place, _AT)
        return np.where(is_one, 0.5 - 0.5 * self.points.worth[nearest], 1.0)

    def _from_wanted(self, place: Floats) -> Floats:
        if len(self._wanted.place) == 0:
            return np.zeros(len(place))
        nearest, _ = near_one(place, self._wanted.place, 0.0)
        away = np.abs(place - self._wanted.place[nearest])
        share = away / np.maximum(self._wanted.worth[nearest], _AT)
        return np.where(share <= 1.0 + _AT, share, 0.0)

    def _steep(self, points: Floats) -> Floats:
        if self._scene.slopes is None:
            return np.zeros(len(points))
        slope = self._scene.slopes.at(points)
        return np.clip(np.where(np.isnan(slope), 0.0, slope) / _STEEP_DEG, 0.0, 1.0)

    def _off_road(self, points: Floats) -> Floats:
        found = np.ones(len(points))
        if self._roads is None:
            return np.zeros(len(points))
        at, away = self._roads.query_nearest(
            shapely.points(points), max_distance=_FAR_M, return_distance=True, all_matches=False
        )
        found[at[0]] = away / _FAR_M
        return found
