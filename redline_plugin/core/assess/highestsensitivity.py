"""The whole area's sensitivity: the highest class wins (fact sheet 2)."""

from __future__ import annotations

from collections.abc import Mapping

from numpy.typing import NDArray

from redline_plugin.core.assess.combinations import (
    combination_entries,
    combine,
    extreme,
    highest,
    which,
)
from redline_plugin.core.assess.combinationtitles import SENSITIVITY_COMBINATIONS
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    ClassEntry,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.grade.classes import CLASSES, SENSITIVITY_COLOURS, SENSITIVITY_TITLES
from redline_plugin.core.text import N_

_COLOURS = ((166, 118, 29), (240, 196, 80), (140, 140, 140), (158, 154, 200))
_HELP = N_("Graded: 1, 2, 3 (extremely sensitive); 0 and nodata are not assessed.")


def _combined(
    erosion: NDArray | None,
    desertification: NDArray | None,
    rocky: NDArray | None,
    salinization: NDArray | None,
) -> Mapping[str, NDArray]:
    return combine((erosion, desertification, rocky, salinization))


def _classes_of(name: str, title: str) -> RasterInput:
    return RasterInput(
        name, title, valid=(0, 3), help=_HELP, optional=True, lenient=True, codes=True
    )


MODEL = Model(
    id="highestsensitivity",
    title=N_("Highest sensitivity"),
    group=Group.GRADE,
    about=N_(
        "Puts the classes of single sensitivities together: each pixel gets the highest class that "
        "any sensitivity has there. Give one class raster or more. A pixel that some do not cover, "
        "as land without karst, is classed by the others."
    ),
    equation=N_("class = max(classes of the sensitivities)"),
    reference=Reference(
        GUIDE,
        N_("the highest class wins, as read in code that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        _classes_of("SOIL_EROSION", N_("Classes: soil erosion")),
        _classes_of("DESERTIFICATION", N_("Classes: desertification")),
        _classes_of("ROCKY_DESERTIFICATION", N_("Classes: rocky desertification")),
        _classes_of("SALINIZATION", N_("Classes: salinization")),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Highest sensitivity"),
            "",
            highest,
            classes=tuple(
                ClassEntry(value, SENSITIVITY_TITLES[value], SENSITIVITY_COLOURS[value])
                for value in CLASSES
            ),
        ),
        RasterOutput(
            "WHICH",
            N_("Sensitivities with the highest class"),
            "",
            which,
            optional=True,
            classes=combination_entries(SENSITIVITY_COMBINATIONS, _COLOURS),
        ),
        RasterOutput(
            "COUNT",
            N_("Number of sensitivities that are extreme"),
            "",
            extreme,
            optional=True,
            classes=(
                ClassEntry(1, N_("No sensitivity"), (240, 240, 240)),
                ClassEntry(2, N_("One sensitivity"), (253, 208, 162)),
                ClassEntry(3, N_("Two sensitivities"), (253, 141, 60)),
                ClassEntry(4, N_("Three sensitivities"), (217, 72, 1)),
                ClassEntry(5, N_("Four sensitivities"), (127, 39, 4)),
            ),
        ),
    ),
    shared=_combined,
    one_of=(
        (
            "SOIL_EROSION",
            "DESERTIFICATION",
            "ROCKY_DESERTIFICATION",
            "SALINIZATION",
        ),
    ),
    notes=(
        N_("The codes of the number are one more than the number, since 0 stands for no data."),
        N_(
            "The codes of the combination are the sum of 1 soil erosion, 2 desertification, 4 rocky "
            "desertification and 8 salinization."
        ),
    ),
    tags=(N_("overlay"), N_("maximum"), N_("combination")),
)
