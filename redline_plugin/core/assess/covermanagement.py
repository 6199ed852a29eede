"""Cover factor C 植被覆盖因子 of RUSLE from vegetation cover and ecosystem (fact sheet 1.3)."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.assess.inputs import VEGETATION_COVER
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    Choice,
    CodeTable,
    Group,
    Model,
    Option,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import cover
from redline_plugin.core.text import N_

COVER_FACTORS = CodeTable(
    "COVER_FACTORS",
    N_("Cover factor by ecosystem and cover class"),
    "cover_factors.csv",
    "1",
    (0, 1),
    ("formula", "c00", "c10", "c30", "c50", "c70", "c90"),
)


def cover_management(vegetation_cover: NDArray, rows: NDArray, *, method: str) -> NDArray:
    """Return C, not clamped.

    Args:
        vegetation_cover: fraction 0 to 1, any shape.
        rows: the table's columns for each pixel's ecosystem, shape (7, *vegetation_cover.shape).
        method: ``guide``, ``cai`` or ``bu``.
    """
    if method == "cai":
        return cover.cai_factor(vegetation_cover)
    if method == "bu":
        return cover.bu_factor(vegetation_cover)
    return cover.guide_factor(vegetation_cover, rows[0], rows[1:])


def _by_cover_only(vegetation_cover: NDArray, rows: NDArray, *, method: str) -> NDArray:
    # Water, paddies and towns have the same C in all classes, and little or no soil loss.
    fixed = (rows[0] < 0.5) & (rows[1] == rows[6]) & (rows[1] < 0.05)
    return fixed & (vegetation_cover >= 0) & (method != "guide")


MODEL = Model(
    id="covermanagement",
    title=N_("Cover factor C"),
    group=Group.COVER,
    about=N_(
        "How much soil is lost under the plants that are there, as a share of the loss from bare "
        "ground. By default from the Guide's table of ecosystems and six classes of cover; dry "
        "farmland has a formula of its own. Values beyond 0 and 1 are clamped and counted."
    ),
    equation=N_("C = table(ecosystem, cover class); dry farmland: C = 0.221 − 0.595·lg c"),
    reference=Reference(
        GUIDE,
        N_("appendix A, soil and water conservation; table read in code that applies the Guide"),
        Certainty.SEEN,
    ),
    inputs=(
        VEGETATION_COVER,
        RasterInput(
            "ECOSYSTEM",
            N_("Ecosystem classes"),
            table=COVER_FACTORS,
            help=N_(
                "Class codes, as in the table of cover factors. Its columns c00, c10, c30, c50, c70 and "
                "c90 hold C for cover from 0, 10, 30, 50, 70 and 90 % on; where its column formula "
                "is 1, the dry-land formula holds."
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Cover factor C"),
            "1",
            cover_management,
            (0, 1),
            ramp="erosion",
            term="COVER_MANAGEMENT",
        ),
    ),
    choices=(
        Choice(
            "METHOD",
            N_("Equation"),
            (
                Option(
                    "guide",
                    N_("The Guide's table and dry-land formula"),
                    Reference(GUIDE, N_("appendix A, read in code that applies the Guide")),
                ),
                Option(
                    "cai",
                    N_("Cai Chongfa: C = 0.6508 − 0.3436·lg c, c in per cent"),
                    Reference("ChinaXiv-202011.00116", N_("1 without cover, 0 from 78.3 % on")),
                ),
                Option(
                    "bu",
                    N_("Bu Zhaohong: C = 0.4149 − 0.0052·c, c in per cent"),
                    Reference("ChinaXiv-201811.00038"),
                ),
            ),
            "guide",
            N_("The equations of Cai and Bu look at the cover only, not at the ecosystem."),
        ),
    ),
    checks=(
        Check(
            _by_cover_only,
            N_(
                "{count} pixels ({share:.1f} % of the valid ones) are water, paddies or towns, which the "
                "chosen equation treats as land with little cover. Their C is too high."
            ),
        ),
    ),
    symbols={"VEGETATION_COVER": "c", "ECOSYSTEM": N_("ecosystem")},
    notes=(
        N_(
            "Cover on the edge of two classes (10, 30, 50, 70, 90 %) belongs to the upper one. No source "
            "assigns the edges; this is Redline's own rule."
        ),
        N_(
            "The dry-land formula gives more than 1 below 4.9 % cover, where C is set to 1, and never "
            "less than 0.221."
        ),
        N_(
            "Desert, sandy land and bare land have 0.7. One public code tests towns twice and never applies it; "
            "Redline does."
        ),
        N_(
            "Orchards are taken for tree orchards. For shrub orchards (tea, mulberry) copy the table and "
            "use 0.40, 0.22, 0.14, 0.087, 0.042, 0.011."
        ),
    ),
    tags=("C", "RUSLE", "USLE", N_("cover factor"), N_("soil loss")),
)
