"""A layer read as columns: a million polygons in seconds, without an object for each feature.

GDAL hands over batches of columns (its Arrow interface, from GDAL 3.6 on); with an older GDAL the
features are read one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal, gdal_exceptions, ogr
from redline_plugin.core.text import msg

_BATCH = 50_000


@dataclass(frozen=True)
class Columns:
    """A layer.

    Attributes:
        shapes: (n,) as they are, None without one; without Z and M, curves as segments.
        fids: (n,).
        fields: name to (n,) objects: text, numbers, None.
    """

    shapes: Shapes
    fids: NDArray[np.int64]
    fields: Mapping[str, NDArray[np.object_]]


@gdal_exceptions()
def read_columns(path: Path, layer_name: str, fields: Sequence[str], feedback: Feedback) -> Columns:
    """Read some fields of a layer.

    Args:
        path: of the file.
        layer_name: "" for its first layer.
        fields: names; all must be there.
        feedback: cancel, and progress.

    Raises:
        InputError: it cannot be read, or has no such layer or field.
        CancelledError: the user stopped.
    """
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        layer = dataset.GetLayerByName(layer_name) if layer_name else dataset.GetLayer(0)
    except RuntimeError as error:
        raise InputError(
            Problem(msg("The layer cannot be read ({reason}).", reason=error), str(path))
        ) from error
    if layer is None:
        raise InputError(
            Problem(msg("There is no layer “{layer}” in this file.", layer=layer_name), str(path))
        )
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    missing = [name for name in fields if name not in names]
    if missing:
        raise InputError(
            Problem(
                msg("The layer has no field {fields}.", fields=", ".join(missing)),
                layer.GetName(),
                msg("Its fields are {fields}.", fields=", ".join(names)),
            )
        )
    layer.SetIgnoredFields([name for name in names if name not in fields])
    read = _batches if hasattr(layer, "GetArrowStreamAsNumPy") else _one_by_one
    parts: list[tuple[Shapes, NDArray[np.int64], dict[str, NDArray[np.object_]]]] = []
    total, done = max(layer.GetFeatureCount(), 1), 0
    for part in read(layer, fields):
        stop_if_cancelled(feedback)
        parts.append(part)
        done += len(part[0])
        feedback.progress(min(done / total, 1.0))
    return Columns(
        np.concatenate([as_shapes([]), *(shapes for shapes, _, _ in parts)]),
        np.concatenate([np.empty(0, np.int64), *(fids for _, fids, _ in parts)]),
        {
            name: np.concatenate([np.empty(0, object), *(values[name] for _, _, values in parts)])
            for name in fields
        },
    )


def _batches(layer: ogr.Layer, fields: Sequence[str]) -> Iterator[Any]:
    geometry = layer.GetGeometryColumn() or "wkb_geometry"
    key = layer.GetFIDColumn() or "OGC_FID"
    for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={_BATCH}"]):
        yield (
            _shapes(batch[geometry]),
            np.asarray(batch[key]).astype(np.int64),
            {name: _objects(batch[name]) for name in fields},
        )


def _one_by_one(layer: ogr.Layer, fields: Sequence[str]) -> Iterator[Any]:
    features = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        features.append(
            (
                None if geometry is None else bytes(geometry.ExportToWkb()),
                feature.GetFID(),
                [feature.GetField(name) for name in fields],
            )
        )
    wkb = np.empty(len(features), dtype=object)
    wkb[:] = [one[0] for one in features]
    values = {}
    for at, name in enumerate(fields):
        column = np.empty(len(features), dtype=object)
        column[:] = [one[2][at] for one in features]
        values[name] = column
    yield _shapes(wkb), np.array([one[1] for one in features], dtype=np.int64), values


def _shapes(wkb: NDArray[np.object_]) -> Shapes:
    """Return the shapes of WKB, masked or None for none; curves become segments."""
    plain = np.empty(len(wkb), dtype=object)
    missing = np.ma.getmaskarray(wkb)
    values = np.ma.getdata(wkb)
    plain[~missing] = [None if one is None else bytes(one) for one in values[~missing]]
    try:
        found = shapely.from_wkb(plain, on_invalid="fix")
    except (NotImplementedError, shapely.errors.GEOSException):
        found = as_shapes([_straight(one) for one in plain])
    return shapely.force_2d(found)


def _straight(wkb: bytes | None) -> Any:
    if wkb is None:
        return None
    return shapely.from_wkb(
        bytes(ogr.CreateGeometryFromWkb(wkb).GetLinearGeometry().ExportToWkb()),
        on_invalid="fix",
    )


def _objects(column: NDArray) -> NDArray[np.object_]:
    """Return a column as text, numbers and None."""
    mask = np.ma.getmaskarray(column) if isinstance(column, np.ma.MaskedArray) else None
    values = np.asarray(np.ma.getdata(column))
    if values.dtype.kind == "S":
        objects = np.char.decode(values, "utf-8", "replace").astype(object)
    elif values.dtype.kind == "M":
        objects = np.datetime_as_string(values).astype(object)
    else:
        objects = values.astype(object)
        if values.dtype.kind == "O":
            objects = np.array(
                [
                    one.decode("utf-8", "replace") if isinstance(one, bytes) else one
                    for one in objects
                ],
                dtype=object,
            )
    if mask is not None and mask.any():
        objects[mask] = None
    return objects
