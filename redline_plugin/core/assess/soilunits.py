"""Soil factors by soil unit 土壤单元: from a soil map and a table of its units' properties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.assess.soilerodibility import METHOD, soil_erodibility
from redline_plugin.core.declare.model import (
    GUIDE,
    Certainty,
    Check,
    CodeTable,
    Group,
    Model,
    RasterInput,
    RasterOutput,
    Reference,
)
from redline_plugin.core.soil import erodibility
from redline_plugin.core.soil.inputs import MATTER_PER_CARBON, SUM_TOLERANCE, organic_choice
from redline_plugin.core.text import N_

COLUMNS = ("sand", "silt", "clay", "organic_carbon", "calcium_carbonate")


def unit_erodibility(
    properties: NDArray,
    *,
    organic: str,
    method: str,
    matter_per_carbon: float,
    **_names: object,
) -> NDArray:
    """Return K in t hm2 h hm-2 MJ-1 mm-1 from properties of shape (5, rows, columns), in %."""
    return soil_erodibility(
        *properties[:4], organic=organic, method=method, matter_per_carbon=matter_per_carbon
    )


def unit_sand(properties: NDArray, **_names: object) -> NDArray:
    """Return sand in %."""
    return properties[0]


def unit_silt(properties: NDArray, **_names: object) -> NDArray:
    """Return silt in %."""
    return properties[1]


def unit_clay(properties: NDArray, **_names: object) -> NDArray:
    """Return clay in %."""
    return properties[2]


def unit_carbon(
    properties: NDArray, *, organic: str, matter_per_carbon: float, **_names: object
) -> NDArray:
    """Return organic carbon in %."""
    return erodibility.organic_carbon(properties[3], organic, matter_per_carbon)


def unit_matter(
    properties: NDArray, *, organic: str, matter_per_carbon: float, **_names: object
) -> NDArray:
    """Return organic matter in %."""
    return erodibility.organic_matter(properties[3], organic, matter_per_carbon)


def unit_calcium(properties: NDArray, **_names: object) -> NDArray:
    """Return calcium carbonate in %."""
    return properties[4]


def _sum_is_off(properties: NDArray, *, sum_tolerance: float, **_names: object) -> NDArray:
    return erodibility.sum_is_off(properties[0], properties[1], properties[2], sum_tolerance)


def _no_carbon(properties: NDArray, **_names: object) -> NDArray:
    return np.isnan(properties[3])


MODEL = Model(
    id="soilunits",
    title=N_("Soil factors from a soil map"),
    group=Group.SOIL,
    about=N_(
        "Soil erodibility K, and on request sand, silt, clay, organic carbon, organic matter and "
        "calcium carbonate, from a raster of soil units (such as the mapping units of HWSD or of the "
        "1:1,000,000 soil map) and a table of their properties. The table is yours: one row per unit."
    ),
    equation="K = (−0.01383 + 0.51575·K_EPIC)·0.1317",
    reference=Reference(
        GUIDE,
        N_(
            "appendix A, soil and water conservation; equations read in papers that apply the Guide"
        ),
        Certainty.SEEN,
    ),
    inputs=(
        RasterInput(
            "SOIL_UNIT",
            N_("Soil units"),
            table=CodeTable(
                "SOIL_PROPERTIES",
                N_("Soil properties"),
                "soil_units_example.csv",
                "%",
                (0, 100),
                COLUMNS,
                is_example=True,
            ),
            help=N_(
                "Codes of the soil map, 0 to 65535. Give your own table with the columns code, sand, "
                "silt, clay, organic_carbon and calcium_carbonate, in per cent; the last may be empty."
            ),
        ),
    ),
    outputs=(
        RasterOutput(
            "OUTPUT",
            N_("Soil erodibility K"),
            "t hm2 h hm-2 MJ-1 mm-1",
            unit_erodibility,
            (0, None),
            ramp="soil",
            term="SOIL_ERODIBILITY",
        ),
        RasterOutput(
            "SAND", N_("Sand"), "%", unit_sand, (0, 100), optional=True, ramp="sand", term="SAND"
        ),
        RasterOutput(
            "SILT", N_("Silt"), "%", unit_silt, (0, 100), optional=True, ramp="soil", term="SILT"
        ),
        RasterOutput(
            "CLAY", N_("Clay"), "%", unit_clay, (0, 100), optional=True, ramp="soil", term="CLAY"
        ),
        RasterOutput(
            "ORGANIC_CARBON",
            N_("Organic carbon"),
            "%",
            unit_carbon,
            (0, 100),
            optional=True,
            ramp="soil",
            term="ORGANIC_CARBON",
        ),
        RasterOutput(
            "ORGANIC_MATTER",
            N_("Organic matter"),
            "%",
            unit_matter,
            (0, 100),
            optional=True,
            ramp="soil",
            term="ORGANIC_MATTER",
        ),
        RasterOutput(
            "CALCIUM_CARBONATE",
            N_("Calcium carbonate"),
            "%",
            unit_calcium,
            (0, 100),
            optional=True,
            ramp="soil",
            term="CALCIUM_CARBONATE",
        ),
    ),
    coefficients=(MATTER_PER_CARBON, SUM_TOLERANCE),
    choices=(organic_choice("carbon"), METHOD),
    checks=(
        Check(
            _sum_is_off,
            N_(
                "Sand, silt and clay of the table do not add up to 100 % on {count} pixels ({share:.1f} % "
                "of the valid ones). The equation was used with the fractions as they are."
            ),
        ),
        Check(
            _no_carbon,
            N_(
                "The table has no organic carbon for the soil units of {count} pixels ({share:.1f} % of "
                "the valid ones); they have no erodibility."
            ),
        ),
    ),
    symbols={"SOIL_UNIT": N_("soil unit")},
    notes=(
        N_(
            "The table that comes with Redline is only an example of the layout: typical fractions of "
            "the USDA texture classes under codes (65001 to 65013) that no soil map uses, so that "
            "it is never taken for your data by accident. Copy it and replace its rows."
        ),
        N_("Rows without a value of sand (rock, water, towns) leave their unit out."),
        N_("A soil map of 1:1,000,000 tells little about single pixels of 30 m or less."),
    ),
    tags=(N_("soil map"), "HWSD", "EPIC", "K"),
)
