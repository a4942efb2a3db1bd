"""Writes the ledger. Every function works inside the caller's transaction, so that a memo is there whole or not at all.

Only current versions have passages. A version that is superseded or withdrawn keeps its memo, for the citations that
were given from it; its passages leave every index in the same transaction (Chroma through the outbox).
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, text, update

from index.encoding import record_to_bytes, record_to_json
from index.full_text import add_words, drop_words
from index.schema import facts, outbox, passages, versions
from index.schema import projects as project_rows
from index.vectors import EmbeddedPassage, vectors_to_bytes
from records.facts import Project
from records.library import VersionState
from records.memo import Memo


def put_version(
    connection: Connection, memo: Memo, *, packed: bytes, stored_as: str, embedded: Sequence[EmbeddedPassage]
) -> None:
    """Makes ``memo`` (``packed``: as bytes) the current version of its id.

    Whatever was current for the id or for these bytes gives way.
    """
    of_id, of_bytes = versions.c.memo_id == memo.id, versions.c.sha256 == memo.document.sha256
    _leave_indexes(connection, of_id | of_bytes, state="superseded")
    connection.execute(delete(versions).where(of_id & of_bytes))
    statement = insert(versions).values(_memo_to_row(memo, packed, stored_as)).returning(versions.c.number)
    number = connection.execute(statement).scalar_one()
    replace_cuts(connection, number, projects=memo.projects, embedded=embedded)


def withdraw(connection: Connection, memo_id: str) -> None:
    _leave_indexes(connection, versions.c.memo_id == memo_id, state="withdrawn")


def replace_cuts(
    connection: Connection, version: int, *, projects: Sequence[Project], embedded: Sequence[EmbeddedPassage]
) -> None:
    """Everything that is searched of a version: its projects, its passages, their words and vectors."""
    _drop_cuts(connection, [version])
    _put_projects(connection, version, projects)
    _put_passages(connection, version, embedded)
    counts = {"passages": len(embedded), "projects": len(projects)}
    connection.execute(update(versions).where(versions.c.number == version).values(counts))


def drop_strays(connection: Connection) -> None:
    """What is still searched of versions that are not current: nothing, unless something else wrote the ledger."""
    _drop_cuts(connection, _numbers(connection, versions.c.state != "current"))


def clear_outbox(connection: Connection, *, up_to: int) -> None:
    connection.execute(delete(outbox).where(outbox.c.number <= up_to))


def next_generation(connection: Connection) -> None:
    """Tells every reader, in any process, that what it keeps in memory is out of date."""
    connection.execute(text("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'"))


def put_fact(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(facts).where(facts.c.name == name))
    connection.execute(insert(facts).values(name=name, value=value))


def _leave_indexes(connection: Connection, which: ColumnElement[bool], *, state: VersionState) -> None:
    current = _numbers(connection, which & (versions.c.state == "current"))
    _drop_cuts(connection, current)
    connection.execute(update(versions).where(versions.c.number.in_(current)).values(state=state))


def _drop_cuts(connection: Connection, numbers: Sequence[int]) -> None:
    for number in numbers:
        query = select(passages.c.number, passages.c.id).where(passages.c.version == number)
        found = connection.execute(query).all()
        drop_words(connection, [row.number for row in found])
        connection.execute(delete(passages).where(passages.c.version == number))
        connection.execute(delete(project_rows).where(project_rows.c.version == number))
        _tell_chroma(connection, "delete", (row.id for row in found))


def _put_passages(connection: Connection, version: int, embedded: Sequence[EmbeddedPassage]) -> None:
    if not embedded:
        return
    connection.execute(insert(passages), [_passage_to_row(version, n, item) for n, item in enumerate(embedded)])
    kept = select(passages.c.number, passages.c.trail, passages.c.text).where(passages.c.version == version)
    add_words(connection, [(row.number, row.trail, row.text) for row in connection.execute(kept)])
    _tell_chroma(connection, "upsert", (item.passage.id for item in embedded))


def _put_projects(connection: Connection, version: int, projects: Sequence[Project]) -> None:
    rows = [
        {
            "version": version,
            "ordinal": ordinal,
            "project": project.project,
            "status": project.status,
            "record": record_to_json(project),
        }
        for ordinal, project in enumerate(projects)
    ]
    if rows:
        connection.execute(insert(project_rows), rows)


def _numbers(connection: Connection, condition: ColumnElement[bool]) -> list[int]:
    return [int(number) for number in connection.scalars(select(versions.c.number).where(condition))]


def _tell_chroma(connection: Connection, operation: str, ids: Iterable[str]) -> None:
    rows = [{"operation": operation, "passage_id": passage_id} for passage_id in ids]
    if rows:
        connection.execute(insert(outbox), rows)


def _memo_to_row(memo: Memo, packed: bytes, stored_as: str) -> dict[str, object]:
    head, document = memo.letterhead, memo.document
    problems = {*memo.problems, *document.problems}
    return {
        "memo_id": memo.id,
        "sha256": document.sha256,
        "state": "current",
        "file": document.file,
        "stored_as": stored_as,
        "media": document.media,
        "body": head.body,
        "to": head.to,
        "from_": head.from_,
        "subject": head.subject,
        "date": head.date,
        "pages": len(document.pages),
        "tables": len(document.tables),
        "projects": 0,
        "problems": len(problems),
        "loses_text": any(problem.loses_text for problem in problems),
        "passages": 0,
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "memo": packed,
    }


def _passage_to_row(version: int, ordinal: int, item: EmbeddedPassage) -> dict[str, object]:
    return {
        "id": item.passage.id,
        "version": version,
        "ordinal": ordinal,
        "trail": " / ".join(item.passage.trail),
        "text": item.passage.text,
        "record": record_to_bytes(item.passage),
        "vector": vectors_to_bytes(item.vector),
        "sentence_vectors": vectors_to_bytes(item.sentence_vectors),
    }
