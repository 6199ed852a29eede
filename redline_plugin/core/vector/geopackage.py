"""Writing polygons to a GeoPackage layer, with what made them inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of, write_problem
from redline_plugin.core.errors import OutputError
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr, osr

_TYPES = {int: ogr.OFTInteger, float: ogr.OFTReal, str: ogr.OFTString}
_BATCH = 1000


@gdal_exceptions()
def write_polygons(
    path: Path,
    layer_name: str,
    crs: str,
    fields: Sequence[tuple[str, type]],
    rows: Iterable[tuple[BaseGeometry, Mapping[str, object]]],
    record: Mapping[str, object],
    feedback: Feedback,
) -> None:
    """Write a new GeoPackage with one polygon layer; an existing file is replaced when done.

    Args:
        path: of the GeoPackage.
        layer_name: of the layer.
        crs: any text that PROJ understands.
        fields: name and kind (int, float or str) of each field, in order.
        rows: geometry and attributes of each feature; None is written as NULL.
        record: provenance, stored as metadata of the layer.
        feedback: asked whether to stop.

    Raises:
        OutputError: the file cannot be written.
        CancelledError: the user asked to stop.
    """
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    try:
        with atomic_folder_of(path) as folder:
            source = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / path.name))
            layer = source.CreateLayer(layer_name, reference, ogr.wkbPolygon)
            for name, kind in fields:
                layer.CreateField(ogr.FieldDefn(name, _TYPES[kind]))
            layer.SetMetadataItem(
                provenance.KEY, provenance.to_json(record), provenance.METADATA_DOMAIN
            )
            definition = layer.GetLayerDefn()
            layer.StartTransaction()
            for number, (geometry, attributes) in enumerate(rows):
                if number % _BATCH == 0:
                    stop_if_cancelled(feedback)
                feature = ogr.Feature(definition)
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry)))
                for name, _ in fields:
                    value = attributes[name]
                    if value is not None:
                        feature.SetField(name, value)
                layer.CreateFeature(feature)
            layer.CommitTransaction()
            # Both must go before the file is renamed: they hold it open.
            layer = source = None
    except RuntimeError as error:
        raise OutputError(write_problem(error, path)) from error
