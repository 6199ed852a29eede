"""The parameters of ``redline:interpolatestations``, and reading its stations."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingFeatureSource,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from redline_plugin.core.stations.methods import AUTO_SHAPE, FEW, IDW_NEIGHBOURS, NEIGHBOURS
from redline_plugin.core.stations.observations import Observations
from redline_plugin.core.stations.variogram import EXPONENTIAL, GAUSSIAN, SPHERICAL
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.stationsfields import REAL

POWER = "POWER"
NEIGHBOURS_NAME = "NEIGHBOURS"
SMOOTHING = "SMOOTHING"
VARIOGRAM = "VARIOGRAM"
NUGGET = "NUGGET"
GRID = "GRID"
EXTENT = "EXTENT"
CELL_SIZE = "CELL_SIZE"
CRS = "CRS"

SHAPE_TITLES = {
    AUTO_SHAPE: N_("Automatic: the one that fits best"),
    SPHERICAL: N_("Spherical"),
    EXPONENTIAL: N_("Exponential"),
    GAUSSIAN: N_("Gaussian"),
}


def grid_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the result's grid."""
    grid = QgsProcessingParameterRasterLayer(
        GRID, tr("Grid of the result: that of this raster"), optional=True
    )
    grid.setHelp(
        tr("Without it: extent, size of pixels and CRS below; else the grid of the elevation.")
    )
    size = QgsProcessingParameterNumber(
        CELL_SIZE,
        tr("Or: size of pixels, in units of the CRS"),
        REAL,
        optional=True,
        minValue=0.0,
    )
    size.setHelp(tr("The Guide's basic unit is 250 m (general knowledge, sure)."))
    extent = QgsProcessingParameterExtent(EXTENT, tr("Or: extent"), optional=True)
    crs = QgsProcessingParameterCrs(CRS, tr("Or: CRS (empty: that of the stations)"), optional=True)
    return [grid, extent, size, crs]


def number_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the methods, with advice."""
    power = QgsProcessingParameterNumber(
        POWER, tr("Inverse distance: power"), REAL, 2.0, minValue=0.1, maxValue=10.0
    )
    power.setHelp(tr("2 is the usual one (general knowledge, sure)."))
    count = QgsProcessingParameterNumber(
        NEIGHBOURS_NAME,
        tr("Stations that a pixel is estimated from (0: automatic)"),
        QgsProcessingParameterNumber.Type.Integer,
        0,
        minValue=0,
        maxValue=500,
    )
    count.setHelp(
        tr(
            "Automatic (Redline's own rule, in no norm): the nearest {few} for inverse distance; "
            "for the others all of up to {all} stations, else the nearest {near}. Few neighbours "
            "leave edges in the result."
        ).format(few=IDW_NEIGHBOURS, all=FEW, near=NEIGHBOURS)
    )
    smoothing = QgsProcessingParameterNumber(
        SMOOTHING, tr("Spline: smoothing"), REAL, 0.0, minValue=0.0, maxValue=1000.0
    )
    smoothing.setHelp(
        tr(
            "0: the surface goes through all stations. Distances are in units of the stations' "
            "root mean square distance from their middle."
        )
    )
    shape = QgsProcessingParameterEnum(
        VARIOGRAM,
        tr("Kriging: variogram"),
        [tr(text) for text in SHAPE_TITLES.values()],
        defaultValue=0,
    )
    shape.setHelp(
        tr(
            "Fitted by least squares, a lag weighing by its pairs over its distance squared, up "
            "to half of the greatest distance."
        )
    )
    nugget = QgsProcessingParameterBoolean(NUGGET, tr("Kriging: fit a nugget, too"), True)
    nugget.setHelp(
        tr("Without it near stations are taken to agree, and the surface goes through all.")
    )
    return [power, count, smoothing, shape, nugget]


def observations_of(
    source: QgsProcessingFeatureSource, names: list[str], height: str, label: str
) -> Observations:
    """Return the stations of a layer; NULL becomes NaN, and what has no place is left out.

    Args:
        source: points, with a valid CRS.
        names: fields of the values.
        height: field of the elevation, "" for none.
        label: field of what the report calls a station, "" for the feature's id.
    """
    ids: list[str] = []
    places: list[tuple[float, float]] = []
    columns: dict[str, list[float]] = {name: [] for name in (*names, height) if name}
    for feature in source.getFeatures():
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            continue
        point = geometry.centroid().asPoint()
        places.append((point.x(), point.y()))
        ids.append(str(feature[label]) if label else str(feature.id()))
        for name, column in columns.items():
            column.append(_number(feature[name]))
    return Observations(
        ids,
        np.array(places, dtype=np.float64).reshape(-1, 2),
        source.sourceCrs().toWkt(),
        {name: np.array(columns[name]) for name in names},
        np.array(columns[height]) if height else None,
    )


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan  # NULL
