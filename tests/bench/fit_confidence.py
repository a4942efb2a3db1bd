"""The coefficients of `texts.confidence`, from questions with known answers; and what silence then buys.

Run: ``python tests/bench/fit_confidence.py LIBRARY=QUESTIONS.jsonl ...``. Each library holds the memos of one set and
each line a question as in ``corpus/questions.jsonl``; lines held back are not looked at. Of every question that no
surer way answers, the first sentence that passes the eased gates is judged; the coefficients for one set's curve are
fitted on the other sets.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from answer.one_memo import as_written, question_to_case  # noqa: E402
from answer.questions.evidence.evidence import Candidate  # noqa: E402
from answer.questions.evidence.refusal import Gate  # noqa: E402
from answer.questions.reply import Case  # noqa: E402
from answer.questions.texts.quoted import LOOKED_AT, sentence_answer  # noqa: E402
from records.errors import NotFound  # noqa: E402
from records.settings import Settings  # noqa: E402
from ui.evaluation.gold import GoldQuestion, json_to_gold  # noqa: E402
from ui.evaluation.scoring import judge  # noqa: E402
from ui.workspace import Workspace  # noqa: E402

EASE = 0.2
"""How much less than usual a sentence may cover: what is only just refused teaches most."""
RIDGE = 0.05
LEAST_CONFIDENCES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)

Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    features: Row
    right: bool
    passed: bool
    group: int


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        print(__doc__)
        return 1
    judged = [one for group, pair in enumerate(arguments) for one in _judge_set(group, *pair.split("=", 1))]
    features, right = np.array([one.features for one in judged]), np.array([one.right for one in judged])
    groups = np.array([one.group for one in judged])
    print("base, coverage, cosine, behind:", np.round(_fit(features, right), 2))
    _print_curve(judged, _across_groups(features, right, groups))
    return 0


def _judge_set(group: int, library: str, questions: str) -> Iterator[Judged]:
    lines = Path(questions).read_text(encoding="utf-8").splitlines()
    with Workspace(Settings(library=library, answer_confidence=0.0)) as workspace:
        dates = {entry.id: entry.date for entry in workspace.entries()}
        for gold in (json_to_gold(json.loads(line)) for line in lines if line.strip()):
            if gold.split == "open" and (case := _case(gold, workspace)) is not None:
                yield from _judge(group, gold, case, dates)


def _case(gold: GoldQuestion, workspace: Workspace) -> Case | None:
    """The question put to the memo that it means; none where memolens answers it from records or tables."""
    try:
        answer = workspace.find_answer(gold.question)
        memo = workspace.library.memo(gold.question.memo or _memo_meant(gold, workspace))
    except NotFound:
        return None
    if answer.outcome != "not_found" and answer.method != "quoted":
        return None
    return question_to_case(as_written(gold.question, memo)[0], memo, workspace.library)


def _memo_meant(gold: GoldQuestion, workspace: Workspace) -> str:
    """The latest memo of those whose words answer, or of all."""
    dated = [entry for entry in workspace.entries() if entry.date is not None]
    named = [entry for entry in dated if entry.date in gold.reports]
    return max(named or dated, key=lambda entry: str(entry.date)).id


def _judge(group: int, gold: GoldQuestion, case: Case, dates: Mapping[str, date | None]) -> Iterator[Judged]:
    """One row, or none where no sentence passes even the eased gates."""
    eased = Gate(case.asked, case.memo, case.gate.weights, ease=EASE)
    for candidate in case.candidates[:LOOKED_AT]:
        passed = eased.passes(candidate) if candidate.sentence.kind != "heading" else None
        answer = sentence_answer(case, candidate, passed) if passed else None
        if answer is not None:
            right = gold.has_answer and judge(gold, answer, dates).right
            surely = case.gate.passes(candidate) is not None
            yield Judged(features=_features(candidate), right=right, passed=surely, group=group)
            return


def _features(candidate: Candidate) -> Row:
    return np.array([1.0, candidate.coverage, candidate.cosine, candidate.behind])


def _fit(features: Row, right: Row) -> Row:
    """Logistic regression with a little shrinkage, the base aside."""

    def loss(weights: Row) -> float:
        signed = np.where(right, 1.0, -1.0) * (features @ weights)
        return float(np.logaddexp(0.0, -signed).sum() + RIDGE * (weights[1:] ** 2).sum())

    return np.asarray(minimize(loss, np.zeros(features.shape[1])).x)


def _across_groups(features: Row, right: Row, groups: Row) -> Row:
    """Each set's confidences from the coefficients of the others."""
    found = np.zeros(len(right))
    for group in np.unique(groups):
        inside = groups == group
        others = ~inside if (~inside).any() else inside
        found[inside] = 1 / (1 + np.exp(-features[inside] @ _fit(features[others], right[others])))
    return found


def _print_curve(judged: Sequence[Judged], confidence: Row) -> None:
    right = np.array([one.right for one in judged])
    passed = np.array([one.passed for one in judged])
    print(f"{len(judged)} sentences, {right.sum()} right; Brier score {np.mean((confidence - right) ** 2):.3f}")
    for least in LEAST_CONFIDENCES:
        for name, chosen in (("gates", passed), ("eased", np.ones_like(passed))):
            said = chosen & (confidence >= least)
            print(f"  {name} >= {least:.1f}: {said.sum()} said, {(said & ~right).sum()} wrong")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
