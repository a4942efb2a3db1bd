"""The ``datapackage.json`` of a folder of tables: every table as a resource, and what became of every file."""

import json
import time
from collections.abc import Iterable
from pathlib import Path

from ui.tables.journal import Entry

PACKAGE_FILE = "datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_REST = 2.0
"""Seconds between two writings during a run; longer where one takes more than a twentieth of that."""


class Package:
    """The file on disk, and ``named``: the sources that it may name. It is replaced as a whole, never half-written."""

    def __init__(self, folder: Path, *, part: Path, named: Iterable[str]) -> None:
        self._path = folder / PACKAGE_FILE
        self._part = part
        self.named = set(named)
        self._next = time.monotonic() + _REST

    def is_due(self) -> bool:
        return time.monotonic() >= self._next

    def publish(self, entries: Iterable[Entry]) -> None:
        """Entries whose files are not complete are left out."""
        started = time.monotonic()
        complete = [entry for entry in entries if entry.outcome != "begun"]
        self._part.write_bytes(entries_to_package(complete))
        self._part.replace(self._path)
        self.named = {entry.source for entry in complete}
        ended = time.monotonic()
        self._next = ended + max(_REST, 20 * (ended - started))


def entries_to_package(entries: Iterable[Entry]) -> bytes:
    """One resource and one outcome a line."""
    entries = list(entries)
    resources = [bytes(resource).decode("utf-8") for entry in entries for resource in entry.resources]
    outcomes = [json.dumps(_entry_to_outcome(entry), ensure_ascii=False) for entry in entries]
    text = f'{{"$schema": "{_SCHEMA}",\n"resources": {_lines(resources)},\n"outcomes": {_lines(outcomes)}}}\n'
    return text.encode("utf-8")


def _entry_to_outcome(entry: Entry) -> dict[str, object]:
    problems = [{"kind": each.kind, "page": each.page, "message": each.message} for each in entry.problems]
    outcome = {
        "source_path": entry.source,
        "sha256": entry.sha256,
        "outcome": entry.outcome,
        "tables": len(entry.resources),
        "code": entry.code,
        "reason": entry.reason,
        "problems": problems,
    }
    return {name: value for name, value in outcome.items() if value not in (None, [])}


def _lines(items: list[str]) -> str:
    return "[\n" + ",\n".join(items) + "\n]" if items else "[]"
