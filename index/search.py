"""Hybrid search: full text finds the words, vectors the meaning, and reciprocal rank fusion joins the two rankings."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

import numpy as np

from index.embed import Vectors
from index.vectors import Matrix, Similarity, ranked, similarity
from records.passage import Hit, Passage

Way = Literal["both", "words", "vectors"]
WAYS: tuple[Way, ...] = ("both", "words", "vectors")
"""Which rankings are fused: one alone shows what the other adds."""
DEPTH = 100
"""How far down each ranking is looked at."""
FUSION = 60
"""Reciprocal rank fusion's usual constant: one ranking's first place does not outweigh both rankings' third."""


def fuse(rankings: Sequence[Sequence[int]]) -> dict[int, float]:
    """``{item: score}``: the sum of ``1 / (60 + rank)`` over the rankings that hold it."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + 1 / (FUSION + rank)
    return scores


def hybrid_search(
    words: Sequence[tuple[int, float]],
    query: Vectors,
    matrix: Matrix,
    *,
    read: Callable[[Sequence[int]], Mapping[int, Passage]],
    memos: Collection[str] | None,
    limit: int,
    way: Way = "both",
) -> tuple[Hit, ...]:
    """``words`` is full text's ranking; ``matrix`` holds every passage that may be named: all, or the candidates;
    ``read`` gives the passages of some numbers."""
    close = similarity(matrix, query)
    lexical = {at: score for (_, score), at in zip(words, _positions(matrix, words), strict=True) if at is not None}
    rankings = {"words": list(lexical), "vectors": ranked(matrix, close.combined, memos=memos, limit=DEPTH)}
    scores = fuse([ranking for name, ranking in rankings.items() if way in (name, "both")])
    best = sorted(scores, key=lambda at: (-scores[at], -float(close.combined[at]), at))[:limit]
    found = read([int(matrix.numbers[at]) for at in best])
    return tuple(_hit(at, found[int(matrix.numbers[at])], close, matrix, scores=scores, lexical=lexical) for at in best)


def _positions(matrix: Matrix, words: Sequence[tuple[int, float]]) -> list[int | None]:
    """Where in the matrix each passage stands; ``numbers`` ascends."""
    wanted = np.array([number for number, _ in words], dtype=np.int64)
    at = np.searchsorted(matrix.numbers, wanted)
    size = len(matrix.numbers)
    return [int(i) if i < size and matrix.numbers[i] == n else None for i, n in zip(at, wanted, strict=True)]


def _hit(
    at: int,
    passage: Passage,
    close: Similarity,
    matrix: Matrix,
    *,
    scores: Mapping[int, float],
    lexical: Mapping[int, float],
) -> Hit:
    first, last = matrix.starts[at], matrix.starts[at + 1]
    return Hit(
        passage=passage,
        score=scores[at],
        cosine=float(close.passages[at]),
        sentence_cosines=tuple(float(cosine) for cosine in close.sentences[first:last]),
        lexical=lexical.get(at, 0.0),
    )
