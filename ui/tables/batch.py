"""From files to a folder of tables: several read at a time, written in their order, one outcome a file.

Whatever goes wrong with a file is its outcome, with the reason, and the batch goes on.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ingest.read import open_regular, read_tables
from records.document import Document, Problem
from records.errors import InputError
from records.settings import Settings
from ui.export.table_names import printable
from ui.export.table_pictures import draw_tables
from ui.export.tables import TableFiles, TableFormat, document_to_files
from ui.reading import map_in_order
from ui.tables.folder import Reading, Source, TableFolder
from ui.tables.journal import Entry
from ui.wire import table_to_json

AHEAD = 8
"""Files that a job may be ahead of the writing: one that is slow to read does not hold up all others at once."""

_NOTHING = TableFiles(files={}, resources=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user asked for. ``pictures`` is the folder for page pictures; with it every file is read again."""

    format: TableFormat = "csv"
    jobs: int = 1
    pictures: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """``unchanged`` is a file that an earlier run has read. ``left_alone`` are files of old that somebody changed."""

    path: str
    outcome: Literal["read", "partial", "failed", "unchanged"]
    entry: Entry
    left_alone: tuple[str, ...] = ()


def files_to_tables(
    paths: Sequence[Path], *, folder: TableFolder, settings: Settings, wishes: Wishes
) -> Iterator[FileOutcome]:
    """Outcomes in the order of ``paths``, each when its tables lie in ``folder``."""

    def read(source: Source) -> Reading | None:
        return _read_unless_current(source, folder=folder, settings=settings, wishes=wishes)

    sources = folder.sources(paths)
    with closing(map_in_order(read, sources, jobs=wishes.jobs, ahead=AHEAD)) as readings:
        for source, reading in zip(sources, readings, strict=True):
            yield _to_outcome(source, reading, folder=folder)


def _to_outcome(source: Source, reading: Reading | None, *, folder: TableFolder) -> FileOutcome:
    path = printable(str(source.path))
    if reading is None:
        return FileOutcome(path=path, outcome="unchanged", entry=folder.keep(source))
    entry, left_alone = folder.write(source, reading)
    assert entry.outcome != "begun", "what is written is complete"
    return FileOutcome(path=path, outcome=entry.outcome, entry=entry, left_alone=tuple(left_alone))


def _read_unless_current(source: Source, *, folder: TableFolder, settings: Settings, wishes: Wishes) -> Reading | None:
    """``None`` for a file that need not be read again. Never raises: this is the boundary of one file."""
    sha256: str | None = None
    try:
        if folder.remembers(source):
            sha256 = _hash_source(source, most=settings.file_megabytes)
            if wishes.pictures is None and folder.is_current(source, sha256):
                return None
        return _read(source, settings=settings, wishes=wishes)
    except InputError as error:
        return Reading(sha256=sha256, tables=_NOTHING, error=error)
    except Exception as error:  # noqa: BLE001 - the boundary of one file: a fault met in it must not end the batch
        reason = f"its tables could not be written ({type(error).__name__}: {error}). Please report it."
        return Reading(sha256=sha256, tables=_NOTHING, error=InputError(reason, code="crash"))


def _hash_source(source: Source, *, most: int) -> str | None:
    """``None`` for a file too large to be read: reading it says so."""
    digest = hashlib.sha256()
    with open_regular(source.path, name=printable(source.path.name)) as file:
        if os.fstat(file.fileno()).st_size > most * 1024 * 1024:
            return None
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _read(source: Source, *, settings: Settings, wishes: Wishes) -> Reading:
    document = read_tables(source.path, settings=settings, name=printable(source.path.name))
    if wishes.pictures is not None:
        document = _with_pictures(source, document, folder=wishes.pictures, settings=settings)
    tables = document_to_files(document, stem=source.stem, format=wishes.format, source_path=source.key)
    return Reading(
        sha256=document.sha256,
        tables=tables,
        lines=_json_lines(document, tables),
        problems=document.problems,
        loses_text=any(problem.loses_text for problem in document.problems),
    )


def _with_pictures(source: Source, document: Document, *, folder: Path, settings: Settings) -> Document:
    """The document; where no picture could be drawn, that is a problem of its own and no loss of tables."""
    try:
        draw_tables(source.path, document, folder=folder, stem=source.stem, settings=settings)
    except InputError as error:
        problem = Problem(kind="no_picture", page=None, message=str(error))
        return replace(document, problems=(*document.problems, problem))
    return document


def _json_lines(document: Document, tables: TableFiles) -> tuple[str, ...]:
    return tuple(
        json.dumps(table_to_json(table, resource), ensure_ascii=False)
        for table, resource in zip(document.tables, tables.resources, strict=True)
    )
