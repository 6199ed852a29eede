"""What the algorithms of climate stations tell of days without a record."""

from __future__ import annotations

import math
from collections.abc import Sequence

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.gaps import AbsentDays, Counted, Gaps
from redline_plugin.core.text import Message, msg

_LISTED = 20


def names(stations: Sequence[str]) -> str:
    """Return the first stations in one line."""
    return ", ".join(stations[:_LISTED]) + (" …" if len(stations) > _LISTED else "")


def tell_absent(title: Message, counts: Sequence[Counted], gaps: Gaps, feedback: Feedback) -> None:
    """Tell how many days without a record are in the periods that count; no word of none."""
    absent = sum(item.days_absent for item in counts)
    if not absent:
        return
    share = 100.0 * absent / sum(item.days_used for item in counts)
    if gaps.absent is AbsentDays.SCALED:
        feedback.info(
            msg(
                "{title}: {days} days without a record ({share:.2g} %) are in periods that count; "
                "sums are scaled to all days.",
                title=title,
                days=absent,
                share=share,
            )
        )
        return
    feedback.warn(
        msg(
            "{title}: {days} days without a record ({share:.2g} %) are in periods that count, and "
            "are left out of sums, which are too low by about as much.",
            title=title,
            days=absent,
            share=share,
        )
    )


def tell_added(
    title: Message,
    sums: Sequence[tuple[str, float, float]],
    gaps: Gaps,
    feedback: Feedback,
) -> None:
    """Tell how much scaling has added to a sum; no word of nothing.

    Args:
        title: of the sum, with its unit.
        sums: by station its id, the sum, and how much of it was added.
        gaps: the rule.
        feedback: is told.
    """
    known = [item for item in sums if math.isfinite(item[1]) and item[2] > 0]
    if gaps.absent is not AbsentDays.SCALED or not known:
        return
    station, total, added = max(known, key=lambda item: item[2] / item[1])
    feedback.info(
        msg(
            "{title}: scaling for days without a record added {added:.4g} to {total:.4g} at station "
            "{station}, which is the most ({percent:.2g} %); {count} stations have such days.",
            title=title,
            added=added,
            total=total - added,
            percent=100.0 * added / (total - added),
            station=station,
            count=len(known),
        )
    )
