"""A look at samples of the inputs before work: units that look wrong, masks that do not fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from redline_plugin.core.declare.model import Hint, RasterInput
from redline_plugin.core.declare.pieces import Mask, Reading, read_band
from redline_plugin.core.declare.prepare import Key, Preparation, Prepared
from redline_plugin.core.declare.products import Codes, other_product
from redline_plugin.core.feedback import Feedback, stop_if_cancelled
from redline_plugin.core.raster.grid import Grid, Window
from redline_plugin.core.raster.source import AlignedReader
from redline_plugin.core.text import Message, joined, msg, title

SIDE = 128
ALONG = 6
"""At most 6 x 6 windows of 128 x 128 pixels are looked at, spread evenly."""

LONELY_SHARE = 0.2
"""Told, when one input alone leaves out so much of what all others have. Redline's own limit."""

SAME_SHARE = 0.95
"""Told, when outside all other inputs so much of one is a single value. Redline's own limit."""

FILL_SHARE = 0.5
"""A value outside the valid range is taken for nodata when so much of what is outside has it."""

CONSTANT_SHARE = 0.05
"""Told, when so much of an input is one value so low that it looks like nodata. Redline's own limit."""

WHOLE = (60.0, 150.0)
"""Told, when the means of what should be 100 % together sum to less or more. Redline's own limit."""

_THINNED = 64
"""So many rows and columns of a window, at most, are kept to find what few values exceed."""

_LEAST_PIXELS = 100
_SEASONS = 4


@dataclass
class _Look:
    """What the samples told of one input."""

    present: int = 0
    total: float = 0.0
    beyond: int = 0
    fills: Counter[float] = field(default_factory=Counter)
    lowest: Counter[float] = field(default_factory=Counter)
    thinned: list[NDArray] = field(default_factory=list)
    codes: Codes = field(default_factory=Codes)
    alone_missing: int = 0
    others_valid: int = 0
    outside_others: Counter[float] = field(default_factory=Counter)


def sample_windows(grid: Grid) -> list[Window]:
    """Return the windows that are looked at; all of a small grid."""
    xs, width = _places(grid.width)
    ys, height = _places(grid.height)
    return [Window(x, y, width, height) for y in ys for x in xs]


def _places(pixels: int) -> tuple[list[int], int]:
    if pixels <= SIDE * ALONG:
        side = min(SIDE, pixels)
        # Whole windows; what is left at the end is covered by an overlapping one.
        places = list(range(0, pixels - side + 1, side))
        if places[-1] + side < pixels:
            places.append(pixels - side)
        return places, side
    gap = (pixels - SIDE) / (ALONG - 1)
    return [round(gap * number) for number in range(ALONG)], SIDE


def look_for_signs(preparation: Preparation, feedback: Feedback) -> list[list[Message]]:
    """Return warnings about inputs that look wrong, from samples, for each job.

    Raises:
        CancelledError: the user asked to stop.
    """
    looks: list[dict[str, _Look]] = [
        {item.name: _Look() for item in job.given()} for job in preparation.jobs
    ]
    with preparation.readers() as readers:
        for window in sample_windows(preparation.grid):
            stop_if_cancelled(feedback)
            for job, look in zip(preparation.jobs, looks):
                for item in job.given():
                    for key in _bands_of_the_year(job, item):
                        _add_to_mean(look[item.name], readers[key], window, item.valid)
                    if item.table is not None and item.table.others:
                        look[item.name].codes.add(readers[job.keys[item.name][0]], window)
                _visit(job, look, {k: read_band(readers[k], window, 0) for k in _keys(job)})
    return [
        [
            *[sign for item in job.given() for sign in _signs(job, item, look[item.name])],
            *_no_whole(job, look),
        ]
        for job, look in zip(preparation.jobs, looks)
    ]


def _bands_of_the_year(job: Prepared, item: RasterInput) -> tuple[Key, ...]:
    """Return the bands that tell the mean: one of each season, where there are months."""
    parts = {name for names in job.job.model.wholes for name in names}
    looked_at = item.hints or item.fill_from is not None or item.name in parts
    if not looked_at or item.is_class:
        return ()
    keys = job.keys[item.name]
    return keys[:: max(1, len(keys) // _SEASONS)]


def _add_to_mean(
    look: _Look,
    reader: AlignedReader,
    window: Window,
    valid: tuple[float | None, float | None],
) -> None:
    # Also of values outside the valid range: a wrong unit is what puts them there.
    values, inside = reader.look(window)
    found = values[reader.present(values, inside)]
    look.present += found.size
    look.total += float(found.sum(dtype=np.float64))
    if not found.size:
        return
    step = max(1, -(-max(values.shape) // _THINNED))
    here = values[::step, ::step]
    look.thinned.append(
        here[reader.present(here, None if inside is None else inside[::step, ::step])].astype(
            np.float32
        )
    )
    lowest = found.min()
    look.lowest[float(lowest)] += int(np.count_nonzero(found == lowest))
    low, high = valid
    beyond = np.zeros(found.shape, dtype=bool)
    if low is not None:
        beyond |= found < low
    if high is not None:
        beyond |= found > high
    outside, counts = np.unique(found[beyond], return_counts=True)
    if outside.size:
        look.beyond += int(counts.sum())
        most = int(np.argmax(counts))
        look.fills[float(outside[most])] += int(counts[most])


def _without_fill(look: _Look) -> tuple[int, float, float | None]:
    """Return count, sum, and the value that fills what is outside: one that most of it has."""
    # Where nothing lies in the valid range there are no data for a value to fill the outside of.
    if look.fills and look.present > look.beyond:
        value, count = look.fills.most_common(1)[0]
        if count >= FILL_SHARE * look.beyond:
            return look.present - count, look.total - value * count, value
    return look.present, look.total, None


def _keys(job: Prepared) -> list[Key]:
    # One band stands for a stack: months and years have one mask.
    return list(dict.fromkeys(keys[len(keys) // 2] for keys in job.keys.values()))


def _visit(job: Prepared, looks: dict[str, _Look], read: dict[Key, Reading]) -> None:
    masks: dict[str, NDArray[np.bool_]] = {}
    values: dict[str, NDArray] = {}
    for item in job.given():
        keys = job.keys[item.name]
        reading = read[keys[len(keys) // 2]]
        masks[item.name] = _whole(reading.valid, reading.values.shape)
        values[item.name] = reading.values
    strict = [item.name for item in job.given() if not item.lenient]
    for name in strict:
        others = [masks[other] for other in strict if other != name]
        if not others:
            continue
        look, mask = looks[name], masks[name]
        all_others = np.logical_and.reduce(others)
        look.others_valid += int(np.count_nonzero(all_others))
        look.alone_missing += int(np.count_nonzero(all_others & ~mask))
        outside = mask & ~np.logical_or.reduce(others)
        found, counts = np.unique(values[name][outside], return_counts=True)
        look.outside_others.update(
            {float(value): int(count) for value, count in zip(found, counts)}
        )


def _whole(mask: Mask, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    return np.ones(shape, dtype=bool) if mask is None else mask


def _signs(job: Prepared, item: RasterInput, look: _Look) -> list[Message]:
    found: list[Message] = []
    present, total, fill = _without_fill(look)
    if fill is not None and look.fills[fill] >= _LEAST_PIXELS:
        found.append(
            msg(
                "{name}: about {share:.0f} % of the samples are {value:g}, outside the valid range. "
                "It is taken for nodata; declare it as such in the file.",
                name=item.called,
                share=100.0 * look.fills[fill] / look.present,
                value=fill,
            )
        )
    scale = float(job.names[item.scale.lower()]) if item.scale else 1.0
    if present:
        found += _wrong_unit(item, look, total / present, fill, scale)
    found += _constant(item, look, fill, scale)
    if item.table is not None and item.table.others:
        found += other_product(item, job.lookups[item.name], look.codes)
    if look.others_valid >= _LEAST_PIXELS:
        share = look.alone_missing / look.others_valid
        if share >= LONELY_SHARE:
            found.append(
                msg(
                    "{name} alone leaves out about {share:.0f} % of the area that all other inputs "
                    "cover. Does it cover the area, and is its nodata value right?",
                    name=item.called,
                    share=100 * share,
                )
            )
    outside = sum(look.outside_others.values())
    if outside >= _LEAST_PIXELS:
        value, count = look.outside_others.most_common(1)[0]
        if count >= SAME_SHARE * outside:
            found.append(
                msg(
                    "{name} is {value:g} nearly everywhere outside the other inputs. Is that its "
                    "nodata value, not declared?",
                    name=item.called,
                    value=value,
                )
            )
    return found


def _wrong_unit(
    item: RasterInput, look: _Look, mean: float, fill: float | None, scale: float
) -> list[Message]:
    """Return what the first of the input's hints that applies tells."""
    unit = item.unit if item.unit != "1" else ""
    for hint in item.hints:
        if hint.percent is None:
            if _suspect(mean / scale, hint):
                return [
                    msg(
                        "{name}: the mean of samples is {mean:.4g} {unit}. {hint}",
                        name=item.called,
                        mean=mean,
                        unit=item.unit,
                        hint=title(hint.text),
                    )
                ]
            continue
        values = np.concatenate(look.thinned) if look.thinned else np.empty(0, np.float32)
        if fill is not None:
            values = values[values != np.float32(fill)]
        if not values.size or not values.any():
            continue
        limit = float(np.quantile(values, hint.percent / 100.0))
        if _suspect(limit / scale, hint):
            return [
                msg(
                    "{name}: {percent:g} % of the samples are at most {limit:.4g}{unit}. {hint}",
                    name=item.called,
                    percent=hint.percent,
                    limit=limit,
                    unit=f" {unit}" if unit else "",
                    hint=title(hint.text),
                )
            ]
    return []


def _suspect(value: float, hint: Hint) -> bool:
    return (hint.low is not None and value < hint.low) or (
        hint.high is not None and value > hint.high
    )


def _constant(item: RasterInput, look: _Look, fill: float | None, scale: float) -> list[Message]:
    """Return a suspicion of nodata inside the valid range: one low value over much of the area."""
    if item.fill_from is None or not look.lowest:
        return []
    value, count = min(look.lowest.items())
    share = count / look.present
    few = count < _LEAST_PIXELS or share < CONSTANT_SHARE
    if value == fill or few or value / scale > item.fill_from:
        return []
    return [
        msg(
            "{name}: about {share:.0f} % of the samples are exactly {value:g}, the lowest value. It "
            "looks like the fill value of the product, and counts as a value here. Declare it as "
            "nodata in the file.",
            name=item.called,
            share=100.0 * share,
            value=value,
        )
    ]


def _no_whole(job: Prepared, looks: dict[str, _Look]) -> list[Message]:
    """Return where the means of inputs that are parts of one whole do not sum to about 100 %."""
    found: list[Message] = []
    low, high = WHOLE
    for names in job.job.model.wholes:
        parts = [_without_fill(looks[name]) for name in names if name in looks]
        if len(parts) < len(names) or not all(present for present, _, _ in parts):
            continue
        items = [job.job.model.input(name) for name in names]
        means = [total / present for present, total, _ in parts]
        # Where one of them tells of its own unit, there is no need to tell it again.
        if any(_suspect(mean, hint) for item, mean in zip(items, means) for hint in item.hints):
            continue
        if not low <= sum(means) <= high:
            message = msg(
                "{names}: the means of samples sum to {sum:.4g} %, not to about 100 %. Are all of "
                "them in per cent? Values in g/kg are ten times larger.",
                names=joined([item.called for item in items]),
                sum=sum(means),
            )
            # Its name tells which outputs the warning concerns.
            found.append(replace(message, fields={**message.fields, "name": names[0]}))
    return found
