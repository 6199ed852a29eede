"""What both models of dryness declare: the output, the choice for cold places, the checks."""

from __future__ import annotations

from redline_plugin.core.climate.dryness import NO_VALUE, NOT_DRY, RAINLESS
from redline_plugin.core.climate.sources import OWN_RULE
from redline_plugin.core.declare.model import Choice, Kernel, Option, RasterOutput
from redline_plugin.core.text import N_

COLD = Choice(
    "COLD_PLACES",
    N_("Places without a day of 10 degC"),
    (
        Option(NO_VALUE, N_("No value"), OWN_RULE),
        Option(NOT_DRY, N_("Not dry: 0"), OWN_RULE),
    ),
    NO_VALUE,
    help=N_(
        "There the index is 0 divided by 0 and no source says what holds. Without a value such "
        "places drop out of the desertification sensitivity, too."
    ),
)

COLD_MESSAGE = N_(
    "{count} pixels ({share:.1f} %) have no day of 10 degC; there the index is undefined."
)

RAINLESS_MESSAGE = N_(
    "{count} pixels have warm days and no rain on them: the index is infinite and is written as 999."
)


def dryness_output(kernel: Kernel) -> RasterOutput:
    """Return the declaration of the index."""
    return RasterOutput(
        "OUTPUT",
        N_("Dryness index I"),
        "1",
        kernel,
        (0, RAINLESS),
        ramp="sand",
        term="DRYNESS",
    )
