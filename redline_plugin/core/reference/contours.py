"""The line of one height, or of one share of time with snow: the snow line 雪线."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr
from redline_plugin.core.reference.rasterlimits import Transform

_NODATA = -1e30


@gdal_exceptions()
def contour(
    values: NDArray[np.floating],
    transform: Transform,
    level: float,
    least_area: float,
    feedback: Feedback | None = None,
) -> list[LineString]:
    """Return the contour of a level, by GDAL, from the north-west.

    Args:
        values: (rows, columns), NaN where there is none.
        transform: GDAL's, from cells to metres.
        level: in the unit of the values.
        least_area: closed lines around less than this, m2, are left out.
        feedback: cancel.

    Raises:
        CancelledError: the user stopped.
    """
    feedback = feedback or Quiet()
    rows, columns = values.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float32)
    raster.SetGeoTransform(transform)
    band = raster.GetRasterBand(1)
    band.WriteArray(np.where(np.isfinite(values), values, np.float32(_NODATA)).astype(np.float32))
    band.SetNoDataValue(_NODATA)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("contour", None, ogr.wkbLineString)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))

    def going_on(*_: object) -> int:
        return 0 if feedback.cancelled() else 1

    try:
        gdal.ContourGenerate(band, 0.0, 0.0, [level], 1, _NODATA, layer, 0, -1, callback=going_on)
    except RuntimeError:
        stop_if_cancelled(feedback)
        raise
    stop_if_cancelled(feedback)
    found = as_shapes(shapely.from_wkb([bytes(f.GetGeometryRef().ExportToWkb()) for f in layer]))
    lines = [line for line in found if _counts(line, least_area)]
    keys = shapely.to_wkb(as_shapes(lines))
    return [lines[at] for at in sorted(range(len(lines)), key=lambda at: keys[at])]


def _counts(line: LineString, least_area: float) -> bool:
    if shapely.length(line) == 0.0:
        return False
    return not line.is_closed or shapely.Polygon(line).area >= least_area
