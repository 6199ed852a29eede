"""Why a pixel has its value: the way in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.explain.gradings import GRADINGS, explain_grading
from redline_plugin.core.explain.model import explain_model
from redline_plugin.core.explain.other import explain_foreign, explain_other
from redline_plugin.core.explain.tree import (
    Entry,
    Explanation,
    Finding,
    Pixel,
    Place,
    Stand,
    pixel_at,
    plain,
)
from redline_plugin.core.feedback import Feedback, Quiet, stop_if_cancelled
from redline_plugin.core.gdalsetup import gdal_exceptions
from redline_plugin.core.provenance import read_provenance
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.records import Subject, read_subject, same_file
from redline_plugin.core.text import Message, msg, title

MOST_IN_CHAIN = 60
_MOST_STEPS = 12


@gdal_exceptions()
def explain(
    place: Place,
    feedback: Feedback | None = None,
    language: str = "en",
    hashes: bool = False,
) -> Explanation:
    """Explain the pixel of a raster at a place.

    Args:
        place: raster, band, and coordinates in the raster's CRS.
        feedback: asked whether to stop.
        language: of class titles that tables hold in both, "zh" or "en".
        hashes: whether inputs are read whole, to compare their hashes with those of the record.

    Raises:
        InputError: it cannot be read as a raster.
        CancelledError: the user asked to stop.
    """
    found = _explain(place, feedback or Quiet(), language, hashes)
    return _with_reasons(found, feedback or Quiet(), language)


def _explain(place: Place, feedback: Feedback, language: str, hashes: bool) -> Explanation:
    stop_if_cancelled(feedback)
    if not made_by_redline(place.path):
        return explain_foreign(place, _pixel_of_foreign(place))
    subject = _subject(place)
    pixel = pixel_at(Grid.of_file(place.path), place.x, place.y)
    if pixel is None:
        outside = Finding(msg("The place lies outside this raster."), Stand.LACKING)
        return Explanation(
            place, _heading(subject), algorithm=subject.algorithm, findings=(outside,)
        )
    if subject.model is not None and subject.output is not None:
        return explain_model(
            subject, subject.model, subject.output, place, pixel, language, feedback, hashes
        )
    if subject.algorithm in GRADINGS:
        return explain_grading(subject, place, pixel, feedback, hashes)
    return explain_other(subject, place, pixel, feedback, hashes)


def _with_reasons(found: Explanation, feedback: Feedback, language: str) -> Explanation:
    """Add why an input has no value, where Redline made that input: down to the first cause."""
    seen = {_key(found.place)}
    reasons: list[Finding] = []
    now = found
    while now.value is None and len(seen) < _MOST_STEPS:
        place = next(
            (
                entry.place
                for entry in _leaves(now.groups)
                if entry.stand is Stand.LACKING and entry.place is not None
            ),
            None,
        )
        if place is None or _key(place) in seen:
            break
        seen.add(_key(place))
        try:
            now = _explain(place, feedback, language, False)
        except InputError:
            break
        reasons += [
            Finding(msg("{title}: {what}", title=now.title, what=one.text), one.stand)
            for one in now.findings
            if one.stand is Stand.LACKING
        ]
    return replace(found, findings=(*found.findings, *reasons))


def _leaves(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _leaves(entry.children)


def made_by_redline(path: str) -> bool:
    """Return whether a raster carries a record of Redline."""
    try:
        record = read_provenance(path)
    except ValueError:
        return False
    return isinstance(record, dict) and bool(record.get("algorithm"))


def _subject(place: Place) -> Subject:
    try:
        return read_subject(place.path)
    except RuntimeError as error:
        raise InputError(
            Problem(msg("Cannot be read as a raster ({reason}).", reason=error), place.path)
        ) from error


def _heading(subject: Subject) -> Message:
    if subject.output is not None:
        return title(subject.output.title)
    return title(subject.description) if subject.description else plain(subject.path.name)


def _pixel_of_foreign(place: Place) -> Pixel | None:
    try:
        return pixel_at(Grid.of_file(place.path), place.x, place.y)
    except InputError:
        # Rotated, or without a CRS: only its origin is to be told.
        return None


def explain_chain(
    place: Place,
    feedback: Feedback | None = None,
    language: str = "en",
    hashes: bool = False,
    depth: int = 0,
) -> list[Explanation]:
    """Explain a pixel, then what it was made of, ``depth`` steps back; each raster once.

    Raises:
        InputError: the raster itself cannot be read.
        CancelledError: the user asked to stop.
    """
    found = [explain(place, feedback, language, hashes)]
    seen = {_key(place)}
    now: Sequence[Explanation] = found
    for _ in range(depth):
        following = []
        for explanation in now:
            for child in places(explanation.groups):
                if _key(child) in seen or len(seen) >= MOST_IN_CHAIN:
                    continue
                seen.add(_key(child))
                following.append(_child(child, feedback, language, hashes))
        found += following
        now = following
    return found


def _key(place: Place) -> tuple[str, int]:
    return same_file(place.path), place.band


def _child(place: Place, feedback: Feedback | None, language: str, hashes: bool) -> Explanation:
    try:
        return explain(place, feedback, language, hashes)
    except InputError as error:
        problem = error.problems[0]
        return Explanation(
            place,
            plain(Path(place.path).name),
            findings=(Finding(problem.what, Stand.LACKING),),
        )


def places(entries: Sequence[Entry]) -> Iterator[Place]:
    """Yield the places at which the chain goes on."""
    return (entry.place for entry in _leaves(entries) if entry.place is not None)
