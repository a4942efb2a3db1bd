"""How often the passages that hold a question's gold quote come first. Run: ``python tests/bench/bench_retrieval.py``.

Measures the project's corpus, and the sample memo in ``../shared`` where that folder lies beside the project.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.memo import document_to_memo  # noqa: E402
from index.library import Library  # noqa: E402
from index.search import WAYS, Way  # noqa: E402
from ingest.read import read_file  # noqa: E402
from records.settings import Settings  # noqa: E402
from ui.evaluation.retrieval import first_rank, recall  # noqa: E402

SEED = ROOT.parent / "shared" / "seed"
QUESTIONS = SEED / "questions.jsonl"
DEPTHS = (1, 3, 5)


def gold_sets() -> dict[str, tuple[list[Path], Path]]:
    """``{name: (memos, questions)}``: the project's own corpus, and the sample beside the project if it is there."""
    files = (path for folder in ("memos", "others") for path in (ROOT / "corpus" / folder).glob("*"))
    corpus = sorted(path for path in files if path.suffix in (".pdf", ".md", ".txt"))
    sets = {
        "corpus": (corpus, ROOT / "corpus" / "questions.jsonl"),
        "sample": (sorted(SEED.glob("memo-*.md")), QUESTIONS),
    }
    return {name: one for name, one in sets.items() if one[0] and one[1].exists()}


def fill(library: Library, paths: Sequence[Path]) -> float:
    """Seconds for adding alone, without the reading."""
    spent = 0.0
    for path in paths:
        memo = document_to_memo(read_file(path, settings=Settings()))
        start = time.perf_counter()
        library.add(memo, original=path.read_bytes())
        spent += time.perf_counter() - start
    return spent


def measure(paths: Sequence[Path], questions: Path, library: Library) -> dict[str, object]:
    """A question that names its memo is searched in that memo alone, as ``ask --memo`` does."""
    asked = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = [question for question in asked if question.get("quotes")]
    library.search("load the model")
    added = fill(library, paths)
    return {
        "questions": len(asked),
        "memos": len(paths),
        "passages": len(library.passages()),
        "add_seconds_a_memo": round(added / len(paths), 2),
        **{way: figures(asked, library, way) for way in WAYS},
    }


def figures(asked: Sequence[dict[str, Any]], library: Library, way: Way) -> dict[str, float]:
    ranks: list[int | None] = []
    recalls: list[float] = []
    start = time.perf_counter()
    for question in asked:
        memos = {library.entry(question["memo"]).id} if isinstance(question.get("memo"), str) else None
        hits = library.search(question["question"], memos=memos, way=way)
        ranks.append(first_rank(hits, question["quotes"]))
        recalls.append(recall(hits[:5], question["quotes"]))
        if ranks[-1] != 1 and "-v" in sys.argv:
            print(way, ranks[-1], question["id"], question["question"], question["quotes"][0][:80], sep=" | ")
    searched = time.perf_counter() - start
    return {
        **{f"hit@{k}": round(sum(r is not None and r <= k for r in ranks) / len(ranks), 3) for k in DEPTHS},
        "recall@5": round(sum(recalls) / len(recalls), 3),
        "mrr": round(sum(1 / r for r in ranks if r) / len(ranks), 3),
        "search_milliseconds": round(1000 * searched / len(ranks), 1),
    }


def main() -> None:
    for name, (memos, questions) in gold_sets().items():
        with (
            tempfile.TemporaryDirectory() as folder,
            Library.open(Path(folder) / "library", settings=Settings()) as library,
        ):
            print(json.dumps({"set": name, **measure(memos, questions, library)}), flush=True)


if __name__ == "__main__":
    main()
