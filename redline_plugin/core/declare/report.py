"""Telling a run's counts in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from redline_plugin.core.declare.job import Job
from redline_plugin.core.declare.model import Model
from redline_plugin.core.declare.tally import InputTally, OutputTally, RunTally
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import Message, msg, title

_CODES_SHOWN = 12
_MUCH_SHARE = 0.2
"""A warning, when a table leaves out so much of a class raster. Redline's own limit."""

_LEAST_SHARE = 0.02
"""Told when a smaller share of the pixels has a result. Redline's own limit."""


def tell(job: Job, tally: RunTally, statistics: Mapping[str, float], feedback: Feedback) -> None:
    """Tell what was left out of each input, which statistics were used, and what the outputs hold."""
    model = job.model
    for item in model.inputs:
        if item.name in tally.inputs:
            bands = len(job.bands(item))
            _tell_input(item.called, tally.inputs[item.name], tally.pixels * bands, feedback)
    for statistic in model.statistics:
        if statistic.name in statistics:
            feedback.info(
                msg(
                    "{title} ({name}): {value:.8g}, found in the assessed area.",
                    title=title(statistic.title),
                    name=statistic.name,
                    value=statistics[statistic.name],
                )
            )
    for output in model.outputs:
        if output.name in tally.outputs:
            _tell_output(title(output.title), output.unit, tally.outputs[output.name], feedback)
    for message in check_messages(model, tally):
        feedback.warn(message)
    _tell_coverage(job, tally, feedback)


def check_messages(model: Model, tally: RunTally) -> list[Message]:
    """Return a sentence for each of the model's checks that applied somewhere."""
    return [
        # The declaration marks the sentence for translation.
        Message(check.message, {"count": count, "share": 100.0 * count / tally.checked})
        for check, count in zip(model.checks, tally.checks)
        if count
    ]


def _tell_coverage(job: Job, tally: RunTally, feedback: Feedback) -> None:
    main = tally.outputs[job.wanted()[0].name]
    bands = job.wanted()[0].bands
    share = main.valid / (tally.pixels * bands)
    if share < _LEAST_SHARE:
        feedback.warn(
            msg(
                "Only {share:.2f} % of the pixels have a result. Do all inputs cover the area?",
                share=100 * share,
            )
        )
    elif main.valid > 1 and main.low == main.high and not main.classes:
        feedback.warn(
            msg("All pixels have one result, {value:g}. Is an input constant?", value=main.low)
        )


def _tell_input(name: Message, counted: InputTally, pixels: int, feedback: Feedback) -> None:
    if counted.nodata:
        feedback.info(
            msg(
                "{name}: {count} pixels ({share:.1f} %) are nodata.",
                name=name,
                count=counted.nodata,
                share=100.0 * counted.nodata / pixels,
            )
        )
    if counted.outside:
        feedback.warn(
            msg(
                "{name}: {count} pixels ({share:.1f} %) lie outside the valid range and are left "
                "out. Check the unit.",
                name=name,
                count=counted.outside,
                share=100.0 * counted.outside / pixels,
            )
        )
    if counted.unlisted:
        feedback.warn(
            msg(
                "{name}: codes that are not in the table are left out (pixels): {codes}.",
                name=name,
                codes=_shown(counted.unlisted),
            )
        )
    left = counted.without_value
    if left:
        share = left / max(1, pixels - counted.nodata - counted.outside)
        tell_it = feedback.warn if share >= _MUCH_SHARE else feedback.info
        tell_it(
            msg(
                "{name}: {count} pixels ({share:.1f} % of those with a class) are of classes that "
                "the table leaves out (pixels): {codes}. To take them in, copy the table and give "
                "them a number.",
                name=name,
                count=left,
                share=100.0 * share,
                codes=_shown(counted.left_out),
            )
        )
    if counted.unsure:
        feedback.warn(
            msg(
                "{name}: rows of the table that are a hint only were used for codes (pixels): "
                "{codes}. Check them.",
                name=name,
                codes=_shown(counted.unsure),
            )
        )


def _shown(counts: Mapping[float, int]) -> str:
    codes = sorted(counts)
    shown = ", ".join(f"{code} ({counts[code]})" for code in codes[:_CODES_SHOWN])
    return shown + (" …" if len(codes) > _CODES_SHOWN else "")


def _tell_output(name: object, unit: str, result: OutputTally, feedback: Feedback) -> None:
    if not result.valid:
        feedback.warn(msg("{name}: no pixel has a value.", name=name))
    elif result.classes:
        feedback.info(msg("{name}: {count} valid pixels.", name=name, count=result.valid))
    else:
        feedback.info(
            msg(
                "{name}: {count} valid pixels, {low:.6g} to {high:.6g}{unit}, mean {mean:.6g}.",
                name=name,
                count=result.valid,
                low=result.low,
                high=result.high,
                unit=f" {unit}" if unit not in ("", "1") else "",
                mean=result.mean,
            )
        )
    if result.raised:
        feedback.warn(
            msg(
                "{name}: {count} pixels came out below the lowest meaningful value and were set "
                "to it.",
                name=name,
                count=result.raised,
            )
        )
    if result.lowered:
        feedback.warn(
            msg(
                "{name}: {count} pixels came out above the highest meaningful value and were set "
                "to it.",
                name=name,
                count=result.lowered,
            )
        )
    if result.undefined:
        feedback.warn(
            msg(
                "{name}: the equation has no result in {count} pixels; they are nodata.",
                name=name,
                count=result.undefined,
            )
        )
