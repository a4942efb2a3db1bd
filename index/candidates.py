"""Which vectors a query is compared with: all of them while they are few, else those that Chroma proposes.

Whatever proposes, the scores are exact: candidates are compared by the ledger's own vectors, sentence by sentence.
"""

import threading
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from index.embed import Vectors
from index.reading import candidate_rows, fact, vector_count, vector_rows
from index.vector_cache import VectorCache
from index.vectors import Matrix, rows_to_matrix

PROPOSED = 200
"""Candidates from Chroma: the best by passage, from which the sentences then choose."""
MASKED = 2000
"""Candidates where some memos are left out only afterwards: filtering inside Chroma takes 40 times as long."""


class Candidates:
    """Keeps the matrix of all vectors for as long as the ledger's generation stays the same. Safe with threads."""

    def __init__(self, *, exact_limit: int) -> None:
        self._limit = exact_limit
        self._lock = threading.Lock()
        self._generation: str | None = None
        self._count = 0
        self._all: Matrix | None = None

    def matrix(
        self,
        connection: Connection,
        query: Vectors,
        words: Sequence[int],
        *,
        memos: Collection[str] | None,
        cache: VectorCache | None,
    ) -> Matrix:
        """``words`` are the passages that full text proposes. Without ``cache`` the search is exact at any size."""
        dimension = len(query)
        if cache is None or self._total(connection, dimension) <= self._limit:
            return self._everything(connection, dimension)
        if memos is not None and vector_count(connection, memos, dimension) <= self._limit:
            return rows_to_matrix(vector_rows(connection, memos), dimension)
        ids = cache.nearest(query, PROPOSED if memos is None else MASKED)
        if ids is None:
            return self._everything(connection, dimension)
        return rows_to_matrix(candidate_rows(connection, ids, words), dimension)

    def _total(self, connection: Connection, dimension: int) -> int:
        with self._lock:
            self._refresh(connection, dimension)
            return self._count

    def _everything(self, connection: Connection, dimension: int) -> Matrix:
        with self._lock:
            self._refresh(connection, dimension)
            if self._all is None:
                self._all = rows_to_matrix(vector_rows(connection), dimension)
            return self._all

    def _refresh(self, connection: Connection, dimension: int) -> None:
        generation = fact(connection, "generation")
        if generation != self._generation:
            self._generation, self._all = generation, None
            self._count = vector_count(connection, None, dimension)
