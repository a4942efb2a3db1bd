"""The curves of risk and coverage as a drawing (SVG): what is given up in answers for what is saved in errors.

An SVG is text, so it needs no drawing library, stays sharp, and its figures can be read and searched.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ui.evaluation.risk import SAFE, Point

LEFT, TOP, WIDTH, HEIGHT = 70, 50, 560, 320
COLOURS = {"open": "#1f5fa8", "held": "#b3541e"}
TICKS = (0, 0.2, 0.4, 0.6, 0.8, 1.0)
_LEAST_RISK, _RISK_STEPS = 0.1, 5


def curves_to_svg(curves: Mapping[str, Sequence[Point]]) -> str:
    """``curves`` by the split whose questions they are of."""
    most = _risk_scale(curves)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("curve.svg").render(
        left=LEFT,
        top=TOP,
        width=WIDTH,
        height=HEIGHT,
        safe=_y(SAFE, most),
        columns=[(_x(tick), f"{tick:.0%}") for tick in TICKS],
        rows=[(_y(most * n / _RISK_STEPS, most), f"{most * n / _RISK_STEPS:.0%}") for n in range(_RISK_STEPS + 1)],
        lines=[_line(name, curve, most, number) for number, (name, curve) in enumerate(curves.items()) if curve],
    )


def _risk_scale(curves: Mapping[str, Sequence[Point]]) -> float:
    """The risk at the top: a tenth, or as many tenths as hold every curve where it means something."""
    highest = max((point.risk for curve in curves.values() for point in curve), default=0.0)
    return max(_LEAST_RISK, math.ceil(highest * 10) / 10)


def _line(name: str, curve: Sequence[Point], most: float, number: int) -> dict[str, object]:
    """Steps, since no threshold lies between two answers' confidences."""
    path = f"M{_x(0)},{_y(curve[0].risk, most)}"
    for point in curve:
        path += f" V{_y(point.risk, most)} H{_x(point.coverage)}"
    last = curve[-1]
    return {
        "path": path,
        "colour": COLOURS.get(name, "#444"),
        "label": f"{name}: {last.risk:.1%} wrong at {last.coverage:.0%} answered",
        "end": (_x(last.coverage), _y(last.risk, most)),
        "legend": TOP + 18 + 20 * number,
    }


def _x(coverage: float) -> float:
    return round(LEFT + WIDTH * coverage, 1)


def _y(risk: float, most: float) -> float:
    return round(TOP + HEIGHT * (1 - risk / most), 1)
