"""The current memos as one list, read anew only when somebody has changed the ledger.

SQLite tells a connection in microseconds whether any other has written (``data_version``); asking each time for the
ledger's own generation took most of the time of a question that looks at dozens of memos.
"""

import threading
from dataclasses import dataclass

from sqlalchemy import Engine

from index import reading
from index.engine import ledger_errors
from index.resolve import resolve_memo
from records.library import MemoEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """``state`` is another number after each change."""

    state: int
    entries: tuple[MemoEntry, ...]
    by_id: dict[str, MemoEntry]

    def entry(self, wanted: str) -> MemoEntry:
        return self.by_id.get(wanted) or resolve_memo(wanted, self.entries)


class CurrentMemos:
    """Safe with threads. Its connection writes nothing, so that every change is another's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._watch = engine.connect()
        self._watch.rollback()
        self._listed: Listed | None = None

    def listed(self) -> Listed:
        with self._lock, ledger_errors("read"):
            state = self._state()
            if self._listed is None or self._listed.state != state:
                with self._engine.connect() as connection:
                    entries = reading.entries(connection, current=True)
                self._listed = Listed(state=state, entries=entries, by_id={entry.id: entry for entry in entries})
            return self._listed

    def close(self) -> None:
        self._watch.close()

    def _state(self) -> int:
        cursor = self._watch.connection.cursor()
        try:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        finally:
            cursor.close()
