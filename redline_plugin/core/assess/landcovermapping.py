"""Ecosystem classes 生态系统类型 from land-cover products, by editable tables."""

from __future__ import annotations

from numpy.typing import NDArray

from redline_plugin.core.declare.model import (
    Certainty,
    Check,
    ClassEntry,
    CodeTable,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
    TableFile,
)
from redline_plugin.core.text import N_

ECOSYSTEMS = (
    ClassEntry(1, N_("Evergreen broadleaf forest"), (0, 92, 46)),
    ClassEntry(2, N_("Evergreen needleleaf forest"), (14, 74, 70)),
    ClassEntry(3, N_("Mixed forest"), (44, 120, 72)),
    ClassEntry(4, N_("Deciduous broadleaf forest"), (80, 150, 60)),
    ClassEntry(5, N_("Deciduous needleleaf forest"), (70, 132, 110)),
    ClassEntry(6, N_("Sparse woodland"), (150, 180, 110)),
    ClassEntry(7, N_("Evergreen broadleaf shrub"), (122, 128, 46)),
    ClassEntry(8, N_("Deciduous broadleaf shrub"), (156, 150, 62)),
    ClassEntry(9, N_("Needleleaf shrub"), (116, 122, 82)),
    ClassEntry(10, N_("Sparse shrub"), (190, 180, 122)),
    ClassEntry(11, N_("Meadow"), (126, 196, 92)),
    ClassEntry(12, N_("Steppe"), (190, 212, 112)),
    ClassEntry(13, N_("Tussock"), (164, 200, 104)),
    ClassEntry(14, N_("Sparse grass"), (222, 220, 160)),
    ClassEntry(15, N_("Wetland"), (92, 156, 204)),
    ClassEntry(16, N_("Orchard"), (222, 170, 110)),
    ClassEntry(17, N_("Paddy field"), (182, 220, 226)),
    ClassEntry(18, N_("Dry farmland"), (244, 226, 130)),
    ClassEntry(19, N_("Built-up land"), (200, 72, 72)),
    ClassEntry(20, N_("Bare land"), (206, 196, 186)),
    ClassEntry(21, N_("Sandy land"), (252, 226, 196)),
)
"""The working codes that the models of ecosystems take, as in the table of runoff coefficients."""

COLUMNS = ("ecosystem", "ambiguous")


def ecosystem_class(rows: NDArray) -> NDArray:
    """Return the ecosystem's code, from the table's columns of shape (2, rows, columns)."""
    return rows[0]


def _ambiguous(rows: NDArray) -> NDArray:
    return rows[1] > 0.5


MODEL = Model(
    id="landcovermapping",
    title=N_("Ecosystem classes from land cover"),
    group=Group.COVER,
    about=N_(
        "Turns the codes of a land-cover product into the ecosystem classes that the other models take. "
        "Choose the product, or give your own table. Where a product does not tell ecosystems apart "
        "(forest without its leaf type), the table names a default, and these pixels are counted."
    ),
    equation=N_("ecosystem = table(land cover)"),
    reference=Reference(
        N_("Redline's own rule"),
        N_("codes are the products'; which ecosystem they become is in no norm"),
        Certainty.ADVICE,
    ),
    inputs=(
        RasterInput(
            "LAND_COVER",
            N_("Land cover"),
            table=CodeTable(
                "LAND_COVER_CLASSES",
                N_("Ecosystem class of each land-cover code"),
                "landcover_globeland30.csv",
                "",
                (0, 21),
                COLUMNS,
                (
                    TableFile(
                        "clcd",
                        N_("CLCD, annual land cover of China (Yang and Huang)"),
                        "landcover_clcd.csv",
                        Reference(
                            "Yang & Huang 2021, doi 10.5194/essd-13-3907-2021",
                            N_("codes from general knowledge"),
                            Certainty.HIGH,
                        ),
                    ),
                    TableFile(
                        "cnlucc",
                        N_("CNLUCC, land use of the Chinese Academy of Sciences"),
                        "landcover_cnlucc.csv",
                        Reference(
                            N_("Land-use classification of the Chinese Academy of Sciences"),
                            N_("codes 11 to 33 read, the others from general knowledge"),
                            Certainty.HIGH,
                        ),
                    ),
                    TableFile(
                        "worldcover",
                        "ESA WorldCover",
                        "landcover_worldcover.csv",
                        Reference("ESA WorldCover", N_("codes read in a list"), Certainty.SEEN),
                    ),
                    TableFile(
                        "glcfcs30",
                        "GLC_FCS30, GLC_FCS30D",
                        "landcover_glcfcs30.csv",
                        Reference(
                            "GLC_FCS30, GLC_FCS30D", N_("codes read in code"), Certainty.SEEN
                        ),
                    ),
                    TableFile(
                        "national",
                        N_("National ecosystem classification (levels II and III)"),
                        "landcover_national.csv",
                        Reference(
                            "HJ 1166-2021",
                            N_(
                                "appendix A; codes from general knowledge, not read; those from 71 on "
                                "are a hint only"
                            ),
                            Certainty.MEDIUM,
                        ),
                    ),
                ),
            ),
            help=N_(
                "Codes of the product. Products use the same codes for other things: 20 is forest in "
                "GlobeLand30 and shrub in WorldCover. A table of your own needs the columns code, "
                "ecosystem (1 to 21) and ambiguous (0 or 1)."
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Ecosystem class"),
            "",
            ecosystem_class,
            classes=ECOSYSTEMS,
            ramp="vegetation",
            term="ECOSYSTEM",
        ),
    ),
    checks=(
        Check(
            _ambiguous,
            N_(
                "The product does not tell the ecosystem of {count} pixels ({share:.1f} % of the valid ones); "
                "the table's default was taken. Edit the table for your area."
            ),
        ),
    ),
    symbols={"LAND_COVER": N_("land cover")},
    notes=(
        N_(
            "The default table is that of GlobeLand30. Nothing in a raster tells its product: a wrong "
            "choice gives a wrong map without any error."
        ),
        N_(
            "Defaults where the product does not tell: forest is mixed forest, shrub is deciduous "
            "broadleaf shrub, grass is steppe, cropland is dry farmland. In the humid south grass is "
            "rather tussock, and much cropland is paddy, whose cover factor is 0."
        ),
        N_(
            "Water is taken for wetland, as the national classification has rivers and lakes among the "
            "wetlands. Snow, ice and sea are left out."
        ),
        N_(
            "Sandy land is told by CNLUCC (61) and the national classification; in the other products it "
            "is bare land. The codes of the national classification from 71 on (desert, sandy and saline "
            "land, ice, bare land) are a hint from general knowledge: compare them with the legend of "
            "your data, and correct them in a copy of the table."
        ),
    ),
    tags=(
        N_("land cover"),
        N_("ecosystem"),
        "GlobeLand30",
        "CLCD",
        "CNLUCC",
        "WorldCover",
        "GLC_FCS30",
    ),
)
