"""A session at the boundary: what is to decide, and decisions that can be undone."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from redline_plugin.core.boundary.landswap import (
    ON_LINE,
    Blocks,
    exchanged,
    redrawn,
    snapped,
)
from redline_plugin.core.boundary.relining import kept_parts, new_lines, outline_near
from redline_plugin.core.boundary.sessionfile import (
    INSERTS,
    OPEN,
    VERSION,
    blob_of,
    create,
    shape_of,
    srs_of,
    with_functions,
)
from redline_plugin.core.boundary.sessionrows import (
    ALL,
    AT,
    BY_KEY,
    GEOMETRY,
    NEAR,
    Decision,
    Option,
    Row,
    plain,
    row_of,
)
from redline_plugin.core.delineate.shapes import Shapes, as_shapes
from redline_plugin.core.errors import InputError, OutputError, Problem
from redline_plugin.core.text import msg

__all__ = [
    "ACCEPTED",
    "CHANGED",
    "DRAWN",
    "KEPT_LINE",
    "OPEN",
    "Decision",
    "Option",
    "Row",
    "Session",
    "create",
]

ACCEPTED = "accepted"
CHANGED = "changed"
DRAWN = "drawn"
KEPT_LINE = "kept"
SPLIT = "split"
MERGED = "merged"


class Session:
    """An open session. All changes are transactions: a decision is in the file whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open a session.

        Raises:
            InputError: the file is no session, or one of a newer Redline.
        """
        self.path = Path(path)
        try:
            self._store = with_functions(
                sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=rw", uri=True)
            )
            version = self._one("select value from session where key = 'version'")
        except sqlite3.Error as error:
            raise InputError(
                Problem(
                    msg("This is no session of the boundary ({reason}).", reason=error),
                    str(path),
                    msg("Run the fit first, or choose the session's GeoPackage."),
                )
            ) from error
        if version is None or int(version[0]) > VERSION:
            raise InputError(Problem(msg("The session was made by a newer Redline."), str(path)))
        self._srs = srs_of(self._store)
        self.changed: tuple[int, ...] = ()
        """Keys of the stretches that the last step changed, those that it removed too."""

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def settings(self) -> dict[str, Any]:
        """What the fit was run with."""
        found = self._one("select value from session where key = 'settings'")
        return dict(json.loads(found[0]))

    def rows(self, keys: Sequence[int] | None = None) -> list[Row]:
        """Return stretches (all, or those of some keys), what needs an eye first in front."""
        if keys is None:
            found = self._store.execute(ALL).fetchall()
        else:
            found = [row for key in keys for row in self._store.execute(BY_KEY, (key,))]
        return [row_of(values) for values in found]

    def options(self, place: int) -> list[Option]:
        """Return the choices at a place, the one that holds now first."""
        return [
            Option(
                key,
                at,
                tuple(filter(None, kinds.split(","))),
                into,
                out,
                long,
                on,
                mean,
                far,
                bool(now),
                bool(was),
            )
            for key, at, kinds, into, out, long, on, mean, far, now, was in self._store.execute(
                "select id, place, kinds, area_in_m2, area_out_m2, length_m, on_sources_m,"
                " offset_mean_m, offset_max_m, taken, assessed from choice_line where place = ?"
                " order by taken desc, id",
                (place,),
            )
        ]

    def option_shapes(self, option: int) -> tuple[BaseGeometry, BaseGeometry, BaseGeometry]:
        """Return line, land in and land out of a choice."""
        return (
            self._geometry("choice_line", option),
            self._geometry("choice_in", option),
            self._geometry("choice_out", option),
        )

    def stretch_shape(self, stretch: int) -> BaseGeometry:
        """Return the line of a stretch."""
        return self._geometry("stretches", stretch)

    def blocks(self) -> tuple[list[int], Shapes]:
        """Return numbers and polygons of the blocks as they are now."""
        rows = self._store.execute("select number, geom from blocks order by number").fetchall()
        return [row[0] for row in rows], as_shapes([shape_of(row[1]) for row in rows])

    def attributes(self) -> dict[int, dict[str, Any]]:
        """Return the attributes that each block came with."""
        return {
            number: json.loads(text)
            for number, text in self._store.execute("select number, attributes from blocks")
        }

    def log(self) -> list[Decision]:
        """Return all decisions, the last one first."""
        return [
            Decision(key, when, who, what, stretch, why, bool(undone))
            for key, when, who, what, stretch, why, undone in self._store.execute(
                "select id, at, who, what, stretch, why, undone from decisions order by id desc"
            )
        ]

    def progress(self) -> tuple[int, int]:
        """Return how many stretches are decided, and how many there are."""
        done, total = self._one("select sum(state <> ?), count(*) from stretches", OPEN)
        return int(done or 0), int(total)

    def accept(self, stretches: Sequence[int], who: str, why: str = "") -> None:
        """Take stretches as they are."""
        self._decide(ACCEPTED, self._with_state(stretches, ACCEPTED), who, why)

    def choose(self, stretch: int, option: int, who: str, why: str = "") -> None:
        """Exchange the line at a stretch's place for another choice.

        Raises:
            InputError: the choice is of another place, or would harm the blocks.
        """
        row = self._row(stretch)
        options = {one.id: one for one in self.options(row.place)}
        if option not in options:
            raise InputError(Problem(msg("This choice belongs to another place.")))
        now = next((one for one in options.values() if one.taken), None)
        if now is not None and now.id == option:
            self.accept([stretch], who, why)
            return
        nothing = (shapely.MultiPolygon(), shapely.MultiPolygon())
        old = nothing if now is None else self.option_shapes(now.id)[1:]
        new = self.option_shapes(option)[1:]
        near = self._near(as_shapes([*old, *new]))
        change = exchanged(near, self._near(as_shapes([*old, *new]), "assessed"), old, new)
        chosen = options[option]
        state = KEPT_LINE if chosen.assessed else CHANGED
        kind = "assessment" if chosen.assessed or not chosen.kinds else chosen.kinds[0]
        numbers = {
            "kind": kind,
            "name": None,
            "state": state,
            "place": row.place,
            "offset_mean_m": chosen.offset_mean_m,
            "offset_max_m": chosen.offset_max_m,
            "area_in_m2": chosen.area_in_m2,
            "area_out_m2": chosen.area_out_m2,
        }
        line = self.option_shapes(option)[0]
        self._decide(
            state,
            self._relined(row, change, line, numbers),
            who,
            why,
            change,
            {one.id: (one.taken, one.id == option) for one in options.values()},
            first=stretch,
        )

    def _relined(
        self,
        row: Row,
        change: tuple[Blocks, Blocks],
        line: BaseGeometry,
        numbers: Mapping[str, Any],
    ) -> dict[int, tuple[Any, Any]]:
        """Return the stretches that a change of land changes, before and after.

        What is still the line keeps its stretch; what of the line is new has stretches of its own:
        with ``numbers`` where it runs along ``line``, else as an assessed line to decide.
        """
        old = self._values(row.id)
        before, after = change
        moved = as_shapes([shapely.symmetric_difference(before[at], after[at]) for at in after])
        bounds = shapely.total_bounds(np.concatenate([moved, as_shapes([line])]))
        region = (bounds[0] - 1.0, bounds[1] - 1.0, bounds[2] + 1.0, bounds[3] + 1.0)
        near = {**self._near(as_shapes([shapely.box(*region)])), **after}
        outline = outline_near(near, region)
        keys = self._stretches_in(region)
        olds = {key: self._values(key) for key in {row.id, *keys}}
        lines = {key: shape_of(values[AT["geom"]]) for key, values in olds.items()}
        whole = outline_near(near, tuple(shapely.total_bounds(as_shapes(list(lines.values())))))
        parts = kept_parts(lines, whole)
        touched = {
            key
            for key, of in parts.items()
            if len(of) != 1 or of[0].length < lines[key].length - ON_LINE
        }
        covered = as_shapes([part for of in parts.values() for part in of])
        made = []
        fresh = new_lines(near, outline, covered, line)
        total = sum(one.line.length for one in fresh if one.wanted) or 1.0
        for one in fresh:
            share = one.line.length / total
            values = self._changed_line(old, one.line, 1.0)
            own = (
                numbers
                if one.wanted
                else {
                    "kind": "assessment",
                    "name": None,
                    "state": OPEN,
                    "fitted": "kept",
                    "place": -1,
                }
            )
            for name, value in own.items():
                values[AT[name]] = value * share if name.startswith("area_") else value
            values[AT["left_block"]], values[AT["right_block"]] = one.blocks
            made.append(values)
        made += [
            self._changed_line(olds[key], part, part.length / lines[key].length)
            for key in sorted(touched)
            for part in parts[key]
        ]
        free = sorted(touched, key=lambda key: (key != row.id, key))
        following = int(self._one("select max(id) from stretches")[0]) + 1
        free += list(range(following, following + max(0, len(made) - len(free))))
        rows: dict[int, tuple[Any, Any]] = {}
        for key, values in zip(free, made):
            values[AT["id"]] = key
            rows[key] = (olds.get(key), tuple(values))
        for key in free[len(made) :]:
            rows[key] = (olds[key], None)
        return rows

    def _stretches_in(self, region: tuple[float, float, float, float]) -> list[int]:
        """Return the stretches whose boxes meet a region."""
        west, south, east, north = region
        found = self._store.execute(
            "select id from rtree_stretches_geom where maxx >= ? and minx <= ? and maxy >= ?"
            " and miny <= ? order by id",
            (west, east, south, north),
        )
        return [key for (key,) in found]

    def _changed_line(self, old: Sequence[Any], line: BaseGeometry, share: float) -> list[Any]:
        """Return a row with another line, and its share of the areas."""
        values = list(old)
        values[AT["geom"]] = blob_of(line, self._srs)
        values[AT["length_m"]] = float(line.length)
        for name in ("area_in_m2", "area_out_m2"):
            values[AT[name]] = old[AT[name]] * share
        values[AT["west"] : AT["north"] + 1] = line.bounds
        return values

    def draw(self, stretch: int, line: BaseGeometry, who: str, why: str = "") -> None:
        """Replace the part of the line between the ends of a drawn one.

        Raises:
            InputError: see :func:`redline_plugin.core.boundary.landswap.redrawn`.
        """
        row = self._row(stretch)
        change = redrawn(self._near(as_shapes([line])), row.blocks, line)
        numbers = {"kind": "manual", "name": None, "state": DRAWN, "place": row.place}
        self._decide(
            DRAWN, self._relined(row, change, line, numbers), who, why, change, first=stretch
        )

    def split(self, stretch: int, point: tuple[float, float], who: str, why: str = "") -> int:
        """Cut a stretch at its vertex nearest to a point, to decide on each part; return the new key.

        Raises:
            InputError: it has no vertex between its ends.
        """
        old = self._values(stretch)
        points = shapely.get_coordinates(shape_of(old[AT["geom"]]))
        inner = points[1:-1]
        if len(inner) == 0:
            raise InputError(Problem(msg("This stretch is one straight edge and cannot be split.")))
        at = 1 + int(np.argmin(np.hypot(*(inner - np.asarray(point)).T)))
        key = int(self._one("select max(id) from stretches")[0]) + 1
        parts = (shapely.LineString(points[: at + 1]), shapely.LineString(points[at:]))
        total = parts[0].length + parts[1].length
        rows: dict[int, tuple[Any, Any]] = {}
        for number, part in zip((stretch, key), parts):
            values = self._changed_line(old, part, part.length / total)
            values[AT["id"]] = number
            rows[number] = (old if number == stretch else None, tuple(values))
        self._decide(SPLIT, rows, who, why)
        return key

    def merge(self, stretches: Sequence[int], who: str, why: str = "") -> int:
        """Join stretches that follow one another, beside the same blocks; return the key that stays.

        Raises:
            InputError: there are not two, they do not make one line, or blocks or places differ.
        """
        keys = sorted(set(stretches))
        olds = [self._values(key) for key in keys]
        same = {(old[AT["left_block"]], old[AT["right_block"]], old[AT["place"]]) for old in olds}
        line = shapely.line_merge(
            shapely.multilinestrings(as_shapes([shape_of(old[AT["geom"]]) for old in olds]))
        )
        if len(keys) < 2 or len(same) != 1 or line.geom_type != "LineString":
            raise InputError(
                Problem(
                    msg(
                        "Only stretches that follow one another beside the same blocks can be merged."
                    )
                )
            )
        lengths = np.array([old[AT["length_m"]] for old in olds])
        longest = olds[int(np.argmax(lengths))]
        values = list(longest)
        values[AT["id"]] = keys[0]
        values[AT["geom"]] = blob_of(line, self._srs)
        values[AT["length_m"]] = float(line.length)
        for name in ("area_in_m2", "area_out_m2"):
            values[AT[name]] = sum(old[AT[name]] for old in olds)
        values[AT["offset_mean_m"]] = float(
            sum(old[AT["offset_mean_m"]] * old[AT["length_m"]] for old in olds) / lengths.sum()
        )
        values[AT["offset_max_m"]] = max(old[AT["offset_max_m"]] for old in olds)
        values[AT["rank"]] = min(old[AT["rank"]] for old in olds)
        values[AT["west"] : AT["north"] + 1] = line.bounds
        rows: dict[int, tuple[Any, Any]] = {key: (old, None) for key, old in zip(keys, olds)}
        rows[keys[0]] = (olds[0], tuple(values))
        self._decide(MERGED, rows, who, why)
        return keys[0]

    def snapped(self, line: BaseGeometry, reach: float) -> BaseGeometry:
        """Return a drawn line with its ends on the outlines: on a vertex, else on an edge, in reach."""
        return snapped(line, self._near(as_shapes([shapely.buffer(line, reach)])), reach)

    def undo(self) -> Decision | None:
        """Undo the last step that holds; return it, None when there is none."""
        return self._turn(
            "select id, step from decisions where undone = 0 order by id desc limit 1", 0, 1
        )

    def redo(self) -> Decision | None:
        """Make the first undone step again; None when there is none."""
        return self._turn(
            "select id, step from decisions where undone = 1 order by id limit 1", 1, 0
        )

    def _one(self, query: str, *values: Any) -> Any:
        return self._store.execute(query, values).fetchone()

    def _geometry(self, table: str, key: int) -> BaseGeometry:
        row = self._one(GEOMETRY[table], key)
        if row is None:
            raise InputError(Problem(msg("There is no such stretch or choice in the session.")))
        return shape_of(row[0])

    def _values(self, stretch: int) -> tuple[Any, ...]:
        found = self._one(BY_KEY, stretch)
        if found is None:
            raise InputError(Problem(msg("There is no such stretch or choice in the session.")))
        return tuple(found)

    def _row(self, stretch: int) -> Row:
        return row_of(self._values(stretch))

    def _with_state(self, stretches: Sequence[int], state: str) -> dict[int, tuple[Any, Any]]:
        """Return rows before and after they take a state."""
        rows = {}
        for key in stretches:
            old = self._values(key)
            new = list(old)
            new[AT["state"]] = state
            rows[key] = (old, tuple(new))
        return rows

    def _near(self, shapes: Shapes, table: str = "blocks") -> Blocks:
        """Return the blocks whose boxes meet those of shapes, by the spatial index."""
        present = shapes[~shapely.is_empty(shapes)]
        if len(present) == 0:
            return {}
        west, south, east, north = shapely.total_bounds(present)
        rows = self._store.execute(NEAR[table], (west, east, south, north))
        return {number: shape_of(blob) for number, blob in rows}

    def _decide(
        self,
        what: str,
        rows: Mapping[int, tuple[Any, Any]],
        who: str,
        why: str,
        change: tuple[Blocks, Blocks] | None = None,
        choices: Mapping[int, tuple[bool, bool]] | None = None,
        first: int | None = None,
    ) -> None:
        """Make a step and put it into the log, in one transaction."""
        before, after = change or ({}, {})
        step = {
            "rows": {str(key): [plain(old), plain(new)] for key, (old, new) in rows.items()},
            "blocks": {
                str(key): [shapely.to_wkb(before[key], hex=True), shapely.to_wkb(shape, hex=True)]
                for key, shape in after.items()
            },
            "choices": {str(key): list(pair) for key, pair in (choices or {}).items()},
        }
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0).isoformat()
        with self._writing():
            # A new step ends what could have been made again.
            self._store.execute("delete from decisions where undone = 1")
            self._apply(step, 1)
            self._store.execute(
                "insert into decisions (at, who, what, stretch, why, step) values (?, ?, ?, ?, ?, ?)",
                (now, who, what, first or next(iter(rows), 0), why, json.dumps(step)),
            )

    def _turn(self, query: str, side: int, undone: int) -> Decision | None:
        found = self._one(query)
        if found is None:
            return None
        with self._writing():
            self._apply(json.loads(found[1]), side)
            self._store.execute("update decisions set undone = ? where id = ?", (undone, found[0]))
        return next(one for one in self.log() if one.id == found[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._store:
                yield
        except sqlite3.Error as error:
            raise OutputError(
                Problem(
                    msg("The session cannot be written ({reason}).", reason=error),
                    str(self.path),
                    msg("Is it open in another program, or is the disk full?"),
                )
            ) from error

    def _apply(self, step: Mapping[str, Any], side: int) -> None:
        """Bring everything that a step names to one side of it: 0 before, 1 after."""
        for key, pair in step["rows"].items():
            values = pair[side]
            self._store.execute("delete from stretches where id = ?", (int(key),))
            if values is not None:
                row = list(values)
                row[AT["geom"]] = bytes.fromhex(row[AT["geom"]])
                self._store.execute(INSERTS["stretches"], row)
        self._store.executemany(
            "update choice_line set taken = ? where id = ?",
            [(int(pair[side]), int(key)) for key, pair in step["choices"].items()],
        )
        self._store.executemany(
            "update blocks set geom = ? where number = ?",
            [
                (blob_of(shapely.from_wkb(pair[side]), self._srs), int(key))
                for key, pair in step["blocks"].items()
            ],
        )
        self.changed = tuple(int(key) for key in step["rows"])
