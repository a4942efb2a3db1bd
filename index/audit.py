"""Looks for anything in the library that does not fit together. It reads everything and repairs nothing."""

from collections.abc import Iterator

import numpy as np
from sqlalchemy import Connection, text

from index.chroma import ChromaCache
from index.encoding import bytes_to_record
from index.files import Originals
from index.full_text import mismatched_words
from index.reading import (
    AuditedVersion,
    audited_versions,
    passage_ids,
    passages_with_vectors,
    pending,
    stored_names,
    vectors_of,
)
from index.vectors import bytes_to_vectors
from records.errors import LibraryError
from records.library import Fault
from records.memo import Memo
from records.passage import Passage

NEAR = 1e-3
"""How far a vector's length may lie from 1, and a stored vector from Chroma's copy."""


def find_faults(connection: Connection, originals: Originals, chroma: ChromaCache | None) -> tuple[Fault, ...]:
    """``chroma`` is ``None`` for a reader: the cache is its writer's alone."""
    return (
        *_ledger_faults(connection),
        *_file_faults(connection, originals),
        *_version_faults(connection),
        *_passage_faults(connection),
        *_full_text_faults(connection),
        *_outbox_faults(connection),
        *(_chroma_faults(connection, chroma) if chroma else ()),
    )


def damaged_memos(connection: Connection) -> set[str]:
    """Memos whose passages, projects or vectors are not what they should be."""
    return {fault.memo for fault in (*_version_faults(connection), *_passage_faults(connection)) if fault.memo}


def _ledger_faults(connection: Connection) -> Iterator[Fault]:
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Fault(kind="ledger", message=f"The database is damaged: {message}")
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(kind="ledger", message=f"A row of {row[0]} belongs to nothing.")


def _file_faults(connection: Connection, originals: Originals) -> Iterator[Fault]:
    names = stored_names(connection)
    for name, sha256 in names.items():
        if not originals.is_whole(name, sha256):
            yield Fault(kind="file", message=f"The stored file {name} is missing or altered; take it in again.")
    for path in originals.strays(names):
        yield Fault(kind="file", message=f"The file {path.name} belongs to no memo.")


def _version_faults(connection: Connection) -> Iterator[Fault]:
    for version in audited_versions(connection):
        yield from _memo_faults(version)
        expected = (version.passages, version.projects) if version.state == "current" else (0, 0)
        if (version.passage_rows, version.project_rows) != expected:
            yield Fault(
                kind="passage",
                memo=version.memo_id,
                message=f"{version.passage_rows} passages and {version.project_rows} projects are searchable "
                f"where there should be {expected[0]} and {expected[1]}.",
            )


def _memo_faults(version: AuditedVersion) -> Iterator[Fault]:
    try:
        memo = bytes_to_record(version.memo, Memo)
    except LibraryError as error:
        yield Fault(kind="ledger", memo=version.memo_id, message=str(error))
        return
    if (memo.id, memo.document.sha256) != (version.memo_id, version.sha256):
        yield Fault(kind="ledger", memo=version.memo_id, message="The row holds another memo than it names.")


def _passage_faults(connection: Connection) -> Iterator[Fault]:
    """Each passage can be read, and has one vector of length 1 for itself and one for each of its sentences."""
    for row in passages_with_vectors(connection):
        try:
            passage = bytes_to_record(row.record, Passage)
            if (passage.id, passage.text) != (row.id, row.text):
                yield Fault(kind="passage", memo=row.memo, message=f"Passage {row.id} is not the one that is searched.")
        except LibraryError as error:
            yield Fault(kind="passage", memo=row.memo, message=str(error))
            continue
        size = len(row.vector)
        if not size or size % 4 or len(row.sentence_vectors) != size * len(passage.sentences):
            yield Fault(kind="vector", memo=row.memo, message=f"Passage {row.id} lacks vectors.")
            continue
        vectors = bytes_to_vectors(row.vector + row.sentence_vectors, size // 4)
        if not np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=NEAR):  # also where a number is not finite
            yield Fault(kind="vector", memo=row.memo, message=f"Passage {row.id} does not find itself by its vector.")


def _full_text_faults(connection: Connection) -> Iterator[Fault]:
    if count := mismatched_words(connection):
        yield Fault(kind="full_text", message=f"{count} passages differ between the ledger and full-text search.")


def _outbox_faults(connection: Connection) -> Iterator[Fault]:
    if pending(connection, 1):
        yield Fault(kind="outbox", message="The vector cache has not been told of the last changes yet.")


def _chroma_faults(connection: Connection, chroma: ChromaCache) -> Iterator[Fault]:
    wanted, held = passage_ids(connection), chroma.ids()
    if missing := len(wanted - held):
        yield Fault(kind="chroma", message=f"{missing} passages are missing from the vector cache.")
    if orphaned := len(held - wanted):
        yield Fault(kind="chroma", message=f"{orphaned} vectors in the cache belong to no passage.")
    if wrong := len(wrong_vectors(connection, chroma)):
        yield Fault(kind="chroma", message=f"{wrong} vectors in the cache are altered or do not find themselves.")


def wrong_vectors(connection: Connection, chroma: ChromaCache) -> list[str]:
    """Ids that Chroma holds with another vector than the ledger, or does not find by their own."""
    wrong = []
    for ids, copies in chroma.vectors():
        truth = vectors_of(connection, ids)
        known = [at for at, one in enumerate(ids) if one in truth and len(truth[one]) == 4 * copies.shape[1]]
        wrong += [one for one in ids if one in truth and len(truth[one]) != 4 * copies.shape[1]]
        own = bytes_to_vectors(b"".join(truth[ids[at]] for at in known), copies.shape[1])
        far = np.abs(own - copies[known]).max(axis=1, initial=0) > NEAR
        wrong += [ids[at] for at, is_far in zip(known, far, strict=True) if is_far]
        wrong += chroma.lost([ids[at] for at in known], own)
    return list(dict.fromkeys(wrong))
