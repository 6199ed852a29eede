"""Land-survey parcels: a coverage whose neighbours share their edges exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.demo.coverage import Arcs, Place, pieces, trace
from redline_plugin.core.demo.noise import fractal_noise, generator

LAND_USE = {
    1: ("0101", "水田"),
    2: ("0103", "旱地"),
    3: ("0201", "果园"),
    4: ("0301", "乔木林地"),
    5: ("0305", "灌木林地"),
    6: ("0404", "其他草地"),
    7: ("0702", "农村宅基地"),
    8: ("1101", "河流水面"),
    9: ("1103", "水库水面"),
    10: ("1206", "裸土地"),
    11: ("0701", "城镇住宅用地"),
}
"""Land use by our number: code and name of the Third National Land Survey."""
STATE_OWNED, COLLECTIVE = "20", "30"
_OF_ECOSYSTEM = np.array([0, *[4] * 6, *[5] * 4, *[6] * 4, 8, 3, 1, 2, 7, 10], np.int32)
_FIELD, _WOOD = 190.0, 620.0
_LEAST_AREA = 5400.0


@dataclass(frozen=True)
class Parcels:
    """Parcels as arrays of one length, and the counties that they add up to.

    Attributes:
        outlines: Polygons in map units.
        use: keys of :data:`LAND_USE`.
        county: county numbers.
        tenure: QSXZ codes.
        counties: county number to its outline.
    """

    outlines: NDArray
    use: NDArray[np.int32]
    county: NDArray[np.int32]
    tenure: NDArray[np.str_]
    counties: dict[int, shapely.Geometry]


def make_parcels(
    seed: int,
    codes: NDArray[np.uint8],
    counties: NDArray[np.int32],
    lake: NDArray[np.bool_],
    town: NDArray[np.bool_],
    place: Place,
) -> Parcels:
    """Return the parcels of both counties; all rasters on the full grid.

    Args:
        seed: of the county.
        codes: ecosystems.
        counties: county numbers, 0 outside; the outermost pixels are 0.
        lake: pixels of the lake.
        town: pixels of towns, whose built-up land is urban.
        place: of the rasters.
    """
    use = _OF_ECOSYSTEM[codes]
    use[lake] = 9
    use[town & (use == 7)] = 11
    use[counties == 0] = 0
    fine = np.isin(use, (1, 2, 3, 7, 11))
    wild = ~fine & (use > 0) & (use != 8) & (use != 9)
    tract = np.zeros(use.shape, np.int64)
    tract[fine] = _tracts(seed, "fields", fine, max(_FIELD, 3 * place.cell) / place.cell, 0.0)
    tract[wild] = _tracts(seed, "woods", wild, max(_WOOD, 5 * place.cell) / place.cell, 0.2)
    kind = (tract * 3 + counties) * 16 + use
    labels, use_of, county_of = _parcel_labels(kind, use, counties, _LEAST_AREA / place.cell**2)
    arcs = trace(labels)
    number, outlines = arcs.polygons(np.arange(use_of.size, dtype=np.int32), place)
    order = np.argsort(number, kind="stable")
    number, outlines = number[order], outlines[order]
    luck = generator(seed, "tenure").random(use_of.size)[number]
    uses = use_of[number]
    state = np.isin(uses, (8, 9, 11)) | ((uses == 4) & (luck < 0.25))
    return Parcels(
        outlines=outlines,
        use=uses,
        county=county_of[number],
        tenure=np.where(state, STATE_OWNED, COLLECTIVE),
        counties=_counties(arcs, county_of, place),
    )


def _counties(
    arcs: Arcs, county_of: NDArray[np.int32], place: Place
) -> dict[int, shapely.Geometry]:
    """Return the counties, made of the same arcs as the parcels."""
    found, faces = arcs.polygons(county_of, place)
    return {
        int(county): faces[found == county][0]
        if np.count_nonzero(found == county) == 1
        else shapely.multipolygons(faces[found == county])
        for county in np.unique(found)
    }


def _tracts(
    seed: int, name: str, where: NDArray[np.bool_], spacing: float, bend: float
) -> NDArray[np.int64]:
    """Return for each pixel of ``where`` the number of the nearest point of a disturbed lattice.

    Args:
        seed: of the county.
        name: of the lattice.
        where: square raster of the pixels that are asked for.
        spacing: of the lattice in pixels.
        bend: how far the borders wind, in spacings.
    """
    size = where.shape[0]
    across = int(np.ceil(size / spacing)) + 2
    offset = generator(seed, name).random((2, across * across), dtype=np.float32) * 0.84 + 0.08
    y, x = ((axis + 0.5) / spacing + 1.0 for axis in np.nonzero(where))
    if bend:
        y = y + bend * fractal_noise(seed, name + " y", size, 80, 0.6)[where]
        x = x + bend * fractal_noise(seed, name + " x", size, 80, 0.6)[where]
    row, column = np.floor(y).astype(np.int32), np.floor(x).astype(np.int32)
    y, x = (y - row).astype(np.float32), (x - column).astype(np.float32)
    nearest = np.full(y.shape, np.inf, np.float32)
    number = np.zeros(y.shape, np.int32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            r, c = np.clip(row + dy, 0, across - 1), np.clip(column + dx, 0, across - 1)
            point = r * across + c
            far = (offset[0, point] + (dy - y)) ** 2 + (offset[1, point] + (dx - x)) ** 2
            nearer = far < nearest
            nearest = np.where(nearer, far, nearest)
            number = np.where(nearer, point, number)
    return number.astype(np.int64)


def _parcel_labels(
    kind: NDArray[np.int64], use: NDArray[np.int32], counties: NDArray[np.int32], least: float
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return labels of connected pieces of at least ``least`` pixels, and each label's use and county."""
    kind = np.where(use > 0, kind, 0)
    _, labels = pieces(kind)
    for _ in range(2):
        labels = _absorb(labels, counties, least)
    used, first, flat = np.unique(labels.ravel(), return_index=True, return_inverse=True)
    outside = counties.ravel()[first] == 0
    number = np.where(outside, 0, np.cumsum(~outside)).astype(np.int32)
    inside = first[~outside]
    owner = np.concatenate([[0], _majority(flat, use.ravel(), used.size)[~outside]])
    county = np.concatenate([[0], counties.ravel()[inside]])
    return (
        number[flat].reshape(labels.shape),
        owner.astype(np.int32),
        county.astype(np.int32),
    )


def _majority(flat: NDArray, use: NDArray, count: int) -> NDArray:
    """Return for each piece the land use of most of its pixels."""
    votes = np.bincount(flat * 16 + use, minlength=count * 16)
    return votes.reshape(count, 16).argmax(axis=1)


def _absorb(
    labels: NDArray[np.int32], counties: NDArray[np.int32], least: float
) -> NDArray[np.int32]:
    """Give each piece of fewer than ``least`` pixels to the larger neighbour with the longest common edge."""
    count = int(labels.max()) + 1
    size = np.bincount(labels.ravel(), minlength=count)
    pairs = []
    for here, there, a, b in (
        (labels[:, 1:], labels[:, :-1], counties[:, 1:], counties[:, :-1]),
        (labels[1:], labels[:-1], counties[1:], counties[:-1]),
    ):
        edge = (here != there) & (a == b)
        pairs += [here[edge].astype(np.int64) * count + there[edge]]
        pairs += [there[edge].astype(np.int64) * count + here[edge]]
    pair, length = np.unique(np.concatenate(pairs), return_counts=True)
    small, neighbour = pair // count, pair % count
    larger = size[neighbour] * np.int64(count) + neighbour > size[small] * np.int64(count) + small
    able = (size[small] < least) & larger
    small, neighbour, length = small[able], neighbour[able], length[able]
    order = np.lexsort((neighbour, length, small))
    last = np.flatnonzero(np.diff(small[order], append=-1))
    target = np.arange(count, dtype=np.int32)
    target[small[order][last]] = neighbour[order][last]
    while True:
        further = target[target]
        if (further == target).all():
            return target[labels]
        target = further
