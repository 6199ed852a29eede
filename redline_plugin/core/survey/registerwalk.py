"""Walking the line of a register from marker to marker, reading no more of it than is passed.

A ring is walked clockwise, a hole too. A marker at a node, where arcs meet, stands on every
ring that passes it, whichever arc it is kept with. Witness markers are not on the line, and retired
ones stand nowhere: both are passed over.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from redline_plugin.core.boundary.arcs import Use
from redline_plugin.core.survey.linefile import SAME, Arc, read_arc
from redline_plugin.core.survey.registerrings import clockwise, from_begin
from redline_plugin.core.survey.rules import SurveyRules

AT_NODE = SAME
"""m. A place this near to the end of an arc is the node there."""

_ARCS = 512
_BLOCKS = 256
_HERE = (
    "select id, block, measure from markers where arc = ? and measure > ? and measure < ?"
    " and id <> ? and kind <> 'witness' and state <> 'retired' order by measure limit 1"
)
_HERE_BACK = _HERE.replace("order by measure", "order by measure desc")
_NODE = (
    "select markers.id, markers.block from line cross join markers on markers.arc = line.id - 1"
    " where line.first_node = ? and markers.measure <= ? and markers.id <> ?"
    " and markers.kind <> 'witness' and markers.state <> 'retired' limit 1"
)
_NODE_LAST = (
    "select markers.id, markers.block from line cross join markers on markers.arc = line.id - 1"
    " where line.last_node = ? and markers.measure >= line.length_m - ? and markers.id <> ?"
    " and markers.kind <> 'witness' and markers.state <> 'retired' limit 1"
)


@dataclass(frozen=True)
class Spot:
    """A place on one ring.

    Attributes:
        block: code; ring: which of its rings, from 0 in the survey's order; use: which arc of the ring, from 0.
        walked: how far along that arc, as the ring walks it, m; a node is the beginning of an arc.
    """

    block: str
    ring: int
    use: int
    walked: float


@dataclass(frozen=True)
class Piece:
    """A part of an arc, from ``low`` to ``high`` along it; ``backwards``: the ring walks it so."""

    arc: int
    low: float
    high: float
    backwards: bool


@dataclass(frozen=True)
class Stretch:
    """What lies between a place and the next marker on a ring.

    Attributes:
        pieces: in the order of the walk.
        marker: key of the marker at its end, None when the ring comes round to its beginning.
        owner: block that this marker is numbered by.
    """

    pieces: tuple[Piece, ...]
    marker: int | None
    owner: str

    @property
    def length(self) -> float:
        """Its length, m."""
        return sum(piece.high - piece.low for piece in self.pieces)


@dataclass(frozen=True)
class Rings:
    """The rings of one block.

    Attributes:
        uses: of each ring, its arcs in order.
        places: of each arc, where it is: ring, and which arc of it.
        starts: of each ring, how far from its beginning each arc begins, m.
        lengths: of each ring, m.
        begins: how far along each ring the survey begins it, m.
    """

    uses: tuple[tuple[Use, ...], ...]
    places: Mapping[int, Sequence[tuple[int, int]]]
    starts: tuple[tuple[float, ...], ...]
    lengths: tuple[float, ...]
    begins: tuple[float, ...]


class Walk:
    """Reads arcs and rings of an open register when they are needed, and keeps some."""

    def __init__(self, store: sqlite3.Connection, rules: SurveyRules) -> None:
        self._store = store
        self.arc = lru_cache(_ARCS)(self._read_arc)
        self.used = lru_cache(_ARCS)(lambda arc: self.arc(arc).used(rules))
        self.rings = lru_cache(_BLOCKS)(self._read_rings)

    def node(self, arc: int, measure: float) -> int | None:
        """Return the node at a place, None inside an arc."""
        found = self.arc(arc)
        if measure <= AT_NODE:
            return found.first
        return found.last if measure >= found.length - AT_NODE else None

    def arcs_at(self, node: int) -> list[int]:
        """Return the arcs that meet at a node."""
        found = self._store.execute(
            "select id - 1 from line where first_node = ? or last_node = ? order by id",
            (node, node),
        )
        return [arc for (arc,) in found]

    def spots(self, arc: int, measure: float) -> list[Spot]:
        """Return a place as the rings that pass it see it, one block after the other."""
        node = self.node(arc, measure)
        if node is not None:
            return self._spots_at_node(node)
        here = self.arc(arc)
        found = []
        for block in (here.right, here.left):
            rings = self.rings(block)
            for ring, use in rings.places.get(arc, ()):
                backwards = rings.uses[ring][use][1]
                found.append(
                    Spot(block, ring, use, here.length - measure if backwards else measure)
                )
        return found

    def spot_of(self, block: str, arc: int, measure: float) -> Spot | None:
        """Return a place as the first ring of a block sees it; None when none passes it."""
        return next((spot for spot in self.spots(arc, measure) if spot.block == block), None)

    def blocks(self, arc: int, measure: float) -> list[str]:
        """Return the codes of the blocks at a place."""
        return list(dict.fromkeys(spot.block for spot in self.spots(arc, measure)))

    def along(self, spot: Spot) -> float:
        """Return how far a place is from the beginning of its ring, m."""
        rings = self.rings(spot.block)
        walked = rings.starts[spot.ring][spot.use] + spot.walked
        begin, length = rings.begins[spot.ring], rings.lengths[spot.ring]
        return float(from_begin(np.array([walked]), begin, length)[0])

    def ahead(self, spot: Spot, own: int = 0) -> Stretch:
        """Return the stretch to the next marker; one with the key ``own`` is passed over."""
        return self._walk(spot, own, forward=True)

    def behind(self, spot: Spot, own: int = 0) -> Stretch:
        """Return the stretch back to the marker before, pieces and all as they are met."""
        return self._walk(spot, own, forward=False)

    def around(self, arc: int, measure: float, own: int = 0) -> set[int]:
        """Return the markers whose stretches end at a place, on all rings that pass it, or that are there."""
        found = {self.behind(spot, own).marker for spot in self.spots(arc, measure)}
        here = self.here(arc, measure, own)
        return {marker for marker in (*found, here) if marker is not None}

    def here(self, arc: int, measure: float, own: int = 0) -> int | None:
        """Return a marker at a place, other than ``own``."""
        node = self.node(arc, measure)
        if node is not None:
            met = self._at_node(node, own)
            return None if met is None else met[0]
        row = self._store.execute(
            _HERE, (arc, measure - AT_NODE, measure + AT_NODE, own)
        ).fetchone()
        return None if row is None else int(row[0])

    def limit(self, stretch: Stretch) -> float | None:
        """Return the longest spacing that the rules allow along a stretch; None when it has no length.

        Where it changes, each part uses up its share: what is left of one rule's spacing after 400 of
        800 m is half of the next one's.
        """
        used = sum(
            float(np.diff(np.interp([piece.low, piece.high], self.arc(piece.arc).measure, of))[0])
            for piece in stretch.pieces
            for of in (self.used(piece.arc),)
        )
        return stretch.length / used if used > 0.0 else None

    def _walk(self, spot: Spot, own: int, *, forward: bool) -> Stretch:
        uses = self.rings(spot.block).uses[spot.ring]
        pieces: list[Piece] = []
        for piece, is_last in self._pieces(uses, spot, forward):
            up = piece.backwards != forward
            # A place at the end of a piece is a node, which is asked about by itself.
            row = self._store.execute(
                _HERE if up else _HERE_BACK,
                (piece.arc, piece.low + AT_NODE, piece.high - AT_NODE, own),
            ).fetchone()
            if row is not None:
                key, owner, measure = row
                low, high = (piece.low, measure) if up else (measure, piece.high)
                pieces.append(Piece(piece.arc, low, high, piece.backwards))
                return Stretch(tuple(pieces), key, owner)
            pieces.append(piece)
            if not is_last:
                arc = self.arc(piece.arc)
                met = self._at_node(arc.last if up else arc.first, own)
                if met is not None:
                    return Stretch(tuple(pieces), *met)
        return Stretch(tuple(pieces), None, "")

    def _pieces(
        self, uses: tuple[Use, ...], spot: Spot, forward: bool
    ) -> Iterator[tuple[Piece, bool]]:
        """Yield a whole ring from a place on, in parts of arcs, and whether each is the last one."""
        count = len(uses)
        step = 1 if forward else -1
        order = [(spot.use + step * at) % count for at in range(count)]
        length = self.arc(uses[spot.use][0]).length
        after, before = (spot.use, spot.walked, length), (spot.use, 0.0, spot.walked)
        rest = [(use, 0.0, self.arc(uses[use][0]).length) for use in order[1:]]
        parts = [after, *rest, before] if forward else [before, *rest, after]
        there = [part for part in parts if part[2] > part[1]]
        for at, (use, start, stop) in enumerate(there):
            arc, backwards = uses[use]
            long = self.arc(arc).length
            low, high = (long - stop, long - start) if backwards else (start, stop)
            yield Piece(arc, low, high, backwards), at == len(there) - 1

    def _at_node(self, node: int, own: int) -> tuple[int, str] | None:
        for query in (_NODE, _NODE_LAST):
            row = self._store.execute(query, (node, AT_NODE, own)).fetchone()
            if row is not None:
                return int(row[0]), str(row[1])
        return None

    def _spots_at_node(self, node: int) -> list[Spot]:
        found = []
        arcs = self.arcs_at(node)
        blocks = [side for arc in arcs for side in (self.arc(arc).right, self.arc(arc).left)]
        for block in dict.fromkeys(blocks):
            rings = self.rings(block)
            uses = {place for arc in arcs for place in rings.places.get(arc, ())}
            for ring, use in sorted(uses):
                arc, backwards = rings.uses[ring][use]
                if (self.arc(arc).last if backwards else self.arc(arc).first) == node:
                    found.append(Spot(block, ring, use, 0.0))
        return found

    def _read_arc(self, number: int) -> Arc:
        return read_arc(self._store, number)

    def _read_rings(self, block: str) -> Rings:
        row = self._store.execute("select rings from blocks where code = ?", (block,)).fetchone()
        if row is None:
            return Rings((), {}, (), (), ())
        found = sorted(json.loads(row[0]), key=lambda ring: int(ring["number"]))
        uses = tuple(
            clockwise([(arc, bool(back)) for arc, back in ring["arcs"]], bool(ring["outer"]))
            for ring in found
        )
        long = dict(
            self._store.execute(
                "select id - 1, length_m from line where left_block = ? or right_block = ?",
                (block, block),
            )
        )
        places: dict[int, list[tuple[int, int]]] = {}
        starts, lengths = [], []
        for ring, of in enumerate(uses):
            ends = list(accumulate((long[arc] for arc, _ in of), initial=0.0))
            starts.append(tuple(ends[:-1]))
            lengths.append(ends[-1])
            for use, (arc, _) in enumerate(of):
                places.setdefault(arc, []).append((ring, use))
        begins = tuple(float(ring["begin"]) for ring in found)
        return Rings(uses, places, tuple(starts), tuple(lengths), begins)
