"""The project's own evaluation: the sample memos against the gold that lies beside them in ``corpus/``.

Records, changes, tables and answers are each counted as found, missed and false; answers also by kind and by whether
the question was held back from those who write the rules. Nothing here changes a library: it works in a folder of its
own.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from records.errors import InputError
from records.settings import Settings
from ui.evaluation.gold import GoldQuestion, Json, gold_questions
from ui.evaluation.reading import record_figures
from ui.evaluation.retrieval import retrieval_figures
from ui.evaluation.risk import Point, risk_curve
from ui.evaluation.scoring import judge
from ui.evaluation.tally import Judged, counts, counts_by, kind_of, latency_figures, risk_figures
from ui.samples import other_memos, sample_memos
from ui.workspace import Workspace

Progress = Callable[[Sequence[GoldQuestion]], Iterable[GoldQuestion]]
SPLITS = ("open", "held")


def evaluate_samples(settings: Settings, *, progress: Progress = iter) -> tuple[Json, dict[str, tuple[Point, ...]]]:
    """Figures over all sample memos and questions; and the curve of risk and coverage of each split."""
    with _samples(settings) as workspace:
        memos = [memo for memo in workspace.memos() if memo.document.file in {path.name for path in sample_memos()}]
        figures = record_figures(workspace, memos)
        judged = [_ask(gold, workspace) for gold in progress(gold_questions())]
        retrieval = retrieval_figures(gold_questions(), workspace.library)
    splits = {split: [one for one in judged if one.gold.split == split] for split in SPLITS}
    report: Json = {
        **figures,
        "questions": counts(judged),
        "questions_by_split": counts_by(judged, lambda one: one.gold.split),
        "questions_by_kind": {split: counts_by(ones, kind_of) for split, ones in splits.items()},
        "risk_coverage": {split: risk_figures(ones) for split, ones in splits.items()},
        "latency": latency_figures(judged),
        "retrieval": retrieval,
    }
    return report, {split: risk_curve(one.verdict for one in ones) for split, ones in splits.items()}


@contextmanager
def _samples(settings: Settings) -> Iterator[Workspace]:
    """Both series and the memos of other cities in one library, with the models loaded."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace(replace(settings, library=folder, database_url=""), write=True) as workspace,
    ):
        for outcome in workspace.ingest([*sample_memos(), *other_memos()]):
            if outcome.memo is None:
                raise InputError(f"the sample memo {outcome.path} failed: {outcome.reason}", code="damaged")
        workspace.warm_up()
        yield workspace


def _ask(gold: GoldQuestion, workspace: Workspace) -> Judged:
    start = time.perf_counter()
    answer = workspace.ask(gold.question)
    seconds = time.perf_counter() - start
    dates = {entry.id: entry.date for entry in workspace.entries()}
    return Judged(gold=gold, verdict=judge(gold, answer, dates), seconds=seconds)
