"""The print layout of the survey maps: a template filled with layers and texts, and its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutTableColumn,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from redline_plugin.core.errors import CancelledError, InputError, OutputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg
from redline_plugin.i18n import tr
from redline_plugin.processing.sheetstyles import FAMILIES, chinese_family

MAP, OVERVIEW, LEGEND, SCALE_BAR, GRID = "map", "overview", "legend", "scalebar", "grid"
TABLE = "marker table"
"""Ids of the items that are filled. A template may lack all but the map."""

_TIMES = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0, 15.0, 20.0, 25.0, 50.0, 100.0)
_BAR_MM = 28.0


@dataclass(frozen=True)
class Content:
    """What a layout shows.

    Attributes:
        crs: of the map.
        sheets: the coverage layer.
        layers: of the map, topmost first; overview: those of the overview.
        legend: layers to explain, topmost first.
        markers: layer of the table.
        counties: extents in the plane, by code, for the overview.
    """

    crs: QgsCoordinateReferenceSystem
    sheets: QgsVectorLayer
    layers: Sequence[QgsMapLayer]
    overview: Sequence[QgsMapLayer]
    legend: Sequence[QgsMapLayer]
    markers: QgsVectorLayer
    counties: Mapping[str, QgsRectangle]


def load_template(path: Path, project: QgsProject) -> QgsPrintLayout:
    """Return a layout as a template has it, with letters that this machine can write.

    Raises:
        InputError: the file is no template, or has no map.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            Problem(msg("The template cannot be read ({reason}).", reason=error), str(path))
        ) from error
    document = QDomDocument()
    document.setContent(text.replace(FAMILIES[0], chinese_family()))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    _, done = layout.loadFromTemplate(document, context)
    if not done or _map_of(layout) is None:
        raise InputError(
            Problem(
                msg("This is no template of a layout with a map."),
                str(path),
                msg(
                    "Take a .qpt file; the map's id is “{name}”, or it is the only or largest map.",
                    name=MAP,
                ),
            )
        )
    return layout


def _map_of(layout: QgsPrintLayout) -> QgsLayoutItemMap | None:
    item = layout.itemById(MAP)
    return item if isinstance(item, QgsLayoutItemMap) else layout.referenceMap()


def drawn_scale(layout: QgsPrintLayout, scale: int, largest: tuple[float, float]) -> float:
    """Return the scale that sheets are drawn at: their own, or the next that the map has room for.

    Args:
        layout: of :func:`load_template`.
        scale: of the sheets.
        largest: width and height of the largest sheet in the plane, m.

    Raises:
        InputError: the map is far too small.
    """
    item = _map_of(layout)
    size = layout.convertFromLayoutUnits(1.0, QgsUnitTypes.LayoutUnit.LayoutMillimeters).length()
    wide, high = (
        (0.0, 0.0) if item is None else (item.rect().width() * size, item.rect().height() * size)
    )
    for times in _TIMES:
        room = scale * times / 1000.0
        if largest[0] <= wide * room and largest[1] <= high * room:
            return scale * times
    raise InputError(
        Problem(
            msg("The map of the template is too small for a sheet of 1:{scale}.", scale=scale),
            remedy=msg("Make the map larger, or choose a larger scale."),
        )
    )


def fill(
    layout: QgsPrintLayout,
    content: Content,
    drawn: float,
    interval: float,
    texts: Mapping[str, str],
) -> None:
    """Put layers and texts into a layout.

    Args:
        layout: of :func:`load_template`.
        content: what it shows.
        drawn: scale of the map, 1 to so many; interval: between grid lines, m.
        texts: variables by name.
    """
    table = _table_of(layout)
    rows = table.maximumNumberOfFeatures() if table is not None else 0
    QgsExpressionContextUtils.setLayoutVariables(layout, {**texts, "rl_rows": rows})
    everything = QgsRectangle()
    for extent in content.counties.values():
        everything.combineExtentWith(extent)
    item = _map_of(layout)
    if item is not None:
        item.setCrs(content.crs)
        item.setLayers(list(content.layers))
        item.setKeepLayerSet(True)
        item.setAtlasDriven(True)
        item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Fixed)
        _look_at(item, everything, 1.0)
        item.setScale(drawn)
        for number in range(item.grids().size()):
            grid = item.grids().grid(number)
            grid.setCrs(content.crs)
            grid.setIntervalX(interval)
            grid.setIntervalY(interval)
    overview = layout.itemById(OVERVIEW)
    if isinstance(overview, QgsLayoutItemMap):
        overview.setCrs(content.crs)
        overview.setLayers(list(content.overview))
        overview.setKeepLayerSet(True)
        show(layout, everything)
    _fill_legend(layout, content)
    _fill_bar(layout, drawn)
    if table is not None:
        _fill_table(table, content)
    atlas = layout.atlas()
    atlas.setCoverageLayer(content.sheets)
    atlas.setEnabled(True)
    atlas.setHideCoverage(False)
    atlas.setPageNameExpression('"sheet"')


def show(layout: QgsPrintLayout, extent: QgsRectangle) -> None:
    """Have the overview show an extent, with a little room around."""
    overview = layout.itemById(OVERVIEW)
    if isinstance(overview, QgsLayoutItemMap):
        _look_at(overview, extent, 1.06)


def _look_at(item: QgsLayoutItemMap, extent: QgsRectangle, times: float) -> None:
    """Show an extent in a map, so many times as large; the map keeps its size."""
    shape = item.rect().width() / item.rect().height()
    wide = max(extent.width(), extent.height() * shape) * times
    item.setExtent(QgsRectangle.fromCenterAndSize(extent.center(), wide, wide / shape))


def _table_of(layout: QgsPrintLayout) -> QgsLayoutItemAttributeTable | None:
    frame = layout.itemById(TABLE)
    if isinstance(frame, QgsLayoutFrame) and isinstance(
        frame.multiFrame(), QgsLayoutItemAttributeTable
    ):
        return frame.multiFrame()
    return None


def _fill_legend(layout: QgsPrintLayout, content: Content) -> None:
    legend = layout.itemById(LEGEND)
    if not isinstance(legend, QgsLayoutItemLegend):
        return
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in content.legend:
        node = root.addLayer(layer)
        if layer is content.markers:
            # Its kinds are explained; a heading above one of them says nothing.
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    legend.adjustBoxSize()


def _fill_bar(layout: QgsPrintLayout, drawn: float) -> None:
    bar = layout.itemById(SCALE_BAR)
    if not isinstance(bar, QgsLayoutItemScaleBar):
        return
    most = _BAR_MM * drawn / 1000.0
    power = 10.0 ** len(str(int(most))) / 10.0
    length = max(step * power for step in (1.0, 2.0, 5.0) if step * power <= most)
    unit, metres = ("km", 1000.0) if length >= 250.0 else ("m", 1.0)
    bar.setMapUnitsPerScaleBarUnit(metres)
    bar.setUnitLabel(unit)
    bar.setUnitsPerSegment(length)
    bar.update()


def _fill_table(table: QgsLayoutItemAttributeTable, content: Content) -> None:
    table.setVectorLayer(content.markers)
    columns = []
    for name, title in (
        ("number", tr("Number")),
        ("kind_title", tr("Kind")),
        ("easting", tr("Easting [m]")),
        ("northing", tr("Northing [m]")),
    ):
        column = QgsLayoutTableColumn()
        column.setAttribute(name)
        column.setHeading(title)
        columns.append(column)
    table.setColumns(columns)
    table.setFilterFeatures(True)
    table.setFeatureFilter(
        "\"sheet\" = attribute(@atlas_feature, 'sheet') and (\"county\" = '' or "
        "coalesce(attribute(@atlas_feature, 'county'), '') in ('', \"county\"))"
    )


def export(
    layout: QgsPrintLayout,
    where: str,
    path: Path,
    dpi: int,
    feedback: Feedback,
) -> None:
    """Write the pages whose sheets a filter lets through into a PDF.

    Args:
        layout: filled.
        where: an expression on the sheets.
        path: of the file.
        dpi: of what cannot be drawn as lines and letters.
        feedback: progress and cancel.

    Raises:
        CancelledError: the user stopped.
        OutputError: a file cannot be written.
    """
    atlas = layout.atlas()
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression(where)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.forceVectorOutput = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    watch = QgsFeedback()

    def told(share: float) -> None:
        feedback.progress(share / 100.0)
        if feedback.cancelled():
            watch.cancel()

    watch.progressChanged.connect(told)
    done = QgsLayoutExporter.exportToPdf(atlas, str(path), settings, watch)
    if watch.isCanceled() or feedback.cancelled():
        raise CancelledError
    _check(done, path)


def _check(done: Any, path: Path) -> None:
    result, reason = done if isinstance(done, tuple) else (done, "")
    if result == QgsLayoutExporter.ExportResult.Success:
        return
    raise OutputError(
        Problem(
            msg("The maps cannot be drawn ({reason}).", reason=reason or str(result)),
            str(path),
            msg("Is the disk full, or the file open in another program?"),
        )
    )
