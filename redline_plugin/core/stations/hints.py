"""Signs of a wrong unit, from the mean of all stations and days."""

from __future__ import annotations

import numpy as np

from redline_plugin.core.declare.model import Hint
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.stations.reader import DailyData
from redline_plugin.core.stations.variables import HUMIDITY, RAIN, TEMPERATURE, WIND, Variable
from redline_plugin.core.text import N_, msg, title

HINTS: dict[Variable, Hint] = {
    RAIN: Hint(0.02, 15.0, N_("Usual is 0.02 to 15 mm a day; is the unit the one chosen?")),
    TEMPERATURE: Hint(-25.0, 32.0, N_("Usual is -25 to 32 °C; is the unit the one chosen?")),
    WIND: Hint(0.3, 12.0, N_("Usual is 0.3 to 12 m/s; is the unit the one chosen?")),
    HUMIDITY: Hint(0.1, 0.95, N_("Usual is 10 to 95 %; is the unit the one chosen?")),
}


def check_units(data: DailyData, feedback: Feedback) -> None:
    """Warn of means that no unit but another one would explain."""
    sums = dict.fromkeys(data.variables, 0.0)
    days = dict.fromkeys(data.variables, 0)
    for series in data:
        for variable, values in series.values.items():
            known = ~np.isnan(values)
            sums[variable] += float(values[known].sum(dtype=np.float64))
            days[variable] += int(np.count_nonzero(known))
    for variable, hint in HINTS.items():
        if not days.get(variable):
            continue
        mean = sums[variable] / days[variable]
        low, high = hint.low, hint.high
        if (low is not None and mean < low) or (high is not None and mean > high):
            feedback.warn(
                msg(
                    "{title}: the mean of all values is {mean:.4g} {unit}. {text}",
                    title=title(variable.title),
                    mean=mean,
                    unit=variable.unit,
                    text=title(hint.text),
                )
            )
