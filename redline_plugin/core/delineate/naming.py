"""Names and codes of blocks: 红线命名, 红线编码 and 图斑编码.

The name is natural unit + dominant function + 生态保护红线; the block code is county, type and
serial of the type (6 + 2 + 4), in the profile's parts. What joins them, and the whole of the patch
code, no public text tells (fact sheet, submission 3.1 and 3.3): they are the user's.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.delineate.areas import Usable, outside_warning, usable
from redline_plugin.core.delineate.blocks import Block
from redline_plugin.core.delineate.inputs import NaturalUnit
from redline_plugin.core.delineate.shapes import as_shapes
from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.raster.grid import Grid
from redline_plugin.core.standard.codes import block_code, north_west_order, serials
from redline_plugin.core.standard.profile import COUNTY, SERIAL, TYPE, Profile
from redline_plugin.core.standard.reasons import BY_ID
from redline_plugin.core.text import msg
from redline_plugin.core.vector.overlay import shared_areas

BY_COUNTY, NOTHING = "county", "nothing"
"""What stands in place of a natural unit where there is none."""
PATCH_FIELDS = ("county", "type", "serial", "number", "block_code", "patch")


@dataclass(frozen=True)
class Naming:
    """How blocks are named and coded.

    Attributes:
        profile: with the words of functions, the suffix and the parts of the block code.
        units: natural units with their names, any number.
        units_crs: CRS of their coordinates, "" for the grid's.
        without_unit: "county" or "nothing": what a name begins with outside all units.
        delimiter: between the parts of the block code.
        patch_code: a template with fields of :data:`PATCH_FIELDS`, as Python formats them
            (``{county}{number:06}``): ``serial`` counts blocks of a type in a county, ``number``
            all blocks of a county, ``patch`` is the block's patch. "" gives no patch codes.
    """

    profile: Profile
    units: Sequence[NaturalUnit] = ()
    units_crs: str = ""
    without_unit: str = BY_COUNTY
    delimiter: str = ""
    patch_code: str = ""

    def check(self, grid: Grid) -> CheckedNaming:
        """Return it with units that can be used on the grid.

        Raises:
            InputError: all that is wrong with the choices and the units.
        """
        problems = self._problems()
        units = None
        try:
            units = usable(self.units, self.units_crs, grid, msg("natural units"))
        except InputError as error:
            problems += error.problems
        if problems or units is None:
            raise InputError(problems)
        nameless = sum(1 for unit in units.features if not unit.name)
        warnings = [*units.warnings, *outside_warning(units.parts, grid, msg("natural units"))]
        if nameless:
            warnings.append(
                Problem(msg("{count} natural units have no name and give none.", count=nameless))
            )
        return CheckedNaming(self, units, tuple(warnings))

    def _problems(self) -> list[Problem]:
        found = []
        if self.without_unit not in (BY_COUNTY, NOTHING):
            found.append(
                Problem(
                    msg(
                        "“{value}” is no choice; it must be {known}.",
                        value=self.without_unit,
                        known=", ".join((BY_COUNTY, NOTHING)),
                    )
                )
            )
        sample = dict.fromkeys(("county", "type", "block_code"), "1")
        try:
            names = {name for _, name, _, _ in string.Formatter().parse(self.patch_code) if name}
            names -= set(PATCH_FIELDS)
            if not names:
                self.patch_code.format(**sample, serial=1, number=1, patch=1)
        except (ValueError, IndexError, KeyError) as error:
            names = {str(error)}
        if names:
            found.append(
                Problem(
                    msg(
                        "The pattern of patch codes “{pattern}” does not work ({reason}).",
                        pattern=self.patch_code,
                        reason=", ".join(sorted(names)),
                    ),
                    remedy=msg(
                        "Use the fields {known}, for example {example}.",
                        known=", ".join(PATCH_FIELDS),
                        example="{county}{number:06}",
                    ),
                )
            )
        return found


@dataclass(frozen=True)
class CheckedNaming:
    """Names and codes, ready to be given."""

    naming: Naming
    units: Usable[NaturalUnit]
    warnings: tuple[Problem, ...]

    def give(self, blocks: Sequence[Block]) -> tuple[list[Block], list[Problem]]:
        """Return the blocks with names and codes, and what to look at; numbered from north-west."""
        naming, profile = self.naming, self.naming.profile
        unit_of = self._units_of(blocks)
        order = north_west_order([block.geometry.bounds for block in blocks])
        types = [self._type_of(block) for block in blocks]
        counties = [block.county for block in blocks]
        numbers = {
            "serial": serials(list(zip(counties, types)), order),
            "number": serials(counties, order),
        }
        roles = {spec.role: spec.code for spec in profile.fields if spec.role}
        codes = replace(profile.codes, block_delimiter=naming.delimiter)
        named, too_many = [], 0
        for index, block in enumerate(blocks):
            serial = str(numbers["serial"][index]).zfill(codes.serial_digits)
            too_many += len(serial) > codes.serial_digits and bool(block.county)
            code = ""
            if block.county and len(serial) <= codes.serial_digits:
                parts: Mapping[str, object] = {
                    roles[COUNTY]: block.county,
                    roles[TYPE]: types[index],
                    roles[SERIAL]: serial,
                }
                code = block_code(codes, parts)
            patch_code = naming.patch_code.format(
                county=block.county,
                type=types[index],
                serial=numbers["serial"][index],
                number=numbers["number"][index],
                block_code=code,
                patch=block.patch,
            )
            name = self._name(block, unit_of[index])
            named.append(replace(block, name=name, code=code, patch_code=patch_code))
        return named, [*self.warnings, *_code_warnings(named, too_many, bool(naming.patch_code))]

    def _units_of(self, blocks: Sequence[Block]) -> list[str]:
        """Return the natural unit that shares most of each block; of equals the first by name."""
        names = sorted({unit.name for unit in self.units.features} - {""})
        if not names or not blocks:
            return [""] * len(blocks)
        place = {name: index for index, name in enumerate(names)}
        unit, block, area = shared_areas(
            self.units.parts, as_shapes([block.geometry for block in blocks])
        )
        owner = [self.units.features[index].name for index in self.units.owners[unit]]
        sums = np.zeros((len(blocks), len(names)))
        for at, name, share in zip(block, owner, area):
            if name:
                sums[at, place[name]] += share
        return [names[int(row.argmax())] if row.max() > 0.0 else "" for row in sums]

    def _type_of(self, block: Block) -> str:
        reason = BY_ID.get(block.main_reason)
        code = reason.type_code if reason is not None else ""
        return code or self.naming.profile.names.without_code

    def _name(self, block: Block, unit: str) -> str:
        names = self.naming.profile.names
        if not unit and self.naming.without_unit == BY_COUNTY:
            unit = block.county_name
        reason = BY_ID.get(block.main_reason)
        if reason is not None and reason.type_code:
            function = names.reasons[reason.id]
        elif block.protected:
            # In for a protected area alone: its name says more than "protected area" would.
            function = block.protected[0]
            unit = "" if function.startswith(unit) else unit
        else:
            function = ""
        return f"{unit}{function}{names.suffix}"


def _code_warnings(blocks: Sequence[Block], too_many: int, patches: bool) -> list[Problem]:
    found = []
    without = sum(1 for block in blocks if not block.county)
    if 0 < without < len(blocks):
        found.append(
            Problem(
                msg("{count} blocks have no county, so they get no block code.", count=without),
                remedy=msg("Give the counties with their codes of six digits."),
            )
        )
    if too_many:
        found.append(
            Problem(
                msg(
                    "{count} blocks get no block code: their serial has more digits than there are "
                    "places.",
                    count=too_many,
                ),
                remedy=msg("Raise the minimum area of patches, so that there are fewer blocks."),
            )
        )
    twice = len(blocks) - len({block.patch_code for block in blocks})
    if patches and twice:
        found.append(
            Problem(
                msg("{count} patch codes are there more than once.", count=twice),
                remedy=msg("Let the pattern hold the county and the number."),
            )
        )
    return found
