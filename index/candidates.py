"""Which passages a query is ranked over: all while they are few, else those nearest to it and those that share words.

The nearest are found exactly, or above a limit by Chroma. Whatever proposes, the scores are exact: candidates are
compared by the ledger's own vectors, sentence by sentence.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from index.embed import Vectors
from index.reading import candidate_rows
from index.snapshot import Snapshot
from index.vector_cache import VectorCache
from index.vectors import Matrix, rows_to_matrix

PROPOSED = 400
"""The nearest by passage, from which the sentences then choose."""
MASKED = 2000
"""Candidates of Chroma where some memos are left out only afterwards: filtering inside it takes 40 times as long."""


class Candidates:
    """Above ``exact_limit`` passages, Chroma is asked. Without ``cache`` the search is exact at any size."""

    def __init__(self, *, exact_limit: int, cache: VectorCache | None) -> None:
        self._limit = exact_limit
        self._cache = cache

    def matrix(
        self,
        connection: Connection,
        query: Vectors,
        words: Sequence[int],
        *,
        memos: Collection[str] | None,
        snapshot: Snapshot,
    ) -> Matrix:
        """``words`` are the passages that full text proposes."""
        dimension = len(query)
        if self._are_few(connection, memos, snapshot):
            return snapshot.matrix(connection, memos, dimension)
        if self._cache is not None and snapshot.count(connection, None) > self._limit:
            ids = self._cache.nearest(query, PROPOSED if memos is None else MASKED)
            if ids is not None:
                return rows_to_matrix(candidate_rows(connection, ids, words), dimension)
        near = snapshot.nearest(connection, query, PROPOSED, memos)
        return snapshot.everything(connection, dimension).matrix(connection, sorted({*near, *words}))

    def _are_few(self, connection: Connection, memos: Collection[str] | None, snapshot: Snapshot) -> bool:
        few = min(PROPOSED, self._limit)
        return (memos is None or len(memos) <= PROPOSED) and snapshot.count(connection, memos) <= few
