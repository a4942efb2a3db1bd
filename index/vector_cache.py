"""Keeps Chroma in step with the ledger: told by the outbox, compared when it is opened, filled again when in doubt.

Nothing here can fail an operation on the ledger, which is the truth: what Chroma could not be told stays in the outbox,
and where it cannot answer, search is exact.
"""

import logging
import shutil
import threading
from pathlib import Path

from sqlalchemy import Engine

from index.audit import wrong_vectors
from index.chroma import BATCH, ChromaCache, cache_errors
from index.embed import Vectors
from index.engine import ledger_errors
from index.ledger import clear_outbox
from index.reading import passage_ids, pending, vectors_of
from index.vectors import bytes_to_vectors
from records.errors import LibraryError

log = logging.getLogger(__name__)


class VectorCache:
    """``model`` is the embedder's name. Opened at the first need, since importing Chroma takes a second."""

    def __init__(self, folder: Path, *, engine: Engine, model: str) -> None:
        self._folder = folder
        self._engine = engine
        self._model = model
        # There while the cache is open: a process that was killed can leave Chroma with ids that it holds and cannot
        # find, which ids alone do not show. After such an end every vector is asked for once.
        self._marker = folder / "in-use"
        self._lock = threading.RLock()
        self._chroma: ChromaCache | None = None

    def open(self) -> ChromaCache:
        """A cache that cannot be opened is thrown away; one that was opened is compared with the ledger."""
        with self._lock:
            if self._chroma is None:
                try:
                    self._chroma = self._compared(ChromaCache(self._subfolder(), model=self._model))
                except LibraryError:
                    log.warning("The vector cache was damaged and is filled again.")
                    self._throw_away()
                    self._chroma = self._compared(ChromaCache(self._subfolder(), model=self._model))
            return self._chroma

    def close(self) -> None:
        with self._lock:
            if self._chroma is not None:
                self._chroma.close()
                self._chroma = None
                self._marker.unlink(missing_ok=True)

    def nearest(self, query: Vectors, limit: int) -> list[str] | None:
        """Passage ids, nearest first; ``None`` where Chroma fails."""
        try:
            return self.open().nearest(query, limit)
        except LibraryError:
            log.warning("The vector cache does not answer: searching exactly. `memolens verify` tells more.")
            return None

    def drain(self) -> None:
        """Tells Chroma what the outbox holds. Told twice is told once, so a crash in between does no harm."""
        with self._lock:
            try:
                while self._drain_some():
                    pass
            except LibraryError as error:
                log.warning("The vector cache is behind the ledger until the next opening: %s", error)

    def heal(self) -> None:
        """Ids both ways, then every vector; what still does not find itself is cured by filling the cache anew."""
        with self._lock:
            try:
                self.drain()
                chroma = self.open()
                self._match_ids(chroma)
                self._cure(chroma)
                if not self._wrong(chroma):
                    return
            except LibraryError as error:
                log.warning("The vector cache is filled again: %s", error)
            self.refill()

    def refill(self) -> None:
        """Throws the cache away and fills a new one."""
        with self._lock:
            self.close()
            self._throw_away()
            self.open()
            self.drain()

    def _compared(self, chroma: ChromaCache) -> ChromaCache:
        try:
            self._match_ids(chroma)
            if self._marker.exists():
                self._cure(chroma)
            with cache_errors():
                self._marker.touch()
        except LibraryError:
            chroma.close()
            raise
        return chroma

    def _subfolder(self) -> Path:
        """Numbered, since within one process Chroma cannot open a folder again that it once failed to open."""
        numbers = [int(path.name) for path in self._folder.glob("*") if path.name.isdecimal()]
        return self._folder / str(max(numbers, default=1))

    def _throw_away(self) -> None:
        with cache_errors():
            old = self._subfolder()
            (self._folder / str(int(old.name) + 1)).mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.rmtree(old, ignore_errors=True)

    def _drain_some(self) -> bool:
        with ledger_errors("read"), self._engine.connect() as connection:
            told = pending(connection, BATCH)
        if not told:
            return False
        chroma = self.open()
        last = {passage_id: operation for _, operation, passage_id in told}
        chroma.delete([one for one, operation in last.items() if operation == "delete"])
        self._put(chroma, [one for one, operation in last.items() if operation == "upsert"])
        with ledger_errors("written"), self._engine.begin() as connection:
            clear_outbox(connection, up_to=told[-1][0])
        return True

    def _match_ids(self, chroma: ChromaCache) -> None:
        with ledger_errors("read"), self._engine.connect() as connection:
            wanted = passage_ids(connection)
        held = chroma.ids()
        chroma.delete(sorted(held - wanted))
        self._put(chroma, sorted(wanted - held))

    def _cure(self, chroma: ChromaCache) -> None:
        if wrong := self._wrong(chroma):
            chroma.delete(wrong)
            self._put(chroma, wrong)

    def _put(self, chroma: ChromaCache, ids: list[str]) -> None:
        """Ids that the ledger no longer knows are passed over: their deletion stands later in the outbox."""
        for start in range(0, len(ids), BATCH):
            with ledger_errors("read"), self._engine.connect() as connection:
                known = vectors_of(connection, ids[start : start + BATCH])
            if known:
                size = len(next(iter(known.values()))) // 4
                chroma.upsert_changed(list(known), bytes_to_vectors(b"".join(known.values()), size))

    def _wrong(self, chroma: ChromaCache) -> list[str]:
        with ledger_errors("read"), self._engine.connect() as connection:
            return wrong_vectors(connection, chroma)
