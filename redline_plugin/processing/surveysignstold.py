"""What ``redline:placesigns`` tells: how good the choice is, and what is not served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from redline_plugin.core.feedback import Feedback
from redline_plugin.core.survey.marker import TITLES, VILLAGE
from redline_plugin.core.survey.rules import SignRules
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr

if TYPE_CHECKING:
    from redline_plugin.core.survey.signs import SignPlan

UNSERVED_FIELDS = (
    ("what", str, N_("What (code)")),
    ("name", str, N_("Name")),
    ("weight", float, TITLES["weight"]),
    ("away_m", float, N_("Distance from the line [m]")),
    ("why", str, N_("Why not served")),
)


def unserved_rows(plan: SignPlan) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield what no sign serves: a point and the values of UNSERVED_FIELDS."""
    import shapely

    for at, why in plan.unserved:
        demand = plan.demands[at]
        yield (
            shapely.Point(*demand.place),
            (
                demand.kind,
                demand.called().render(tr),
                demand.weight,
                demand.away_m,
                why.render(tr),
            ),
        )


def tell(plan: SignPlan, rules: SignRules, budget: int, feedback: Feedback) -> None:
    """Tell how good the choice is, and what the user may want to change."""
    standing = len(plan.signs) - plan.new
    feedback.info(
        msg(
            "{demands} things ask for a sign, with the weight {total}; {servable} of it can be served. "
            "{sites} places on the line were compared, in {parts} parts.",
            demands=len(plan.demands),
            total=f"{plan.total_weight:g}",
            servable=f"{plan.servable_weight:g}",
            sites=plan.sites,
            parts=plan.parts,
        )
    )
    if plan.limited:
        feedback.info(
            msg(
                "{new} new signs and {standing} that were there serve the weight {weight}; so many "
                "serve {bound} at most (gap {gap} %). {full} new ones would serve all.",
                new=plan.new,
                standing=standing,
                weight=f"{plan.weight:g}",
                bound=f"{plan.most_weight:g}",
                gap=f"{100.0 * plan.gap:.2f}",
                full=plan.full_new,
            )
        )
    elif plan.new == 0:
        feedback.info(
            msg(
                "{standing} signs that were there serve the weight {weight}; no new one would serve more.",
                standing=standing,
                weight=f"{plan.weight:g}",
            )
        )
    else:
        feedback.info(
            msg(
                "{new} new signs and {standing} that were there serve the weight {weight}; fewer than "
                "{least} new ones cannot (gap {gap} %).",
                new=plan.new,
                standing=standing,
                weight=f"{plan.weight:g}",
                least=plan.least_new,
                gap=f"{100.0 * plan.gap:.2f}",
            )
        )
    if 0 < budget < plan.serving:
        feedback.warn(
            msg(
                "{standing} signs are there already; the budget is {budget}. No new one was placed.",
                standing=plan.serving,
                budget=budget,
            )
        )
    reach = rules.reach_m.number
    far = sum(
        plan.demands[at].kind == VILLAGE and plan.demands[at].away_m > reach
        for at, _ in plan.unserved
    )
    if far:
        feedback.warn(
            msg(
                "{count} villages are within {within} m of the line, but farther than a sign's reach of "
                "{reach} m: no sign on the line serves them. The two numbers of the rule set differ.",
                count=far,
                within=f"{rules.village_within_m.number:g}",
                reach=f"{reach:g}",
            )
        )
    if plan.blind:
        feedback.warn(
            msg(
                "For {count} pairs of a place and what it would serve there is no elevation; the sign "
                "counts as seen.",
                count=plan.blind,
            )
        )
