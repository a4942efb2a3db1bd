"""Fits the weights of `answer.questions.evidence.answerability` on questions whose answering sentences are known.

Run: ``python tests/bench/fit_answerability.py [--write] [--sets t1 t2]``. The invented memos and questions lie in
``tests/bench/judging``. Each set of memos is judged by weights fitted on the others; printed are how many questions are
answered rightly, and wrongly, at each threshold. ``--write`` then fits all and writes ``answerability.json``.
"""

import argparse
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from answer.one_memo import question_to_case
from answer.questions.evidence.answerability import held_to_weighing, what_is_seen
from answer.questions.reading.wording import plain_question
from answer.questions.texts.quoted import LOOKED_AT
from index.library import Library
from records.answer import Question
from records.settings import Settings
from ui.workspace import Workspace

HERE = Path(__file__).parent / "judging"
TARGET = Path(__file__).parents[2] / "answer/questions/evidence/answerability.json"
NOT_QUOTED = {"computed", "header"}
"""What other answerers see to."""
UNANSWERABLE_WEIGHT = 0.45
"""A third of the sets' questions have no answer, by design the most tempting ones; of what staff ask, perhaps a
sixth."""
_MARKS = re.compile(r"[*_`\\|]|\[\^?\d+\]")


@dataclass(frozen=True)
class Row:
    set_name: str
    answerable: bool
    seen: list[dict[str, float]]
    right: list[bool]


def fold(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text).lower().split())


def holds(text: str, quotes: Sequence[str]) -> bool:
    folded = fold(text)
    return any(q in folded or (len(folded) > 25 and folded in q) for q in map(fold, quotes) if q)


def questions_of(folder: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold["outcome"] != "false_premise" and gold["needs"] not in NOT_QUOTED:
            yield gold


def set_to_rows(folder: Path, library: Library) -> Iterator[Row]:
    ids = {Path(entry.file).name: entry.id for entry in library.memos()}
    for gold in questions_of(folder):
        memo = library.memo(ids[gold["doc"]])
        question = Question(text=plain_question(gold["question"]), memo=memo.id)
        case = question_to_case(question, memo, library)
        looked_at = case.candidates[:LOOKED_AT]
        yield Row(
            folder.name,
            gold["outcome"] == "answered",
            [what_is_seen(case.gate, looked_at, n) for n in range(len(looked_at))],
            [gold["outcome"] == "answered" and holds(c.text, gold["quotes"]) for c in looked_at],
        )


def read_sets(names: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir() and (not names or path.name in names)):
        with (
            tempfile.TemporaryDirectory() as scratch,
            Workspace(Settings(library=f"{scratch}/library"), write=True) as workspace,
        ):
            for _ in workspace.ingest(sorted((folder / "docs").iterdir())):
                pass
            rows += set_to_rows(folder, workspace.library)
        print(folder.name, len(rows), flush=True)
    return rows


def kept_rows(file: Path | None) -> list[Row]:
    if file is None or not file.exists():
        return []
    return [Row(**row) for row in json.loads(file.read_text(encoding="utf-8"))]


def fit(rows: Sequence[Row]) -> dict:  # type: ignore[type-arg]
    names = list(rows[0].seen[0])
    seen = np.array([[one[name] for name in names] for row in rows for one in row.seen])
    right = np.array([flag for row in rows for flag in row.right])
    means, spreads = seen.mean(axis=0), seen.std(axis=0)
    spreads[spreads == 0] = 1.0
    weights = [1.0 if row.answerable else UNANSWERABLE_WEIGHT for row in rows for _ in row.seen]
    model = LogisticRegression(C=0.1, max_iter=3000).fit((seen - means) / spreads, right, sample_weight=weights)
    rounded = {"means": means, "spreads": spreads, "weights": model.coef_[0]}
    return {
        "base": round(float(model.intercept_[0]), 4),
        "names": names,
        **{key: [round(float(value), 4) for value in values] for key, values in rounded.items()},
    }


def best_of(rows: Sequence[Row], held: dict) -> list[tuple[float, bool]]:  # type: ignore[type-arg]
    weighing = held_to_weighing(held)
    likely = [([weighing.likelihood(seen) for seen in row.seen], row.right) for row in rows if row.seen]
    return [(max(each), right[each.index(max(each))]) for each, right in likely]


def print_curve(best: Sequence[tuple[float, bool]], rows: Sequence[Row]) -> None:
    answerable = sum(row.answerable for row in rows)
    first = sum(right for _, right in best) / answerable
    print(f"{len(rows)} questions, {answerable} with an answer; best sentence first {first:.3f}")
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        told = [right for likely, right in best if likely >= least]
        print(f"  from {least}: right {sum(told) / answerable:.3f} wrong {(len(told) - sum(told)) / len(rows):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--kept", type=Path, help="keeps what was seen; if it is there, it is taken from it")
    options = parser.parse_args()
    rows = kept_rows(options.kept) or read_sets(options.sets)
    if options.kept:
        options.kept.write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")
    best = []
    for name in sorted({row.set_name for row in rows}):
        held = fit([row for row in rows if row.set_name != name])
        best += best_of([row for row in rows if row.set_name == name], held)
    print_curve(best, rows)
    if options.write:
        TARGET.write_text(json.dumps(fit(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
