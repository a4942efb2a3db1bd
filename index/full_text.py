"""Full-text search by SQLite's FTS5. A user's words are words: nothing that is typed is taken for query syntax.

What costs time is the passages that a word brings up, each of which is scored. So words that stand everywhere are not
searched for, and within one memo only its own passages are gone through.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from sqlalchemy import Connection, bindparam, func, select, text

from index.kept import Kept
from index.reading import memos_of
from index.schema import FULL_TEXT, passages, versions

_WORD = re.compile(r"\w+")
_EVERYWHERE = re.compile(
    r"(?:a|an|and|any|are|as|at|be|been|but|by|can|could|did|do|does|for|from|had|has|have|how|if|in|into|is|it|its|may"
    r"|might|of|on|or|our|so|such|than|that|the|their|them|then|there|these|they|this|those|to|upon|us|was|we|were|what"
    r"|when|where|whether|which|while|who|whom|whose|why|will|with|would|you|your)"
)
MOST_SCORED = 20_000
"""Passages that are scored in one search; a word that would bring up more decides nothing about the best hundred."""
FEW_MEMOS = 200
"""Up to this many, the passages of the memos are named to SQLite; above, the best of all are sifted."""
SIFTED = 1000
"""How many of the best of all are sifted."""
Ranking = Sequence[tuple[int, float]]
"""``(passage number, score)``, best first."""
_HITS = f"SELECT rowid, -bm25({FULL_TEXT}) AS score FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH :match"  # noqa: S608
_BEST = " ORDER BY score DESC, rowid LIMIT :limit"
# The plus sign keeps SQLite from asking full text anew for each passage of the memos, which is 100 times slower; the
# range, which it does use, spares it the passages before and after the memos.
_OF_MEMOS = (
    " AND rowid BETWEEN :first AND :last AND +rowid IN"
    " (SELECT p.number FROM passages p JOIN versions v ON v.number = p.version WHERE v.memo_id IN :memos)"
)


def query_to_words(query: str) -> list[str]:
    """``["budget", "pier"]`` for "What is the budget of the pier?"; where there is nothing else, the small words."""
    words = list(dict.fromkeys(_WORD.findall(query.replace("\0", " ").casefold())))
    return [word for word in words if not _EVERYWHERE.fullmatch(word)] or words


def words_to_match(words: Sequence[str]) -> str:
    """``"AI" OR "ready"``: each word quoted, so that ``NEAR``, ``*`` or ``body:`` mean nothing."""
    return " OR ".join(f'"{word}"' for word in words)


def full_text_ranked(connection: Connection, query: str, *, memos: Collection[str] | None, limit: int) -> Ranking:
    """The passages that hold the most telling words; the score is BM25, higher is better."""
    if memos is not None and len(memos) <= FEW_MEMOS:
        return _ranked_in(connection, query, memos, limit) if memos else []
    best = best_of_all(connection, query)
    return sift(best, memos_of(connection, [number for number, _ in best]), memos=memos, limit=limit)


def best_of_all(connection: Connection, query: str, counted: Kept[str, int] | None = None) -> Ranking:
    """As many as there are to be sifted; ``counted`` keeps how many passages have a word."""
    words = query_to_words(query)
    if not words:
        return []
    values = {"match": words_to_match(telling(connection, words, counted=counted)), "limit": SIFTED}
    return _rows(connection, _HITS + _BEST, values, None)


def sift(ranking: Ranking, of_memo: Mapping[int, str], *, memos: Collection[str] | None, limit: int) -> Ranking:
    """Those of the given memos, in their order; ``of_memo`` gives each passage's memo."""
    if memos is None:
        return ranking[:limit]
    wanted = set(memos)
    return [(number, score) for number, score in ranking if of_memo.get(number) in wanted][:limit]


def _ranked_in(connection: Connection, query: str, memos: Collection[str], limit: int) -> Ranking:
    words = query_to_words(query)
    if not words:
        return []
    first, last = _range(connection, memos)
    values = {"match": words_to_match(words), "limit": limit, "first": first, "last": last}
    return _rows(connection, _HITS + _OF_MEMOS + _BEST, values, memos)


def telling(
    connection: Connection, words: Sequence[str], *, most: int = MOST_SCORED, counted: Kept[str, int] | None = None
) -> list[str]:
    """The rarest words, as many as bring up no more than ``most`` passages; the rarest in any case."""
    known: Kept[str, int] = Kept(most=len(words)) if counted is None else counted
    counts = {word: known.get(word, partial(_count, connection, word)) for word in words}
    kept: list[str] = []
    total = 0
    for word in sorted(words, key=lambda word: counts[word]):
        total += counts[word]
        if kept and total > most:
            break
        kept.append(word)
    return kept


def _count(connection: Connection, word: str) -> int:
    query = text(f"SELECT count(*) FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH :match")  # noqa: S608
    return int(connection.scalar(query, {"match": words_to_match([word])}) or 0)


def _range(connection: Connection, memos: Collection[str]) -> tuple[int, int]:
    numbers = select(func.min(passages.c.number), func.max(passages.c.number)).join(versions)
    first, last = connection.execute(numbers.where(versions.c.memo_id.in_(sorted(memos)))).one()
    return (0, -1) if first is None else (first, last)


def _rows(
    connection: Connection, query: str, values: Mapping[str, object], memos: Collection[str] | None
) -> list[tuple[int, float]]:
    statement = text(query)
    if memos is not None:
        statement = statement.bindparams(bindparam("memos", value=sorted(memos), expanding=True))
    return [(int(row[0]), float(row[1])) for row in connection.execute(statement, values).all()]


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
