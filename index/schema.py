"""The ledger's tables, in types that SQLite and PostgreSQL share.

``versions`` is the truth: each row holds a whole memo. ``decisions`` are a person's; they name projects, not versions,
and outlive them. Every other table is cut from the versions and can be cut again. The tables are made by the
migrations; this description is for queries, and a test holds the two against each other.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

HEAD = "0002"
"""The newest migration: a ledger that says so needs no migration, and Alembic need not be imported."""

metadata = MetaData()

facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""About the ledger itself: ``recipe`` (model and passage rules) and ``generation`` (grows with every change)."""

versions = Table(
    "versions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("memo_id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("stored_as", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("body", Text),
    Column("to", Text),
    Column("from_", Text),
    Column("subject", Text),
    Column("date", Date),
    Column("pages", Integer, nullable=False),
    Column("tables", Integer, nullable=False),
    Column("projects", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("loses_text", Boolean, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("memo", LargeBinary, nullable=False),
    Index("one_version", "memo_id", "sha256", unique=True),
    Index(
        "one_current_version",
        "memo_id",
        unique=True,
        sqlite_where=text("state = 'current'"),
        postgresql_where=text("state = 'current'"),
    ),
)

projects = Table(
    "projects",
    metadata,
    Column("version", ForeignKey("versions.number", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("project", Text, nullable=False),
    Column("status", Text, index=True),
    Column("record", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("version", ForeignKey("versions.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("trail", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Column("sentence_vectors", LargeBinary, nullable=False),
)
"""Of current versions only. Vectors are float32; ``sentence_vectors`` holds one after the other."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("names", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("decisions_by_names", "names"),
)
"""A log: ``state`` is ``holds``, ``replaced`` (by a later decision on the same names) or ``taken_back``."""

outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("operation", Text, nullable=False),
    Column("passage_id", Text, nullable=False),
)
"""What Chroma has not been told yet: ``upsert`` or ``delete``, in order."""

FULL_TEXT = "passage_words"
"""The FTS5 table: SQLite's own, so it stands outside ``metadata``; ``rowid`` is ``passages.number``."""
