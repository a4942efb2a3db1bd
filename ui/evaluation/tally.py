"""Verdicts counted: over all questions, over a kind, over a split."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ui.evaluation.gold import GoldQuestion
from ui.evaluation.risk import area_under, risk_curve, safest
from ui.evaluation.scoring import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question with what became of it."""

    gold: GoldQuestion
    verdict: Verdict
    seconds: float


def counts(judged: Iterable[Judged]) -> dict[str, int]:
    """``cited`` counts among the ``citable``, ``refused`` (rightly) among those that ``must_refuse``."""
    listed = list(judged)
    answerable = [one for one in listed if one.gold.has_answer]
    others = [one for one in listed if not one.gold.has_answer]
    return {
        "asked": len(listed),
        "right": sum(one.verdict.right for one in listed),
        "wrong": sum(one.verdict.wrong for one in listed),
        "silent": sum(one.verdict.silent for one in listed),
        "wrong_year": sum(one.verdict.wrong_year for one in listed),
        "cited": sum(one.verdict.cited for one in answerable),
        "citable": len(answerable),
        "refused": sum(one.verdict.right for one in others),
        "must_refuse": len(others),
    }


def counts_by(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, dict[str, int]]:
    return {name: counts(one for one in judged if key(one) == name) for name in sorted({key(one) for one in judged})}


def kind_of(judged: Judged) -> str:
    """ "who", or for questions without an answer the reason, too: "unanswerable: opinion"."""
    gold = judged.gold
    return f"{gold.kind}: {gold.reason}" if gold.reason else gold.kind


def risk_figures(judged: Iterable[Judged]) -> dict[str, object]:
    curve = risk_curve(one.verdict for one in judged)
    safe, area = safest(curve), area_under(curve)
    return {
        "aurc": None if area is None else round(area, 4),
        "coverage_at_2_percent": round(safe.coverage, 3) if safe else 0.0,
        "threshold_at_2_percent": safe.confidence if safe else None,
        "points": [[point.confidence, round(point.coverage, 4), round(point.risk, 4)] for point in curve],
    }


def latency_figures(judged: Iterable[Judged]) -> dict[str, float]:
    """Milliseconds a question, with the model loaded."""
    times = sorted(1000 * one.seconds for one in judged)
    return {"p50_ms": round(_quantile(times, 0.5), 1), "p95_ms": round(_quantile(times, 0.95), 1)}


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
