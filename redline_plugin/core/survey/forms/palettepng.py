"""PNG files with few colours: a third of the size and of the time of one in full colour."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.survey.forms import sketchstyle, things

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 4
_STEPS = 5
_BITS = 5


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _inks() -> list[str]:
    """Return the colours of sketches: the grounds first, then what is drawn on them."""
    water = sketchstyle.LOOKS[things.WATER].fill
    inks = {sketchstyle.INK, *(colour for colour, _ in sketchstyle.TEXTS.values())}
    for look in sketchstyle.LOOKS.values():
        inks |= {colour for colour in (look.line, look.fill, look.casing) if colour}
    return [sketchstyle.PAPER, sketchstyle.TINT, water, *sorted(inks - {water})]


_GROUNDS = 3


def _palette() -> NDArray[np.float64]:
    """Return the colours of sketches (k, 3), and what smooth edges make of them on their grounds."""
    inks = _inks()
    grounds = np.array([_rgb(one) for one in inks[:_GROUNDS]], float)
    found = list(grounds)
    for ink in inks[_GROUNDS:]:
        colour = np.array(_rgb(ink), float)
        found.append(colour)
        for ground in grounds:
            shares = np.arange(1, _STEPS)[:, None] / _STEPS
            found.extend(colour * shares + ground * (1.0 - shares))
    unique = np.unique(np.round(np.array(found)), axis=0)
    if len(unique) > 256:
        raise ValueError(len(unique))
    return unique


_PALETTE = _palette()


def _nearest() -> NDArray[np.uint8]:
    """Return for each colour of 15 bits its nearest one in the palette."""
    levels = np.arange(2**_BITS) * 255.0 / (2**_BITS - 1)
    colours = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(-1, 3)
    away = (colours**2).sum(axis=1)[:, None] - 2.0 * colours @ _PALETTE.T
    found = np.argmin(away + (_PALETTE**2).sum(axis=1), axis=1).astype(np.uint8)
    # A colour that is drawn stays what it is, though the middle of its 15 bits is nearer to another.
    for ink in reversed(_inks()):
        red, green, blue = _rgb(ink)
        own = np.argmin(((_PALETTE - (red, green, blue)) ** 2).sum(axis=1))
        found[(red >> 3) << 10 | (green >> 3) << 5 | blue >> 3] = own
    return found


_NEAREST = _nearest()


def bitmap_png(dots: NDArray[np.uint8]) -> bytes:
    """Return a picture (height, width) of black (1) and white (0) as PNG of one bit a pixel."""
    height, width = dots.shape
    packed = np.packbits(1 - dots, axis=1)
    rows = np.zeros((height, packed.shape[1] + 1), dtype=np.uint8)
    rows[:, 1:] = packed
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def png_bytes(pixels: NDArray[np.uint32], dots_per_metre: int) -> bytes:
    """Return a picture as PNG.

    Args:
        pixels: (height, width) of 0xAARRGGBB; opaque.
        dots_per_metre: how fine it is printed.
    """
    height, width = pixels.shape
    index = ((pixels >> 9) & 0x7C00) | ((pixels >> 6) & 0x3E0) | ((pixels >> 3) & 0x1F)
    rows = np.zeros((height, width + 1), dtype=np.uint8)
    rows[:, 1:] = _NEAREST[index]
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)),
            _chunk(b"PLTE", _PALETTE.astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
