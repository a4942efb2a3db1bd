"""Opens the ledger's database: a durable SQLite file by default, migrated to the format that this code knows.

Nothing of SQLAlchemy's errors leaves this room: ``ledger_errors`` turns them into a ``LibraryError`` for the user.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from index.schema import HEAD
from records.errors import LibraryError

BUSY_MILLISECONDS = 10_000


@contextmanager
def ledger_errors(doing: str) -> Iterator[None]:
    """``doing`` completes "The library could not be ...": read, written, opened."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        raise LibraryError(
            f"The library could not be {doing}: {cause}. Free disk space if it is full; "
            "`memolens verify` checks what is there."
        ) from error


@contextmanager
def ledger_reading(engine: Engine) -> Iterator[Connection]:
    """One snapshot: what is read inside fits together, whatever is written meanwhile."""
    with ledger_errors("read"), engine.connect() as connection:
        yield connection


def open_engine(url: str) -> Engine:
    """``url`` is SQLAlchemy's. Full-text search is SQLite's FTS5, so other databases are refused by name."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise LibraryError("MEMOLENS_DATABASE_URL is not a database URL; leave it empty for SQLite.") from error
    if parsed.get_backend_name() != "sqlite":
        raise LibraryError(
            f"The ledger cannot live in {parsed.get_backend_name()} yet, since full-text search uses SQLite's own; "
            "leave MEMOLENS_DATABASE_URL empty."
        )
    engine = create_engine(parsed)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_url(file: Path) -> str:
    return f"sqlite:///{file}"


def _set_pragmas(connection: Any, _record: object) -> None:
    # Python's driver would begin transactions on its own, and not before DDL: _begin does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def ledger_format(engine: Engine) -> str | None:
    """The migration that the ledger stands at; ``None`` for an empty database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def migrate(engine: Engine) -> None:
    """All steps up to ``HEAD`` in one transaction: a crash in between leaves the ledger as it was."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    refuse_newer(ledger_format(engine), known)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)


def refuse_newer(found: str | None, known: set[str]) -> None:
    if found is not None and found not in known:
        raise LibraryError(
            f"This library was written by a newer memolens (format {found}; this one knows {HEAD}). "
            "Update memolens, or name another folder with --library."
        )
