"""The layers of the survey maps in a project, ready to be laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from redline_plugin.core.survey.marker import KIND_TITLES, SOLID
from redline_plugin.i18n import tr
from redline_plugin.processing import sheetstyles
from redline_plugin.processing.sheetinputs import CONTEXT, COUNTIES, ELEVATION, RIVERS, ROADS, WATER
from redline_plugin.processing.sheetlayout import Content

if TYPE_CHECKING:
    from redline_plugin.core.survey.sheetmapsfile import MapContents

_NUMBERED_TO = 12_000.0
"""1 to so many: at smaller scales numbers of turning points would cover the map."""


def layers_of(
    file: Path,
    contents: MapContents,
    around: Mapping[str, Sequence[QgsMapLayer]],
    drawn: float,
    project: QgsProject,
) -> Content:
    """Put all layers into a project, though not into its tree, and return what a layout shows.

    Args:
        file: GeoPackage of the contents.
        contents: that are in it.
        around: copies of layers by parameter; the project gets them.
        drawn: scale of the maps, 1 to so many.
        project: gets all layers.
    """
    from redline_plugin.core.survey.sheetmapsfile import (
        BLOCKS,
        CORNERS,
        MARKERS,
        POINTS,
        SHEETS,
        SIGNS,
        VILLAGES,
    )

    def layer(table: str, title: str, style: Callable[[QgsVectorLayer], None]) -> QgsVectorLayer:
        made = QgsVectorLayer(f"{file}|layername={table}", title, "ogr")
        style(made)
        project.addMapLayer(made, False)
        return made

    kinds = {record.kind for record in contents.markers.records}
    # What a user wrote as a kind is not always one: it is drawn as a marker.
    kinds = {kind if kind in KIND_TITLES else SOLID for kind in kinds}
    sheets = layer(SHEETS, tr("Map sheets"), sheetstyles.style_sheets)
    mask = layer(SHEETS, tr("Beyond the sheet"), sheetstyles.style_mask)
    index = layer(SHEETS, tr("Sheets of the overview"), sheetstyles.style_index)
    corners = layer(CORNERS, tr("Corners of the sheet"), sheetstyles.style_corners)
    blocks = layer(BLOCKS, tr("Red line"), sheetstyles.style_blocks)
    small = layer(BLOCKS, tr("Red line of the overview"), sheetstyles.style_overview)
    markers = layer(MARKERS, tr("Markers"), lambda made: sheetstyles.style_markers(made, kinds))
    points = layer(
        POINTS,
        tr("Turning points"),
        lambda made: sheetstyles.style_points(made, drawn <= _NUMBERED_TO),
    )
    signs = layer(SIGNS, tr("Signs"), sheetstyles.style_signs)
    villages = layer(VILLAGES, tr("Villages"), sheetstyles.style_villages)
    others: dict[str, list[QgsMapLayer]] = {}
    for name, title, style in (
        (COUNTIES, tr("County borders"), sheetstyles.style_counties),
        (ROADS, tr("Roads"), sheetstyles.style_roads),
        (RIVERS, tr("Rivers"), sheetstyles.style_rivers),
        (WATER, tr("Water"), sheetstyles.style_water),
        (ELEVATION, tr("Relief"), sheetstyles.style_relief),
        (CONTEXT, "", None),
    ):
        for given in around.get(name, ()):
            if style is not None:
                given.setName(title)
                style(given)
            project.addMapLayer(given, False)
            others.setdefault(name, []).append(given)
    shown = [
        found
        for found, things in (
            (markers, contents.markers),
            (signs, contents.signs),
            (points, contents.points),
        )
        if len(things.records)
    ]
    places = [villages] if len(contents.villages.records) else []
    below = [found for name in (COUNTIES, ROADS, RIVERS, WATER) for found in others.get(name, [])]
    return Content(
        QgsCoordinateReferenceSystem.fromWkt(contents.crs)
        if not contents.crs.startswith("EPSG:")
        else QgsCoordinateReferenceSystem(contents.crs),
        sheets,
        [
            *(corners, sheets, mask, *shown, blocks, *places, *below),
            *(*others.get(CONTEXT, []), *others.get(ELEVATION, [])),
        ],
        [index, small, *others.get(COUNTIES, []), *others.get(WATER, [])],
        [*shown, blocks, *places, *below],
        markers,
        extents(contents),
    )


def extents(contents: MapContents) -> dict[str, QgsRectangle]:
    """Return the extent of each county's sheets, by its code."""
    found: dict[str, QgsRectangle] = {}
    for each in contents.maps:
        found.setdefault(each.county, QgsRectangle()).combineExtentWith(
            QgsRectangle(*each.outline.bounds)
        )
    return found
