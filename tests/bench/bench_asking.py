"""How long a question takes in a large library, and where the time goes.

    python tests/bench/bench_asking.py FOLDER [--passages 100000] [--every 1] [--each]

FOLDER keeps the library: it is built once (``large_library.py``). Each sample question is asked through the workspace
with the models loaded, as the web page does it; those that name their memo and those put to all memos are told apart.
The vector search is held against one that compares every sentence (``agrees_top10``).
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

import large_library  # noqa: E402

import index.searcher as searching  # noqa: E402
from index.candidates import Candidates  # noqa: E402
from index.embed import SentenceTransformerEmbedder  # noqa: E402
from index.library import Library  # noqa: E402
from index.memo_reader import MemoReader  # noqa: E402
from records.answer import Question  # noqa: E402
from records.settings import Settings  # noqa: E402
from ui.evaluation.gold import GoldQuestion, gold_questions  # noqa: E402
from ui.workspace import Workspace  # noqa: E402

spent: Counter[str] = Counter()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=1, help="ask every n-th question only")
    parser.add_argument("--each", action="store_true", help="print each question's time")
    args = parser.parse_args()
    large_library.build(args.folder, args.passages)
    questions = gold_questions()[:: args.every]
    watch_steps()
    with Workspace(Settings(library=str(args.folder))) as workspace:
        start = time.perf_counter()
        workspace.warm_up()
        print(json.dumps({"warm_up_seconds": round(time.perf_counter() - start, 1)}), flush=True)
        for name, some in (
            ("memo named", [by_id(gold.question, workspace) for gold in questions if gold.question.memo]),
            ("all memos", [gold.question for gold in questions if not gold.question.memo]),
        ):
            print(json.dumps({"questions": name, **measure(workspace, some, each=args.each)}), flush=True)
        print(json.dumps(agreement(workspace.library, questions)), flush=True)


def by_id(question: Question, workspace: Workspace) -> Question:
    """The gold names a memo by its date, which some of the clones share."""
    samples = (entry for entry in workspace.entries() if not entry.id.startswith(large_library.CLONE))
    return replace(question, memo=next(entry.id for entry in samples if str(entry.date) == question.memo))


def watch_steps() -> None:
    """The steps are timed where the library calls them; a step inside another is taken from it."""
    for owner, attribute, step in (
        (SentenceTransformerEmbedder, "encode", "embed"),
        (searching, "_ranked_words", "full text"),
        (Candidates, "matrix", "vectors"),
        (searching, "hybrid_search", "ranking"),
        (MemoReader, "version", "load memo"),
        (MemoReader, "names", "names"),
        (Library, "memos", "list memos"),
    ):
        setattr(owner, attribute, timed(getattr(owner, attribute), step))


def timed(action: Callable[..., Any], step: str) -> Callable[..., Any]:
    def wrapped(*args: Any, **named: Any) -> Any:
        start, inner = time.perf_counter(), spent.total()
        try:
            return action(*args, **named)
        finally:
            spent[step] += time.perf_counter() - start - (spent.total() - inner)

    return wrapped


def measure(workspace: Workspace, asked: Sequence[Question], *, each: bool) -> dict[str, object]:
    """Milliseconds of the clock, and of the processor: on a shared machine the clock waits for others."""
    spent.clear()
    clock, processor = [], []
    for question in asked:
        start, busy = time.perf_counter(), time.process_time()
        workspace.ask(question)
        clock.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - busy))
        if each:
            print(round(clock[-1]), round(processor[-1]), question.id, question.text, sep=" | ", flush=True)
    total = sum(clock) / 1000
    shares = {step: round(seconds / total, 3) for step, seconds in spent.most_common()}
    return {
        "asked": len(asked),
        **{f"p{part}_ms": round(float(np.percentile(clock, part)), 1) for part in (50, 95)},
        **{f"p{part}_processor_ms": round(float(np.percentile(processor, part)), 1) for part in (50, 95)},
        "share": {**shares, "answering": round(1 - sum(shares.values()), 3)},
    }


def agreement(library: Library, questions: Sequence[GoldQuestion]) -> dict[str, object]:
    """The ten best by vectors over all memos, against the ten best when every sentence is compared."""
    from index.embed import settings_to_embedder
    from index.engine import open_engine, sqlite_url
    from index.reading import vector_rows
    from index.vectors import ranked, rows_to_matrix, similarity

    engine = open_engine(sqlite_url(Path(library._folder.ledger)))
    with engine.connect() as connection:
        matrix = rows_to_matrix(vector_rows(connection), large_library.DIMENSION)
    engine.dispose()
    embedder, shared = settings_to_embedder(Settings()), []
    texts = [gold.question.text for gold in questions]
    numbers = {passage.id: number for passage, number in zip(library.passages(), matrix.numbers, strict=True)}
    for text, query in zip(texts, embedder.encode(texts), strict=True):
        best = ranked(matrix, similarity(matrix, query).combined, memos=None, limit=10)
        found = {numbers[hit.passage.id] for hit in library.search(text, way="vectors", limit=10)}
        shared.append(len(found & {int(matrix.numbers[at]) for at in best}) / 10)
    return {"passages": len(matrix.numbers), "sentences": len(matrix.sentences), "agrees_top10": float(np.mean(shared))}


if __name__ == "__main__":
    main()
