"""What search has read of one state of the ledger, kept for as long as that state lasts.

A question is searched for in memo after memo and in all of them together: the vectors and passages of the memos that
are asked again and again, and what full text and vectors make of the question, are the same each time. When anything in
the ledger changes, all of it is dropped.
"""

import threading
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection

from index.embed import Vectors
from index.full_text import Ranking, best_of_all, sift
from index.kept import Kept
from index.nearest import PassageVectors, read_passage_vectors
from index.reading import fact, memos_of, passage_count, passages_by_number, vector_rows
from index.vectors import Matrix, rows_to_matrix
from records.passage import Passage

FEW = 8
"""Where no more than one passage in so many is looked at, their vectors are taken out first."""
MEMOS_KEPT, PASSAGES_KEPT, WORDS_KEPT, QUESTIONS_KEPT = 256, 4096, 10_000, 16
"""The vectors of a memo take 0.15 MB, a passage 10 KB, a question's scores of 100,000 passages 0.4 MB."""


class Snapshot:
    """Of one generation of the ledger. Threads may share one."""

    def __init__(self, generation: str | None) -> None:
        self.generation = generation
        self._rankings: Kept[str, tuple[Ranking, Mapping[int, str]]] = Kept(most=QUESTIONS_KEPT)
        self._lock = threading.Lock()
        self._all: PassageVectors | None = None
        self._word_counts: Kept[str, int] = Kept(most=WORDS_KEPT)
        self._counts: Kept[str | None, int] = Kept(most=MEMOS_KEPT)
        self._matrices: Kept[str, Matrix] = Kept(most=MEMOS_KEPT)
        self._passages: Kept[int, Passage] = Kept(most=PASSAGES_KEPT)
        self._scores: Kept[bytes, Vectors] = Kept(most=QUESTIONS_KEPT)

    def count(self, connection: Connection, memos: Collection[str] | None) -> int:
        """How many passages the memos have; ``None`` is all memos."""
        if memos is not None and len(memos) != 1:
            return passage_count(connection, memos)
        key = None if memos is None else next(iter(memos))
        return self._counts.get(key, lambda: passage_count(connection, memos))

    def matrix(self, connection: Connection, memos: Collection[str] | None, dimension: int) -> Matrix:
        """Every passage of the memos."""
        if memos is not None and len(memos) == 1:
            return self._matrices.get(
                next(iter(memos)), lambda: rows_to_matrix(vector_rows(connection, memos), dimension)
            )
        return rows_to_matrix(vector_rows(connection, memos), dimension)

    def everything(self, connection: Connection, dimension: int) -> PassageVectors:
        with self._lock:
            if self._all is None:
                self._all = read_passage_vectors(connection, dimension)
            return self._all

    def nearest(self, connection: Connection, query: Vectors, limit: int, memos: Collection[str] | None) -> list[int]:
        """The numbers of the passages nearest to ``query``, of the given memos only, in no order."""
        vectors = self.everything(connection, len(query))
        allowed = vectors.of_memos(memos)
        scores = self._scores.find(query.tobytes())
        if scores is None and allowed is not None and len(allowed) * FEW < len(vectors.numbers):
            return vectors.best(vectors.scores(query, allowed), limit, allowed=allowed)
        if scores is None:
            scores = self._scores.put(query.tobytes(), vectors.scores(query))
        return vectors.best(scores if allowed is None else scores[allowed], limit, allowed=allowed)

    def words(self, connection: Connection, text: str, memos: Collection[str] | None, limit: int) -> Ranking:
        """Full text's ranking over many memos, for which it is asked once a question."""
        best, of_memo = self._rankings.get(text, lambda: self._best_of_all(connection, text))
        return sift(best, of_memo, memos=memos, limit=limit)

    def _best_of_all(self, connection: Connection, text: str) -> tuple[Ranking, Mapping[int, str]]:
        best = best_of_all(connection, text, self._word_counts)
        numbers = [number for number, _ in best]
        return best, self._all.memos_of(numbers) if self._all is not None else memos_of(connection, numbers)

    def passages(self, connection: Connection, numbers: Sequence[int]) -> Mapping[int, Passage]:
        found = {number: passage for number in numbers if (passage := self._passages.find(number)) is not None}
        for number, passage in passages_by_number(connection, [n for n in numbers if n not in found]).items():
            found[number] = self._passages.put(number, passage)
        return found


class Snapshots:
    """The present one. A reader that still looks at an older state gets one of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._present = Snapshot(None)

    def of(self, connection: Connection) -> Snapshot:
        generation = fact(connection, "generation")
        with self._lock:
            if self._present.generation != generation or generation is None:
                self._present = Snapshot(generation)
            return self._present
