"""The result by block: 勘界成果表, areas, lengths and counts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import shapely

from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.survey.areas import (
    ELLIPSOID,
    PLANAR,
    SQUARE_METRES,
    measured_areas,
    measured_lengths,
)
from redline_plugin.core.survey.forms.material import BlockInfo, Material, Placed
from redline_plugin.core.survey.forms.pointtable import moved_note
from redline_plugin.core.survey.forms.registers import NUMBER
from redline_plugin.core.survey.forms.ruletable import example_warning, rules_note
from redline_plugin.core.survey.forms.table import REAL, TOTAL, WHOLE, Column, Line, Table
from redline_plugin.core.survey.forms.words import Words
from redline_plugin.core.survey.marker import TITLES, WITNESS
from redline_plugin.core.survey.rounding import Nested, nested
from redline_plugin.core.text import N_, msg

DECIMALS = {"m2": 2, "ha": 4, "km2": 4, "mu": 2}
AREA_TITLES = {
    "m2": N_("Area [m2]"),
    "ha": N_("Area [ha]"),
    "km2": N_("Area [km2]"),
    "mu": N_("Area [mu]"),
}
PLANAR_TITLES = {
    "m2": N_("Area in the plane [m2]"),
    "ha": N_("Area in the plane [ha]"),
    "km2": N_("Area in the plane [km2]"),
    "mu": N_("Area in the plane [mu]"),
}
_METRES = 2


def result_table(material: Material, words: Words, unit: str, with_planar: bool) -> Table:
    """Return the table of results.

    Args:
        material: the run's; blocks without a shape have no area.
        words: of the table.
        unit: of areas, of SQUARE_METRES.
        with_planar: whether the area and length in the plane stand beside those on the ellipsoid.
    """
    blocks = list(material.blocks.values())
    codes = [block.code for block in blocks]
    others = _unknown(material, codes)
    blocks += [BlockInfo(code, "", "", "", "", None) for code in others]
    formulas = (ELLIPSOID, PLANAR) if with_planar else (ELLIPSOID,)
    areas = [_areas(blocks, material.crs, formula, unit) for formula in formulas]
    lengths = [_lengths(blocks, material.crs, formula) for formula in formulas]
    counts = _counts(material)
    columns = [
        Column(words(NUMBER), WHOLE),
        Column(words(N_("Block (patch) number"))),
        Column(words(N_("Name"))),
        Column(words(N_("Red-line code"))),
        Column(words(TITLES["county"])),
        Column(words(AREA_TITLES[unit]), REAL, DECIMALS[unit]),
        *([Column(words(PLANAR_TITLES[unit]), REAL, DECIMALS[unit])] if with_planar else []),
        Column(words(N_("Length of the boundary [m]")), REAL, _METRES),
        *([Column(words(N_("Length in the plane [m]")), REAL, _METRES)] if with_planar else []),
        *(Column(words(title), WHOLE) for title, _ in counts),
    ]
    table = Table(
        "results",
        words(N_("Results")),
        words(N_("Results of the survey of the ecological protection red line")),
        columns,
        warning=example_warning(material.rules, words),
        notes=_notes(material, words, unit, with_planar, areas, lengths),
    )
    measured = [nest for pair in (areas, lengths) for nest in pair]
    with_shape = [at for at, block in enumerate(blocks) if block.shape is not None]
    place = {at: number for number, at in enumerate(with_shape)}
    for at, block in enumerate(blocks):
        values = [float(nest.values[place[at]]) if at in place else None for nest in measured]
        table.lines.append(
            Line(
                (
                    at + 1,
                    block.code,
                    block.name,
                    block.red_line_code,
                    block.county_name or block.county,
                    *values,
                    *(count[block.code] for _, count in counts),
                )
            )
        )
    table.lines.append(
        Line(
            (
                None,
                words(N_("Total")),
                words.of(msg("{count} blocks", count=len(blocks))),
                "",
                "",
                *((nest.whole if with_shape else None) for nest in measured),
                *(sum(count.values()) for _, count in counts),
            ),
            TOTAL,
        )
    )
    return table


def _unknown(material: Material, codes: Sequence[str]) -> list[str]:
    """Return the codes of blocks that only records tell of."""
    found = {
        record.block
        for placed in (material.markers, material.signs, material.points)
        for record in placed.standing().records
    }
    return sorted(found - set(codes))


def _areas(blocks: Sequence[BlockInfo], crs: str, formula: str, unit: str) -> Nested:
    shapes = as_shapes([block.shape for block in blocks if block.shape is not None])
    return nested(measured_areas(shapes, crs, formula) / SQUARE_METRES[unit], DECIMALS[unit])


def _lengths(blocks: Sequence[BlockInfo], crs: str, formula: str) -> Nested:
    shapes = as_shapes([block.shape for block in blocks if block.shape is not None])
    return nested(measured_lengths(as_shapes(shapely.boundary(shapes)), crs, formula), _METRES)


def _counts(material: Material) -> list[tuple[str, Counter[str]]]:
    """Return how many points, markers and signs stand, by the block that numbers them."""

    def by_block(placed: Placed, witness: bool | None = None) -> Counter[str]:
        return Counter(
            record.block
            for record in placed.standing().records
            if witness is None or (record.kind == WITNESS) == witness
        )

    return [
        (N_("Turning points"), by_block(material.points)),
        (N_("Markers"), by_block(material.markers, witness=False)),
        (N_("Witness markers"), by_block(material.markers, witness=True)),
        (N_("Signs"), by_block(material.signs)),
    ]


def _notes(
    material: Material,
    words: Words,
    unit: str,
    with_planar: bool,
    areas: Sequence[Nested],
    lengths: Sequence[Nested],
) -> tuple[str, ...]:
    notes = [
        words(
            N_(
                "Areas are those on the CGCS2000 ellipsoid by the formula of the national land survey "
                "(图斑椭球面积: sums of trapezoids between each edge and a meridian); lengths are those "
                "on the ellipsoid."
            )
        )
    ]
    if with_planar:
        notes.append(
            words.of(
                msg(
                    "Areas and lengths in the plane are those of the projection {crs}.",
                    crs=_crs_name(material.crs),
                )
            )
        )
    moved = (
        (words(AREA_TITLES[unit]), areas, DECIMALS[unit]),
        (words(N_("Length of the boundary [m]")), lengths, _METRES),
    )
    for title, nests, decimals in moved:
        notes.append(
            words.of(
                msg(
                    "{title}: {note}",
                    title=title,
                    note=moved_note(nests[0].count, decimals, words),
                )
            )
        )
    notes.append(
        words(
            N_(
                "Points, markers and signs count for the block that numbers them, each once, those "
                "that are retired not; a boundary that two blocks share counts for both."
            )
        )
    )
    notes.append(rules_note(material.rules, words))
    return tuple(notes)


def _crs_name(crs: str) -> str:
    from redline_plugin.core.geodesy.transform import spatial_reference

    return str(spatial_reference(crs).GetName())
