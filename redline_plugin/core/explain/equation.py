"""An equation with its numbers in place of its signs."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence

from redline_plugin.core.explain.tree import figure

_CLOSE = 1e-4
_PARTS = re.compile(r"\s\|\s|[,;]\s(?![^(]*\))")
_PYTHON = (("·", "*"), ("×", "*"), ("−", "-"), ("^", "**"), ("²", "**2"), ("³", "**3"))
_OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
}
_MOST_CHARACTERS = 500


def substituted(equation: str, numbers: Mapping[str, float], result: float) -> str:
    """Return the equation with numbers for signs, "" where that would not be true.

    An equation may be written in words, hold sums over months, or name scores that are not told. So
    the numbers are put in only where the equation, computed with them, gives the result.

    Args:
        equation: one line, perhaps of several equations, as "y = a·b, a = c − d".
        numbers: by sign.
        result: what the kernel gives.
    """
    for part in _PARTS.split(equation):
        left, equals, right = part.partition("=")
        if not equals or "=" in right:
            continue
        exact = _filled(right, {sign: _exact(value) for sign, value in numbers.items()})
        computed = evaluated(exact)
        if computed is not None and math.isclose(computed, result, rel_tol=_CLOSE, abs_tol=1e-12):
            text = _filled(right, {sign: _short(value) for sign, value in numbers.items()})
            return f"{left.strip()} = {text.strip()} = {figure(result)}"
    return ""


def signs_in(equation: str, signs: Sequence[str]) -> list[str]:
    """Return those signs that stand in an equation, in its order."""
    found = [(match.start(), match.group(0)) for match in _pattern(signs).finditer(equation)]
    return list(dict.fromkeys(sign for _, sign in sorted(found)))


def _pattern(signs: Sequence[str]) -> re.Pattern[str]:
    # The longest first, and only whole: no R in "Rₙ", no K in "K'".
    ordered = sorted((sign for sign in signs if sign), key=len, reverse=True)
    if not ordered:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, ordered))})(?![^\W²³]|['′])")


def _filled(text: str, numbers: Mapping[str, str]) -> str:
    return _pattern(list(numbers)).sub(lambda match: numbers[match.group(0)], text)


def _exact(value: float) -> str:
    return f"({value!r})"


def _short(value: float) -> str:
    text = figure(value)
    return f"({text})" if value < 0 or "e" in text else text


def evaluated(text: str) -> float | None:
    """Return the value of an arithmetic expression as equations are written; None if it is none."""
    for ours, python in _PYTHON:
        text = text.replace(ours, python)
    if len(text) > _MOST_CHARACTERS:
        return None
    try:
        return _value(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError):
        return None


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ValueError(ast.dump(node))
