"""Terrain that rivers made: uplift against stream power, then valley floors.

Stream power law dz/dt = U - K A^m S with m = 0.45, solved implicitly along the flow tree
(Braun & Willett 2013), from a coarse grid to a fine one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.flow import (
    STEPS,
    Cells,
    FlowTree,
    Values,
    fill_depressions,
    steepest_receivers,
)
from redline_plugin.core.demo.noise import fractal_noise, generator
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

EXTENT = 60000.0
"""Side of the square that is modelled, m."""
INLET_AREA = 1.5e9
"""Catchment of the main river where it enters from the west, m2."""
RIVER_AREA = 3.0e6
"""Catchment from which a stream is drawn as a river, m2."""
_EXPONENT = 0.42
_BASE_LEVEL = 320.0
_RELIEF = 1650.0
_ROUGHNESS = 1.0
_STEEPEST = 0.75
_LEAST_RISE = 1e-6
_BEND = 2.0


@dataclass(frozen=True)
class Landform:
    """Terrain and its drainage on the working grid (side x side cells, flat indices)."""

    side: int
    cell: float
    height: Values
    tree: FlowTree
    area: Values
    stream_order: NDArray[np.int16]
    above_river: Values

    def grid(self, flat: NDArray) -> NDArray:
        """Return a flat array as (side, side)."""
        return flat.reshape(self.side, self.side)


def _uplift(seed: int, side: int) -> Values:
    """Return the relative uplift: two ranges with a basin between them."""
    y, x = (np.mgrid[0:side, 0:side] + 0.5) / side
    bend = 0.05 * np.sin(2.0 * np.pi * (x * 0.9 + 0.1)) + 0.06 * fractal_noise(
        seed, "ranges", side, 2, 0.4
    )
    away = y - 0.55 - bend
    ranges = np.clip((np.abs(away) - 0.03) / 0.30, 0.0, 1.0)
    ranges = ranges**2 * (3.0 - 2.0 * ranges) * np.where(away < 0.0, 1.0, 0.8)
    return np.asarray(
        (0.24 + 0.76 * ranges) * np.exp(0.42 * fractal_noise(seed, "blocks", side, 6))
    )


def hardness(seed: int, side: int) -> Values:
    """Return the relative erodibility of the rock: tilted bands, some of them hard."""
    y, x = (np.mgrid[0:side, 0:side] + 0.5) / side
    wave = fractal_noise(seed, "folds", side, 3, 0.45)
    bands = np.sin(2.0 * np.pi * (5.0 * (y + 0.35 * x) + 0.6 * wave))
    return np.asarray(np.exp(0.4 * bands + 0.35 * fractal_noise(seed, "rock", side, 8, 0.7)))


def _ports(side: int) -> tuple[int, Cells]:
    """Return the cell where the main river enters and the cells where it leaves."""
    inlet = int(0.47 * side) * side
    outlets = np.array([int(0.66 * side) * side + side - 1])
    return inlet, outlets


def _erode(
    seed: int,
    height: Values,
    uplift: Values,
    hardness: Values,
    cell: float,
    steps: int,
    years: float,
    feedback: Feedback,
) -> Values:
    """Return ``height`` after some steps of uplift and erosion, every cell drained.

    Args:
        seed: of the county.
        height: (side, side), in units of the uplift.
        uplift: rate.
        hardness: erodibility of the rock.
        cell: m.
        steps: how many.
        years: length of a step.
        feedback: asked whether to stop.
    """
    side = height.shape[0]
    inlet, outlets = _ports(side)
    height = fill_depressions(height, outlets, pause=partial(stop_if_cancelled, feedback))
    source = np.full(side * side, cell * cell)
    source[inlet] += INLET_AREA
    flat = height.ravel()
    chance = generator(seed, f"ways {side}").uniform(0.5, 1.5, (len(STEPS), side, side))
    lift = uplift.ravel() * years
    for _ in range(steps):
        stop_if_cancelled(feedback)
        receiver = steepest_receivers(flat.reshape(side, side), outlets, chance)
        tree = FlowTree(receiver)
        area = tree.accumulate(source)
        straight = np.isin(np.abs(receiver - np.arange(receiver.size)), (1, side))
        length = np.where(straight, cell, cell * np.sqrt(2.0))
        power = hardness.ravel() * area**_EXPONENT / length * years
        flat = flat + lift
        flat[outlets] = 0.0
        for cells, receivers in tree.upwards():
            force = power[cells]
            lowered = (flat[cells] + force * flat[receivers]) / (1.0 + force)
            flat[cells] = np.maximum(lowered, flat[receivers] + _LEAST_RISE)
    return flat.reshape(side, side)


def _warped(seed: int, height: Values, side: int) -> Values:
    """Return the terrain on a finer grid, bent, since D8 on a grid makes straight valleys."""
    coarse = height.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float64)
    border = np.minimum(np.minimum(x, side - 1 - x), np.minimum(y, side - 1 - y)) / (0.05 * side)
    reach = _BEND * np.clip(border, 0.0, 1.0)
    scale = coarse / side
    places = [
        (axis + 0.5) * scale
        - 0.5
        + reach * fractal_noise(seed, f"bend {name} {coarse}", side, coarse // 13, 0.45)
        for name, axis in (("y", y), ("x", x))
    ]
    return np.asarray(ndimage.map_coordinates(height, places, order=3, mode="nearest"))


def _without_cliffs(tree: FlowTree, flat: Values, cell: float) -> Values:
    """Return heights in which no cell stands above the next at more than the steepest slope."""
    side = int(flat.size**0.5)
    result = flat.copy()
    for cells, receivers in tree.upwards():
        straight = np.isin(np.abs(cells - receivers), (1, side))
        reach = _STEEPEST * cell * np.where(straight, 1.0, 2.0**0.5)
        result[cells] = result[receivers] + np.minimum(flat[cells] - flat[receivers], reach)
    return result


def enlarge(field: NDArray, side: int) -> Values:
    """Return a square field brought to (side, side) by cubic splines on cell centres."""
    if field.shape[0] == side:
        return np.asarray(field, dtype=np.float64)
    zoomed = ndimage.zoom(
        np.asarray(field, dtype=np.float64),
        side / field.shape[0],
        order=3,
        mode="nearest",
        grid_mode=True,
    )
    return np.asarray(zoomed)


def working_side(size: int) -> int:
    """Return the cells along each side of the grid on which water is routed."""
    return size if size <= 600 else size // 2


def make_landform(seed: int, size: int, feedback: Feedback) -> Landform:
    """Return the terrain of the county, drained everywhere, and its rivers."""
    side = working_side(size)
    sides = [side]
    while sides[0] > 140:
        sides.insert(0, (sides[0] + 1) // 2)
    here = sides[0]
    height = _ROUGHNESS * fractal_noise(seed, "relief", here, 6, 0.75).astype(np.float64)
    height += 2.0 * _ROUGHNESS * _uplift(seed, here)
    for number, here in enumerate(sides):
        stop_if_cancelled(feedback)
        if number:
            rough = fractal_noise(seed, f"roughness{number}", here, here // 8, 0.9)
            height = _warped(seed, height, here)
            down, right = np.gradient(height)
            height += rough * (0.6 * np.hypot(down, right) + 0.002 * _ROUGHNESS)
        steps, years = ((40, 3.0), (10, 3.0), (5, 2.0), (3, 1.0))[min(number, 3)]
        rock = hardness(seed, here)
        lift = _uplift(seed, here)
        height = _erode(seed, height, lift, rock, EXTENT / here, steps, years, feedback)
        feedback.progress((number + 1) / (len(sides) + 1))
    return _finish(height * (_RELIEF / np.percentile(height, 99.5)) + _BASE_LEVEL)


def _finish(height: Values) -> Landform:
    """Round the ridges, flatten the valley floors, and route the water once for all."""
    side = height.shape[0]
    cell = EXTENT / side
    inlet, outlets = _ports(side)
    tree = FlowTree(steepest_receivers(height, outlets))
    smooth = ndimage.gaussian_filter(height, 45.0 / cell, mode="nearest")
    flat = _without_cliffs(tree, tree.raised(smooth.ravel(), 0.01), cell)
    source = np.full(side * side, cell * cell)
    source[inlet] += INLET_AREA
    area = tree.accumulate(source)
    stream = area >= RIVER_AREA
    above = flat - tree.inherit(flat, stream | (tree.depth == 0))
    floor = np.clip(5.0 + 7.0 * np.log10(np.maximum(area, RIVER_AREA) / RIVER_AREA), 5.0, 24.0)
    floor = tree.inherit(floor, stream | (tree.depth == 0))
    flattened = above * (1.0 - 0.9 * np.exp(-above / floor))
    flat = tree.raised(flat - above + flattened, 1e-3)
    return Landform(
        side=side,
        cell=cell,
        height=flat,
        tree=tree,
        area=area,
        stream_order=tree.strahler(stream),
        above_river=np.maximum(above, 0.0),
    )
