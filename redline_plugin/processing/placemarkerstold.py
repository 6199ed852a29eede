"""What ``redline:placemarkers`` tells of a placement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.marker import (
    KIND_TITLES,
    REASON_TITLES,
    RETIRED,
    WITNESS,
)
from redline_plugin.core.text import joined, msg, title

if TYPE_CHECKING:
    from redline_plugin.core.survey.placing.notkept import NotKept
    from redline_plugin.core.survey.placing.place import Placement
    from redline_plugin.core.survey.placing.rows import Row


def tell(
    placement: Placement, rows: Sequence[Row], not_kept: Sequence[NotKept], feedback: Feedback
) -> None:
    """Tell how many markers there are, why, that fewer cannot be, and what is not kept."""
    force = [row.marker for row in rows if row.marker.state != RETIRED]
    kinds = Counter(marker.kind for marker in force)
    feedback.info(
        msg(
            "{count} markers ({kinds}).",
            count=sum(kinds.values()) - kinds[WITNESS],
            kinds=joined(
                [
                    msg("{kind}: {count}", kind=title(KIND_TITLES[kind]), count=kinds[kind])
                    for kind in KIND_TITLES
                    if kinds[kind]
                ]
            ),
        )
    )
    reasons = Counter(
        reason for marker in force if marker.kind != WITNESS for reason in marker.reasons.split(",")
    )
    feedback.info(
        msg(
            "Why they stand there (one may have several reasons): {reasons}.",
            reasons=joined(
                [
                    msg("{reason}: {count}", reason=title(text), count=reasons[reason])
                    for reason, text in REASON_TITLES.items()
                    if reasons[reason]
                ]
            ),
        )
    )
    if placement.thinned:
        feedback.info(
            msg(
                "{thinned} more corners need none: a sharper one or a junction is nearer than {metres} m.",
                thinned=placement.thinned,
                metres=f"{placement.scene.rules.markers.least_apart_m.number:g}",
            )
        )
    feedback.info(
        msg(
            "Fewer cannot be: going from each place that must have a marker as far as the rules "
            "allow, {bound} are needed.",
            bound=placement.fewest,
        )
    )
    _tell_earlier(placement, rows, feedback)
    _tell_not_kept(not_kept, feedback)


def _tell_earlier(placement: Placement, rows: Sequence[Row], feedback: Feedback) -> None:
    existing = placement.existing
    if not existing.markers and not existing.lost:
        return
    before = {marker.marker: marker for marker in (*existing.markers, *existing.lost)}
    kept = [row for row in rows if row.marker.marker in before and row.marker.state != RETIRED]
    retired = [
        row
        for row in rows
        if row.marker.state == RETIRED and before[row.marker.marker].state != RETIRED
    ]
    new = [row for row in rows if row.marker.marker not in before]
    feedback.info(
        msg(
            "Of the earlier layer, {kept} markers stay and {retired} are retired; {new} are new.",
            kept=len(kept),
            retired=len(retired),
            new=len(new),
        )
    )


def _tell_not_kept(not_kept: Sequence[NotKept], feedback: Feedback) -> None:
    from redline_plugin.core.survey.placing.notkept import RULE_TITLES

    if not not_kept:
        feedback.info(msg("Every rule that was looked at is kept."))
        return
    rules = Counter(one.rule for one in not_kept)
    feedback.warn(
        msg(
            "Rules are not kept in {count} places: {rules}. The layer of exceptions tells where and "
            "why.",
            count=len(not_kept),
            rules=joined(
                [
                    msg("{rule}: {count}", rule=title(text), count=rules[rule])
                    for rule, text in RULE_TITLES.items()
                    if rules[rule]
                ]
            ),
        )
    )
