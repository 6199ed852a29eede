"""Field results in figures: for each kind of boundary and for all, as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redline_plugin.core.boundary.collapse import Ints
from redline_plugin.core.boundary.kinds import KIND_TITLES
from redline_plugin.core.survey.marker import ACCEPTED
from redline_plugin.core.survey.results import (
    BEYOND,
    EARLIER,
    MISSING,
    NONE,
    NOTHING,
    UNLISTED,
    UNSURE,
    Results,
)
from redline_plugin.core.survey.resultsshift import Shift
from redline_plugin.core.survey.rules import ANY
from redline_plugin.core.text import N_, Message, Translate, msg

ALL = "all"
HEADS = (
    N_("Kind of boundary"),
    N_("Largest difference allowed [m]"),
    N_("To be measured"),
    N_("Measured"),
    N_("Accepted"),
    N_("Beyond the limit"),
    N_("Accuracy too low"),
    N_("Not measured"),
    N_("Outliers, left out of means"),
    N_("RMS [m]"),
    N_("Mean east [m]"),
    N_("Mean north [m]"),
    N_("Mean across [m]"),
    N_("Largest [m]"),
    N_("Largest at"),
)


@dataclass(frozen=True)
class Group:
    """Figures of some markers; nan where there is no difference.

    Attributes:
        boundary: kind of boundary, ALL for all.
        limits: smallest and largest limit, m.
        expected: markers at which something stands and that were not measured earlier.
        measured, accepted, beyond, unsure, missing, outliers: counts.
        rms, east, north, across: of differences without outliers, m.
        largest, largest_at: outliers too; number of its marker.
    """

    boundary: str
    limits: tuple[float, float]
    expected: int
    measured: int
    accepted: int
    beyond: int
    unsure: int
    missing: int
    outliers: int
    rms: float
    east: float
    north: float
    across: float
    largest: float
    largest_at: str


def groups_of(results: Results) -> list[Group]:
    """Return the figures of each kind of boundary in order, and of all at the end."""
    kinds = np.array(results.designed.boundary, dtype=object)
    order = [*KIND_TITLES, ANY]
    present = sorted(set(results.designed.boundary), key=order.index)
    found = [_group(results, kind, np.flatnonzero(kinds == kind)) for kind in present]
    return [*found, _group(results, ALL, np.arange(len(kinds)))]


def _group(results: Results, kind: str, at: Ints) -> Group:
    verdicts = [results.verdict[each] for each in at.tolist()]
    counts = {verdict: verdicts.count(verdict) for verdict in set(verdicts)}
    there = at[np.isfinite(results.distance[at])]
    good = there[~results.outlier[there]]
    limits = results.limit[at]
    across = results.across[good][np.isfinite(results.across[good])]
    mean = results.delta[good].mean(axis=0) if len(good) else np.full(2, np.nan)
    largest = there[int(np.argmax(results.distance[there]))] if len(there) else NONE
    return Group(
        kind,
        (float(limits.min()), float(limits.max())) if len(at) else (np.nan, np.nan),
        len(at) - sum(counts.get(verdict, 0) for verdict in (EARLIER, NOTHING, UNLISTED)),
        len(there),
        counts.get(ACCEPTED, 0),
        counts.get(BEYOND, 0),
        counts.get(UNSURE, 0),
        counts.get(MISSING, 0),
        int(results.outlier[at].sum()),
        float(np.sqrt(np.mean(results.distance[good] ** 2))) if len(good) else np.nan,
        float(mean[0]),
        float(mean[1]),
        float(across.mean()) if len(across) else np.nan,
        float(results.distance[largest]) if largest != NONE else np.nan,
        results.designed.numbers[largest] if largest != NONE else "",
    )


def cells_of(group: Group, translate: Translate) -> list[str]:
    """Return a group as texts under HEADS."""
    low, high = group.limits
    limit = number(low) if low == high else f"{number(low)}–{number(high)}"
    name = (
        N_("All") if group.boundary == ALL else KIND_TITLES.get(group.boundary, N_("Unknown kind"))
    )
    return [
        translate(name),
        limit,
        *(
            str(count)
            for count in (
                group.expected,
                group.measured,
                group.accepted,
                group.beyond,
                group.unsure,
                group.missing,
                group.outliers,
            )
        ),
        number(group.rms),
        *(number(value, signed=True) for value in (group.east, group.north, group.across)),
        number(group.largest),
        group.largest_at,
    ]


def number(value: float, *, signed: bool = False) -> str:
    """Return metres to a millimetre; "" for nan."""
    if np.isnan(value):
        return ""
    return f"{value:+.3f}" if signed else f"{value:.3f}"


def verdict_of(results: Results) -> Message:
    """Return the outcome in a sentence."""
    whole = _group(results, ALL, np.arange(results.designed.count))
    return msg(
        "{accepted} of {expected} markers are accepted, {beyond} differ by more than is allowed, {unsure} "
        "were measured too roughly, {missing} were not measured; {unlisted} measured numbers are not "
        "on the list.",
        accepted=whole.accepted,
        expected=whole.expected,
        beyond=whole.beyond,
        unsure=whole.unsure,
        missing=whole.missing,
        unlisted=len(results.unlisted) + results.verdict.count(UNLISTED),
    )


def shift_cells(shift: Shift, translate: Translate) -> list[tuple[str, str]]:
    """Return the test for a common shift as names and values."""
    said = N_("yes, see the warning") if shift.systematic else N_("no")
    return [
        (translate(N_("Differences")), str(shift.count)),
        (translate(N_("Mean east [m]")), number(float(shift.mean[0]), signed=True)),
        (translate(N_("Mean north [m]")), number(float(shift.mean[1]), signed=True)),
        (translate(N_("Length of the mean [m]")), number(shift.size_m)),
        (translate(N_("Azimuth of the mean [degrees]")), f"{shift.azimuth_deg:.1f}"),
        (translate(N_("Scatter around the mean [m]")), number(shift.scatter_m)),
        (
            translate(N_("Chance of such a mean without a common shift")),
            "< 0.0001" if shift.chance < 1e-4 else f"{shift.chance:.4f}",
        ),
        (translate(N_("Shifted together")), translate(said)),
    ]


def as_csv(results: Results, shift: Shift, notes: Sequence[Message], translate: Translate) -> str:
    """Return the figures as CSV with a byte order mark, which spreadsheets need to read Chinese.

    The table by kind of boundary comes first, the test for a common shift and the notes below it.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([translate(head) for head in HEADS])
    writer.writerows(cells_of(group, translate) for group in groups_of(results))
    writer.writerow([])
    writer.writerows(shift_cells(shift, translate))
    if notes:
        writer.writerow([])
        writer.writerows([note.render(translate)] for note in notes)
    return "\ufeff" + text.getvalue()
