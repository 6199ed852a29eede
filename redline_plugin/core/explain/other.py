"""Rasters that no model and no grading made: what can still be told of them."""

from __future__ import annotations

from redline_plugin.core.errors import InputError
from redline_plugin.core.explain.bands import look_at_band, stored_value
from redline_plugin.core.explain.files import Located, base_name, locate
from redline_plugin.core.explain.inputs import maker_title
from redline_plugin.core.explain.stations import (
    INTERPOLATION,
    file_entries,
    fit_entries,
    input_title,
    is_vector,
    maker_of_layer,
    station_entries,
)
from redline_plugin.core.explain.tree import (
    Entry,
    Explanation,
    Finding,
    Pixel,
    Place,
    Stand,
    plain,
)
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.raster.source import RasterSource
from redline_plugin.core.records import Given, Subject
from redline_plugin.core.text import msg, title


def explain_foreign(place: Place, pixel: Pixel | None) -> Explanation:
    """Say plainly that Redline did not make a raster, with the value that it holds."""
    value = None
    if pixel is not None:
        try:
            value = stored_value(place.path, place.band, pixel)
        except (InputError, RuntimeError):
            pixel = None
    finding = Finding(
        msg(
            "Redline did not make this raster, so nothing is known of how its values came about. It "
            "explains results of its own: take a layer that it made."
        ),
        Stand.MARKED,
    )
    return Explanation(
        place,
        plain(base_name(place.path)),
        pixel,
        value=value,
        findings=(finding,),
    )


def explain_other(
    subject: Subject, place: Place, pixel: Pixel, feedback: Feedback, hashes: bool
) -> Explanation:
    """Tell inputs and parameters of a raster whose making cannot be repeated for one pixel.

    Raises:
        InputError: the raster itself cannot be read.
        CancelledError: the user asked to stop.
    """
    value = stored_value(place.path, place.band, pixel)
    inputs = tuple(
        _input(given, subject, place.band, pixel, feedback, hashes) for given in subject.inputs
    )
    parameters = tuple(
        _parameter(name, found)
        for name, found in subject.part("parameters").items()
        if isinstance(found, (str, int, float))
    )
    fit = tuple(fit_entries(subject.part("results"), place.band))
    groups = (
        (msg("Inputs"), "inputs", inputs),
        (msg("Interpolation"), "interpolation", fit),
        (msg("Parameters"), "parameters", parameters),
    )
    heading = subject.description or base_name(place.path)
    return Explanation(
        place,
        # Names that Redline gave are marked where it gives them; others stay as they are.
        title(heading),
        pixel,
        subject.algorithm,
        maker_title(subject.algorithm),
        value,
        unit="" if subject.unit == "1" else subject.unit,
        findings=(
            Finding(
                msg(
                    "Results of this kind depend on many pixels at once, so this one is not "
                    "computed again. What it was made of is told below."
                )
            ),
        ),
        groups=tuple(Entry(text, name, children=found) for text, name, found in groups if found),
    )


def _parameter(name: str, value: str | float) -> Entry:
    if isinstance(value, (bool, str)):
        return Entry(plain(name), name, text=plain(str(value)))
    return Entry(plain(name), name, value=float(value))


def _input(
    given: Given, subject: Subject, of_band: int, pixel: Pixel, feedback: Feedback, hashes: bool
) -> Entry:
    path, band = given.bands[0]
    located = locate(given.records[0], subject.path, feedback, hashes)
    if located.found and is_vector(located.path):
        return _layer(given, located, subject, of_band, pixel, feedback, hashes)
    with gdal_exceptions():
        look = look_at_band(RasterSource(located.path, band, given.name), located, pixel, 0)
    notes = list(located.findings)
    if given.made_by:
        notes.append(Finding(msg("made by Redline: {title}", title=maker_title(given.made_by))))
    place = None
    if look.place is not None and given.made_by:
        place = Place(located.path, look.place[0], look.place[1], band)
    named = subject.algorithm == INTERPOLATION
    return Entry(
        input_title(given.name) if named else plain(given.name),
        given.name,
        value=look.value,
        text=None if look.value is not None else msg("no value"),
        notes=(*notes, Finding(plain(base_name(path)))),
        stand=Stand.LACKING if not located.found or located.changed else Stand.PLAIN,
        place=place,
    )


def _layer(
    given: Given,
    located: Located,
    subject: Subject,
    band: int,
    pixel: Pixel,
    feedback: Feedback,
    hashes: bool,
) -> Entry:
    """Tell a layer of points: the nearest ones, and the files it was made of."""
    fields = subject.record.get("parameters", {}).get("FIELD")
    names = [str(name) for name in fields] if isinstance(fields, list) else []
    maker = maker_of_layer(located.path)
    notes = list(located.findings)
    if maker:
        notes.append(Finding(msg("made by Redline: {title}", title=maker_title(maker))))
    groups = (
        (msg("Nearest stations"), "stations", station_entries(located, names, band, pixel)),
        (msg("Made of"), "made_of", file_entries(located.path, feedback, hashes)),
    )
    return Entry(
        input_title(given.name),
        given.name,
        text=plain(base_name(located.path)),
        notes=tuple(notes),
        stand=Stand.LACKING if located.changed else Stand.PLAIN,
        children=tuple(
            Entry(title_, name, children=tuple(found)) for title_, name, found in groups if found
        ),
    )
