"""Values to a picture with a palette: a PNG inside the text of a link, small and the same each time."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.style import Colour, shades

_SHADES = 97
"""Of a ramp, its middle among them: no eye tells them apart, and they pack in a quarter less than
255 of them."""

_MOST_CLASSES = 255
_PLAIN, _LEFT, _ABOVE = 0, 1, 2


def value_picture(
    values: NDArray, valid: NDArray[np.bool_], ramp: str, low: float, high: float
) -> str:
    """Return a picture in a ramp's colours as a data link; what is not valid is transparent."""
    span = high - low
    with np.errstate(all="ignore"):
        place = (values.astype(np.float64) - low) / span if span > 0 else np.full(values.shape, 0.5)
    place = np.where(valid, np.clip(place, 0.0, 1.0), 0.0)
    indices = 1 + np.rint(place * (_SHADES - 1)).astype(np.int64)
    colours = [tuple(int(part) for part in colour) for colour in shades(ramp, _SHADES)]
    return _png(np.where(valid, indices, 0).astype(np.uint8), colours)


def class_picture(codes: NDArray, valid: NDArray[np.bool_], colours: Mapping[int, Colour]) -> str:
    """Return a picture of classes; codes without a colour are transparent, too."""
    indices = np.zeros(codes.shape, dtype=np.uint8)
    for index, code in enumerate(sorted(colours)[:_MOST_CLASSES], start=1):
        indices[(codes == code) & valid] = index
    return _png(indices, [colours[code] for code in sorted(colours)[:_MOST_CLASSES]])


def _png(indices: NDArray[np.uint8], colours: Sequence[tuple[int, ...]]) -> str:
    """Encode indices into a palette whose entry 0 is transparent, by the filter that packs best.

    GDAL's writer, like others, never filters pictures with a palette; where neighbours differ
    little, as they do in a ramp, that takes a fifth more.
    """
    rows, columns = indices.shape
    palette = bytes((0, 0, 0)) + b"".join(bytes(colour[:3]) for colour in colours)
    packed = min(
        (zlib.compress(_filtered(indices, kind), 9) for kind in (_PLAIN, _LEFT, _ABOVE)), key=len
    )
    data = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", palette)
        + _chunk(b"tRNS", b"\x00")
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )
    return "data:image/png;base64," + base64.b64encode(data).decode("ascii")


def _filtered(indices: NDArray[np.uint8], kind: int) -> bytes:
    """Return the rows, each with its filter's number before it (PNG specification, part 9)."""
    rows = np.zeros((indices.shape[0], indices.shape[1] + 1), dtype=np.uint8)
    rows[:, 0] = kind
    rows[:, 1:] = indices
    if kind == _LEFT:
        rows[:, 2:] -= indices[:, :-1]
    elif kind == _ABOVE:
        rows[1:, 1:] -= indices[:-1]
    return rows.tobytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
