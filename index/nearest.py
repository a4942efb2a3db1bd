"""Every passage's vector in memory, compared with a question's in one product: exact, and indifferent to a filter.

A hundred thousand passages are 150 MB and 7 ms. The sentences' vectors, six times as many, stay in the ledger: they are
fetched for the nearest passages alone, which then are ranked by both.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from index.embed import Vectors
from index.schema import passages, versions
from index.vectors import bytes_to_vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageVectors:
    """In the ledger's order. ``memos[i]`` is the place of passage ``i``'s memo in ``memo_ids``."""

    numbers: NDArray[np.int64]
    memos: NDArray[np.int32]
    memo_ids: dict[str, int]
    vectors: Vectors

    def nearest(self, query: Vectors, limit: int, *, memos: Collection[str] | None) -> list[int]:
        """The numbers of the passages nearest to ``query``, of the given memos only, in no order."""
        allowed = self._of_memos(memos)
        scores = self.vectors @ query
        if allowed is not None:
            scores = scores[allowed]
        numbers = self.numbers if allowed is None else self.numbers[allowed]
        if len(scores) > limit:
            numbers = numbers[np.argpartition(scores, len(scores) - limit)[-limit:]]
        return [int(number) for number in numbers]

    def _of_memos(self, memos: Collection[str] | None) -> NDArray[np.int64] | None:
        if memos is None:
            return None
        wanted = np.zeros(len(self.memo_ids) + 1, dtype=bool)
        wanted[[self.memo_ids[memo] for memo in memos if memo in self.memo_ids]] = True
        return None if wanted[:-1].all() else np.flatnonzero(wanted[self.memos])


def read_passage_vectors(connection: Connection, dimension: int) -> PassageVectors:
    query = select(passages.c.number, versions.c.memo_id, passages.c.vector).join(
        versions, versions.c.number == passages.c.version
    )
    rows = connection.execute(query.order_by(passages.c.number)).all()
    memo_ids: dict[str, int] = {}
    memos = [memo_ids.setdefault(row.memo_id, len(memo_ids)) for row in rows]
    return PassageVectors(
        numbers=np.array([row.number for row in rows], dtype=np.int64),
        memos=np.array(memos, dtype=np.int32),
        memo_ids=memo_ids,
        vectors=bytes_to_vectors(b"".join(row.vector for row in rows), dimension),
    )
