"""Chroma: approximate nearest neighbours for libraries too large to compare every vector.

A cache of the ledger's passage vectors and nothing more: it holds ids and vectors that we computed, no text, and can be
thrown away at any time. One process owns the folder (two lose vectors without an error), so only a library that is
open for writing comes here. Chroma is never asked to embed anything: it would fetch a model.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from index.embed import Vectors
from records.errors import LibraryError

BATCH = 5000
"""Chroma refuses more than 5,461 at once."""
TUNING = {"space": "cosine", "max_neighbors": 32, "ef_construction": 200, "ef_search": 200}
"""Recall@10 of .992 against exact search on real sentences; the defaults reach .977."""


class CacheError(LibraryError):
    """Chroma fails. Nothing is lost by it: the ledger holds every vector."""


class ChromaCache:
    """``model`` names the collection, so that vectors of two models never meet in one."""

    def __init__(self, folder: Path, *, model: str) -> None:
        import chromadb
        from chromadb.config import Settings

        self._folder = folder
        self._name = f"passages-{sha256(model.encode()).hexdigest()[:12]}"
        with cache_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._client: Any = chromadb.PersistentClient(
                path=str(folder), settings=Settings(anonymized_telemetry=False)
            )
            self._collection: Any = self._client.get_or_create_collection(
                self._name, embedding_function=None, configuration={"hnsw": TUNING}
            )

    def close(self) -> None:
        self._client.close()

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        for start in range(0, len(ids), BATCH):
            batch = slice(start, start + BATCH)
            with cache_errors():
                self._collection.upsert(ids=list(ids[batch]), embeddings=vectors[batch])

    def upsert_changed(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Leaves alone what is held already: putting the same vector twice wears the graph out."""
        held: dict[str, Vectors] = {}
        for start in range(0, len(ids), BATCH):
            with cache_errors():
                found = self._collection.get(ids=list(ids[start : start + BATCH]), include=["embeddings"])
            held |= dict(zip(found["ids"], found["embeddings"], strict=True))
        changed = [at for at, one in enumerate(ids) if one not in held or not np.allclose(held[one], vectors[at])]
        if changed:
            self.upsert([ids[at] for at in changed], vectors[changed])

    def delete(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), BATCH):
            with cache_errors():
                self._collection.delete(ids=list(ids[start : start + BATCH]))

    def nearest(self, query: Vectors, limit: int) -> list[str]:
        with cache_errors():
            found = self._collection.query(query_embeddings=query.reshape(1, -1), n_results=limit, include=[])
        return list(found["ids"][0])

    def ids(self) -> set[str]:
        return {one for batch in self._batches(include=[]) for one in batch["ids"]}

    def vectors(self) -> Iterator[tuple[list[str], Vectors]]:
        for batch in self._batches(include=["embeddings"]):
            yield list(batch["ids"]), np.asarray(batch["embeddings"], dtype=np.float32)

    def lost(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those that are stored but not found by their own vector (equal vectors stand for each other)."""
        missed = []
        for start in range(0, len(ids), 100):
            batch = slice(start, start + 100)
            with cache_errors():
                found = self._collection.query(query_embeddings=vectors[batch], n_results=1, include=["distances"])
            pairs = zip(ids[batch], found["ids"], found["distances"], strict=True)
            missed += [own for own, got, far in pairs if got != [own] and not (far and far[0] < 1e-5)]
        return missed

    def _batches(self, *, include: list[str]) -> Iterator[dict[str, Any]]:
        offset = 0
        while True:
            with cache_errors():
                batch = self._collection.get(include=include, limit=BATCH, offset=offset)
            if not batch["ids"]:
                return
            yield batch
            offset += len(batch["ids"])


@contextmanager
def cache_errors() -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, RuntimeError, OSError) as error:
        raise CacheError(f"The vector cache (the folder `chroma` of the library) fails: {error}") from error
