"""How often the passages that hold a question's gold quote come first. Run: ``python tests/bench/bench_retrieval.py``.

Reads the sample memo and its questions from ``../shared`` beside the project; without them there is nothing to measure.
"""

import json
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.memo import document_to_memo  # noqa: E402
from index.library import Library  # noqa: E402
from ingest.read import read_file  # noqa: E402
from records.passage import Hit  # noqa: E402
from records.settings import Settings  # noqa: E402

SEED = ROOT.parent / "shared" / "seed"
DEPTHS = (1, 3, 5)


def words(text: str) -> list[str]:
    """Markup aside: a quote in Markdown and the same words in a table cell are equal."""
    return re.findall(r"\w+", re.sub(r"</?\w{1,5}>", " ", text.casefold()).replace("_", " "))


def holds(hit: Hit, quote: str) -> bool:
    """The quote's words in their order; or nine of ten of a longer one's (a row's number, a footnote's mark)."""
    wanted = words(quote)
    held = words(" ".join((hit.passage.text, *(p.quote for s in hit.passage.sentences for p in s.places))))
    if f" {' '.join(wanted)} " in f" {' '.join(held)} ":
        return True
    return len(wanted) >= 4 and sum(word in held for word in wanted) >= 0.9 * len(wanted)


def rank(hits: Sequence[Hit], quotes: Sequence[str]) -> int | None:
    return next((n for n, hit in enumerate(hits, start=1) if any(holds(hit, quote) for quote in quotes)), None)


def main() -> int:
    memos, questions = sorted(SEED.glob("memo-*.md")), SEED / "questions.jsonl"
    if not memos or not questions.exists():
        print("no sample questions beside the project: nothing measured", file=sys.stderr)
        return 0
    asked = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = [question for question in asked if question["quotes"]]
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library", settings=settings) as library:
        library.search("load the model")
        start = time.perf_counter()
        for path in memos:
            library.add(document_to_memo(read_file(path, settings=settings)), original=path.read_bytes())
        added = time.perf_counter() - start
        start = time.perf_counter()
        ranks = {q["id"]: rank(library.search(q["question"]), q["quotes"]) for q in asked}
        searched = time.perf_counter() - start
        passages = len(library.passages())
    for question in asked:
        if ranks[question["id"]] != 1 and "-v" in sys.argv:
            print(ranks[question["id"]], question["id"], question["question"], question["quotes"][0][:80], sep=" | ")
    found = {f"hit@{k}": round(sum(r is not None and r <= k for r in ranks.values()) / len(ranks), 3) for k in DEPTHS}
    print(json.dumps({
        "questions": len(ranks), "passages": passages, **found,
        "mrr": round(sum(1 / r for r in ranks.values() if r) / len(ranks), 3),
        "read_and_add_seconds": round(added, 2), "search_milliseconds": round(1000 * searched / len(ranks), 1),
    }))  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
