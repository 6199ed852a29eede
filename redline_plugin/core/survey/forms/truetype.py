"""A TrueType font of some glyphs, put together from their outlines, to be embedded in a PDF.

Tables as in the OpenType specification, those that ISO 32000-1 asks of a CIDFontType2: head, hhea, maxp,
hmtx, loca, glyf. Outlines come as lines and cubic curves; TrueType has quadratic ones, which follow a
cubic one within a thousandth of the em.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOVE, LINE, CURVE = 0, 1, 2
"""Elements of a path: a point; of a curve two control points and its end."""

Point = tuple[float, float]
Element = tuple[int, tuple[Point, ...]]

UNITS = 1000
"""Of the em."""
_TOLERANCE = 1.0
_MOST_PIECES = 8
_ON, _X_SHORT, _Y_SHORT, _X_SAME, _Y_SAME = 1, 2, 4, 16, 32


@dataclass(frozen=True)
class Glyph:
    """A glyph as TrueType holds it.

    Attributes:
        data: of the glyf table, padded to four bytes; empty for one without an outline.
        advance: in units of the em.
        box: xMin, yMin, xMax, yMax; points, contours: how many.
    """

    data: bytes
    advance: int
    box: tuple[int, int, int, int]
    points: int
    contours: int


def glyph_of(elements: Sequence[Element], advance: float) -> Glyph:
    """Return a glyph.

    Args:
        elements: of its outline, in units of the em, y upwards; contours are closed.
        advance: in units of the em.
    """
    contours = [contour for contour in _contours(elements) if len(contour) > 2]
    width = round(advance)
    if not contours:
        return Glyph(b"", width, (0, 0, 0, 0), 0, 0)
    points = [point for contour in contours for point in contour]
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    ends, count = [], -1
    for contour in contours:
        count += len(contour)
        ends.append(count)
    flags, x_data, y_data = bytearray(), bytearray(), bytearray()
    last_x = last_y = 0
    for x, y, on in points:
        flag = _ON if on else 0
        flag |= _delta(x - last_x, x_data, _X_SHORT, _X_SAME)
        flag |= _delta(y - last_y, y_data, _Y_SHORT, _Y_SAME)
        flags.append(flag)
        last_x, last_y = x, y
    data = (
        struct.pack(f">h4h{len(ends)}HH", len(contours), *box, *ends, 0)
        + bytes(flags)
        + bytes(x_data)
        + bytes(y_data)
    )
    return Glyph(data + b"\0" * (-len(data) % 4), width, box, len(points), len(contours))


def _delta(step: int, data: bytearray, short: int, same: int) -> int:
    """Add a coordinate's step to its array; return its flags."""
    if step == 0:
        return same
    if -256 < step < 256:
        data.append(abs(step))
        return short | same if step > 0 else short
    data += struct.pack(">h", step)
    return 0


def _contours(elements: Sequence[Element]) -> list[list[tuple[int, int, bool]]]:
    """Return contours of points (x, y, whether on the curve)."""
    found: list[list[tuple[int, int, bool]]] = []
    last: Point = (0.0, 0.0)
    for kind, points in elements:
        if kind == MOVE:
            found.append([_rounded(points[0], True)])
        elif kind == LINE:
            found[-1].append(_rounded(points[0], True))
        else:
            for control, end in _quadratic(last, *points):
                found[-1] += [_rounded(control, False), _rounded(end, True)]
        last = points[-1]
    for contour in found:
        if len(contour) > 1 and contour[-1] == contour[0]:
            contour.pop()
    return found


def _rounded(point: Point, on: bool) -> tuple[int, int, bool]:
    return round(point[0]), round(point[1]), on


def _quadratic(start: Point, one: Point, two: Point, end: Point) -> list[tuple[Point, Point]]:
    """Return quadratic curves (control point, end) that follow a cubic one."""
    # The third derivative says how far a cubic curve is from a quadratic one.
    away = math.hypot(*(end[at] - 3.0 * two[at] + 3.0 * one[at] - start[at] for at in (0, 1)))
    error = away * math.sqrt(3.0) / 36.0
    count = min(_MOST_PIECES, max(1, math.ceil((error / _TOLERANCE) ** (1.0 / 3.0))))
    found = []
    for piece in range(count):
        part = _part(start, one, two, end, piece / count, (piece + 1) / count)
        control = tuple(
            (3.0 * (part[1][at] + part[2][at]) - part[0][at] - part[3][at]) / 4.0 for at in (0, 1)
        )
        found.append(((control[0], control[1]), part[3]))
    return found


def _part(
    start: Point, one: Point, two: Point, end: Point, low: float, high: float
) -> tuple[Point, Point, Point, Point]:
    """Return the control points of a cubic curve between two of its parameters (blossoming)."""

    def blossom(a: float, b: float, c: float) -> Point:
        values = []
        for at in (0, 1):
            p, q, r, s = start[at], one[at], two[at], end[at]
            first = (p + (q - p) * a, q + (r - q) * a, r + (s - r) * a)
            second = (first[0] + (first[1] - first[0]) * b, first[1] + (first[2] - first[1]) * b)
            values.append(second[0] + (second[1] - second[0]) * c)
        return values[0], values[1]

    return (
        blossom(low, low, low),
        blossom(low, low, high),
        blossom(low, high, high),
        blossom(high, high, high),
    )


def font_file(glyphs: Mapping[int, Glyph], ascent: int, descent: int) -> bytes:
    """Return a font of glyphs by their numbers; those between them are empty.

    Args:
        glyphs: by number, 0 (for what has no glyph) among them.
        ascent, descent: of lines, in units of the em; the descent is negative.
    """
    count = max(glyphs) + 1
    empty = Glyph(b"", 0, (0, 0, 0, 0), 0, 0)
    every = [glyphs.get(number, empty) for number in range(count)]
    shown = [each for each in every if each.data] or [empty]
    low_x, low_y = (min(each.box[at] for each in shown) for at in (0, 1))
    high_x, high_y = (max(each.box[at] for each in shown) for at in (2, 3))
    widest = max(each.advance for each in every)
    offsets, place = [0], 0
    for each in every:
        place += len(each.data)
        offsets.append(place)
    tables = {
        b"glyf": b"".join(each.data for each in every),
        b"head": struct.pack(
            ">IIIIHHQQ4hHHhhh",
            *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 3, UNITS, 0, 0),
            *(low_x, low_y, high_x, high_y, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(
            ">I3hH11hH",
            *(0x00010000, ascent, descent, 0, widest, 0, 0, high_x, 1, 0, 0, 0, 0, 0, 0, 0, count),
        ),
        b"hmtx": b"".join(struct.pack(">Hh", each.advance, each.box[0]) for each in every),
        b"loca": struct.pack(f">{count + 1}I", *offsets),
        b"maxp": struct.pack(
            ">I14H",
            *(0x00010000, count),
            *(max(each.points for each in every), max(each.contours for each in every)),
            *(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        ),
    }
    return _sfnt(tables)


def _sfnt(tables: Mapping[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 2 ** int(math.log2(count))
    head = struct.pack(
        ">IHHHH", 0x00010000, count, 16 * power, int(math.log2(power)), 16 * (count - power)
    )
    place = len(head) + 16 * count
    entries, bodies = [], []
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        entries.append(struct.pack(">4sIII", tag, _checksum(padded), place, len(data)))
        bodies.append(padded)
        place += len(padded)
    return b"".join((head, *entries, *bodies))


def _checksum(data: bytes) -> int:
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF
