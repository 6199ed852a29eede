"""Reading features from QGIS into plain data that the core understands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime
from shapely.geometry.base import BaseGeometry

from redline_plugin.compat import is_null
from redline_plugin.core.feedback import Feedback, stop_if_cancelled

_BATCH = 1000


@dataclass(frozen=True)
class Row:
    """One feature: id as the layer tells it, geometry or None, attributes by field name."""

    fid: str
    geometry: BaseGeometry | None
    attributes: dict[str, Any]

    def text(self, field: str) -> str:
        """Return an attribute as text, "" when it is NULL or there is no such field."""
        value = self.attributes.get(field) if field else None
        return "" if value is None else str(value).strip()


def read_rows(source: QgsProcessingFeatureSource, feedback: Feedback) -> Iterator[Row]:
    """Yield every feature as it is, invalid geometries too: the core lists them."""
    names = source.fields().names()
    request = QgsFeatureRequest()
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(request, skip)):
        if number % _BATCH == 0:
            stop_if_cancelled(feedback)
        yield Row(
            str(feature.id()),
            to_shapely(feature.geometry()),
            {name: plain(value) for name, value in zip(names, feature.attributes())},
        )


def to_shapely(geometry: QgsGeometry) -> BaseGeometry | None:
    """Return a geometry in Shapely, curves as segments, without Z and M; None when it is null."""
    if geometry.isNull():
        return None
    straight = geometry
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        straight = QgsGeometry(geometry.constGet().segmentize())
    # An invalid polygon (unclosed ring, too few points) still comes through, for the core to list.
    found = shapely.from_wkb(bytes(straight.asWkb()), on_invalid="fix")
    return None if found is None else shapely.force_2d(found)


def plain(value: Any) -> Any:
    """Return an attribute as a Python value, NULL as None, dates as ISO text."""
    if is_null(value):
        return None
    if isinstance(value, (QDate, QDateTime)):
        return value.toString("yyyy-MM-dd")
    return value
