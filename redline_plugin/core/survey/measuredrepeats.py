"""One measurement for each number: the mean of several, or the latest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from redline_plugin.core.boundary.collapse import Floats, Ints
from redline_plugin.core.survey.measured import Measured
from redline_plugin.core.survey.measuredvalues import key_of, moments_of
from redline_plugin.core.survey.resultschoices import LATEST
from redline_plugin.core.text import Message, msg


@dataclass(frozen=True)
class Once:
    """Measurements with one for each number.

    Attributes:
        measured: in the order in which numbers first appear.
        times: (n,) how often each was measured.
        spread_m: (n,) how far the farthest of its measurements lies from their mean, m; 0 for one.
        how: MEAN or LATEST.
    """

    measured: Measured
    times: Ints
    spread_m: Floats
    how: str


def one_each(measured: Measured, how: str) -> Once:
    """Put measurements of one number together.

    Of a mean, the accuracy is the worst of its measurements, the satellites the fewest, the PDOP the
    largest; texts are joined. The latest is told by its time, and by its place in the file where
    times cannot be read or are the same.
    """
    group = _groups(measured)
    count = int(group.max(initial=-1)) + 1
    times = np.bincount(group, minlength=count)
    mean = _means(measured.places, group, times)
    away = np.hypot(*(measured.places - mean[group]).T)
    spread = np.zeros(count)
    np.maximum.at(spread, group, away)
    spread[times == 1] = 0.0
    last, told = _latest(measured, group, count)
    several = np.flatnonzero(times > 1)
    if len(several) == 0:
        return Once(_rows(measured, last), times, spread, how)
    if how == LATEST:
        found = replace(_rows(measured, last), warnings=(*measured.warnings, *told))
        return Once(found, times, spread, how)
    return Once(_mean_of(measured, group, last, mean, times), times, spread, how)


def _groups(measured: Measured) -> Ints:
    """Return a number for each measurement, the same for the same marker, in their order."""
    known: dict[object, int] = {}
    return np.array(
        [
            known.setdefault(of if of >= 0 else key_of(number), len(known))
            for of, number in zip(measured.of.tolist(), measured.numbers)
        ],
        dtype=np.int64,
    )


def _means(values: Floats, group: Ints, times: Ints) -> Floats:
    """Return the mean place of each group; of one, the place itself, bit for bit."""
    # From the first of each: the sum of large coordinates would lose digits.
    first = np.full(len(times), len(group), dtype=np.int64)
    np.minimum.at(first, group, np.arange(len(group)))
    base = values[first]
    offset = values - base[group]
    mean = np.column_stack([np.bincount(group, side, len(times)) for side in offset.T])
    return np.asarray(base + mean / times[:, None])


def _latest(measured: Measured, group: Ints, count: int) -> tuple[Ints, list[Message]]:
    """Return the latest measurement of each group; tell when times do not say which it is."""
    repeated = np.flatnonzero(np.bincount(group, minlength=count)[group] > 1)
    moment = np.full(len(group), -np.inf)
    moment[repeated] = moments_of([measured.time[at] for at in repeated.tolist()])
    untold = np.isnan(moment)
    moment[untold] = -np.inf
    order = np.lexsort((np.arange(len(group)), moment, group))
    last = np.zeros(count, dtype=np.int64)
    last[group[order]] = order
    told = []
    if untold.any():
        told.append(
            msg(
                "{count} measurements of numbers measured more than once have no time that can be "
                "read; those lower in the file count as later.",
                count=int(np.count_nonzero(untold)),
            )
        )
    return last, told


def _rows(measured: Measured, rows: Ints) -> Measured:
    at = rows.tolist()

    def of(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(texts[each] for each in at)

    return replace(
        measured,
        numbers=of(measured.numbers),
        of=measured.of[rows],
        places=measured.places[rows],
        height=measured.height[rows],
        accuracy=measured.accuracy[rows],
        satellites=measured.satellites[rows],
        pdop=measured.pdop[rows],
        time=of(measured.time),
        who=of(measured.who),
        remark=of(measured.remark),
        photos=of(measured.photos),
        where=of(measured.where),
    )


def _mean_of(measured: Measured, group: Ints, last: Ints, mean: Floats, times: Ints) -> Measured:
    found = _rows(measured, last)
    members: dict[int, list[int]] = {}
    for at in np.flatnonzero(times[group] > 1).tolist():
        members.setdefault(int(group[at]), []).append(at)

    def worst(values: Floats, one_each: Floats, which: np.ufunc) -> Floats:
        result = one_each.copy()
        for number, of in members.items():
            result[number] = which.reduce(values[of])
        return result

    def joined(texts: Sequence[str], one_each: tuple[str, ...], sign: str) -> tuple[str, ...]:
        result = list(one_each)
        for number, of in members.items():
            result[number] = sign.join(filter(None, dict.fromkeys(texts[at] for at in of)))
        return tuple(result)

    height = found.height.copy()
    for number, of in members.items():
        known = measured.height[of][np.isfinite(measured.height[of])]
        height[number] = known.mean() if len(known) else np.nan
    return replace(
        found,
        places=mean,
        height=height,
        accuracy=worst(measured.accuracy, found.accuracy, np.fmax),
        satellites=worst(measured.satellites, found.satellites, np.fmin),
        pdop=worst(measured.pdop, found.pdop, np.fmax),
        who=joined(measured.who, found.who, ";"),
        remark=joined(measured.remark, found.remark, ";"),
        photos=joined(measured.photos, found.photos, ";"),
        where=joined(measured.where, found.where, ", "),
    )
