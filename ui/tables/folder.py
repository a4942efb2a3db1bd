"""A folder of tables that may be written in many runs, by one process at a time, and is true at every moment.

What each source's tables are lies in a journal; ``datapackage.json`` is written from it now and then, at the end, and
when a run is broken off. It never names a file that is not there as described. Nothing that memolens did not write is
overwritten or removed.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from records.document import Problem
from records.errors import InputError
from ui.export.table_names import file_to_stem, printable, stem_key
from ui.export.tables import TableFiles
from ui.tables import journal
from ui.tables.journal import Entry, Journal
from ui.tables.opening import STATE, cannot_write, open_folder
from ui.tables.owned_files import are_intact, refuse_foreign, remove_owned, write_changed
from ui.tables.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read. ``key`` is its path from the folder of tables; ``stem`` begins the names of its tables."""

    path: Path
    key: str
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from a source: tables, or the reason why there are none. ``lines`` are its tables as JSON."""

    sha256: str | None
    tables: TableFiles
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    loses_text: bool = False
    error: InputError | None = None


class TableFolder:
    """Use as a context manager: leaving it, for whatever reason, completes the data package."""

    def __init__(self, path: Path, *, signature: str) -> None:
        self._path = path
        self._signature = signature
        self._lock = open_folder(path)
        self._part = path / STATE / "part"
        self._journal = Journal(path / STATE / "journal.jsonl")
        self._package = Package(path, part=self._part, named=self._journal.entries)
        self._order: dict[str, None] = {}
        self._unseen: set[str] = set()
        self._hides_unseen = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._journal.compact(self._order)
            self._package.publish(self._journal.entries.values())
            self._part.unlink(missing_ok=True)
        except OSError as failure:
            raise cannot_write(self._path, failure) from failure
        finally:
            self._journal.close()
            self._lock.release()

    def inputs(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Each file once, without what memolens itself wrote here: the folder may lie among its own sources."""
        own = {name for entry in self._journal.entries.values() for name in entry.owned()}
        files: dict[str, Path] = {}
        for path in paths:
            files.setdefault(path_to_key(path, self._path), path)
        return tuple(path for key, path in files.items() if key not in own)

    def sources(self, paths: Iterable[Path]) -> tuple[Source, ...]:
        """Each path with the stem it had in earlier runs, or a new one that no other source has."""
        known = self._journal.entries
        keys = {path_to_key(path, self._path): path for path in paths}
        taken = {stem_key(entry.stem) for entry in known.values()}
        sources = []
        for key, path in keys.items():
            stem = known[key].stem if key in known else file_to_stem(path.name, taken=taken)
            taken.add(stem_key(stem))
            sources.append(Source(path=path, key=key, stem=stem))
        self._order = dict.fromkeys(keys)
        self._unseen = set(keys) & set(known)
        return tuple(sources)

    def others(self) -> int:
        """How many sources of earlier runs have tables here and were not named in this one."""
        return sum(bool(entry.resources) for key, entry in self._journal.entries.items() if key not in self._order)

    def remembers(self, source: Source) -> bool:
        return source.key in self._journal.entries

    def is_current(self, source: Source, sha256: str | None) -> bool:
        """Whether these bytes were read before, and everything that was written from them is still as it was."""
        entry = self._journal.entries[source.key]
        same = (entry.sha256, entry.signature) == (sha256, self._signature) and sha256 is not None
        return same and entry.outcome in ("read", "partial") and are_intact(self._path, entry.files)

    def keep(self, source: Source) -> Entry:
        """What an earlier run said of a source that need not be read again."""
        self._unseen.discard(source.key)
        return self._journal.entries[source.key]

    def write(self, source: Source, reading: Reading) -> tuple[Entry, list[str]]:
        """Write what was read in place of what an earlier run wrote; also the names left alone as changed by others.

        Of a file that cannot even be opened (a drive that is not there today), the tables of the earlier run stay.
        """
        former = self._journal.entries.get(source.key)
        if reading.error and reading.sha256 is None and former is not None and former.files:
            return self._to_entry(source, reading), []
        try:
            self._stop_naming(source)
            entry, left_alone = self._replace(source, reading, owned=former.owned() if former else {})
            self._journal.append(entry)
            if self._package.is_due():
                self._package.publish(self._entries_to_name())
        except OSError as error:
            raise cannot_write(self._path, error) from error
        return entry, left_alone

    def json_lines(self, entry: Entry) -> Iterator[str]:
        """The tables of a source as JSON, one a line, as they were recorded when it was read."""
        name = _cells_name(entry.stem)
        if name in entry.files:
            with gzip.open(self._path / name, "rt", encoding="utf-8") as lines:
                yield from (line.rstrip("\n") for line in lines)

    def _replace(
        self, source: Source, reading: Reading, *, owned: dict[str, tuple[str, ...]]
    ) -> tuple[Entry, list[str]]:
        files = _files_to_write(source, reading)
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        try:
            refuse_foreign(self._path, hashes, owned=owned)
        except InputError as error:
            return _failed(source, error, reading.sha256, may_hold=owned), []
        if files or owned:
            self._journal.append(_begun(source, hashes, owned))
        left_alone = remove_owned(self._path, owned, keep=files)
        write_changed(self._path, files, part=self._part)
        return self._to_entry(source, reading, hashes), left_alone

    def _to_entry(self, source: Source, reading: Reading, hashes: dict[str, str] | None = None) -> Entry:
        if reading.error is not None:
            return _failed(source, reading.error, reading.sha256)
        return Entry(
            source=source.key,
            stem=source.stem,
            outcome="partial" if reading.loses_text else "read",
            sha256=reading.sha256,
            signature=self._signature,
            files=hashes or {},
            resources=tuple(msgspec.Raw(_to_json(resource)) for resource in reading.tables.resources),
            problems=tuple(
                journal.Problem(kind=each.kind, page=each.page, message=each.message) for each in reading.problems
            ),
        )

    def _stop_naming(self, source: Source) -> None:
        """Before files of old change, the data package names neither them nor any that are still to be looked at.

        So it is written anew once in a run for all changes, and not once for each.
        """
        self._unseen.discard(source.key)
        if source.key in self._package.named:
            self._hides_unseen = True
            self._package.publish(entry for entry in self._entries_to_name() if entry.source != source.key)

    def _entries_to_name(self) -> Iterable[Entry]:
        hidden = self._unseen if self._hides_unseen else ()
        return (entry for key, entry in self._journal.entries.items() if key not in hidden)


def path_to_key(path: Path, folder: Path) -> str:
    """The way from ``folder`` to ``path``: it stays the same when both are moved together."""
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive
        relative = str(path.absolute())
    return printable(Path(relative).as_posix())


def _files_to_write(source: Source, reading: Reading) -> dict[str, bytes]:
    if not reading.lines:
        return {}
    cells = gzip.compress("".join(f"{line}\n" for line in reading.lines).encode("utf-8"), compresslevel=1, mtime=0)
    return {**reading.tables.files, _cells_name(source.stem): cells}


def _cells_name(stem: str) -> str:
    return f"{STATE}/cells/{stem}.jsonl.gz"


def _begun(source: Source, hashes: dict[str, str], owned: dict[str, tuple[str, ...]]) -> Entry:
    names = {**owned, **hashes}
    may_hold = {name: (*owned.get(name, ()), *([hashes[name]] if name in hashes else [])) for name in names}
    return Entry(source=source.key, stem=source.stem, outcome="begun", may_hold=may_hold)


def _failed(
    source: Source, error: InputError, sha256: str | None, *, may_hold: dict[str, tuple[str, ...]] | None = None
) -> Entry:
    return Entry(
        source=source.key,
        stem=source.stem,
        outcome="failed",
        sha256=sha256,
        code=error.code,
        reason=printable(str(error)),
        may_hold=may_hold or {},
    )


def _to_json(resource: object) -> bytes:
    return json.dumps(resource, ensure_ascii=False).encode("utf-8")
