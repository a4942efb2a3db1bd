"""Reads the ledger into records. Nothing here changes it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Select, func, select

from index.encoding import bytes_to_record, json_to_record
from index.schema import facts, outbox, passages, projects, versions
from index.vectors import VectorRow
from records.facts import Project
from records.library import MemoEntry
from records.memo import Memo
from records.passage import Passage

_ENTRY = [column for column in versions.columns if column.name not in ("memo", "stored_as", "passages")]
Names = tuple[tuple[str, ...], ...]
"""Of each of a memo's projects."""
Value = TypeVar("Value", str, int)
_CHUNK = 500
"""Values in one IN list: SQLite takes 32,766 at most, and short lists keep the statement cache useful."""


def entries(connection: Connection, *, current: bool) -> tuple[MemoEntry, ...]:
    """Oldest memo first; those without a date last."""
    query = select(*_ENTRY).order_by(versions.c.date.is_(None), versions.c.date, versions.c.memo_id, versions.c.number)
    if current:
        query = query.where(versions.c.state == "current")
    return tuple(_row_to_entry(row) for row in connection.execute(query))


def _row_to_entry(row: Row[Any]) -> MemoEntry:
    return MemoEntry(
        id=row.memo_id,
        file=row.file,
        sha256=row.sha256,
        media=row.media,
        body=row.body,
        to=row.to,
        from_=row.from_,
        subject=row.subject,
        date=row.date,
        pages=row.pages,
        tables=row.tables,
        projects=row.projects,
        problems=row.problems,
        loses_text=row.loses_text,
        added_at=datetime.fromisoformat(row.added_at).astimezone(UTC),
        state=row.state,
    )


def latest_per_body(listed: Sequence[MemoEntry], as_of: date) -> tuple[MemoEntry, ...]:
    """Of each body, the memos of the latest date up to ``as_of``. A memo without a date cannot be placed in time.

    A memo that names no body stands for itself: whether it continues another is not known.
    """
    dated = [entry for entry in listed if entry.date is not None and entry.date <= as_of]
    latest: dict[str, date] = {}
    for entry in dated:
        assert entry.date is not None
        latest[_body(entry)] = max(entry.date, latest.get(_body(entry), entry.date))
    return tuple(entry for entry in dated if entry.date == latest[_body(entry)])


def _body(entry: MemoEntry) -> str:
    return entry.body.casefold() if entry.body else f"\0{entry.id}"


def memo(connection: Connection, memo_id: str, *, sha256: str | None) -> Memo | None:
    """The current version, or with ``sha256`` that one, whatever has become of it."""
    version = versions.c.sha256 == sha256 if sha256 else versions.c.state == "current"
    data = connection.scalar(select(versions.c.memo).where(versions.c.memo_id == memo_id, version))
    return None if data is None else bytes_to_record(data, Memo)


def current_id(connection: Connection, sha256: str) -> str | None:
    query = select(versions.c.memo_id).where(versions.c.sha256 == sha256, versions.c.state == "current")
    return connection.scalar(query)


def stored_name_of(connection: Connection, sha256: str) -> str | None:
    return connection.scalar(select(versions.c.stored_as).where(versions.c.sha256 == sha256).limit(1))


def stored_names(connection: Connection) -> dict[str, str]:
    """``{stored name: SHA-256}`` of all versions."""
    return {row.stored_as: row.sha256 for row in connection.execute(select(versions.c.stored_as, versions.c.sha256))}


def read_projects(connection: Connection, memos: Iterable[str], *, status: str | None) -> tuple[Project, ...]:
    """Of the current versions, in the order of ``memos`` and, within one, of the memo."""
    query = (
        select(projects.c.record)
        .join(versions, versions.c.number == projects.c.version)
        .where(versions.c.state == "current")
        .order_by(projects.c.ordinal)
    )
    if status is not None:
        query = query.where(func.lower(projects.c.status) == status.lower())
    return tuple(
        json_to_record(record, Project)
        for memo_id in memos
        for record in connection.scalars(query.where(versions.c.memo_id == memo_id))
    )


class _Named(msgspec.Struct):
    """What a project's record is read for where its names are all that is wanted: a twentieth of the time."""

    project: str
    aliases: tuple[str, ...] = ()


def read_names(connection: Connection, memos: Sequence[str]) -> dict[str, Names]:
    """Of each project of the current versions, its name and then its other names."""
    found: dict[str, list[tuple[str, ...]]] = {memo: [] for memo in memos}
    query = select(versions.c.memo_id, projects.c.record).join(versions, versions.c.number == projects.c.version)
    query = query.where(versions.c.state == "current", versions.c.memo_id.in_(memos)).order_by(projects.c.ordinal)
    for memo, record in connection.execute(query).all():
        named = json_to_record(record, _Named)
        found[memo].append((named.project, *named.aliases))
    return {memo: tuple(names) for memo, names in found.items()}


def read_passages(connection: Connection, memo_id: str | None) -> tuple[Passage, ...]:
    query = select(passages.c.record).join(versions).order_by(passages.c.number)
    if memo_id is not None:
        query = query.where(versions.c.memo_id == memo_id)
    return tuple(bytes_to_record(record, Passage) for record in connection.scalars(query))


def passages_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, Passage]:
    rows = connection.execute(select(passages.c.number, passages.c.record).where(passages.c.number.in_(numbers)))
    return {number: bytes_to_record(record, Passage) for number, record in rows.all()}


def vector_rows(connection: Connection, memos: Collection[str] | None = None) -> list[VectorRow]:
    query = _vector_query()
    if memos is None:
        return [_row_to_vectors(row) for row in connection.execute(query).all()]
    return [
        _row_to_vectors(row)
        for some in _chunks(sorted(memos))
        for row in connection.execute(query.where(versions.c.memo_id.in_(some))).all()
    ]


def candidate_rows(connection: Connection, ids: Sequence[str], numbers: Sequence[int]) -> list[VectorRow]:
    """The passages that either list names; what the ledger does not know is left out."""
    wanted = passages.c.id.in_(ids) | passages.c.number.in_(numbers)
    return [_row_to_vectors(row) for row in connection.execute(_vector_query().where(wanted)).all()]


def vectors_of(connection: Connection, ids: Sequence[str]) -> dict[str, bytes]:
    """``{passage id: its vector}``; ids that the ledger does not know are left out."""
    query = select(passages.c.id, passages.c.vector)
    return {
        row.id: row.vector for some in _chunks(ids) for row in connection.execute(query.where(passages.c.id.in_(some)))
    }


def _vector_query() -> Select[Any]:
    columns = (passages.c.number, versions.c.memo_id, passages.c.vector, passages.c.sentence_vectors)
    return select(*columns).join(versions, versions.c.number == passages.c.version)


def _row_to_vectors(row: Row[Any]) -> VectorRow:
    return VectorRow(number=row.number, memo=row.memo_id, vector=row.vector, sentence_vectors=row.sentence_vectors)


def sentence_vectors(connection: Connection, numbers: Sequence[int]) -> list[bytes]:
    """Of passages that the ledger knows, in the order of their numbers."""
    query = select(passages.c.number, passages.c.sentence_vectors)
    rows = (connection.execute(query.where(passages.c.number.in_(some))).all() for some in _chunks(numbers))
    found = {number: vectors for some in rows for number, vectors in some}
    return [found[number] for number in numbers]


def memos_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """``{passage number: memo id}``."""
    query = select(passages.c.number, versions.c.memo_id).join(versions, versions.c.number == passages.c.version)
    rows = (connection.execute(query.where(passages.c.number.in_(some))).all() for some in _chunks(numbers))
    return {number: memo for some in rows for number, memo in some}


def passage_count(connection: Connection, memos: Collection[str] | None) -> int:
    """By what the versions say of themselves: no passage is looked at."""
    query = select(func.sum(versions.c.passages)).where(versions.c.state == "current")
    if memos is None:
        return int(connection.scalar(query) or 0)
    chunks = _chunks(sorted(memos))
    return sum(int(connection.scalar(query.where(versions.c.memo_id.in_(some))) or 0) for some in chunks)


def fact(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(facts.c.value).where(facts.c.name == name))


def passage_ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(passages.c.id)))


def pending(connection: Connection, limit: int) -> list[tuple[int, str, str]]:
    """``(number, operation, passage id)``, oldest first."""
    query = select(outbox.c.number, outbox.c.operation, outbox.c.passage_id).order_by(outbox.c.number).limit(limit)
    return [(row.number, row.operation, row.passage_id) for row in connection.execute(query)]


def _chunks(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedVersion:
    """A version with what its row says it has, and what there is."""

    memo_id: str
    sha256: str
    state: str
    passages: int
    projects: int
    passage_rows: int
    project_rows: int
    memo: bytes


def audited_versions(connection: Connection) -> Iterator[AuditedVersion]:
    cut = select(func.count()).where(passages.c.version == versions.c.number).scalar_subquery()
    read = select(func.count()).where(projects.c.version == versions.c.number).scalar_subquery()
    query = select(versions, cut.label("passage_rows"), read.label("project_rows")).order_by(versions.c.number)
    for row in connection.execute(query):
        yield AuditedVersion(
            memo_id=row.memo_id,
            sha256=row.sha256,
            state=row.state,
            passages=row.passages,
            projects=row.projects,
            passage_rows=row.passage_rows,
            project_rows=row.project_rows,
            memo=row.memo,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    id: str
    memo: str
    text: str
    record: bytes
    vector: bytes
    sentence_vectors: bytes


def passages_with_vectors(connection: Connection) -> Iterator[StoredPassage]:
    query = select(passages, versions.c.memo_id).join(versions, versions.c.number == passages.c.version)
    for row in connection.execute(query.order_by(passages.c.number)):
        yield StoredPassage(
            id=row.id,
            memo=row.memo_id,
            text=row.text,
            record=row.record,
            vector=row.vector,
            sentence_vectors=row.sentence_vectors,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentVersion:
    number: int
    memo_id: str
    memo: bytes


def current_versions(connection: Connection) -> list[CurrentVersion]:
    """What every index is cut from."""
    query = select(versions.c.number, versions.c.memo_id, versions.c.memo).where(versions.c.state == "current")
    rows = connection.execute(query.order_by(versions.c.number))
    return [CurrentVersion(number=row.number, memo_id=row.memo_id, memo=row.memo) for row in rows]
