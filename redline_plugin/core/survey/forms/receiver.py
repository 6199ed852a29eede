"""A GeoPackage for a surveyor's receiver: where to go, and empty columns for what is measured there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.geodesy.transform import CGCS2000
from redline_plugin.core.survey.forms.material import Placed
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import KIND_TITLES, TITLES
from redline_plugin.core.text import N_
from redline_plugin.core.vector.write import write_file

LAYER = "markers"
_DESIGN = (
    ("design_longitude", N_("Design longitude [degrees]")),
    ("design_latitude", N_("Design latitude [degrees]")),
    ("design_easting", N_("Design easting [m]")),
    ("design_northing", N_("Design northing [m]")),
)
_MEASURED = (
    ("easting", float, N_("Measured easting [m]")),
    ("northing", float, N_("Measured northing [m]")),
    ("height", float, N_("Measured height [m]")),
    ("accuracy", float, N_("Accuracy [m]")),
    ("time", str, N_("Time")),
    ("who", str, N_("Measured by")),
    ("photos", str, N_("Photos")),
    ("remark", str, N_("Remark")),
)
"""Called as the reading of measured coordinates knows them."""


def write_receiver(
    path: Path, markers: Placed, words: Words, record: Mapping[str, Any], feedback: Feedback
) -> None:
    """Write the markers that stand as points on CGCS2000 longitude and latitude (EPSG:4490).

    Raises:
        OutputError: it cannot be written.
        CancelledError: the user stopped.
    """
    fields = [
        ("marker", str, words(TITLES["marker"])),
        ("engraved", str, words(TITLES["engraved"])),
        ("block", str, words(TITLES["block"])),
        ("kind", str, words(TITLES["kind"])),
        *((name, float, words(title)) for name, title in _DESIGN),
        *((name, kind, words(title)) for name, kind, title in _MEASURED),
    ]
    write_file(
        path,
        LAYER,
        f"EPSG:{CGCS2000}",
        "Point",
        fields,
        ((_point(marker), _row(marker, words)) for marker in markers.records),
        record,
        feedback,
    )


def _point(marker: Any) -> Any:
    return shapely.Point(marker.longitude, marker.latitude)


def _row(marker: Any, words: Words) -> Sequence[Any]:
    return (
        marker.marker,
        marker.engraved,
        marker.block,
        words.titled(KIND_TITLES, marker.kind),
        marker.longitude,
        marker.latitude,
        marker.easting,
        marker.northing,
        *(None for _ in _MEASURED),
    )
