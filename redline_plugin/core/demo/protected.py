"""Protected areas with zones, made of small catchments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from redline_plugin.core.demo.coverage import Place, trace
from redline_plugin.core.demo.regions import means, one_piece
from redline_plugin.core.demo.terrain import EXTENT


@dataclass(frozen=True)
class Zone:
    """A zone of a protected area: name of the area, kind, level, zone, outline in map units."""

    name: str
    kind: str
    level: str
    zone: str
    outline: shapely.Geometry


@dataclass(frozen=True)
class _Plan:
    name: str
    kind: str
    level: str
    zones: tuple[str, ...]
    km2: tuple[float, ...]


_RESERVE = _Plan(
    "青垣山自然保护区", "自然保护区", "国家级", ("核心区", "缓冲区", "实验区"), (70.0, 40.0, 55.0)
)
_RESERVE_2 = _Plan(
    "洛坪南山自然保护区", "自然保护区", "省级", ("核心区", "缓冲区", "实验区"), (22.0, 14.0, 18.0)
)
_FOREST = _Plan(
    "云松岭森林公园",
    "森林公园",
    "省级",
    ("生态保育区", "核心景观区", "一般游憩区"),
    (20.0, 10.0, 9.0),
)
_SCENIC = _Plan("响溪峡风景名胜区", "风景名胜区", "省级", ("核心景区", "一般景区"), (12.0, 14.0))


def _zoned(
    plan: _Plan, units: NDArray[np.int32], worth: NDArray, allowed: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Return zone numbers, 1 inside, growing from the best unit over its neighbours."""
    cell2 = (EXTENT / units.shape[0]) ** 2 / 1e6
    usable = means(units, allowed) > 0.7
    score = np.where(usable, means(units, worth), -np.inf)
    seed = int(score.argmax())
    y, x = np.nonzero(units == seed)
    rows, columns = np.mgrid[0 : units.shape[0], 0 : units.shape[0]]
    far = np.hypot(rows - y.mean(), columns - x.mean()) * EXTENT / units.shape[0]
    sizes = np.bincount(units.ravel()) * cell2
    order = np.argsort(np.where(usable, means(units, far) - 2500.0 * score, np.inf))
    grown = np.cumsum(sizes[order])
    limits = np.cumsum(plan.km2)
    zone_of = np.zeros(sizes.size, np.int32)
    zone_of[order] = np.searchsorted(limits, grown - 0.5 * sizes[order]) + 1
    zone_of[(zone_of > len(plan.zones)) | ~usable] = 0
    zones = np.where(allowed, zone_of[units], 0)
    return np.where(one_piece(zones > 0), np.maximum(zones, 0), 0).astype(np.int32)


def _outlines(plan: _Plan, zones: NDArray[np.int32], place: Place) -> list[Zone]:
    zones = zones.copy()
    zones[[0, -1]] = 0
    zones[:, [0, -1]] = 0
    groups = np.arange(len(plan.zones) + 1, dtype=np.int32)
    found, faces = trace(zones).polygons(groups, place)
    result = []
    for number, zone in enumerate(plan.zones, 1):
        parts = faces[found == number]
        if parts.size:
            outline = parts[0] if parts.size == 1 else shapely.multipolygons(parts)
            result.append(Zone(plan.name, plan.kind, plan.level, zone, outline))
    return result


@dataclass(frozen=True)
class Setting:
    """What protected areas are chosen by, on the working grid.

    ``wild`` is the worth of a place for nature; ``valley`` the worth of its river scenery.
    """

    units: NDArray[np.int32]
    counties: NDArray[np.int32]
    wild: NDArray
    valley: NDArray
    lake: NDArray[np.bool_]
    river: NDArray[np.bool_]


def make_protected(setting: Setting, place: Place) -> list[Zone]:
    """Return all zones; the last one, on purpose, is a bow-tie and not valid."""
    free = (setting.counties > 0) & ~setting.lake
    result: list[Zone] = []
    plans = (
        (_RESERVE, setting.wild, setting.counties == 1),
        (_RESERVE_2, setting.wild, setting.counties == 2),
        (_FOREST, 0.6 * setting.wild + 0.4 * setting.valley, setting.counties > 0),
        (_SCENIC, setting.valley, setting.counties > 0),
    )
    for plan, worth, where in plans:
        zones = _zoned(plan, setting.units, worth, free & where)
        free &= ~ndimage.binary_dilation(zones > 0, iterations=3)
        result += _outlines(plan, zones, place)
    result += _around_water(setting, place)
    result.append(_bow_tie(setting, free, place))
    return result


def _around_water(setting: Setting, place: Place) -> list[Zone]:
    """Return the drinking water zones of the lake and a wetland park on the main river."""
    inside = setting.counties > 0
    cell = place.cell
    result: list[Zone] = []
    if setting.lake.any():
        far = ndimage.distance_transform_edt(~setting.lake) * cell
        zones = np.where(far <= max(200.0, cell), 1, np.where(far <= 1000.0, 2, 0)) * inside
        plan = _Plan(
            "玉屏水库饮用水水源地", "饮用水水源地", "县级", ("一级保护区", "二级保护区"), ()
        )
        result += _outlines(plan, np.asarray(zones, dtype=np.int32), place)
    far = ndimage.distance_transform_edt(~setting.river) * cell
    rows, columns = np.nonzero(setting.river & (setting.counties == 2))
    if rows.size:
        middle = int(np.argsort(columns)[columns.size // 2])
        y, x = np.ogrid[0 : far.shape[0], 0 : far.shape[0]]
        along = np.hypot(y - rows[middle], x - columns[middle]) * cell
        zones = np.select(
            [
                (far <= max(350.0, cell)) & (along < 3500.0),
                (far <= max(350.0, cell)) & (along < 5200.0),
                (far <= max(700.0, 2 * cell)) & (along < 5200.0),
            ],
            [1, 2, 3],
            0,
        )
        zones = np.where(one_piece((zones > 0) & inside), zones, 0)
        names = ("湿地保育区", "恢复重建区", "合理利用区")
        result += _outlines(
            _Plan("洛水湿地公园", "湿地公园", "省级", names, ()), zones.astype(np.int32), place
        )
    return result


def _bow_tie(setting: Setting, free: NDArray[np.bool_], place: Place) -> Zone:
    """Return a geopark whose outline crosses itself: two corners were swapped."""
    deep = ndimage.distance_transform_edt(free)
    row, column = np.unravel_index(int((np.minimum(deep, 12) + setting.wild).argmax()), deep.shape)
    x, y = place.left + (column + 0.5) * place.cell, place.top - (row + 0.5) * place.cell
    ring = [(-700, -500), (750, 520), (700, -620), (-640, 560), (-700, -500)]
    outline = shapely.Polygon([(x + dx, y + dy) for dx, dy in ring])
    return Zone("石笋沟地质公园", "地质公园", "省级", "地质遗迹保护区", outline)
