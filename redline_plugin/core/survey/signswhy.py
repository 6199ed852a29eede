"""Why no sign serves something that asks for one."""

from __future__ import annotations

from redline_plugin.core.boundary.collapse import Bools
from redline_plugin.core.survey.rules import SignRules
from redline_plugin.core.survey.signsdemand import Demand
from redline_plugin.core.survey.signssites import Served
from redline_plugin.core.text import Message, msg


def why_not(
    demand: Demand,
    place: int,
    served: Served,
    crowded: Bools,
    rules: SignRules,
    limit: int | None,
    used: int,
    wanted: int,
) -> Message:
    """Return why no sign serves a demand.

    Args:
        demand: that it is about; place: its position in ``served``.
        served: which places serve what; crowded: which places are too near to a sign that is there.
        rules: reach and distance between signs.
        limit: new signs that the budget leaves, None for no limit.
        used: new signs; wanted: as many serve all that can be served.
    """
    reach = rules.reach_m.number
    if demand.away_m > reach:
        return msg(
            "The line is {away} m away, and a sign's reach is {reach} m.",
            away=f"{demand.away_m:.0f}",
            reach=f"{reach:g}",
        )
    mine = served.place[served.demand == place]
    if len(mine) == 0 and served.near[place]:
        return msg(
            "The ground hides it from all {count} places on the line that are in reach.",
            count=int(served.near[place]),
        )
    if len(mine) == 0:
        return msg(
            "All of the line within {reach} m of it lies on roads, in water or where no sign can "
            "stand.",
            reach=f"{reach:g}",
        )
    if crowded[mine].all():
        return msg(
            "Every place that serves it is nearer than {apart} m to a sign that is there.",
            apart=f"{rules.least_apart_m.number:g}",
        )
    if limit is not None and used >= limit:
        return msg(
            "The budget is used up; {wanted} new signs would serve all that can be served.",
            wanted=wanted,
        )
    return msg(
        "A sign for it would be nearer than {apart} m to others, which serve more.",
        apart=f"{rules.least_apart_m.number:g}",
    )
