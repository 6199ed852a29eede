"""Telling a run's counts in sentences."""

from __future__ import annotations

from redline_plugin.core.declare.model import Model
from redline_plugin.core.declare.tally import InputTally, OutputTally, RunTally
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.text import msg, title

_CODES_SHOWN = 12


def tell(model: Model, tally: RunTally, feedback: Feedback) -> None:
    """Tell what was left out of each input and what the outputs hold."""
    for item in model.inputs:
        _tell_input(item.name, tally.inputs[item.name], tally.pixels, feedback)
    for output in model.outputs:
        if output.name in tally.outputs:
            _tell_output(title(output.title), output.unit, tally.outputs[output.name], feedback)


def _tell_input(name: str, counted: InputTally, pixels: int, feedback: Feedback) -> None:
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
        codes = sorted(counted.unlisted)
        shown = ", ".join(f"{code} ({counted.unlisted[code]})" for code in codes[:_CODES_SHOWN])
        feedback.warn(
            msg(
                "{name}: codes that are not in the table are left out (pixels): {codes}{more}.",
                name=name,
                codes=shown,
                more=" …" if len(codes) > _CODES_SHOWN else "",
            )
        )
    if counted.without_value:
        feedback.info(
            msg(
                "{name}: {count} pixels are of classes that the table leaves out.",
                name=name,
                count=counted.without_value,
            )
        )


def _tell_output(name: object, unit: str, result: OutputTally, feedback: Feedback) -> None:
    feedback.info(
        msg(
            "{name}: {count} valid pixels, {low:.6g} to {high:.6g} {unit}.",
            name=name,
            count=result.valid,
            low=result.low,
            high=result.high,
            unit=unit,
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
