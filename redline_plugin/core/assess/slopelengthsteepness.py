"""Slope length and steepness LS 坡长坡度因子 (fact sheet 1.3, L and S)."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from numpy.typing import NDArray

from redline_plugin.core.assess.slope import ELEVATION
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Choice,
    Coefficient,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.terrain import lsfactor
from redline_plugin.core.terrain.lengthsteepness import (
    AREA,
    FIXED,
    FLOW_PATH,
    halo_of,
    length_and_steepness,
)
from redline_plugin.core.text import N_

_AML = N_("RUSLE LS program by Van Remortel, Hickey and others, 2001 to 2004")
_OWN = Reference(N_("Redline"), N_("advice"), Certainty.ADVICE)


def _ls(found: Mapping[str, NDArray]) -> NDArray:
    return found["length_factor"] * found["steepness_factor"]


MODEL = Model(
    id="slopelengthsteepness",
    title=N_("Slope length and steepness LS"),
    group=Group.TERRAIN,
    about=N_(
        "The terrain factor of the soil loss equations. The slope length runs from the divide down "
        "the steepest way to each pixel and ends where the slope flattens, in pits, on flats and at "
        "channels."
    ),
    equation="LS = (λ/22.13)^m · S",
    reference=Reference(
        GUIDE,
        N_("appendix A, soil and water conservation; formulas read in papers, which differ"),
        Certainty.CONFLICT,
    ),
    inputs=(
        ELEVATION,
        RasterInput(
            "CHANNELS",
            N_("Channels and water"),
            "",
            help=N_("Any value but 0 is a channel or water: slopes end there."),
            optional=True,
            lenient=True,
            codes=True,
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Slope length and steepness LS"),
            "1",
            _ls,
            (0, None),
            ramp="terrain",
            term="SLOPE_LENGTH_STEEPNESS",
        ),
        RasterOutput(
            "SLOPE_LENGTH",
            N_("Slope length λ"),
            "m",
            itemgetter("slope_length"),
            (0, None),
            optional=True,
            ramp="terrain",
        ),
        RasterOutput(
            "LENGTH_FACTOR",
            N_("Length factor L"),
            "1",
            itemgetter("length_factor"),
            (0, None),
            optional=True,
            ramp="terrain",
        ),
        RasterOutput(
            "STEEPNESS_FACTOR",
            N_("Steepness factor S"),
            "1",
            itemgetter("steepness_factor"),
            (0, None),
            optional=True,
            ramp="terrain",
        ),
        RasterOutput(
            "LENGTH_EXPONENT",
            N_("Exponent m of the slope length"),
            "1",
            itemgetter("length_exponent"),
            (0, 1),
            optional=True,
            ramp="terrain",
        ),
        RasterOutput(
            "SLOPE",
            N_("Slope"),
            "degrees",
            itemgetter("slope"),
            (0, 90),
            optional=True,
            ramp="terrain",
            term="SLOPE",
        ),
    ),
    coefficients=(
        Coefficient("MAX_LENGTH", N_("Longest slope that counts"), 300, (1, 5000), "m", _OWN),
        Coefficient("FIXED_LENGTH", N_("Slope length, if it is fixed"), 100, (1, 5000), "m", _OWN),
        Coefficient(
            "CUTOFF_GENTLE",
            N_("A slope below 5 % ends where its angle is less than this share of the one above"),
            0.7,
            (0, 1),
            "1",
            Reference(_AML, N_("slope-end factor, read in a version of it"), Certainty.SEEN),
        ),
        Coefficient(
            "CUTOFF_STEEP",
            N_("A slope from 5 % ends where its angle is less than this share of the one above"),
            0.5,
            (0, 1),
            "1",
            Reference(_AML, N_("slope-end factor, read in a version of it"), Certainty.SEEN),
        ),
        Coefficient(
            "CHANNEL_AREA",
            N_("A channel begins where more than this area drains (0: nowhere)"),
            0,
            (0, 10_000_000),
            "m2",
            _OWN,
        ),
    ),
    choices=(
        Choice(
            "LENGTH_METHOD",
            N_("Slope length"),
            (
                Option(
                    FLOW_PATH,
                    N_("Along the steepest way down from the divide"),
                    Reference(_AML, N_("cumulated slope length"), Certainty.SEEN),
                ),
                Option(
                    AREA,
                    N_("By the area above each pixel (Desmet and Govers)"),
                    Reference("Desmet & Govers 1996", "", Certainty.HIGH),
                ),
                Option(FIXED, N_("One length for all"), _OWN),
            ),
            FLOW_PATH,
            help=N_(
                "By area, only given channels end slopes, and the factor is that of the pixel "
                "within its slope: m + 1 times that of the whole slope down to there."
            ),
        ),
        Choice(
            "EXPONENT_METHOD",
            N_("Exponent m of the slope length"),
            (
                Option(
                    lsfactor.MCCOOL_1989,
                    N_("McCool and others 1989: by the ratio of rill to interrill erosion"),
                    Reference("ChinaXiv-201811.00038", "", Certainty.SEEN),
                ),
                Option(
                    lsfactor.PER_CENT_STEPS,
                    N_("Steps at 1, 3 and 9 %: 0.2, 0.3, 0.4, 0.5"),
                    Reference("ChinaXiv-202011.00116", "", Certainty.SEEN),
                ),
                Option(
                    lsfactor.WISCHMEIER_SMITH,
                    N_("Wischmeier and Smith: steps at 1, 3 and 5 %: 0.2, 0.3, 0.4, 0.5"),
                    Reference("ChinaXiv-202006.00113", "", Certainty.SEEN),
                ),
                Option(
                    lsfactor.CSLE,
                    N_("CSLE: steps at 1, 3 and 5 degrees: 0.2, 0.3, 0.4, 0.5"),
                    Reference(N_("Chinese soil loss equation"), "", Certainty.HIGH),
                ),
            ),
            lsfactor.MCCOOL_1989,
            help=N_("Sources differ; name the one used in the report."),
        ),
        Choice(
            "STEEPNESS_METHOD",
            N_("Steepness factor S"),
            (
                Option(
                    lsfactor.MCCOOL_LIU,
                    N_("McCool below 10 degrees, Liu Baoyuan from there"),
                    Reference(
                        "ChinaXiv-202108.00091",
                        N_("the constants from 10 degrees on: general knowledge"),
                        Certainty.HIGH,
                    ),
                ),
                Option(
                    lsfactor.MCCOOL_1987,
                    N_("McCool and others 1987 (RUSLE): steps at 9 %"),
                    Reference("RUSLE, Agriculture Handbook 703", "", Certainty.HIGH),
                ),
            ),
            lsfactor.MCCOOL_LIU,
        ),
    ),
    checks=(
        Check(
            itemgetter("longer"),
            N_(
                "{count} pixels ({share:.1f} %) lie on slopes longer than the longest that counts, and "
                "have that length."
            ),
        ),
    ),
    shared=length_and_steepness,
    halo=halo_of,
    needs_cell_size=True,
    symbols={
        "ELEVATION": "z",
        "slope": "θ",
        "slope_length": "λ",
        "length_exponent": "m",
        "length_factor": "L",
        "steepness_factor": "S",
    },
    notes=(
        N_(
            "At regional scale, on pixels of 100 m and more, slopes are shorter than pixels: use "
            "relief amplitude instead, as the Guide allows."
        ),
        N_(
            "Pits are not filled: a slope ends in them. Fill false pits of the elevation first, or "
            "slopes are cut short. In filled flats, slopes end, too."
        ),
        N_(
            "The length is measured to the pixel's centre; the topmost pixel has half a pixel. A "
            "pixel where a slope ends starts anew with one pixel."
        ),
        N_(
            "The steepness factor jumps by its definition: from 0.971 to 0.964 at 5 degrees and from "
            "2.417 to 2.845 at 10 degrees."
        ),
        N_(
            "A large channel area on small pixels takes long: each block then looks far around. A "
            "raster of channels costs nothing."
        ),
    ),
    tags=("LS", "RUSLE", "USLE", "CSLE", N_("slope length"), N_("erosion")),
)
