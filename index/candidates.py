"""Which passages a query is ranked over: all while they are few, else those nearest to it and those that share words.

The nearest are found exactly, or above a limit by Chroma. Whatever proposes, the scores are exact: candidates are
compared by the ledger's own vectors, sentence by sentence.
"""

import threading
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from index.embed import Vectors
from index.nearest import PassageVectors, read_passage_vectors
from index.reading import candidate_rows, fact, numbered_rows, passage_count, vector_rows
from index.vector_cache import VectorCache
from index.vectors import Matrix, rows_to_matrix

PROPOSED = 400
"""The nearest by passage, from which the sentences then choose."""
MASKED = 2000
"""Candidates of Chroma where some memos are left out only afterwards: filtering inside it takes 40 times as long."""


class Candidates:
    """Keeps the passages' vectors for as long as the ledger's generation stays the same. Safe with threads."""

    def __init__(self, *, exact_limit: int) -> None:
        self._limit = exact_limit
        self._lock = threading.Lock()
        self._generation: str | None = None
        self._count = 0
        self._all: PassageVectors | None = None

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
        if self._are_few(connection, memos):
            return rows_to_matrix(vector_rows(connection, memos), dimension)
        if cache is not None and self._total(connection) > self._limit:
            ids = cache.nearest(query, PROPOSED if memos is None else MASKED)
            if ids is not None:
                return rows_to_matrix(candidate_rows(connection, ids, words), dimension)
        near = self._everything(connection, dimension).nearest(query, PROPOSED, memos=memos)
        return rows_to_matrix(numbered_rows(connection, sorted({*near, *words})), dimension)

    def _are_few(self, connection: Connection, memos: Collection[str] | None) -> bool:
        if memos is None:
            return self._total(connection) <= min(PROPOSED, self._limit)
        return len(memos) <= PROPOSED and passage_count(connection, memos) <= min(PROPOSED, self._limit)

    def _total(self, connection: Connection) -> int:
        with self._lock:
            self._refresh(connection)
            return self._count

    def _everything(self, connection: Connection, dimension: int) -> PassageVectors:
        with self._lock:
            self._refresh(connection)
            if self._all is None:
                self._all = read_passage_vectors(connection, dimension)
            return self._all

    def _refresh(self, connection: Connection) -> None:
        generation = fact(connection, "generation")
        if generation != self._generation:
            self._generation, self._all = generation, None
            self._count = passage_count(connection, None)
