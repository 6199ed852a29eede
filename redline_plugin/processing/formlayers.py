"""Layers of ``redline:markerforms``, read into the plane that its forms measure in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsVectorLayer

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.text import N_, Message, msg
from redline_plugin.processing import formparameters as names
from redline_plugin.processing.base import RedlineAlgorithm
from redline_plugin.processing.layerfields import field_of
from redline_plugin.processing.planarlayers import read_layer, source_of, wkt_of

if TYPE_CHECKING:
    from redline_plugin.core.survey.forms.material import BlockInfo, Placed, Side
    from redline_plugin.core.survey.forms.things import Things
    from redline_plugin.core.survey.forms.words import Words
    from redline_plugin.core.survey.rules import SurveyRules

_SIDE_FIELDS = ("block", "ring", "sequence", "from_point", "to_point")
_NAMED = 10
_THING_TITLES = {
    names.ROADS: ("road", N_("road")),
    names.RIVERS: ("river", N_("river")),
    names.WATER: ("water", N_("water")),
    names.VILLAGES: ("village", N_("village")),
    names.PARCELS: ("parcel", N_("parcel")),
}
"""Style of each layer in sketches, and what its features are in words."""


class FormLayers:
    """Reads the layers of one run."""

    def __init__(
        self,
        algorithm: RedlineAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Feedback,
    ) -> None:
        self._algorithm, self._parameters = algorithm, parameters
        self._context, self._feedback = context, feedback

    def _source(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        return source_of(self._algorithm, parameters or self._parameters, name, self._context)

    def _title(self, name: str) -> str:
        return str(self._algorithm.parameterDefinition(name).description())

    def plane(self, rules: SurveyRules) -> str:
        """Return the CRS that all is measured in: that of the blocks or markers, if it serves, else a belt.

        Raises:
            InputError: there is no belt where the markers are.
        """
        import numpy as np

        from redline_plugin.core.boundary.planar import planar_problems
        from redline_plugin.core.survey.coordinates import coordinates_of

        for name in (names.BLOCKS, names.MARKERS):
            source = self._source(name)
            if source is not None and not planar_problems(wkt_of(source), "", (0, 0, 0, 0)):
                return wkt_of(source)
        source = self._source(names.MARKERS)
        middle = source.sourceExtent().center()
        width = int(rules.turning.belt_width.number)
        where = np.array([[middle.x(), middle.y()]])
        found = coordinates_of(where, wkt_of(source), belt_width=width)
        from redline_plugin.core.geodesy.belts import Belt

        return f"EPSG:{Belt(width, found.belt).epsg}"

    def records(self, name: str, kind: type, number: str, field: str, crs: str) -> Placed | None:
        """Read a layer of records back, as users edited it; None when it is not given.

        Args:
            name: of the parameter.
            kind: Marker, Sign or TurningPoint.
            number: column of numbers in the record.
            field: that holds the numbers in the layer.
            crs: of the plane.

        Raises:
            InputError: there is no such field, or a number stands at several features.
        """
        from redline_plugin.core.survey.forms.material import Placed
        from redline_plugin.core.survey.rows import record_of
        from redline_plugin.core.survey.rowsplaces import places_of
        from redline_plugin.processing.vectors import read_rows

        source = self._source(name)
        if source is None:
            return None
        title = source.sourceName() or self._title(name)
        fields = source.fields().names()
        if field not in fields:
            raise InputError(
                Problem(
                    msg(
                        "It has no field {field}; it has {fields}.",
                        field=field or "–",
                        fields=", ".join(fields) or "–",
                    ),
                    title,
                    msg("Name the field that holds the numbers."),
                )
            )
        rows = list(read_rows(source, self._feedback))
        # As text, without the .0 that spreadsheets make.
        numbers = [
            str(getattr(record_of(kind, {number: row.attributes[field]}), number)) for row in rows
        ]
        found = places_of(
            [row.geometry for row in rows],
            numbers,
            [row.fid for row in rows],
            wkt_of(source),
            crs,
            title,
        )
        for warning in found.warnings[:_NAMED]:
            self._feedback.warn(msg("{where}: {what}", where=warning.where, what=warning.what))
        if len(found.warnings) > _NAMED:
            more = len(found.warnings) - _NAMED
            self._feedback.warn(msg("{where}: {count} more like these.", where=title, count=more))
        records: list[Any] = [
            replace(record_of(kind, rows[at].attributes), **{number: numbers[at]})
            for at in found.rows
        ]
        return Placed(records, found.places)

    def blocks(self, crs: str) -> dict[str, BlockInfo]:
        """Return the blocks by code; features of one code are one block."""
        import numpy as np
        import shapely

        from redline_plugin.core.survey.forms.material import BlockInfo

        layer = read_layer(
            self._algorithm,
            self._parameters,
            names.BLOCKS,
            self._context,
            self._feedback,
            msg("red-line blocks"),
            crs,
        )
        if layer is None:
            return {}
        problems: list[Problem] = []
        code, name, red_line, county, county_name = (
            field_of(
                self._algorithm,
                self._parameters,
                each,
                self._context,
                layer.title,
                layer.fields,
                problems,
            )
            for each in (
                *(names.BLOCK_FIELD, names.BLOCK_NAME, names.RED_LINE_CODE),
                *(names.COUNTY_FIELD, names.COUNTY_NAME),
            )
        )
        if problems:
            raise InputError(problems)
        members: dict[str, list[int]] = {}
        for part, owner in enumerate(layer.planar.owners.tolist()):
            row = layer.rows[owner]
            members.setdefault(row.text(code) or row.fid, []).append(part)
        found = {}
        for key, parts in members.items():
            row = layer.rows[layer.planar.owners[parts[0]]]
            shapes = layer.planar.shapes[parts]
            features = len(np.unique(layer.planar.owners[parts]))
            whole = shapely.union_all(shapes) if features > 1 else shapely.multipolygons(shapes)
            found[key] = BlockInfo(
                key,
                row.text(name),
                row.text(county),
                row.text(county_name),
                row.text(red_line),
                whole,
            )
        return found

    def sides(self) -> list[Side]:
        """Return the rows of the sides between turning points; none without the layer.

        Raises:
            InputError: it is not the layer that redline:turningpoints makes.
        """
        from redline_plugin.core.survey.forms.material import Side
        from redline_plugin.processing.vectors import read_rows

        source = self._source(names.SIDES)
        if source is None:
            return []
        title = source.sourceName() or self._title(names.SIDES)
        fields = source.fields().names()
        lacking = [field for field in _SIDE_FIELDS if field not in fields]
        if lacking:
            raise InputError(
                Problem(
                    msg("It has no field {fields}.", fields=", ".join(lacking)),
                    title,
                    msg("Take the layer of sides that “Turning points” makes."),
                )
            )
        found = []
        for row in read_rows(source, self._feedback):
            at = row.attributes
            try:
                found.append(
                    Side(
                        row.text("block"),
                        int(at["ring"]),
                        int(at["sequence"]),
                        row.text("from_point"),
                        row.text("to_point"),
                        float(at.get("length_m") or 0.0),
                        float(at.get("ellipsoid_m") or 0.0),
                        float(at.get("azimuth_deg") or 0.0),
                        row.text("boundary"),
                        row.text("neighbour"),
                    )
                )
            except (TypeError, ValueError):
                self._feedback.warn(
                    msg("{where}: feature {feature} was left out, its numbers cannot be read.",
                        where=title, feature=row.fid)
                )  # fmt: skip
        return found

    def red_line(self, crs: str) -> Things | None:
        """Return the sides as lines, for when there are no blocks to take outlines of."""
        from redline_plugin.core.survey.forms.things import BLOCK

        source = self._source(names.SIDES)
        return None if source is None else self._things(source, BLOCK, "", crs)

    def things(self, crs: str, words: Words) -> list[Things]:
        """Return what lies around: roads, rivers, water, villages, parcels and other objects."""
        found = []
        for name, (style, kind) in _THING_TITLES.items():
            source = self._source(name)
            if source is not None:
                found.append(self._things(source, style, words(kind), crs))
        layers = self._algorithm.parameterAsLayerList(
            self._parameters, names.REFERENCE, self._context
        )
        for layer in layers or []:
            if not isinstance(layer, QgsVectorLayer):
                raise InputError(
                    Problem(msg("It is no layer of features."), self._title(names.REFERENCE))
                )
            source = self._source(names.ROADS, {names.ROADS: layer})
            found.append(self._things(source, "other", _layer_name(layer), crs))
        return found

    def _things(self, source: Any, style: str, kind: str, crs: str) -> Things:
        from redline_plugin.core.survey.forms.things import things_of
        from redline_plugin.processing.vectors import read_rows

        stop_if_cancelled(self._feedback)
        fields = source.fields().names()
        wanted = self._algorithm.parameterAsString(self._parameters, names.NAMES, self._context)
        field = next((part.strip() for part in wanted.split(",") if part.strip() in fields), "")
        rows = list(read_rows(source, self._feedback))
        things, lost = things_of(
            style,
            kind,
            [row.geometry for row in rows],
            [row.text(field) for row in rows],
            wkt_of(source),
            crs,
        )
        if lost:
            self._feedback.warn(
                msg(
                    "{where}: {count} features have no geometry, or no place in the plane; they are "
                    "not shown.",
                    where=source.sourceName(),
                    count=lost,
                )
            )
        return things


def _layer_name(layer: QgsVectorLayer) -> str:
    """Return what a layer is called; one that was given as a path has the file's name, if any."""
    file, _, rest = layer.source().partition("|")
    table = rest.partition("layername=")[2].partition("|")[0]
    return table if table and layer.name() == Path(file).stem else str(layer.name())


def strangers(records: Sequence[Any], blocks: dict[str, BlockInfo]) -> Message | None:
    """Return a warning when records belong to blocks that are not in the layer of blocks."""
    if not blocks:
        return None
    unknown = sorted({each.block for each in records if each.block and each.block not in blocks})
    if not unknown:
        return None
    return msg(
        "These blocks of markers, signs or points are not in the layer of blocks: {codes}. Is the "
        "field of codes the right one?",
        codes=", ".join(unknown[:_NAMED]),
    )
