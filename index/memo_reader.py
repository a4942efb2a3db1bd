"""The current memos as records, whole or in part: each is read once while nothing changes."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Engine

from index import reading
from index.current import CurrentMemos
from index.engine import ledger_reading
from index.kept import Kept
from index.reading import Names
from records.errors import NotFound
from records.facts import Project
from records.memo import Memo

MEMOS_KEPT, PROJECTS_KEPT, NAMES_KEPT = 256, 1024, 10_000
"""A memo as a record takes 0.7 MB, and 8 ms to be read anew: the series of a dozen committees fit in. The names of its
projects take 2 KB and a twentieth of the time."""


class MemoReader:
    """Threads may share one."""

    def __init__(self, engine: Engine, current: CurrentMemos) -> None:
        self._engine = engine
        self._current = current
        self._memos: Kept[tuple[int, str], Memo] = Kept(most=MEMOS_KEPT)
        self._projects: Kept[tuple[int, str], tuple[Project, ...]] = Kept(most=PROJECTS_KEPT)
        self._names: Kept[tuple[int, str], Names] = Kept(most=NAMES_KEPT)

    def memo(self, wanted: str) -> Memo:
        listed = self._current.listed()
        entry = listed.entry(wanted)
        return self._memos.get((listed.state, entry.id), lambda: self.version(entry.id, entry.sha256))

    def version(self, memo_id: str, sha256: str) -> Memo:
        """Also of a memo that was superseded or withdrawn since."""
        with ledger_reading(self._engine) as connection:
            found = reading.memo(connection, memo_id, sha256=sha256)
        if found is None:
            raise NotFound(f"No such version of the memo {memo_id!r}.")
        return found

    def projects(self, wanted: str) -> tuple[Project, ...]:
        listed = self._current.listed()
        entry = listed.entry(wanted)

        def read() -> tuple[Project, ...]:
            with ledger_reading(self._engine) as connection:
                return reading.read_projects(connection, [entry.id], status=None)

        return self._projects.get((listed.state, entry.id), read)

    def projects_where(self, *, memo: str | None, as_of: date | None, status: str | None) -> tuple[Project, ...]:
        listed = self._current.listed()
        entries = listed.entries if memo is None else (listed.entry(memo),)
        if as_of is not None:
            entries = reading.latest_per_body(entries, as_of)
        with ledger_reading(self._engine) as connection:
            return reading.read_projects(connection, [entry.id for entry in entries], status=status)

    def names(self, memos: Sequence[str]) -> tuple[Names, ...]:
        state = self._current.listed().state
        found = {memo: names for memo in memos if (names := self._names.find((state, memo))) is not None}
        if missing := [memo for memo in memos if memo not in found]:
            with ledger_reading(self._engine) as connection:
                for memo, names in reading.read_names(connection, missing).items():
                    found[memo] = self._names.put((state, memo), names)
        return tuple(found[memo] for memo in memos)
