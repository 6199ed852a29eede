"""Lines on the ground: rivers along the flow, roads along the easiest ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from redline_plugin.core.demo.names import MAIN_RIVER, river_name
from redline_plugin.core.demo.noise import generator
from redline_plugin.core.demo.settlements import TOWN, TOWNSHIP, Village
from redline_plugin.core.demo.terrain import EXTENT, Landform, enlarge

RIVER_WIDTH = {1: 4.0, 2: 8.0, 3: 18.0, 4: 42.0, 5: 95.0, 6: 150.0, 7: 180.0}
"""Width of rivers by Strahler order, m."""
_SWING, _WAVE = 170.0, 1300.0


@dataclass(frozen=True)
class River:
    """A stretch of river between confluences, from its upper end down.

    Attributes:
        line: in map units.
        order: Strahler's.
        cells: flat indices on the working grid; the last is the first of the next stretch.
        catchment: m2, above its lower end.
    """

    line: shapely.LineString
    order: int
    cells: NDArray[np.int64]
    catchment: float


def _relaxed(xy: NDArray, rounds: int) -> NDArray:
    """Return a line with its steps smoothed, its ends kept."""
    xy = xy.copy()
    for _ in range(rounds):
        if len(xy) > 2:
            xy[1:-1] = 0.25 * xy[:-2] + 0.5 * xy[1:-1] + 0.25 * xy[2:]
    return xy


def _meandering(rng: np.random.Generator, xy: NDArray, swing: float, wave: float) -> NDArray:
    """Return a line that swings to both sides, its ends kept; all lengths in cells."""
    steps = np.diff(xy, axis=0)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
    phases = rng.uniform(0.0, 2.0 * np.pi, 3)
    side = sum(
        weight * np.sin(2.0 * np.pi * along / (wave * factor) + phase)
        for weight, factor, phase in zip((0.55, 0.5, 0.35), (1.0, 1.7, 0.61), phases)
    )
    calm = np.minimum(np.minimum(along, along[-1] - along) / (0.5 * wave), 1.0)
    across = np.stack([-np.gradient(xy[:, 1]), np.gradient(xy[:, 0])], axis=1)
    across = ndimage.uniform_filter1d(across, max(1, round(wave / 3)), axis=0, mode="nearest")
    across /= np.maximum(np.hypot(across[:, 0], across[:, 1]), 0.1)[:, None]
    return np.asarray(xy + across * (swing * side * calm)[:, None])


def make_rivers(seed: int, land: Landform, corner: tuple[float, float]) -> list[River]:
    """Return the rivers, ordered by the cell in which they end.

    Args:
        seed: of the county.
        land: the terrain.
        corner: x and y of the upper left corner, m.
    """
    rng = generator(seed, "meanders")
    receiver, order = land.tree.receiver, land.stream_order
    stream = order > 0
    cells = np.flatnonzero(stream & (receiver != np.arange(receiver.size)))
    donors = np.bincount(receiver[cells], minlength=receiver.size)
    same = np.zeros(receiver.size, bool)
    same[cells] = (donors[receiver[cells]] == 1) & (receiver[receiver[cells]] != receiver[cells])
    heads = cells[(donors[cells] != 1)]
    rivers = []
    for head in heads.tolist():
        path = [head]
        while same[path[-1]]:
            path.append(int(receiver[path[-1]]))
        path.append(int(receiver[path[-1]]))
        trail = np.array(path)
        xy = np.stack([trail % land.side + 0.5, trail // land.side + 0.5], axis=1)
        fall = (land.height[trail[0]] - land.height[trail[-1]]) / (land.cell * len(path))
        swing = _SWING * np.exp(-fall / 0.004) / land.cell * (order[head] >= 3)
        xy = _meandering(rng, _relaxed(xy, 4), min(swing, 3.0), _WAVE / land.cell)
        xy = xy * (land.cell, -land.cell) + corner
        rivers.append(
            River(
                shapely.LineString(xy), min(int(order[head]), 7), trail, float(land.area[trail[-2]])
            )
        )
    return rivers


def name_rivers(seed: int, rivers: list[River]) -> list[str]:
    """Return the name of each stretch: the larger of two rivers keeps its name when they join."""
    rng = generator(seed, "river names")
    taken = {MAIN_RIVER}
    downstream_first = sorted(range(len(rivers)), key=lambda n: -rivers[n].catchment)
    starting = {int(river.cells[0]): number for number, river in enumerate(rivers)}
    names = [""] * len(rivers)
    continued: set[int] = set()
    for number in downstream_first:
        below = starting.get(int(rivers[number].cells[-1]))
        if number == downstream_first[0]:
            names[number] = MAIN_RIVER
        elif below is not None and below not in continued:
            continued.add(below)
            names[number] = names[below]
        else:
            names[number] = river_name(rng, rivers[number].order, taken)
    return names


def make_roads(
    land: Landform,
    water: NDArray[np.bool_],
    villages: list[Village],
    corner: tuple[float, float],
) -> list[tuple[shapely.LineString, int]]:
    """Return roads as (line, class): 1 between towns and the outside, 2 to townships, 3 to villages.

    Each is the way of least cost over a grid of about 150 m; slopes and crossings cost most.

    Args:
        land: the terrain.
        water: lake on the working grid.
        villages: towns first.
        corner: x and y of the upper left corner, m.
    """
    side = min(land.side, 400)
    step = side / land.side
    graph = _graph(land, water, side)
    spots = np.array(
        [int((v.row + 0.5) * step) * side + int((v.column + 0.5) * step) for v in villages]
    )
    ranks = np.array([v.rank for v in villages])
    towns = spots[ranks == TOWN]
    west = int(0.46 * side) * side
    east = int(0.65 * side) * side + side - 1
    reached = np.zeros(side * side, np.int8)
    edges: dict[tuple[int, int], int] = {}
    for level, (starts, targets) in enumerate(
        (
            (towns[:1], np.array([west, *towns[1:]])),
            (towns[1:], np.array([east])),
            (towns, spots[ranks == TOWNSHIP]),
            (towns, spots),
        )
    ):
        rank = max(level, 1)
        sources = np.union1d(starts, np.flatnonzero(reached)) if level > 1 else starts
        _, ahead, _ = dijkstra(graph, indices=sources, min_only=True, return_predecessors=True)
        for target in targets.tolist():
            here = target
            while ahead[here] >= 0:
                there = int(ahead[here])
                edge = (min(here, there), max(here, there))
                if edge in edges:
                    break
                edges[edge] = rank
                reached[here] = reached[there] = 1
                here = there
    return _lines(edges, side, corner)


def _graph(land: Landform, water: NDArray[np.bool_], side: int) -> coo_matrix:
    """Return the cost of going from a cell to each of its 8 neighbours."""
    height = enlarge(land.grid(land.height), side) if side != land.side else land.grid(land.height)
    wet = (
        ndimage.zoom(
            water.astype(np.float32), side / land.side, order=1, grid_mode=True, mode="nearest"
        )
        > 0.3
    )
    order = land.grid(land.stream_order)
    rows, columns = np.nonzero(order >= 3)
    toll = np.zeros((side, side))
    scale = side / land.side
    np.maximum.at(
        toll,
        ((rows * scale).astype(int), (columns * scale).astype(int)),
        4.0 * order[rows, columns] ** 1.5,
    )
    toll[wet] = 400.0
    number = np.arange(side * side).reshape(side, side)
    cell = EXTENT / side
    froms, tos, costs = [], [], []
    for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = (slice(0, side - dy), slice(max(0, -dx), side - max(0, dx)))
        there = (slice(dy, side), slice(max(0, dx), side + min(0, dx)))
        length = np.hypot(dy, dx)
        grade = np.abs(height[here] - height[there]) / (length * cell)
        cost = length * (1.0 + (grade / 0.06) ** 2) + 0.5 * (toll[here] + toll[there])
        froms += [number[here].ravel(), number[there].ravel()]
        tos += [number[there].ravel(), number[here].ravel()]
        costs += [cost.ravel()] * 2
    shape = (side * side, side * side)
    return coo_matrix(
        (np.concatenate(costs), (np.concatenate(froms), np.concatenate(tos))), shape=shape
    ).tocsr()


def _lines(
    edges: dict[tuple[int, int], int], side: int, corner: tuple[float, float]
) -> list[tuple[shapely.LineString, int]]:
    """Return the edges joined to smooth lines from fork to fork."""
    pairs = np.array(sorted(edges))
    ranks = np.array([edges[(int(a), int(b))] for a, b in pairs])
    cell = EXTENT / side
    result = []
    forks = np.bincount(pairs.ravel(), minlength=side * side) > 2
    for rank in (1, 2, 3):
        chosen = pairs[ranks == rank]
        if chosen.size == 0:
            continue
        xy = np.stack([chosen % side, chosen // side], axis=2).astype(np.float64)
        merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(xy)))
        for line in shapely.get_parts(merged):
            trail = shapely.get_coordinates(line)
            nodes = forks[(trail[:, 1] * side + trail[:, 0]).astype(np.int64)]
            cuts = [0, *(np.flatnonzero(nodes[1:-1]) + 1).tolist(), len(trail) - 1]
            for start, stop in zip(cuts[:-1], cuts[1:]):
                smooth = _relaxed(trail[start : stop + 1], 2) + 0.5
                result.append((shapely.LineString(smooth * (cell, -cell) + corner), rank))
    return result
