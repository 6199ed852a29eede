"""Where vector layers may be written: known formats, and layers that must not be lost."""

from __future__ import annotations

from pathlib import Path

from redline_plugin.core.errors import Problem
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions
from redline_plugin.core.text import msg

DRIVERS = {
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    ".geojson": "GeoJSON",
    ".fgb": "FlatGeobuf",
    ".gml": "GML",
    ".kml": "KML",
}
"""GDAL's driver by the suffix of the file."""

_NAMED = 10


@gdal_exceptions()
def file_problems(path: Path, layer_name: str = "") -> list[Problem]:
    """Return what stands against a file of that name: an unknown format, layers that would be lost.

    A GeoPackage that is there is only replaced when it holds nothing but the layer to be written.

    Args:
        path: of the file.
        layer_name: of the layer that will be in it; empty: the file's name.
    """
    if path.suffix.lower() not in DRIVERS:
        return [
            Problem(
                msg(
                    "Vector layers are written as {known}; the name ends with “{suffix}”.",
                    known=", ".join(DRIVERS),
                    suffix=path.suffix,
                ),
                str(path),
                msg("Choose another name."),
            )
        ]
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return []
    own = (layer_name or path.stem).casefold()
    others = [name for name in layers_of(path) if name.casefold() != own]
    if not others:
        return []
    return [
        Problem(
            msg(
                "This GeoPackage holds other layers, which would all be lost: {layers}.",
                layers=", ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else ""),
            ),
            str(path),
            msg(
                "Choose another file name; or “Save to GeoPackage…”, which writes one table and "
                "keeps the others (for scripts: ogr:dbname='{path}' table=\"{layer}\" (geom)).",
                path=str(path),
                layer=layer_name or path.stem,
            ),
        )
    ]


@gdal_exceptions()
def layers_of(path: Path) -> list[str]:
    """Return the names of the layers (rasters too) of a GeoPackage; none if it is no such file."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_RASTER)
    except RuntimeError:
        return []
    names = [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    rasters = [name for name, _ in dataset.GetSubDatasets()]
    return names + rasters + ([path.stem] if dataset.RasterCount else [])


def is_open_elsewhere(path: Path) -> bool:
    """Return whether someone, mostly QGIS, has a GeoPackage open: SQLite's journal lies beside it.

    Such a file must not be renamed away: the journal would be taken for that of the new one.
    """
    return path.is_file() and path.with_name(f"{path.name}-wal").exists()
