"""``redline:democounty``: sample data, made by code."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from redline_plugin.core.declare.model import Group
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import N_
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.dependencies import need_libraries


class DemoCounty(RedlineAlgorithm):
    """``redline:democounty``."""

    ID = "democounty"
    TITLE = N_("Make the demo county")
    GROUP = Group.DEMO
    ABOUT = N_(
        "Makes the rasters and layers of two made-up counties, to try Redline on: terrain, climate, "
        "soil, land cover, rivers, roads, villages, protected areas, parcels. There are factors that "
        "are ready to be assessed, and the raw data that they are made from: twelve months of "
        "weather, ten years of daily records of stations, a soil map with its table, NDVI, net "
        "primary productivity, rock and groundwater, places where animals were met. Some of it is "
        "dirty on purpose: rasters off by half a pixel, nodata values that are not declared, a gap "
        "in the records, an invalid polygon. The same seed makes the same county."
    )
    TAGS = (N_("sample"), N_("example"))

    SEED = "SEED"
    SIZE = "SIZE"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        integer = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(
                self.SEED, tr("Seed"), integer, 20170207, minValue=0, maxValue=2147483647
            )
        )
        size = QgsProcessingParameterNumber(
            self.SIZE, tr("Pixels along a side"), integer, 2000, minValue=120, maxValue=4000
        )
        size.setHelp(tr("2000 gives pixels of 30 m; the extent stays 60 km."))
        self.addParameter(size)
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback
    ) -> dict[str, Any]:
        need_libraries()
        from redline_plugin.core.demo.county import make_county

        folder = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        files = make_county(
            folder,
            self.parameterAsInt(parameters, self.SEED, context),
            self.parameterAsInt(parameters, self.SIZE, context),
            feedback,
        )
        results = {name.upper(): str(path) for name, path in dataclasses.asdict(files).items()}
        return {self.OUTPUT: str(folder), **results}
