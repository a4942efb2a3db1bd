"""What memolens wrote into a folder of tables, and from which files: one line an event, only ever appended.

A line is written before the files it announces and another when they are complete, so that after a crash every file in
the folder is known for ours or for somebody else's. The last line on a source holds. A line that a crash cut off is
passed over; what it would have said is found out by reading that source again.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

Outcome = Literal["begun", "read", "partial", "failed"]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """As in ``records.document``, without what it means for a memo."""

    kind: str
    page: int | None
    message: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One source's last event. ``source`` is its path from the folder, ``stem`` begins the names of its files.

    ``files`` are the complete ones with their hashes; ``may_hold`` are hashes of what may lie under a name where the
    writing was begun, or was refused. ``signature`` says by which program and settings the source was read.
    """

    source: str
    stem: str
    outcome: Outcome
    sha256: str | None = None
    signature: str | None = None
    files: dict[str, str] = {}
    may_hold: dict[str, tuple[str, ...]] = {}
    resources: tuple[msgspec.Raw, ...] = ()
    problems: tuple[Problem, ...] = ()
    code: str | None = None
    reason: str | None = None

    def owned(self) -> dict[str, tuple[str, ...]]:
        """Every name under which something of this source may lie, with the hashes that show it to be ours."""
        names = {**self.may_hold, **self.files}
        return {name: (*self.may_hold.get(name, ()), *_as_tuple(self.files.get(name))) for name in names}


_to_entry = msgspec.json.Decoder(Entry).decode
_to_line = msgspec.json.Encoder().encode


class Journal:
    """The file and its entries by source. One process at a time: the folder's lock sees to that."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.entries: dict[str, Entry] = dict(_read_entries(path))
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        if path.stat().st_size:
            os.write(self._handle, b"\n")  # ends a line that was cut off; an empty line says nothing

    def append(self, entry: Entry) -> None:
        """On the disk's way before this returns: a killed process loses no line that was appended."""
        line = memoryview(_to_line(entry) + b"\n")
        while line:
            line = line[os.write(self._handle, line) :]
        self.entries[entry.source] = entry

    def compact(self, order: Iterable[str]) -> None:
        """One line a source, those of ``order`` first, so that the same outcome is the same bytes."""
        sources = dict.fromkeys((*(source for source in order if source in self.entries), *self.entries))
        self.entries = {source: self.entries[source] for source in sources}
        part = self._path.with_suffix(".part")
        with part.open("wb") as file:
            file.writelines(_to_line(entry) + b"\n" for entry in self.entries.values())
        part.replace(self._path)

    def close(self) -> None:
        os.close(self._handle)


def _read_entries(path: Path) -> Iterable[tuple[str, Entry]]:
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            try:
                entry: Entry = _to_entry(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
            yield entry.source, entry


def _as_tuple(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)
