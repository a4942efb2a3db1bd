"""Hybrid search: full text finds the words, vectors the meaning, and reciprocal rank fusion joins the two rankings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The best passages of a matrix, best first: ``at`` are their positions in it."""

    at: tuple[int, ...]
    matrix: Matrix
    close: Similarity
    scores: Mapping[int, float]
    lexical: Mapping[int, float]

    @property
    def numbers(self) -> list[int]:
        return [int(self.matrix.numbers[at]) for at in self.at]

    @property
    def memos(self) -> tuple[str, ...]:
        return tuple(self.matrix.memos[at] for at in self.at)


def hybrid_search(
    words: Sequence[tuple[int, float]],
    query: Vectors,
    matrix: Matrix,
    *,
    memos: Collection[str] | None,
    limit: int,
    way: Way = "both",
) -> Ranked:
    """``words`` is full text's ranking; ``matrix`` holds every passage that may be named: all, or the candidates."""
    close = similarity(matrix, query)
    lexical = {at: score for (_, score), at in zip(words, _positions(matrix, words), strict=True) if at is not None}
    rankings = {"words": list(lexical), "vectors": ranked(matrix, close.combined, memos=memos, limit=DEPTH)}
    scores = fuse([ranking for name, ranking in rankings.items() if way in (name, "both")])
    best = sorted(scores, key=lambda at: (-scores[at], -float(close.combined[at]), at))[:limit]
    return Ranked(at=tuple(best), matrix=matrix, close=close, scores=scores, lexical=lexical)


def ranked_to_hits(found: Ranked, passages: Mapping[int, Passage]) -> tuple[Hit, ...]:
    return tuple(_hit(at, passages[number], found) for at, number in zip(found.at, found.numbers, strict=True))


def _positions(matrix: Matrix, words: Sequence[tuple[int, float]]) -> list[int | None]:
    """Where in the matrix each passage stands; ``numbers`` ascends."""
    wanted = np.array([number for number, _ in words], dtype=np.int64)
    at = np.searchsorted(matrix.numbers, wanted)
    size = len(matrix.numbers)
    return [int(i) if i < size and matrix.numbers[i] == n else None for i, n in zip(at, wanted, strict=True)]


def _hit(at: int, passage: Passage, found: Ranked) -> Hit:
    first, last = found.matrix.starts[at], found.matrix.starts[at + 1]
    return Hit(
        passage=passage,
        score=found.scores[at],
        cosine=float(found.close.passages[at]),
        sentence_cosines=tuple(float(cosine) for cosine in found.close.sentences[first:last]),
        lexical=found.lexical.get(at, 0.0),
    )
