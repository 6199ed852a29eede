"""What is written on a sign: a template filled from its block."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

import numpy as np
import shapely

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.geodesy.area import polygon_areas
from redline_plugin.core.survey.line import Line
from redline_plugin.core.text import msg

OWN_NAMES = ("sign", "name", "block", "county", "function", "area_km2", "area_ha", "area_mu")
SQUARE_METRES_PER_MU = 2000.0 / 3.0


def check_template(template: str, fields: tuple[str, ...], where: str) -> None:
    """Make sure that a template can be filled.

    Args:
        template: lines with {name}, {area_km2} and so on, or a field of the blocks.
        fields: of the blocks.
        where: what the user calls it.

    Raises:
        InputError: it names what there is not, or its braces do not match.
    """
    known = (*OWN_NAMES, *fields)
    try:
        names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
        strange = sorted(names - set(known))
        if not strange:
            template.format(**dict.fromkeys(known, ""))
            return
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise InputError(
            Problem(
                msg("The text cannot be filled ({reason}).", reason=error),
                where,
                msg(
                    "Write {value} for a value and {brace} for a brace; formats are not known here.",
                    value="{name}",
                    brace="{{",
                ),
            )
        ) from error
    raise InputError(
        Problem(
            msg("{names} is not known here.", names=", ".join(f"{{{name}}}" for name in strange)),
            where,
            msg("Known are {known}.", known=", ".join(known)),
        )
    )


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return the text; a line all of whose values are empty is left out."""
    lines = []
    for line in template.replace("\\n", "\n").splitlines():
        names = [name for _, name, _, _ in Formatter().parse(line) if name is not None]
        if names and not any(values.get(name) for name in names):
            continue
        lines.append(line.format(**{name: values.get(name, "") for name in names}).rstrip())
    return "\n".join(lines)


def block_areas(line: Line) -> list[float]:
    """Return the area of each block on the ellipsoid, m2, by the national land survey's formula."""
    rings, signs, owner = [], [], []
    for block, (of_block, outer) in enumerate(zip(line.rings, line.outer)):
        for uses, is_outer in zip(of_block, outer):
            points = np.concatenate(
                [line.points[line.arc(arc)][:: -1 if backwards else 1] for arc, backwards in uses]
            )
            rings.append(shapely.polygons(points))
            signs.append(1.0 if is_outer else -1.0)
            owner.append(block)
    if not rings:
        return [0.0] * len(line.blocks)
    signed = polygon_areas(rings, line.crs) * np.array(signs)
    return [float(area) for area in np.bincount(owner, signed, minlength=len(line.blocks))]
