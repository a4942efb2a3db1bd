"""The migrations make the tables that the code describes."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import index.migrations
from index.engine import ledger_format, migrate, open_engine, sqlite_url
from index.schema import FULL_TEXT, HEAD, metadata


def test_head_is_the_newest_step() -> None:
    folder = Path(index.migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD


def test_migrated_tables_are_the_described_ones(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "ledger.sqlite"))
    migrate(engine)
    assert ledger_format(engine) == HEAD
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(FULL_TEXT)},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "100% odd name.sqlite"))
    migrate(engine)
    migrate(engine)
    assert ledger_format(engine) == HEAD
    engine.dispose()
