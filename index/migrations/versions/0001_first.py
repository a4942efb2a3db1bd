"""The first format."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_ledger()
    _create_search()
    op.execute("INSERT INTO facts (name, value) VALUES ('generation', '0')")


def downgrade() -> None:
    for table in ("passage_words", "outbox", "passages", "projects", "versions", "facts"):
        op.drop_table(table)


def _create_ledger() -> None:
    op.create_table("facts", sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("memo_id", "sha256", "state", "file", "stored_as")),
        sa.Column("media", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("body", "to", "from_", "subject")),
        sa.Column("date", sa.Date),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("pages", "tables", "projects", "problems")),
        sa.Column("loses_text", sa.Boolean, nullable=False),
        sa.Column("passages", sa.Integer, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("memo", sa.LargeBinary, nullable=False),
    )
    op.create_index("one_version", "versions", ["memo_id", "sha256"], unique=True)
    current = sa.text("state = 'current'")
    op.create_index(
        "one_current_version", "versions", ["memo_id"], unique=True, sqlite_where=current, postgresql_where=current
    )
    op.create_table(
        "projects",
        sa.Column("version", sa.Integer, sa.ForeignKey("versions.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("project", sa.Text, nullable=False),
        sa.Column("status", sa.Text, index=True),
        sa.Column("record", sa.Text, nullable=False),
    )


def _create_search() -> None:
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column(
            "version", sa.Integer, sa.ForeignKey("versions.number", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("trail", "text")),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("record", "vector", "sentence_vectors")),
    )
    op.create_table(
        "outbox",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("operation", "passage_id")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE passage_words USING fts5(trail, text, tokenize='porter unicode61')")
