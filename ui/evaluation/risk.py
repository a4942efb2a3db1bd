"""What silence buys: the share of wrong answers (risk) against the share of questions answered (coverage).

The confidence that an answer carries is the threshold that is swept. A curve that rises to the right means that
confidence tells right from wrong; a flat one, that it tells nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from ui.evaluation.scoring import Verdict

SAFE = 0.02
"""The risk at which a clerk would act on an answer without reading the memo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """If only answers of at least ``confidence`` were given."""

    confidence: float
    coverage: float
    risk: float


def risk_curve(verdicts: Iterable[Verdict]) -> tuple[Point, ...]:
    """From the surest answer down; answers of one confidence come together."""
    listed = sorted(verdicts, key=lambda verdict: -verdict.confidence)
    claims = [verdict for verdict in listed if verdict.claimed]
    points, answered, wrong = [], 0, 0
    for confidence, group in groupby(claims, key=lambda verdict: verdict.confidence):
        for verdict in group:
            answered += 1
            wrong += verdict.wrong
        points.append(Point(confidence=confidence, coverage=answered / len(listed), risk=wrong / answered))
    return tuple(points)


def area_under(curve: tuple[Point, ...]) -> float | None:
    """The mean risk over the coverage that is reached (AURC): 0 is perfect. ``None`` where nothing was answered."""
    if not curve:
        return None
    start = Point(confidence=1.0, coverage=0.0, risk=curve[0].risk)
    area = sum((b.coverage - a.coverage) * (a.risk + b.risk) / 2 for a, b in pairwise((start, *curve)))
    return area / curve[-1].coverage


def safest(curve: tuple[Point, ...], *, risk: float = SAFE) -> Point | None:
    """The farthest point at which no more than ``risk`` of the answers are wrong."""
    return next((point for point in reversed(curve) if point.risk <= risk), None)
