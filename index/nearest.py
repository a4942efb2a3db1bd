"""Every passage and a sketch of every sentence in memory: compared with a question in two products, under any filter.

The sketch is a sentence's vector turned so that its first 96 numbers tell most (its principal axes): a quarter of the
memory and of the time, good enough to propose. The nearest are then ranked by the ledger's own vectors. Proposed by the
passages alone, one in eight of the best ten among 100,000 was lost; with the sketch it is one in a thousand.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from index.embed import Vectors
from index.reading import sentence_vectors
from index.schema import passages, versions
from index.vectors import Matrix, bytes_to_vectors

SKETCH = 96
"""Numbers kept of each sentence's vector."""
_SAMPLE, _TOGETHER = 10_000, 2000


Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageVectors:
    """In the ledger's order. ``memos[i]`` is the place of passage ``i``'s memo in ``memo_ids``."""

    numbers: NDArray[np.int64]
    memos: NDArray[np.int32]
    memo_ids: dict[str, int]
    vectors: Vectors
    sentences: Vectors
    starts: Positions
    axes: Vectors

    def best(self, scores: Vectors, limit: int, *, allowed: Positions | None) -> list[int]:
        """The numbers of the passages that score best, in no order; ``scores`` are those of ``allowed``."""
        numbers = self.numbers if allowed is None else self.numbers[allowed]
        if len(scores) > limit:
            numbers = numbers[np.argpartition(scores, len(scores) - limit)[-limit:]]
        return [int(number) for number in numbers]

    def scores(self, query: Vectors, allowed: Positions | None = None) -> Vectors:
        """As ``index.vectors.similarity`` combines them, the sentences by their sketch."""
        vectors, sentences, starts = self._part(allowed)
        if not len(vectors):
            return vectors @ query
        best = np.maximum.reduceat(sentences @ (query @ self.axes), starts)
        return np.asarray(vectors @ query + best, dtype=np.float32)

    def _part(self, allowed: Positions | None) -> tuple[Vectors, Vectors, Positions]:
        """The vectors of some passages, of their sentences, and where each passage's begin."""
        if allowed is None:
            return self.vectors, self.sentences, self.starts
        sizes = np.diff(self.starts, append=len(self.sentences))[allowed]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)
        of_them = np.arange(sizes.sum()) + np.repeat(self.starts[allowed] - starts, sizes)
        return self.vectors[allowed], self.sentences[of_them], starts

    def memos_of(self, numbers: Sequence[int]) -> dict[int, str]:
        names = list(self.memo_ids)
        at = np.searchsorted(self.numbers, np.array(numbers, dtype=np.int64))
        return {number: names[memo] for number, memo in zip(numbers, self.memos[at].tolist(), strict=True)}

    def matrix(self, connection: Connection, numbers: Sequence[int]) -> Matrix:
        """The passages of these numbers, with every sentence's own vector from the ledger."""
        at = np.searchsorted(self.numbers, np.array(sorted(numbers), dtype=np.int64))
        sentences = sentence_vectors(connection, self.numbers[at].tolist())
        dimension, names = self.vectors.shape[1], list(self.memo_ids)
        counts = [len(vectors) // (4 * dimension) for vectors in sentences]
        return Matrix(
            numbers=self.numbers[at],
            memos=tuple(names[memo] for memo in self.memos[at]),
            vectors=self.vectors[at],
            sentences=bytes_to_vectors(b"".join(sentences), dimension),
            starts=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int64),
        )

    def of_memos(self, memos: Collection[str] | None) -> Positions | None:
        """The positions of their passages; ``None`` where all passages are theirs."""
        if memos is None:
            return None
        wanted = np.zeros(len(self.memo_ids) + 1, dtype=bool)
        wanted[[self.memo_ids[memo] for memo in memos if memo in self.memo_ids]] = True
        return None if wanted[:-1].all() else np.flatnonzero(wanted[self.memos])


def read_passage_vectors(connection: Connection, dimension: int) -> PassageVectors:
    axes = _principal_axes(connection, dimension)
    numbers, memos, sizes = [], [], []
    memo_ids: dict[str, int] = {}
    whole, sketched = [np.empty((0, dimension), dtype=np.float32)], [np.empty((0, axes.shape[1]), dtype=np.float32)]
    for rows in _row_chunks(connection):
        numbers += [row.number for row in rows]
        memos += [memo_ids.setdefault(row.memo_id, len(memo_ids)) for row in rows]
        sizes += [len(row.sentence_vectors) // (4 * dimension) for row in rows]
        whole.append(bytes_to_vectors(b"".join(row.vector for row in rows), dimension))
        sketched.append(bytes_to_vectors(b"".join(row.sentence_vectors for row in rows), dimension) @ axes)
    return PassageVectors(
        numbers=np.array(numbers, dtype=np.int64),
        memos=np.array(memos, dtype=np.int32),
        memo_ids=memo_ids,
        vectors=np.concatenate(whole),
        sentences=np.concatenate(sketched),
        starts=np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)[:-1])).astype(np.int64),
        axes=axes,
    )


def _row_chunks(connection: Connection) -> Iterator[Sequence[Any]]:
    query = select(passages.c.number, versions.c.memo_id, passages.c.vector, passages.c.sentence_vectors).join(
        versions, versions.c.number == passages.c.version
    )
    query = query.order_by(passages.c.number).execution_options(yield_per=_TOGETHER)
    return connection.execute(query).partitions()


def _principal_axes(connection: Connection, dimension: int) -> Vectors:
    """The directions in which the passages differ most, by a sample of them."""
    if dimension <= SKETCH:
        return np.eye(dimension, dtype=np.float32)
    step = max(1, (connection.scalar(select(func.max(passages.c.number))) or 0) // _SAMPLE)
    query = select(passages.c.vector).where(passages.c.number % step == 0)
    sample = bytes_to_vectors(b"".join(connection.scalars(query)), dimension)
    _, directions = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(directions[:, -SKETCH:], dtype=np.float32)
