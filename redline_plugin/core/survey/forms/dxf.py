"""Points, lines and numbers as DXF: for CAD, on layers by what they are.

Written by GDAL, which escapes letters other than ASCII by their number, as CAD shows them in every
code page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions, ogr
from redline_plugin.core.survey.forms.material import Placed, number_of

FONT = "SimSun"
_TEXT_METRES = {"MARKERS": 12.0, "SIGNS": 12.0, "TURNING_POINTS": 3.0}
"""Heights of numbers; on a plot of 1:5000, 12 m are 2.4 mm."""
_ESCAPE = re.compile(rb"\\U\+[0-9a-f]{4}")
_IN_TEXT = str.maketrans({"\\": "/", '"': "”", "{": "(", "}": ")"})
"""What would be taken for formatting, or for the end of the text."""
_END = b"EOF"
_BATCH = 1000

BLOCKS, MARKERS, SIGNS, POINTS = "RED_LINE", "MARKERS", "SIGNS", "TURNING_POINTS"
NUMBERS = "_NUMBERS"
"""After the name of a layer of points, for that of their numbers."""
_COLOURS = {BLOCKS: "#FF0000", MARKERS: "#FF0000", SIGNS: "#0000FF", POINTS: "#800000"}

_Feature = tuple[str, BaseGeometry, str]


@gdal_exceptions()
def write_dxf(
    path: Path,
    outlines: Iterable[BaseGeometry],
    groups: Sequence[tuple[str, Placed]],
    feedback: Feedback,
) -> None:
    """Write a DXF file in the plane of the places.

    Args:
        path: of the file, written in place.
        outlines: of the red line.
        groups: name of the layer (MARKERS, SIGNS, POINTS) and records of each.
        feedback: asked whether to stop.

    Raises:
        RuntimeError: GDAL could not write it.
        CancelledError: the user stopped.
    """
    dataset = ogr.GetDriverByName("DXF").CreateDataSource(str(path))
    layer = dataset.CreateLayer("entities")
    feature = None
    try:
        for count, (name, shape, style) in enumerate(_features(outlines, groups)):
            if count % _BATCH == 0:
                stop_if_cancelled(feedback)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("Layer", name)
            feature.SetStyleString(style)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
            layer.CreateFeature(feature)
    finally:
        # In this order: a feature knows its layer, and that its file, which is written when it is
        # closed.
        feature = layer = dataset = None
    data = path.read_bytes()
    if not data.rstrip().endswith(_END):
        raise RuntimeError("incomplete")
    # Not every CAD takes small letters in the numbers of letters, or knows GDAL's way of blanks.
    data = _ESCAPE.sub(lambda match: match[0][:3] + match[0][3:].upper(), data)
    path.write_bytes(data.replace(rb"\~", b" "))


def _features(
    outlines: Iterable[BaseGeometry], groups: Sequence[tuple[str, Placed]]
) -> Iterator[_Feature]:
    for outline in outlines:
        for line in shapely.get_parts(outline):
            yield BLOCKS, line, f"PEN(c:{_COLOURS[BLOCKS]})"
    for name, placed in groups:
        colour = _COLOURS[name]
        points = shapely.points(placed.places)
        for record, point in zip(placed.records, points):
            yield name, point, f"PEN(c:{colour})"
            text = "".join(
                letter if ord(letter) < 0x10000 else "?"
                for letter in number_of(record).translate(_IN_TEXT)
            )
            label = f'LABEL(f:"{FONT}",t:"{text}",s:{_TEXT_METRES[name]:g}g,c:{colour},p:1)'
            yield name + NUMBERS, point, label
