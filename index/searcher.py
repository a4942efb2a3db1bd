"""Search over the ledger's passages: full text for the words, vectors for the meaning, each taken where it is exact.

The vector model is loaded when the first text needs a vector. What is read of the ledger is kept while it stays as it
is (``index.snapshot``).
"""

from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import Connection, Engine

from index.candidates import Candidates
from index.current import CurrentMemos
from index.embed import Embedder, Vectors
from index.engine import ledger_reading
from index.full_text import FEW_MEMOS, Ranking, full_text_ranked
from index.reading import fact
from index.search import DEPTH, Ranked, Way, hybrid_search, ranked_to_hits
from index.snapshot import Snapshot, Snapshots
from records.errors import LibraryError
from records.passage import Hit

TEXTS_KEPT = 64


class Searcher:
    """Threads may share one. Where the library is only read, one that was indexed with another model is refused: who
    writes indexes it again."""

    def __init__(
        self,
        engine: Engine,
        *,
        embedder: Embedder,
        current: CurrentMemos,
        candidates: Candidates,
        reads_only: bool,
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._current = current
        self._candidates = candidates
        self._reads_only = reads_only
        self._snapshots = Snapshots()
        self._wordings: dict[tuple[str, ...], Vectors] = {}
        # One question is searched for in memo after memo.
        self.vector = lru_cache(maxsize=TEXTS_KEPT)(lambda text: embedder.encode([text])[0])

    def search(self, query: str, *, memos: Collection[str] | None, limit: int, way: Way) -> tuple[Hit, ...]:
        with ledger_reading(self._engine) as connection:
            found = self._best(connection, query, memos=memos, limit=limit, way=way)
            return ranked_to_hits(found[0], found[1].passages(connection, found[0].numbers)) if found else ()

    def memos_near(self, query: str, *, memos: Collection[str] | None, limit: int) -> tuple[str, ...]:
        """The memo of each hit that ``search`` would give, without reading its passages."""
        with ledger_reading(self._engine) as connection:
            found = self._best(connection, query, memos=memos, limit=limit, way="both")
            return found[0].memos if found else ()

    def _best(
        self, connection: Connection, query: str, *, memos: Collection[str] | None, limit: int, way: Way
    ) -> tuple[Ranked, Snapshot] | None:
        text = query.encode("utf-8", "ignore").decode()
        if not text.strip() or limit < 1:
            return None
        memos = self._narrowed(memos)
        self._require_same_model(connection)
        snapshot = self._snapshots.of(connection)
        vector = self.vector(text)
        words = _ranked_words(connection, text, memos, snapshot)
        numbers = [number for number, _ in words]
        matrix = self._candidates.matrix(connection, vector, numbers, memos=memos, snapshot=snapshot)
        return hybrid_search(words, vector, matrix, memos=memos, limit=limit, way=way), snapshot

    def likeness(self, text: str, others: tuple[str, ...]) -> tuple[float, ...]:
        if others not in self._wordings:
            self._wordings[others] = self._embedder.encode(others)
        clean = text.encode("utf-8", "ignore").decode()
        return tuple(float(cosine) for cosine in self._wordings[others] @ self.vector(clean))

    def _narrowed(self, memos: Collection[str] | None) -> Collection[str] | None:
        """``None`` where all memos are named, and so nothing is left out."""
        if memos is None:
            return None
        known = self._current.listed().by_id
        return None if len(memos) >= len(known) and set(memos) >= known.keys() else memos

    def _require_same_model(self, connection: Connection) -> None:
        if self._reads_only and fact(connection, "model") not in (None, self._embedder.name):
            raise LibraryError(
                "The library was indexed with another embedding model. `memolens verify` indexes it again; "
                "or set MEMOLENS_MODEL to the model it was made with."
            )


def _ranked_words(connection: Connection, text: str, memos: Collection[str] | None, snapshot: Snapshot) -> Ranking:
    if memos is not None and len(memos) <= FEW_MEMOS:
        return full_text_ranked(connection, text, memos=memos, limit=DEPTH)
    return snapshot.words(connection, text, memos, DEPTH)
