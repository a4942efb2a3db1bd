"""Full-text search by SQLite's FTS5. A user's words are words: nothing that is typed is taken for query syntax."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, text

from index.schema import FULL_TEXT

_WORD = re.compile(r"\w+")
# The plus sign keeps SQLite from asking full text anew for each passage of the memos, which is 100 times slower.
_OF_MEMOS = (
    " AND +rowid IN (SELECT p.number FROM passages p JOIN versions v ON v.number = p.version WHERE v.memo_id IN :memos)"
)


def query_to_match(query: str) -> str:
    """``"AI" OR "ready"`` for ``AI-ready?``: each word quoted, so that ``NEAR``, ``*`` or ``body:`` mean nothing."""
    words = dict.fromkeys(_WORD.findall(query.replace("\0", " ").casefold()))
    return " OR ".join(f'"{word}"' for word in words)


def full_text_ranked(
    connection: Connection, query: str, *, memos: Collection[str] | None, limit: int
) -> list[tuple[int, float]]:
    """``(passage number, score)``, best first; the score is BM25, higher is better."""
    match = query_to_match(query)
    if not match or (memos is not None and not memos):
        return []
    masked = _OF_MEMOS if memos is not None else ""
    statement = text(
        f"SELECT rowid, -bm25({FULL_TEXT}) AS score FROM {FULL_TEXT}"  # noqa: S608  # constants
        f" WHERE {FULL_TEXT} MATCH :match{masked} ORDER BY score DESC, rowid LIMIT :limit"
    )
    values: dict[str, object] = {"match": match, "limit": limit}
    if memos is not None:
        statement = statement.bindparams(bindparam("memos", expanding=True))
        values["memos"] = sorted(memos)
    return [(int(row[0]), float(row[1])) for row in connection.execute(statement, values)]


def add_words(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """``(passage number, trail, text)``."""
    if rows:
        connection.execute(
            text(f"INSERT INTO {FULL_TEXT} (rowid, trail, text) VALUES (:number, :trail, :text)"),  # noqa: S608
            [{"number": number, "trail": trail, "text": words} for number, trail, words in rows],
        )


def drop_words(connection: Connection, numbers: Sequence[int]) -> None:
    if numbers:
        connection.execute(
            text(f"DELETE FROM {FULL_TEXT} WHERE rowid = :number"),  # noqa: S608
            [{"number": number} for number in numbers],
        )


def refill_words(connection: Connection) -> None:
    """The whole table anew from the passages."""
    connection.execute(text(f"DELETE FROM {FULL_TEXT}"))  # noqa: S608
    connection.execute(
        text(f"INSERT INTO {FULL_TEXT} (rowid, trail, text) SELECT number, trail, text FROM passages")  # noqa: S608
    )


def mismatched_words(connection: Connection) -> int:
    """How many passages are not searchable as they stand, or are searchable though they are gone."""
    missing = (
        f"SELECT count(*) FROM passages p LEFT JOIN {FULL_TEXT} w ON w.rowid = p.number"  # noqa: S608
        " WHERE w.rowid IS NULL OR w.trail <> p.trail OR w.text <> p.text"
    )
    orphaned = f"SELECT count(*) FROM {FULL_TEXT} WHERE rowid NOT IN (SELECT number FROM passages)"  # noqa: S608
    return sum(int(connection.scalar(text(query)) or 0) for query in (missing, orphaned))
