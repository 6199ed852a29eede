"""The fit of the red line to reference lines (design, decision 4): faces in or out, never vertices.

Near the red line, outlines and references are noded into a planar partition; the faces between
them are put in or out by the cheapest cut (:mod:`mincut`); and the new blocks are the union of the
faces that are in. So the line has the coordinates of the reference where there is one, and no gap,
overlap or sliver can come of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from redline_plugin.core.boundary.clusters import Clusters, clusters_of
from redline_plugin.core.boundary.collapse import Bools, Floats, Ints
from redline_plugin.core.boundary.faces import Faces, faces_of, free_faces
from redline_plugin.core.boundary.network import Reference, build, outline_of
from redline_plugin.core.boundary.places import ALL, NONE, Choice, Solution, places_of
from redline_plugin.core.boundary.rebuild import assign, blocks_from
from redline_plugin.core.boundary.solve import prices, reach_of, solve
from redline_plugin.core.boundary.source import FitOptions, Source, ordered
from redline_plugin.core.boundary.stretches import Stretch, offsets, stretches_of
from redline_plugin.core.delineate.shapes import Shapes, polygon_parts
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, Part, Quiet, stop_if_cancelled
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.text import msg

_NO_SEGMENTS = np.empty((0, 2, 2))
_MOST_TURNS = 8
"""Turns until a fit changes no more; two are the rule, and three are rare."""


@dataclass(frozen=True)
class Account:
    """Areas of each block, m2 on the ellipsoid: after = before + added - removed."""

    before_m2: Floats
    after_m2: Floats
    added_m2: Floats
    removed_m2: Floats


@dataclass(frozen=True)
class Fit:
    """A fitted red line.

    Attributes:
        blocks: (b,) polygons or multipolygons, as many as were given and in their order.
        stretches: the whole line in pieces, each with its source; what needs an eye first stands
            first.
        choices: what was moved, and what could be, place by place.
        account: areas before and after.
        sources: those that were used, by priority; stretches refer to them.
        warnings: what the user should look at.
    """

    blocks: Shapes
    stretches: tuple[Stretch, ...]
    choices: tuple[Choice, ...]
    account: Account
    sources: tuple[Source, ...]
    warnings: tuple[Problem, ...]

    @property
    def share_on_references(self) -> float:
        """The share of the line's length that runs along a source."""
        total = sum(stretch.length_m for stretch in self.stretches)
        on = sum(stretch.length_m for stretch in self.stretches if stretch.source >= 0)
        return on / total if total else 0.0


def fit(
    blocks: Shapes,
    sources: Sequence[Source],
    crs: str,
    options: FitOptions | None = None,
    protected: Shapes | None = None,
    feedback: Feedback | None = None,
    *,
    candidates: bool = True,
) -> Fit:
    """Fit the red line to its references.

    Args:
        blocks: (b,) valid polygons without overlaps, in a projected CRS in metres.
        sources: reference lines; their order does not matter.
        crs: of all coordinates.
        options: the user's choices; the defaults when None.
        protected: polygons; land in them that is in stays in.
        feedback: progress and cancel.
        candidates: whether choices that were not taken are looked for, too: what each source alone
            would do.

    Raises:
        InputError: options or sources that make no sense.
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    options = options or FitOptions()
    used = ordered(sources)
    problems = options.problems(used)
    if problems:
        raise InputError(problems)
    if len(blocks) == 0:
        raise InputError(Problem(msg("There is no block to fit.")))
    work = _Work(blocks, used, options, protected)
    work.settle(Part(feedback, 0.0, 0.6))
    work.widen(Part(feedback, 0.6, 0.7))
    network, faces = work.network, work.faces
    new, parts_of = blocks_from(network, faces, faces.block, len(blocks))
    account = _account(blocks, new, faces, crs)
    away = offsets(network.assessed, network.points)
    inside = faces.block >= 0
    before = faces.assessed >= 0
    solutions = [Solution(ALL, inside, clusters_of(network, faces, before, inside))]
    if candidates:
        farthest = work.farthest()
        for number in range(len(used)):
            stop_if_cancelled(feedback)
            alone = prices(network, used, np.arange(len(used)) == number, farthest)
            solved = solve(network, faces, work.free, alone, reach_of(network, faces, used, alone))
            solutions.append(Solution(number, *solved))
            feedback.progress(0.7 + 0.1 * (number + 1) / len(used))
    solutions.append(Solution(NONE, before, clusters_of(network, faces, inside, before)))
    places = places_of(network, faces, solutions, away)
    stop_if_cancelled(feedback)
    feedback.progress(0.95)
    stretches = stretches_of(network, faces, used, faces.block, away, places)
    feedback.progress(1.0)
    had = shapely.get_num_geometries(blocks)
    return Fit(
        new,
        stretches,
        places.choices,
        account,
        tuple(used),
        tuple(_warnings(sorted(work.limited), parts_of, had)),
    )


class _Work:
    """The fit, made again from its own result until it changes no more."""

    def __init__(
        self,
        blocks: Shapes,
        sources: Sequence[Source],
        options: FitOptions,
        protected: Shapes | None,
    ) -> None:
        self._first, owner = shapely.get_parts(blocks, return_index=True)
        self._first_owner = owner.astype(np.int64)
        self._parts, self._owner = self._first, self._first_owner
        self._count = len(blocks)
        self._sources = sources
        self._options = options
        self._protected = protected
        self._assessed = outline_of(self._first)
        self._references = [Reference(source) for source in sources]
        self.limited: set[int] = set()

    def settle(self, feedback: Feedback) -> None:
        """Fit until nothing changes; then network and faces are those of the result."""
        parts, owner = self._parts, self._owner
        for turn in range(_MOST_TURNS):
            share = Part(feedback, turn / _MOST_TURNS, (turn + 1) / _MOST_TURNS)
            self._parts, self._owner = parts, owner
            self._look(share)
            label = self._turn(feedback)
            if (label == (self.faces.block >= 0)).all() or turn == _MOST_TURNS - 1:
                break
            after = assign(self.faces, label, self.network)
            new, _ = blocks_from(self.network, self.faces, after, self._count)
            parts, owner = shapely.get_parts(new, return_index=True)
            owner = owner.astype(np.int64)
        feedback.progress(1.0)

    def widen(self, feedback: Feedback) -> None:
        """Look again, at the references beside edges that lie on one already, too."""
        self._look(feedback, wide=True)

    def _look(self, feedback: Feedback, *, wide: bool = False) -> None:
        self.network = build(
            outline_of(self._parts),
            # The account of a limit needs faces that are cut by the assessed line; a turn without it
            # sees just what a fit of its result would see.
            self._assessed if wide or self._options.most_moved is not None else _NO_SEGMENTS,
            self._references,
            self._options.xy_tolerance_m,
            feedback,
            wide=wide,
        )
        stop_if_cancelled(feedback)
        self.faces = faces_of(
            self.network, self._parts, self._owner, self._first, self._first_owner
        )
        reach = max((source.tolerance_m for source in self._sources), default=1.0)
        self.free = free_faces(self.faces, reach, _kept(self.faces, self._protected))

    def _turn(self, feedback: Feedback) -> Bools:
        stop_if_cancelled(feedback)
        everything = np.ones(len(self._sources), dtype=bool)
        price = prices(self.network, self._sources, everything, self.farthest())
        reach = reach_of(self.network, self.faces, self._sources, price)
        label, clusters = solve(self.network, self.faces, self.free, price, reach)
        owner = assign(self.faces, label, self.network)
        most = self._options.most_moved
        label, limited = _within_limit(self.faces, label, clusters, owner, most)
        self.limited |= limited
        return label

    def farthest(self) -> Floats:
        """Return the largest distance of each segment from the outlines."""
        away = offsets(self.network.outline, self.network.points)
        return np.maximum(away[self.network.tail], away[self.network.head])


def _kept(faces: Faces, protected: Shapes | None) -> Bools:
    """Return the faces that are in and must stay: land of protected areas."""
    kept = np.zeros(len(faces.shapes), dtype=bool)
    if protected is None or len(protected) == 0:
        return kept
    inside = np.flatnonzero(faces.block >= 0)
    points = shapely.point_on_surface(faces.shapes[inside])
    _, at = shapely.STRtree(points).query(protected, predicate="intersects")
    kept[inside[np.unique(at)]] = True
    return kept


def _within_limit(
    faces: Faces, label: Bools, clusters: Clusters, owner: Ints, most: float | None
) -> tuple[Bools, set[int]]:
    """Undo moves of blocks that move more than a share, the largest first; say of which blocks."""
    if most is None or clusters.count == 0:
        return label, set()
    inside = faces.assessed >= 0
    whole = np.bincount(faces.assessed[inside], faces.areas[inside])
    # Land counts for the block that it came to or left.
    block = np.where(inside, faces.assessed, owner)
    moved = owner != faces.assessed
    size = np.bincount(clusters.of_face[clusters.of_face >= 0], faces.areas[clusters.of_face >= 0])
    undone = np.zeros(clusters.count, dtype=bool)
    limited = set()
    for number in np.unique(block[moved]):
        mine = moved & (block == number)
        excess = faces.areas[mine].sum() - most * whole[number]
        if excess <= 0.0:
            continue
        limited.add(int(number))
        here = np.unique(clusters.of_face[mine & (clusters.of_face >= 0)])
        # A thick move moves much land for the line it gains; the order follows from areas alone.
        order = here[np.lexsort((here, -size[here]))]
        freed = [faces.areas[mine & (clusters.of_face == at)].sum() for at in order]
        gone = order[: int(np.searchsorted(np.cumsum(freed), excess)) + 1]
        undone[gone] = True
    back = (clusters.of_face >= 0) & undone[np.maximum(clusters.of_face, 0)]
    return np.where(back, faces.block >= 0, label), limited


def _account(blocks: Shapes, new: Shapes, faces: Faces, crs: str) -> Account:
    """Add up the faces that changed; each face's area is taken once, so the account closes."""
    count = len(blocks)
    changed = np.flatnonzero(faces.assessed != faces.block)
    areas = polygon_areas(list(faces.shapes[changed]), crs)
    before, after = faces.assessed[changed], faces.block[changed]
    removed = np.bincount(before[before >= 0], areas[before >= 0], minlength=count)
    added = np.bincount(after[after >= 0], areas[after >= 0], minlength=count)
    return Account(
        polygon_areas([shapely.multipolygons(polygon_parts([b])) for b in blocks], crs),
        polygon_areas([shapely.multipolygons(polygon_parts([b])) for b in new], crs),
        added.astype(np.float64),
        removed.astype(np.float64),
    )


def _warnings(limited: Sequence[int], parts: Ints, had: Ints) -> list[Problem]:
    found = [
        Problem(
            msg(
                "Block {number} would have moved by more than the limit; its largest moves were "
                "left out.",
                number=number + 1,
            )
        )
        for number in limited
    ]
    return found + [
        Problem(
            msg("Block {number} fell into {count} parts.", number=number + 1, count=parts[number])
        )
        for number in np.flatnonzero(parts > had)
    ]
