"""Areas on the CGCS2000 ellipsoid by formulas of the verifier's own.

Nothing here is shared with the writer of packages, which uses PROJ and the land survey's series:
the inverse Gauss-Kruger projection is Krueger's series in the third flattening n (to n^4, below a
thousandth of a millimetre within the belts; Karney 2011, Transverse Mercator with an accuracy of a
few nanometers, equations 29 and 30), and the area under an edge is the closed authalic formula,
extrapolated from edges cut into h and h/2 (Richardson), which leaves about 1e-12 relative.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

_A = 6378137.0
_F = 1.0 / 298.257222101
_N = _F / (2.0 - _F)
_E2 = _F * (2.0 - _F)
_E = math.sqrt(_E2)
_B2 = (_A * (1.0 - _F)) ** 2
_RECTIFYING = _A / (1.0 + _N) * (1.0 + _N**2 / 4.0 + _N**4 / 64.0)
_BETA = (
    _N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3 - 1 / 360 * _N**4,
    1 / 48 * _N**2 + 1 / 15 * _N**3 - 437 / 1440 * _N**4,
    17 / 480 * _N**3 - 37 / 840 * _N**4,
    4397 / 161280 * _N**4,
)
_DELTA = (
    2 * _N - 2 / 3 * _N**2 - 2 * _N**3 + 116 / 45 * _N**4,
    7 / 3 * _N**2 - 8 / 5 * _N**3 - 227 / 45 * _N**4,
    56 / 15 * _N**3 - 136 / 35 * _N**4,
    4279 / 630 * _N**4,
)
_LONGEST_METRES = 500.0
_LONGEST_DEGREES = 0.005

Points = NDArray[np.float64]


def gauss_kruger_inverse(points: Points, meridian: float, false_easting: float) -> Points:
    """Return longitude and latitude in radians of eastings and northings in metres, (n, 2).

    Args:
        points: easting, northing.
        meridian: central meridian in degrees; scale 1, origin on the equator.
        false_easting: easting of the central meridian.
    """
    xi = points[:, 1] / _RECTIFYING
    eta = (points[:, 0] - false_easting) / _RECTIFYING
    xi_0, eta_0 = xi.copy(), eta.copy()
    for index, beta in enumerate(_BETA, start=1):
        xi_0 -= beta * np.sin(2 * index * xi) * np.cosh(2 * index * eta)
        eta_0 -= beta * np.cos(2 * index * xi) * np.sinh(2 * index * eta)
    conformal = np.arcsin(np.sin(xi_0) / np.cosh(eta_0))
    latitude = conformal.copy()
    for index, delta in enumerate(_DELTA, start=1):
        latitude += delta * np.sin(2 * index * conformal)
    longitude = math.radians(meridian) + np.arctan2(np.sinh(eta_0), np.cos(xi_0))
    return np.column_stack([longitude, latitude])


def zone_area(latitude: Points) -> Points:
    """Return the area in m2 from the equator to a latitude (radians), per radian of longitude."""
    sine = np.sin(latitude)
    return np.asarray(_B2 / 2.0 * (sine / (1.0 - _E2 * sine**2) + np.arctanh(_E * sine) / _E))


def polygon_area(polygon: BaseGeometry, meridian: float | None, false_easting: float) -> float:
    """Return the area in m2 of a polygon with straight edges in its CRS.

    Args:
        polygon: one polygon or several; coordinates in metres, or in degrees when ``meridian`` is
            None.
        meridian: central meridian of the belt in degrees, None for longitude and latitude.
        false_easting: easting of the central meridian.
    """
    total = 0.0
    for part in shapely.get_parts(polygon):
        rings = shapely.get_rings(part)
        areas = [
            abs(_ring(shapely.get_coordinates(ring), meridian, false_easting)) for ring in rings
        ]
        total += areas[0] - sum(areas[1:]) if areas else 0.0
    return total


def _ring(points: Points, meridian: float | None, false_easting: float) -> float:
    longest = _LONGEST_DEGREES if meridian is None else _LONGEST_METRES
    coarse = _cut(points, longest)
    fine = np.empty((2 * len(coarse) - 1, 2))
    fine[::2] = coarse
    fine[1::2] = (coarse[:-1] + coarse[1:]) / 2.0
    if meridian is None:
        geographic = np.radians(fine)
    else:
        geographic = gauss_kruger_inverse(fine, meridian, false_easting)
    # From the ring's first vertex, so that few digits cancel.
    longitude = geographic[:, 0] - geographic[0, 0]
    zone = zone_area(geographic[:, 1])
    zone -= zone[0]
    half = _trapezoids(longitude, zone)
    whole = _trapezoids(longitude[::2], zone[::2])
    return (4.0 * half - whole) / 3.0


def _trapezoids(longitude: Points, zone: Points) -> float:
    return math.fsum((longitude[:-1] + longitude[1:]) / 2.0 * np.diff(zone))


def _cut(points: Points, longest: float) -> Points:
    """Cut edges into equal pieces no longer than ``longest``."""
    steps = np.diff(points, axis=0)
    pieces = np.maximum(1, np.ceil(np.hypot(steps[:, 0], steps[:, 1]) / longest)).astype(np.int64)
    start = np.repeat(np.arange(len(pieces)), pieces)
    before = np.concatenate([[0], np.cumsum(pieces)[:-1]])
    share = (np.arange(len(start)) - before[start]) / pieces[start]
    cut = points[start] + steps[start] * share[:, None]
    return np.vstack([cut, points[-1:]])
