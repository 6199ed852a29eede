"""The whole area's importance of functions: the highest class wins (fact sheet 3.3 and 7.2)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.combinations import (
    combination_entries,
    combine,
    extreme,
    highest,
    which,
)
from redline_plugin.core.assess.combinationtitles import FUNCTION_COMBINATIONS
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    ClassEntry,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.grade.classes import CLASSES, EXTREME, FUNCTION_COLOURS, FUNCTION_TITLES
from redline_plugin.core.grade.importance import BETWEEN
from redline_plugin.core.text import N_

_COLOURS = ((49, 130, 189), (49, 163, 84), (166, 118, 29), (240, 196, 80), (117, 107, 177))
_HELP = N_(
    "Graded: 1, 2, 3 (extremely important); 0 and nodata are not assessed. The codes 4 to 7 are the "
    "classes between 2 and 1 of a grading of more than three classes; they count as 1 here. A raster "
    "of another numbering must be recoded first."
)


def _combined(
    water: NDArray | None,
    biodiversity: NDArray | None,
    soil: NDArray | None,
    sand: NDArray | None,
    coast: NDArray | None,
) -> Mapping[str, NDArray]:
    classes = (water, biodiversity, soil, sand, coast)
    between = [values > EXTREME for values in classes if values is not None]
    return {**combine(classes), "between": np.logical_or.reduce(between)}


def _between(found: Mapping[str, NDArray]) -> NDArray:
    return found["between"]


def _classes_of(name: str, title: str) -> RasterInput:
    return RasterInput(
        name, title, valid=(0, BETWEEN[-1]), help=_HELP, optional=True, lenient=True, codes=True
    )


MODEL = Model(
    id="highestfunction",
    title=N_("Highest importance of functions"),
    group=Group.GRADE,
    about=N_(
        "Puts the classes of single functions together: each pixel gets the highest class that any "
        "function has there. Give one class raster or more. A pixel that some functions do not "
        "cover is classed by the others."
    ),
    equation=N_("class = max(classes of the functions)"),
    reference=Reference(
        GUIDE,
        N_("the highest class wins, as read in national work that applies the method"),
        Certainty.SEEN,
    ),
    inputs=(
        _classes_of("WATER_CONSERVATION", N_("Classes: water conservation")),
        _classes_of("BIODIVERSITY", N_("Classes: biodiversity maintenance")),
        _classes_of("SOIL_RETENTION", N_("Classes: soil and water conservation")),
        _classes_of("SAND_FIXATION", N_("Classes: windbreak and sand fixation")),
        _classes_of("COASTAL_STABILITY", N_("Classes: coastal ecological stability")),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Highest importance of functions"),
            "",
            highest,
            classes=tuple(
                ClassEntry(value, FUNCTION_TITLES[value], FUNCTION_COLOURS[value])
                for value in CLASSES
            ),
        ),
        RasterOutput(
            "WHICH",
            N_("Functions with the highest class"),
            "",
            which,
            optional=True,
            classes=combination_entries(FUNCTION_COMBINATIONS, _COLOURS),
        ),
        RasterOutput(
            "COUNT",
            N_("Number of functions that are extremely important"),
            "",
            extreme,
            optional=True,
            classes=(
                ClassEntry(1, N_("No function"), (240, 240, 240)),
                ClassEntry(2, N_("One function"), (199, 233, 192)),
                ClassEntry(3, N_("Two functions"), (116, 196, 118)),
                ClassEntry(4, N_("Three functions"), (49, 163, 84)),
                ClassEntry(5, N_("Four functions"), (0, 109, 44)),
                ClassEntry(6, N_("Five functions"), (0, 58, 24)),
            ),
        ),
    ),
    checks=(
        Check(
            _between,
            N_(
                "{count} pixels ({share:.1f} %) have a class from 4 to 7 by some function, which "
                "counts as generally important: these are the classes between 2 and 1 of a grading "
                "of more than three. If 4 is the highest class of your raster, recode it to 3 first."
            ),
        ),
    ),
    shared=_combined,
    one_of=(
        (
            "WATER_CONSERVATION",
            "BIODIVERSITY",
            "SOIL_RETENTION",
            "SAND_FIXATION",
            "COASTAL_STABILITY",
        ),
    ),
    notes=(
        N_("The codes of the number are one more than the number, since 0 stands for no data."),
        N_(
            "The codes of the combination are the sum of 1 water conservation, 2 biodiversity, 4 "
            "soil retention, 8 sand fixation and 16 coastal stability."
        ),
    ),
    tags=(N_("overlay"), N_("maximum"), N_("combination")),
)
