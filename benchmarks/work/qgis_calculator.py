"""QGIS's raster calculator by PyQGIS: qgis_calculator.py EXPRESSION OUTPUT NAME=PATH ...

Names in the expression are "NAME@1". The calculator writes an uncompressed GeoTIFF.
"""

from __future__ import annotations

import sys

from qgis.analysis import QgsRasterCalculator, QgsRasterCalculatorEntry
from qgis.core import QgsApplication, QgsCoordinateTransformContext, QgsRasterLayer


def main() -> int:
    expression, output, *inputs = sys.argv[1:]
    application = QgsApplication([], False)
    application.initQgis()
    entries, layers = [], []
    for text in inputs:
        name, path = text.split("=", 1)
        layer = QgsRasterLayer(path, name)
        layers.append(layer)
        entry = QgsRasterCalculatorEntry()
        entry.ref, entry.raster, entry.bandNumber = f"{name}@1", layer, 1
        entries.append(entry)
    first = layers[0]
    calculator = QgsRasterCalculator(
        expression,
        output,
        "GTiff",
        first.extent(),
        first.crs(),
        first.width(),
        first.height(),
        entries,
        QgsCoordinateTransformContext(),
    )
    result = int(calculator.processCalculation())
    if result:
        print("the calculator failed:", result, calculator.lastError())
    # Everything of QGIS must be gone before it ends, or PyQGIS crashes.
    del calculator, entry, first, layer
    layers.clear()
    entries.clear()
    application.exitQgis()
    return result


if __name__ == "__main__":
    sys.exit(main())
