"""The report of an assessment: one HTML file that needs no network, no scripts and no other file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.errors import InputError, MissingDependencyError, Problem
from redline_plugin.core.feedback import Feedback, Part, stop_if_cancelled
from redline_plugin.core.raster.cache import give_back_memory, small_cache
from redline_plugin.core.records import Subject
from redline_plugin.core.report.counties import CountyShapes
from redline_plugin.core.report.legend import gradients_svg
from redline_plugin.core.report.room import Room
from redline_plugin.core.report.sections import section
from redline_plugin.core.report.subjects import gather
from redline_plugin.core.text import Message, Translate, msg

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
TEMPLATE = "assessment_report.html"
DEPTH = 2
"""So many steps back inputs that Redline made get a section: a class, its index, the factors."""

__all__ = ["CountyShapes", "write_assessment_report"]


def write_assessment_report(
    results: Sequence[Path],
    path: Path,
    translate: Translate,
    language: str,
    feedback: Feedback,
    counties: CountyShapes | None = None,
    title: str = "",
    depth: int = DEPTH,
) -> None:
    """Write the report of some results; the same results give the same bytes.

    Args:
        results: rasters that Redline made: indices, their classes, factors. Others are shown, too,
            without what they do not tell.
        path: of the HTML file.
        translate: to the reader's language.
        language: "zh" or "en", the language of ``translate``.
        feedback: progress and cancel.
        counties: their outlines are drawn, and areas and means told for each.
        title: of the report; a plain one when empty.
        depth: how many steps back inputs that Redline made get a section of their own.

    Raises:
        InputError: no results, or some cannot be read.
        OutputError: the file cannot be written.
        MissingDependencyError: Jinja2 is not there.
        CancelledError: the user asked to stop.
    """
    render = _template(language)
    subjects, unreadable = gather(results, depth)
    problems = [_unreadable(each) for each in unreadable]
    if not results:
        problems.append(Problem(msg("No result was given to report on.")))
    if problems:
        raise InputError(problems)
    room = Room(translate, language, feedback, subjects, counties)
    sections = []
    with small_cache():
        give_back_memory()
        for place, subject in enumerate(subjects):
            stop_if_cancelled(feedback)
            part = Part(feedback, place / len(subjects), (place + 1) / len(subjects))
            try:
                sections.append(section(subject, room, part))
            except RuntimeError as error:
                raise InputError(_unreadable(subject.path, error)) from error
            part.progress(1.0)
    text = render(_facts(sections, subjects, room, title))
    with atomic_folder_of(path) as folder:
        (folder / path.name).write_bytes((text.rstrip("\n") + "\n").encode("utf-8"))
    feedback.progress(1.0)


def _unreadable(path: Path, reason: object = "") -> Problem:
    what: Message = msg("Cannot be read as a raster.")
    if reason:
        what = msg("Cannot be read as a raster ({reason}).", reason=reason)
    return Problem(what, str(path), msg("Check the path; is the file complete?"))


def _template(language: str) -> Any:
    """Return the function from facts to HTML."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise MissingDependencyError(
            Problem(
                msg("QGIS's Python lacks {names}.", names="Jinja2"),
                remedy=msg("Install them by the means that QGIS itself was installed by."),
            )
        ) from error
    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(TEMPLATE)
    return lambda facts: template.render(lang="zh-CN" if language == "zh" else "en", **facts)


def _facts(
    sections: Sequence[dict[str, Any]], subjects: Sequence[Subject], room: Room, title: str
) -> dict[str, Any]:
    made = sorted(str(s.record["created"]) for s in subjects if s.record.get("created"))
    versions = sorted({str(s.record["redline"]) for s in subjects if s.record.get("redline")})
    return {
        "title": title.strip() or room.words["report"],
        "t": room.words,
        "drawings": gradients_svg() + room.shared.svg(),
        "results": [each for each in sections if each["level"] == 0],
        "factors": [each for each in sections if each["level"] > 0],
        "created": list(dict.fromkeys((moment(made[0]), moment(made[-1])))) if made else [],
        "made_with": room.say(msg("Made with Redline {version}", version=", ".join(versions)))
        if versions
        else "",
        "warnings": [problem.render(room.translate) for problem in room.warnings],
        "moment": moment,
        "left_out_of_chart": lambda share: room.say(
            msg("{share:.1f} % of the values lie beyond the chart.", share=100 * share)
        ),
        "sample_note": room.say(msg("from a sample")),
        "more_files": lambda count: room.say(msg("and {count} more files", count=count)),
        "bands_note": lambda count: room.say(msg("{count} bands", count=count)),
        "unlisted_note": lambda codes: room.say(
            msg("Codes that are not in the table (pixels): {codes}", codes=codes)
        ),
        "valueless_note": lambda count: room.say(
            msg("{count} pixels are of classes that the table leaves out.", count=f"{count:,}")
        ),
    }


def moment(text: str) -> str:
    """Return a time of the provenance as people write it."""
    day, _, clock = text.partition("T")
    return f"{day} {clock[:5]} UTC" if clock.endswith("+00:00") else text
