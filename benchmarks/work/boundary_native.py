"""A native algorithm of QGIS on layers in memory: boundary_native.py ALGORITHM SECONDS_FILE INPUT OVERLAY [KEY=VALUE ...] [OUTPUT]

Layers are read into memory first, and the result stays in memory unless an output is given; what is
timed is the algorithm alone. Time and the sum of areas go to SECONDS_FILE as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

NAMES = {"native:snapgeometries": "REFERENCE_LAYER"}


def main() -> int:
    algorithm, told, first, second, *rest = sys.argv[1:]
    options = dict(text.split("=", 1) for text in rest if "=" in text)
    output = next((text for text in rest if "=" not in text), None)
    application = QgsApplication([], False)
    application.initQgis()
    from qgis.analysis import QgsNativeAlgorithms

    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    layers = [
        QgsVectorLayer(path, "layer", "ogr").materialize(QgsFeatureRequest())
        for path in (first, second)
    ]
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    # QGIS itself skips bad features or stops at them; here all go in as they are.
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
    one = QgsApplication.processingRegistry().algorithmById(algorithm)
    values = {
        "INPUT": layers[0],
        NAMES.get(algorithm, "OVERLAY"): layers[1],
        "OUTPUT": "memory:",
        **options,
    }
    start = time.perf_counter()
    results, good = one.run(values, context, feedback)
    seconds = time.perf_counter() - start
    layer = context.getMapLayer(results["OUTPUT"])
    areas = [feature.geometry().area() for feature in layer.getFeatures()]
    Path(told).write_text(json.dumps({"s": seconds, "count": len(areas), "area": sum(areas)}))
    if output:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, output, context.transformContext(), options
        )
    # Everything of QGIS must be gone before it ends, or PyQGIS crashes.
    del layer, one, values, context, feedback
    layers.clear()
    application.exitQgis()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
