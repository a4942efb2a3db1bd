"""The library: what the rest of the program knows of this room.

The ledger is the truth and changes by one transaction a memo. The originals are stored before it, Chroma is told after
it, and whatever a crash leaves between the three is put right at the next opening. The vector model is loaded when the
first text needs a vector, so that listing takes no time.
"""

import logging
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date
from hashlib import sha256 as hash_bytes
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from filelock import FileLock
from sqlalchemy import Connection, Engine

from index import reading
from index.audit import find_faults
from index.candidates import Candidates
from index.chroma import CacheError
from index.current import CurrentMemos
from index.decisions import put_decision, read_decisions, take_back
from index.embed import Embedder, settings_to_embedder
from index.encoding import record_to_bytes
from index.engine import ledger_errors, ledger_reading, open_engine, sqlite_url
from index.files import Originals, stored_name
from index.folder import LibraryFolder
from index.ledger import next_generation, put_version, withdraw
from index.memo_reader import MemoReader
from index.passages import memo_to_passages
from index.reading import Names
from index.recipe import bring_up_to_date, is_made_otherwise, put_recipe
from index.search import Way
from index.searcher import Searcher
from index.upkeep import recut_all, recut_damaged, sweep
from index.vector_cache import VectorCache
from index.vectors import embed_passages
from records.errors import LibraryError, MemolensError, NotFound
from records.facts import Project
from records.identity import Decision
from records.library import Fault, MemoEntry
from records.memo import Memo
from records.passage import Hit, Passage
from records.settings import Settings

log = logging.getLogger(__name__)


class Library:
    """Open with ``Library.open``; close it, or use it in a ``with`` statement. Threads may share one."""

    def __init__(
        self, folder: LibraryFolder, engine: Engine, *, embedder: Embedder, settings: Settings, lock: FileLock | None
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._embedder = embedder
        self._lock = lock
        self._writing = threading.RLock()
        self._originals = Originals(folder.files)
        self._cache = VectorCache(folder.chroma, engine=engine, model=embedder.name)
        self._current = CurrentMemos(engine)
        self._memos = MemoReader(engine, self._current)
        self._searcher = Searcher(
            engine,
            embedder=embedder,
            current=self._current,
            candidates=Candidates(exact_limit=settings.exact_search_limit, cache=self._cache if lock else None),
            reads_only=lock is None,
        )

    @classmethod
    def open(
        cls, folder: Path, *, settings: Settings, write: bool = True, embedder: Embedder | None = None
    ) -> "Library":
        """Makes the library if there is none. ``write=False`` reads beside a writer and changes nothing."""
        place = LibraryFolder(folder)
        model = embedder or settings_to_embedder(settings)
        with ExitStack() as undo:
            lock = None
            if write:
                place.prepare()
                lock = place.lock()
                undo.callback(lock.release)
            elif not settings.database_url:
                place.require()
            engine = open_engine(settings.database_url or sqlite_url(place.ledger))
            undo.callback(engine.dispose)
            bring_up_to_date(engine, place, write=write)
            library = cls(place, engine, embedder=model, settings=settings, lock=lock)
            if write:
                library._start()
            undo.pop_all()
        return library

    def close(self) -> None:
        self._cache.close()
        self._current.close()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Taking in and giving up

    def add(self, memo: Memo, *, original: bytes) -> Literal["added", "updated", "unchanged"]:
        """Makes this the memo's current version. ``original`` is the file that the memo was read from."""
        sha256 = memo.document.sha256
        if hash_bytes(original).hexdigest() != sha256:
            raise ValueError("the memo was read from other bytes than these")
        with self._writing:
            self._require_writing()
            packed, stored_as = record_to_bytes(memo), stored_name(sha256, memo.document.file)
            before = self._outcome(memo)
            embedded = embed_passages(memo_to_passages(memo), self._embedder) if before != "unchanged" else ()
            with self._stored(original, stored_as):  # also where it is unchanged: a lost copy comes back
                if before != "unchanged":
                    with self._change() as connection:
                        put_version(connection, memo, packed=packed, stored_as=stored_as, embedded=embedded)
            self._cache.drain()
            return before

    def withdraw(self, memo_id: str) -> str:
        """Out of every index; citations that were given stay resolvable. Returns the id."""
        with self._writing:
            self._require_writing()
            entry = self.entry(memo_id)
            with self._change() as connection:
                withdraw(connection, entry.id)
            self._cache.drain()
            return entry.id

    # Records

    def find_file(self, sha256: str) -> str | None:
        """The memo whose current version was read from these very bytes: they need not be read again."""
        with self._read() as connection:
            return reading.current_id(connection, sha256)

    def memos(self, *, include_superseded: bool = False) -> tuple[MemoEntry, ...]:
        """Oldest first. With ``include_superseded``, every version, also of memos that were withdrawn."""
        if not include_superseded:
            return self._current.listed().entries
        with self._read() as connection:
            return reading.entries(connection, current=False)

    def entry(self, wanted: str) -> MemoEntry:
        """The current memo of this id, beginning of an id, date, month or year."""
        return self._current.listed().entry(wanted)

    def memo(self, memo_id: str, *, sha256: str | None = None) -> Memo:
        """With ``sha256``, that version of the memo, even if it was superseded or withdrawn since."""
        return self._memos.memo(memo_id) if sha256 is None else self._memos.version(memo_id, sha256)

    def projects(
        self, *, memo: str | None = None, as_of: date | None = None, status: str | None = None
    ) -> tuple[Project, ...]:
        """Of all current memos, of one, or with ``as_of`` of each body's latest memo up to that date."""
        if memo is not None and as_of is None and status is None:
            return self._memos.projects(memo)
        return self._memos.projects_where(memo=memo, as_of=as_of, status=status)

    def names(self, memos: Sequence[str]) -> tuple[Names, ...]:
        """The names of each of the memos' projects, in their order, at a small part of the cost of the memos."""
        return self._memos.names(memos)

    def passages(self, memo_id: str | None = None) -> tuple[Passage, ...]:
        wanted = None if memo_id is None else self.entry(memo_id).id
        with self._read() as connection:
            return reading.read_passages(connection, wanted)

    def original(self, sha256: str) -> Path:
        """The stored copy of a file, of any version."""
        with self._read() as connection:
            name = reading.stored_name_of(connection, sha256)
        if name is None:
            raise NotFound("The library never took in a file with this checksum.")
        path = self._originals.path(name)
        if not path.is_file():
            raise LibraryError("The stored copy of this file is gone; take the file in again with `memolens ingest`.")
        return path

    # A person's decisions

    def decisions(self) -> tuple[Decision, ...]:
        """Those that hold, oldest first. They name projects, not versions, and so outlive every re-ingest."""
        with self._read() as connection:
            return read_decisions(connection)

    def decide(self, decision: Decision) -> None:
        """Takes the place of an earlier decision on the same two names of the same body."""
        with self._change() as connection:
            put_decision(connection, decision)

    def take_back(self, one: str, other: str) -> int:
        """How many decisions on the two names there were; from now on the evidence decides again."""
        with self._change() as connection:
            return take_back(connection, one, other)

    # Search

    def search(
        self, query: str, *, memos: Collection[str] | None = None, limit: int = 10, way: Way = "both"
    ) -> tuple[Hit, ...]:
        """The best passages, best first; ``memos`` are the ids to search in. Any string will do."""
        return self._searcher.search(query, memos=memos, limit=limit, way=way)

    def memos_near(self, query: str, *, memos: Collection[str] | None = None, limit: int = 10) -> tuple[str, ...]:
        """The id of each hit's memo, best first, at less cost than the hits."""
        return self._searcher.memos_near(query, memos=memos, limit=limit)

    def likeness(self, text: str, others: tuple[str, ...]) -> tuple[float, ...]:
        """The cosine of ``text`` with each of ``others``, whose vectors are kept: meant for wordings that stay."""
        return self._searcher.likeness(text, others)

    # Upkeep

    def verify(self) -> tuple[Fault, ...]:
        """Everything is compared with everything; nothing is repaired. Chroma only by the process that writes."""
        with self._writing, self._read() as connection:
            if self._lock is None:
                return find_faults(connection, self._originals, None)
            try:
                return find_faults(connection, self._originals, self._cache.open())
            except CacheError as error:
                broken = Fault(kind="chroma", message=str(error))
                return (*find_faults(connection, self._originals, None), broken)

    def heal(self) -> None:
        """Repairs what can be repaired from the ledger; afterwards ``verify`` finds only what is truly lost."""
        with self._writing:
            self._require_writing()
            sweep(self._engine, self._originals)
            with self._change() as connection:
                recut_damaged(connection, self._embedder)
            self._cache.heal()

    def rebuild(self) -> None:
        """Cuts, embeds and indexes every memo anew from the ledger: after a change of model or of passage rules."""
        with self._writing:
            with self._change() as connection:
                recut_all(connection, self._embedder)
                put_recipe(connection, self._embedder)
            self._cache.refill()

    def _start(self) -> None:
        """What an earlier process left undone, and what it did with another model."""
        sweep(self._engine, self._originals)
        with self._read() as connection:
            made_otherwise = is_made_otherwise(connection, self._embedder)
        if made_otherwise is None:
            with self._change() as connection:
                put_recipe(connection, self._embedder)
        elif made_otherwise:
            log.warning("The embedding model or the passage rules have changed: indexing all memos again.")
            self.rebuild()
        self._cache.drain()

    def _outcome(self, memo: Memo) -> Literal["added", "updated", "unchanged"]:
        same_bytes = self.find_file(memo.document.sha256)
        if same_bytes == memo.id:
            return "unchanged"
        known = any(entry.id == memo.id for entry in self.memos())
        return "updated" if known or same_bytes else "added"

    def _require_writing(self) -> None:
        if self._lock is None:
            raise LibraryError("This library was opened for reading only.")

    @contextmanager
    def _stored(self, original: bytes, name: str) -> Iterator[None]:
        """The file first, then its row; without the row, no file."""
        try:
            self._originals.store(original, name)
            yield
        except MemolensError:
            sweep(self._engine, self._originals)
            raise

    def _read(self) -> AbstractContextManager[Connection]:
        return ledger_reading(self._engine)

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        self._require_writing()
        with self._writing, ledger_errors("written"), self._engine.begin() as connection:
            yield connection
            next_generation(connection)
