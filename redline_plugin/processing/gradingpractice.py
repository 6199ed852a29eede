"""Parameters of ``redline:gradefunction``: whose breaks, integers and their cap, what is left out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from redline_plugin.core.errors import InputError, Problem
from redline_plugin.core.feedback import Feedback
from redline_plugin.core.grade.rule import (
    GUIDE_PERCENTS,
    MAX_BREAKS,
    MIN_BREAKS,
    NATIONAL_PERCENTS,
    NO_CAP,
    NOT_POSITIVE_TITLES,
    CumulativeRule,
    Mode,
    NotPositive,
    Rule,
    too_few_or_many,
)
from redline_plugin.core.text import N_, msg
from redline_plugin.i18n import tr
from redline_plugin.processing.base import RedlineAlgorithm

PRACTICE = "PRACTICE"
EXTREME_PERCENT = "EXTREME_PERCENT"
IMPORTANT_PERCENT = "IMPORTANT_PERCENT"
OWN_BREAKS = "OWN_BREAKS"
RULE = "RULE"
MODE = "MODE"
CAP_PERCENTILE = "CAP_PERCENTILE"
NOT_POSITIVE = "NOT_POSITIVE"

THREE, NATIONAL, LISTED = range(3)
"""Options of PRACTICE."""

_CLASS_PERCENTS = (
    (EXTREME_PERCENT, N_("Extremely important: share of value [%]"), GUIDE_PERCENTS[0]),
    (IMPORTANT_PERCENT, N_("At least important: share of value [%]"), GUIDE_PERCENTS[1]),
)


def add_practice(algorithm: RedlineAlgorithm) -> None:
    """Add all choices of the grading of functions."""
    practice = QgsProcessingParameterEnum(
        PRACTICE,
        tr("Classes and breaks"),
        [
            tr("three classes, at 50 and 80 % or the two shares below (Guide; general knowledge)"),
            tr("four classes, at 50, 75 and 90 % (national work; read in S5 and S6)"),
            tr("my own list of breaks, below"),
        ],
        defaultValue=THREE,
    )
    practice.setHelp(
        tr(
            "Sources conflict. The Guide has three classes at 50 and 80 % (general knowledge, sure; "
            "its text was not found). National ten-year assessment work has four, extremely "
            "important, important, moderately important and generally important, at 50, 75 and 90 % "
            "(read). The highest class has the code 3 in every case, the next 2 and the lowest 1; "
            "classes between these have the codes 4 to 7, from the higher to the lower. So overlays "
            "find the same classes in every raster."
        )
    )
    algorithm.addParameter(practice)
    for name, text, default in _CLASS_PERCENTS:
        number = QgsProcessingParameterNumber(
            name,
            tr(text),
            QgsProcessingParameterNumber.Type.Double,
            default,
            minValue=0.01,
            maxValue=99.99,
        )
        number.setHelp(
            tr(
                "50 and 80 are the Guide's (general knowledge, sure; its text was not found). Used "
                "only with three classes by the two shares."
            )
        )
        algorithm.add_advanced(number)
    _add_own_breaks(algorithm)
    rule = QgsProcessingParameterEnum(
        RULE,
        tr("The value that crosses a limit"),
        [tr("belongs to the higher class (inclusive)"), tr("does not (exclusive)")],
        defaultValue=0,
    )
    rule.setHelp(
        tr(
            "Published national shares lie just above the limits, which fits the inclusive "
            "rule. No source states it."
        )
    )
    algorithm.add_advanced(rule)
    _add_integers(algorithm)
    not_positive = QgsProcessingParameterEnum(
        NOT_POSITIVE,
        tr("Pixels of 0 and below"),
        [tr(NOT_POSITIVE_TITLES[choice]) for choice in NotPositive],
        defaultValue=0,
    )
    not_positive.setHelp(
        tr(
            "They carry no service and never count in the sum. Left out, they have no class and "
            "count neither in the areas nor in their shares; their number and area are told. Leaving "
            "them out is Redline's advice; no public text settles it."
        )
    )
    algorithm.add_advanced(not_positive)


def _add_own_breaks(algorithm: RedlineAlgorithm) -> None:
    breaks = QgsProcessingParameterString(
        OWN_BREAKS, tr("My own breaks: cumulative shares of value [%]"), optional=True
    )
    breaks.setHelp(
        tr(
            "Two to six rising numbers between 0 and 100, such as 40, 60, 80, 95; they part one class "
            "more than there are numbers. Used only with one's own list; the source is the user. "
            "Names of classes under “moderately important” are Redline's own."
        )
    )
    algorithm.add_advanced(breaks)


def _add_integers(algorithm: RedlineAlgorithm) -> None:
    mode = QgsProcessingParameterEnum(
        MODE,
        tr("Values"),
        [tr("exact"), tr("the Guide's integers, Int(value / max × 100)")],
        defaultValue=0,
    )
    mode.setHelp(
        tr(
            "The integers reproduce results made by hand; they put all values under 1 % of the "
            "maximum into 0, and one outlier squeezes everything."
        )
    )
    algorithm.add_advanced(mode)
    cap = QgsProcessingParameterNumber(
        CAP_PERCENTILE,
        tr("Cap for the integers: percentile [%]"),
        QgsProcessingParameterNumber.Type.Double,
        NO_CAP,
        minValue=0.01,
        maxValue=NO_CAP,
    )
    cap.setHelp(
        tr(
            "Values above this percentile of the pixels above 0 count as that percentile, which "
            "stands in for the maximum; pixels are counted, not weighed by area. 100 cuts nothing "
            "off. Redline's own offer against outliers, in no norm; the report names it with the "
            "number of pixels cut off. Works only with the Guide's integers."
        )
    )
    algorithm.add_advanced(cap)


def read_practice(
    algorithm: RedlineAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: Feedback,
) -> CumulativeRule:
    """Return the choices; a list of breaks that is not used is told.

    Raises:
        InputError: the list of breaks is no list of two to six numbers.
    """
    practice = algorithm.parameterAsEnum(parameters, PRACTICE, context)
    listed = algorithm.parameterAsString(parameters, OWN_BREAKS, context)
    if listed.strip() and practice != LISTED:
        feedback.warn(
            msg("The list of breaks, {text}, is not used: other breaks are chosen.", text=listed)
        )
    if practice == THREE:
        percents = tuple(
            algorithm.parameterAsDouble(parameters, name, context) for name, _, _ in _CLASS_PERCENTS
        )
    elif practice == NATIONAL:
        percents = NATIONAL_PERCENTS
    else:
        percents = own_breaks(listed)
    return CumulativeRule(
        percents[0],
        percents[1],
        list(Rule)[algorithm.parameterAsEnum(parameters, RULE, context)],
        list(Mode)[algorithm.parameterAsEnum(parameters, MODE, context)],
        percents[2:],
        algorithm.parameterAsDouble(parameters, CAP_PERCENTILE, context),
        list(NotPositive)[algorithm.parameterAsEnum(parameters, NOT_POSITIVE, context)],
    )


def own_breaks(text: str) -> tuple[float, ...]:
    """Return the numbers of a list; commas (Chinese ones, too), semicolons or spaces part them.

    Raises:
        InputError: a part is no number, or there are too few or too many.
    """
    for separator in ",，、;；%％":
        text = text.replace(separator, " ")
    numbers, wrong = [], []
    for part in text.split():
        try:
            numbers.append(float(part))
        except ValueError:
            wrong.append(part)
    remedy = msg("Write two to six rising numbers between 0 and 100, such as 40, 60, 80, 95.")
    if wrong:
        raise InputError(
            [
                Problem(msg("“{text}” is no number.", text=part), OWN_BREAKS, remedy)
                for part in wrong
            ]
        )
    if not MIN_BREAKS <= len(numbers) <= MAX_BREAKS:
        raise InputError(Problem(too_few_or_many(len(numbers)).what, OWN_BREAKS, remedy))
    return tuple(numbers)
