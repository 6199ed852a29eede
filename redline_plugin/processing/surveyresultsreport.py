"""What a run of ``redline:surveyresults`` found, as its report and its numbers tell it."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redline_plugin.core import provenance
from redline_plugin.core.atomic import atomic_folder_of
from redline_plugin.core.text import Message, msg
from redline_plugin.i18n import language, tr
from redline_plugin.processing import surveyresultsparameters as names

if TYPE_CHECKING:
    from redline_plugin.core.survey.line import Line
    from redline_plugin.core.survey.relocate import Relocated
    from redline_plugin.core.survey.results import Results
    from redline_plugin.core.survey.resultspage import Report
    from redline_plugin.core.survey.resultsshift import Shift
    from redline_plugin.core.survey.rules import SurveyRules
    from redline_plugin.processing.surveyresultsread import Markers


@dataclass(frozen=True)
class Done:
    """All that a run found."""

    rules: SurveyRules
    line: Line | None
    markers: Markers
    results: Results
    shift: Shift
    on_line: list[int]
    relocated: Relocated | None


def common_shift(results: Results) -> Shift:
    """Return the test of all differences that count for a common shift."""
    from redline_plugin.core.survey.resultsshift import shift_of

    return shift_of(results.delta[results.compared], float(results.limit.min()))


def report_of(done: Done, file: str) -> Report:
    """Return what the report tells; ``file`` is what was measured."""
    from redline_plugin.core.geodesy.belts import crs_kind
    from redline_plugin.core.survey.resultspage import Report, moved_sentence
    from redline_plugin.core.survey.resultsshift import told

    results, relocated = done.results, done.relocated
    measured = results.once.measured
    numbers = results.designed.numbers
    warnings: list[Message] = [*measured.warnings, *_unknown_blocks(done)]
    if done.shift.systematic:
        warnings.append(told(done.shift))
    refused: list[tuple[str, Message]] = []
    if relocated is not None:
        warnings += relocated.account.warnings()
        refused = [
            (numbers[done.on_line[at]], why) for at, why in (*relocated.refused, *relocated.off)
        ]
    return Report(
        results,
        done.shift,
        done.rules,
        file,
        crs_kind(done.markers.plane).name,
        datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        measured.how,
        tuple(warnings),
        measured.left_out,
        moved_sentence(
            results,
            len(relocated.moved) if relocated is not None else 0,
            len(relocated.refused) if relocated is not None else 0,
            line=relocated is not None,
        ),
        None if relocated is None else relocated.account,
        tuple(refused),
    )


def _unknown_blocks(done: Done) -> list[Message]:
    """Tell that markers name blocks that the line does not have, so that out and in are not known."""
    if done.line is None:
        return []
    known = {block.code for block in done.line.blocks}
    strange = [code for code in done.results.designed.blocks if code and code not in known]
    if not strange:
        return []
    return [
        msg(
            "{count} markers are of blocks that the line does not have ({code} …): whether a "
            "difference across the line is out of the block or into it is not known. Choose the field "
            "of the blocks' codes.",
            count=len(strange),
            code=strange[0],
        )
    ]


def write_report(page: Path, report: Report) -> None:
    """Write the page, or the table where its name ends with .csv."""
    from redline_plugin.core.survey.resultspage import as_html
    from redline_plugin.core.survey.resultssummary import as_csv

    if page.suffix.lower() == ".csv":
        notes = [report.move, *report.warnings]
        text = as_csv(report.results, report.shift, notes, tr)
    else:
        text = as_html(report, language(), tr)
    with (
        atomic_folder_of(page) as folder,
        (folder / page.name).open("w", encoding="utf-8", newline="") as file,
    ):
        file.write(text)


def numbers_of(done: Done) -> dict[str, Any]:
    """Return the numbers that a run gives back."""
    results, relocated = done.results, done.relocated
    counts = {name: results.verdict.count(name.lower()) for name in ("ACCEPTED", "BEYOND")}
    largest = results.largest
    return {
        **counts,
        "UNSURE": results.verdict.count("unsure"),
        "MISSING": results.verdict.count("missing"),
        "UNLISTED": len(results.unlisted) + results.verdict.count("unlisted"),
        "RMS": None if math.isnan(results.rms) else results.rms,
        "LARGEST": float(results.distance[largest]) if largest >= 0 else None,
        "MOVED": len(relocated.moved) if relocated is not None else 0,
        "REFUSED": len(relocated.refused) if relocated is not None else 0,
        "NET": float(relocated.account.net_m2.sum()) if relocated is not None else 0.0,
    }


def record_of(done: Done, parameters: dict[str, Any]) -> dict[str, object]:
    """Return the provenance of the results."""
    return provenance.provenance(
        "redline:surveyresults",
        {
            "rules": f"{done.rules.id} {done.rules.version}",
            "move": "line" if done.relocated is not None else "points",
            "measured": Path(str(parameters.get(names.MEASURED) or "")).name,
        },
        [],
        {name.lower(): value for name, value in numbers_of(done).items()},
    )
