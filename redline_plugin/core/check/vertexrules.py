"""Rules on corners and edges: repeated and near vertices, short lines, spikes, sharp angles, stairs."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial import cKDTree

from redline_plugin.core.check.polygons import Polygons, Vertices, names_of_points
from redline_plugin.core.check.rule import NOBODY, Bools, Floats, Found, Ints, Settings

RIGHT_ANGLE_SLACK = 5.0
"""Degrees by which the corner of a pixel may differ from 90 after a change of projection."""


def repeated_vertices(subject: Polygons, _settings: Settings) -> Found:
    """Find corners at the very place of the one before."""
    vertices = subject.vertices
    at = np.flatnonzero((vertices.points == vertices.points[vertices.before]).all(axis=1))
    return _points(subject, vertices, at, np.zeros(len(at)))


def near_vertices(subject: Polygons, settings: Settings) -> Found:
    """Find pairs of different vertices nearer than NEAR_VERTEX, in one feature or in two."""
    vertices = subject.corners
    limit = settings["NEAR_VERTEX"]
    _, first = np.unique(names_of_points(vertices.points), return_index=True)
    if len(first) == 0:
        return nothing()
    places = vertices.points[first]
    # Far from the origin a difference of coordinates is exact, but the tree's own limit is not.
    pairs = cKDTree(places).query_pairs(limit * 1.000001, output_type="ndarray")
    gap = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    near = gap < limit
    one, other = first[pairs[near, 0]], first[pairs[near, 1]]
    owner = subject.owners[vertices.part]
    return Found(
        shapely.points(vertices.points[np.minimum(one, other)]),
        owner[one],
        np.where(owner[one] == owner[other], NOBODY, owner[other]),
        gap[near],
    )


def short_lines(subject: Polygons, settings: Settings) -> Found:
    """Find edges shorter than SHORT_LINE that are no near vertices; a shared one once."""
    vertices = subject.corners
    start, end = vertices.points, vertices.points[vertices.following]
    length = np.hypot(*(end - start).T)
    at = np.flatnonzero((length < settings["SHORT_LINE"]) & (length >= settings["NEAR_VERTEX"]))
    flip = (start[at, 0] > end[at, 0]) | (
        (start[at, 0] == end[at, 0]) & (start[at, 1] > end[at, 1])
    )
    low = np.where(flip[:, None], end[at], start[at])
    high = np.where(flip[:, None], start[at], end[at])
    owner = subject.owners[vertices.part[at]]
    edges = np.hstack([low, high])
    order = np.lexsort((owner, *edges.T))
    new = np.ones(len(at), dtype=bool)
    new[1:] = (np.diff(edges[order], axis=0) != 0.0).any(axis=1)
    firsts = np.flatnonzero(new)
    second = np.full(len(firsts), NOBODY)
    shared = (firsts + 1 < len(at)) & ~np.append(new, True)[firsts + 1]
    second[shared] = owner[order[firsts[shared] + 1]]
    first = owner[order[firsts]]
    pick = order[firsts]
    return Found(
        shapely.linestrings(np.stack([low[pick], high[pick]], axis=1)),
        first,
        np.where(second == first, NOBODY, second),
        length[at][pick],
    )


def corner_angles(vertices: Vertices) -> tuple[Floats, Floats]:
    """Return the angle at each corner in degrees, and how wide it is at its shorter leg's end."""
    back = vertices.points[vertices.before] - vertices.points
    ahead = vertices.points[vertices.following] - vertices.points
    cross = np.abs(back[:, 0] * ahead[:, 1] - back[:, 1] * ahead[:, 0])
    dot = np.einsum("ij,ij->i", back, ahead)
    longer = np.maximum(np.hypot(*back.T), np.hypot(*ahead.T))
    width = cross / np.where(longer > 0.0, longer, 1.0)
    return np.degrees(np.arctan2(cross, dot)), width


def spikes(subject: Polygons, settings: Settings) -> Found:
    """Find sharp corners whose two edges lie nearly on each other, outwards or inwards."""
    angle, width = corner_angles(subject.corners)
    at = np.flatnonzero(spike_mask(angle, width, settings))
    return _points(subject, subject.corners, at, width[at])


def spike_mask(angle: Floats, width: Floats, settings: Settings) -> Bools:
    """Return which corners are spikes, from angle in degrees and width at the foot in metres."""
    return (angle < settings["SHARP_ANGLE"]) & (width < settings["SPIKE_WIDTH"])


def sharp_angles(subject: Polygons, settings: Settings) -> Found:
    """Find corners sharper than SHARP_ANGLE that are no spikes."""
    angle, width = corner_angles(subject.corners)
    sharp = (angle < settings["SHARP_ANGLE"]) & ~spike_mask(angle, width, settings)
    at = np.flatnonzero(sharp)
    return _points(subject, subject.corners, at, angle[at])


def stairs(subject: Polygons, settings: Settings) -> Found:
    """Find runs of corners that turn right and left by right angles, with short edges between.

    The value is the number of turns in the run.
    """
    vertices = subject.corners
    into = vertices.points - vertices.points[vertices.before]
    out = vertices.points[vertices.following] - vertices.points
    cross = into[:, 0] * out[:, 1] - into[:, 1] * out[:, 0]
    turn = np.degrees(np.arctan2(cross, np.einsum("ij,ij->i", into, out)))
    right = np.abs(np.abs(turn) - 90.0) <= RIGHT_ANGLE_SLACK
    short = np.hypot(*out.T) <= settings["STAIR_LENGTH"]
    ahead = vertices.following
    link = right & right[ahead] & short & (np.sign(turn) != np.sign(turn[ahead]))
    turns = _run_lengths(link, ahead) + 1
    start = np.flatnonzero(link & ~link[vertices.before] & (turns >= settings["STAIR_TURNS"]))
    if len(start) == 0:
        return nothing()
    size = turns[start]
    run = np.repeat(np.arange(len(start)), size)
    step = np.arange(len(run)) - np.repeat(np.cumsum(size) - size, size)
    rings = np.bincount(vertices.ring)
    first = np.concatenate([[0], np.cumsum(rings)[:-1]])
    ring = vertices.ring[start][run]
    at = first[ring] + (start[run] - first[ring] + step) % rings[ring]
    return Found(
        shapely.linestrings(vertices.points[at], indices=run),
        subject.owners[vertices.part[start]],
        np.full(len(start), NOBODY),
        size.astype(float),
    )


def _run_lengths(link: Bools, ahead: Ints) -> Ints:
    """Return how many links follow each other from each corner on (by doubling the stride)."""
    here = np.arange(len(link))
    jump = np.where(link, ahead, here)
    length = link.astype(np.int64)
    # A ring cannot turn right and left by turns all round, so every run has an end.
    for _ in range(max(1, len(link).bit_length())):
        more = length[jump] * (jump != here)
        if not more.any():
            break
        length = length + more
        jump = jump[jump]
    return length


def _points(subject: Polygons, vertices: Vertices, at: Ints, values: Floats) -> Found:
    return Found(
        shapely.points(vertices.points[at]),
        subject.owners[vertices.part[at]],
        np.full(len(at), NOBODY),
        values,
    )


def nothing() -> Found:
    """Return that nothing was found."""
    empty = np.empty(0, dtype=np.int64)
    return Found(np.empty(0, dtype=object), empty, empty, np.empty(0))
