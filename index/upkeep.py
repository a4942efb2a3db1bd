"""Puts files, passages and full text right from the ledger: after a crash, after damage, after a change of model."""

import logging

from sqlalchemy import Connection, Engine

from index.audit import damaged_memos
from index.embed import Embedder
from index.encoding import bytes_to_record
from index.engine import ledger_errors
from index.files import Originals
from index.full_text import mismatched_words, refill_words
from index.ledger import drop_strays, replace_cuts
from index.passages import memo_to_passages
from index.reading import CurrentVersion, current_versions, stored_names
from index.vectors import embed_passages
from records.errors import LibraryError
from records.memo import Memo

log = logging.getLogger(__name__)


def sweep(engine: Engine, originals: Originals) -> None:
    """Removes files that a crash left before their row was written. The lock holds: nobody is about to write one."""
    with ledger_errors("read"), engine.connect() as connection:
        named = stored_names(connection)
    for path in originals.strays(named):
        path.unlink(missing_ok=True)


def recut_damaged(connection: Connection, embedder: Embedder) -> None:
    damaged = damaged_memos(connection)
    _recut([version for version in current_versions(connection) if version.memo_id in damaged], connection, embedder)


def recut_all(connection: Connection, embedder: Embedder) -> None:
    _recut(current_versions(connection), connection, embedder)


def _recut(listed: list[CurrentVersion], connection: Connection, embedder: Embedder) -> None:
    """Cuts and embeds these memos anew from their records. A memo that is itself damaged leaves every index."""
    drop_strays(connection)
    for version in listed:
        try:
            memo = bytes_to_record(version.memo, Memo)
        except LibraryError:
            log.error("The memo %s is damaged and not searchable; take its file in again.", version.memo_id)
            replace_cuts(connection, version.number, projects=(), embedded=())
            continue
        embedded = embed_passages(memo_to_passages(memo), embedder)
        replace_cuts(connection, version.number, projects=memo.projects, embedded=embedded)
    if mismatched_words(connection):
        refill_words(connection)
