"""How long a search takes as a library grows. Run: ``python tests/bench/bench_search.py [VECTORS ...]``.

Machines differ, so each time is also given as a multiple of the bare matrix product over as many vectors. The texts are
drawn from a vocabulary with the frequencies of English, since full text's cost depends on common words.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "index")]

from sample_memos import block, memo_of  # noqa: E402

from index.embed import Vectors  # noqa: E402
from index.library import Library  # noqa: E402
from records.settings import Settings  # noqa: E402

DIMENSION, QUERIES, RUNS = 384, 20, 3
VOCABULARY = [f"word{number}" for number in range(20_000)]
WEIGHTS = [1 / (rank + 10) for rank in range(len(VOCABULARY))]
CENTRES = np.random.default_rng(0).standard_normal((200, DIMENSION)).astype(np.float32)


class ClusteredEmbedder:
    """Vectors around 200 centres, as those of real texts lie in clusters; texts under one heading share a centre."""

    name, dimension = "clustered", DIMENSION

    def encode(self, texts: Sequence[str]) -> Vectors:
        source = np.random.default_rng(crc32(texts[0].encode()))
        rows = CENTRES[[crc32(text.split("\n")[0].encode()) % len(CENTRES) for text in texts]]
        rows = rows + source.standard_normal((len(texts), DIMENSION)).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fill(library: Library, vectors: int, chance: random.Random) -> float:
    """Seconds a memo, without the making of its text."""
    spent, number = 0.0, 0
    while number * 90 < vectors:  # a memo has 15 passages of five sentences
        sections = []
        for part in range(15):
            sentences = (" ".join(chance.choices(VOCABULARY, WEIGHTS, k=14)).capitalize() + "." for _ in range(5))
            sections += [block("heading", f"Part {number}-{part}", level=1), block("paragraph", " ".join(sentences))]
        memo, original = memo_of(tuple(sections), memo_id=f"memo-{number:05d}")
        start = time.perf_counter()
        library.add(memo, original=original)
        spent += time.perf_counter() - start
        number += 1
    return spent / number


def median_milliseconds(action: Callable[[str], object], queries: Sequence[str]) -> float:
    times = []
    for query in queries * RUNS:
        start = time.perf_counter()
        action(query)
        times.append(time.perf_counter() - start)
    return round(1000 * float(np.median(times)), 2)


def measure(vectors: int) -> dict[str, object]:
    chance, embedder = random.Random(1), ClusteredEmbedder()
    queries = [" ".join(chance.choices(VOCABULARY, WEIGHTS, k=9)) for _ in range(QUERIES)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        with Library.open(place, settings=Settings(exact_search_limit=10**9), embedder=embedder) as library:
            add_seconds = fill(library, vectors, chance)
            entries = [entry.id for entry in library.memos()]
            half = set(entries[::2])
            matrix = np.random.default_rng(2).standard_normal((vectors, DIMENSION)).astype(np.float32)
            bare = median_milliseconds(lambda _: matrix @ matrix[0], queries)
            exact = median_milliseconds(library.search, queries)
            masked = median_milliseconds(lambda query: library.search(query, memos=half), queries)
            best = [[hit.passage.id for hit in library.search(query)] for query in queries]
        with Library.open(place, settings=Settings(exact_search_limit=1), embedder=embedder) as library:
            library.search(queries[0])
            chroma = median_milliseconds(library.search, queries)
            found = [{hit.passage.id for hit in library.search(query)} for query in queries]
    shared = [len(found_ids & set(ids)) / len(ids) for found_ids, ids in zip(found, best, strict=True)]
    return {
        "vectors": vectors,
        "memos": len(entries),
        "add_milliseconds_a_memo": round(1000 * add_seconds, 1),
        "bare_product_ms": bare,
        "exact_ms": exact,
        "exact_ratio": round(exact / bare, 1),
        "masked_ms": masked,
        "chroma_ms": chroma,
        "chroma_agrees_top10": round(float(np.mean(shared)), 3),
    }


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or [10_000, 100_000]:
        print(json.dumps(measure(size)), flush=True)
