"""Markers as rows of their layer: numbers, blocks, why, to the next one, coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.feedback import Feedback, Quiet
from redline_plugin.core.survey.keeping import same_places
from redline_plugin.core.survey.line import OUTSIDE, Line
from redline_plugin.core.survey.marker import (
    PLANNED,
    RETIRED,
    WITNESS,
    WITNESSED,
    Marker,
)
from redline_plugin.core.survey.numbers import Numbers, code_order
from redline_plugin.core.survey.placing.near import edges_of
from redline_plugin.core.survey.placing.place import Placement
from redline_plugin.core.survey.placing.sentences import Words, reasons_of, why
from redline_plugin.core.survey.placing.sites import NOWHERE
from redline_plugin.core.survey.registerspacing import Spacings, spacings
from redline_plugin.core.survey.rules import ROAD
from redline_plugin.core.text import msg

_BIT_SAME = 1e-6


@dataclass(frozen=True)
class Row:
    """A marker where it is: place, arc (-1: not on the line), distance along the arc, m."""

    marker: Marker
    place: tuple[float, float]
    arc: int = -1
    measure: float = 0.0


def marker_rows(
    placement: Placement,
    points: Sequence[tuple[str, tuple[float, float]]],
    words: Words,
    feedback: Feedback | None = None,
) -> list[Row]:
    """Return the markers in the order of blocks, rings and places; retired ones last.

    A witness follows its point. What an earlier layer had at the same place keeps its number and all
    that people filled in; planned markers that are no longer needed are retired.

    Args:
        placement: what was placed.
        points: numbers and places of turning points.
        words: for sentences.
        feedback: cancel.

    Raises:
        CancelledError: the user stopped.
    """
    return _Rows(placement, points, words).all(feedback or Quiet())


class _Rows:
    def __init__(
        self, placement: Placement, points: Sequence[tuple[str, tuple[float, float]]], words: Words
    ) -> None:
        self._placement = placement
        self._scene = placement.scene
        self._line: Line = placement.scene.line
        self._sites = placement.sites
        self._existing = placement.existing
        self._words = words
        self._codes = [block.code for block in self._line.blocks]
        self._rank = {at: rank for rank, at in enumerate(code_order(self._codes))}
        self._given = set(self._existing.numbers())
        self._numbers = Numbers(str(self._scene.rules.markers.number.value), self._given)
        arcs = np.array([site.arc for site in self._sites], dtype=np.int64)
        self._measures = np.array([site.measure for site in self._sites], dtype=np.float64)
        self._arcs = arcs
        self._places = self._line.place(arcs, self._measures).reshape(-1, 2)
        self._kinds, self._terrains = self._scene.about(arcs, self._measures)
        self._old = self._same()
        self._point = self._points_at(points)

    def all(self, feedback: Feedback) -> list[Row]:
        sides = self._sides()
        owner = np.array(
            [self._owner(number, blocks) for number, blocks in enumerate(sides)], dtype=np.int64
        )
        found = spacings(
            self._line,
            self._scene.rules,
            owner,
            self._arcs,
            self._measures,
            np.ones(len(owner), dtype=bool),
            self._scene.terrains,
            feedback,
        )
        rank = np.array([self._rank[at] for at in owner.tolist()], dtype=np.int64)
        order = np.lexsort((self._measures, found.along_m, found.ring, rank))
        road = self._to_road()
        slope = None if self._scene.slopes is None else self._scene.slopes.at(self._places)
        rows: list[Row] = []
        used = {at for at in self._old.tolist() if at != NOWHERE}
        witnesses = self._existing.witnesses()
        for number in order.tolist():
            row = self._row(
                number,
                sides[number],
                int(owner[number]),
                found,
                None if road is None else float(road[number]),
                None if slope is None else float(slope[number]),
            )
            rows.append(row)
            rows += self._beside(number, row, witnesses, used)
        return rows + self._rest(used)

    def _same(self) -> Ints:
        """Return the earlier marker at each site, NOWHERE for none."""
        found = np.array([site.known for site in self._sites], dtype=np.int64)
        planned = self._placement.here.planned
        free = np.flatnonzero(found == NOWHERE)
        same = same_places(self._places[free], self._existing.places[planned])
        found[free[same >= 0]] = planned[same[same >= 0]]
        return found

    def _points_at(self, points: Sequence[tuple[str, tuple[float, float]]]) -> list[str]:
        """Return the number of the turning point at each site, "" for none."""
        where = np.array([place for _, place in points], dtype=np.float64).reshape(-1, 2)
        return [
            points[at][0] if at >= 0 else "" for at in same_places(self._places, where).tolist()
        ]

    def _sides(self) -> list[list[int]]:
        """Return the blocks at each site, in the order of codes."""
        at_node: dict[int, set[int]] = {}
        line = self._line
        for arc in np.flatnonzero(~line.closed).tolist():
            for node in (int(self._scene.first[arc]), int(self._scene.last[arc])):
                at_node.setdefault(node, set()).update((int(line.left[arc]), int(line.right[arc])))
        found = []
        for site in self._sites:
            blocks = {int(line.left[site.arc]), int(line.right[site.arc])}
            if site.node != NOWHERE:
                blocks = at_node[site.node]
            found.append(sorted(blocks - {OUTSIDE}, key=lambda block: self._rank[block]))
        return found

    def _owner(self, number: int, blocks: list[int]) -> int:
        """Return the block that a site is told by: that of its earlier marker, else the first."""
        old = int(self._old[number])
        if old != NOWHERE:
            for block in blocks:
                if self._codes[block] == self._existing.markers[old].block:
                    return block
        return blocks[0]

    def _to_road(self) -> Floats | None:
        """Return the distance of each site from the nearest road; None where none is known."""
        roads = self._scene.things.kind(ROAD)
        if len(roads) == 0 or len(self._sites) == 0:
            return None
        # Long roads are cut up: the nearest of many short pieces is found much faster.
        points, owner = shapely.get_coordinates(
            shapely.get_parts(edges_of(roads)), return_index=True
        )
        tail = np.flatnonzero(owner[:-1] == owner[1:])
        pieces = shapely.linestrings(np.stack([points[tail], points[tail + 1]], axis=1))
        found = shapely.STRtree(pieces).query_nearest(
            shapely.points(self._places), return_distance=True, all_matches=False
        )
        return np.asarray(found[1])

    def _row(
        self,
        number: int,
        blocks: list[int],
        owner: int,
        found: Spacings,
        road: float | None,
        slope: float | None,
    ) -> Row:
        site = self._sites[number]
        block = self._line.blocks[owner]
        old = int(self._old[number])
        kind, terrain = self._kinds[number], self._terrains[number]
        next_m, limit = (_number(column[number]) for column in (found.next_m, found.limit_m))
        fresh = Marker(
            marker="",
            engraved="",
            block=block.code,
            blocks=",".join(self._codes[at] for at in blocks),
            county=block.county,
            kind=site.kind,
            state=PLANNED,
            reasons=",".join(reasons_of(site)),
            why=why(self._scene, site, kind, terrain, self._words),
            boundary=kind,
            terrain=terrain,
            slope_deg=None if slope is None or np.isnan(slope) else round(slope, 2),
            point=self._point[number],
            next_m=next_m,
            limit_m=limit,
            moved_m=round(round(site.moved, 6), 3),
            road_m=None if road is None else round(road, 2),
        )
        place = (float(self._places[number, 0]), float(self._places[number, 1]))
        if old == NOWHERE:
            marker = replace(fresh, marker=self._numbers.give(block))
        else:
            marker = _kept(self._existing.markers[old], fresh, site.known != NOWHERE)
            there = self._existing.places[old]
            if site.known != NOWHERE or np.hypot(*(there - place)) < _BIT_SAME:
                place = (float(there[0]), float(there[1]))
        return Row(marker, place, site.arc, site.measure)

    def _beside(
        self, number: int, point: Row, witnesses: dict[str, list[int]], used: set[int]
    ) -> list[Row]:
        """Return the witness markers of a point."""
        site = self._sites[number]
        if site.kind != WITNESSED:
            return []
        there = witnesses.get(point.marker.marker, [])
        if site.known != NOWHERE or site.pair is None:
            used.update(there)
            return [self._unchanged(at) for at in there]
        rows = []
        where = np.array([(witness.x, witness.y) for witness in site.pair])
        same = same_places(where, self._existing.places[there])
        what = msg("Witness of {number}.", number=point.marker.marker)
        for at, witness in enumerate(site.pair):
            old = there[same[at]] if same[at] >= 0 else NOWHERE
            fresh = replace(
                point.marker,
                marker="",
                engraved="",
                kind=WITNESS,
                state=PLANNED,
                why=what.render(self._words.translate),
                slope_deg=None,
                point="",
                next_m=None,
                limit_m=None,
                moved_m=0.0,
                of_marker=point.marker.marker,
                offset_m=round(witness.offset, 3),
                offset_deg=round(witness.azimuth, 4),
                road_m=None,
                crew=0,
                visit=0,
                photos="",
                remark="",
            )
            if old == NOWHERE:
                marker = replace(fresh, marker=self._witness_number(point.marker.marker))
            else:
                used.add(old)
                marker = _kept(self._existing.markers[old], fresh, False)
            rows.append(Row(marker, (witness.x, witness.y)))
        return rows

    def _witness_number(self, point: str) -> str:
        """Return the next number of a witness of a point, one that was never given."""
        serial = 1
        while f"{point}({serial})" in self._given:
            serial += 1
        self._given.add(f"{point}({serial})")
        return f"{point}({serial})"

    def _unchanged(self, at: int) -> Row:
        x, y = self._existing.places[at].tolist()
        return Row(self._existing.markers[at], (x, y))

    def _rest(self, used: set[int]) -> list[Row]:
        """Return the earlier markers that no site has: those off the line, and the retired ones."""
        stay = set(self._placement.here.off.tolist())
        numbers = {self._existing.markers[at].marker for at in stay}
        standing, retired = [], []
        for at, marker in enumerate(self._existing.markers):
            if at in used:
                continue
            is_beside = marker.kind == WITNESS and marker.of_marker in numbers
            if at in stay or (is_beside and marker.state != RETIRED):
                standing.append(self._unchanged(at))
            else:
                retired.append(replace(self._unchanged(at), marker=self._retired(marker)))
        nowhere = (float("nan"), float("nan"))
        retired += [Row(self._retired(marker), nowhere) for marker in self._existing.lost]
        return standing + retired

    def _retired(self, marker: Marker) -> Marker:
        """Return a marker as retired; one that was so already is not changed."""
        if marker.state == RETIRED:
            return marker
        what = msg("No longer needed. Before: {why}", why=marker.why)
        return replace(
            marker,
            state=RETIRED,
            why=what.render(self._words.translate),
            next_m=None,
            limit_m=None,
        )


def _number(value: float) -> float | None:
    # Twice, so that the last digits of a distance that is a tie do not decide.
    return None if np.isnan(value) else round(round(float(value), 6), 3)


def _kept(old: Marker, fresh: Marker, as_it_was: bool) -> Marker:
    """Return an earlier marker as it is now: what people filled in stays, ``as_it_was`` its reasons too."""
    keeps = as_it_was and bool(old.why)
    return replace(
        fresh,
        marker=old.marker,
        engraved=old.engraved,
        state=old.state,
        reasons=old.reasons if keeps else fresh.reasons,
        why=old.why if keeps else fresh.why,
        crew=old.crew,
        visit=old.visit,
        photos=old.photos,
        remark=old.remark,
    )
