"""Counts of verdicts, and the table that a person reads."""

from records.answer import Question
from ui.evaluation.gold import GoldQuestion
from ui.evaluation.scoring import Verdict
from ui.evaluation.tally import Judged, counts, counts_by, kind_of, latency_figures
from ui.evaluation.wording import answer_rows


def _judged(kind: str, right: bool, claimed: bool, *, reason: str | None = None, seconds: float = 0.1) -> Judged:
    gold = GoldQuestion(
        question=Question(text="?"), kind=kind, answers=("x",), quotes=(), reports=frozenset(), reason=reason,
        split="open",
    )  # fmt: skip
    verdict = Verdict(right=right, claimed=claimed, cited=claimed, wrong_year=False, confidence=0.5)
    return Judged(gold=gold, verdict=verdict, seconds=seconds)


FOUR = (
    _judged("date", right=True, claimed=True),
    _judged("date", right=False, claimed=True),
    _judged("unanswerable", right=True, claimed=False, reason="opinion"),
    _judged("money", right=False, claimed=False, seconds=0.4),
)


def test_what_must_be_cited_and_what_must_be_refused_are_counted_apart() -> None:
    assert counts(FOUR) == {
        "asked": 4, "right": 2, "wrong": 1, "silent": 1, "wrong_year": 0, "cited": 2, "citable": 3, "refused": 1,
        "must_refuse": 1,
    }  # fmt: skip


def test_questions_without_an_answer_are_told_by_their_reason() -> None:
    by_kind = counts_by(FOUR, kind_of)
    assert list(by_kind) == ["date", "money", "unanswerable: opinion"]
    report = {"questions": counts(FOUR), "questions_by_split": {"open": counts(FOUR)},
              "questions_by_kind": {"open": by_kind}}  # fmt: skip
    assert [row[0] for row in answer_rows(report)] == ["all", "open", *(f"  {kind}" for kind in by_kind)]


def test_latency_is_told_as_median_and_tail() -> None:
    assert latency_figures(FOUR) == {"p50_ms": 100.0, "p95_ms": 400.0}
