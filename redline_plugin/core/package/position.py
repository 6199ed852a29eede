"""The position text of a block (DLWZ): turning points in degrees, minutes and seconds."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import Polygon

from redline_plugin.core.geodesy.transform import to_longitude_latitude

_HUNDREDTHS_PER_DEGREE = 360_000
_HUNDREDTHS_PER_MINUTE = 6_000


def dms(degrees: float) -> str:
    """Return an angle as D°M′S.SS″ (about 0.3 m of latitude); a carry is carried on."""
    hundredths = round(abs(degrees) * _HUNDREDTHS_PER_DEGREE)
    whole, rest = divmod(hundredths, _HUNDREDTHS_PER_DEGREE)
    minutes, seconds = divmod(rest, _HUNDREDTHS_PER_MINUTE)
    sign = "-" if degrees < 0 and hundredths else ""
    return f"{sign}{whole}°{minutes:02d}′{seconds / 100:05.2f}″"


def position_text(polygon: Polygon, crs: str, county_name: str, limit: int, encoding: str) -> str:
    """Return place, number of turning points, and the outermost of them.

    The longest form that fits into ``limit`` bytes of ``encoding`` is taken: with the place, then
    without it, then without the words. Nothing is ever cut.
    """
    rings = shapely.get_rings(polygon)
    points = np.vstack([shapely.get_coordinates(ring)[:-1] for ring in rings])
    lon_lat = to_longitude_latitude(points, crs)
    corners = (
        ("最北", int(np.argmax(lon_lat[:, 1]))),
        ("最东", int(np.argmax(lon_lat[:, 0]))),
        ("最南", int(np.argmin(lon_lat[:, 1]))),
        ("最西", int(np.argmin(lon_lat[:, 0]))),
    )
    pairs = [(word, f"{dms(lon_lat[i, 0])},{dms(lon_lat[i, 1])}") for word, i in corners]
    count = f"拐点{len(points)}个"
    worded = "；".join([count, *(word + pair for word, pair in pairs)])
    plain = ";".join([str(len(points)), *(pair for _word, pair in pairs)])
    forms = [f"{county_name}；{worded}"] if county_name else []
    forms += [worded, plain]
    return next((form for form in forms if len(form.encode(encoding, "replace")) <= limit), plain)
